import type { Allocation } from "../portfolio/allocation";
import { multiplyDivide, productDifference } from "../units/exact";
import { cents, type Usd } from "../units/money";
import { roundToTotal } from "../units/round-to-total";

/** How little and how much each row may hold (n × 1, whole cents; Infinity where nothing bounds it). What it holds lies between. */
export interface Bounds {
  readonly lows: Float64Array;
  readonly highs: Float64Array;
}

/** Where the rising level meets a bound of a row: it leaves its low, or stays at its high. */
interface Meeting {
  readonly row: number;
  readonly bound: number;
  readonly leaves: "low" | "level";
}

/*
 * Every row with a target goes to one level of value ÷ target, or to its bound where the level lies beyond it:
 * x = min(high, max(low, level × part)). Σ x rises with the level, so one level places the money. A row beyond the level
 * is at a low that it can't leave, and one short of it at a high: money that is too much or too little there is so
 * whatever the others do, and the others share it at one ratio. So Σ |x − target| is the least there is, and of all ways
 * to reach it the ratios are the most even. The sum is linear between the bounds, which are met in order.
 */

/**
 * Returns the trades that bring the rows to a common level of value ÷ target between their bounds, so that they add up to
 * `cash` (n × 1, whole cents, + buys). Rows without a target stay at their low; only what rows with a target can't take
 * stays in them, in proportion to their room. Undefined where the bounds leave no place for the cash.
 */
export function levelBetween(allocation: Allocation, { lows, highs }: Bounds, cash: Usd): readonly Usd[] | undefined {
  const { values, targets, step = 1 } = allocation;
  const { parts } = targets;
  let money: number = cash;
  // What rows at a bound hold, and the parts of those at the level.
  let bound = 0;
  let level = 0;
  const meetings: Meeting[] = [];
  const atLevel = new Uint8Array(values.length);
  const reached = lows.slice();
  for (let row = 0; row < values.length; row++) {
    money += values[row] as number;
    const low = lows[row] as number;
    const high = highs[row] as number;
    bound += low;
    if (parts[row] === 0 || high <= low) continue;
    meetings.push({ row, bound: low, leaves: "low" });
    if (high !== Infinity) meetings.push({ row, bound: high, leaves: "level" });
  }
  if (money < bound) return undefined;
  // b₁ ÷ t₁ − b₂ ÷ t₂ has the sign of b₁ t₂ − b₂ t₁, which is exact. A row's low comes before its high.
  meetings.sort((one, other) =>
    productDifference(one.bound, parts[other.row] as number, other.bound, parts[one.row] as number),
  );
  for (const { row, bound: met, leaves } of meetings) {
    const part = parts[row] as number;
    // The level can't be beyond this bound if the rows hold more than the money by then.
    if (productDifference(met, level, money - bound, part) > 0) break;
    const joins = leaves === "low";
    bound += joins ? -met : met;
    level += joins ? part : -part;
    atLevel[row] = joins ? 1 : 0;
    if (!joins) reached[row] = met;
  }

  const floors = new Float64Array(values.length);
  const remainders = new Float64Array(values.length);
  const left = money - bound;
  const hasRoom = (row: number): boolean => parts[row] === 0 && (highs[row] as number) > (lows[row] as number);
  const roomOf = (row: number): number => (highs[row] as number) - (lows[row] as number);
  let room = 0;
  if (level === 0 && left > 0) {
    for (let row = 0; row < values.length; row++) if (hasRoom(row)) room += roomOf(row);
    if (room < left) return undefined;
  }
  for (let row = 0; row < values.length; row++) {
    const held = values[row] as number;
    const share =
      atLevel[row] === 1
        ? multiplyDivide(parts[row] as number, left, level)
        : room > 0 && hasRoom(row)
          ? multiplyDivide(roomOf(row), left, room)
          : undefined;
    floors[row] = (atLevel[row] === 1 ? 0 : (reached[row] as number)) + (share?.quotient ?? 0) - held;
    remainders[row] = share?.remainder ?? 0;
  }
  const holdings = values.map((value, row) => value - (lows[row] as number));
  return roundToTotal({ floors, remainders, divisor: Math.max(1, level, room) }, cents(cash), { step, holdings });
}
