import { Decimal } from "../decimal";
import { failed, succeeded, type Result } from "../errors";
import type { Policy } from "../policy/policy";
import { stepOf } from "../policy/trade-unit";
import { maySell } from "../policy/row-rules";
import type { Allocation } from "../portfolio/allocation";
import { placeable, withoutHeld } from "../portfolio/tradable";
import { multiplyDivide } from "../units/exact";
import { cents, LARGEST_TOTAL, NO_MONEY, type Usd } from "../units/money";

/**
 * Returns the smallest contribution that reaches the targets without a sale, in whole cents: the fullest row sets the
 * total that makes it right, rounded up. What the policy's buffer keeps back comes on top, and whole dollars or other
 * multiples round the contribution up. Fails where a row without a target holds money, which no contribution mends, unless it is
 * held or may not be sold. Rows that are held, or may not be bought, keep what they have, and the others are filled: up to
 * the fullest row that isn't held. Where all are held, nothing is needed.
 */
export function cashNeeded(given: Allocation, policy: Policy): Result<Usd> {
  const free = withoutHeld(given);
  const { values, targets, rules } = free;
  const stray = values.findIndex((value, row) => value > 0 && targets.parts[row] === 0 && maySell(rules, row));
  if (stray >= 0) return failed({ code: "held without a target", row: stray });

  const filled = placeable(free, 1);
  // Where all rows are held, none is left to fill.
  if (free.total === 0 && free.targets.whole === 0 && given.total > 0) return succeeded(NO_MONEY);
  if (filled.targets.whole === 0) {
    return failed({ code: "no row may buy", asked: NO_MONEY, rows: [...(given.rules?.locks.keys() ?? [])] });
  }
  // What has no target stays as it is, and is no part of what is filled.
  const held = filled.values.reduce((sum, value, row) => (targets.parts[row] === 0 ? sum : sum + value), 0);
  let needed = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    const part = targets.parts[row] as number;
    if (value === 0 || part === 0) continue;
    if ((value / part) * filled.targets.whole > LARGEST_TOTAL) return failed({ code: "contribution too large" });
    const after = multiplyDivide(value, filled.targets.whole, part);
    needed = Math.max(needed, after.quotient + (after.remainder > 0 ? 1 : 0) - held);
  }
  if (needed === 0) return succeeded(NO_MONEY);

  const { cashBuffer } = policy;
  if (cashBuffer !== undefined && "share" in cashBuffer && cashBuffer.share.gte(1))
    return failed({ code: "all cash kept" });
  const kept = withBuffer(needed, given.total, policy.cashBuffer);
  if (kept > LARGEST_TOTAL) return failed({ code: "contribution too large" });
  const step = stepOf(policy.tradeUnit);
  const inUnit = Math.ceil(kept / step) * step;
  return inUnit > LARGEST_TOTAL ? failed({ code: "contribution too large" }) : succeeded(cents(inUnit));
}

/** The contribution that leaves `needed` to invest once the buffer is kept back. A share s is of the total after it: c = (needed + s × total) ÷ (1 − s). */
function withBuffer(needed: number, total: Usd, buffer: Policy["cashBuffer"]): number {
  if (buffer === undefined) return needed;
  if ("amount" in buffer) return needed + buffer.amount;
  return new Decimal(needed)
    .plus(buffer.share.times(total))
    .dividedBy(new Decimal(1).minus(buffer.share))
    .ceil()
    .toNumber();
}
