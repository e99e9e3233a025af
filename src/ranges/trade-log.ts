import {
  centsFromDollars,
  Decimal,
  LARGEST_TOTAL,
  succeeded,
  type FrequentTradingRule,
  type PastTrade,
} from "../engine";
import { failed, type Note, type Read } from "./problem";
import type { Argument } from "./cells";
import { readDayCell } from "./dates";
import { isTotal, NameList, nameReader, readAccountName, type Name, type readName } from "./names";
import { decimalMarkOf, readNumber, wordsIn } from "./numbers";
import { readChosen } from "./scalar";
import { readTable, type Table, type TableColumn } from "./table";

/** The first five are also the order in which they stand where there is no header. */
export type TradeColumn =
  | ("date" | "fund" | "amount" | "account" | "automatic")
  | ("shares" | "price" | "account type" | "acquired" | "cost" | "same as");

const COLUMNS: Readonly<Record<TradeColumn, TableColumn>> = {
  date: {
    name: "Date",
    known: /^(date|day|trade date|transaction date|run date|settlement date|traded|when)$/,
    required: true,
  },
  fund: {
    name: "Fund",
    known:
      /^(fund|fund name|name|investment|investment option|investment name|holding|security|asset|ticker|symbol|ticker symbol)$/,
    required: true,
  },
  amount: {
    name: "Amount",
    known: /^(amount|trade|trade amount|net amount|total amount|dollars|value|amount \(usd\)|amount \(\$\)|\$)$/,
  },
  account: { name: "Account", known: /^(account|account name|plan)$/ },
  automatic: { name: "Automatic", known: /^(automatic|auto|auto\?|automatic\?|automatic trade|is automatic)$/ },
  shares: { name: "Shares", known: /^(shares|quantity|units|qty)$/ },
  price: { name: "Price", known: /^(price|share price|unit price|nav|price per share)$/ },
  "account type": { name: "Account type", known: /^(account type|tax status|registration)$/ },
  acquired: { name: "Acquired", known: /^(acquired|date acquired|purchase date|lot date|open date)$/ },
  cost: { name: "Cost", known: /^(cost|cost basis|basis|total cost)$/ },
  "same as": { name: "Same as", known: /^same as$/ },
};

/** How many columns stand in the usual order where there is no header. */
const USUAL_COLUMNS = 5;

/** A trade with its row, and with how many shares changed hands where the table says it: + bought, − sold. */
export interface ListedTrade extends PastTrade {
  readonly row: number;
  readonly shares: number | undefined;
}

/** Trades that were made, from a table of them. */
export interface TradeLogRange {
  readonly table: Table<TradeColumn>;
  readonly trades: readonly ListedTrade[];
  /** Whether the trades are of named accounts. */
  readonly hasAccounts: boolean;
  /** How many rows the range has, and how many of them are header. */
  readonly rows: number;
  readonly headerRows: number;
  readonly notes: readonly Note[];
}

/**
 * Reads a table of past trades: date, fund, amount (+ in, − out), and maybe account and automatic. Columns are found by
 * name, or taken in this order where there is no header. Where shares are given they alone say the direction, and the
 * amount, or shares × price, counts by its size. Rows without either are passed over; the others have a date and a fund.
 */
export function readTradeLog(argument: string, cells: Argument): Read<TradeLogRange> {
  const table = readTable(argument, cells, COLUMNS, { inOrder: USUAL_COLUMNS });
  if (!table.ok) return table;
  const { rows, cell, at, has } = table.value;
  if (!has("amount") && !(has("shares") && has("price"))) {
    const required = ["Date", "Fund", "Amount (or Shares and Price)"];
    return failed({ code: "columns missing", argument, names: ["Amount"], required });
  }
  const read = nameReader();
  const figure = tradeFigures(table.value);
  const notes: Note[] = [...table.value.notes];
  const funds = new NameList();
  const accounts = new NameList();
  const trades: ListedTrade[] = [];
  let sum = 0;
  let moved = 0;
  for (const row of rows) {
    const traded = tradeIn(figure, row, at);
    if (!traded.ok) return traded;
    const { shares, notes: said } = traded.value;
    if (traded.value.amount === 0 && (shares ?? 0) === 0) continue;
    notes.push(...said);
    moved += Math.abs(traded.value.amount);
    if (moved * 100 > LARGEST_TOTAL) return failed({ code: "too much money", argument });
    const cents = centsFromDollars(traded.value.amount);

    const total = totalRow(table.value, row, read);
    if (total) {
      if (cents !== sum) return failed({ code: "total differs", at: at(row, total) });
      notes.push({ code: "total row skipped", at: at(row, total) });
      continue;
    }
    sum += cents;

    const date = readDayCell(cell(row, "date"), at(row, "date"));
    if (date.kind === "problem") return failed(date.problem);
    if (date.kind === "blank") return failed({ code: "date missing", at: at(row, "date") });
    if (date.note) notes.push(date.note);
    const fund = nameIn(table.value, row, "fund", funds, read);
    if (!fund.ok) return fund;
    if (fund.value === undefined) return failed({ code: "name missing", at: at(row, "fund") });
    const account = nameIn(table.value, row, "account", accounts, read);
    if (!account.ok) return account;
    const automatic = isAutomatic(table.value, row, read);
    if (!automatic.ok) return automatic;
    if (cents === 0 && shares !== undefined) {
      const held = { shares: Math.abs(shares), fund: fund.value.text };
      return failed({ code: "price missing", at: at(row, "amount"), ...held });
    }
    trades.push({
      row,
      shares,
      fund: fund.value.text,
      account: account.value?.text ?? "",
      day: date.day,
      amount: cents,
      automatic: automatic.value,
    });
  }
  const { height, headerRows } = table.value;
  return succeeded({
    table: table.value,
    trades,
    hasAccounts: trades.some(({ account }) => account !== ""),
    rows: height,
    headerRows,
    notes,
  });
}

