import { headingCharacters } from "./column-width";
import type { Description, Step, Value } from "./description";
import { logCells, logWidths, type LogColumn } from "./log-table";
import { dollarPatterns } from "./money-pattern";
import { columnName, type Block } from "./place";
import { columnReference } from "./plan-formulas";

/** A row of the table of holdings over several accounts. Dollars; what is unknown is absent. */
export interface HoldingRow {
  readonly account: string;
  readonly accountType: string;
  readonly fund: string;
  readonly ticker?: string;
  /** Absent for a fund of several classes, and for one that is left alone. */
  readonly assetClass?: string;
  readonly shares?: number;
  readonly price?: number;
  readonly value: number;
  readonly costBasis?: number;
  /** Of a lot. As Excel counts days. */
  readonly acquired?: number;
  /** As Excel counts days. */
  readonly asOf?: number;
  /** `hold` for a fund that is left alone. */
  readonly lock?: string;
}

/** What a fund of several classes is made of: fractions that add up to 1. */
export interface MixRow {
  readonly fund: string;
  readonly weights: Readonly<Record<string, number>>;
  /** Where the weights come from, in words. */
  readonly source: string;
}

const DAY = "yyyy-mm-dd";

/** The columns of a new table of holdings, in order. */
const columns: readonly LogColumn<HoldingRow>[] = [
  { heading: "Account", field: "account", format: "@", characters: 24 },
  { heading: "Account type", field: "accountType", format: "@", characters: 20 },
  { heading: "Fund", field: "fund", format: "@", characters: 44 },
  { heading: "Ticker", field: "ticker", format: "@", characters: 11 },
  { heading: "Asset class", field: "assetClass", format: "@", characters: 21 },
  { heading: "Shares", field: "shares", format: "#,##0.0###", characters: 13 },
  { heading: "Price", field: "price", format: "$#,##0.00##", characters: 13 },
  { heading: "Value", field: "value", format: { money: "either" }, characters: 16 },
  { heading: "Cost basis", field: "costBasis", format: { money: "value" }, characters: 16 },
  { heading: "As of", field: "asOf", format: DAY, characters: 13 },
];

/** Written only where lots are known, and where a fund is left alone; the owner may add them. */
const atNeed = [
  { heading: "Acquired", field: "acquired", format: DAY, characters: 15 },
  { heading: "Lock", field: "lock", format: "@", characters: 10 },
] as const satisfies readonly LogColumn<HoldingRow>[];

/** Those columns that some of the rows need. */
function neededIn(rows: readonly HoldingRow[]): readonly (typeof atNeed)[number][] {
  return atNeed.filter(({ field }) => rows.some((row) => row[field] !== undefined));
}

/** The sheet that is proposed for the table of holdings. */
export const holdingsSheet = "My accounts";

/** What a table of mixes is called. A table's name has no space. */
export const mixesTable = "FundMixes";
export const mixesSheet = "Fund mixes";
const percents = "0.0#%";

/** Where the tables go, and what they are called: all of it free. */
export interface HoldingsPlaces {
  readonly sheet: string;
  readonly table: string;
  readonly mixesSheet: string;
  readonly mixesTable: string;
}

/**
 * Describes the table of holdings on a sheet of its own, and beside it, where funds of several classes are held, the
 * table of their mixes, which the table of holdings reads by formulas: whoever changes a mix changes it everywhere.
 */
