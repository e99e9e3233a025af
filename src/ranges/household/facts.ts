import type { HouseholdPlan, Policy, Usd } from "../../engine";
import type { Explanation, Fact } from "../explanation";
import type { HouseholdRange } from "./read";
import { offGoalFact, rowFacts, type PlanSubject } from "./row-facts";

/** How a plan came about, as facts, with the figures of one row where a cell of it is asked about. The notes are whoever asks' to add. */
export function planFacts(
  range: HouseholdRange,
  plan: HouseholdPlan,
  policy: Policy,
  today: number | undefined,
  subject?: PlanSubject,
): Explanation {
  const { household, rows, targets, accountNames } = range;
  const { accounts, positions } = household;
  const own = subject && rowFacts(range, plan, policy, subject);
  const isTaxed = accounts.some(({ kind }) => kind === "taxable");
  const flows = accounts.reduce((sum, { cashFlow }) => sum + cashFlow, 0) as Usd;
  const total = positions.reduce((sum, { lots }) => lots.reduce((all, { value }) => all + value, sum), 0) as Usd;
  const heldBack = plan.leftInCash.reduce((sum, { amount }) => sum + amount, 0) as Usd;
  const { gainsBound } = plan;
  const named = (account: number): string => accountNames[account] ?? "";
  return {
    read: [
      { fact: "range", argument: "Holdings", rows: rows.count, headerRows: rows.header + 1 },
      { fact: "range", argument: "Targets", rows: targets.rows, headerRows: targets.headerRows },
      { fact: "total", total },
      { fact: "cash", cash: flows },
      ...accounts.flatMap(({ countsAs }, account): Fact[] =>
        countsAs === 1 ? [] : [{ fact: "counts as", account: named(account), share: countsAs }],
      ),
      { fact: "rule", policy },
      ...(today === undefined ? [] : [{ fact: "day", day: today } as const]),
    ],
    steps: [
      { fact: "reason", reason: plan.reason },
      { fact: "formula", formula: "household plan" },
      ...(own?.steps ?? []),
      { fact: "plan status", status: plan.status },
    ],
    bound: [
      ...(own?.bound ?? plan.offGoal.map((off) => offGoalFact(range, off, policy))),
      ...(gainsBound && isTaxed ? [{ fact: "gains bound", ...gainsBound } as const] : []),
      ...(plan.dropped.length > 0 ? [{ fact: "below the minimum", rows: plan.dropped } as const] : []),
      ...plan.leftInCash.map(({ account, amount }): Fact => ({
        fact: "left in cash",
        account: named(account),
        amount,
      })),
    ],
    rounded: [
      policy.tradeUnit === undefined
        ? { fact: "to the cent" }
        : { fact: "in the trade unit", unit: policy.tradeUnit, heldBack },
    ],
  };
}
