import { afterEach, describe, expect, it } from "@jest/globals";
import { VERSION } from "../../src/operations";
import { WorkbookFailure } from "../../src/workbook/host";
import { button, closePanes, go, openPane, press, read, settled, spoken } from "./drive";
import { PaperWorkbook } from "./paper-workbook";

afterEach(closePanes);

/** A workbook that came from elsewhere: one formula as its file keeps it, one that was entered without Keel, one that is well. */
function fromElsewhere(): PaperWorkbook {
  const workbook = new PaperWorkbook();
  workbook.type("Plan!A1", [
    ["Fund", "Value", "Target"],
    ["Stocks", 5900, 60],
    ["Bonds", 4100, 40],
  ]);
  workbook.enter("Plan!E2", "=_xldudf_KEEL_DRIFT(B2:B3,C2:C3)", "#NAME?");
  workbook.enter("Plan!F2", '=[1]!KEEL.STATUS(B2:B3,C2:C3,"5%")', [["In band"], ["In band"]]);
  workbook.enter("Plan!G2", "=KEEL.DRIFTTOTAL(B2:B3,C2:C3)", "#NAME?");
  workbook.enter("Plan!H2", "=KEEL.WEIGHTS(B2:B3)", [[0.59], [0.41]]);
  workbook.select("Plan!A1");
  return workbook;
}

/** Waits until the pane has seen what became of the formulas. */
const later = (): Promise<void> => settled(() => undefined, 1600);

