import { Decimal } from "../decimal";
import { succeeded, type LawProblem, type Result } from "../errors";
import { cents, LARGEST_TOTAL, NO_MONEY, type Usd } from "../units/money";
import { catchUpOf } from "./limits";
import { matchOf, type MatchFormula } from "./match";
import { lastKnownLaw, lawOf } from "./table";

/** What a plan's account is projected from. Rates are fractions a year. */
export interface ProjectionQuestion {
  readonly balance: Usd;
  readonly salary: Usd;
  /** The share of pay that the employee pays in, 0 to 1. */
  readonly rate: Decimal;
  readonly match: MatchFormula;
  readonly years: number;
  readonly growth: Decimal;
  readonly year: number;
  /** From the second year on. */
  readonly raise: Decimal;
  /** At the end of the first year; undefined counts as below 50. */
  readonly age?: number;
}

/** What a limit did in a year. */
export type ProjectionRemark =
  /** The year isn't in the table. */
  | { readonly remark: "limits of"; readonly year: number }
  | { readonly remark: "deferral limit"; readonly limit: Usd }
  | { readonly remark: "higher catch-up" }
  | { readonly remark: "roth catch-up"; readonly above: Usd }
  | { readonly remark: "pay limit"; readonly limit: Usd }
  | { readonly remark: "additions limit"; readonly limit: Usd };

export interface ProjectionYear {
  readonly year: number;
  readonly age: number | undefined;
  readonly salary: Usd;
  readonly contribution: Usd;
  readonly match: Usd;
  readonly growth: Usd;
  readonly end: Usd;
  readonly remarks: readonly ProjectionRemark[];
}

/**
 * Projects a plan's account year by year: end = balance × (1 + growth) + (contribution + match) × (1 + growth ÷ 2), as
 * both come evenly, to the cent. The employee pays in up to the limit of the year and the age; the match counts pay up
 * to the compensation limit, and what is paid in; both together stay within the additions and the catch-up in use. The
 * first year is in the table; years after its last have the limits of that one. Undefined where the money outgrows
 * what can be counted.
 */
export function project(question: ProjectionQuestion): Result<readonly ProjectionYear[] | undefined, LawProblem> {
  const first = lawOf(question.year);
  if (!first.ok) return first;
  const rows: ProjectionYear[] = [];
  let { balance, salary } = question;
  for (let passed = 0; passed < question.years; passed++) {
    if (passed > 0) salary = rounded(new Decimal(salary).times(question.raise.plus(1)));
    const row = yearOf(question, passed, balance, salary);
    if (row.end > LARGEST_TOTAL || row.salary > LARGEST_TOTAL) return succeeded(undefined);
    rows.push(row);
    balance = row.end;
  }
  return succeeded(rows);
}

function yearOf(question: ProjectionQuestion, passed: number, balance: Usd, salary: Usd): ProjectionYear {
  const year = question.year + passed;
  const law = lastKnownLaw(year);
  const age = question.age === undefined ? undefined : question.age + passed;
  const { rate, growth } = question;
  const remarks: ProjectionRemark[] = [];
  if (law.year !== year) remarks.push({ remark: "limits of", year: law.year });

  const deferral = law.deferral.value * 100;
  const catchUp = catchUpOf(age ?? 0, law);
  const asked = rounded(rate.times(salary));
  const limit = cents(deferral + catchUp.amount);
  const contribution = cents(Math.min(asked, limit));
  if (asked > limit) remarks.push({ remark: "deferral limit", limit });
  const inCatchUp = Math.max(0, contribution - deferral);
  if (inCatchUp > law.catchUp.value * 100 && catchUp.isOfferedOnly) remarks.push({ remark: "higher catch-up" });
  const wages = law.rothCatchUpWages;
  if (inCatchUp > 0 && wages !== undefined && salary > wages.value * 100) {
    remarks.push({ remark: "roth catch-up", above: cents(wages.value * 100) });
  }

  const pay = cents(Math.min(salary, law.compensation.value * 100));
  // Nothing is matched that isn't paid in.
  const deferred = pay === 0 ? new Decimal(0) : Decimal.min(rate, new Decimal(contribution).dividedBy(pay));
  const wanted = matchOf(question.match, pay, deferred);
  if (salary > pay && wanted > 0) remarks.push({ remark: "pay limit", limit: pay });
  const room = cents(law.additions.value * 100 + inCatchUp - contribution);
  const match = cents(Math.min(wanted, room));
  if (wanted > room) remarks.push({ remark: "additions limit", limit: cents(law.additions.value * 100 + inCatchUp) });

  const paidIn = contribution + match;
  const end = rounded(growth.plus(1).times(balance).plus(growth.dividedBy(2).plus(1).times(paidIn)));
  return { year, age, salary, contribution, match, growth: cents(end - balance - paidIn), end, remarks };
}

function rounded(amount: Decimal): Usd {
  return amount.isZero() ? NO_MONEY : cents(amount.round().toNumber());
}
