import { Decimal } from "../decimal";
import { failed, succeeded, type EngineProblem, type Result } from "../errors";
import { isRowBand, type PortfolioBand } from "../policy/band";
import type { Destination } from "../policy/destination";
import type { AmountOrShare, Policy } from "../policy/policy";
import { mayBuy, maySell, type RowRules } from "../policy/row-rules";
import { hasCalendar, isLookDue, scheduleOf } from "../policy/schedule";
import { stepOf } from "../policy/trade-unit";
import type { ReturnHistory } from "../policy/tracking-error";
import { afterTrades, only, type Allocation } from "../portfolio/allocation";
import { placeable, withoutHeld } from "../portfolio/tradable";
import { cents, negated, NO_MONEY, type Usd } from "../units/money";
import { areAllDropped } from "./all-dropped";
import { balanced, movesOutOfBand, type PartWay } from "./destinations";
import { cashMoveDrops } from "./cash-move-drops";
import { levelDrops } from "./level-drops";
import { driftDrops } from "./drift-drops";
import { dropSmallTrades } from "./minimum-trade";
import { moveDrops } from "./move-drops";
import { noTrades, place } from "./place";
import { rowSides } from "./row-sides";
import { rebalanceToTarget } from "./to-target";
import { inside, measure, shareTraded, shrinkDrifts } from "./portfolio-band";
import { inWholePercents, type PercentRule } from "./whole-percents";
import { actWithinRules } from "./within-rules";

/** What a policy may need to know of the day: without it the calendar is ignored. */
export interface Circumstances {
  /** Today, as a serial. */
  readonly today?: number;
  /** Volatility a year, as a fraction. */
  readonly volatility?: Decimal;
  readonly returns?: ReturnHistory;
}

/** Why the trades are what they are. */
export type Reason =
  /** No rule holds anything back: all the way to target. */
  | "no rule"
  /** The calendar says to look, and nothing else is asked. */
  | "look date"
  /** Outside the band. */
  | "out of band"
  /** The calendar says not yet: only cash was placed. */
  | "not due"
  /** In band once the cash is placed: only cash was placed. */
  | "in band"
  /** The policy never sells: only cash was placed. */
  | "no sells"
  /** Nothing but placing cash was asked. */
  | "only cash";

/** Trades, and how they came about. Rows are row numbers of the account. */
export interface Rebalancing {
  readonly trades: readonly Usd[];
  readonly reason: Reason;
  /** Cash that the policy's buffer kept uninvested. */
  readonly keptBack: Usd;
  /** Rows outside their band once the cash is placed. */
  readonly outOfBand: readonly number[];
  /** Rows left alone because their trade was below the minimum. */
  readonly dropped: readonly number[];
  /** Whether all trades were below the minimum, so that the cash went to the largest of them. */
  readonly lastResort: boolean;
}

/**
 * Returns what to trade in each row (whole cents, + buys, − sells). The trades add up to `cash` (+ to invest, − to take
 * out) less what the policy's buffer or a trade unit of dollars hold back. In steps: keep the buffer; place the rest of the cash
 * without trading the other way; if the policy says to act, go to its destination instead; leave out trades below the
 * minimum; round to the policy's unit.
 */
export function rebalance(given: Allocation, cash: Usd, policy: Policy, now: Circumstances): Result<Rebalancing> {
  if (given.total === 0 && cash === 0) return failed({ code: "nothing to invest" });
  if (policy.tradeUnit === "whole percent" && policy.minimumTrade) {
    return failed({ code: "whole percents and a minimum" });
  }
  const locked = [...(given.rules?.locks.keys() ?? [])];
  if (policy.tradeUnit === "whole percent" && locked.length > 0) {
    return failed({ code: "whole percents and locks", rows: locked });
  }
  const request = requestOf(given, cash, policy);
  if (!request.ok) return request;
  const { allocation, invested } = request.value;
  // With all of the cash kept back, an empty account stays empty.
  if (allocation.total === 0 && invested === 0) return carryOut(request.value, policy, now, ONLY_CASH);
  const decision = decide(request.value, policy, now);
  return decision.ok ? carryOut(request.value, policy, now, decision.value) : decision;
}

