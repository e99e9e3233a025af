import { afterEach, describe, expect, it } from "@jest/globals";
import { closePanes, fill, go, openPane, press, read, spoken } from "./drive";
import { drifted, withPlanBeside, withPlanSheet } from "./drifted";
import type { PaperWorkbook } from "./paper-workbook";

afterEach(closePanes);

async function steerWith(workbook: PaperWorkbook, amount: string): Promise<void> {
  await openPane(workbook);
  await go("Plan");
  await fill("Each paycheck puts in", amount);
}

const formulas = async (workbook: PaperWorkbook): Promise<readonly string[]> =>
  (await workbook.keelFormulas()).map(({ formula }) => formula).filter((formula) => formula.includes("MONTHSTOBAND"));

describe("steering with paychecks", () => {
  it("says which percents for how many paychecks, with the way there, and what comes afterwards", async () => {
    await steerWith(drifted(), "500");
    expect(read()).toContain("0 / 0 / 100 / 0 for three paychecks, and you are in band, without selling.");
    expect(read()).toContain("1.7 points outside the band now");
    expect(document.querySelector("figure")?.getAttribute("aria-label")).toBe(
      "1.7 points outside the band now, 0.99 after 1, 0.33 after 2, in band after 3 paychecks.",
    );
    expect(read()).toContain("Then set them back to the percents of your targets, 50 / 15 / 25 / 10.");
    expect(read()).toContain("Set up a plan to keep this in your workbook");
  });

  it("keeps the amount while another screen is shown, and says what is no amount", async () => {
    await steerWith(drifted(), "$500");
    await go("Home");
    await go("Plan");
    expect(read()).toContain("for three paychecks");
    await fill("Each paycheck puts in", "much");
    expect(read()).toContain("Type an amount such as 500.");
    await fill("Each paycheck puts in", "");
    expect(read()).not.toContain("paychecks, and you are");
  });

  it("says plainly when paychecks never get there, and which fund is in the way", async () => {
    const workbook = drifted();
    workbook.type("'401(k)'!C2", [[0.6], [0.15], [0.25], [0]]);
    await withPlanBeside(workbook, "20% relative");
    await steerWith(workbook, "500");
    expect(read()).toContain(
      "Paychecks alone never get you there: Stable value has no target, and no paycheck takes money out of it.",
    );
    expect(document.querySelector("figure")).toBeNull();
  });

  it("says that all is in band where nothing is to be steered", async () => {
    const workbook = drifted();
    await withPlanBeside(workbook, "20pp");
    await steerWith(workbook, "500");
    expect(read()).toContain("You are in band now.");
  });

  it("puts live formulas beside the plan's sheet, and one Undo takes them back", async () => {
    const workbook = drifted();
    await withPlanSheet(workbook, [["Band", "5/25"]]);
    await steerWith(workbook, "500");
    await press("Put the formulas beside my plan");
    expect(await formulas(workbook)).toEqual(["=KEEL.MONTHSTOBAND(Holdings[Value],Holdings[Target],$O$19,Policy)"]);
    const [percents] = (await workbook.keelFormulas()).filter(({ formula }) => formula.includes("ELECTIONS"));
    expect(percents?.formula).toBe(
      "=KEEL.ELECTIONS(KEEL.CONTRIBUTE(Holdings[Value],Holdings[Target],$O$19*MAX(1,$O$20),Policy))",
    );
    expect(read()).toContain("The formulas are in");
    expect(spoken()).toBe("The formulas are in.");
    await go("Home");
    await go("Plan");
    await press("Undo");
    expect(await formulas(workbook)).toEqual([]);
    expect(read()).toContain("Put the formulas beside my plan");
  });

  it("takes other columns where those beside the plan are filled", async () => {
    const workbook = drifted();
    await withPlanBeside(workbook, "5/25");
    workbook.type("'401(k)'!L1", [["Notes"], ["mine"], ["mine"], ["mine"]]);
    await steerWith(workbook, "500");
    await press("Put the formulas beside my plan");
    expect(await formulas(workbook)).toHaveLength(1);
    expect((await workbook.read({ sheet: "401(k)", row: 0, column: 11, height: 2, width: 1 })).values).toEqual([
      ["Notes"],
      ["mine"],
    ]);
  });
});
