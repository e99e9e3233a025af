import type { Description, Step } from "./description";
import { evidenceTop, type EvidenceChoices, type EvidenceSource, type EvidenceTop } from "./evidence-source";
import { typedCall } from "./keel-spelling";
import { localAddress, type Block } from "./place";

/** What the sheet with past crashes is written by. */
export interface CrashChoices extends EvidenceChoices {
  /** Dollars that would have fallen. */
  readonly worth: number;
  /** How many falls there are now, and how many there may be. */
  readonly falls: number;
  readonly most: number;
  /** What each column of EPISODES holds below its heading. */
  readonly kinds: readonly ("plain" | "percent" | "day")[];
  readonly title: string;
}

const PATTERNS = { plain: "0", percent: "0.0%", day: "mmm yyyy" } as const;
/** Columns of EPISODES, counted from 0. */
const [FROM, BOTTOM, FALL, RULE, NEVER] = [0, 1, 3, 7, 8];
/** Room for ten falls. */
const CHART_ROWS = 36;
/** Left of what EPISODES gives stands what each fall is called. */
const EPISODES = 1;

/** All cells that the sheet fills. */
export function crashPlace(source: EvidenceSource, choices: CrashChoices): Block {
  const { next } = topOf(source, choices);
  const height = next + choices.most + CHART_ROWS + 5;
  return { sheet: choices.sheet, row: 0, column: 0, height, width: EPISODES + choices.kinds.length + 1 };
}

/** The top of the sheet. EPISODES takes targets for stocks, bonds and bills, in this order, also for those that are 0. */
function topOf(source: EvidenceSource, choices: CrashChoices): EvidenceTop {
  const { past } = source;
  if (!("builtIn" in past)) return evidenceTop(source, choices, choices.title);
  const builtIn = ["stocks", "bonds", "bills"].map(
    (series) => past.builtIn.find((part) => part.series === series) ?? { series, targets: [] },
  );
  return evidenceTop({ ...source, past: { builtIn } }, choices, choices.title);
}

/**
 * Describes a sheet with the deepest falls of a mix as live formulas: EPISODES, what each fall would have taken of so many
 * dollars, and a chart of how deep each went with the rule and without rebalancing.
 */
export function crashSheet(source: EvidenceSource, choices: CrashChoices): Description {
  const { sheet, namespace, worth, falls, most, kinds } = choices;
  const top = topOf(source, choices);
  const at = (row: number, column: number, height = 1, width = 1): Block => ({ sheet, row, column, height, width });
  const money = at(top.next, 1);
  const table = top.next + 2;
  const gone = EPISODES + kinds.length;
  const columnOf = (column: number, height = most): Block => at(table + 1, EPISODES + column, height);
  const cell = (row: number, column: number): string => localAddress(at(row, EPISODES + column));
  const returns = "builtIn" in source.past ? [] : [top.returns];
  const isDated = kinds[FROM] === "day";
  // A fall can begin at the start, which has no day.
  const moment = (row: number, column: number): string =>
    isDated ? `IFERROR(YEAR(${cell(row, column)}),${cell(row, column)})` : cell(row, column);
  const rows = Array.from({ length: most }, (_, index) => table + 1 + index);
  return {
    title: `Write how the crashes would have been on sheet ${sheet}`,
    steps: [
      ...top.steps,
      { do: "write values", block: at(top.next, 0), values: [["My money"]] },
      { do: "style", block: at(top.next, 0), style: "label" },
      { do: "format numbers", block: money, format: "$#,##0" },
      { do: "write values", block: money, values: [[worth]] },
      { do: "style", block: money, style: "input" },
      {
        do: "validate",
        block: money,
        allow: { kind: "number", least: 0 },
        prompt: { title: "My money", text: "Dollars that would have fallen. Type over it to ask about other money." },
        refusal: "Type an amount such as 48400.",
      },
      { do: "write values", block: at(table, 0), values: [["Fall"]] },
      { do: "style", block: at(table, 0), style: "heading" },
      { do: "style", block: at(table, EPISODES, 1, kinds.length + 1), style: "figure heading" },
      ...kinds.map((kind, column): Step => ({
        do: "format numbers",
        block: columnOf(column),
        format: PATTERNS[kind],
      })),
      {
        do: "write formula",
        block: at(table, EPISODES, most + 1, kinds.length),
        formula: `=${typedCall(namespace, "EPISODES", top.targets, source.policy, ...returns)}`,
      },
      ...rows.map((row): Step => ({
        do: "write formula",
        block: at(row, 0),
        formula: `=IF(${cell(row, FROM)}="","",IF(${moment(row, FROM)}=${moment(row, BOTTOM)},"",${moment(row, FROM)}&"–")&${moment(row, BOTTOM)})`,
      })),
      { do: "write values", block: at(table, gone), values: [["Gone on paper"]] },
      { do: "format numbers", block: at(table + 1, gone, most), format: "$#,##0" },
      ...rows.map((row): Step => ({
        do: "write formula",
        block: at(row, gone),
        formula: `=IF(${cell(row, RULE)}="","",MAX(0,-${cell(row, RULE)}*${localAddress(money, true)}))`,
      })),
      {
        do: "chart",
        name: "Keel crashes",
        at: at(table + most + 2, 0, CHART_ROWS, 6),
        title: "How deep each fall went",
        words: "For each fall a bar of the rule, of never rebalancing, and of the mix at its targets.",
        categories: at(table + 1, 0, falls),
        series: [
          { name: "Your rule", values: columnOf(RULE, falls) },
          { name: "Never rebalanced", values: columnOf(NEVER, falls) },
          { name: "Mix at its targets", values: columnOf(FALL, falls) },
        ],
        format: "0%",
      },
      { do: "set width", block: at(0, 0), characters: 28 },
      ...Array.from({ length: kinds.length + 1 }, (_, column): Step => ({
        do: "set width",
        block: at(0, EPISODES + column),
        characters: 25,
      })),
      {
        do: "set up page",
        block: at(table, 0),
        orientation: "landscape",
        columns: [{ column: 0, width: EPISODES + kinds.length + 1 }],
      },
      { do: "select", block: money },
    ],
  };
}
