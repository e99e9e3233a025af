import type { ExamplesOf } from "./example";

const ESTIMATE =
  "It is an estimate by the law of the year that you name, not advice. KEEL.LAW lists every figure with its source.";

export const retirement = {
  TAX: {
    cells: {},
    formula: '=KEEL.TAX(70000, "single", 2026, , 66)',
    result: [[5254]],
    remarks: [
      "Income is gross, before the standard deduction. Net long-term gains stand on top of it, and what income leaves of the deductions reduces them. From 65 on the standard deduction is higher, and from 2025 to 2028 there is the senior deduction, $6,000 each, which shrinks by 6% of income above $75,000, or $150,000 on a joint return.",
      "The net investment income tax is 3.8% of the gains, or of income and gains above its threshold if that is less. No other income, deduction or credit, no alternative minimum tax, Medicare surcharge or state tax is counted. A net loss is no gain: up to $3,000 of it ($1,500 filing separately) come off the income that you type.",
      "A column of incomes, years, gains or ages gives a column of taxes. A year that is not in the table is an error that names those that are.",
      ESTIMATE,
    ],
  },
  LIMIT: {
    cells: {},
    formula: "=KEEL.LIMIT(2026, 61)",
    result: [[35750]],
    remarks: [
      "Without a kind it is what an employee may pay into a plan, with the catch-up from 50 on. Age is that at the end of the year. The higher catch-up from 60 to 63 is there only if the plan offers it.",
      "Other kinds: deferral, catch-up, additions (employee and employer together), ira, ira + catch-up, compensation (the pay that counts), hsa and hsa family (without the $1,000 more from 55 on), and roth catch-up wages: whoever earned more from the same employer in the year before makes catch-ups as Roth.",
      "A figure with no second source is not used here; KEEL.LAW shows it as unverified.",
    ],
  },
  EMPLOYERMATCH: {
    cells: {},
    formula: '=KEEL.EMPLOYERMATCH(80000, 4%, "100% of 3%, 50% of 2%")',
    result: [[2800]],
    remarks: [
      "Tiers come one after the other, each a percent of a percent of pay: “of”, “of the first” and “of the next” count from where the tier before ended, “up to” from the first percent of pay. So “100% up to 3%, 50% up to 5%” is the same. “dollar for dollar” is 100%, and “max $5,000” the most in a year.",
      "With a year, pay counts up to that year's compensation limit. It is a year's sum: a plan that matches each pay period without a true-up gives less if you reach the deferral limit early.",
    ],
  },
  PROJECT: {
    cells: {},
    formula: '=KEEL.PROJECT(100000, 100000, 6%, "50% of 6%", 2, 5%, 2026)',
    result: [
      ["Year", "Age", "Salary", "Contribution", "Match", "Growth", "End balance", "Note"],
      [2026, "", 100000, 6000, 3000, 5225, 114225, ""],
      [2027, "", 100000, 6000, 3000, 5936.25, 129161.25, "By the limits of 2026, the last known."],
    ],
    remarks: [
      "Contributions and match come evenly over the year: end = balance × (1 + growth) + (contribution + match) × (1 + growth ÷ 2). You pay in up to the limit of the year, with catch-ups only where an age is given; the match counts pay up to the compensation limit and only what is paid in; both together stay within the limit on additions. What a limit did is said in the last column.",
      "Growth is your assumption, not a forecast.",
    ],
  },
  EARLYWITHDRAWAL: {
    cells: {},
    formula: '=INDEX(KEEL.EARLYWITHDRAWAL(10000, 45, 60000, "single", 2026), 9, 2)',
    result: [[7450]],
    remarks: [
      "Without INDEX the whole table spills: amount, taxable part, federal tax, penalty and why, what is withheld, what is paid out now, what is in hand once the return is settled, the amount that would leave as much in hand, and the sources.",
      "Under 59½ the penalty is 10% of the taxable part, 25% from a SIMPLE IRA in its first two years (account type “SIMPLE first two years”), and none from a governmental 457(b). Exceptions hold for plans, IRAs or both, some up to a cap; what is above it is penalised. What an exception depends on is said beside it; Keel doesn't check it. With a separation age of 55 or more a plan pays without penalty.",
      "A plan withholds 20% of the taxable part, an IRA, equal payments (SEPP), hardship and required payments 10%. That is a prepayment, not the tax. Basis is what of the amount was taxed before; a Roth account needs it.",
      ESTIMATE,
    ],
  },
  ROTHCONVERSION: {
    cells: {},
    formula: '=INDEX(KEEL.ROTHCONVERSION(20000, 70000, "single", 2026, 66), 2, 2)',
    result: [[4143]],
    remarks: [
      "Without INDEX the whole table spills: the tax, its parts by bracket, what of the last dollar is tax, what more fits into the bracket of the income and into the one that the conversion ends in, and notes.",
      "From 65 on the senior deduction shrinks with income: that is part of the tax, and of the rate on the last dollar.",
      ESTIMATE,
    ],
  },
  RMD: {
    cells: {},
    formula: "=KEEL.RMD(205000, 74)",
    result: [[8039.22]],
    remarks: [
      "The balance is that of the last 31 December, the age that at the end of this year. It is divided by the years of the Uniform Lifetime Table. Before 73 (born in 1960 or later: 75) it is 0.",
      "For the owner's own accounts. A spouse more than ten years younger who is the only beneficiary, and inherited accounts, have other tables. A Roth IRA, and since 2024 a Roth 401(k), requires nothing in the owner's life.",
    ],
  },
  JOBCHANGE: {
    cells: {},
    formula: '=INDEX(KEEL.JOBCHANGE(10000, 45, 45, 60000, "single", 2026), 5, 7)',
    result: [[7450]],
    remarks: [
      "Without INDEX the whole table spills: leaving the account, rolling it to an IRA or to the new plan, cashing it out; with the tax, the penalty, what is withheld, what is in hand now, what goes on working, what is kept and what is lost or due, and the rules with their sources.",
      "Cashing out is worked out as KEEL.EARLYWITHDRAWAL does it.",
      ESTIMATE,
    ],
  },
  LAW: {
    cells: {},
    formula: "=INDEX(KEEL.LAW(2026), 2, 2)",
    result: [[12400]],
    remarks: [
      "Every figure of federal law that Keel uses: its value, for whom, where it is published, and its state: “law” stands in the Code, “checked by 2 sources” agrees in so many that don't copy from each other, “unverified” does not yet. Unverified figures are used only where the answer says so.",
      "Without a year it lists all years that are in the table.",
    ],
  },
} as const satisfies ExamplesOf;
