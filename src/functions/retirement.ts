import * as operations from "../operations";
import { answerLater } from "./answer";

/**
 * How a return is filed.
 * @customenum {string}
 */
enum Filing {
  /** Single. */
  single = "single",
  /** Married filing jointly, or a surviving spouse. */
  joint = "joint",
  /** Married filing separately. */
  separate = "separate",
  /** Head of household. */
  headOfHousehold = "head of household",
}

/**
 * Which limit is asked for.
 * @customenum {string}
 */
enum LimitKind {
  /** What an employee may pay into a plan, with the catch-up of the age. */
  deferralWithCatchUp = "deferral + catch-up",
  /** What an employee may pay into a plan, without a catch-up. */
  deferral = "deferral",
  /** The catch-up of the age alone. */
  catchUp = "catch-up",
  /** What employee and employer may pay in together. */
  additions = "additions",
  /** What may be paid into IRAs. */
  ira = "ira",
  /** The same with the catch-up from 50 on. */
  iraWithCatchUp = "ira + catch-up",
  /** The pay that counts in a plan. */
  compensation = "compensation",
  /** What may be paid into an HSA with self-only coverage. */
  hsa = "hsa",
  /** What may be paid into an HSA with family coverage. */
  hsaFamily = "hsa family",
  /** The wages of the year before above which catch-ups are Roth. */
  rothCatchUpWages = "roth catch-up wages",
}

/**
 * Which exception from the penalty holds.
 * @customenum {string}
 */
enum Exception {
  /** Paid on or after turning 59½. */
  age = "59½",
  /** Paid to a beneficiary. */
  death = "death",
  /** Disabled. */
  disability = "disability",
  /** Death expected within 84 months. */
  terminalIllness = "terminal illness",
  /** Substantially equal periodic payments. */
  equalPayments = "SEPP",
  /** Left the employer in or after the year of turning 55. */
  separation = "separation at 55",
  /** Public safety employee of 50, or with 25 years of service. */
  publicSafety = "public safety",
  /** Medical costs above 7.5% of income. */
  medical = "medical",
  /** Paid to an alternate payee. */
  order = "QDRO",
  /** Taken by the IRS. */
  levy = "levy",
  /** Reservist called for 180 days or more. */
  reservist = "reservist",
  /** Birth or adoption of a child. */
  birth = "birth or adoption",
  /** Victim of domestic abuse. */
  abuse = "domestic abuse",
  /** Emergency expenses. */
  emergency = "emergency",
  /** Federally declared disaster. */
  disaster = "disaster",
  /** Premiums of long-term care insurance. */
  care = "long-term care",
  /** First home; IRA only. */
  home = "first home",
  /** Higher education; IRA only. */
  education = "education",
  /** Health insurance while unemployed; IRA only. */
  premiums = "health premiums while unemployed",
  /** Hardship withdrawal: no exception, but 10% is withheld. */
  hardship = "hardship",
  /** Required minimum distribution: 10% is withheld. */
  required = "RMD",
}

/**
 * A year's federal income tax by the standard deduction.
 * @customfunction TAX
 * @param {any[][]} income Gross income taxed at ordinary rates, before the standard deduction, or a column.
 * @param {Filing} filing single, joint, separate or head of household.
 * @param {any[][]} year The tax year, such as 2026.
 * @param {any[][]} [gains] Net long-term gains, on top of the income.
 * @param {any[][]} [age] Your age at the end of the year: from 65 on deductions are higher.
 * @param {any[][]} [spouseAge] Your spouse's, on a joint return.
 * @returns The tax in dollars.
 */
export function tax(
  income: any[][],
  filing: Filing,
  year: any[][],
  gains?: any[][],
  age?: any[][],
  spouseAge?: any[][],
): Promise<any[][]> {
  return answerLater(operations.tax.answer(income, filing, year, gains, age, spouseAge));
}

/**
 * What may be paid into an account in a year, or counts there.
 * @customfunction LIMIT
 * @param {any[][]} year The year, such as 2026.
 * @param {any[][]} age Your age at the end of the year, or a column of ages.
 * @param {LimitKind} [kind] Which limit; deferral + catch-up by default.
 * @returns The limit in dollars.
 */
export function limit(year: any[][], age: any[][], kind?: LimitKind): Promise<any[][]> {
  return answerLater(operations.limit.answer(year, age, kind));
}

/**
 * What an employer adds in a year to what you pay into its plan.
 * @customfunction EMPLOYERMATCH
 * @param {any[][]} salary Your pay of the year, or a column.
 * @param {any[][]} rate The percent of it that you pay in, such as 6%.
 * @param {any[][]} formula The match, such as "100% of 3%, 50% of 2%".
 * @param {any[][]} [year] The year, for the most pay that counts.
 * @returns The match in dollars.
 */
