import type { Description, Step, Validation } from "./description";
import { typedCall } from "./keel-spelling";
import { address, localAddress, type Block } from "./place";

/** What moves the targets, with what its cells begin as. `cashRow` counts the funds from 1. */
export type MovingBy =
  | {
      readonly kind: "age";
      readonly age: number;
      readonly retireAge: number;
      readonly style: string;
      readonly styles: readonly string[];
      /** What each fund counts as. */
      readonly classes: readonly ("stocks" | "bonds" | "cash")[];
    }
  | { readonly kind: "volatility"; readonly wanted: number; readonly lookback: number; readonly cashRow: number }
  | { readonly kind: "trend"; readonly lookback: number; readonly cashRow: number };

/** What the sheet of targets that move is written by. */
export interface MovingChoices {
  readonly sheet: string;
  readonly namespace: string;
  readonly listName: string;
  /** The table of past returns, how many columns stand before its first fund, and its rows a year. */
  readonly table: string;
  readonly before: number;
  readonly periodsPerYear: number;
  /** The funds that have returns, in the order of their columns, and their targets as fractions. */
  readonly funds: readonly { readonly name: string; readonly target: number }[];
  readonly by: MovingBy;
  /** What the sheet says of itself: what it is, how it moves the targets, and what to know before. */
  readonly title: string;
  readonly notes: readonly string[];
}

const CHART_ROWS = 18;
const FIRST_INPUT = 5;

interface Places {
  readonly inputs: readonly Block[];
  readonly headings: number;
  readonly names: Block;
  readonly targets: Block;
  readonly moved: Block;
  readonly classes: Block;
  readonly mix: Block;
}

function placesOn({ sheet, by, funds }: MovingChoices): Places {
  const at = (row: number, column: number, height = 1, width = 1): Block => ({ sheet, row, column, height, width });
  const inputs = by.kind === "trend" ? 1 : by.kind === "volatility" ? 2 : 3;
  const headings = FIRST_INPUT + inputs + 1;
  return {
    inputs: Array.from({ length: inputs }, (_, index) => at(FIRST_INPUT + index, 1)),
    headings,
    names: at(headings + 1, 0, funds.length),
    targets: at(headings + 1, 1, funds.length),
    moved: at(headings + 1, 2, funds.length),
    classes: at(headings + 1, 3, funds.length),
    mix: at(headings + 1, 5, 1, 3),
  };
}

/** The targets as they are moved, a cell a fund. */
export function movedTargetsAt(choices: MovingChoices): Block {
  return placesOn(choices).moved;
}

/** All cells that the sheet fills. */
export function movingPlace(choices: MovingChoices): Block {
  const { headings } = placesOn(choices);
  const height = headings + choices.funds.length + 3 + CHART_ROWS;
  return { sheet: choices.sheet, row: 0, column: 0, height, width: choices.by.kind === "age" ? 8 : 3 };
}

/**
 * Describes a sheet on which targets move by a rule, as live formulas over the workbook's returns, beside a copy of those
 * that don't, with a chart of both. The copy is values, so that the list's own targets may refer to what has moved.
 */
