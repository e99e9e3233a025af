import { describe, expect, test } from "@jest/globals";
import { complaints, screenshot } from "./browser";
import { goToEvidence } from "./evidence-screen";
import { eventually, openWorkbench, valuesIn } from "./grid";

describe("evidence of the rule in the workbench", () => {
  test("goes into the workbook as formulas that calculate, with a chart, and one Undo takes it back", async () => {
    const page = await openWorkbench();
    await goToEvidence(page);
    await screenshot(page, "evidence-sample");
    await page.getByLabel("Vanguard Real Estate Index").selectOption({ label: "US stocks" });
    await page
      .getByText(/your rule would have made/)
      .first()
      .waitFor();
    await page.getByRole("button", { name: "Put it in my workbook" }).click();
    await page.getByText(/It is on sheet/).waitFor();
    const cells = { sheet: "Keel evidence", row: 0, column: 0, height: 1225, width: 9 };
    const values = await eventually(
      page,
      () => valuesIn(page, cells),
      (rows) => rows.filter((row) => typeof row[5] === "number").length > 1200,
    );
    await page.waitForTimeout(500);
    await screenshot(page, "evidence-past-sheet");
    const headings = values.findIndex((row) => row[4] === "Date");
    expect(values[headings]?.slice(4, 7)).toEqual(["Date", "Value", "Weight of Stocks"]);
    expect(values.filter((row) => typeof row[5] === "number")).toHaveLength(1201);
    const final = values.find((row) => row[0] === "Final value");
    expect(final?.[1]).toBe(values.filter((row) => typeof row[5] === "number").at(-1)?.[5]);
    await page.getByRole("button", { name: "Undo", exact: true }).last().click();
    await page.getByText("Taken back.").waitFor({ state: "attached" });
    expect(complaints(page)).toEqual([]);
  }, 90_000);
});