export function newHoldings(
  rows: readonly HoldingRow[],
  mixes: readonly MixRow[],
  places: HoldingsPlaces,
  accountTypes: readonly string[],
): Description {
  const { sheet, table } = places;
  const own: readonly LogColumn<HoldingRow>[] = [...columns, ...neededIn(rows)];
  const classes = classesOf(mixes);
  const place: Block = { sheet, row: 0, column: 0, height: rows.length + 1, width: own.length + classes.length };
  const at = (row: number, column: number, height = 1, width = 1): Block => ({ sheet, row, column, height, width });
  const type = own.findIndex(({ field }) => field === "accountType");
  return {
    title: "Bring your holdings in",
    steps: [
      // The sheets come first, so that they go last when all is taken back.
      { do: "add sheet", name: sheet },
      ...(mixes.length > 0 ? newMixes(mixes, classes, places) : []),
      // While the columns are empty, giving them a width costs nothing.
      ...logWidths(
        place,
        own.map((column) => widened(column, rows)),
      ),
      ...classWidths(classes, (index) => at(0, own.length + index)),
      ...logCells(place, own, rows, dollarPatterns),
      ...(classes.length > 0
        ? ([
            { do: "write values", block: at(0, own.length, 1, classes.length), values: [classes] },
            { do: "format numbers", block: at(1, own.length, rows.length, classes.length), format: percents },
          ] satisfies Step[])
        : []),
      ...mixFormulas(rows, mixes, (row, column) => at(row + 1, own.length + column), places),
      { do: "add table", name: table, block: place },
      {
        do: "validate",
        block: at(1, type, rows.length),
        allow: { kind: "list", words: accountTypes, strict: false },
        prompt: { title: "Account type", text: "How the account is taxed: what a trade in it costs depends on it." },
      },
      { do: "set up page", block: at(0, 0), orientation: "landscape" },
      { do: "select", block: at(1, 0) },
    ],
  };
}

/** Columns of shares of a class, as wide as its name needs. */
function classWidths(classes: readonly string[], at: (index: number) => Block): readonly Step[] {
  return classes.map((name, index): Step => ({
    do: "set width",
    block: at(index),
    characters: Math.max(12, headingCharacters(name)),
  }));
}

/** A column as wide as its longest name needs, within reason: the button of the filter needs room too. */
function widened(column: LogColumn<HoldingRow>, rows: readonly HoldingRow[]): LogColumn<HoldingRow> {
  if (column.format !== "@") return column;
  const longest = rows.reduce((most, row) => Math.max(most, String(row[column.field] ?? "").length), 0);
  return { ...column, characters: Math.min(WIDEST, Math.max(column.characters, longest + 2)) };
}

/** In characters. */
const WIDEST = 52;

/** The class of each column of mixes: in the order in which they come up. */
export function classesOf(mixes: readonly MixRow[]): readonly string[] {
  return [...new Set(mixes.flatMap(({ weights }) => Object.keys(weights)))];
}

function newMixes(
  mixes: readonly MixRow[],
  classes: readonly string[],
  places: Pick<HoldingsPlaces, "mixesSheet" | "mixesTable">,
): readonly Step[] {
  const sheet = places.mixesSheet;
  const at = (row: number, column: number, height = 1, width = 1): Block => ({ sheet, row, column, height, width });
  const width = classes.length + 2;
  const cells = mixes.map(({ fund, weights, source }): Value[] => [
    fund,
    ...classes.map((name) => weights[name] ?? 0),
    source,
  ]);
  return [
    { do: "add sheet", name: sheet },
    { do: "format numbers", block: at(1, 0, mixes.length), format: "@" },
    { do: "format numbers", block: at(1, 1, mixes.length, classes.length), format: percents },
    {
      do: "write values",
      block: at(0, 0, mixes.length + 1, width),
      values: [["Fund", ...classes, "Source"], ...cells],
    },
    { do: "add table", name: places.mixesTable, block: at(0, 0, mixes.length + 1, width) },
    { do: "style", block: at(1, 1, mixes.length, classes.length), style: "input" },
    { do: "set width", block: at(0, 0), characters: 44 },
    ...classWidths(classes, (index) => at(0, 1 + index)),
    { do: "set width", block: at(0, width - 1), characters: 60 },
    { do: "set up page", block: at(0, 0), orientation: "landscape" },
  ];
}