export function movingSheet(choices: MovingChoices): Description {
  const { sheet, funds, title, notes, by } = choices;
  const places = placesOn(choices);
  const { headings, names, targets, moved } = places;
  const at = (row: number, column: number, height = 1, width = 1): Block => ({ sheet, row, column, height, width });
  const total = headings + funds.length + 1;
  return {
    title: `Write targets that move on sheet ${sheet}`,
    steps: [
      { do: "add sheet", name: sheet },
      { do: "write values", block: at(0, 0), values: [[title]] },
      { do: "style", block: at(0, 0), style: "title" },
      { do: "write values", block: at(1, 0, notes.length), values: notes.map((note) => [note]) },
      { do: "style", block: at(1, 0, notes.length), style: "note" },
      ...inputSteps(choices, places),
      { do: "write values", block: at(headings, 0, 1, 3), values: [["Fund", "Your target", "Target now"]] },
      { do: "style", block: at(headings, 0), style: "heading" },
      { do: "style", block: at(headings, 1, 1, 2), style: "figure heading" },
      { do: "format numbers", block: names, format: "@" },
      { do: "write values", block: names, values: funds.map(({ name }) => [name]) },
      { do: "format numbers", block: at(headings + 1, 1, funds.length + 1, 2), format: "0.0%" },
      { do: "write values", block: targets, values: funds.map(({ target }) => [target]) },
      { do: "style", block: targets, style: "input" },
      ...targetSteps(choices, places),
      { do: "write values", block: at(total, 0), values: [["Total"]] },
      { do: "style", block: at(total, 0), style: "label" },
      { do: "write formula", block: at(total, 1), formula: `=SUM(${localAddress(targets)})` },
      { do: "write formula", block: at(total, 2), formula: `=SUM(${localAddress(moved)})` },
      {
        do: "chart",
        name: "Keel moving targets",
        at: at(total + 2, 0, CHART_ROWS, 3),
        title: "Your targets, and where they have moved",
        words: "Bars of each fund's target, and of the target that the rule gives it now.",
        categories: names,
        series: [
          { name: "Your target", values: targets },
          { name: "Target now", values: moved },
        ],
        format: "0%",
      },
      { do: "set width", block: at(0, 0), characters: 34 },
      { do: "set width", block: at(0, 1, 1, by.kind === "age" ? 3 : 2), characters: 16 },
      { do: "set up page", block: at(headings, 0), orientation: by.kind === "age" ? "landscape" : "portrait" },
      ...(places.inputs[0] ? [{ do: "select", block: places.inputs[0] } as const] : []),
    ],
  };
}

interface Input {
  readonly label: string;
  readonly value: number | string;
  readonly format?: string;
  readonly allow: Validation["allow"];
  readonly says: string;
  readonly refusal: string;
}

function inputsOf(by: MovingBy): readonly Input[] {
  switch (by.kind) {
    case "age":
      return [
        {
          ...{ label: "Your age", value: by.age, says: "In years. Change it each birthday." },
          allow: { kind: "number", least: 0, most: 130 },
          refusal: "Type an age such as 52.",
        },
        {
          ...{ label: "Retirement age", value: by.retireAge, says: "Only the target date path asks for it." },
          allow: { kind: "number", least: 1, most: 130 },
          refusal: "Type an age such as 65.",
        },
        {
          ...{ label: "Path", value: by.style, says: "Which rule sets the share of stocks by age." },
          allow: { kind: "list", words: by.styles, strict: true },
          refusal: "Choose one of the list.",
        },
      ];
    case "volatility":
      return [
        {
          ...{
            label: "Volatility a year",
            value: by.wanted,
            format: "0.0%",
            says: "The volatility that you want, such as 10%.",
          },
          allow: { kind: "number", least: 0, most: 5 },
          refusal: "Type a percent such as 10%.",
        },
        rowsInput("Rows to judge by", by.lookback),
      ];
    case "trend":
      return [rowsInput("Rows to judge by", by.lookback)];
  }
}

function rowsInput(label: string, value: number): Input {
  return {
    ...{ label, value, says: "So many of the last rows of your returns." },
    allow: { kind: "number", least: 2, most: 1000 },
    refusal: "Type a whole number from 2 to 1000.",
  };
}

function inputSteps({ by }: MovingChoices, { inputs }: Places): readonly Step[] {
  return inputsOf(by).flatMap(({ label, value, format, allow, says, refusal }, index): readonly Step[] => {
    const cell = inputs[index];
    if (!cell) return [];
    return [
      { do: "write values", block: { ...cell, column: 0 }, values: [[label]] },
      { do: "style", block: { ...cell, column: 0 }, style: "label" },
      ...(format === undefined ? [] : [{ do: "format numbers", block: cell, format } as const]),
      { do: "write values", block: cell, values: [[value]] },
      { do: "style", block: cell, style: "input" },
      { do: "validate", block: cell, allow, prompt: { title: label, text: says }, refusal },
    ];
  });
}

