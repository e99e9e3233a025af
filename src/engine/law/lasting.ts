import { figure, THREE_SOURCES, TWO_SOURCES } from "./figure";
import type { SeniorDeduction } from "./year-law";

// Figures that the law names once and for all, or for years. Rates are fractions, dollars whole.

/** The rates of the income brackets, lowest first. */
export const INCOME_RATES = figure([0.1, 0.12, 0.22, 0.24, 0.32, 0.35, 0.37], "IRC 1(j); P.L. 119-21", THREE_SOURCES);

/** The rates of the brackets of long-term gains, lowest first. */
export const GAINS_RATES = figure([0, 0.15, 0.2], "IRC 1(h)", THREE_SOURCES);

/** From this age at the year's end on the standard deduction is higher. */
export const SENIOR_AGE = 65;

/** For the years 2025 to 2028. */
export const SENIOR_DEDUCTION = figure<SeniorDeduction>(
  {
    each: 6_000,
    phaseOutRate: 0.06,
    phaseOutStarts: { single: 75_000, joint: 150_000, separate: undefined, "head of household": 75_000 },
  },
  "IRC 151(d)(5)(C); P.L. 119-21 sec. 70103",
  THREE_SOURCES,
);

/** The net investment income tax: its rate, and the modified adjusted gross income above which it is due. */
export const INVESTMENT_TAX = figure(
  {
    rate: 0.038,
    above: { single: 200_000, joint: 250_000, separate: 125_000, "head of household": 200_000 },
  },
  "IRC 1411",
  "law",
);

/** What of net losses a year's other income takes. */
export const LOSS_LIMIT = figure(
  { single: 3_000, joint: 3_000, separate: 1_500, "head of household": 3_000 },
  "IRC 1211(b)",
  "law",
);

/** The additional tax on early withdrawals, and the age from which there is none. */
export const EARLY_WITHDRAWAL = figure({ rate: 0.1, simpleRate: 0.25, age: 59.5 }, "IRC 72(t)", "law");

/** What is withheld of what is paid out: of a plan's payment that could be rolled over, and of others. */
export const WITHHOLDING = figure({ rollover: 0.2, other: 0.1 }, "IRC 3405", "law");

/** Age at the year's end from which on catch-ups may be paid in; and for an HSA. */
export const CATCH_UP_AGE = 50;
export const HSA_CATCH_UP = figure({ age: 55, amount: 1_000 }, "IRC 223(b)(3)", "law");

/** A loss is washed by a purchase so many days before the sale, or after it. */
export const WASH_DAYS = figure(30, "IRC 1091(a)", "law");

/** Age at the year's end from which on money must be taken out, by the year of birth. */
export const RMD_START = figure(
  [
    { bornFrom: 1960, age: 75 },
    { bornFrom: 1951, age: 73 },
    { bornFrom: 0, age: 72 },
  ] as const,
  "IRC 401(a)(9)(C)",
  TWO_SOURCES,
);

/** Whoever was born then starts at 73 by regulations that are only proposed. */
export const RMD_UNSETTLED_BIRTH_YEAR = 1959;

/** The Uniform Lifetime Table: years by age, from 72 to 120, which is for all who are older. */
export const UNIFORM_LIFETIME = figure(
  {
    from: 72,
    years: [
      27.4, 26.5, 25.5, 24.6, 23.7, 22.9, 22, 21.1, 20.2, 19.4, 18.5, 17.7, 16.8, 16, 15.2, 14.4, 13.7, 12.9, 12.2,
      11.5, 10.8, 10.1, 9.5, 8.9, 8.4, 7.8, 7.3, 6.8, 6.4, 6, 5.6, 5.2, 4.9, 4.6, 4.3, 4.1, 3.9, 3.7, 3.5, 3.4, 3.3,
      3.1, 3, 2.9, 2.8, 2.7, 2.5, 2.3, 2,
    ],
  },
  "Treas. Reg. 1.401(a)(9)-9(c)",
  THREE_SOURCES,
);

/** Where what all years share is published, for whoever shows a figure with its source. */
export const LAW_SOURCES = {
  investmentTax: INVESTMENT_TAX.source,
  earlyWithdrawal: EARLY_WITHDRAWAL.source,
  withholding: WITHHOLDING.source,
  lifetime: UNIFORM_LIFETIME.source,
  rmdStart: RMD_START.source,
} as const;