export function employerMatch(salary: any[][], rate: any[][], formula: any[][], year?: any[][]): Promise<any[][]> {
  return answerLater(operations.employerMatch.answer(salary, rate, formula, year));
}

/**
 * A plan's account year by year, within the limits.
 * @customfunction PROJECT
 * @param {any[][]} balance What is in it now.
 * @param {any[][]} salary Your pay of the first year.
 * @param {any[][]} rate The percent of it that you pay in, such as 6%.
 * @param {any[][]} match The employer's match, such as "50% of 6%".
 * @param {any[][]} years How many years.
 * @param {any[][]} growth Growth a year, such as 5%.
 * @param {any[][]} year The first year, such as 2026.
 * @param {any[][]} [raise] Raise a year, from the second on.
 * @param {any[][]} [age] Your age at the end of the first year, for catch-ups.
 * @returns A row a year.
 */
export function project(
  balance: any[][],
  salary: any[][],
  rate: any[][],
  match: any[][],
  years: any[][],
  growth: any[][],
  year: any[][],
  raise?: any[][],
  age?: any[][],
): Promise<any[][]> {
  return answerLater(operations.project.answer(balance, salary, rate, match, years, growth, year, raise, age));
}

/**
 * What taking money out of a retirement account costs: tax, penalty, what is withheld, what is left.
 * @customfunction EARLYWITHDRAWAL
 * @param {any[][]} amount What is taken out, in dollars.
 * @param {any[][]} age Your age, such as 45 or 59.5.
 * @param {any[][]} income All other gross income of the year.
 * @param {Filing} filing single, joint, separate or head of household.
 * @param {any[][]} year The tax year, such as 2026.
 * @param {Exception} [exception] An exception from the penalty, or hardship or RMD.
 * @param {any[][]} [accountType] Such as 401(k) (default), IRA, Roth IRA, SIMPLE first two years.
 * @param {any[][]} [separationAge] Your age in the calendar year in which you left the employer.
 * @param {any[][]} [basis] Dollars of the amount that were taxed before, such as Roth contributions.
 * @returns A row a figure.
 */
export function earlyWithdrawal(
  amount: any[][],
  age: any[][],
  income: any[][],
  filing: Filing,
  year: any[][],
  exception?: Exception,
  accountType?: any[][],
  separationAge?: any[][],
  basis?: any[][],
): Promise<any[][]> {
  return answerLater(
    operations.earlyWithdrawal.answer(amount, age, income, filing, year, exception, accountType, separationAge, basis),
  );
}

/**
 * What converting pre-tax money to Roth costs, bracket by bracket.
 * @customfunction ROTHCONVERSION
 * @param {any[][]} amount What is converted, in dollars.
 * @param {any[][]} income All other gross income of the year.
 * @param {Filing} filing single, joint, separate or head of household.
 * @param {any[][]} year The tax year, such as 2026.
 * @param {any[][]} [age] Your age at the end of the year.
 * @returns A row a figure, then notes.
 */
export function rothConversion(
  amount: any[][],
  income: any[][],
  filing: Filing,
  year: any[][],
  age?: any[][],
): Promise<any[][]> {
  return answerLater(operations.rothConversion.answer(amount, income, filing, year, age));
}

/**
 * What must be taken out of your own retirement accounts in a year.
 * @customfunction RMD
 * @param {any[][]} balance The balance of the last 31 December, or a column.
 * @param {any[][]} age Your age at the end of the year.
 * @param {any[][]} [birthYear] The year of your birth: born in 1960 or later you begin at 75.
 * @returns The required minimum distribution in dollars; 0 before it begins.
 */
export function rmd(balance: any[][], age: any[][], birthYear?: any[][]): Promise<any[][]> {
  return answerLater(operations.rmd.answer(balance, age, birthYear));
}

/**
 * What can become of a plan's account when you leave the employer: leave it, roll it over, cash it out.
 * @customfunction JOBCHANGE
 * @param {any[][]} balance What is in it, in dollars.
 * @param {any[][]} age Your age, such as 45 or 59.5.
 * @param {any[][]} separationAge Your age at the end of the year in which you leave.
 * @param {any[][]} income All other gross income of the year.
 * @param {Filing} filing single, joint, separate or head of household.
 * @param {any[][]} year The tax year, such as 2026.
 * @returns A row a choice.
 */
export function jobChange(
  balance: any[][],
  age: any[][],
  separationAge: any[][],
  income: any[][],
  filing: Filing,
  year: any[][],
): Promise<any[][]> {
  return answerLater(operations.jobChange.answer(balance, age, separationAge, income, filing, year));
}

/**
 * Every figure of the law that Keel uses, with its source.
 * @customfunction LAW
 * @param {any[][]} [year] The tax year; without it all years.
 * @returns A row a figure.
 */
export function law(year?: any[][]): Promise<any[][]> {
  return answerLater(operations.law.answer(year));
}
