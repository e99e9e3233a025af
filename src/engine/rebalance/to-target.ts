import { failed, succeeded, type Result } from "../errors";
import { settlingOf, type Account } from "../portfolio/account";
import { multiplyDivide } from "../units/exact";
import { negated, type Usd } from "../units/money";
import { settle } from "../units/settle";

/**
 * Returns the trades that take every row to its target of the total after `cash` (n × 1, whole cents, + buys, − sells).
 * They add up to `cash` exactly, and every row ends less than a cent from target × total. `cash` + is money to invest,
 * − is money to take out. Fails when there is nothing to invest, or more is taken out than there is.
 */
export function rebalanceToTarget(account: Account, cash: Usd): Result<readonly Usd[]> {
  const { values, total, targets } = account;
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
  return succeeded(settle({ floors, remainders, divisor: targets.whole }, cash, settlingOf(account)));
}
