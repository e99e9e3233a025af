import { greatestCommonDivisor, multiplyDivide } from "../units/exact";
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
    const { to } = division;
    const amounts = piecesOf(holding.value, division);
    for (let piece = 0; piece < to.length; piece++) {
      const amount = amounts[piece] as Usd;
      if (amount === 0) continue;
      const place = to[piece] ?? unclassified;
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
  /** The place of the first row of each name. */
  const named = new Map<string, number>();
  /** Where rows of a name are made of different things: the place of each, by what it is made of. */
  const apart = new Map<string, Map<string, number>>();
  const placeOf = ({ fund, fundClasses }: Row): number | undefined => {
    const first = named.get(fund);
    if (first === undefined) {
      named.set(fund, funds.length);
      return undefined;
    }
    const ofFirst = (funds[first] as Row).fundClasses;
    if (fundClasses === ofFirst) return first;
    let alike = apart.get(fund);
    if (alike === undefined) apart.set(fund, (alike = new Map([[keyOf(ofFirst), first]])));
    const key = keyOf(fundClasses);
    const place = alike.get(key);
    if (place === undefined) alike.set(key, funds.length);
    return place;
  };
  for (const holding of holdings) {
    if (!isMixed(holding.fundClasses)) {
      whole.push(holding);
      continue;
    }
    const place = placeOf(holding);
    if (place === undefined) funds.push(holding);
    else {
      const first = funds[place] as Row;
      funds[place] = { ...first, value: cents(first.value + holding.value) };
    }
  }
  return [...whole, ...funds];
}

/** Tells what funds are made of from each other. */
function keyOf({ parts, whole }: FundClasses): string {
  let key = `${whole}`;
  for (const [each, part] of parts) key += ` ${part} ${each.length} ${each}`;
  return key;
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
  shares.push(shares.reduce((left, share) => left - share, whole));
  // In lowest terms, since small products are divided much faster.
  const divisor = shares.reduce(greatestCommonDivisor, whole);
  return { to: [...listed, undefined], shares: shares.map((share) => share / divisor), whole: whole / divisor };
}

/** What a value puts into each class, in the order of the classes, and into none of them. */
function piecesOf(value: Usd, { shares, whole }: Division): readonly Usd[] {
  if (shares.length === 1) return [value];
  const floors = new Float64Array(shares.length);
  const remainders = new Float64Array(shares.length);
  for (let index = 0; index < shares.length; index++) {
    const { quotient, remainder } = multiplyDivide(Math.abs(value), shares[index] as number, whole);
    floors[index] = quotient;
    remainders[index] = remainder;
  }
  const amounts = roundToTotal({ floors, remainders, divisor: whole }, cents(Math.abs(value)));
  return value < 0 ? amounts.map(negated) : amounts;
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
