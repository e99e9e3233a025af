import { cents } from "../units/money";
import { roundToTotal } from "../units/round-to-total";
import { stepOf } from "../policy/trade-unit";
import type { Limits, Standing } from "./limits";
import type { ClassShares } from "./money-in-classes";
import type { Move } from "./moves";

/** How finely a solver's cents are told: a part of a cent so small is its own. */
const PARTS_OF_A_CENT = 1e6;
const UNSURE = 200;

/**
 * Rounds the moves to whole cents, or to the policy's multiples, account by account: cut, and what is missing goes to
 * those that were cut most, as everywhere. Then single cents move between the trading rows of an account as long as that
 * brings the classes nearer to their goals. A purchase and a sale of the same fund in one account cancel out.
 */
export function inCents(standing: Standing, limits: Limits, amounts: Float64Array): Float64Array {
  const { moves, needs, policy } = standing;
  const whole = new Float64Array(moves.length);
  const netted = withoutBoth(moves, amounts);
  const step = stepOf(policy.tradeUnit);
  const trading: (readonly number[])[] = [];
  for (const [account, { net, owed }] of needs.entries()) {
    const own = [...moves.keys()].filter((index) => {
      const { account: of, held, isBuy } = moves[index] as Move;
      return of === account && !(isBuy && held > 0) && (netted[index] as number) > 0;
    });
    for (const [index, { account: of, held, isBuy }] of moves.entries()) {
      if (of === account && isBuy && held > 0) whole[index] = held;
    }
    const floors = new Float64Array(own.length);
    const remainders = new Float64Array(own.length);
    for (const [place, index] of own.entries()) {
      const { isBuy } = moves[index] as Move;
      const [floor, remainder] = nearly((isBuy ? 1 : -1) * (netted[index] as number));
      floors[place] = floor;
      remainders[place] = remainder;
    }
    const holdings = Float64Array.from(own, (index) => limits.most[index] as number);
    const total = cents(net - owed);
    const rounded = roundToTotal({ floors, remainders, divisor: PARTS_OF_A_CENT }, total, { step, holdings });
    for (const [place, index] of own.entries()) whole[index] = Math.abs(rounded[place] as number);
    trading.push(own);
  }
  // All accounts are rounded before cents move: a class's gap is of all of them.
  if (step === 1) for (const own of trading) moveCents(standing, limits, netted, own, whole);
  return whole;
}

/** An amount as whole cents, rounded down, and parts of a cent. */
function nearly(amount: number): readonly [floor: number, parts: number] {
  const floor = Math.floor(amount);
  const parts = Math.round((amount - floor) * PARTS_OF_A_CENT);
  if (parts < UNSURE) return [floor, 0];
  return parts > PARTS_OF_A_CENT - UNSURE ? [floor + 1, 0] : [floor, parts];
}

/** The moves without what is bought and sold of the same position. */
function withoutBoth(moves: readonly Move[], amounts: Float64Array): Float64Array {
  const netted = amounts.map((amount) => Math.max(0, amount));
  for (const [index, { isBuy, position }] of moves.entries()) {
    if (!isBuy) continue;
    for (let sale = index + 1; moves[sale]?.position === position; sale++) {
      const both = Math.min(netted[index] as number, netted[sale] as number);
      netted[index] = (netted[index] as number) - both;
      netted[sale] = (netted[sale] as number) - both;
    }
  }
  return netted;
}

/** A gain of less than this, in cents, is none. */
const TOO_LITTLE = 1e-7;

/** Rounding stays within a cent of the exact figure, and leaves whole cents alone: beyond, it would be another plan, against other rules. */
const NEARLY_A_CENT = 1 - 1e-4;

/** Moves single cents between trading rows as long as the sum of the classes' gaps falls. */
function moveCents(
  { moves, shares, goals, before }: Standing,
  { most }: Limits,
  exact: Float64Array,
  own: readonly number[],
  whole: Float64Array,
): void {
  if (own.length < 2) return;
  const gaps = goals.map((goal, place) => (before[place] as Standing["before"][number]).minus(goal).toNumber());
  const effect = (index: number): readonly (readonly [number, number])[] => {
    const { position, isBuy } = moves[index] as Move;
    return (shares[position] as ClassShares).map(([place, share]) => [place, (isBuy ? 1 : -1) * share.toNumber()]);
  };
  const effects = moves.map((_, index) => effect(index));
  for (const [index, amount] of whole.entries()) {
    for (const [place, share] of effects[index] as (typeof effects)[number]) {
      gaps[place] = (gaps[place] as number) + share * amount;
    }
  }
  // One account's row more, another's less, so that its money stays: a purchase up and a purchase down, or a sale up.
  const changed = new Map<number, number>();
  const gainOf = (one: number, up: 1 | -1, other: number, down: 1 | -1): number => {
    changed.clear();
    for (const [place, share] of effects[one] as (typeof effects)[number])
      changed.set(place, (changed.get(place) ?? 0) + up * share);
    for (const [place, share] of effects[other] as (typeof effects)[number])
      changed.set(place, (changed.get(place) ?? 0) + down * share);
    let gain = 0;
    for (const [place, by] of changed) gain += Math.abs(gaps[place] as number) - Math.abs((gaps[place] as number) + by);
    return gain;
  };
  const canMove = (index: number, by: number): boolean => {
    const moved = (whole[index] as number) + by;
    if (Math.abs(moved - (exact[index] as number)) > NEARLY_A_CENT) return false;
    return moved >= 1 && moved <= (most[index] as number);
  };
  for (;;) {
    let best = TOO_LITTLE;
    let choice: readonly [one: number, up: 1 | -1, other: number, down: 1 | -1] | undefined;
    for (const one of own) {
      for (const other of own) {
        if (one === other) continue;
        const signs = (moves[one] as Move).isBuy === (moves[other] as Move).isBuy;
        // A cent more of one, paid by the other: of the same sign less of it, of the other sign more of both, or less of both.
        for (const up of signs ? ([1] as const) : one < other ? ([1, -1] as const) : ([] as const)) {
          const down = signs ? -1 : up;
          if (!canMove(one, up) || !canMove(other, down)) continue;
          const gain = gainOf(one, up, other, down);
          if (gain > best) {
            best = gain;
            choice = [one, up, other, down];
          }
        }
      }
    }
    if (choice === undefined) return;
    const [one, up, other, down] = choice;
    for (const [index, by] of [
      [one, up],
      [other, down],
    ] as const) {
      whole[index] = (whole[index] as number) + by;
      for (const [place, share] of effects[index] as (typeof effects)[number])
        gaps[place] = (gaps[place] as number) + share * by;
    }
  }
}
