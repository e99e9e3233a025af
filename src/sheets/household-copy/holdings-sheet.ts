import { bodyLine, exactly, headingStyle, sum, titleLook, totalLines } from "../adviser-table";
import { small } from "../adviser-parts";
import { anyPages, pageFooter, type CellStyle, type Flag, type Sheet } from "../book";
import { tableStyle } from "../cell-styles";
import { dollarPatterns } from "../money-pattern";
import { lineHeight, Page } from "../page";
import { columnName } from "../place";
import { dayFormat } from "../plan-policy";
import { after, countsAs, exactGain, isAfterTax, isTaxedLot, partOf, termOf, toCents } from "./arithmetic";
import type { CopyHolding, HouseholdCopyFacts } from "./facts";
import { cellOf, cellsOf, copySheets, inputCell } from "./places";

export type HoldingKey =
  | ("row" | "account" | "type" | "fund" | "ticker" | "unlisted" | "counts" | "value" | "shares" | "price" | "basis")
  | ("acquired" | "expense" | "lock" | "trade" | "after" | "gain" | "term")
  | ("account number" | "fund number" | "security" | "cash" | "taxed" | "wanted")
  | `class ${number}`;

type Filled = string | number;

interface HoldingColumn {
  readonly key: HoldingKey;
  readonly heading: string;
  readonly characters: number;
  /** Without one, the column holds texts. */
  readonly format?: string;
  /** Figures stand at the right and texts at the left, if not said otherwise. */
  readonly across?: "left" | "center";
  /** "" for an empty cell. */
  readonly value: (holding: CopyHolding) => Filled;
  /** Undefined for a row that has none. */
  readonly formula?: (holding: CopyHolding, row: number) => string | undefined;
  /** Whether the last row adds it up. */
  readonly summed?: true;
  /** Not printed: the numbers that the certificate tells rows apart by. */
  readonly isHelper?: true;
}

/** The sheet's columns and where its rows stand. Rows count from 0. */
export interface HoldingsPlaces {
  readonly columns: readonly HoldingColumn[];
  readonly header: number;
  readonly first: number;
  readonly total: number;
  /** Names a column's cells from any sheet: `Holdings!$J$5:$J$49`. */
  readonly range: (key: HoldingKey) => string;
  /** Names one holding's cell from any sheet. */
  readonly cell: (key: HoldingKey, index: number) => string;
  readonly has: (key: HoldingKey) => boolean;
}

const HEADER = 3;
const FLAG = 7;

/** Lays the sheet out: which columns these facts have. `goalCell` names a class's goal; only asked with a plan. */
export function holdingsPlaces(facts: HouseholdCopyFacts, goalCell: (place: number) => string): HoldingsPlaces {
  const letter = (key: HoldingKey): string => columnName(at(key));
  const columns = columnsFor(facts, letter, goalCell);
  const at = (key: HoldingKey): number => columns.findIndex((column) => column.key === key);
  const first = HEADER + 1;
  const total = first + facts.holdings.length;
  return {
    columns,
    header: HEADER,
    first,
    total,
    range: (key) => cellsOf("holdings", at(key), first, total - 1),
    cell: (key, index) => cellOf("holdings", first + index, at(key)),
    has: (key) => at(key) >= 0,
  };
}