/**
 * Returns the trades that place cash without trading the other way (whole cents): a contribution (+) only buys, a
 * withdrawal (−) only sells, by level-fill; buffer, minimum trade and trade unit as the policy says.
 */
export function placeCash(allocation: Allocation, cash: Usd, policy: Policy): Result<Rebalancing> {
  const request = requestOf(allocation, cash, policy);
  return request.ok ? carryOut(request.value, policy, {}, ONLY_CASH) : request;
}

/** What is asked of an account: the cash, and how much of it trades in the policy's unit are to place. */
export interface Request {
  /** The account as it is given, and without its held rows: what is traded is traded in the latter. */
  readonly given: Allocation;
  readonly allocation: Allocation;
  readonly cash: Usd;
  readonly keptBack: Usd;
  readonly invested: Usd;
}

/** Works out what of the cash is to place, and in which unit, as the policy says. */
export function requestOf(given: Allocation, cash: Usd, policy: Policy): Result<Request> {
  if (given.total + cash < 0) return failed({ code: "more than there is", asked: negated(cash), held: given.total });
  if (policy.sells === "none" && cash < 0) return failed({ code: "no sells, but money out", asked: negated(cash) });
  if (policy.tradeUnit === "whole shares") return failed({ code: "shares need prices" });

  const keptBack = buffer(given.total, cash, policy.cashBuffer);
  const step = stepOf(policy.tradeUnit);
  // Rounded down: never overspent, and money to take out is raised in full.
  const invested = cents(Math.floor((cash - keptBack) / step) * step);
  if (given.total + invested < 0) return notInUnit(cash, policy);
  const barred = barredBy(given, invested);
  if (barred) return failed(barred);
  const free = withoutHeld(given);
  return succeeded({ given, allocation: step === 1 ? free : { ...free, step }, cash, keptBack, invested });
}

/** Why the rules of rows leave no place for cash, if they don't. */
function barredBy({ values, targets, rules }: Allocation, cash: Usd): EngineProblem | undefined {
  if (rules === undefined || rules.locks.size === 0 || cash === 0) return undefined;
  const rows = [...rules.locks.keys()].filter((row) => !(cash > 0 ? mayBuy : maySell)(rules, row));
  if (cash > 0) {
    const takes = values.some((_, row) => targets.parts[row] !== 0 && mayBuy(rules, row));
    return takes ? undefined : { code: "no row may buy", asked: cash, rows };
  }
  const most = values.reduce((sum, value, row) => (maySell(rules, row) ? sum + value : sum), 0);
  return most + cash >= 0 ? undefined : { code: "rows may not sell", asked: negated(cash), most: cents(most), rows };
}

function notInUnit(cash: Usd, { tradeUnit: unit = "cents" }: Policy): Result<never> {
  return failed({ code: "not in the trade unit", asked: negated(cash), unit });
}

/** Whether to act, and the rows outside their band, judged once the cash is placed. */
export interface Decision {
  readonly reason: Reason;
  readonly outOfBand: readonly number[];
}

const ONLY_CASH: Decision = { reason: "only cash", outOfBand: [] };

