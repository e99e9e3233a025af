import { cents } from "../units/money";
import { roundToTotal } from "../units/round-to-total";
import { stepOf } from "../policy/trade-unit";
import { moveCents } from "./cents-between-rows";
import type { Standing } from "./limits";
import type { Move } from "./moves";
import type { Solved } from "./planner";

/** How finely a solver's cents are told: a part of a cent so small is its own. */
const PARTS_OF_A_CENT = 1e6;
const UNSURE = 200;

/**
 * Rounds the moves to whole cents, or to the policy's multiples, account by account: cut, and what is missing goes to
 * those that were cut most, as everywhere. Then single cents move between the trading rows of an account as long as that
 * brings the classes nearer to their goals. A purchase and a sale of the same fund in one account cancel out.
 */
export function inCents(
  standing: Standing,
  { limits, amounts, gainsBound }: Pick<Solved, "limits" | "amounts" | "gainsBound">,
): Float64Array {
  const { moves, needs, policy } = standing;
  const whole = new Float64Array(moves.length);
  const netted = withoutBoth(moves, amounts);
  const step = stepOf(policy.tradeUnit);
  const trading: (readonly number[])[] = [];
  for (const [account, { net, owed }] of needs.entries()) {
    const own: number[] = [];
    for (const [index, { account: of }] of moves.entries()) {
      if (of !== account) continue;
      // Cash that is owed is brought to 0 whatever else happens.
      const least = limits.least[index] as number;
      whole[index] = least;
      if ((netted[index] as number) > least) own.push(index);
    }
    const floors = new Float64Array(own.length);
    const remainders = new Float64Array(own.length);
    for (const [place, index] of own.entries()) {
      const sign = moves[index]?.isBuy === true ? 1 : -1;
      const [floor, remainder] = nearly(sign * ((netted[index] as number) - (limits.least[index] as number)));
      floors[place] = floor;
      remainders[place] = remainder;
    }
    const holdings = Float64Array.from(own, (index) => limits.most[index] as number);
    const total = cents(net - owed);
    const rounded = roundToTotal({ floors, remainders, divisor: PARTS_OF_A_CENT }, total, { step, holdings });
    for (const [place, index] of own.entries()) {
      whole[index] = (whole[index] as number) + Math.abs(rounded[place] as number);
    }
    trading.push(own);
  }
  // All accounts are rounded before cents move: a class's gap is of all of them.
  moveCents(standing, limits, gainsBound, trading, netted, whole);
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