function columnsFor(
  facts: HouseholdCopyFacts,
  letter: (key: HoldingKey) => string,
  goalCell: (place: number) => string,
): readonly HoldingColumn[] {
  const { accounts, classes, holdings, plan, money = dollarPatterns } = facts;
  const names = accounts.map(({ name }) => name);
  const types = accounts.map(({ type, kind }) => type ?? kind);
  const funds = holdings.map(({ fund }) => fund);
  const widest = (texts: readonly string[], least: number, most: number): number =>
    texts.reduce((longest, text) => Math.min(most, Math.max(longest, text.length + 1)), least);
  const share = exactly(holdings.flatMap(({ parts }) => parts));
  const any = (known: (holding: CopyHolding) => unknown): boolean => holdings.some((one) => known(one) !== undefined);
  const known = (value: number | undefined): Filled => value ?? "";
  const part = (holding: CopyHolding, place: number | "unlisted"): Filled => partOf(holding, place) || "";
  const column = (key: HoldingKey, row: number): string => `${letter(key)}${row + 1}`;
  const figures: readonly (HoldingColumn & { readonly shown: boolean })[] = [
    { key: "shares", heading: "Shares", characters: 11, format: "#,##0.0###", shown: any(({ shares }) => shares), value: ({ shares }) => known(shares) }, // prettier-ignore
    { key: "price", heading: "Price", characters: 10, format: "#,##0.00##", shown: any(({ price }) => price), value: ({ price }) => known(price) }, // prettier-ignore
    { key: "basis", heading: "Cost basis", characters: 14, format: money.value, shown: any(({ basis }) => basis), value: ({ basis }) => known(basis) }, // prettier-ignore
    { key: "acquired", heading: "Acquired", characters: 11, format: dayFormat, shown: any(({ acquired }) => acquired), value: ({ acquired }) => known(acquired) }, // prettier-ignore
    { key: "expense", heading: "Expense ratio", characters: 8, format: "0.00##", shown: any(({ expenseRatio }) => expenseRatio), value: ({ expenseRatio }) => known(expenseRatio) }, // prettier-ignore
    {
      key: "lock",
      heading: "Lock",
      across: "center",
      characters: 8,
      shown: holdings.some((one) => lockOf(one) !== ""),
      value: lockOf,
    },
  ];
  const taxed = (holding: CopyHolding): boolean => isTaxedLot(facts, holding);
  const trading: readonly HoldingColumn[] = [
    { key: "trade", heading: "Trade\n+ buy, − sell", characters: 14, format: money.signed, value: ({ trade }) => trade, summed: true }, // prettier-ignore
    { key: "after", heading: "After", characters: 15, format: money.either, value: after, formula: (_, row) => `=${column("value", row)}+${column("trade", row)}`, summed: true }, // prettier-ignore
    ...(accounts.some(({ isTaxed }) => isTaxed)
      ? ([
          {
            key: "gain",
            heading: "Gain taken",
            characters: 12,
            format: money.signed,
            value: (holding) => (taxed(holding) ? toCents(exactGain(facts, holding)) : ""),
            formula: (holding, row) => {
              const [trade, value] = [column("trade", row), column("value", row)];
              const basis = any((one) => one.basis) ? `(${value}-${column("basis", row)})` : value;
              return taxed(holding) ? `=IF(${trade}<0,ROUND(-${trade}*${basis}/${value},2),0)` : undefined;
            },
            summed: true,
          },
          {
            key: "term",
            heading: "Term",
            across: "center",
            characters: 6,
            value: (holding) => (taxed(holding) ? termOf(facts, holding) : ""),
            formula: (holding, row) =>
              taxed(holding) && any((one) => one.acquired)
                ? `=IF(${column("acquired", row)}="","long",IF(${inputCell("day")}>EDATE(${column("acquired", row)},12),"long","short"))`
                : undefined,
          },
        ] satisfies readonly HoldingColumn[])
      : []),
  ];
  const flag = (key: HoldingKey, heading: string, value: (holding: CopyHolding) => Filled): HoldingColumn => ({
    ...{ key, heading, value, characters: FLAG, format: "0", isHelper: true },
  });
  const when = (isShown: boolean, shown: HoldingColumn): readonly HoldingColumn[] => (isShown ? [shown] : []);
  return [
    { key: "row", heading: "Row", characters: 5, format: "0", across: "left", value: ({ row }) => row },
    {
      key: "account",
      heading: "Account",
      characters: widest(names, 10, 24),
      value: ({ account }) => names[account] ?? "",
    },
    { key: "type", heading: "Type", characters: widest(types, 10, 16), value: ({ account }) => types[account] ?? "" },
    { key: "fund", heading: "Fund", characters: widest(funds, 16, 42), value: ({ fund }) => fund },
    ...when(
      any(({ ticker }) => ticker),
      {
        ...{ key: "ticker", heading: "Ticker", characters: 8 },
        value: ({ ticker }) => ticker ?? "",
      },
    ),
    ...classes.map(({ name }, place): HoldingColumn => ({
      ...{ key: `class ${place}`, heading: name, characters: headingRoom(name), format: share },
      value: (holding) => part(holding, place),
    })),
    ...when(
      holdings.some(({ unlisted }) => unlisted !== 0),
      {
        ...{ key: "unlisted", heading: "None of these", characters: 8, format: share },
        value: (holding) => part(holding, "unlisted"),
      },
    ),
    ...when(isAfterTax(facts), {
      ...{ key: "counts", heading: "Counts as", characters: 8, format: "0.0#%" },
      value: (holding) => countsAs(facts, holding),
    }),
    { key: "value", heading: "Value", characters: 15, format: money.either, value: ({ value }) => value, summed: true },
    ...figures.flatMap(({ shown, ...figure }) => (shown ? [figure] : [])),
    ...(plan ? trading : []),
    flag("account number", "Account no.", ({ account }) => account + 1),
    ...(plan
      ? [
          flag("fund number", "Fund no.", ({ position }) => position),
          flag("security", "Same as no.", ({ security }) => security),
          flag("cash", "Cash", ({ isCash }) => (isCash ? 1 : 0)),
          flag("taxed", "Taxed", ({ account }) => (accounts[account]?.isTaxed ? 1 : 0)),
          {
            ...flag("wanted", "Wanted", (holding) => wantedPart(holding, plan.goals)),
            format: share,
            formula: (_: CopyHolding, row: number) =>
              `=${classes.map((__, place) => `${column(`class ${place}`, row)}*(${goalCell(place)}>0)`).join("+")}`,
          },
        ]
      : []),
  ];
}

function acrossOf({ across, format }: HoldingColumn): "left" | "center" | "right" {
  return across ?? (format === undefined ? "left" : "right");
}

/** What part of a row is in classes that the policy wants at all. */
export function wantedPart({ parts }: CopyHolding, goals: readonly number[]): number {
  return sum(parts.map((part, place) => ((goals[place] ?? 0) > 0 ? part : 0)));
}

