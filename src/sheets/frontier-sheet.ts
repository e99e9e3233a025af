import type { Description, Step } from "./description";
import { evidenceTop, type EvidenceChoices, type EvidenceSource } from "./evidence-source";
import { typedCall } from "./keel-spelling";
import { localAddress, type Block } from "./place";

/** What the sheet with the efficient line is written by. */
export interface FrontierChoices extends EvidenceChoices {
  /** What each column of returns is called, and the row of the targets, from 0, that it is of. */
  readonly names: readonly string[];
  readonly targetRows: readonly number[];
  /** How many rows of returns there are a year: the targets' risk is that of a mix that goes back to them with each row. */
  readonly periodsPerYear: number;
  readonly title: string;
}

const POINTS = 20;
/** Two bars a fund, below title and legend and above the axis; many funds share what room there is. */
const barRows = (funds: number): number => Math.min(40, 6 + 2 * funds);
const POINT_ROWS = 22;
/** Right of the mixes: the line. */
const LINE_COLUMN = 4;
/** Below the weights: what the mixes came to. */
const FIGURES = 2;
/** Rows of BACKTEST, counted from 1 as INDEX counts them. */
const [VOLATILITY, SHARPE] = [4, 5];

/** The look that falls on each row. */
const LOOKS: Readonly<Record<number, string>> = {
  ...{ 1: "annual", 2: "semiannual", 4: "quarterly", 12: "monthly", 52: "weekly" },
};

/** All cells that the sheet fills. */
export function frontierPlace(source: EvidenceSource, choices: FrontierChoices): Block {
  const { next } = evidenceTop(source, choices, choices.title);
  const funds = choices.names.length;
  const height = next + Math.max(funds + FIGURES + 3 + POINT_ROWS + barRows(funds), POINTS + 1);
  return { sheet: choices.sheet, row: 0, column: 0, height, width: LINE_COLUMN + 2 + choices.names.length };
}

/**
 * Describes a sheet with the efficient line of past returns as live formulas (FRONTIER), the mix of least variance
 * (OPTIMIZE) beside the targets, what both came to, and charts: of them beside the line, and of their weights.
 */
export function frontierSheet(source: EvidenceSource, choices: FrontierChoices): Description {
  const { sheet, namespace, names, targetRows, periodsPerYear, title } = choices;
  const top = evidenceTop(source, choices, title, "the targets");
  const at = (row: number, column: number, height = 1, width = 1): Block => ({ sheet, row, column, height, width });
  const head = top.next;
  const funds = names.length;
  const labels = at(head + 1, 0, funds);
  const targets = at(head + 1, 1, funds);
  const least = at(head + 1, 2, funds);
  const line = at(head, LINE_COLUMN, POINTS + 1, funds + 2);
  const figures = head + 1 + funds;
  const [targetRisk, targetMean] = [at(figures, 1), at(figures + 1, 1)];
  // A rule that trades on every row keeps the mix at its targets: its volatility is the mix's own. Over no other rate, the
  // ratio of Sharpe is the mean return over it, both by the year.
  const kept = typedCall(namespace, "BACKTEST", top.returns, top.targets, `"${LOOKS[periodsPerYear] ?? "daily"}"`);
  const charts = figures + FIGURES + 1;
  const write = (block: Block, formula: string): Step => ({ do: "write formula", block, formula: `=${formula}` });
  return {
    title: `Write the efficient line on sheet ${sheet}`,
    steps: [
      ...top.steps,
      { do: "write values", block: at(head, 0, 1, 3), values: [["Fund", "Your target", "Least risk"]] },
      { do: "style", block: at(head, 0), style: "heading" },
      { do: "style", block: at(head, 1, 1, 2), style: "figure heading" },
      { do: "format numbers", block: labels, format: "@" },
      { do: "write values", block: labels, values: names.map((name) => [name]) },
      { do: "format numbers", block: at(head + 1, 1, funds, 2), format: "0.0%" },
      // Targets may be typed as fractions, as percents or in hundreds.
      ...targetRows.map((row, asset): Step =>
        write(
          { ...targets, row: targets.row + asset, height: 1 },
          `INDEX(${top.targets},${row + 1})/SUM(${top.targets})`,
        ),
      ),
      write(least, typedCall(namespace, "OPTIMIZE", top.returns, '"min variance"')),
      { do: "style", block: { ...line, height: 1 }, style: "figure heading" },
      { do: "format numbers", block: { ...line, row: head + 1, height: POINTS }, format: "0.0%" },
      write(line, typedCall(namespace, "FRONTIER", top.returns, String(POINTS))),
      { do: "write values", block: at(figures, 0, FIGURES), values: [["Volatility a year"], ["Mean return a year"]] },
      { do: "style", block: at(figures, 0, FIGURES), style: "label" },
      { do: "format numbers", block: at(figures, 1, FIGURES, 2), format: "0.0%" },
      write(targetRisk, `INDEX(${kept},${VOLATILITY},2)`),
      write(targetMean, `${localAddress(targetRisk)}*INDEX(${kept},${SHARPE},2)`),
      write(at(figures, 2), localAddress(at(head + 1, LINE_COLUMN))),
      write(at(figures + 1, 2), localAddress(at(head + 1, LINE_COLUMN + 1))),
      {
        do: "chart",
        kind: "points",
        name: "Keel frontier, risk and return",
        at: at(charts, 0, POINT_ROWS, 3),
        title: "Risk and return in the past",
        words: "Points of your targets and of the mix of least risk, beside the line of the most return for each risk.",
        series: [
          { name: "Your targets", x: targetRisk, values: targetMean },
          { name: "Least risk", x: at(figures, 2), values: at(figures + 1, 2) },
          {
            name: "Most return for each risk",
            x: at(head + 1, LINE_COLUMN, POINTS),
            values: at(head + 1, LINE_COLUMN + 1, POINTS),
            joined: true,
          },
        ],
        x: { title: "Volatility a year", format: "0%" },
        y: { title: "Mean return a year", format: "0%" },
      },
      {
        do: "chart",
        name: "Keel frontier",
        at: at(charts + POINT_ROWS, 0, barRows(funds), 3),
        title: "Your targets, and the mix of least risk",
        words: "Bars of each fund's target, and of its weight in the mix that had the least risk in the past.",
        categories: labels,
        series: [
          { name: "Your target", values: targets },
          { name: "Least risk", values: least },
        ],
        format: "0%",
      },
      { do: "set width", block: at(0, 0), characters: 34 },
      { do: "set width", block: at(0, 1, 1, 2), characters: 16 },
      ...Array.from({ length: funds + 2 }, (_, column): Step => ({
        do: "set width",
        block: at(0, LINE_COLUMN + column),
        characters: 14,
      })),
      {
        do: "set up page",
        block: at(head, 0),
        orientation: "portrait",
        columns: [
          { column: 0, width: 3 },
          { column: LINE_COLUMN, width: funds + 2 },
        ],
      },
      { do: "select", block: { ...line, height: 1, width: 1 } },
    ],
  };
}