function carryOut(
  { given, allocation: free, cash, keptBack, invested }: Request,
  policy: Policy,
  now: Circumstances,
  { reason, outOfBand }: Decision,
): Result<Rebalancing> {
  const acting = reason === "no rule" || reason === "look date" || reason === "out of band";
  const partWay = acting ? partWayOf(policy, reason) : undefined;
  const allocation = acting ? free : placeable(free, invested);
  const { rules } = allocation;
  // All the way to target, the bands of rows make no difference.
  const isBound = rules !== undefined && (rules.locks.size > 0 || partWay !== undefined);
  // Without cash, the moves are the same whichever rows the minimum leaves out.
  const moves =
    invested === 0 && partWay && !isBound && policy.band && isRowBand(policy.band)
      ? movesOutOfBand(allocation, policy.band, partWay)
      : undefined;
  const balance = moves && balanced(moves);
  const solve = (includes: (row: number) => boolean): Result<readonly Usd[]> => {
    if (balance) return balance(includes);
    if (isBound) return actWithinRules(allocation, includes, invested, policy, partWay, now.returns);
    if (acting) return act(allocation, invested, policy, partWay, now, includes);
    return place(only(allocation, includes), invested);
  };
  const least = leastTrade(cents(given.total + cash), policy.minimumTrade);
  const levelled = acting ? partWay === undefined : invested !== 0;
  const { values, step = 1, targets } = allocation;
  const side = acting ? 0 : invested > 0 ? 1 : -1;
  const foreseen = (): readonly number[] | "all" => {
    const { band } = policy;
    if (isBound) {
      if (step === 1 && areAllDropped(allocation, invested, least, undefined)) return "all";
      if (partWay !== undefined) return [];
    }
    if (!isBound && areAllDropped(allocation, invested, least, partWay && band)) return "all";
    if (levelled) {
      const locks = isBound ? locksOf(rules, values.length) : undefined;
      return levelDrops({ values, parts: targets.parts, side, step, ...(locks && { locks }) }, invested, least, solve);
    }
    if (step !== 1) return [];
    if (moves && balance) return moveDrops(moves, balance, least);
    if (partWay && band) {
      if (isRowBand(band)) return cashMoveDrops(allocation, invested, band, partWay, least, solve);
      // Cash changes what a tracking error is with each row that it reaches.
      if (invested !== 0 && band.kind === "tracking error") return [];
      const placed = place(allocation, invested);
      const measured = placed.ok && measure(afterTrades(allocation, placed.value), band, now.returns);
      if (!measured || !measured.ok) return [];
      const share = shareTraded(band, partWay, measured.value);
      const over = measured.value.drift.numerator.dividedBy(targets.whole).toNumber();
      return driftDrops({ account: { values, parts: targets.parts }, cash: invested, share, over }, least, solve);
    }
    return [];
  };
  const solved = dropSmallTrades(allocation, invested, least, solve, foreseen);
  if (!solved.ok) return solved;
  const { dropped, lastResort } = solved.value;
  const percents = policy.tradeUnit === "whole percent" && acting;
  const trades = percents
    ? inWholePercents(allocation, invested, solved.value.trades, percentRuleOf(policy, now, rules))
    : succeeded(solved.value.trades);
  if (!trades.ok) return trades;
  // Only multiples of a cent can fall short: a holding may have none left to sell.
  const placed = trades.value.reduce<number>((sum, trade) => sum + trade, 0);
  if (placed !== invested) return notInUnit(cash, policy);
  return succeeded({ trades: trades.value, reason, keptBack, outOfBand, dropped, lastResort });
}

/** On which side of a level each row may trade alone (n × 1): 1 where it may only buy, −1 where it may only sell. */
function locksOf(rules: RowRules, rows: number): Int8Array {
  const sides = new Int8Array(rows);
  for (const row of rules.locks.keys()) sides[row] = mayBuy(rules, row) ? 1 : -1;
  return sides;
}

/** The first so much of incoming cash is not invested; a share is of the total after the cash. */
function buffer(total: Usd, cash: Usd, kept: AmountOrShare | undefined): Usd {
  if (kept === undefined || cash <= 0) return NO_MONEY;
  return cents(
    Math.min(
      cash,
      amountOf(kept, cents(total + cash))
        .round()
        .toNumber(),
    ),
  );
}

/** The smallest trade worth making, in whole cents: a trade is below a minimum if it is below the next whole cent. */
function leastTrade(totalAfter: Usd, minimum: AmountOrShare | undefined): Usd {
  return minimum === undefined ? NO_MONEY : cents(amountOf(minimum, totalAfter).ceil().toNumber());
}

function amountOf(given: AmountOrShare, total: Usd): Decimal {
  return "amount" in given ? new Decimal(given.amount) : given.share.times(total);
}

/**
 * Decides whether the policy says to act. Held rows are in no band's way: the others are judged as an account of their
 * own, as they share what is left. But nothing is out of line where all rows are in band as they stand.
 */