describe("Repair", () => {
  it("has nothing to do where all formulas are well", async () => {
    const workbook = new PaperWorkbook();
    await openPane(workbook);
    await go("Repair");
    expect(read()).toContain("Nothing to repair");
    await settled(() => workbook.enter("Plan!H2", "=KEEL.WEIGHTS(B2:B3)", [[0.59], [0.41]]));
    await go("Home");
    await go("Repair");
    await press("Check again");
    expect(read()).toContain("No formula needs repair");
    expect(read()).toContain("Formulas1 formula, well.");
  });

  it("says which formulas ail and why, and enters them again rightly spelled", async () => {
    const workbook = fromElsewhere();
    workbook.answers = () => 0.01;
    await openPane(workbook);
    await go("Repair");
    expect(read()).toContain("3 formulas to repair");
    expect(read()).toContain("2 are still spelled as the file keeps them");
    expect(read()).toContain("1 shows #NAME?");
    await press("Rewrite them");
    expect(workbook.formulaAt("Plan!E2")).toBe("=KEEL.DRIFT(B2:B3,C2:C3)");
    expect(workbook.formulaAt("Plan!F2")).toBe('=KEEL.STATUS(B2:B3,C2:C3,"5%")');
    expect(workbook.formulaAt("Plan!H2")).toBe("=KEEL.WEIGHTS(B2:B3)");
    expect(workbook.applied.at(-1)?.steps).toHaveLength(3);
    expect(read()).toContain("All 3 formulas work again.");
    expect(spoken()).toBe("All 3 formulas work again.");
  });

  it("takes it back", async () => {
    const workbook = fromElsewhere();
    workbook.answers = () => 0.01;
    await openPane(workbook);
    await go("Repair");
    await press("Rewrite them");
    await press("Undo");
    expect(workbook.formulaAt("Plan!E2")).toBe("=_xldudf_KEEL_DRIFT(B2:B3,C2:C3)");
    expect(read()).toContain("Taken back.");
  });

  it("takes nothing back while something that was written later stands, and says so", async () => {
    const workbook = fromElsewhere();
    workbook.answers = () => 0.01;
    await openPane(workbook);
    await go("Repair");
    await press("Rewrite them");
    const later = await workbook.apply({
      title: "Later",
      steps: [{ do: "write values", block: { sheet: "Plan", row: 20, column: 0, height: 1, width: 1 }, values: [[1]] }],
    });
    await press("Undo");
    expect(read()).toContain("Keel can’t take this back now: the workbook was changed after it.");
    expect(workbook.formulaAt("Plan!E2")).toBe("=KEEL.DRIFT(B2:B3,C2:C3)");
    if (later.outcome === "applied") await workbook.undo(later.receipt);
    await press("Undo");
    expect(workbook.formulaAt("Plan!E2")).toBe("=_xldudf_KEEL_DRIFT(B2:B3,C2:C3)");
  });

  it("names the hidden causes where #NAME? stays", async () => {
    const workbook = fromElsewhere();
    workbook.answers = (formula) => (formula.includes("STATUS") ? "In band" : "#NAME?");
    await openPane(workbook);
    await go("Repair");
    expect(read()).toContain("If #NAME? stays");
    await press("Rewrite them");
    expect(button("Rewriting…").getAttribute("aria-disabled")).toBe("true");
    await later();
    expect(read()).toContain("1 of 3 formulas work again; 2 still show #NAME?.");
    expect(read()).toContain("optional connected experiences");
  });

  it("says why it could not be done, and keeps the list", async () => {
    const workbook = fromElsewhere();
    await openPane(workbook);
    await go("Repair");
    workbook.failure = new WorkbookFailure("The sheet Plan is protected.", "protected");
    await press("Rewrite them");
    expect(spoken()).toBe("The sheet Plan is protected.");
    workbook.failure = undefined;
    expect(workbook.formulaAt("Plan!E2")).toBe("=_xldudf_KEEL_DRIFT(B2:B3,C2:C3)");
  });

  it("shows a formula's cell, and explains one whose error is of another kind", async () => {
    const workbook = fromElsewhere();
    workbook.enter("Plan!J2", "=KEEL.DRIFT(B2:B3,C2:C2)", "#VALUE!");
    await openPane(workbook);
    await go("Repair");
    expect(read()).toContain("1 formula with another error");
    const cell = [...document.querySelectorAll("button")].find((one) => one.textContent.startsWith("J2 on Plan"));
    await settled(() => cell?.click());
    expect(workbook.shown).toMatchObject({ sheet: "Plan", row: 1, column: 9 });
    expect(read()).toContain("Why it shows #VALUE!");
  });

  it("names the function that is meant by a misspelled one, and doesn't offer to rewrite it", async () => {
    const workbook = new PaperWorkbook();
    workbook.enter("Plan!E2", "=KEEL.DRFT(B2:B3,C2:C3)", "#NAME?");
    workbook.enter("Plan!F2", "=KEEL.REBAL(B2:B3,KEEL.QQQQQQ(C2:C3))", "#NAME?");
    await openPane(workbook);
    await go("Repair");
    expect(read()).toContain("2 formulas with a name to correct");
    expect(read()).toContain("There is no function KEEL.DRFT. Did you mean DRIFT?");
    expect(read()).toContain("There is no function KEEL.REBAL. Did you mean REBALANCE?");
    expect(read()).toContain("There is no function KEEL.QQQQQQ. See Help for the functions that there are.");
    expect(read()).not.toContain("Rewrite");
    expect(read()).not.toContain("was not loaded");
    expect(read()).toContain("Formulas2 formulas, 2 need a look.");
    const cell = [...document.querySelectorAll("button")].find((one) => one.textContent.startsWith("E2 on Plan"));
    await settled(() => cell?.click());
    expect(workbook.shown).toMatchObject({ sheet: "Plan", row: 1, column: 4 });
  });

  it("tells whether the functions are loaded, and of the pane's version", async () => {
    const workbook = fromElsewhere();
    await openPane(workbook);
    await go("Repair");
    expect(read()).toContain("Not loaded yet.");
    workbook.wellbeing = { functions: "0.0.1" };
    await press("Check again");
    await later();
    expect(read()).toContain(`Version 0.0.1, but this pane is ${VERSION}.`);
    workbook.wellbeing = { functions: VERSION, lastCalculation: new Date(2026, 10, 23, 9, 5).getTime() };
    await press("Check again");
    await later();
    expect(read()).toContain(`Version ${VERSION}, loaded.`);
    expect(read()).toContain("9:05");
  });
});
