import { describe, expect, it } from "@jest/globals";
import { survey } from "../../src/lists/survey";
import { blockAt, householdPlaces, householdSheet, type Block } from "../../src/sheets";
import { PaperWorkbook } from "../taskpane/paper-workbook";

const block = (address: string): Block => blockAt(address) as Block;

/** A table of two accounts, and its plan on a sheet of its own. */
async function planned(): Promise<PaperWorkbook> {
  const workbook = new PaperWorkbook();
  workbook.type("Money!A1", [
    ["Account", "Fund", "Class", "Value"],
    ["401(k)", "VTI", "Stocks", 600],
    ["IRA", "BND", "Bonds", 300],
  ]);
  workbook.table("Holdings", "Money!A1:D3");
  await workbook.apply(
    householdSheet(
      { holdings: { table: "Holdings" }, targets: { table: "Targets", rows: [["Stocks", 60], ["Bonds", 40]] } }, // prettier-ignore
      { sheet: "Plan", policyTable: "Policy", settings: [["Band", "5/25"]], names: "all", namespace: "KEEL", listName: "Holdings" }, // prettier-ignore
    ),
  );
  return workbook;
}

describe("a household's plan", () => {
  it("is found with its targets and its rule, whatever is selected", async () => {
    const workbook = await planned();
    for (const cell of ["Plan!A11", "Plan!K6", "Money!B2", "Elsewhere!A1"]) {
      workbook.select(cell);
      const { sight } = await survey(workbook, { chosen: [] });
      expect(sight).toMatchObject({
        found: "household",
        list: { table: "Holdings" },
        targets: { weights: block("Plan!B11:B12"), cells: { classes: [["Stocks"], ["Bonds"]] } },
        plan: { policyTable: "Policy", places: { act: householdPlaces("Plan", 2).act } },
      });
    }
  });

  it("is found where its owner has moved the cell that says whether to act", async () => {
    const workbook = await planned();
    const formula = workbook.formulaAt("Plan!B4");
    workbook.type("Plan!B4", [[""]]);
    workbook.enter("Summary!C9", formula, "Yes");
    workbook.select("Money!B2");
    const { sight } = await survey(workbook, { chosen: [] });
    expect(sight).toMatchObject({ found: "household", plan: { places: { act: block("Summary!C9") } } });
  });

  it("is gone with its formula, and its targets stay the household's", async () => {
    const workbook = await planned();
    workbook.type("Plan!B4", [[""]]);
    workbook.select("Money!B2");
    const { sight } = await survey(workbook, { chosen: [] });
    expect(sight).toMatchObject({ found: "household", targets: { weights: block("Plan!B11:B12") } });
    expect(sight).not.toHaveProperty("plan");
  });
});
