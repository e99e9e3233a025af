import { failed, succeeded, type Result } from "../errors";
import { roundingGridOf, type Allocation } from "../portfolio/allocation";
import { multiplyDivide } from "../units/exact";
import { negated, type Usd } from "../units/money";
import { roundToTotal } from "../units/round-to-total";

/**
 * Returns the trades that take every row to its target of the total after `cash` (n × 1, whole cents, + buys, − sells).
 * They add up to `cash` exactly, and every row ends less than a cent from target × total. `cash` + is money to invest,
 * − is money to take out. Fails when there is nothing to invest, or more is taken out than there is.
 */
export function rebalanceToTarget(allocation: Allocation, cash: Usd): Result<readonly Usd[]> {
  const { values, total, targets } = allocation;
  const after = total + cash;
  if (after < 0) return failed({ code: "more than there is", asked: negated(cash), held: total });
  if (after === 0 && total === 0) return failed({ code: "nothing to invest" });

  const rows = values.length;
  const floors = new Float64Array(rows);
  const remainders = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const wanted = multiplyDivide(targets.parts[row] as number, after, targets.whole);
    floors[row] = wanted.quotient - (values[row] as number);
    remainders[row] = wanted.remainder;
  }
  return succeeded(roundToTotal({ floors, remainders, divisor: targets.whole }, cash, roundingGridOf(allocation)));
}
