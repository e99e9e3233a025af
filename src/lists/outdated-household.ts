import { readHoldingsTable, type HoldingColumn, type HoldingsTable } from "../ranges";
import { sameName, tradesLogged, tradeTable, type LoggedTrade, type Value } from "../sheets";
import type { Table } from "../workbook";
import type { HouseholdList } from "./list";

/** What a cell of the list holds after trading. Rows and columns count from 0 within the list. */
export interface CellAfter {
  readonly row: number;
  readonly column: number;
  readonly value: Value;
  /** Whether it is a day. */
  readonly isDay?: boolean;
}

/** A row whose value is still the one from before a trade. Dollars. */
export interface OutdatedRow {
  readonly row: number;
  readonly account: string;
  readonly fund: string;
  readonly before: number;
  readonly after: number;
  /** Absent where the list has no such column. */
  readonly value?: CellAfter;
  readonly shares?: CellAfter;
  /** What goes with them: the cost and the day of a lot. */
  readonly more: readonly CellAfter[];
}

/** A trade whose rows the log alone doesn't tell. */
export interface UntoldTrade {
  readonly account: string;
  readonly fund: string;
  /** Dollars: + buys, − sells; of cash, what the trades leave over. */
  readonly amount: number;
  /** `lots`: it doesn't say which were sold. `new lot`: a purchase has a cost and a day of its own. `cash`: no row holds it. */
  readonly because: "lots" | "new lot" | "cash";
}

/** What a household's list still shows from before the trades that were logged last. */
export interface OutdatedHousehold {
  /** The day of the trades, as Excel counts days. */
  readonly day: number;
  /** How many trades were logged for that day. */
  readonly trades: number;
  readonly rows: readonly OutdatedRow[];
  /** Cash flows that the trades have placed: they aren't there to be placed again. */
  readonly flows: readonly (CellAfter & { readonly account: string })[];
  readonly untold: readonly UntoldTrade[];
}

type Place = HoldingsTable["positions"][number];

/**
 * Finds what a household's list still shows from before the last trades in the workbook's table of them: the rows whose
 * value is to the cent what it was when the trade was logged, row by row, or of all lots of a fund together. Undefined
 * where none is. What trades leave over of an account's cash flow is in its cash.
 */
export function outdatedHouseholdBy(
  tables: readonly Table[],
  { cells, firstRow }: HouseholdList,
): OutdatedHousehold | undefined {
  const log = tables.find(({ name }) => sameName(name, tradeTable));
  const logged = log ? tradesLogged(log) : [];
  const day = logged.reduce((latest, { date }) => Math.max(latest, date), 0);
  const last = logged.filter(({ date }) => date === day).reverse();
  const read = readHoldingsTable("Holdings", cells, { headerRow: firstRow - 1, details: true });
  if (last.length === 0 || !read.ok) return undefined;
  const table = read.value;
  const writes = new RowWriter(table, cells, day);
  const rows: OutdatedRow[] = [];
  const flows: OutdatedHousehold["flows"][number][] = [];
  const untold: UntoldTrade[] = [];
  for (const [account, { name }] of table.accounts.entries()) {
    const own = table.positions.filter((position) => position.account === account);
    const trades = last.filter((trade) => table.accounts.length === 1 || same(trade.account, name));
    const matching = new Matching(own, table.accounts[account]?.kind === "taxable", day);
    let isWhole = trades.length > 0;
    const moved: Moved[] = [];
    for (const trade of trades) {
      const outcome = matching.take(trade);
      if (outcome === undefined) isWhole = false;
      else if (outcome.because === undefined) moved.push(...outcome.moved);
      else {
        isWhole = false;
        untold.push({ account: name, fund: trade.fund, amount: trade.amount, because: outcome.because });
      }
    }
    const sum = trades.reduce((all, { amount }) => all + inCents(amount), 0);
    const { cashFlow } = table.accounts[account] ?? {};
    if (isWhole) {
      const [cash, ...more] = own.filter(({ isCash }) => isCash);
      let over = (cashFlow?.amount ?? 0) - sum;
      if (cash && more.length === 0 && over !== 0 && !moved.some(({ position }) => position.isCash)) {
        moved.push({ position: cash, amount: over });
        over = 0;
      }
      if (cashFlow) {
        flows.push(...writes.flow(cashFlow.row, over).map((cell) => ({ ...cell, account: name })));
      } else if (over !== 0) {
        untold.push({ account: name, fund: "", amount: over / 100, because: "cash" });
      }
    }
    rows.push(...moved.map((each) => writes.row(each, name)));
  }
  if (rows.length === 0 && untold.length === 0) return undefined;
  return { day, trades: last.length, rows: rows.sort((one, other) => one.row - other.row), flows, untold };
}

/** What a trade, or its part, does to a row: cents. */
interface Moved {
  readonly position: Place;
  readonly amount: number;
}

type Outcome =
  { readonly because?: undefined; readonly moved: readonly Moved[] } | { readonly because: "lots" | "new lot" };

/** Finds the rows of one account that trades are of; each row is of one trade. */
class Matching {
  readonly #free: Set<Place>;

  constructor(
    private readonly own: readonly Place[],
    private readonly isTaxable: boolean,
    private readonly day: number,
  ) {
    this.#free = new Set(own);
  }

