import { Decimal } from "../decimal";
import { cents, type Usd } from "../units/money";
import { INCOME_RATES } from "./lasting";
import { taxOnIncome, type FederalTax, type Taxpayer } from "./tax";
import type { YearLaw } from "./year-law";

/** What converting pre-tax money to Roth costs. */
export interface Conversion {
  /** What the return's income tax rises by. */
  readonly tax: Usd;
  /** The same by the brackets that the conversion passes, lowest first; they add up to it. */
  readonly brackets: readonly { readonly rate: number; readonly amount: Usd; readonly tax: Usd }[];
  /** What of the last dollar is tax: more than the bracket's rate where the senior deduction shrinks with income. */
  readonly lastRate: Decimal;
  /** The bracket that the other income ends in, and what more of a conversion fits into it; undefined in the last one. */
  readonly before: BracketRoom;
  /** The same of the bracket that income and conversion end in, with what fits in beside the conversion. */
  readonly after: BracketRoom;
}

export interface BracketRoom {
  readonly rate: number;
  readonly room: Usd | undefined;
}

/** Stacks a conversion on top of a year's other gross income. Whole cents; `amount` is above 0. */
export function conversionOf(amount: Usd, income: Usd, taxpayer: Taxpayer, law: YearLaw): Conversion {
  const before = taxOnIncome(income, taxpayer, law);
  const gross = cents(income + amount);
  const after = taxOnIncome(gross, taxpayer, law);
  return {
    tax: cents(after.total - before.total),
    brackets: passed(before, after),
    lastRate: lastRateOf(gross, taxpayer, law, after),
    before: roomOf(income, before, taxpayer, law),
    after: roomOf(gross, after, taxpayer, law),
  };
}

/** What a conversion adds to each bracket. Each is the rounded tax up to its end less that up to its beginning. */
function passed(before: FederalTax, after: FederalTax): Conversion["brackets"] {
  const had = new Map(before.ordinary.map(({ rate, amount }) => [rate, amount]));
  let exact = before.ordinary.reduce((sum, { tax }) => sum.plus(tax), new Decimal(0));
  return after.ordinary.flatMap(({ rate, amount }) => {
    const more = amount.minus(had.get(rate) ?? 0);
    if (!more.greaterThan(0)) return [];
    const below = exact.round();
    exact = exact.plus(more.times(rate));
    return [{ rate, amount: cents(more.round().toNumber()), tax: cents(exact.round().minus(below).toNumber()) }];
  });
}

/** The rate of the bracket of the last dollar, times what that dollar adds to taxable income. */
function lastRateOf(gross: Usd, taxpayer: Taxpayer, law: YearLaw, { ordinary, deduction }: FederalTax): Decimal {
  const rate = ordinary.at(-1)?.rate ?? 0;
  const cent = taxOnIncome(cents(gross - 1), taxpayer, law).deduction.senior.minus(deduction.senior);
  return cent.plus(1).times(rate);
}

/** What more of ordinary income fits into the bracket that taxable income ends in: an end belongs to its bracket. */
function roomOf(gross: Usd, { taxableOrdinary, deduction }: FederalTax, taxpayer: Taxpayer, law: YearLaw): BracketRoom {
  const ends = law.incomeBrackets.value[taxpayer.filing].map((end) => end * 100);
  const place = ends.findIndex((end) => taxableOrdinary.lessThanOrEqualTo(end));
  const end = ends[place];
  if (end === undefined) return { rate: INCOME_RATES.value.at(-1) as number, room: undefined };
  const fits = (more: number): boolean =>
    taxOnIncome(cents(gross + more), taxpayer, law).taxableOrdinary.lessThanOrEqualTo(end);
  let low = 0;
  let high = deduction.total.plus(end).ceil().toNumber();
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return { rate: INCOME_RATES.value[place] as number, room: cents(low) };
}
