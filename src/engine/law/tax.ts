import { Decimal } from "../decimal";
import { cents, NO_MONEY, type Usd } from "../units/money";
import type { FilingStatus } from "./figure";
import { GAINS_RATES, INCOME_RATES, INVESTMENT_TAX, SENIOR_AGE } from "./lasting";
import type { YearLaw } from "./year-law";

/** Whose tax is asked for. */
export interface Taxpayer {
  readonly filing: FilingStatus;
  /** At the year's end. Undefined counts as below 65. */
  readonly age?: number;
  /** Counts on a joint return only. */
  readonly spouseAge?: number;
}

/** What is taxed: whole cents, not negative. */
export interface Income {
  /** Gross income taxed at ordinary rates, before any deduction. */
  readonly ordinary: Usd;
  /** Net long-term gains, on top of it. */
  readonly gains: Usd;
}

/** What a bracket takes: cents, and the rate as a fraction. */
export interface BracketPart {
  readonly rate: number;
  readonly amount: Decimal;
  readonly tax: Decimal;
}

/** A year's federal income tax with what it is made of. All in cents. */
export interface FederalTax {
  readonly deduction: Deduction;
  readonly taxableOrdinary: Decimal;
  readonly taxableGains: Decimal;
  /** The brackets that the income reaches, lowest first. */
  readonly ordinary: readonly BracketPart[];
  readonly gains: readonly BracketPart[];
  /** The net investment income tax. */
  readonly investment: Decimal;
  /** To the cent, half up. */
  readonly total: Usd;
}

/** What comes off income before it is taxed, in cents. */
export interface Deduction {
  readonly standard: Decimal;
  /** What those of 65 or more have on top of it. */
  readonly from65: Decimal;
  readonly senior: Decimal;
  readonly total: Decimal;
}

/**
 * The federal income tax of a year by the standard deduction. Deductions that ordinary income doesn't use reduce the
 * gains; the gains stand on top of the rest, so that their brackets begin where it ends. The net investment income tax
 * is due on the gains, or on income and gains above its threshold if that is less.
 */
export function federalTax({ ordinary, gains }: Income, taxpayer: Taxpayer, law: YearLaw): FederalTax {
  const { filing } = taxpayer;
  const gross = new Decimal(ordinary).plus(gains);
  const deduction = deductionOf(gross, taxpayer, law);
  const left = new Decimal(ordinary).minus(deduction.total);
  const taxableOrdinary = Decimal.max(left, 0);
  const taxableGains = Decimal.max(new Decimal(gains).plus(Decimal.min(left, 0)), 0);
  const incomeParts = partsOf(INCOME_RATES.value, law.incomeBrackets.value[filing], new Decimal(0), taxableOrdinary);
  const gainsParts = partsOf(GAINS_RATES.value, law.gainsBrackets.value[filing], taxableOrdinary, taxableGains);
  const { rate, above } = INVESTMENT_TAX.value;
  const investment = Decimal.max(Decimal.min(gains, gross.minus(above[filing] * 100)), 0).times(rate);
  const sum = [...incomeParts, ...gainsParts].reduce((total, { tax }) => total.plus(tax), investment);
  return {
    deduction,
    taxableOrdinary,
    taxableGains,
    ordinary: incomeParts,
    gains: gainsParts,
    investment,
    total: cents(sum.round().toNumber()),
  };
}

/** The tax on ordinary income alone. */
export function taxOnIncome(ordinary: Usd, taxpayer: Taxpayer, law: YearLaw): FederalTax {
  return federalTax({ ordinary, gains: NO_MONEY }, taxpayer, law);
}

/** How many of a return's taxpayers are 65 or more. */
function seniorsOn({ filing, age = 0, spouseAge = 0 }: Taxpayer): number {
  return [age, filing === "joint" ? spouseAge : 0].filter((years) => years >= SENIOR_AGE).length;
}

/** What comes off a gross income, in cents. */
function deductionOf(gross: Decimal, taxpayer: Taxpayer, law: YearLaw): Deduction {
  const { filing } = taxpayer;
  const seniors = seniorsOn(taxpayer);
  const standard = new Decimal(law.standardDeduction.value[filing]).times(100);
  const from65 = new Decimal(law.deductionFrom65.value[filing]).times(100 * seniors);
  const senior = seniorDeductionOf(gross, taxpayer, law).times(seniors);
  return { standard, from65, senior, total: standard.plus(from65).plus(senior) };
}

/** The senior deduction of one spouse. */
function seniorDeductionOf(gross: Decimal, { filing }: Taxpayer, { seniorDeduction }: YearLaw): Decimal {
  if (seniorDeduction === undefined) return new Decimal(0);
  const { each, phaseOutRate, phaseOutStarts } = seniorDeduction.value;
  const start = phaseOutStarts[filing];
  if (start === undefined) return new Decimal(0);
  const above = Decimal.max(gross.minus(start * 100), 0);
  return Decimal.max(new Decimal(each).times(100).minus(above.times(phaseOutRate)), 0);
}

/** What an amount that stands on top of another has in each bracket. `ends` are dollars, the amounts cents. */
function partsOf(
  rates: readonly number[],
  ends: readonly number[],
  below: Decimal,
  amount: Decimal,
): readonly BracketPart[] {
  const top = below.plus(amount);
  let from = below;
  return rates.flatMap((rate, place): BracketPart[] => {
    const end = ends[place];
    const to = end === undefined ? top : Decimal.min(top, end * 100);
    const inside = to.minus(from);
    if (!inside.greaterThan(0)) return [];
    from = to;
    return [{ rate, amount: inside, tax: inside.times(rate) }];
  });
}
