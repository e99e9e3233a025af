import { stepOf } from "../policy/trade-unit";
import type { Limits, Standing } from "./limits";
import type { ClassShares } from "./money-in-classes";
import type { Move } from "./moves";

/** What a cent more of a move changes: each class's gap by so much, and in the place after them the net gain. */
type Effect = readonly (readonly [place: number, by: number])[];

/** An improvement of less than this, in cents, is none. */
const TOO_LITTLE = 1e-7;

/** Rounding stays within a cent of the exact figure and leaves whole cents alone: beyond, it would be another plan. */
const NEARLY_A_CENT = 1 - 1e-4;

/** What net gains above their bound weigh beside gaps: the bound is a hard rule. */
const HARD = 1e6;

/**
 * Moves single cents between the trading rows of each account as long as that brings the classes nearer to their goals,
 * or the net gain within a cent of its bound, which rounding may have left; single dollars, or whatever trades are
 * multiples of, only for the bound. `exact` are the amounts before they were rounded, in cents; `whole` is changed.
 */
export function moveCents(
  standing: Standing,
  limits: Limits,
  gainsBound: number,
  trading: readonly (readonly number[])[],
  exact: Float64Array,
  whole: Float64Array,
): void {
  const { moves, goals, before, policy } = standing;
  const step = stepOf(policy.tradeUnit);
  const effects = moves.map((move) => effectOf(standing, move));
  const ofGains = goals.length;
  // Where each class stands beside its goal, and the net gain.
  const now = [...goals.map((goal, place) => (before[place] as typeof goal).minus(goal).toNumber()), 0];
  const apply = (index: number, by: number): void => {
    for (const [place, share] of effects[index] as Effect) now[place] = (now[place] as number) + share * by;
  };
  for (const [index, amount] of whole.entries()) apply(index, amount);
  const excess = (): number => (now[ofGains] as number) - gainsBound - NEARLY_A_CENT;
  const changed = new Map<number, number>();
  const improvement = ({ one, up, other, down }: Pair): number => {
    changed.clear();
    for (const [index, by] of [
      [one, up * step],
      [other, down * step],
    ] as const) {
      for (const [place, share] of effects[index] as Effect) changed.set(place, (changed.get(place) ?? 0) + by * share);
    }
    // Whole dollars are rounded as everywhere, if that keeps the bound.
    if (step > 1 && excess() <= 0) return 0;
    let better = 0;
    for (const [place, by] of changed) {
      better += place === ofGains ? HARD * lessAbove(excess(), by) : lessGap(now[place] as number, by);
    }
    return better;
  };
  const canMove = (index: number, by: number): boolean => {
    const moved = (whole[index] as number) + by * step;
    const isNear = Math.abs(moved - (exact[index] as number)) <= NEARLY_A_CENT * step;
    const least = Math.max(step === 1 ? 1 : 0, limits.least[index] as number);
    return isNear && moved >= least && moved <= (limits.most[index] as number);
  };
  for (const own of trading) {
    for (;;) {
      let best = TOO_LITTLE;
      let choice: Pair | undefined;
      for (const pair of pairsOf(moves, own)) {
        if (!canMove(pair.one, pair.up) || !canMove(pair.other, pair.down)) continue;
        const better = improvement(pair);
        if (better <= best) continue;
        best = better;
        choice = pair;
      }
      if (choice === undefined) break;
      for (const [index, by] of [
        [choice.one, choice.up],
        [choice.other, choice.down],
      ] as const) {
        whole[index] = (whole[index] as number) + by * step;
        apply(index, by * step);
      }
    }
  }
}

/**
 * How much nearer to 0 a value is when so much is added. Not as a difference of two large values: what rounding makes of
 * that could be an improvement there and back again, without an end.
 */
function lessGap(value: number, by: number): number {
  const after = value + by;
  if (value > 0 && after >= 0) return -by;
  if (value < 0 && after <= 0) return by;
  return Math.abs(value) - Math.abs(after);
}

/** How much less a value is above 0 when so much is added. */
function lessAbove(value: number, by: number): number {
  const after = value + by;
  return value > 0 && after > 0 ? -by : Math.max(0, value) - Math.max(0, after);
}

/** A cent more or less of two moves that leaves their account's money as it is. */
interface Pair {
  readonly one: number;
  readonly up: 1 | -1;
  readonly other: number;
  readonly down: 1 | -1;
}

/** Of the same sign one more and the other less; of different signs both more, or both less. */
function* pairsOf(moves: readonly Move[], own: readonly number[]): Generator<Pair> {
  for (const one of own) {
    for (const other of own) {
      if (one === other) continue;
      if ((moves[one] as Move).isBuy === (moves[other] as Move).isBuy) yield { one, up: 1, other, down: -1 };
      else if (one < other) {
        yield { one, up: 1, other, down: 1 };
        yield { one, up: -1, other, down: -1 };
      }
    }
  }
}

function effectOf({ shares, goals }: Standing, { position, isBuy, gain }: Move): Effect {
  const sign = isBuy ? 1 : -1;
  const classes = (shares[position] as ClassShares).map(([place, share]) => [place, sign * share.toNumber()] as const);
  return gain ? [...classes, [goals.length, gain.share.toNumber()]] : classes;
}
