import { centsFromDollars, centsFromShares, exactly, LARGEST_TOTAL, type Usd } from "../../engine";
import { isEmpty } from "../cells";
import { readDayCell } from "../dates";
import { readName } from "../names";
import type { Problem } from "../problem";
import { LEAST_FACTOR, MOST_FACTOR } from "../share-allocation";
import { accountKinds } from "./account-kinds";
import type { Frame } from "./body";
import type { FigureReader } from "./figures";
import { isNoFigure } from "./labels";
import type { Added, HoldingsAccount, HoldingsQuestion, HoldingsTable, Position } from "./record";
import { sourcesIn } from "./sources";

/**
 * Adds what columns say beside names and figures: what an account's money counts, and, with `details`, its type and
 * cash flow, each lot's basis and day, expense ratios, locks, bands, and what is identical.
 */
export function readDetails(
  table: HoldingsTable,
  frame: Frame,
  read: FigureReader,
  accountRows: readonly AccountRow[],
  details: boolean,
): HoldingsTable {
  const added: Added = { notes: [], questions: [] };
  let accounts: readonly HoldingsAccount[] = onceAnAccount(table, accountRows, added, "counts as", (row) => {
    const figure = read(row, "counts as", "weight");
    if (!figure.ok) return asked(added, "money", figure.problem);
    const share = figure.value.number > 1 ? figure.value.number / 100 : figure.value.number;
    if (share >= 0 && share <= 1) return share;
    const at = table.at(row, "counts as");
    return asked(added, "money", { code: "out of range", at, found: figure.value.number, least: 0, most: 100 });
  }).map(({ account, said }) => ({ ...account, ...(said && { countsAs: { share: said.number, row: said.row } }) }));
  let { positions } = table;
  if (details) {
    accounts = accountKinds({ ...table, accounts }, frame, added);
    accounts = onceAnAccount({ ...table, accounts }, accountRows, added, "cash flow", (row) => {
      const flow = read(row, "cash flow", "money");
      if (!flow.ok) return asked(added, "detail", flow.problem);
      const out = read(row, "withdrawal", "money");
      if (!out.ok) return asked(added, "detail", out.problem);
      const amount = flow.value.number - Math.abs(out.value.number);
      if (Math.abs(amount) * 100 <= LARGEST_TOTAL) return amount;
      return asked(added, "detail", { code: "too much money", argument: table.argument });
    }).map(({ account, said }) => ({
      ...account,
      ...(said && { cashFlow: { amount: centsFromDollars(said.number), row: said.row } }),
    }));
    positions = withLots(table, frame, read, added);
  }
  return {
    ...table,
    accounts,
    positions,
    sources: details ? sourcesIn(table, frame, accounts, added) : [],
    notes: [...table.notes, ...added.notes],
    questions: [...table.questions, ...added.questions],
  };
}

/** A row that counts, and whose it is; it may say something of the account and hold nothing. */
export interface AccountRow {
  readonly row: number;
  readonly account: number;
}

function asked({ questions }: Added, about: HoldingsQuestion["about"], problem: Problem): 0 {
  questions.push({ about, problem });
  return 0;
}

interface Said {
  readonly number: number;
  readonly row: number;
}

/** What is said once an account: twice is a question, unless the account's rows all say the same share. */
function onceAnAccount(
  { accounts, columns, at }: HoldingsTable,
  rows: readonly AccountRow[],
  added: Added,
  what: "cash flow" | "counts as",
  numberAt: (row: number) => number,
): readonly { account: HoldingsAccount; said: Said | undefined }[] {
  const has = columns.has(what) || (what === "cash flow" && columns.has("withdrawal"));
  const found = new Map<number, Said>();
  for (const { row, account } of has ? rows : []) {
    const number = numberAt(row);
    if (number === 0) continue;
    const first = found.get(account);
    if (first === undefined) found.set(account, { number, row });
    else if (what === "cash flow" || first.number !== number) {
      const name = accounts[account]?.name ?? "";
      const problem: Problem = {
        code: "twice in an account",
        at: at(row, what),
        account: name,
        what,
        first: first.row,
      };
      asked(added, what === "cash flow" ? "detail" : "money", problem);
    }
  }
  return accounts.map((account, index) => ({ account, said: found.get(index) }));
}

/** The positions with what their lots' columns say. A basis of 0 is a blank one. */
function withLots(
  table: HoldingsTable,
  { cells, found }: Frame,
  read: FigureReader,
  added: Added,
): readonly Position[] {
  const { at, columns } = table;
  const cellAt = (row: number, kind: "lock" | "band" | "same as" | "acquired"): unknown => {
    const column = found.get(kind);
    const cell = column === undefined ? undefined : cells[row]?.[column];
    return isEmpty(cell) || isNoFigure(cell) ? undefined : cell;
  };
  const perShare = columns.get("cost per share");
  if (perShare && !columns.has("cost basis")) {
    added.notes.push({ code: "cost per share", argument: table.argument, heading: perShare.heading });
  }
  const basisOf = ({ row, shares }: Position): Usd | undefined => {
    for (const kind of ["cost basis", "cost per share"] as const) {
      const figure = read(row, kind, "money");
      if (!figure.ok) {
        asked(added, "basis", figure.problem);
        continue;
      }
      const { number } = figure.value;
      if (number === 0) continue;
      if (number < 0) {
        asked(added, "basis", { code: "negative", at: at(row, kind), found: number, wanted: "money" });
        continue;
      }
      if (kind === "cost basis") return number * 100 > LARGEST_TOTAL ? undefined : centsFromDollars(number);
      const isCountable = shares !== undefined && shares * number * 100 <= LARGEST_TOTAL;
      if (isCountable && number >= LEAST_FACTOR && number <= MOST_FACTOR && shares >= LEAST_FACTOR) {
        return centsFromShares(exactly(shares), exactly(number));
      }
    }
    return undefined;
  };
  /** The price as typed, where it is what the value was made of: value ÷ shares has the value's rounding in it. */
  const priceOf = ({ row, shares, value, price }: Position): number | undefined => {
    if (shares === undefined || !(shares >= LEAST_FACTOR && shares <= MOST_FACTOR)) return price;
    const typed = read(row, "price", "price");
    const number = typed.ok ? typed.value.number : 0;
    if (!(number >= LEAST_FACTOR && number <= MOST_FACTOR) || shares * number * 100 > LARGEST_TOTAL) return price;
    return Math.abs(centsFromShares(exactly(shares), exactly(number)) - value) <= 1 ? number : price;
  };
  return table.positions.map((position) => {
    const { row } = position;
    const costBasis = basisOf(position);
    const day = readDayCell(cellAt(row, "acquired"), at(row, "acquired"));
    if (day.kind === "problem") asked(added, "detail", day.problem);
    if (day.kind === "day" && day.note) added.notes.push(day.note);
    const ratio = read(row, "expense ratio", "percentage");
    if (!ratio.ok) asked(added, "detail", ratio.problem);
    const sameAs = readName(cellAt(row, "same as"), at(row, "same as"));
    if (sameAs.kind === "problem") asked(added, "detail", sameAs.problem);
    return {
      ...position,
      price: priceOf(position),
      costBasis,
      acquired: day.kind === "day" ? day.day : undefined,
      expenseRatio: ratio.ok && ratio.value.number > 0 ? ratio.value.number : undefined,
      lock: cellAt(row, "lock"),
      band: cellAt(row, "band"),
      sameAs: sameAs.kind === "name" ? sameAs.name : undefined,
    };
  });
}
