import type { Description, Step } from "./description";
import { evidenceTop, type EvidenceChoices, type EvidenceSource } from "./evidence-source";
import { typedCall } from "./keel-spelling";
import { localAddress, type Block } from "./place";

/** What the sheet with rules side by side is written by. */
export interface RulesChoices extends EvidenceChoices {
  /** The rules to compare as texts, never last. */
  readonly rules: readonly string[];
  /** What each column of COMPARE holds below its heading. */
  readonly kinds: readonly ("plain" | "money" | "percent" | "day")[];
  /** What the first asset is called. */
  readonly first: string;
  readonly title: string;
}

const PATTERNS = { plain: "[=0]0;[<3]0.00;#,##0", money: "$#,##0", percent: "0.0%", day: "mmm yyyy" } as const;
/** Columns of COMPARE, counted from 0. */
const [REBALANCES, AVERAGE_WEIGHT] = [7, 9];
const CHART_ROWS = 30;
/** A column is no wider than this, however long a rule or a name. */
const MOST_CHARACTERS = 60;
/** Left of what COMPARE gives stand the rules. */
const FIGURES = 1;

/** All cells that the sheet fills. */
export function rulesPlace(source: EvidenceSource, choices: RulesChoices): Block {
  const { next } = evidenceTop(source, choices, choices.title);
  const height = next + choices.rules.length + CHART_ROWS + 4;
  return { sheet: choices.sheet, row: 0, column: 0, height, width: FIGURES + choices.kinds.length };
}

/**
 * Describes a sheet with rules side by side as live formulas: the rules stand in cells of their own, for their owner to
 * type over, with COMPARE beside them; the owner's rule is in the last row; and charts of how often each would have
 * rebalanced, and of the average weight of the first asset.
 */
export function rulesSheet(source: EvidenceSource, choices: RulesChoices): Description {
  const { sheet, namespace, rules, kinds, first, title } = choices;
  const top = evidenceTop(source, choices, title);
  const table = top.next;
  const at = (row: number, column: number, height = 1, width = 1): Block => ({ sheet, row, column, height, width });
  const typed = at(table + 1, 0, rules.length);
  const own = table + 1 + rules.length;
  const below = own + 2;
  const columnOf = (column: number): Block => at(table + 1, FIGURES + column, rules.length + 1);
  const call = (policies: string): string => typedCall(namespace, "COMPARE", top.returns, top.targets, policies);
  const widest = Math.min(MOST_CHARACTERS, Math.max(24, ...rules.map(({ length }) => length + 4)));
  const half = Math.ceil((FIGURES + kinds.length) / 2) - 1;
  return {
    title: `Write how the rules compare on sheet ${sheet}`,
    steps: [
      ...top.steps,
      { do: "write values", block: at(table, 0), values: [["Rules to compare"]] },
      { do: "style", block: at(table, 0), style: "heading" },
      { do: "write values", block: typed, values: rules.map((rule) => [rule]) },
      { do: "style", block: typed, style: "input" },
      {
        do: "validate",
        block: typed,
        allow: { kind: "any" },
        prompt: {
          title: "A rule",
          text: "Such as annual and 5/25; cost 0.1%, or never. Type over it to compare another.",
        },
      },
      { do: "write values", block: at(own, 0), values: [["Your rule"]] },
      { do: "style", block: at(own, 0), style: "label" },
      { do: "style", block: at(table, FIGURES), style: "heading" },
      { do: "style", block: at(table, FIGURES + 1, 1, kinds.length - 1), style: "figure heading" },
      ...kinds.flatMap((kind, column): readonly Step[] =>
        column === 0 ? [] : [{ do: "format numbers", block: columnOf(column), format: PATTERNS[kind] }],
      ),
      {
        do: "write formula",
        block: at(table, FIGURES, rules.length + 1, kinds.length),
        formula: `=${call(localAddress(typed, true))}`,
      },
      {
        do: "write formula",
        block: at(own, FIGURES, 1, kinds.length),
        formula: `=INDEX(${call(source.policy)},2,0)`,
      },
      {
        do: "chart",
        name: "Keel rules, how often",
        at: at(below, 0, CHART_ROWS, half),
        title: "How often each rule would have rebalanced",
        words: "A bar a rule, for how often it would have rebalanced; the last is yours.",
        categories: at(table + 1, 0, rules.length + 1),
        series: [{ name: "Rebalances", values: columnOf(REBALANCES) }],
        format: "#,##0",
      },
      {
        do: "chart",
        name: "Keel rules, average weight",
        at: at(below, half, CHART_ROWS, FIGURES + kinds.length - half),
        title: `Average weight of ${first}`,
        words: `A bar a rule, for the average weight of ${first}; the last is yours.`,
        categories: at(table + 1, 0, rules.length + 1),
        series: [{ name: `Average weight of ${first}`, values: columnOf(AVERAGE_WEIGHT) }],
        format: "0%",
      },
      { do: "set width", block: at(0, 0), characters: widest },
      { do: "set width", block: at(0, FIGURES), characters: widest },
      ...kinds.slice(1).map((_, column): Step => ({
        do: "set width",
        block: at(0, FIGURES + 1 + column),
        characters: column + 1 === AVERAGE_WEIGHT ? Math.min(MOST_CHARACTERS, first.length + 22) : 22,
      })),
      {
        do: "set up page",
        block: at(table, 0),
        orientation: "landscape",
        columns: [{ column: 0, width: FIGURES + kinds.length }],
      },
      { do: "select", block: at(table + 1, 0) },
    ],
  };
}