export function decide(
  { given, allocation, invested: cash }: Pick<Request, "given" | "allocation" | "invested">,
  policy: Policy,
  now: Circumstances,
): Result<Decision> {
  const { band } = policy;
  const own = allocation.rules?.bands;
  const hasBand = band !== undefined || (own !== undefined && own.size > 0);
  const only = (reason: Reason): Result<Decision> => succeeded({ reason, outOfBand: [] });
  if (policy.sells === "none") return only("no sells");
  if (hasCalendar(policy) && now.today !== undefined) {
    const schedule = scheduleOf(policy, now.volatility);
    if (!schedule.ok) return schedule;
    const due = isLookDue(schedule.value, now.today);
    if (due && (!hasBand || policy.trigger === "or")) return only("look date");
    if (!due && (!hasBand || policy.trigger !== "or")) return only("not due");
  }
  if (!hasBand) return only("no rule");

  const placed = place(allocation, cash);
  if (!placed.ok) return placed;
  const after = afterTrades(allocation, placed.value);
  // With everything taken out, nothing is left to be out of line.
  if (after.total === 0) return only("in band");
  if (band !== undefined && !isRowBand(band)) {
    const [row] = own?.keys() ?? [];
    if (row !== undefined) return failed({ code: "bands of two kinds", row });
    const measured = measure(after, band, now.returns);
    if (!measured.ok) return measured;
    return only(measured.value.outside ? "out of band" : "in band");
  }
  const outOfBand: number[] = [];
  rowSides(after, band).forEach((side, row) => {
    if (side !== 0) outOfBand.push(row);
  });
  if (outOfBand.length > 0 && given.rules !== undefined) {
    if (rowSides(afterTrades(given, placed.value), band).every((side) => side === 0)) return only("in band");
  }
  return succeeded({ reason: outOfBand.length > 0 ? "out of band" : "in band", outOfBand });
}

/** The destination short of the targets, if there is one: on a look date, or without a band, there is no edge to stop at. */
function partWayOf({ destination }: Policy, reason: Reason): PartWay | undefined {
  return reason !== "out of band" || destination === undefined || destination.kind === "target"
    ? undefined
    : destination;
}

/** Goes to the destination with the given rows alone. */
function act(
  allocation: Allocation,
  cash: Usd,
  { band }: Policy,
  destination: PartWay | undefined,
  now: Circumstances,
  includes: (row: number) => boolean,
): Result<readonly Usd[]> {
  const members = only(allocation, includes);
  if (band === undefined || destination === undefined) {
    return members.targets.whole === 0 ? place(members, cash) : rebalanceToTarget(members, cash);
  }
  const placed = place(members, cash);
  if (!placed.ok) return placed;
  const after = afterTrades(allocation, placed.value);
  const moves = isRowBand(band)
    ? balanced(movesOutOfBand(after, band, destination))(includes)
    : shrunk(after, includes, band, destination, now);
  if (!moves.ok) return moves;
  return succeeded(moves.value.map((move, row) => cents(move + (placed.value[row] as number))));
}

/** Shrinks the drifts of the given rows towards their own targets. */
function shrunk(
  after: Allocation,
  includes: (row: number) => boolean,
  band: PortfolioBand,
  destination: Destination,
  now: Circumstances,
): Result<readonly Usd[]> {
  const measured = measure(after, band, now.returns);
  if (!measured.ok) return measured;
  const members = only(after, includes);
  // Rows fixed by a minimum trade may have left nothing out of line, or nothing to trade towards.
  if (!measured.value.outside || members.targets.whole === 0) return succeeded(noTrades(after));
  const isWhole = members.total === after.total && members.targets.whole === after.targets.whole;
  return succeeded(
    inside(after, band, now.returns, isWhole, (more) => shrinkDrifts(members, band, destination, measured.value, more)),
  );
}

/** What whole percents keep to: the bands of a destination short of the target. */
function percentRuleOf({ band, destination }: Policy, now: Circumstances, rules: RowRules | undefined): PercentRule {
  const isShort = destination !== undefined && destination.kind !== "target";
  if (!isShort || (band === undefined && rules === undefined)) return { kind: "target" };
  return band === undefined || isRowBand(band)
    ? { kind: "rows", band }
    : { kind: "portfolio", band, returns: now.returns };
}
