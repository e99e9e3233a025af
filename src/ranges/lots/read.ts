import {
  centsFromShares,
  exactly,
  LARGEST_TOTAL,
  succeeded,
  type AccountKind,
  type Lot,
  type LotPosition,
} from "../../engine";
import type { Argument, Cells } from "../cells";
import { readLock } from "../holdings/lock";
import { readHoldingsTable } from "../holdings/read";
import type { HoldingsTable, Position } from "../holdings/record";
import { holdingsVocabulary } from "../holdings/vocabulary";
import { securitiesOf } from "../household/securities";
import { nameOf, type Name } from "../names";
import { failed, type CellPlace, type Note, type Read } from "../problem";
import { rowOf, upright } from "../table";

/** Lots as a table of holdings has them, each worth its shares × a price. */
export interface LotsRange {
  readonly positions: readonly LotPosition[];
  /** By the accounts of the positions. */
  readonly accounts: readonly { readonly name: string; readonly kind: AccountKind }[];
  /** By the funds of the positions. */
  readonly funds: readonly Name[];
  /** The security that a fund of this name, or one that says to be the same as it, is. */
  readonly securityOf: (fund: Name) => number | undefined;
  /** Where a row is. */
  readonly at: (row: number) => CellPlace;
  readonly rows: number;
  readonly headerRows: number;
  readonly notes: readonly Note[];
}

/** What lots are read with. */
export interface LotsOptions {
  /** What a share costs; a taxable lot without a price is a problem. */
  readonly priceOf: (fund: Name) => number | undefined;
  /** Where prices are typed, for what is said of one that is missing. */
  readonly prices: string;
  /** A lot that was bought later is a problem. */
  readonly today: number | undefined;
}

const LOTS = "Lots";

/**
 * Reads a table of holdings as lots: shares, what they cost and when they were bought. Rows of accounts that aren't
 * taxable are lots, too: their purchases count for wash sales. A table that names no account and no type is one taxable
 * account. A lot without a basis is all gain; one that is locked may not be sold.
 */
export function readLots(cells: Argument, { priceOf, prices, today }: LotsOptions): Read<LotsRange> {
  if (cells === null || cells === undefined)
    return failed({ code: "missing argument", argument: LOTS, wanted: "table" });
  const priced = withPriceOfOne(cells);
  if (priced === undefined) {
    return failed({ code: "columns missing", argument: LOTS, names: ["Shares"], required: ["Fund", "Shares"] });
  }
  const read = readHoldingsTable(LOTS, priced.cells, { details: true, columns: priced.columns });
  if (!read.ok) return read;
  const table = read.value;
  const isAssumed = table.notes.some(({ code }) => code === "one 401(k) assumed");
  const accounts = table.accounts.map(({ name, kind }) =>
    isAssumed ? { name: "Taxable", kind: "taxable" as const } : { name, kind: kind ?? "taxable" },
  );
  const isTaxable = ({ account }: Pick<Position, "account">): boolean => accounts[account]?.kind === "taxable";
  const asked = table.questions.find(
    ({ about, problem }) => about !== "class" && (about !== "basis" || isOfTaxable(table, problem, isTaxable)),
  );
  if (asked) return failed(asked.problem);
  const unread = table.notes.find((note) => note.code === "shares not read");
  if (unread?.code === "shares not read") {
    return failed({ code: "not a number", at: unread.at, found: unread.found, wanted: "shares" });
  }

  const rows: { readonly position: Position; readonly fund: Name; readonly lot: Lot }[] = [];
  const withoutBasis = new Map<number, number[]>();
  for (const position of table.positions) {
    const { row, isCash, account } = position;
    const fund = position.fund ?? position.assetClass;
    const shares = position.shares ?? 0;
    if (isCash || fund === undefined || shares === 0) continue;
    if (shares < 0) {
      return failed({
        code: "negative",
        at: table.at(row, "shares"),
        found: shares,
        wanted: "shares",
        fund: fund.text,
      });
    }
    const lot = lotOf(position, fund, shares, { priceOf, prices, today }, { table, isTaxable: isTaxable(position) });
    if (!lot.ok) return lot;
    rows.push({ position, fund, lot: lot.value });
    if (!isTaxable(position) || lot.value.basis !== undefined) continue;
    const known = withoutBasis.get(account);
    if (known) known.push(row);
    else withoutBasis.set(account, [row]);
  }
  if (rows.reduce((sum, { lot }) => sum + lot.value, 0) > LARGEST_TOTAL) {
    return failed({ code: "too much money", argument: LOTS });
  }
  const securities = securitiesOf(rows.map(({ position, fund }) => ({ fund: fund.key, sameAs: position.sameAs })));
  const { positions, funds } = positionsOf(rows, securities);
  const said = [...table.leftOut, ...table.notes].filter(({ code }) => !UNSAID.has(code));
  return succeeded({
    positions,
    accounts,
    funds,
    securityOf: (fund) => securities.get(fund.key),
    at: (row) => rowOf(table.at(row, "fund")),
    rows: table.rows,
    headerRows: table.headerRows,
    notes: [
      ...said,
      ...(isAssumed ? [{ code: "one taxable account assumed", argument: LOTS } as const] : []),
      ...[...withoutBasis].map(([account, of]): Note => ({
        ...{ code: "basis missing", argument: LOTS, account: accounts[account]?.name ?? "", rows: of },
      })),
    ],
  });
}

