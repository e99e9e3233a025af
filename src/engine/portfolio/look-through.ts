import { multiplyDivide } from "../units/exact";
import { cents, negated, NO_MONEY, type Usd } from "../units/money";
import { roundToTotal } from "../units/round-to-total";
import type { Holding, FundClasses } from "./holding";

/** A household's money by asset class, balanced and target-date funds taken apart. */
export interface LookThrough<Row extends Holding = Holding> {
  /** Each class's money in whole cents, never below 0, in the order of the classes. */
  readonly amounts: readonly Usd[];
  /** Money in none of the classes, a holding each. */
  readonly leftOut: readonly { readonly holding: Row; readonly amount: Usd }[];
  /** Owed cash that its class has no money for, or that has no class: + is owed. */
  readonly owed: Usd;
}

/**
 * Adds up money by class. The money of a mixed fund is split by its classes in whole cents, all its rows together, so
 * that its classes add up to its value and the order of rows makes no difference; cents that are missing go to the
 * largest cut parts, ties by the order of the classes. Money in none of the classes goes to the class `unclassified`,
 * or, without one, is left out, under the holding as it was given. Owed cash is taken from its class, down to 0.
 */
export function lookThrough<Row extends Holding>(
  holdings: readonly Row[],
  classes: readonly string[],
  unclassified?: string,
): LookThrough<Row> {
  const sums = new Map(classes.map((each) => [each, 0]));
  const placeOf = new Map(classes.map((each, place) => [each, place]));
  const leftOut: { holding: Row; amount: Usd }[] = [];
  let owed = 0;
  for (const holding of inOnePiece(holdings)) {
    for (const { to, amount } of pieces(holding, placeOf)) {
      const place = to ?? unclassified;
      if (place !== undefined) sums.set(place, (sums.get(place) as number) + amount);
      else if (amount > 0) leftOut.push({ holding, amount });
      else owed -= amount;
    }
  }
  const amounts = classes.map((each) => {
    const sum = sums.get(each) as number;
    if (sum < 0) owed -= sum;
    return sum < 0 ? NO_MONEY : cents(sum);
  });
  return { amounts, leftOut, owed: cents(owed) };
}

/** The holdings with all rows of a mixed fund as one, under the first of them. */
function inOnePiece<Row extends Holding>(holdings: readonly Row[]): readonly Row[] {
  const funds = new Map<string, Row>();
  const whole: Row[] = [];
  for (const holding of holdings) {
    const { fund, fundClasses, value } = holding;
    if (!isMixed(fundClasses)) {
      whole.push(holding);
      continue;
    }
    let key = `${fundClasses.whole}`;
    for (const [each, part] of fundClasses.parts) key += ` ${part} ${each.length} ${each}`;
    key += ` ${fund}`;
    const first = funds.get(key);
    funds.set(key, first ? { ...first, value: cents(first.value + value) } : holding);
  }
  return [...whole, ...funds.values()];
}

function isMixed({ parts, whole }: FundClasses): boolean {
  for (const part of parts.values()) return part !== whole;
  return false;
}

/** What a holding puts into each class, in the order of the classes, and into none of them. */
function pieces(
  { value, fundClasses }: Holding,
  placeOf: ReadonlyMap<string, number>,
): readonly { readonly to: string | undefined; readonly amount: Usd }[] {
  const { parts, whole } = fundClasses;
  const [only] = parts.keys();
  if (!isMixed(fundClasses)) return [{ to: only, amount: value }];

  const listed = [...parts.keys()]
    .filter((each) => placeOf.has(each))
    .sort((one, other) => (placeOf.get(one) as number) - (placeOf.get(other) as number));
  const shares = listed.map((each) => parts.get(each) as number);
  const rest = shares.reduce((left, share) => left - share, whole);
  const divisions = [...shares, rest].map((share) => multiplyDivide(Math.abs(value), share, whole));
  const amounts = roundToTotal(
    {
      floors: Float64Array.from(divisions, ({ quotient }) => quotient),
      remainders: Float64Array.from(divisions, ({ remainder }) => remainder),
      divisor: whole,
    },
    cents(Math.abs(value)),
  );
  return amounts
    .map((amount, index) => ({ to: listed[index], amount: value < 0 ? negated(amount) : amount }))
    .filter(({ amount }) => amount !== 0);
}
