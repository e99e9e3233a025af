import type { Description, Step } from "./description";
import { evidenceTop, type EvidenceChoices, type EvidenceSource } from "./evidence-source";
import { typedCall } from "./keel-spelling";
import { localAddress, type Block } from "./place";

/** What the sheet with rules side by side is written by. */
export interface RulesChoices extends EvidenceChoices {
  /** The rules to compare as texts, a group for each interval between looks, with what the group is called. */
  readonly groups: readonly { readonly name: string; readonly rules: readonly string[] }[];
  /** The rule that never trades. */
  readonly never: string;
  /** What each column of COMPARE holds below its heading. */
  readonly kinds: readonly ("plain" | "money" | "percent" | "day")[];
  /** The row of the targets, from 0, that each column of returns is of. */
  readonly targetRows: readonly number[];
  /** What a row of returns stands for, such as `Months`. */
  readonly periods: string;
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
/** Left of what COMPARE gives stand the rules; right of it what the picture of points is of. */
const FIGURES = 1;
const POINTS = 2;

/** All cells that the sheet fills. */
export function rulesPlace(source: EvidenceSource, choices: RulesChoices): Block {
  const { next } = evidenceTop(source, choices, choices.title);
  const height = next + rulesOf(choices).length + CHART_ROWS + 4;
  return { sheet: choices.sheet, row: 0, column: 0, height, width: FIGURES + choices.kinds.length + POINTS };
}

/** The rules in the order of their rows; the owner's stands below them. */
function rulesOf({ groups, never }: RulesChoices): readonly string[] {
  return [...groups.flatMap(({ rules }) => rules), never];
}

/**
 * Describes a sheet with rules side by side as live formulas: the rules stand in cells of their own, for their owner to
 * type over, with COMPARE beside them, and how much money lay out of place on average (from BACKTESTPATH's weights, the
 * start left out); the owner's rule is in the last row; and charts of that against how rarely each would have rebalanced,
 * and of how often.
 */
export function rulesSheet(source: EvidenceSource, choices: RulesChoices): Description {
  const { sheet, namespace, groups, kinds, targetRows, periods, first, title } = choices;
  const rules = rulesOf(choices);
  const top = evidenceTop(source, choices, title);
  const table = top.next;
  const at = (row: number, column: number, height = 1, width = 1): Block => ({ sheet, row, column, height, width });
  const typed = at(table + 1, 0, rules.length);
  const own = table + 1 + rules.length;
  const below = own + 2;
  const [drift, apart] = [FIGURES + kinds.length, FIGURES + kinds.length + 1];
  const width = apart + 1;
  const columnOf = (column: number, from = table + 1, rows = rules.length + 1): Block => at(from, column, rows);
  const call = (policies: string): string => typedCall(namespace, "COMPARE", top.returns, top.targets, policies);
  const widest = Math.min(MOST_CHARACTERS, Math.max(24, ...rules.map(({ length }) => length + 4)));
  const half = Math.ceil(width / 2) - 1;
  /**
   * How far the path of a rule strayed, and how many rows it has: below the headings, which are no numbers, stands the start
   * at its targets. COMPARE alone reads "never"; a rule that says nothing never trades either.
   */
  const strayed = (row: number): readonly Step[] => {
    const said = localAddress(at(row, 0));
    const policy = row === own ? source.policy : `IF(LEFT(TRIM(${said}),5)="never","",${said})`;
    const path = typedCall(namespace, "BACKTESTPATH", top.returns, top.targets, policy);
    const gaps = targetRows.map((target, asset) => {
      const wanted = `INDEX(${top.targets},${target + 1})/SUM(${top.targets})`;
      return `SUM(IFERROR(ABS(INDEX(${path},0,${asset + FIRST_WEIGHT})-${wanted}),0))`;
    });
    const rows = `(ROWS(${path})-2)`;
    const rebalances = localAddress(at(row, FIGURES + REBALANCES));
    return [
      { do: "write formula", block: at(row, drift), formula: `=(${gaps.join("+")})/2/${rows}` },
      { do: "write formula", block: at(row, apart), formula: `=${rows}/MAX(1,${rebalances})` },
    ];
  };
  const heads = ["Out of place on average", `${periods} between rebalances`] as const;
  const starts = groups.map((_, index) =>
    groups.slice(0, index).reduce((row, group) => row + group.rules.length, table + 1),
  );
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
      { do: "style", block: at(table, FIGURES + 1, 1, width - FIGURES - 1), style: "figure heading" },
      ...kinds.flatMap((kind, column): readonly Step[] =>
        column === 0 ? [] : [{ do: "format numbers", block: columnOf(FIGURES + column), format: PATTERNS[kind] }],
      ),
      { do: "format numbers", block: columnOf(drift), format: "0.0%" },
      { do: "format numbers", block: columnOf(apart), format: "#,##0" },
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
      { do: "write values", block: at(table, drift, 1, POINTS), values: [heads] },
      ...Array.from({ length: rules.length + 1 }, (_, rule) => strayed(table + 1 + rule)).flat(),
      {
        do: "chart",
        kind: "points",
        name: "Keel rules, drift",
        at: at(below, 0, CHART_ROWS, half),
        title: "Further right: fewer trades. Further down: nearer to your targets",
        words:
          "A point a rule, for how rarely it would have rebalanced and how much money lay out of place; yours is the first.",
        series: [
          { name: "Your rule", x: at(own, apart), values: at(own, drift) },
          ...groups.map(({ name, rules: { length } }, index) => ({
            name,
            x: columnOf(apart, starts[index], length),
            values: columnOf(drift, starts[index], length),
          })),
        ],
        x: { title: heads[1], format: "#,##0" },
        y: { title: heads[0], format: "0%" },
      },
      {
        do: "chart",
        name: "Keel rules, how often",
        at: at(below, half, CHART_ROWS, width - half),
        title: "How often each rule would have rebalanced",
        words: "A bar a rule, for how often it would have rebalanced; the last is yours.",
        categories: at(table + 1, 0, rules.length + 1),
        series: [{ name: "Rebalances", values: columnOf(FIGURES + REBALANCES) }],
        format: "#,##0",
      },
      { do: "set width", block: at(0, 0), characters: widest },
      { do: "set width", block: at(0, FIGURES), characters: widest },
      ...kinds.slice(1).map((_, column): Step => ({
        do: "set width",
        block: at(0, FIGURES + 1 + column),
        characters: column + 1 === AVERAGE_WEIGHT ? Math.min(MOST_CHARACTERS, first.length + 22) : 22,
      })),
      { do: "set width", block: at(0, drift, 1, POINTS), characters: 28 },
      {
        do: "set up page",
        block: at(table, 0),
        orientation: "landscape",
        columns: [{ column: 0, width }],
      },
      { do: "select", block: at(table + 1, 0) },
    ],
  };
}

/** The column of BACKTESTPATH with the first weight, counted from 1 as INDEX counts them. */
const FIRST_WEIGHT = 3;
