import { cents, LARGEST_TOTAL, succeeded, type Holding, type Usd } from "../engine";
import { failed, type CellPlace, type Note, type Read } from "./problem";
import type { Argument } from "./cells";
import type { ClassRange } from "./classes";
import { SYNONYMS } from "./columns";
import { areClassColumnsPercents, findClassColumns, KnownClasses, readFundClasses } from "./fund-classes";
import { MOST_HEADER_ROWS } from "./header";
import { isPricedAtOne, isTotal, NameList, nameReader, readAccountName, type NameReading } from "./names";
import { readTable, rowOf, type Table, type TableColumn } from "./table";
import { isUnitsRow, rowValueReader } from "./row-value";

type HoldingColumn = "account" | "ticker" | "fund" | "asset class" | "shares" | "price" | "value";

const COLUMNS: Readonly<Record<HoldingColumn, TableColumn>> = {
  account: { name: "Account", known: SYNONYMS.account },
  ticker: { name: "Symbol", known: SYNONYMS.ticker },
  fund: { name: "Fund", known: SYNONYMS.fund },
  "asset class": { name: "Asset class", known: SYNONYMS["asset class"] },
  shares: { name: "Shares", known: SYNONYMS.shares },
  price: { name: "Price", known: SYNONYMS.price },
  value: { name: "Value", known: SYNONYMS.value },
};

const REQUIRED = ["Value (or Shares and Price)", "Asset class (or one column a class)"] as const;

/** A holding, and the row it stands in, for whatever has to be said about it. */
export interface PlacedHolding extends Holding {
  readonly at: CellPlace;
}

/** A household's holdings as a table has them. Rows without money are an account's menu, and aren't among them. */
export interface HoldingsRange {
  readonly holdings: readonly PlacedHolding[];
  /** What they are worth together, owed cash taken off. */
  readonly total: Usd;
  readonly rows: number;
  readonly headerRows: number;
  readonly notes: readonly Note[];
}

/**
 * Reads a table of holdings, its columns found by name: fund, asset class or one column a class, value or shares and
 * price, account. A total row that agrees with the rows above is left out. Only cash may be below 0. Money in none of
 * the classes is a problem, unless `mayLackClass`: then it has somewhere to go, or may be left out.
 */