  /** Where a trade's value is still the one from before; undefined where it shows another by now. */
  take(trade: LoggedTrade): Outcome | undefined {
    const amount = inCents(trade.amount);
    const before = inCents(trade.valueBefore);
    const funds = this.own.filter((position) => namesOf(position).some((name) => same(name, trade.fund)));
    const lots = funds.filter((position) => this.#free.has(position));
    const one = lots.find(({ value }) => value === before && value + amount >= 0);
    if (one) {
      if (!this.#isNewLot(one, amount)) return this.#moved([{ position: one, amount }]);
      // Its owner may have added a row for it.
      const isThere = funds.some((lot) => lot !== one && (lot.value === amount || (lot.acquired ?? 0) >= this.day));
      return isThere ? undefined : { because: "new lot" };
    }
    const [first, ...more] = lots;
    const sum = lots.reduce((all, { value }) => all + value, 0);
    if (!first || more.length === 0 || sum !== before || sum + amount < 0) return undefined;
    if (amount > 0) {
      return this.#isNewLot(first, amount) ? { because: "new lot" } : this.#moved([{ position: first, amount }]);
    }
    if (this.isTaxable && sum + amount !== 0) return { because: "lots" };
    // As PLANTRADES has it: of rows that are one, a sale takes the first until it is empty.
    let left = -amount;
    const sales = lots.map((position) => {
      const sold = Math.min(position.value, left);
      left -= sold;
      return { position, amount: -sold };
    });
    return this.#moved(sales.filter((sale) => sale.amount !== 0));
  }

  /** Whether a purchase can't go into a row, because that has a cost or a day of its own which matters. */
  #isNewLot({ value, isCash, costBasis, acquired }: Place, amount: number): boolean {
    return this.isTaxable && !isCash && amount > 0 && value > 0 && (costBasis !== undefined || acquired !== undefined);
  }

  #moved(moved: readonly Moved[]): Outcome {
    for (const { position } of moved) this.#free.delete(position);
    return { moved };
  }
}

/** Says which cells of a row change with its value. */
class RowWriter {
  constructor(
    private readonly table: HoldingsTable,
    private readonly cells: HouseholdList["cells"],
    private readonly day: number,
  ) {}

  row({ position, amount }: Moved, account: string): OutdatedRow {
    const { row, value: before, fund } = position;
    const after = before + amount;
    const value = this.#at(row, "value", after / 100);
    const { shares, more } = before > 0 ? this.#inProportion(position, after / before) : this.#newLot(position, amount);
    return {
      ...{ row, account, fund: fund?.text ?? "" },
      ...{ before: before / 100, after: after / 100 },
      ...(value && { value }),
      ...(shares && { shares }),
      more: more.filter((cell) => cell !== undefined),
    };
  }

  /** What is left of a cash flow, in cents. */
  flow(row: number, left: number): readonly CellAfter[] {
    const flow = left === 0 ? "" : left / 100;
    return [this.#at(row, "cash flow", flow), this.#at(row, "withdrawal", "")].flatMap((cell) => {
      const typed = cell && this.cells[row]?.[cell.column];
      return cell === undefined || typed === "" || typed === cell.value ? [] : [cell];
    });
  }

  /** A row's price stays: its shares change as its value does, and so does the cost of a lot of which a part is sold. */
  #inProportion({ row, account }: Place, part: number): Beside {
    const scaled = (kind: HoldingColumn, digits: number): CellAfter | undefined => {
      const typed = this.cells[row]?.[this.table.columns.get(kind)?.column ?? -1];
      return typeof typed === "number" && typed !== 0
        ? this.#at(row, kind, Math.round(typed * part * 10 ** digits) / 10 ** digits)
        : undefined;
    };
    const isPartSold = this.table.accounts[account]?.kind === "taxable" && part < 1;
    return { shares: scaled("shares", SHARE_DIGITS), more: [isPartSold ? scaled("cost basis", 2) : undefined] };
  }

  /** A fund that wasn't held yet. */
  #newLot({ row, account, price }: Place, amount: number): Beside {
    const shares =
      price === undefined ? undefined : this.#at(row, "shares", Math.round((amount / 100 / price) * 1e4) / 1e4);
    if (this.table.accounts[account]?.kind !== "taxable") return { shares, more: [] };
    const acquired = this.#at(row, "acquired", this.day);
    return {
      shares,
      more: [
        this.#at(row, "cost basis", amount / 100),
        price === undefined ? undefined : this.#at(row, "cost per share", price),
        acquired && { ...acquired, isDay: true },
      ],
    };
  }

  #at(row: number, kind: HoldingColumn, value: Value): CellAfter | undefined {
    const column = this.table.columns.get(kind)?.column;
    return column === undefined ? undefined : { row, column, value };
  }
}

interface Beside {
  readonly shares: CellAfter | undefined;
  readonly more: readonly (CellAfter | undefined)[];
}

/** Digits after the point that shares are kept with, where they change with a value. */
const SHARE_DIGITS = 6;

function namesOf({ fund, ticker, description }: Place): readonly string[] {
  return [fund?.text, ticker, description].filter((name) => name !== undefined);
}

function same(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

function inCents(dollars: number): number {
  return Math.round(dollars * 100);
}
