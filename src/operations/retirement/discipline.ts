import {
  datesInOrder,
  followed as followedLooks,
  fundStandings,
  lossDates,
  nextLook,
  purchaseDates,
  roundtripDates,
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
  nameOf,
  readDay,
  readLooks,
  readLots,
  readPolicy,
  readShareTrades,
  safeDatesCells,
  type Argument,
  type LooksRange,
  type LotsRange,
  type Note,
  type Read,
  type ShareTradesRange,
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
  readonly range: ShareTradesRange;
  readonly dates: readonly SafeDate[];
  readonly asOf: number;
}

type DatesArguments = readonly [trades: Argument, lots?: Argument, policy?: Argument, asOf?: Argument];

const DATE_KINDS: readonly CellKind[] = ["day", "plain", "plain", "plain"];

/** What SAFEDATES does. */
export const safeDates: Work<DatesArguments, DecidedDates> = {
  holds: [DATE_KINDS],
  decide: (trades, lots, policy, asOf) => {
    const range = readShareTrades(trades);
    if (!range.ok) return range;
    const rule = readPolicy(policy);
    if (!rule.ok) return rule;
    const notes: Note[] = [...rule.value.notes];
    const day = readDay("As of", asOf, notes);
    if (!day.ok) return day;
    const found = washSalesOf(range.value, day.value);
    if (!found.ok) return found;
    const today = found.value.asOf;
    const held = lots ? readLots(lots, { priceOf: () => 1, prices: "Lots", today }) : succeeded(undefined);
    if (!held.ok) return held;
    const look = nextLookDate(rule.value.policy, today);
    if (!look.ok) return look;
    const bySale = new Map(range.value.trades.map((trade) => [trade.row, trade]));
    const dates = [
      ...look.value,
      ...roundtripDates(fundStandings(range.value.log.trades, today, { kind: "fidelity" }).standings),
      ...lossDates(
        found.value.sales.map(({ row }) => {
          const { fund, day: sold } = bySale.get(row) as ShareTrade;
          return { fund: range.value.funds[fund] ?? "", day: sold };
        }),
      ),
      ...(held.value ? lotDates(held.value, range.value, today) : []),
    ];
    return succeeded({
      ...{ range: range.value, dates: datesInOrder(dates, today), asOf: today },
      notes: [...notes, ...found.value.notes, ...(held.value?.notes ?? [])],
    });
  },
  show: ({ dates }) => safeDatesCells(dates),
  explain: ({ range: { log }, asOf }) => ({
    read: [
      { fact: "range", argument: "Trades", rows: log.rows, headerRows: log.headerRows },
      { fact: "day", day: asOf },
    ],
    steps: [{ fact: "formula", formula: "safe dates" }],
  }),
};

/** The policy's next look; none without a calendar. How volatile times are isn't known: the calendar for calm ones counts. */
function nextLookDate({ look, lastLook }: Policy, today: number): Read<readonly SafeDate[]> {
  if (look === undefined) return succeeded([]);
  const next = nextLook({ look, ...(lastLook !== undefined && { lastLook }) }, today, undefined);
  return next.ok ? succeeded([{ what: "next look", day: next.value }]) : next;
}

/** The days from which losses in lots may be taken, as far as purchases in lots and trades are known. */
function lotDates(
  { positions, accounts, funds, securityOf }: LotsRange,
  { trades, funds: traded }: ShareTradesRange,
  today: number,
): readonly SafeDate[] {
  const purchases = trades.flatMap(({ fund, day, shares }) => {
    const security = securityOf(nameOf(traded[fund] ?? ""));
    return security !== undefined && shares.greaterThan(0) && day <= today ? [{ security, day }] : [];
  });
  const kinds = accounts.map(({ kind }) => kind);
  return purchaseDates(positions, kinds, purchases, today, ({ fund }: LotPosition) => funds[fund]?.text ?? "");
}
