import { type Rational, sum, ZERO } from "./rational";

/**
 * Raises the lowest value ÷ target ratios to a common level until `amount` is spent. Exact amounts, never negative.
 * Zero-target rows are never bought.
 *
 * Every set that such a level can leave is tried, the rows up to each row's own ratio: the one that reproduces itself
 * is the answer.
 */
export function raise(values: readonly Rational[], targets: readonly Rational[], amount: Rational): Rational[] {
  return level(values, targets, amount, 1);
}

/**
 * The mirror: amounts sold, never positive. Zero-target rows are sold first, in proportion to their values; then the
 * highest value ÷ target ratios come down to a common level.
 */
export function lower(values: readonly Rational[], targets: readonly Rational[], amount: Rational): Rational[] {
  const unwanted = values.map((value, row) => (targets[row]?.sign() === 0 ? value : ZERO));
  const pool = sum(unwanted);
  if (pool.compare(amount) >= 0 && pool.sign() > 0) {
    return unwanted.map((value) => value.times(amount).over(pool).negated());
  }
  const rest = level(values, targets, amount.minus(pool), -1);
  return rest.map((sale, row) => sale.minus(unwanted[row] as Rational));
}

function level(values: readonly Rational[], targets: readonly Rational[], amount: Rational, sign: 1 | -1): Rational[] {
  if (amount.sign() === 0) return values.map(() => ZERO);
  const rows = values.map((_, row) => row).filter((row) => (targets[row] as Rational).sign() > 0);
  /** + when the first ratio is reached after the second one. */
  const order = (one: number, other: number): number =>
    sign *
    (values[one] as Rational)
      .times(targets[other] as Rational)
      .compare((values[other] as Rational).times(targets[one] as Rational));
  for (const last of rows) {
    const moved = rows.filter((row) => order(row, last) <= 0);
    const moves = new Set(moved);
    const wanted = sum(moved.map((row) => targets[row] as Rational));
    const money = sum(moved.map((row) => values[row] as Rational)).plus(sign > 0 ? amount : amount.negated());
    const ratio = money.over(wanted);
    const change = (row: number): Rational => ratio.times(targets[row] as Rational).minus(values[row] as Rational);
    const reproduced = rows.every((row) =>
      moves.has(row) ? change(row).sign() * sign >= 0 : change(row).sign() * sign <= 0,
    );
    if (reproduced) return values.map((_, row) => (moves.has(row) ? change(row) : ZERO));
  }
  throw new Error("No level spends the amount.");
}