export function readHoldings(
  argument: string,
  cells: Argument,
  classes: ClassRange,
  mayLackClass: boolean,
): Read<HoldingsRange> {
  const read = readTable(argument, cells, COLUMNS);
  if (!read.ok) return read;
  const table = read.value;
  const { has, at, rows, headerRows } = table;
  if (!has("value") && !(has("shares") && has("price"))) {
    return failed({ code: "columns missing", argument, names: ["Value"], required: REQUIRED });
  }
  const columns = findClassColumns(table.others, classes, headerRows - 1);
  if (!columns.ok) return columns;
  if (!has("asset class") && columns.value.length === 0) {
    return failed({ code: "columns missing", argument, names: ["Asset class"], required: REQUIRED });
  }

  const notes: Note[] = [...table.notes];
  const worthOf = rowValueReader(table, notes);
  const percents = mayLackClass && areClassColumnsPercents(rows, columns.value);
  const funds = new NameList();
  /** How often each fund was found, account by account. */
  const places = new Map<string, Map<string, "once" | "said">>();
  const holdings: PlacedHolding[] = [];
  let sum = 0;
  let sumSinceTotal = 0;
  let moved = 0;
  const readLabels = labelReader(table);
  const fundClassColumns = { table, columns: columns.value, classes, percents, known: new KnownClasses() };
  for (const row of rows) {
    const place = rowOf(at(row, "fund"));
    const labels = readLabels(row);
    const reading = labels.ticker.kind === "blank" ? labels.fund : labels.ticker;
    if (labelsSayTotal(labels)) {
      const stated = worthOf({ row, fund: undefined, isCash: false });
      // Shares of different funds may have been added up, but aren't money.
      if (!stated.ok && stated.problem.code !== "price missing") return stated;
      const amount = stated.ok ? stated.value : 0;
      const agrees = [sum, sumSinceTotal].some((each) => Math.abs(each - amount) <= 1);
      if (amount !== 0 && !agrees) return failed({ code: "total differs", at: place });
      notes.push({ code: "total row skipped", at: place });
      sumSinceTotal = 0;
      continue;
    }
    if (row < headerRows + MOST_HEADER_ROWS && moved === 0 && reading.kind === "blank" && isUnitsRow(table, row)) {
      notes.push({ code: "header rows skipped", argument, rows: row + 1 });
      continue;
    }

    const isCash = [labels.ticker, labels.fund].some((each) => each.kind === "name" && isPricedAtOne(each.name));
    const name = reading.kind === "name" ? reading.name : undefined;
    const value = worthOf({ row, fund: name, isCash });
    if (!value.ok) return value;
    if (value.value === 0) continue;
    if (reading.kind === "problem") return failed(reading.problem);
    moved += Math.abs(value.value);
    if (moved > LARGEST_TOTAL) return failed({ code: "too much money", argument });
    sum += value.value;
    sumSinceTotal += value.value;
    const fund = name && funds.enter(name, place);
    if (fund?.ok === false) return fund;

    const fundClasses = readFundClasses(
      {
        row,
        fund: fund?.value.text ?? "",
        label: labels.assetClass,
        isCash,
        mayLackClass: mayLackClass || value.value < 0,
      },
      fundClassColumns,
      notes,
    );
    if (!fundClasses.ok) return fundClasses;
    if (value.value < 0) notes.push({ code: "cash owed", at: place, amount: value.value });
    if (fund) {
      const account = labels.account.kind === "name" ? labels.account.name.key : "";
      const { text, key } = fund.value;
      const ofAccount = places.get(account) ?? new Map<string, "once" | "said">();
      const before = ofAccount.get(key);
      if (before === "once") notes.push({ code: "rows of one fund added", at: place, fund: text });
      if (before !== "said") ofAccount.set(key, before ? "said" : "once");
      if (ofAccount.size === 1) places.set(account, ofAccount);
    }
    holdings.push({ fund: fund?.value.text ?? "", value: value.value, fundClasses: fundClasses.value, at: place });
  }
  return succeeded({ holdings, total: cents(sum), rows: table.height, headerRows, notes });
}

/** The names in a row. */
interface Labels {
  readonly account: NameReading;
  readonly ticker: NameReading;
  readonly fund: NameReading;
  readonly assetClass: NameReading;
  /** What the leftmost column says, if it is none of these. */
  readonly leftmost: NameReading | undefined;
}

const NO_NAME: NameReading = { kind: "blank" };

function labelReader({ has, cell, at, others }: Table<HoldingColumn>): (row: number) => Labels {
  const read = nameReader();
  const hasAccount = has("account");
  const leftmost = others.find(({ first }) => first);
  return (row) => {
    const labelAt = (kind: HoldingColumn): NameReading => (has(kind) ? read(cell(row, kind), at(row, kind)) : NO_NAME);
    return {
      account: hasAccount ? readAccountName(cell(row, "account"), at(row, "account"), read) : NO_NAME,
      ticker: labelAt("ticker"),
      fund: labelAt("fund"),
      assetClass: labelAt("asset class"),
      leftmost: leftmost && read(leftmost.cell(row), leftmost.at(row)),
    };
  };
}

/** A total says so in one of the columns of names, or in the leftmost one. */
function labelsSayTotal({ account, ticker, fund, assetClass, leftmost }: Labels): boolean {
  const says = (each: NameReading | undefined): boolean => each?.kind === "name" && isTotal(each.name);
  return says(account) || says(ticker) || says(fund) || says(assetClass) || says(leftmost);
}