/** In the rows of mixed funds, what part of the fund is in each class, as the table of mixes says. */
function mixFormulas(
  rows: readonly HoldingRow[],
  mixes: readonly MixRow[],
  cellAt: (row: number, column: number) => Block,
  places: HoldingsPlaces,
): readonly Step[] {
  const known = new Set(mixes.map(({ fund }) => fund));
  const classes = classesOf(mixes);
  const fund = columns.findIndex(({ field }) => field === "fund");
  return rows.flatMap((row, index) =>
    known.has(row.fund)
      ? classes.map((name, column): Step => {
          const block = cellAt(index, column);
          const formula = mixFormula(name, `$${columnName(fund)}${block.row + 1}`, places.mixesTable);
          return { do: "write formula", block, formula };
        })
      : [],
  );
}

/** Looks a fund's part in a class up by its name: both tables can be sorted. */
function mixFormula(name: string, fundCell: string, table: string): string {
  const column = (heading: string): string => columnReference(table, heading) ?? "";
  return `=SUMIF(${column("Fund")},${fundCell},${column(name)})`;
}

/** What changes in one row of a table that is there: its row within the table, and the dollars and shares that are new. */
export interface HoldingChange {
  readonly row: number;
  readonly value: number;
  readonly shares?: number;
  readonly price?: number;
  readonly costBasis?: number;
  /** Of a lot whose row has no day so far. */
  readonly acquired?: number;
  readonly asOf?: number;
}

/** A table of holdings that is there: its headings' places, and the formulas of its cells, "" where a cell has none. */
export interface FoundHoldings {
  readonly name: string;
  readonly block: Block;
  readonly formulas: readonly (readonly string[])[];
  /** Which column holds what, counted from 0 within the table. */
  readonly places: Readonly<Partial<Record<keyof HoldingRow, number>>>;
  readonly classColumns: ReadonlyMap<string, number>;
  /** The table of mixes that it reads, if there is one; else where one would go. */
  readonly mixes:
    | { readonly name: string; readonly block: Block; readonly headings: readonly string[] }
    | Pick<HoldingsPlaces, "mixesSheet" | "mixesTable">;
}

/** Figures that a broker's file has anew each time; the other columns are the owner's. */
const figures = ["value", "shares", "price", "costBasis", "acquired", "asOf"] as const;

/**
 * Describes what the same accounts, brought in again, do to the table: new figures in the rows that are there, rows for
 * new holdings below the last one. Formulas stay: a value that is shares times price follows its cells.
 */
export function updatedHoldings(
  found: FoundHoldings,
  changes: readonly HoldingChange[],
  added: readonly HoldingRow[],
  mixes: readonly MixRow[],
): Description {
  const { block, formulas, places } = found;
  const cell = (row: number, column: number, height = 1): Block => ({
    ...{ sheet: block.sheet, row: block.row + row, column: block.column + column },
    ...{ height, width: 1 },
  });
  const changed = figures.flatMap((figure): Step[] => {
    const column = places[figure];
    if (column === undefined) return [];
    const cells = changes.flatMap((change) => {
      const value = change[figure];
      return value === undefined || (formulas[change.row]?.[column] ?? "") !== "" ? [] : [{ row: change.row, value }];
    });
    return runsOf(cells).flatMap((run): Step[] => {
      const body = cell(run[0]?.row ?? 0, column, run.length);
      return [
        // The owner's own column of days may have no form so far.
        ...(figure === "acquired" ? [{ do: "format numbers", block: body, format: DAY } as const] : []),
        { do: "write values", block: body, values: run.map(({ value }) => [value]) },
      ];
    });
  });
  return { title: "Update your holdings", steps: [...changed, ...addedRows(found, added, mixes, cell)] };
}

function runsOf<Cell extends { readonly row: number }>(cells: readonly Cell[]): readonly (readonly Cell[])[] {
  const runs: Cell[][] = [];
  for (const one of [...cells].sort((first, other) => first.row - other.row)) {
    const run = runs.at(-1);
    if (run && one.row === (run.at(-1)?.row ?? 0) + 1) run.push(one);
    else runs.push([one]);
  }
  return runs;
}

