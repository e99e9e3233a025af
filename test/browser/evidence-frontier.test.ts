import { describe, expect, test } from "@jest/globals";
import type {} from "../../src/workbench/main";
import { accessibilityFindings } from "./axe";
import { complaints, screenshot, type Look } from "./browser";
import { goToEvidence, messy, wholePane } from "./evidence-screen";
import { eventually, openWorkbench, valuesIn } from "./grid";
import { openFile } from "./open-file";

const looks: readonly (readonly [name: string, look: Look])[] = [
  ["wide", {}],
  ["320-dark", { width: 320, colorScheme: "dark" }],
  ["forced-700", { forcedColors: "active", colorScheme: "dark", width: 700 }],
];

describe("the mix beside the efficient line in the workbench", () => {
  test.each(looks)(
    "over a messy list, in %s",
    async (name, look) => {
      const page = await openWorkbench(look);
      await openFile(page, { name: "mine.csv", mimeType: "text/csv", buffer: Buffer.from(messy) });
      await goToEvidence(page);
      await page.getByLabel("The Windfall Trust, Series R6").selectOption({ label: "US stocks" });
      await page.getByRole("button", { name: "What does the past say of my mix?" }).click();
      await page.getByText(/luck alone moves such a mean/).waitFor();
      await page.getByText("The picture as a table, with weights").click();
      await wholePane(page, `evidence-frontier-${name}`);
      expect(await accessibilityFindings(page, "#pane")).toEqual([]);
      if (name === "wide") {
        await page.setViewportSize({ width: 1400, height: 900 });
        await page.getByRole("button", { name: "Put it in my workbook" }).click();
        await page.getByText(/It is on sheet/).waitFor();
        const rows = await eventually(
          page,
          () => valuesIn(page, { sheet: "Keel frontier", row: 9, column: 0, height: 22, width: 9 }),
          (cells) =>
            cells.filter((row) => typeof row[5] === "number").length === 20 && typeof cells[1]?.[2] === "number",
        );
        await page.waitForTimeout(300);
        await screenshot(page, "evidence-frontier-sheet");
        const first = rows.findIndex((row) => row[0] === "Fund");
        expect(rows[first]?.slice(4, 9)).toEqual(["Volatility", "Return", "Stocks", "Bonds", "Bills"]);
        // The least of all is where the line begins.
        const least = [1, 2, 3].map((row) => rows[first + row]?.[2]);
        expect(rows[first + 1]?.slice(6, 9)).toEqual(least.map((weight) => expect.closeTo(Number(weight), 9)));
        expect([1, 2, 3].map((row) => rows[first + row]?.[1])).toEqual(
          [0.75, 0.2, 0.05].map((target) => expect.closeTo(target, 9)),
        );
        await page.getByRole("button", { name: "Undo", exact: true }).last().click();
        await page.getByText("Taken back.").waitFor({ state: "attached" });
      }
      expect(complaints(page)).toEqual([]);
    },
    90_000,
  );
});
