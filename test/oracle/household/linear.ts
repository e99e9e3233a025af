import { ONE, Rational, ZERO } from "../rational";
import { Tableau } from "./tableau";

/** A sum of variables, each times its factor. */
export type Sum = readonly (readonly [name: string, factor: Rational])[];

/** Collects what variables must keep. None is below 0, and one that a row mentions exists. */
export class Program {
  readonly #tableau = new Tableau();
  /** What a unit of a variable's column is: all there may be of one with a bound, so that columns end at 1. */
  readonly #columns = new Map<string, { readonly column: number; readonly unit: Rational }>();

  /** Makes a variable that is `most` at most, if that is given. Without money there is nothing to decide. */
  declare(name: string, most?: Rational): void {
    if (most?.sign() === 0) return;
    const column = this.#tableau.addColumn(most !== undefined);
    this.#columns.set(name, { column, unit: most ?? ONE });
  }

  /** Keeps a sum equal to an amount. */
  keepAt(sum: Sum, amount: Rational): void {
    const { factors, right } = this.#row(sum, amount);
    this.#tableau.addEquality(factors, right);
  }

  /** Keeps a sum at most at an amount, which nothing done, all variables at 0, keeps. */
  keepBelow(sum: Sum, amount: Rational): void {
    const { factors, right } = this.#row(sum, amount);
    if (right < 0n) throw new RangeError("Only bounds that doing nothing keeps are taken.");
    this.#tableau.addBound(factors, right);
  }

  /** All that keeps the rows, or undefined if nothing does. */
  open(): Open | undefined {
    return this.#tableau.findAny() ? new Open(this.#tableau, this.#columns) : undefined;
  }

  /** A row in whole numbers. */
  #row(sum: Sum, amount: Rational): { readonly factors: ReadonlyMap<number, bigint>; readonly right: bigint } {
    const { scale, factors } = inWholes(this.#columns, sum, amount.denominator);
    return { factors, right: (amount.numerator * scale) / amount.denominator };
  }
}

/**
 * The answers that are still open: those that are best by every sum that was asked for its least value. Nothing is
 * rounded, so that a later sum takes nothing from an earlier one.
 */
export class Open {
  readonly #tableau: Tableau;
  readonly #columns: ReadonlyMap<string, { readonly column: number; readonly unit: Rational }>;

  constructor(tableau: Tableau, columns: ReadonlyMap<string, { readonly column: number; readonly unit: Rational }>) {
    this.#tableau = tableau;
    this.#columns = columns;
  }

  /** The least value of a sum; from now on only what reaches it is open. */
  least(sum: Sum): Rational {
    const { factors, scale } = inWholes(this.#columns, sum);
    const { numerator, denominator } = this.#tableau.minimise(factors);
    return Rational.of(numerator, denominator * scale);
  }

  /**
   * The least value of the largest of some sums, each as a part of its whole, which is above 0; from now on only what
   * reaches it is open. And whether a sum is as large as that in all that is open.
   */
  leastOfLargest(parts: readonly { readonly sum: Sum; readonly whole: Rational }[]): {
    readonly least: Rational;
    readonly isTight: (part: number) => boolean;
  } {
    const rows = parts.map(({ sum, whole }) => {
      const { factors, scale } = inWholes(this.#columns, sum, whole.denominator);
      return { factors, whole: (whole.numerator * scale) / whole.denominator };
    });
    const { largest, rest } = this.#tableau.addLargest(rows);
    const { numerator, denominator } = this.#tableau.minimise(new Map([[largest, 1n]]));
    // A sum is tight if what it lacks can't be anything but 0.
    const isTight = (part: number): boolean => {
      const lack = rest[part] as number;
      if (this.#tableau.valueOf(lack) > 0n) return false;
      return this.#tableau.copy().minimise(new Map([[lack, -1n]])).numerator === 0n;
    };
    return { least: Rational.of(numerator, denominator), isTight };
  }
}

/** The factors of columns as whole numbers, and what they were multiplied by. */
function inWholes(
  columns: ReadonlyMap<string, { readonly column: number; readonly unit: Rational }>,
  sum: Sum,
  beside = 1n,
): { readonly factors: ReadonlyMap<number, bigint>; readonly scale: bigint } {
  const factors = new Map<number, Rational>();
  for (const [name, factor] of sum) {
    const known = columns.get(name);
    if (known && factor.sign() !== 0)
      factors.set(known.column, (factors.get(known.column) ?? ZERO).plus(factor.times(known.unit)));
  }
  let scale = beside;
  for (const { numerator, denominator } of factors.values()) {
    const reduced = denominator / common(numerator, denominator);
    scale = (scale / common(scale, reduced)) * reduced;
  }
  return {
    factors: new Map(
      [...factors].map(([column, { numerator, denominator }]) => [column, (numerator * scale) / denominator] as const),
    ),
    scale,
  };
}

/** The largest whole number that divides both. */
function common(one: bigint, other: bigint): bigint {
  let [larger, smaller] = [one < 0n ? -one : one, other];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
