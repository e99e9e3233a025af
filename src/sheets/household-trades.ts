import { checkLabels } from "../ranges";
import type { Description, Step } from "./description";
import { referencesTo, type HouseholdSource } from "./household-source";
import { tradesPlaces, tradesRow, type TradesPlaces } from "./household-trades-places";
import { typedCall } from "./keel-spelling";
import { dollarPatterns, type MoneyPatterns } from "./money-pattern";
import { address, localAddress, topLeft, type Block } from "./place";
import { columnReference, type Choices } from "./plan-formulas";
import { namesOf } from "./plan-subject";

/** What the trades of a household are written over, and as what. */
export interface TradesChoices extends Pick<Choices, "names" | "namespace"> {
  readonly sheet: string;
  readonly policyTable: string;
  /** What the owner calls the list: "Holdings on sheet Accounts". */
  readonly listName: string;
  /** The list's columns that tell whose money and which fund a row is about. */
  readonly beside: readonly ListColumn[];
  /** How many rows the list has, from its headings on, and how many classes have a target. */
  readonly holdings: number;
  readonly classes: number;
  /** Whether money is in none of the classes now, which is a row of PLANCHECK of its own. */
  readonly hasUnlisted: boolean;
}

/** A column of the list: its heading, and its cells, those of the headings' row among them. */
export interface ListColumn {
  readonly heading: string;
  readonly cells: Block;
}

/** The formulas of a household's trades, without `=`. */
export interface TradesFormulas {
  readonly plan: string;
  readonly check: string;
  readonly rows: string;
}

/** Says the three formulas that plan a household. */
export function tradesFormulas(
  source: HouseholdSource,
  { names, namespace, policyTable }: Pick<TradesChoices, "names" | "namespace" | "policyTable">,
): TradesFormulas {
  const { holdings, targets } = referencesTo(source, names);
  const call = (name: string): string => typedCall(namespace, name, holdings, targets, policyTable, "TODAY()");
  return { plan: call("PLAN"), check: call("PLANCHECK"), rows: call("PLANTRADES") };
}

const PLAN_HEADINGS: readonly ("heading" | "figure heading")[] = [
  ...(["heading", "heading", "heading"] as const),
  ...(["figure heading", "figure heading", "figure heading", "figure heading"] as const),
  ...(["figure heading", "figure heading", "heading"] as const),
];

/** Of PLAN's columns; then a blank one, PLANCHECK's five, and one that notes may reach into. */
const WIDTHS = [18, 22, 12, 16, 12, 9, 9, 14, 12, 62, 1, 22, 14, 14, 10, 10, 60];
/** How many of them are printed: PLAN's, and PLANCHECK's with the room of its notes. */
const PRINTED = [{ column: 0, width: 10 }, { column: 11, width: 6 }] as const; // prettier-ignore
const WIDTH_BESIDE = 20;

/**
 * Describes the trades of a household on a sheet of their own: PLAN, beside it PLANCHECK, and beside the list's own rows
 * PLANTRADES, so that EXCHANGES and ELECTIONS can read them; all live, with room to grow.
 */
export function householdTrades(source: HouseholdSource, choices: TradesChoices): Description {
  const { sheet, beside } = choices;
  const { money = dollarPatterns } = source;
  const places = tradesPlaces(sheet, { ...choices, beside: beside.length });
  const formulas = tradesFormulas(source, choices);
  const title: Block = { ...places.summary, row: tradesRow.title };
  const from: Block = { ...places.summary, row: tradesRow.from };
  const write = (block: Block, formula: string): Step => ({ do: "write formula", block, formula: `=${formula}` });
  const widths = [...WIDTHS, ...beside.map(() => WIDTH_BESIDE), WIDTH_BESIDE];
  return {
    title: `Write the trades on sheet ${sheet}`,
    steps: [
      { do: "add sheet", name: sheet },
      { do: "write values", block: title, values: [["Trades by account"]] },
      { do: "style", block: title, style: "title" },
      {
        do: "write values",
        block: from,
        values: [
          [`Live formulas over ${choices.listName}: they follow it, your targets and your rule as these change.`],
        ],
      },
      { do: "style", block: from, style: "note" },
      ...headingSteps(places),
      ...planFormats(places, money),
      ...checkFormats(places, choices, money),
      { do: "format numbers", block: grown(places.rows, places), format: money.signed },
      write(places.plan, formulas.plan),
      write(places.check, formulas.check),
      ...besideSteps(source, choices, places),
      write(places.rows, formulas.rows),
      write(places.summary, summaryOf(places)),
      { do: "style", block: places.summary, style: "label" },
      ...planFlags(places),
      ...widths.map((characters, column): Step => ({
        do: "set width",
        block: { ...title, column },
        characters,
      })),
      {
        do: "set up page",
        block: topLeft(places.plan),
        orientation: "landscape",
        columns: PRINTED,
      },
    ],
  };
}

function headingSteps({ plan, check, beside, rows }: TradesPlaces): readonly Step[] {
  const heading = (block: Block, across: number, style: "heading" | "figure heading"): Step => ({
    do: "style",
    block: { ...topLeft(block), column: block.column + across },
    style,
  });
  return [
    ...PLAN_HEADINGS.map((style, across) => heading(plan, across, style)),
    ...Array.from({ length: check.width }, (_, across) =>
      heading(check, across, across === 0 ? "heading" : "figure heading"),
    ),
    ...beside.map((block) => heading(block, 0, "heading")),
    heading(rows, 0, "figure heading"),
  ];
}