/** The formulas of the targets as they are moved. */
function targetSteps(choices: MovingChoices, places: Places): readonly Step[] {
  const { by, namespace, periodsPerYear } = choices;
  const { inputs, targets, moved } = places;
  const fixed = (block: Block | undefined): string => (block ? localAddress(block, true) : "");
  const [first, second, third] = inputs.map((block) => fixed(block));
  const call = (name: string, ...given: readonly (string | number | undefined)[]): string =>
    `=${typedCall(namespace, name, ...given.map((each) => String(each ?? "")))}`;
  switch (by.kind) {
    case "age":
      return ageSteps(by, places, call("GLIDEPATH", first, second, third));
    case "volatility": {
      const rows = lastRows(choices, second ?? "", 1);
      const formula = call("TARGETVOL", fixed(targets), rows, first, by.cashRow, periodsPerYear);
      return [{ do: "write formula", block: moved, formula }];
    }
    case "trend": {
      const rows = lastRows(choices, first ?? "", choices.before + 1);
      // Prices from returns: e to the power of the sum of the logarithms up to each row.
      const sums = `--(SEQUENCE(${first ?? ""})>=SEQUENCE(1,${first ?? ""}))`;
      const prices = `EXP(MMULT(${sums},LN(1+${rows})))`;
      const formula = call("TRENDFOLLOW", fixed(targets), prices, first, by.cashRow);
      return [{ do: "write formula", block: moved, formula }];
    }
  }
}

/** The last rows of the table of returns, from a column on, counted from 1. */
function lastRows({ table, before, funds }: MovingChoices, rows: string, column: number): string {
  const data = `${table}[#Data]`;
  const columns = funds.length + before - column + 1;
  return `INDEX(${data},SEQUENCE(${rows},1,ROWS(${data})-${rows}+1),SEQUENCE(1,${columns},${column}))`;
}

function ageSteps(
  { classes }: Extract<MovingBy, { readonly kind: "age" }>,
  { headings, classes: kinds, mix, targets, moved }: Places,
  glidePath: string,
): readonly Step[] {
  const above = (block: Block): Block => ({ ...block, row: headings, height: 1 });
  const all = (block: Block): string => localAddress(block, true);
  return [
    { do: "write values", block: above(kinds), values: [["Counts as"]] },
    { do: "style", block: above(kinds), style: "heading" },
    { do: "write values", block: kinds, values: classes.map((each) => [each]) },
    { do: "write values", block: above(mix), values: [["stocks", "bonds", "cash"]] },
    { do: "style", block: above(mix), style: "figure heading" },
    { do: "format numbers", block: mix, format: "0.0%" },
    { do: "write formula", block: mix, formula: glidePath },
    ...classes.map((_, row): Step => {
      const cell = (block: Block): string => localAddress({ ...block, row: block.row + row, height: 1 });
      const share = `SUMIF(${all(above(mix))},${cell(kinds)},${all(mix)})`;
      const part = `${share}*${cell(targets)}/SUMIF(${all(kinds)},${cell(kinds)},${all(targets)})`;
      return {
        do: "write formula",
        block: { ...moved, row: moved.row + row, height: 1 },
        // A fund without a target may be alone in its class: nothing is to be divided by.
        formula: `=IF(${cell(targets)}=0,0,${part})`,
      };
    }),
  ];
}

/**
 * Describes how a list's targets come to be those that have moved: a formula in each cell that refers to the rule's sheet.
 * `whole` is what the list's targets add up to, 1 or 100. Undone in one step, the targets are what they were.
 */
export function followMoved(cells: readonly Block[], moved: Block, whole: 1 | 100): Description {
  return {
    title: "Have the targets follow the rule",
    steps: cells.map((cell, row): Step => ({
      do: "write formula",
      block: cell,
      formula: `=${address({ ...moved, row: moved.row + row, height: 1 }, true)}${whole === 1 ? "" : `*${whole}`}`,
    })),
  };
}