/** What is no matter of lots: they are rows of one fund, and the price that stands in for theirs isn't typed. */
const UNSAID: ReadonlySet<string> = new Set(["rows of one fund added", "cash price of 1", "one 401(k) assumed"]);

/**
 * The range with a price of 1 for each row in a column of its own, and none of its values: what a lot is worth comes from
 * the prices that are given beside it. Undefined without a column of shares.
 */
function withPriceOfOne(
  cells: Cells,
): { readonly cells: Cells; readonly columns: ReadonlyMap<"price" | "value", number | undefined> } | undefined {
  const { cells: lying, width, header } = upright(cells, holdingsVocabulary(cells));
  if (!header.found.has("shares")) return undefined;
  const shares = header.found.get("shares") as number;
  const withPrice = lying.map((row, index) => [
    ...Array.from({ length: width }, (_, column) => row[column]),
    index === header.row ? "Price" : index > header.row && row[shares] !== "" ? 1 : "",
  ]);
  return {
    cells: withPrice,
    columns: new Map<"price" | "value", number | undefined>([
      ["value", undefined],
      ["price", width],
    ]),
  };
}

function isOfTaxable(
  { positions }: HoldingsTable,
  problem: HoldingsTable["questions"][number]["problem"],
  isTaxable: (position: Position) => boolean,
): boolean {
  const row = "at" in problem ? problem.at.row : undefined;
  const position = positions.find((each) => each.row === row);
  return position !== undefined && isTaxable(position);
}

function lotOf(
  { row, account, acquired, costBasis, lock }: Position,
  fund: Name,
  shares: number,
  { priceOf, prices, today }: LotsOptions,
  { table, isTaxable }: { readonly table: HoldingsTable; readonly isTaxable: boolean },
): Read<Lot> {
  const names = { account: table.accounts[account]?.name ?? "", fund: fund.text };
  if (acquired !== undefined && today !== undefined && acquired > today) {
    return failed({ code: "acquired later", at: table.at(row, "acquired"), ...names, found: acquired, today });
  }
  const price = priceOf(fund);
  if (price === undefined && isTaxable) {
    return failed({ code: "price missing", at: { argument: prices }, shares, fund: fund.text });
  }
  const locked = readLock(lock, table.at(row, "lock"), names);
  if (!locked.ok) return locked;
  const count = exactly(shares);
  return succeeded({
    row,
    value: centsFromShares(count, exactly(price ?? 0)),
    maySell: locked.value !== "hold" && locked.value !== "no sell",
    shares: count,
    ...(costBasis !== undefined && { basis: costBasis }),
    ...(acquired !== undefined && { acquired }),
  });
}

/** Puts the rows of a fund in an account together. */
function positionsOf(
  rows: readonly { readonly position: Position; readonly fund: Name; readonly lot: Lot }[],
  securities: ReadonlyMap<string, number>,
): { readonly positions: readonly LotPosition[]; readonly funds: readonly Name[] } {
  const funds: Name[] = [];
  const numbers = new Map<string, number>();
  const groups = new Map<string, LotPosition & { readonly lots: Lot[] }>();
  for (const { position, fund, lot } of rows) {
    const number = numbers.get(fund.key) ?? funds.push(nameOf(fund.text)) - 1;
    numbers.set(fund.key, number);
    const key = `${position.account} ${fund.key}`;
    const group = groups.get(key);
    if (group) group.lots.push(lot);
    else {
      const security = securities.get(fund.key) as number;
      groups.set(key, { account: position.account, fund: number, security, isCash: false, lots: [lot] });
    }
  }
  return { positions: [...groups.values()], funds };
}
