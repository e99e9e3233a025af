import { describe, expect, it } from "@jest/globals";
import { survey } from "../../src/lists/survey";
import {
  blockAt,
  householdPlaces,
  householdSheet,
  householdTrades,
  type Block,
  type HouseholdSource,
} from "../../src/sheets";
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
  await workbook.apply(householdSheet(source, { ...written, sheet: "Plan", settings: [["Band", "5/25"]] }));
  return workbook;
}

const source: HouseholdSource = {
  holdings: { table: "Holdings" },
  targets: { table: "Targets", rows: [["Stocks", 60], ["Bonds", 40]] }, // prettier-ignore
};
const written = { policyTable: "Policy", names: "all", namespace: "KEEL", listName: "Holdings" } as const;

/** The same with its trades on another sheet. */
async function withTrades(): Promise<PaperWorkbook> {
  const workbook = await planned();
  const beside = [{ heading: "Account", cells: block("Money!A1:A3") }];
  await workbook.apply(
    householdTrades(source, { ...written, sheet: "Keel trades", beside, holdings: 3, classes: 2, hasUnlisted: false }),
  );
  workbook.enter("Plan!A8", "='Keel trades'!$A$3");
  return workbook;
}

const tradesOf = async (workbook: PaperWorkbook): Promise<unknown> => {
  const { sight } = await survey(workbook, { chosen: [] });
  return sight.found === "household" ? sight.plan?.trades : undefined;
};

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

describe("a household's trades", () => {
  it("are the plan's own: whoever selects them means the household, beside another list in sight too", async () => {
    const workbook = await withTrades();
    workbook.type("Other!A1", [["Account", "Fund", "Class", "Value"], ["HSA", "VT", "Stocks", 50], ["Roth", "BND", "Bonds", 60]]); // prettier-ignore
    workbook.table("Others", "Other!A1:D3");
    for (const cell of ["'Keel trades'!A3", "'Keel trades'!C6", "'Keel trades'!R6", "'Keel trades'!A900"]) {
      workbook.select(cell);
      const { sight } = await survey(workbook, { chosen: [], last: { block: block("Other!A1:D3"), table: "Others" } });
      expect(sight).toMatchObject({ found: "household", list: { table: "Holdings" } });
    }
  });

  it("are found where their sheet is called otherwise, and where their line was taken out or they were moved", async () => {
    const workbook = await withTrades();
    expect(await tradesOf(workbook)).toMatchObject({
      summary: block("'Keel trades'!A3"),
      plan: { cell: block("'Keel trades'!A5") },
      check: { cell: block("'Keel trades'!L5") },
      rows: { cell: block("'Keel trades'!S5") },
    });
    const formula = workbook.formulaAt("'Keel trades'!A5");
    workbook.type("'Keel trades'!A5", [[""]]);
    workbook.enter("Mine!C2", formula, "Account");
    expect(await tradesOf(workbook)).toMatchObject({ plan: { cell: block("Mine!C2") } });
    workbook.type("Plan!A8", [["My own words"]]);
    expect(await tradesOf(workbook)).toMatchObject({ plan: { cell: block("Mine!C2") } });
    // Where they stand by themselves, all else on their sheet is its owner's.
    workbook.type("Mine!N20", [["Account", "Fund", "Class", "Value"], ["HSA", "VT", "Stocks", 50], ["Roth", "BND", "Bonds", 60]]); // prettier-ignore
    workbook.select("Mine!N21");
    expect((await survey(workbook, { chosen: [] })).sight).toMatchObject({ list: { block: block("Mine!N20:Q22") } });
  });

  it("are gone with their sheet, and the plan stays", async () => {
    const workbook = await withTrades();
    workbook.removeSheet("Keel trades");
    const { sight } = await survey(workbook, { chosen: [] });
    expect(sight).toMatchObject({ found: "household", plan: { policyTable: "Policy" } });
    expect(await tradesOf(workbook)).toBeUndefined();
  });

  it("another Policy table is read for are another plan's", async () => {
    const workbook = await planned();
    workbook.enter("Mine!A1", "=KEEL.PLAN(Holdings[#All],Targets[#All],Policy2,TODAY())", "Account");
    expect(await tradesOf(workbook)).toBeUndefined();
  });
});