/** A heading of one word is as wide as that; of several, as its longest. */
function headingRoom(name: string): number {
  return Math.min(14, Math.max(7, ...name.split(/\s+/).map((word) => word.length * 1.2 + 1)));
}

/** What a lock keeps from a row: the lock of one row on buying is on the fund in that account. */
export function lockOf({ mayBuy, maySell, isLeftAlone }: CopyHolding): string {
  if (isLeftAlone || (!mayBuy && !maySell)) return "hold";
  return mayBuy ? (maySell ? "" : "no sell") : "no buy";
}

/** Writes every row of the owner's list, with its trade and what is in it afterwards. */
export function holdingsSheet(facts: HouseholdCopyFacts, places: HoldingsPlaces): Sheet {
  const { holdings, title, date, version } = facts;
  const { columns, header, first, total } = places;
  const page = new Page(
    copySheets.holdings,
    columns.map(({ characters }) => characters),
  );
  const printed = columns.filter(({ isHelper }) => isHelper !== true).length;
  page.paragraph(0, 0, printed - 1, "Every holding", { ...titleLook, size: 16 });
  page.paragraph(1, 0, printed - 1, explanation(facts, places), small);
  columns.forEach((each, column) => {
    const { heading } = each;
    page.put(header, column, { value: heading }, { ...headingStyle, across: acrossOf(each) });
    const lines = page.linesIn(heading, column, column, headingStyle);
    page.raise(header, Math.max(2, lines) * lineHeight({}) + 3);
  });
  for (const [index, holding] of holdings.entries()) {
    const row = first + index;
    const isNext = holdings[index + 1]?.account !== holding.account;
    columns.forEach((each, column) => {
      const { key, format, value, formula } = each;
      const content = value(holding);
      const worked = formula?.(holding, row);
      const style: CellStyle = {
        ...{ down: "middle", across: acrossOf(each) },
        lines: isNext ? { bottom: { ink: tableStyle.line, weight: "thin" } } : bodyLine,
        ...(format === undefined ? { wrap: true } : {}),
        ...(key === "trade" && holding.trade !== 0 ? { bold: true } : {}),
      };
      page.put(row, column, { value: content, ...(worked && { formula: worked }), ...(format && { format }) }, style);
      if (typeof content === "string") {
        page.raise(row, page.linesIn(content, column, column) * lineHeight({}) + 1);
      }
    });
  }
  columns.forEach(({ format, summed, value }, column) => {
    const style: CellStyle = { bold: true, fill: tableStyle.tint, lines: totalLines, down: "middle" };
    const cells = `${columnName(column)}${first + 1}:${columnName(column)}${total}`;
    const added = toCents(sum(holdings.map((holding) => Number(value(holding) || 0))));
    const content = summed
      ? { value: added, formula: `=ROUND(SUM(${cells}),2)`, ...(format && { format }) }
      : { value: column === 1 ? "Total" : "" };
    page.put(total, column, content, style);
  });
  return {
    name: copySheets.holdings,
    cells: page.cells,
    widths: page.widths.map((characters, column) => ({ column, characters })),
    heights: page.heights,
    merged: page.merged,
    tables: [],
    flags: flagsFor(facts, places, printed),
    validations: [],
    charts: [],
    pictures: [],
    frozen: { rows: header + 1, columns: 4 },
    gridlines: false,
    print: {
      orientation: "landscape",
      areas: [{ sheet: copySheets.holdings, row: 0, column: 0, height: total + 1, width: printed }],
      pagesTall: anyPages,
      repeat: { from: header, to: header },
      footer: pageFooter(`${title}, holdings, ${date}. Keel ${version}, not advice.`),
    },
  };
}

/** Rows that trade have a tint, and figures of 0 stand back. */
function flagsFor(
  { holdings }: HouseholdCopyFacts,
  { columns, first }: HoldingsPlaces,
  printed: number,
): readonly Flag[] {
  const flags: Flag[] = [];
  const block = { sheet: copySheets.holdings, row: first, height: holdings.length };
  for (const [column, { key }] of columns.entries()) {
    const cell = `${columnName(column)}${first + 1}`;
    if (key === "trade") {
      flags.push({ block: { ...block, column: 0, width: printed }, formula: `=$${cell}<>0`, fill: tableStyle.tint });
    }
    if (key === "value" || key === "trade" || key === "after" || key === "gain") {
      flags.push({ block: { ...block, column, width: 1 }, formula: `=${cell}=0`, ink: "#9E9E9E" });
    }
  }
  return flags;
}

function explanation({ list, sheet, plan }: HouseholdCopyFacts, { has }: HoldingsPlaces): string {
  return [
    `Every row of ${list} on sheet ${sheet}, by its row there. The columns of classes say what part of a fund is in each; a row with value 0 is a fund that its account offers.`,
    ...(has("lock") ? ["Lock: what may not be done; no buy on one row binds the fund in that account."] : []),
    ...(plan ? ["Trades are Keel’s and are values; After, Gain and Term are formulas."] : []),
    "The numbers at the right, which aren’t printed, are what the formulas tell accounts and funds apart by.",
  ].join(" ");
}
