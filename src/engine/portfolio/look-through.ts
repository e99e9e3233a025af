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
  const divisions = new Map<FundClasses, Division>();
  for (const holding of inOnePiece(holdings)) {
    const { fundClasses } = holding;
    let division = divisions.get(fundClasses);
    if (division === undefined) divisions.set(fundClasses, (division = divisionOf(fundClasses, placeOf)));
    for (const { to, amount } of pieces(holding.value, division)) {
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
  const whole: Row[] = [];
  const funds: Row[] = [];
  /** The place of each fund, by what it is made of and its name. */
  const places = new Map<string, Map<string, number>>();
  const placesOf = new Map<FundClasses, Map<string, number>>();
  for (const holding of holdings) {
    const { fund, fundClasses, value } = holding;
    if (!isMixed(fundClasses)) {
      whole.push(holding);
      continue;
    }
    let alike = placesOf.get(fundClasses);
    if (alike === undefined) {
      let key = `${fundClasses.whole}`;
      for (const [each, part] of fundClasses.parts) key += ` ${part} ${each.length} ${each}`;
      alike = places.get(key) ?? new Map<string, number>();
      places.set(key, alike);
      placesOf.set(fundClasses, alike);
    }
    const place = alike.get(fund);
    if (place === undefined) alike.set(fund, funds.push(holding) - 1);
    else {
      const first = funds[place] as Row;
      funds[place] = { ...first, value: cents(first.value + value) };
    }
  }
  return [...whole, ...funds];
}

function isMixed({ parts, whole }: FundClasses): boolean {
  for (const part of parts.values()) return part !== whole;
  return false;
}

/** How the money of a fund is divided: its shares of the whole, those in classes of the list in their order. */
interface Division {
  readonly to: readonly (string | undefined)[];
  readonly shares: readonly number[];
  readonly whole: number;
}

function divisionOf(fundClasses: FundClasses, placeOf: ReadonlyMap<string, number>): Division {
  const { parts, whole } = fundClasses;
  const [only] = parts.keys();
  if (!isMixed(fundClasses)) return { to: [only], shares: [whole], whole };
  const listed = [...parts.keys()]
    .filter((each) => placeOf.has(each))
    .sort((one, other) => (placeOf.get(one) as number) - (placeOf.get(other) as number));
  const shares = listed.map((each) => parts.get(each) as number);
  const rest = shares.reduce((left, share) => left - share, whole);
  return { to: [...listed, undefined], shares: [...shares, rest], whole };
}

/** What a value puts into each class, in the order of the classes, and into none of them. */
function pieces(
  value: Usd,
  { to, shares, whole }: Division,
): readonly { readonly to: string | undefined; readonly amount: Usd }[] {
  if (shares.length === 1) return [{ to: to[0], amount: value }];
  const floors = new Float64Array(shares.length);
  const remainders = new Float64Array(shares.length);
  for (const [index, share] of shares.entries()) {
    const { quotient, remainder } = multiplyDivide(Math.abs(value), share, whole);
    floors[index] = quotient;
    remainders[index] = remainder;
  }
  return roundToTotal({ floors, remainders, divisor: whole }, cents(Math.abs(value)))
    .map((amount, index) => ({ to: to[index], amount: value < 0 ? negated(amount) : amount }))
    .filter(({ amount }) => amount !== 0);
}

/** What a holding has in one class: `part ÷ whole` of its value. */
export interface ClassPart {
  readonly value: Usd;
  readonly part: number;
  readonly whole: number;
}

/** Lists what holdings put into a class, in their order: in `unclassified`, what none of the classes takes too. */
export function moneyInClass(
  holdings: readonly Holding[],
  classes: readonly string[],
  index: number,
  unclassified?: string,
): readonly ClassPart[] {
  const name = classes[index] as string;
  return holdings.flatMap(({ value, fundClasses: { parts, whole } }) => {
    let part = parts.get(name) ?? 0;
    if (name === unclassified)
      part = classes.reduce((rest, each) => (each === name ? rest : rest - (parts.get(each) ?? 0)), whole);
    return part === 0 || value === 0 ? [] : [{ value, part, whole }];
  });
}
