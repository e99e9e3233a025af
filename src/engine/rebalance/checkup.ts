import { succeeded, type Result } from "../errors";
import { nextAfter, type Cadence } from "../policy/cadence";
import type { Policy } from "../policy/policy";
import { maySell } from "../policy/row-rules";
import { costOfTrades } from "../policy/trading-cost";
import type { Allocation } from "../portfolio/allocation";
import { cents, NO_MONEY, type Usd } from "../units/money";
import { cashNeeded } from "./cash-needed";
import { driftInPoints, totalDrift } from "./drift";
import { inDollars, isDue, nextLook, type Due } from "./due";
import { effectOf, type Effect } from "./effect";
import { rebalance, type Circumstances } from "./rebalance";

/** A way in which rebalancing goes wrong in practice, with what shows it. Rows are row numbers of the account. */
export type Pitfall =
  /** More rebalances in the last year than a year has quarters. */
  | { readonly kind: "too often"; readonly rebalances: number }
  /** A calendar that trades every month or more, whatever the drift. */
  | { readonly kind: "trades on every look"; readonly cadence: Cadence }
  /** The last look is more than two years back, or the calendar allows that. */
  | { readonly kind: "not often enough"; readonly daysSince: number }
  | { readonly kind: "looks too rarely"; readonly cadence: Cadence }
  | { readonly kind: "no rule" }
  /** Trades of less than a thousandth of the total. */
  | { readonly kind: "small trades"; readonly rows: readonly number[] }
  /** Money without a target, and nothing in the policy that says what to do with it. */
  | { readonly kind: "unassigned money"; readonly rows: readonly number[] }
  /** Sales that a contribution of moderate size would make needless. */
  | { readonly kind: "avoidable sells"; readonly contribution: Usd };

/** Everything a yearly checkup asks. */
export interface Checkup {
  readonly due: Due;
  /** The next day to look, as a serial; undefined in calm times under a volatile look alone. */
  readonly nextLook: number | undefined;
  /** The row furthest from its target, and by how much (weight − target). */
  readonly largest: { readonly row: number; readonly drift: number };
  /** Half the sum of absolute drifts. */
  readonly totalDrift: number;
  /** What the policy would trade today, whether or not it is due, and what that does. */
  readonly effect: Effect;
  /** What those trades cost: the policy's proportional cost and fee; undefined where it gives neither. */
  readonly cost: Usd | undefined;
  readonly pitfalls: readonly Pitfall[];
}

const DAYS_A_YEAR = 365;
/** Vanguard finds looking once a year best for investors who harvest no losses (2022), so one a quarter is plenty. */
const MOST_REBALANCES_A_YEAR = 4;
const RARE_LOOK_DAYS = 2 * DAYS_A_YEAR;
const RARE_LOOK_MONTHS = 24;
/** Below this share of the total a trade changes no weight that anyone would notice: Keel's rule of thumb. */
const SMALL_TRADE_SHARE = 0.001;
/** Up to this share of the total a contribution is a plausible way out: Keel's rule of thumb. */
const MODERATE_CONTRIBUTION_SHARE = 0.1;

/** A day on which the owner looked, as a serial, and whether anything was traded. */
export interface LoggedDay {
  readonly day: number;
  readonly traded: boolean;
}

/**
 * Checks an account against its policy on a day: due or not and why, drifts, what acting would trade and cost, and the
 * pitfalls that apply. `log` are the days of past looks, in any order.
 */
export function checkup(
  allocation: Allocation,
  policy: Policy,
  now: Circumstances & { readonly today: number },
  log: readonly LoggedDay[],
): Result<Checkup> {
  const due = isDue(allocation, policy, now);
  if (!due.ok) return due;
  const drifts = driftInPoints(allocation);
  if (!drifts.ok) return drifts;
  const total = totalDrift(allocation);
  if (!total.ok) return total;
  // Acting is judged by the band alone: what the trades would be if the owner acted today.
  const anyDay: Circumstances = { ...(now.returns && { returns: now.returns }) };
  const acted = rebalance(allocation, NO_MONEY, inDollars(policy), anyDay);
  if (!acted.ok) return acted;
  const next = nextLook(policy, now.today, now.volatility);
  const { trades } = acted.value;
  const effect = effectOf(allocation, NO_MONEY, trades);
  return succeeded({
    due: due.value,
    nextLook: next.ok ? next.value : undefined,
    largest: largestOf(drifts.value),
    totalDrift: total.value,
    effect,
    cost: costOf(effect, policy),
    pitfalls: [...calendarPitfalls(policy, now.today, log), ...tradePitfalls(allocation, policy, trades)],
  });
}

