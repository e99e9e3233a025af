import { Decimal } from "../decimal";
import { failed, succeeded, type Result } from "../errors";
import type { Policy } from "../policy/policy";
import { stepOf } from "../policy/trade-unit";
import type { Allocation } from "../portfolio/allocation";
import { multiplyDivide } from "../units/exact";
import { cents, LARGEST_TOTAL, NO_MONEY, type Usd } from "../units/money";

/**
 * Returns the smallest contribution that reaches the targets without a sale, in whole cents: the fullest row sets the
 * total that makes it right, rounded up. What the policy's buffer keeps back comes on top, and whole dollars or other
 * multiples round the contribution up. Fails where a row without a target holds money, which no contribution mends.
 */
export function cashNeeded({ values, total, targets }: Allocation, policy: Policy): Result<Usd> {
  const stray = values.findIndex((value, row) => value > 0 && targets.parts[row] === 0);
  if (stray >= 0) return failed({ code: "held without a target", row: stray });

  let needed = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if (value === 0) continue;
    const part = targets.parts[row] as number;
    if ((value / part) * targets.whole > LARGEST_TOTAL) return failed({ code: "contribution too large" });
    const after = multiplyDivide(value, targets.whole, part);
    needed = Math.max(needed, after.quotient + (after.remainder > 0 ? 1 : 0) - total);
  }
  if (needed === 0) return succeeded(NO_MONEY);

  const { cashBuffer } = policy;
  if (cashBuffer !== undefined && "share" in cashBuffer && cashBuffer.share.gte(1))
    return failed({ code: "all cash kept" });
  const kept = withBuffer(needed, total, policy.cashBuffer);
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
