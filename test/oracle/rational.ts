/** An exact fraction. Slow and without surprises: the oracle's only kind of number besides whole cents. */
export class Rational {
  /** The denominator is above 0; the two may share factors. */
  private constructor(
    readonly numerator: bigint,
    readonly denominator: bigint,
  ) {}

  static of(numerator: bigint | number, denominator: bigint | number = 1n): Rational {
    const [top, bottom] = [BigInt(numerator), BigInt(denominator)];
    if (bottom === 0n) throw new RangeError("A fraction can't be divided by zero.");
    return bottom < 0n ? new Rational(-top, -bottom) : new Rational(top, bottom);
  }

  /** Reads a decimal such as `-12.5`, `6e-7` or the shortest text of a JavaScript number, digit by digit. */
  static parse(text: string): Rational {
    const found = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text);
    if (!found) throw new RangeError(`${text} is not a decimal.`);
    const [, sign, whole = "", fraction = "", exponent = "0"] = found;
    const digits = BigInt(`${whole}${fraction}` || "0") * (sign === "-" ? -1n : 1n);
    const places = BigInt(exponent) - BigInt(fraction.length);
    return places >= 0n ? Rational.of(digits * 10n ** places) : Rational.of(digits, 10n ** -places);
  }

  plus(other: Rational): Rational {
    return this.denominator === other.denominator
      ? new Rational(this.numerator + other.numerator, this.denominator)
      : Rational.tidy(
          this.numerator * other.denominator + other.numerator * this.denominator,
          this.denominator * other.denominator,
        );
  }

  minus(other: Rational): Rational {
    return this.plus(other.negated());
  }

  times(other: Rational): Rational {
    return Rational.tidy(this.numerator * other.numerator, this.denominator * other.denominator);
  }

  over(divisor: Rational): Rational {
    return this.times(Rational.of(divisor.denominator, divisor.numerator));
  }

  negated(): Rational {
    return new Rational(-this.numerator, this.denominator);
  }

  absolute(): Rational {
    return this.sign() < 0 ? this.negated() : this;
  }

  sign(): -1 | 0 | 1 {
    return this.numerator > 0n ? 1 : this.numerator < 0n ? -1 : 0;
  }

  compare(other: Rational): -1 | 0 | 1 {
    return this.minus(other).sign();
  }

  /** The nearest whole number towards 0. */
  cut(): bigint {
    return this.numerator / this.denominator;
  }

  /** The highest whole number that is not above. */
  floor(): bigint {
    const cut = this.cut();
    return cut * this.denominator > this.numerator ? cut - 1n : cut;
  }

  /** The lowest whole number that is not below. */
  ceiling(): bigint {
    return -this.negated().floor();
  }

  /** The nearest whole number, half away from zero. */
  round(): bigint {
    const magnitude = (2n * this.absolute().numerator + this.denominator) / (2n * this.denominator);
    return this.sign() < 0 ? -magnitude : magnitude;
  }

  /** The nearest double. */
  toNumber(): number {
    const { numerator, denominator } = this.absolute();
    if (numerator === 0n) return 0;
    const places = Math.max(0, 60 + denominator.toString().length - numerator.toString().length);
    const scaled = numerator * 10n ** BigInt(places);
    // A last digit stands for all that is cut off, so that a number beside a tie between two doubles stays beside it.
    const beyond = scaled % denominator === 0n ? "0" : "1";
    const magnitude = Number(`${scaled / denominator}${beyond}e-${places + 1}`);
    return this.sign() < 0 ? -magnitude : magnitude;
  }

  private static tidy(numerator: bigint, denominator: bigint): Rational {
    if (denominator < 1n << 128n) return new Rational(numerator, denominator);
    let [larger, smaller] = [numerator < 0n ? -numerator : numerator, denominator];
    while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
    return new Rational(numerator / larger, denominator / larger);
  }
}

export const ZERO = Rational.of(0n);
export const ONE = Rational.of(1n);

export const sum = (parts: readonly Rational[]): Rational => parts.reduce((total, part) => total.plus(part), ZERO);
export const larger = (one: Rational, other: Rational): Rational => (one.compare(other) >= 0 ? one : other);
export const smaller = (one: Rational, other: Rational): Rational => (one.compare(other) <= 0 ? one : other);
export const total = (cents: readonly bigint[]): bigint => cents.reduce((sofar, part) => sofar + part, 0n);