/** Rows below the last one. A class that has no column yet gets one at the right, a mix its row in the table of mixes. */
function addedRows(
  { name, block, places, classColumns, mixes: known }: FoundHoldings,
  added: readonly HoldingRow[],
  mixes: readonly MixRow[],
  cell: (row: number, column: number, height?: number) => Block,
): readonly Step[] {
  if (added.length === 0) return [];
  const first = block.height;
  const columnsOfClasses = new Map(classColumns);
  let width = block.width;
  const headings: Step[] = [];
  for (const each of classesOf(mixes)) {
    if (columnsOfClasses.has(each)) continue;
    columnsOfClasses.set(each, width);
    const at = width;
    headings.push(
      { do: "write values", block: cell(0, at), values: [[each]] },
      ...classWidths([each], () => cell(0, at)),
    );
    width += 1;
  }
  const all: { -readonly [Field in keyof typeof places]: number } = { ...places };
  for (const { heading, field } of neededIn(added).filter((column) => places[column.field] === undefined)) {
    headings.push({ do: "write values", block: cell(0, width), values: [[heading]] });
    all[field] = width;
    width += 1;
  }
  const fields = [...columns, ...atNeed].flatMap(({ field, format }) => {
    const column = all[field];
    return column === undefined ? [] : [{ field, format, column }];
  });
  const table = "name" in known ? known.name : known.mixesTable;
  const weights = new Map(mixes.map((mix) => [mix.fund, mix.weights]));
  const fund = places.fund ?? 0;
  return [
    ...(mixes.length === 0
      ? []
      : "name" in known
        ? furtherMixes(known, mixes)
        : newMixes(mixes, classesOf(mixes), known)),
    ...headings,
    ...fields.flatMap(({ field, format, column }): Step[] => {
      const body = cell(first, column, added.length);
      const pattern = typeof format === "object" ? dollarPatterns[format.money] : format;
      return [
        ...(pattern === undefined ? [] : [{ do: "format numbers", block: body, format: pattern } as const]),
        { do: "write values", block: body, values: added.map((row) => [row[field] ?? ""]) },
      ];
    }),
    ...added.flatMap((row, index) =>
      Object.keys(weights.get(row.fund) ?? {}).flatMap((each): Step[] => {
        const place = cell(first + index, columnsOfClasses.get(each) ?? 0);
        const fundCell = `$${columnName(block.column + fund)}${place.row + 1}`;
        return [
          { do: "format numbers", block: place, format: percents },
          { do: "write formula", block: place, formula: mixFormula(each, fundCell, table) },
        ];
      }),
    ),
    { do: "resize table", name, block: { ...block, height: first + added.length, width } },
  ];
}

/** Rows below a table of mixes, in the columns that its headings name; a class without a column gets one at the right. */
function furtherMixes(
  { name, block, headings }: { readonly name: string; readonly block: Block; readonly headings: readonly string[] },
  mixes: readonly MixRow[],
): readonly Step[] {
  const missing = classesOf(mixes).filter((each) => !headings.includes(each));
  const all = [...headings, ...missing];
  const rows = mixes.map(({ fund, weights, source }) =>
    all.map((heading, column): Value =>
      column === 0 ? fund : heading === "Source" ? source : (weights[heading] ?? ""),
    ),
  );
  const body: Block = { ...block, row: block.row + block.height, height: mixes.length, width: all.length };
  const column = (at: number, width: number): Block => ({ ...body, column: body.column + at, width });
  return [
    ...(missing.length === 0
      ? []
      : [
          {
            do: "write values",
            block: { ...column(headings.length, missing.length), row: block.row, height: 1 },
            values: [missing],
          } as const,
          ...classWidths(missing, (index) => column(headings.length + index, 1)),
        ]),
    ...all.flatMap((heading, at): Step[] =>
      heading in (mixes[0]?.weights ?? {}) ? [{ do: "format numbers", block: column(at, 1), format: percents }] : [],
    ),
    { do: "write values", block: body, values: rows },
    { do: "resize table", name, block: { ...block, height: block.height + mixes.length, width: all.length } },
  ];
}
