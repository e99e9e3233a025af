import type { Description, Step } from "./description";
import { evidenceTop, type EvidenceChoices, type EvidenceSource } from "./evidence-source";
import { typedCall } from "./keel-spelling";
import { localAddress, type Block } from "./place";

/** What the sheet with drawn futures is written by. */
export interface FutureChoices extends EvidenceChoices {
  /** Dollars at the start, and paid in each month; − is taken out. */
  readonly start: number;
  readonly monthly: number;
  readonly years: number;
  readonly paths: number;
  readonly seed: number;
  /** How many periods of returns a year has: at each one's end something is paid in. */
  readonly periodsPerYear: number;
}

const TITLE = "What may come";
const PATTERNS = { money: "$#,##0;-$#,##0", percent: "0.0%", plain: "#,##0", years: "General" } as const;
/** SIMULATE's rows below its headings: five end values, five drawdowns, the chance. */
const [ENDS, FALLS] = [5, 5];
const HEIGHT = 1 + ENDS + FALLS + 1;
/** SIMULATE's columns: what it is, the rule, never, and the seed. */
const WIDTH = 4;
/** Futures are told after each of these parts of the years; the last column is SIMULATE's own. */
const PARTS = [0.25, 0.5, 0.75] as const;
const HEADINGS = [
  "After so many years",
  "5% have less",
  "25% have less",
  "Middle",
  "75% have less",
  "95% have less",
  "Paid in",
];
/** The percentiles that the chart shows, the middle one first: of three lines each has a stroke of its own. */
const CHARTED = [2, 0, 4] as const;
const CHART_ROWS = 20;
const MONTHS_A_YEAR = 12;

interface Places {
  readonly inputs: number;
  /** The heading above SIMULATE's cells. */
  readonly table: number;
  /** The years' headings of the smaller table. */
  readonly fan: number;
  readonly chart: number;
}

function placesBelow(next: number): Places {
  const table = next + 7;
  const fan = table + HEIGHT + 2;
  return { inputs: next, table, fan, chart: fan + PARTS.length + 4 };
}

/** All cells that the sheet fills. */
export function futurePlace(source: EvidenceSource, choices: FutureChoices): Block {
  const { chart } = placesBelow(evidenceTop(source, choices, TITLE).next);
  return { sheet: choices.sheet, row: 0, column: 0, height: chart + CHART_ROWS, width: WIDTH + PARTS.length };
}

/**
 * Describes a sheet with what may come of a rule, as live formulas: SIMULATE over cells that its owner may change, the
 * same after a quarter, half and three quarters of the years, and a chart of how futures spread out. After fewer years
 * SIMULATE draws other paths from the same seed, so that these columns differ a little from a picture of the same paths.
 */
