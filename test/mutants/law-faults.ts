import { faultsOf, type Fault } from "./fault";

/** Mistakes in taxes, withdrawals, lots and wash sales. */
export const LAW: readonly Fault[] = [
  ...faultsOf("src/engine/law/tax.ts", {
    "deductions that income doesn't use are lost": [
      "Decimal.max(new Decimal(gains).plus(Decimal.min(left, 0)), 0)",
      "new Decimal(gains)",
    ],
    "a spouse's age counts on every return": ['filing === "joint" ? spouseAge : 0', "spouseAge"],
  }),
  ...faultsOf("src/engine/law/withdrawal.ts", {
    "a cap frees the whole amount": ["cents(Math.max(0, taxable - because.cap.amount))", "NO_MONEY"],
  }),
  ...faultsOf("src/engine/law/distributions.ts", {
    "the table is a year off": ["Math.min(age - from, years.length - 1)", "Math.min(age - from + 1, years.length - 1)"],
  }),
  ...faultsOf("src/engine/lots/sell-order.ts", {
    "only the ends of lots are tried": ["...[...short.ends, ...short.crossings()]", "...short.ends"],
  }),
  ...faultsOf("src/engine/lots/wash-sale-ledger.ts", {
    "a day more is in the window": [
      "Math.abs(bought.day - trade.day) > WASH_DAYS.value",
      "Math.abs(bought.day - trade.day) > WASH_DAYS.value + 1",
    ],
  }),
  ...faultsOf("src/engine/lots/purchased-shares.ts", {
    "a share replaces twice": ["plain.left = plain.left.minus(wanted);", ""],
  }),
  ...faultsOf("src/engine/policy/followed.ts", {
    "a missed look begins the interval anew": ["last = due;", "last = asOf;"],
  }),
];
