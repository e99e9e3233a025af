import {
  cents,
  centsFromDollars,
  Decimal,
  succeeded,
  type AccountKind,
  type ReplacementKind,
  type ShareTrade,
} from "../../engine";
import { readAccountType } from "../account-type";
import { isCash } from "../cash-names";
import type { Argument } from "../cells";
import { readDayCell } from "../dates";
import { isIra } from "../household/ira";
import { securitiesOf, type SameAs } from "../household/securities";
import { nameOf, readName } from "../names";
import { readNumber, tidyText } from "../numbers";
import { failed, type CellPlace, type Note, type Read } from "../problem";
import { refusedByLaw } from "../wording/law-problems";
import { rowOf } from "../table";
import { readTradeLog, type ListedTrade, type TradeLogRange } from "../trade-log";

/** Trades in shares over all accounts, with what they are called. */
export interface ShareTradesRange {
  /** All trades, also those without shares. */
  readonly log: TradeLogRange;
  readonly trades: readonly ShareTrade[];
  /** By the accounts and the funds of the trades. */
  readonly accounts: readonly { readonly name: string; readonly kind: AccountKind }[];
  readonly funds: readonly string[];
  readonly at: (row: number) => CellPlace;
  /** The last day of a trade; undefined without any. */
  readonly lastDay: number | undefined;
  readonly notes: readonly Note[];
}

const TRADES = "Trades";

/**
 * Reads a table of trades for wash sales: as ROUNDTRIPS does, with the shares of each, and the account's type, the lot's
 * day, a sale's basis and what a fund is the same as where the table has them. Without shares they are amount ÷ price.
 * A table that names no account is of one taxable account.
 */
export function readShareTrades(cells: Argument): Read<ShareTradesRange> {
  const log = readTradeLog(TRADES, cells);
  if (!log.ok) return log;
  const { table, trades: listed } = log.value;
  const { at, cell, has } = table;
  const notes: Note[] = [...log.value.notes];
  const isNamed = has("account") || has("account type");
  if (!isNamed && listed.length > 0) notes.push({ code: "one taxable account assumed", argument: TRADES });

  const accounts: { name: string; kind: AccountKind; replaces: ReplacementKind }[] = [];
  const accountKeys = new Map<string, number>();
  const funds: string[] = [];
  const fundKeys = new Map<string, number>();
  const same: SameAs[] = [];
  const made: ShareTrade[] = [];
  for (const trade of listed) {
    const { row, fund, day, amount } = trade;
    if (isCash(nameOf(fund))) continue;
    const account = accountOf(trade, isNamed, cell(row, "account type"), at(row, "account"));
    if (!account.ok) return account;
    const shares = sharesOf(trade, cell(row, "price"), at(row, "shares"));
    if (!shares.ok) return shares;
    const acquired = readDayCell(cell(row, "acquired"), at(row, "acquired"));
    if (acquired.kind === "problem") return failed(acquired.problem);
    const cost = readNumber(cell(row, "cost"), at(row, "cost"), "money");
    if (cost.kind === "problem" || cost.kind === "text") return failed(cost.problem);
    const sameAs = readName(cell(row, "same as"), at(row, "same as"));
    if (sameAs.kind === "problem") return failed(sameAs.problem);
    const { key } = nameOf(fund);
    same.push({ fund: key, sameAs: sameAs.kind === "name" ? sameAs.name : undefined });
    const accountKey = nameOf(account.value.name).key;
    const inAccount = accountKeys.get(accountKey) ?? accounts.push(account.value) - 1;
    accountKeys.set(accountKey, inAccount);
    const known = accounts[inAccount] as (typeof accounts)[number];
    if (known.kind !== account.value.kind) {
      const names = { account: account.value.name, found: account.value.said, first: "", firstRow: 0 };
      return failed({ code: "account types differ", at: at(row, "account type"), ...names });
    }
    const ofFund = fundKeys.get(key) ?? funds.push(fund) - 1;
    fundKeys.set(key, ofFund);
    const isSale = shares.value.isNegative();
    made.push({
      ...{ row, day, account: inAccount, fund: ofFund, security: 0, kind: known.replaces, shares: shares.value },
      amount: cents(Math.abs(amount)),
      ...(isSale && acquired.kind === "day" && { acquired: acquired.day }),
      ...(isSale && cost.kind === "number" && cost.number > 0 && { cost: centsFromDollars(cost.number) }),
    });
  }
  const securities = securitiesOf(same);
  const trades = made.map((trade) => ({
    ...trade,
    security: securities.get(nameOf(funds[trade.fund] as string).key) as number,
  }));
  const lastDay = listed.length === 0 ? undefined : listed.reduce((last, { day }) => Math.max(last, day), 0);
  return succeeded({ log: log.value, trades, accounts, funds, at: (row) => rowOf(at(row, "fund")), lastDay, notes });
}

/** Whose a trade is. An account without a type that says one is known by its name. */
function accountOf(
  { account }: ListedTrade,
  isNamed: boolean,
  typeCell: unknown,
  at: CellPlace,
): Read<{ name: string; kind: AccountKind; replaces: ReplacementKind; said: string }> {
  if (!isNamed) return succeeded({ name: "Taxable", kind: "taxable", replaces: "taxable", said: "Taxable" });
  const type = typeof typeCell === "string" ? tidyText(typeCell) : "";
  const said = type === "" ? account : type;
  const kind = readAccountType(said)?.kind;
  if (kind === undefined) return failed({ code: "account type unknown", at, account, found: said });
  const isPersonal = kind === "HSA" || isIra(said) || isIra(account) || (kind === "Roth" && !PLAN.test(said));
  const replaces = kind === "taxable" ? "taxable" : isPersonal ? "ira" : "plan";
  return succeeded({ name: account === "" ? said : account, kind, replaces, said });
}

/** A Roth account at an employer's. */
const PLAN = /\b40[13]|\b457|\btsp\b|\bplan\b/i;

/** + bought, − sold. */
function sharesOf({ shares, amount, fund }: ListedTrade, priceCell: unknown, at: CellPlace): Read<Decimal> {
  if (shares !== undefined) return succeeded(new Decimal(shares));
  const price = readNumber(priceCell, at, "price");
  if (price.kind !== "number" || !(price.number > 0)) {
    return refusedByLaw({ code: "shares missing", at, fund });
  }
  return succeeded(new Decimal(amount).dividedBy(100).dividedBy(price.number));
}