export function futureSheet(source: EvidenceSource, choices: FutureChoices): Description {
  const { sheet, namespace, start, monthly, years, paths, seed, periodsPerYear } = choices;
  const top = evidenceTop(source, choices, TITLE);
  const { inputs, table, fan, chart } = placesBelow(top.next);
  const at = (row: number, column: number, height = 1, width = 1): Block => ({ sheet, row, column, height, width });
  const fixed = (row: number, column: number): string => localAddress(at(row, column), true);
  const write = (block: Block, formula: string): Step => ({ do: "write formula", block, formula: `=${formula}` });
  const format = (block: Block, pattern: string): Step => ({ do: "format numbers", block, format: pattern });
  const [startCell, monthlyCell, yearsCell, pathsCell, seedCell] = [0, 1, 2, 3, 4].map((row) => fixed(inputs + row, 1));
  const paid = `${monthlyCell ?? ""}${timesAPeriod(periodsPerYear)}`;
  const simulate = (span: string | undefined): string =>
    typedCall(
      ...([namespace, "SIMULATE", top.returns, top.targets, source.policy, span ?? ""] as const),
      ...([startCell, paid, "", pathsCell, seedCell] as const).map((argument) => argument ?? ""),
    );
  const formats = (column: number, width: number): readonly Step[] => [
    format(at(table + 1, column, ENDS, width), PATTERNS.money),
    format(at(table + 1 + ENDS, column, FALLS + 1, width), PATTERNS.percent),
  ];
  return {
    title: `Write what may come on sheet ${sheet}`,
    steps: [
      ...top.steps,
      ...input(at(inputs, 0), "Money at the start", start, PATTERNS.money, {
        allow: { kind: "number", least: 0.01 },
        prompt: "Dollars that are invested at your targets at the start.",
        refusal: "Type an amount such as 10000.",
      }),
      ...input(at(inputs + 1, 0), "Paid in each month", monthly, PATTERNS.money, {
        allow: { kind: "number" },
        prompt: "Dollars paid in each month; a minus takes them out.",
        refusal: "Type an amount such as 500 or -500.",
      }),
      ...input(at(inputs + 2, 0), "Years", years, PATTERNS.years, {
        allow: { kind: "number", least: 0.01, most: 1000 },
        prompt: "For how many years. Twice as many take twice as long to draw.",
        refusal: "Type years such as 20.",
      }),
      ...input(at(inputs + 3, 0), "Futures drawn", paths, PATTERNS.plain, {
        allow: { kind: "number", least: 1, most: 1_000_000 },
        prompt: "How many futures are drawn. More take longer, and chance tells less.",
        refusal: "Type a whole number such as 10000.",
      }),
      ...input(at(inputs + 4, 0), "Seed", seed, "0", {
        allow: { kind: "number" },
        prompt: "The same seed draws the same futures. Another whole number draws others.",
        refusal: "Type a whole number such as 1.",
      }),
      {
        do: "write values",
        block: at(inputs + 5, 0),
        values: [
          [
            "Each period is one of the past, drawn whatever came before. Other futures are drawn for fewer years. Dollars of then, before inflation.",
          ],
        ],
      },
      { do: "style", block: at(inputs + 5, 0), style: "note" },
      { do: "style", block: at(table, 0), style: "heading" },
      { do: "style", block: at(table, 1, 1, WIDTH - 1 + PARTS.length), style: "figure heading" },
      ...formats(1, 2),
      ...formats(WIDTH, PARTS.length),
      write(at(table, 0, HEIGHT, WIDTH), simulate(yearsCell)),
      ...PARTS.map((_, part) =>
        write(at(table, WIDTH + part, HEIGHT), `INDEX(${simulate(fixed(fan + 2 + part, 0))},0,2)`),
      ),
      ...PARTS.map((_, part) => format(at(table - 1, WIDTH + part), '"After "General" years"')),
      ...PARTS.map((_, part) => write(at(table - 1, WIDTH + part), localAddress(at(fan + 2 + part, 0), true))),
      { do: "style", block: at(table - 1, WIDTH, 1, PARTS.length), style: "figure heading" },
      { do: "write values", block: at(fan, 0, 1, HEADINGS.length), values: [HEADINGS] },
      { do: "style", block: at(fan, 0), style: "heading" },
      { do: "style", block: at(fan, 1, 1, ENDS + 1), style: "figure heading" },
      format(at(fan + 1, 0, PARTS.length + 2), PATTERNS.years),
      format(at(fan + 1, 1, PARTS.length + 2, ENDS + 1), PATTERNS.money),
      { do: "write values", block: at(fan + 1, 0), values: [[0]] },
      ...PARTS.map((part, row) => write(at(fan + 2 + row, 0), `${yearsCell ?? ""}*${part}`)),
      write(at(fan + 2 + PARTS.length, 0), yearsCell ?? ""),
      ...Array.from({ length: ENDS }, (_, end): readonly Step[] => [
        write(at(fan + 1, 1 + end), startCell ?? ""),
        ...PARTS.map((_, part) => write(at(fan + 2 + part, 1 + end), fixed(table + 1 + end, WIDTH + part))),
        write(at(fan + 2 + PARTS.length, 1 + end), fixed(table + 1 + end, 1)),
      ]).flat(),
      ...Array.from({ length: PARTS.length + 2 }, (_, row) =>
        write(
          at(fan + 1 + row, 1 + ENDS),
          `${startCell ?? ""}+${monthlyCell ?? ""}*${MONTHS_A_YEAR}*${fixed(fan + 1 + row, 0)}`,
        ),
      ),
      {
        do: "chart",
        name: "Keel future",
        // On an axis of how many times as much, what has run out could not be shown.
        ...(monthly < 0 ? {} : { kind: "growth" as const }),
        at: at(chart, 0, CHART_ROWS, WIDTH),
        title: "How drawn futures spread out",
        words:
          "Lines of what the middle one of the drawn futures has as years go by, and of what 5% and 95% of them have less than.",
        categories: at(fan + 1, 0, PARTS.length + 2),
        series: CHARTED.map((end) => ({
          name: HEADINGS[1 + end] ?? "",
          values: at(fan + 1, 1 + end, PARTS.length + 2),
        })),
        format: "$#,##0",
      },
      { do: "set width", block: at(0, 0), characters: 50 },
      ...Array.from({ length: WIDTH - 1 + PARTS.length }, (_, column): Step => ({
        do: "set width",
        block: at(0, 1 + column),
        characters: 22,
      })),
      {
        do: "set up page",
        block: at(table, 0),
        orientation: "landscape",
        columns: [{ column: 0, width: WIDTH + PARTS.length }],
      },
      { do: "select", block: at(inputs, 1) },
    ],
  };
}

/** What a monthly amount is multiplied by for each period, in the digits that the pane counts with. */
function timesAPeriod(periodsPerYear: number): string {
  const months = MONTHS_A_YEAR / periodsPerYear;
  if (months === 1) return "";
  return Number.isInteger(months) ? `*${months}` : `*${MONTHS_A_YEAR}/${periodsPerYear}`;
}

interface InputRule {
  readonly allow: Extract<Step, { do: "validate" }>["allow"];
  readonly prompt: string;
  readonly refusal: string;
}

/** A label and the cell beside it, which its owner may change. */
function input(label: Block, words: string, value: number, pattern: string, rule: InputRule): readonly Step[] {
  const cell = { ...label, column: label.column + 1 };
  return [
    { do: "write values", block: label, values: [[words]] },
    { do: "style", block: label, style: "label" },
    { do: "format numbers", block: cell, format: pattern },
    { do: "write values", block: cell, values: [[value]] },
    { do: "style", block: cell, style: "input" },
    {
      do: "validate",
      block: cell,
      allow: rule.allow,
      prompt: { title: words, text: rule.prompt },
      refusal: rule.refusal,
    },
  ];
}
