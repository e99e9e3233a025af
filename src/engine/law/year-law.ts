import type { ByFiling, Figure } from "./figure";

/**
 * The figures of one tax year. To add a year is to add a block of these, with its line in `table.ts`. Dollars; absent is
 * what the law doesn't have that year.
 */
export interface YearLaw {
  readonly year: number;
  /** Upper ends of the brackets of 10 to 35 percent, of taxable income without long-term gains. The last has none. */
  readonly incomeBrackets: Figure<ByFiling<readonly number[]>>;
  /** Upper ends of the brackets of 0 and 15 percent of long-term gains, which stand on top of other taxable income. */
  readonly gainsBrackets: Figure<ByFiling<readonly [number, number]>>;
  readonly standardDeduction: Figure<ByFiling<number>>;
  /** What comes to the standard deduction for each taxpayer of 65 or more at the year's end. */
  readonly deductionFrom65: Figure<ByFiling<number>>;
  readonly seniorDeduction?: Figure<SeniorDeduction>;
  /** What an employee may defer into a plan. */
  readonly deferral: Figure<number>;
  readonly catchUp: Figure<number>;
  /** The catch-up of the years in which one turns 60, 61, 62 or 63. */
  readonly catchUpFrom60: Figure<number>;
  /** What employee and employer may pay in together, without catch-ups. */
  readonly additions: Figure<number>;
  /** The pay that counts in a plan. */
  readonly compensation: Figure<number>;
  /** With wages of the year before above this from the same employer, catch-ups are Roth. */
  readonly rothCatchUpWages?: Figure<number>;
  readonly ira: Figure<number>;
  readonly iraCatchUp: Figure<number>;
  readonly hsa: Figure<{ readonly self: number; readonly family: number }>;
  readonly domesticAbuse: Figure<number>;
  readonly longTermCare?: Figure<number>;
}

/** A deduction for each spouse of 65 or more that shrinks with modified adjusted gross income. */
export interface SeniorDeduction {
  readonly each: number;
  /** What each loses of a dollar of income above the start. */
  readonly phaseOutRate: number;
  /** Undefined for who has none. */
  readonly phaseOutStarts: ByFiling<number | undefined>;
}
