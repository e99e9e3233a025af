import { describe, expect, test } from "@jest/globals";
import { accessibilityFindings } from "./axe";
import { complaints, screenshot, type Look } from "./browser";
import { goToEvidence, messy, wholePane } from "./evidence-screen";
import { eventually, openWorkbench, valuesIn } from "./grid";
import { openFile } from "./open-file";

const looks: readonly (readonly [name: string, look: Look])[] = [
  ["wide", {}],
  ["320", { width: 320 }],
  ["700-dark", { width: 700, colorScheme: "dark" }],
  ["forced-dark-320", { forcedColors: "active", colorScheme: "dark", width: 320 }],
];

describe("evidence of the rule in the workbench", () => {
  test.each(looks)(
    "over a messy list, in %s",
    async (name, look) => {
      const page = await openWorkbench(look);
      await openFile(page, { name: "mine.csv", mimeType: "text/csv", buffer: Buffer.from(messy) });
      await goToEvidence(page);
      await page.getByLabel("The Windfall Trust, Series R6").selectOption({ label: "US stocks" });
      const findings: string[] = [];
      await page
        .getByText(/your rule would have made/)
        .first()
        .waitFor();
      await wholePane(page, `evidence-past-${name}`);
      findings.push(...(await accessibilityFindings(page, "#pane")));
      expect(findings).toEqual([]);
      expect(complaints(page)).toEqual([]);
    },
    90_000,
  );

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
