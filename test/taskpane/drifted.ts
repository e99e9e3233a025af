import { blockAt, planFormulas, planSheet, type Source } from "../../src/sheets";
import { PaperWorkbook } from "./paper-workbook";

/** A 401(k) as a table called Holdings, out of a 5/25 band in two funds. */
export function drifted(savesFiles = true): PaperWorkbook {
  const workbook = new PaperWorkbook("Excel", savesFiles);
  workbook.type("'401(k)'!A1", [
    ["Fund", "Value", "Target"],
    ["US stocks", 33600, 0.5],
    ["Foreign stocks", 8000, 0.15],
    ["Bonds", 11000, 0.25],
    ["Stable value", 7400, 0.1],
  ]);
  workbook.table("Holdings", "'401(k)'!A1:C5");
  workbook.select("'401(k)'!B3");
  return workbook;
}

/** Three years in which the stocks of that list fell once. */
const THREE_YEARS = [
  [2021, 0.27, 0.1, -0.02, 0.02],
  [2022, -0.19, -0.15, -0.13, 0.02],
  [2023, 0.25, 0.17, 0.05, 0.03],
];

/** The same with a table Returns of the owner's own: a row a year, a column for each fund. */
export function driftedWithReturns(years: readonly (readonly number[])[] = THREE_YEARS): PaperWorkbook {
  const workbook = drifted();
  workbook.type("Past!A1", [["Year", "US", "Foreign", "Bonds", "Stable"], ...years]);
  workbook.table("Returns", `Past!A1:E${years.length + 1}`);
  return workbook;
}

function source(): Source {
  const at = (address: string): Source["list"] => {
    const block = blockAt(address);
    if (!block) throw new Error(address);
    return block;
  };
  return {
    list: at("'401(k)'!A1:C5"),
    values: at("'401(k)'!B2:B5"),
    targets: at("'401(k)'!C2:C5"),
    funds: at("'401(k)'!A2:A5"),
    table: { name: "Holdings", value: "Value", target: "Target", fund: "Fund" },
  };
}

/** Puts a plan on a sheet of its own. */
export async function withPlanSheet(
  workbook: PaperWorkbook,
  settings: Parameters<typeof planSheet>[1]["settings"],
  cash = 0,
): Promise<void> {
  const choices = { cash, names: "all", namespace: "KEEL" } as const;
  await workbook.apply(
    planSheet(source(), { ...choices, sheet: "Plan", policyTable: "Policy", settings, listName: "Holdings" }),
  );
  workbook.select("'401(k)'!B3");
}

/** Puts a plan beside the list: the policy stands in J3, the cash in J2. */
export async function withPlanBeside(workbook: PaperWorkbook, policy: string, cash = 0): Promise<void> {
  await workbook.apply(planFormulas(source(), { cash, policy, names: "all", namespace: "KEEL" }));
  workbook.select("'401(k)'!B3");
}
