import {
  datesInOrder,
  followed as followedLooks,
  fundStandings,
  lossDates,
  nextLook,
  purchaseDates,
  roundtripDates,
  saleDates,
  succeeded,
  type FollowedLook,
  type LotPosition,
  type Policy,
  type SafeDate,
  type ShareTrade,
} from "../../engine";
import {
  refusedByLaw,
  followedCells,
  hasNoShares,
  nameOf,
  readDay,
  readLooks,
  readLots,
  readPolicy,
  readShareTrades,
  readTradeLog,
  safeDatesCells,
  taxableSales,
  type Argument,
  type LooksRange,
  type LotsRange,
  type Note,
  type Read,
  type TradeLogRange,
} from "../../ranges";
import type { Work } from "../later";
import type { CellKind, Decided } from "../operation";
import { washSalesOf } from "./wash-sales";

export interface DecidedLooks extends Decided {
  readonly range: LooksRange;
  readonly found: readonly FollowedLook[];
}

const LOOK_KINDS: readonly CellKind[] = ["day", "day", "plain", "money", "plain"];

/** What FOLLOWED does. */
export const followed: Work<readonly [log: Argument, policy: Argument, asOf?: Argument], DecidedLooks> = {
  holds: [LOOK_KINDS],
  decide: (log, policy, asOf) => {
    const rule = readPolicy(policy);
    if (!rule.ok) return rule;
    const { look, band, trigger } = rule.value.policy;
    if (look === undefined) return refusedByLaw({ code: "no calendar" });
    const range = readLooks(log);
    if (!range.ok) return range;
    const notes: Note[] = [...rule.value.notes, ...range.value.notes];
    const day = readDay("As of", asOf, notes);
    if (!day.ok) return day;
    const { looks } = range.value;
    const last = looks.reduce((latest, each) => Math.max(latest, each.day), 0);
    const mayTradeBetween = band !== undefined && trigger === "or";
    return succeeded({
      range: range.value,
      found: followedLooks(looks, look, day.value ?? last, mayTradeBetween),
      notes,
    });
  },
  show: ({ found }) => followedCells(found),
  explain: ({ range: { rows, headerRows } }) => ({
    read: [{ fact: "range", argument: "Log", rows, headerRows }],
    steps: [{ fact: "formula", formula: "looks followed" }],
  }),
};

export interface DecidedDates extends Decided {
  readonly log: TradeLogRange;
  readonly dates: readonly SafeDate[];
  readonly asOf: number;
}

type DatesArguments = readonly [trades: Argument, lots?: Argument, policy?: Argument, asOf?: Argument];

const DATE_KINDS: readonly CellKind[] = ["day", "plain", "plain", "plain"];

/** What SAFEDATES does. */
export const safeDates: Work<DatesArguments, DecidedDates> = {
  holds: [DATE_KINDS],
  decide: (trades, lots, policy, asOf) => {
    const log = readTradeLog("Trades", trades);
    if (!log.ok) return log;
    const rule = readPolicy(policy);
    if (!rule.ok) return rule;
    const notes: Note[] = [...rule.value.notes];
    const day = readDay("As of", asOf, notes);
    if (!day.ok) return day;
    const today = day.value ?? log.value.trades.reduce((last, trade) => Math.max(last, trade.day), 0);
    const held = lots ? readLots(lots, { priceOf: () => 1, prices: "Lots", today }) : succeeded(undefined);
    if (!held.ok) return held;
    const look = nextLookDate(rule.value.policy, today);
    if (!look.ok) return look;
    const traded = hasNoShares(log.value)
      ? succeeded(tradedAmounts(log.value, today, held.value))
      : tradedShares(trades, today);
    if (!traded.ok) return traded;
    const { sales, purchases } = traded.value;
    const dates = [
      ...look.value,
      ...roundtripDates(fundStandings(log.value.trades, today, { kind: "fidelity" }).standings),
      ...sales,
      ...(held.value ? lotDates(held.value, purchases, today) : []),
    ];
    return succeeded({
      ...{ log: log.value, dates: datesInOrder(dates, today), asOf: today },
      notes: [...notes, ...traded.value.notes, ...(held.value?.notes ?? [])],
    });
  },
  show: ({ dates }) => safeDatesCells(dates),
  explain: ({ log, asOf }) => ({
    read: [
      { fact: "range", argument: "Trades", rows: log.rows, headerRows: log.headerRows },
      { fact: "day", day: asOf },
    ],
    steps: [{ fact: "formula", formula: "safe dates" }],
  }),
};

/** What trades say of wash sales: the days that sales set, and what was bought. */
interface Traded {
  readonly sales: readonly SafeDate[];
  readonly purchases: readonly FundTraded[];
  readonly notes: readonly Note[];
}

/** A trade of a fund, by its name. */
interface FundTraded {
  readonly fund: string;
  readonly day: number;
}

/** Trades with their shares: the ledger tells which sales were at a loss. */
function tradedShares(trades: Argument, today: number): Read<Traded> {
  const range = readShareTrades(trades);
  if (!range.ok) return range;
  const found = washSalesOf(range.value, today);
  if (!found.ok) return found;
  const named = ({ fund, day }: ShareTrade): FundTraded => ({ fund: range.value.funds[fund] ?? "", day });
  const bySale = new Map(range.value.trades.map((trade) => [trade.row, trade]));
  return succeeded({
    sales: lossDates(found.value.sales.map(({ row }) => named(bySale.get(row) as ShareTrade))),
    purchases: range.value.trades.filter(({ shares }) => shares.greaterThan(0)).map(named),
    notes: found.value.notes,
  });
}

/** Trades by their amounts alone: any sale that was taxed may have been at a loss. */
function tradedAmounts(log: TradeLogRange, today: number, held: LotsRange | undefined): Traded {
  return {
    sales: saleDates(taxableSales(log, today, held?.accounts ?? [])),
    purchases: log.trades.filter(({ amount }) => amount > 0),
    notes: log.notes,
  };
}

/** The policy's next look; none without a calendar. How volatile times are isn't known: the calendar for calm ones counts. */
function nextLookDate({ look, lastLook }: Policy, today: number): Read<readonly SafeDate[]> {
  if (look === undefined) return succeeded([]);
  const next = nextLook({ look, ...(lastLook !== undefined && { lastLook }) }, today, undefined);
  return next.ok ? succeeded([{ what: "next look", day: next.value }]) : next;
}

/** The days from which losses in lots may be taken, as far as purchases in lots and trades are known. */
function lotDates(
  { positions, accounts, funds, securityOf }: LotsRange,
  bought: readonly FundTraded[],
  today: number,
): readonly SafeDate[] {
  const purchases = bought.flatMap(({ fund, day }) => {
    const security = securityOf(nameOf(fund));
    return security !== undefined && day <= today ? [{ security, day }] : [];
  });
  const kinds = accounts.map(({ kind }) => kind);
  return purchaseDates(positions, kinds, purchases, today, ({ fund }: LotPosition) => funds[fund]?.text ?? "");
}
