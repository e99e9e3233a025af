import { ONE, Rational, sum, total } from "./rational";

/** Share of the total of each row. */
export function heldWeights(values: readonly bigint[]): Rational[] {
  return values.map((value) => Rational.of(value, total(values)));
}

/** Weight − target of each row, in shares of the total. */
export function pointDrift(values: readonly bigint[], targets: readonly Rational[]): Rational[] {
  return heldWeights(values).map((weight, row) => weight.minus(targets[row] as Rational));
}

/** Weight ÷ target − 1; null where the target is 0 and something is held. */
export function relativeDrift(values: readonly bigint[], targets: readonly Rational[]): (Rational | null)[] {
  return heldWeights(values).map((weight, row) => {
    const target = targets[row] as Rational;
    if (target.sign() !== 0) return weight.over(target).minus(ONE);
    return weight.sign() === 0 ? weight : null;
  });
}

/** Value − target × total, in cents that may be split. */
export function moneyDrift(values: readonly bigint[], targets: readonly Rational[]): Rational[] {
  const whole = Rational.of(total(values));
  return values.map((value, row) => Rational.of(value).minus((targets[row] as Rational).times(whole)));
}

/** Half the sum of absolute drifts, as a share of the total. */
export function totalDrift(values: readonly bigint[], targets: readonly Rational[]): Rational {
  return sum(pointDrift(values, targets).map((drift) => drift.absolute())).over(Rational.of(2n));
}
