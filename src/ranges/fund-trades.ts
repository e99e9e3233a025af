import {
  cents,
  centsFromDollars,
  LARGEST_TOTAL,
  NO_MONEY,
  succeeded,
  type BarredExchange,
  type FundTrade,
} from "../engine";
import { failed, type Note, type CellPlace, type Read } from "./problem";
import type { Argument, Cells } from "./cells";
import { alignColumns, position, readColumn, readLine, type NumberColumn } from "./column";
import { isCash } from "./cash-names";
import { isTotal, NameList, nameOf, readName, type Name } from "./names";
import { wordsIn } from "./numbers";

/** Funds with what they hold and what is to be traded, a row a fund, and the account's cash by itself. */
export interface FundTradesRange {
  readonly funds: readonly FundTrade[];
  readonly cash: FundTrade;
  readonly barred: readonly BarredExchange[];
  /** How many rows the ranges have, and how many of them are header. */
  readonly rows: number;
  readonly headerRows: number;
  readonly notes: readonly Note[];
}

/**
 * Reads funds, values and trades row by row, and the barred exchanges. Rows of one fund are added up, where its first
 * row stands; a total row that agrees with the rows above is left out. A row that trades has a name; only cash may be
 * below 0.
 */
export function readFundTrades(
  fundCells: Argument,
  valueCells: Argument,
  tradeCells: Argument,
  barredCells: Argument,
): Read<FundTradesRange> {
  if (fundCells === null || fundCells === undefined) {
    return failed({ code: "missing argument", argument: "Funds", wanted: "fund" });
  }
  const funds = readLine("Funds", fundCells);
  if (!funds.ok) return funds;
  const { across, cellAt: nameAt, used: named } = funds.value;

  const valueColumn = readColumn("Values", valueCells, "money");
  if (!valueColumn.ok) return valueColumn;
  const tradeColumn = readColumn("Trades", tradeCells, "money");
  if (!tradeColumn.ok) return tradeColumn;
  const columns = alignColumns([valueColumn.value, tradeColumn.value]);
  if (!columns.ok) return columns;
  const [values, trades] = columns.value.columns as readonly [NumberColumn, NumberColumn];
  const tooMuch = [values, trades].find((column) => absoluteSum(column.numbers) * 100 > LARGEST_TOTAL);
  if (tooMuch) return failed({ code: "too much money", argument: tooMuch.argument });

  const notes: Note[] = [...columns.value.notes];
  const names = new NameList();
  const byFund = new Map<Name, FundTrade>();
  let cash: FundTrade = { fund: "Cash", value: NO_MONEY, trade: NO_MONEY };
  let sums = { value: 0, trade: 0 };
  const given = Math.max(values.height, trades.height);
  const rows = Math.max(columns.value.rows, named);
  for (let row = 0; row < rows; row++) {
    if (columns.value.headerRows.has(row)) continue;
    const value = centsFromDollars(values.numbers[row] ?? 0);
    const trade = centsFromDollars(trades.numbers[row] ?? 0);
    const at = position("Funds", row, across);
    const reading = readName(nameAt(row), at);
    if (reading.kind === "problem") return failed(reading.problem);
    if (reading.kind === "blank") {
      if (trade !== 0) return failed({ code: "name missing", at });
      continue;
    }
    if (row >= given) {
      const first = { argument: "Funds", rows: named };
      return failed({ code: "unequal heights", first, second: { argument: "Trades", rows: given } });
    }
    if (isTotal(reading.name) && row > 0) {
      if (value !== sums.value || trade !== sums.trade) return failed({ code: "total differs", at });
      notes.push({ code: "total row skipped", at });
      continue;
    }
    sums = { value: sums.value + value, trade: sums.trade + trade };
    if (isCash(reading.name)) {
      cash = {
        fund: cash.value === 0 && cash.trade === 0 ? reading.name.text : cash.fund,
        ...added(cash, value, trade),
      };
      continue;
    }
    if (value < 0) {
      const valueAt = position("Values", row, values.across);
      return failed({ code: "negative", at: valueAt, found: values.numbers[row] as number, wanted: "money" });
    }
    const name = names.enter(reading.name, at);
    if (!name.ok) return name;
    const known = byFund.get(name.value);
    if (known) notes.push({ code: "rows of one fund added", at, fund: known.fund });
    byFund.set(name.value, {
      fund: name.value.text,
      ...added(known ?? { value: NO_MONEY, trade: NO_MONEY }, value, trade),
    });
  }

  const cashName = names.enter(nameOf(cash.fund), { argument: "Funds" });
  if (!cashName.ok) return cashName;
  const barred = readBarred(barredCells, names, notes, cash.fund);
  if (!barred.ok) return barred;
  const headerRows = columns.value.headerRows.size;
  return succeeded({
    funds: [...byFund.values()],
    cash,
    barred: barred.value,
    rows: columns.value.rows,
    headerRows,
    notes,
  });
}

function absoluteSum(numbers: Float64Array): number {
  return numbers.reduce((sum, number) => sum + Math.abs(number), 0);
}

function added(
  sum: Pick<FundTrade, "value" | "trade">,
  value: number,
  trade: number,
): Pick<FundTrade, "value" | "trade"> {
  return { value: cents(sum.value + value), trade: cents(sum.trade + trade) };
}

/** Reads two columns of From and To. A pair with a fund that isn't in the list bars nothing, and is worth a note. */
function readBarred(cells: Argument, names: NameList, notes: Note[], cash: string): Read<readonly BarredExchange[]> {
  const width = cells?.[0]?.length ?? 0;
  if (!cells || (width <= 1 && cells.every(([cell]) => isBlankName(cell)))) return succeeded([]);
  if (width !== 2) return failed({ code: "not two columns", argument: "Barred", height: cells.length, width });

  const barred: BarredExchange[] = [];
  for (let row = 0; row < cells.length; row++) {
    const at: CellPlace = { argument: "Barred", row };
    if (row === 0 && isHeader(cells)) continue;
    const pair: (string | undefined)[] = [];
    let filled = 0;
    for (const cell of cells[row] ?? []) {
      const reading = readName(cell, at);
      if (reading.kind === "problem") return failed(reading.problem);
      if (reading.kind === "blank") continue;
      filled += 1;
      const known = names.find(isCash(reading.name) ? nameOf(cash) : reading.name, at);
      if (!known.ok) return known;
      if (known.value === undefined) notes.push({ code: "barred fund not listed", at, fund: reading.name.text });
      pair.push(known.value?.text);
    }
    if (filled === 1) return failed({ code: "half a pair", at });
    const [from, to] = pair;
    if (from !== undefined && to !== undefined) barred.push({ from, to });
  }
  return succeeded(barred);
}

function isBlankName(cell: unknown): boolean {
  return readName(cell, { argument: "Barred" }).kind === "blank";
}

function isHeader(cells: Cells): boolean {
  const [from, to] = (cells[0] ?? []).map(wordsIn);
  return /^(exchange )?from( fund)?$/.test(from ?? "") && /^(exchange )?(in)?to( fund)?$/.test(to ?? "");
}
