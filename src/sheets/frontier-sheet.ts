import type { Description, Step } from "./description";
import { evidenceTop, type EvidenceChoices, type EvidenceSource } from "./evidence-source";
import { typedCall } from "./keel-spelling";
import type { Block } from "./place";

/** What the sheet with the efficient line is written by. */
export interface FrontierChoices extends EvidenceChoices {
  /** What each column of returns is called, and the row of the targets, from 0, that it is of. */
  readonly names: readonly string[];
  readonly targetRows: readonly number[];
  readonly title: string;
}

const POINTS = 20;
/** Two bars a fund, below title and legend and above the axis; many funds share what room there is. */
const chartRows = (funds: number): number => Math.min(40, 6 + 2 * funds);
/** Right of the mixes: the line. */
const LINE_COLUMN = 4;

/** All cells that the sheet fills. */
export function frontierPlace(source: EvidenceSource, choices: FrontierChoices): Block {
  const { next } = evidenceTop(source, choices, choices.title);
  const height = next + Math.max(choices.names.length + 2 + chartRows(choices.names.length), POINTS + 1);
  return { sheet: choices.sheet, row: 0, column: 0, height, width: LINE_COLUMN + 2 + choices.names.length };
}

/**
 * Describes a sheet with the efficient line of past returns as live formulas (FRONTIER), the mix of least variance
 * (OPTIMIZE) beside the targets, and a chart of both.
 */
export function frontierSheet(source: EvidenceSource, choices: FrontierChoices): Description {
  const { sheet, namespace, names, targetRows, title } = choices;
  const top = evidenceTop(source, choices, title, "the targets");
  const at = (row: number, column: number, height = 1, width = 1): Block => ({ sheet, row, column, height, width });
  const head = top.next;
  const funds = names.length;
  const labels = at(head + 1, 0, funds);
  const targets = at(head + 1, 1, funds);
  const least = at(head + 1, 2, funds);
  const line = at(head, LINE_COLUMN, POINTS + 1, funds + 2);
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
      {
        do: "chart",
        name: "Keel frontier",
        at: at(head + funds + 2, 0, chartRows(funds), 3),
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
