import { expect, it } from "@jest/globals";
import { readAccountType } from "../../src/ranges";

it.each([
  ["Roth", ["Roth IRA", "ROTH 401(k)", "Tax-exempt", "tax free", "Fidelity Roth IRA", "Custodial Roth IRA"]],
  ["neutral", ["529", "NY 529 Plan", "Trump account"]],
  ["HSA", ["HSA", "Health Savings Account"]],
  [
    "deferred",
    [
      ...["401(k)", "401k", "401(a)", "403(b)", "403b", "457(b)", "TSP", "Thrift Savings Plan", "Solo 401(k)"],
      ...["Individual 401(k)", "Pension", "Profit sharing", "IRA", "Rollover IRA", "SEP IRA", "SIMPLE-IRA", "Pre-tax"],
      ...["Inherited IRA", "Traditional", "Tax-deferred", "Individual Retirement Account", "401 (k)"],
      ...["Traditional IRA Brokerage Account", "ACME 401(K) SAVINGS PLAN", "After-tax 401(k)"],
    ],
  ],
  [
    "taxable",
    [
      ...[
        "Taxable",
        "Brokerage",
        "Individual",
        "Joint",
        "JTWROS",
        "Living Trust",
        "Non-retirement",
        "Individual - TOD",
      ],
      ...["After-tax brokerage", "Checking", "Savings", "High-yield savings account", "Bank", "UTMA", "Custodial"],
      ...["Individual … 006", "INDIVIDUAL_TOD"],
    ],
  ],
  [undefined, ["", "Cash", "Margin", "Employee savings plan", "Jane", "Mirabel", "Other", "Savings plan"]],
] as const)("reads as %s what says so", (kind, texts) => {
  for (const text of texts) expect([text, readAccountType(text)?.kind]).toEqual([text, kind]);
});

it("knows custodial accounts, whose taxpayer is another", () => {
  expect(readAccountType("UTMA for Ann")).toEqual({ kind: "taxable", isCustodial: true });
  expect(readAccountType("Joint")).toEqual({ kind: "taxable", isCustodial: false });
});
