import type { Description, Step } from "./description";
import { evidenceTop, type EvidenceChoices, type EvidenceSource } from "./evidence-source";
import { typedCall } from "./keel-spelling";
import { localAddress, type Block } from "./place";

/** What the sheet with a rule's past is written by. */
export interface PastChoices extends EvidenceChoices {
  /** Dollars at the start. */
  readonly start: number;
  /** What each row of BACKTEST below its headings holds. */
  readonly kinds: readonly ("plain" | "money" | "percent" | "day")[];
  /** How many periods the returns have, and what BACKTESTPATH's columns hold: the period, the value, weights, what was traded. */
  readonly periods: number;
  readonly assets: number;
  readonly dated: boolean;
  readonly title: string;
}

const PATTERNS = { plain: "[=0]0;[<3]0.00;#,##0", money: "$#,##0", percent: "0.0%", day: "mmm yyyy" } as const;
const CHART_ROWS = 20;
/** Left of the path: labels, the rule, never, and a blank column. */
const PATH_COLUMN = 4;

/** All cells that the sheet fills. */
export function pastPlace(source: EvidenceSource, choices: PastChoices): Block {
  const { next } = evidenceTop(source, choices, choices.title);
  const [left, right] = [next + 4 + choices.kinds.length + CHART_ROWS, next + choices.periods + 2];
  return {
    sheet: choices.sheet,
    row: 0,
    column: 0,
    height: Math.max(left, right),
    width: PATH_COLUMN + choices.assets + 4,
  };
}

/**
 * Describes a sheet with what a rule would have done on past returns, as live formulas: the figures of BACKTEST beside
 * those of never rebalancing, the way there row by row (BACKTESTPATH), and a chart of both.
 */
export function pastSheet(source: EvidenceSource, choices: PastChoices): Description {
  const { sheet, namespace, start, kinds, periods, assets, dated, title } = choices;
  const top = evidenceTop(source, choices, title);
  const at = (row: number, column: number, height = 1, width = 1): Block => ({ sheet, row, column, height, width });
  const write = (block: Block, formula: string): Step => ({ do: "write formula", block, formula: `=${formula}` });
  const format = (block: Block, pattern: string): Step => ({ do: "format numbers", block, format: pattern });
  const startCell = at(top.next, 1);
  const call = (name: string, policy: string): string =>
    typedCall(namespace, name, top.returns, top.targets, policy, localAddress(startCell, true));
  const table = top.next + 2;
  const height = kinds.length + 1;
  // A path has its headings and the start above its periods.
  const path = at(table, PATH_COLUMN, periods + 2, assets + 3);
  const never = at(table, PATH_COLUMN + assets + 3, periods + 2);
  const columnOfPath = (offset: number): Block => ({
    ...path,
    row: table + 2,
    column: PATH_COLUMN + offset,
    height: periods,
    width: 1,
  });
  return {
    title: `Write what the rule would have done on sheet ${sheet}`,
    steps: [
      ...top.steps,
      { do: "write values", block: at(top.next, 0), values: [["Money at the start"]] },
      { do: "style", block: at(top.next, 0), style: "label" },
      format(startCell, PATTERNS.money),
      { do: "write values", block: startCell, values: [[start]] },
      { do: "style", block: startCell, style: "input" },
      {
        do: "validate",
        block: startCell,
        allow: { kind: "number", least: 0.01 },
        prompt: { title: "Money at the start", text: "Dollars that are invested at your targets at the start." },
        refusal: "Type an amount such as 10000.",
      },
      { do: "write values", block: at(table - 1, 1, 1, 2), values: [["Your rule", "Never"]] },
      { do: "style", block: at(table - 1, 1, 1, 2), style: "figure heading" },
      { do: "style", block: at(table, 0), style: "heading" },
      { do: "style", block: at(table, 1, 1, 2), style: "figure heading" },
      ...kinds.flatMap((kind, row): readonly Step[] => [format(at(table + 1 + row, 1, 1, 2), PATTERNS[kind])]),
      write(at(table, 0, height, 2), call("BACKTEST", source.policy)),
      write(at(table, 2, height), `INDEX(${call("BACKTEST", '""')},0,2)`),
      { do: "style", block: { ...path, height: 1, width: assets + 4 }, style: "figure heading" },
      ...(dated ? [format({ ...path, width: 1 }, PATTERNS.day)] : []),
      format({ ...path, column: PATH_COLUMN + 1, width: 1 }, PATTERNS.money),
      format({ ...path, column: PATH_COLUMN + 2, width: assets }, PATTERNS.percent),
      format({ ...path, column: PATH_COLUMN + 2 + assets, width: 1 }, PATTERNS.money),
      format(never, PATTERNS.money),
      write(path, call("BACKTESTPATH", source.policy)),
      { do: "write values", block: { ...never, row: table - 1, height: 1 }, values: [["Never"]] },
      { do: "style", block: { ...never, row: table - 1, height: 1 }, style: "figure heading" },
      write(never, `INDEX(${call("BACKTESTPATH", '""')},0,2)`),
      {
        do: "chart",
        name: "Keel growth",
        kind: "growth",
        at: at(table + height + 1, 0, CHART_ROWS, 3),
        title: "Growth with your rule, and never rebalanced",
        words: "Lines of what the money would have grown to, with the rule and without rebalancing.",
        categories: columnOfPath(0),
        series: [
          { name: "Your rule", values: columnOfPath(1) },
          { name: "Never", values: { ...never, row: table + 2, height: periods } },
        ],
        format: "$#,##0",
      },
      { do: "set width", block: at(0, 0), characters: 34 },
      { do: "set width", block: at(0, 1), characters: 18 },
      { do: "set width", block: at(0, 2), characters: 18 },
      ...Array.from({ length: assets + 4 }, (_, column): Step => ({
        do: "set width",
        block: at(0, PATH_COLUMN + column),
        characters: column === 0 ? 11 : 23,
      })),
      {
        do: "set up page",
        block: at(table, 0),
        orientation: "portrait",
        columns: [
          { column: 0, width: 3 },
          { column: PATH_COLUMN, width: assets + 4 },
        ],
      },
      { do: "select", block: startCell },
    ],
  };
}