function largestOf(drifts: Float64Array): Checkup["largest"] {
  let row = 0;
  drifts.forEach((drift, candidate) => {
    if (Math.abs(drift) > Math.abs(drifts[row] as number)) row = candidate;
  });
  return { row, drift: drifts[row] as number };
}

function costOf({ bought, sold, made }: Effect, policy: Policy): Usd | undefined {
  if (policy.cost === undefined && policy.fee === undefined) return undefined;
  return cents(
    costOfTrades(policy, bought + sold, made)
      .round()
      .toNumber(),
  );
}

function calendarPitfalls(policy: Policy, today: number, log: readonly LoggedDay[]): Pitfall[] {
  const { look, band, trigger, lastLook } = policy;
  const pitfalls: Pitfall[] = [];
  const lastYear = log.filter(({ day, traded }) => traded && day > today - DAYS_A_YEAR && day <= today).length;
  if (lastYear > MOST_REBALANCES_A_YEAR) pitfalls.push({ kind: "too often", rebalances: lastYear });
  if (look && (band === undefined || trigger === "or") && (look.unit === "days" ? look.every <= 31 : look.every <= 1)) {
    pitfalls.push({ kind: "trades on every look", cadence: look });
  }
  const last = log.reduce((latest, { day }) => (day <= today ? Math.max(latest, day) : latest), lastLook ?? 0);
  if (last > 0 && (today - last > RARE_LOOK_DAYS || missedALook(last, today, look))) {
    pitfalls.push({ kind: "not often enough", daysSince: today - last });
  }
  if (look && (look.unit === "days" ? look.every > RARE_LOOK_DAYS : look.every > RARE_LOOK_MONTHS)) {
    pitfalls.push({ kind: "looks too rarely", cadence: look });
  }
  if (!look && !band && !policy.volatileLook) pitfalls.push({ kind: "no rule" });
  return pitfalls;
}

/** Whether a look was not only due but passed over: the one after it is due as well. */
function missedALook(last: number, today: number, look: Cadence | undefined): boolean {
  const due = look && nextAfter(last, look);
  const dueAgain = due === undefined ? undefined : nextAfter(due, look as Cadence);
  return dueAgain !== undefined && today >= dueAgain;
}

function tradePitfalls(allocation: Allocation, policy: Policy, trades: readonly Usd[]): Pitfall[] {
  const pitfalls: Pitfall[] = [];
  const rowsWhere = (test: (row: number) => boolean): readonly number[] =>
    trades.map((_, row) => row).filter((row) => test(row));
  const small = rowsWhere(
    (row) => trades[row] !== 0 && Math.abs(trades[row] as number) < allocation.total * SMALL_TRADE_SHARE,
  );
  if (small.length > 0) pitfalls.push({ kind: "small trades", rows: small });
  const unassigned = rowsWhere(
    (row) => allocation.values[row] !== 0 && allocation.targets.parts[row] === 0 && maySell(allocation.rules, row),
  );
  if (policy.unassigned === undefined && unassigned.length > 0)
    pitfalls.push({ kind: "unassigned money", rows: unassigned });
  if (trades.some((trade) => trade < 0)) {
    const needed = cashNeeded(allocation, policy);
    if (needed.ok && needed.value > 0 && needed.value <= allocation.total * MODERATE_CONTRIBUTION_SHARE) {
      pitfalls.push({ kind: "avoidable sells", contribution: needed.value });
    }
  }
  return pitfalls;
}
