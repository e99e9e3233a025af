import type { Circumstances, Household, HouseholdPlan, Policy } from "../../src/engine";
import type { Book, HouseholdCopyFacts } from "../../src/sheets";
import { copyAccounts, copyHoldings, copyPlan, type CopyRange } from "../../src/taskpane/screens/share/household-rows";
import { Calculator } from "./calculator";

/** What a copy says of a household on a day; of one without a plan to show, only how it stands. */
export function copyFacts(
  household: Household,
  policy: Policy,
  { today = 0 }: Circumstances,
  answer: HouseholdPlan,
  shown = true,
): HouseholdCopyFacts {
  const plan = shown ? answer : undefined;
  const funds = 1 + Math.max(0, ...household.positions.map(({ fund }) => fund));
  const range: CopyRange = {
    household,
    accountNames: household.accounts.map((_, account) => `Account ${account + 1}`),
    fundNames: Array.from({ length: funds }, (_, fund) => `Fund ${fund}`),
  };
  const rowOf = (row: number): number => row + 2;
  const holdings = copyHoldings(range, plan, rowOf, () => undefined);
  const { parts, whole } = household.targets;
  return {
    ...{ title: "Plan", owner: "", list: "Holdings", sheet: "Accounts", date: "November 30, 2026", version: "0" },
    day: today,
    verdict: { act: true, headline: "Time to rebalance", because: "Two classes are out." },
    policy: { sentence: "Rebalance.", settings: [], costs: false },
    accounts: copyAccounts(range, plan, () => undefined),
    classes: household.classes.map((name, place) => {
      const target = (parts[place] ?? 0) / whole;
      const before = (answer.classes[place]?.before.toNumber() ?? 0) / 100;
      return { name, target, lowest: target, highest: target, before };
    }),
    unlisted: answer.unlisted.before.toNumber() / 100,
    holdings,
    ...(plan && { plan: copyPlan(range, plan, policy, holdings, rowOf) }),
    ...{ mixes: [], assumptions: [], notes: [] },
  };
}

/** What each check of the certificate says by a second calculator: whether it holds. */
export function checksIn(book: Book): ReadonlyMap<string, unknown> {
  const cells = book.sheets.find(({ name }) => name === "Certificate")?.cells ?? [];
  const calculator = new Calculator(...book.sheets);
  const ruleAt = (row: number): string => {
    const rule = cells.find((cell) => cell.row === row && cell.column === 1)?.value;
    return typeof rule === "string" ? rule : "";
  };
  return new Map(
    cells
      .filter(({ column, formula }) => column === 5 && formula !== undefined)
      .map(({ row, formula = "" }) => [ruleAt(row), calculator.valueOf(formula, "Certificate")]),
  );
}