/** Makes a reader of a table's figures, whose texts are read alike in a column; notes go to the row's. */
function tradeFigures({
  rows,
  cell,
  at,
  has,
}: Table<TradeColumn>): (row: number, kind: "amount" | "shares" | "price", notes: Note[]) => Read<number | undefined> {
  const marks = new Map(
    (["amount", "shares", "price"] as const).map((kind) => [
      kind,
      has(kind) ? decimalMarkOf(rows.map((row) => cell(row, kind))) : undefined,
    ]),
  );
  return (row, kind, notes) => {
    const wanted = kind === "amount" ? "money" : kind;
    const reading = readNumber(cell(row, kind), at(row, kind), wanted, marks.get(kind));
    if (reading.kind === "problem" || reading.kind === "text") return failed(reading.problem);
    if (reading.kind === "blank") return succeeded(undefined);
    if (reading.note) notes.push(reading.note);
    return succeeded(reading.number);
  };
}

/** What a row trades, in dollars and shares. */
function tradeIn(
  figure: ReturnType<typeof tradeFigures>,
  row: number,
  at: Table<TradeColumn>["at"],
): Read<{ readonly amount: number; readonly shares: number | undefined; readonly notes: readonly Note[] }> {
  const notes: Note[] = [];
  const shares = figure(row, "shares", notes);
  if (!shares.ok) return shares;
  const typed = figure(row, "amount", notes);
  if (!typed.ok) return typed;
  const price = figure(row, "price", notes);
  if (!price.ok) return price;
  if (price.value !== undefined && price.value < 0) {
    return failed({ code: "negative", at: at(row, "price"), found: price.value, wanted: "price" });
  }
  const count = shares.value === 0 ? undefined : shares.value;
  const amount = typed.value ?? 0;
  if (count === undefined) return succeeded({ amount, shares: undefined, notes });
  const size =
    amount === 0
      ? new Decimal(count)
          .abs()
          .times(price.value ?? 0)
          .toNumber()
      : Math.abs(amount);
  return succeeded({ amount: count < 0 ? -size : size, shares: count, notes });
}

/** The column in which a row without a date says that it is a total. */
function totalRow({ has, cell, at }: Table<TradeColumn>, row: number, read: typeof readName): TradeColumn | undefined {
  const labels: readonly TradeColumn[] = ["date", "fund", "account"];
  return labels.find((kind) => {
    const content = cell(row, kind);
    if (!has(kind) || (typeof content === "number" && kind === "date")) return false;
    const reading = read(content, at(row, kind));
    return reading.kind === "name" && isTotal(reading.name);
  });
}

function nameIn(
  { cell, at }: Table<TradeColumn>,
  row: number,
  kind: "fund" | "account",
  list: NameList,
  read: typeof readName,
): Read<Name | undefined> {
  const position = at(row, kind);
  const content = cell(row, kind);
  // A fund that is a number has lost its name.
  const reading = kind === "account" ? readAccountName(content, position, read) : read(content, position);
  if (reading.kind === "problem") return failed(reading.problem);
  return reading.kind === "blank" ? succeeded(undefined) : list.enter(reading.name, position);
}

function isAutomatic({ has, cell, at }: Table<TradeColumn>, row: number, read: typeof readName): Read<boolean> {
  if (!has("automatic")) return succeeded(false);
  const content = cell(row, "automatic");
  if (typeof content === "boolean") return succeeded(content);
  const position = at(row, "automatic");
  const reading = read(content === 1 ? "yes" : content, position);
  if (reading.kind === "problem") return failed(reading.problem);
  if (reading.kind === "blank") return succeeded(false);
  const { key, text } = reading.name;
  if (/^(YES|Y|TRUE|X|AUTO|AUTOMATIC|✓|✔)$/.test(key)) return succeeded(true);
  if (/^(NO|N|FALSE|MANUAL|-|–)$/.test(key)) return succeeded(false);
  return failed({ code: "neither yes nor no", at: position, found: text });
}

/** A year and more of days is no rule against frequent trading. */
const MOST_DAYS = 366;

/** Reads a frequent-trading rule: `fidelity` (the default), `vanguard`, or a number of days. */
export function readTradingRule(argument: string, given: unknown): Read<FrequentTradingRule> {
  const chosen = readChosen(argument, given);
  if (!chosen.ok) return chosen;
  const found = chosen.value ?? "";
  const word = wordsIn(found);
  if (word === "fidelity" || word === "vanguard") return succeeded({ kind: word });
  const reading = readNumber(word.replace(/ ?days?$/, ""), { argument }, "choice");
  if (reading.kind === "blank" || (reading.kind === "number" && reading.number === 0)) {
    return succeeded({ kind: "fidelity" });
  }
  if (reading.kind !== "number") {
    return failed({ code: "unknown choice", argument, found, known: ["fidelity", "vanguard", "a number of days"] });
  }
  const days = reading.number;
  if (days < 1 || days > MOST_DAYS) {
    return failed({ code: "out of range", at: { argument }, found: days, least: 1, most: MOST_DAYS });
  }
  if (!Number.isInteger(days)) return failed({ code: "not a whole number", at: { argument }, found: days });
  return succeeded({ kind: "days", days });
}