/** The rows below a result's header, as many as it may come to when the list has grown to twice its length. */
function grown({ row, column, width, sheet }: Block, { plan }: TradesPlaces): Block {
  return { sheet, row: row + 1, column, height: Math.max(250, 2 * plan.height), width };
}

function planFormats(places: TradesPlaces, money: MoneyPatterns): readonly Step[] {
  const all = grown(places.plan, places);
  const format = (across: number, pattern: string, width = 1): Step => ({
    do: "format numbers",
    block: { ...all, column: all.column + across, width },
    format: pattern,
  });
  return [
    format(3, money.either),
    format(4, "#,##0.00##;-#,##0.00##"),
    format(5, "0.0%", 2),
    format(7, money.either, 2),
    // Words right of figures would touch them, and their heading that of the figures.
    {
      ...{ do: "format numbers", format: '"  "@' },
      block: { ...all, row: all.row - 1, height: all.height + 1, column: all.column + 9, width: 1 },
    },
  ];
}

/** What stands in each row of PLANCHECK, from its header on. A row that moves by one shows its figure in another form, and the same. */
function checkFormats(
  { check }: TradesPlaces,
  { classes, hasUnlisted }: Pick<TradesChoices, "classes" | "hasUnlisted">,
  money: MoneyPatterns,
): readonly Step[] {
  const shares = classes + (hasUnlisted ? 1 : 0);
  const format = (down: number, across: number, pattern: string, height = 1, width = 1): Step => ({
    do: "format numbers",
    block: { ...check, row: check.row + 1 + down, column: check.column + across, height, width },
    format: pattern,
  });
  const figures = [money.either, "0", money.either, money.either, money.either, "0.0", "0.00##", money.either, "0"];
  return [
    format(0, 1, "0.0%", shares, 3),
    format(0, 4, "+0.0%;-0.0%;0.0%", shares),
    ...figures.map((pattern, row) => format(shares + row, 1, pattern, 1, 2)),
  ];
}

/** The list's own columns, row for row. PLANTRADES has a number a row of the list, and its heading beside theirs. */
function besideSteps(
  { holdings }: HouseholdSource,
  { beside, names }: Pick<TradesChoices, "beside" | "names">,
  places: TradesPlaces,
): readonly Step[] {
  return beside.flatMap(({ heading, cells }, at): readonly Step[] => {
    const block = places.beside[at];
    if (!block) return [];
    const column = "table" in holdings ? columnReference(holdings.table, heading, names) : undefined;
    const whole = (formula: string): Step => ({ do: "write formula", block, formula: `=${namesOf(formula)}` });
    if (column === undefined) return [whole(address(cells, true))];
    const below = { ...block, row: block.row + 1, height: block.height - 1 };
    return [
      { do: "write values", block: topLeft(block), values: [[heading]] },
      { do: "write formula", block: below, formula: `=${namesOf(column)}` },
    ];
  });
}

function planFlags(places: TradesPlaces): readonly Step[] {
  const all = grown(places.plan, places);
  const action = { ...all, column: all.column + 2, width: 1 };
  const cell = `$${localAddress(topLeft(action))}`;
  return [
    { do: "flag", block: all, formula: `=OR(${cell}="Short",${cell}="Over")`, style: "act" },
    { do: "flag", block: action, formula: `=${cell}="Sell"`, style: "act" },
    { do: "flag", block: action, formula: `=${cell}="Buy"`, style: "fine" },
  ];
}

/**
 * Says in one line what the plan beside it comes to: how many trades, how much money, what of it is taxed, and how many
 * classes stay off their goals. FIXED writes numbers as the workbook's own language has them, which TEXT would not.
 */
function summaryOf(places: TradesPlaces): string {
  const { plan, check } = places;
  const column = (block: Block, across: number): string => {
    const below = grown(block, places);
    return localAddress({ ...below, column: below.column + across, width: 1 }, true);
  };
  const figure = (label: string, across = 1): string =>
    `INDEX(${column(check, across)},MATCH("${label}",${column(check, 0)},0))`;
  const dollars = (amount: string): string => `"$"&FIXED(${amount},2)`;
  const several = (amount: string, one: string, more: string): string => `${amount}&IF(${amount}=1,"${one}","${more}")`;
  const trades = figure(checkLabels.trades);
  const gain = `ROUND(${figure(checkLabels.gain)}+${figure(checkLabels.gain, 2)},2)`;
  const action = column(plan, 2);
  const off = `(COUNTIF(${action},"Short")+COUNTIF(${action},"Over"))`;
  const first = localAddress({ ...topLeft(plan), row: plan.row + 1 }, true);
  const taxed =
    `IF(${gain}=0,"",IF(${gain}<0,"; taxable loss ","; taxable gain ")&${dollars(`ABS(${gain})`)})` +
    `&IF(${figure(checkLabels.tax)}=0,"","; tax "&${dollars(figure(checkLabels.tax))})`;
  const traded = `${several(trades, " trade", " trades")}&", "&${dollars(figure(checkLabels.traded))}&" traded"&${taxed}`;
  const missed = `IF(${off}=0,"",${several(off, " class stays off its goal.", " classes stay off their goals.")})`;
  return (
    `IFERROR(IF(${trades}=0,${first},${traded})&". "&${missed},` +
    `"No trades for now: cell ${localAddress(topLeft(plan))} says why.")`
  );
}
