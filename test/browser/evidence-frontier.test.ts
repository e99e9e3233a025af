import { describe, expect, test } from "@jest/globals";
import { complaints, screenshot } from "./browser";
import { openMessy } from "./evidence-screen";
import { eventually, valuesIn } from "./grid";

describe("the mix beside the efficient line in the workbench", () => {
  test("goes into the workbook as formulas that calculate, and one Undo takes it back", async () => {
    const page = await openMessy();
    await page.getByRole("button", { name: "What does the past say of my mix?" }).click();
    await page.getByText(/by luck alone/).waitFor();
    await page.getByRole("button", { name: "Put it in my workbook" }).click();
    await page.getByText(/It is on sheet/).waitFor();
    const rows = await eventually(
      page,
      () => valuesIn(page, { sheet: "Keel frontier", row: 9, column: 0, height: 22, width: 9 }),
      (cells) => cells.filter((row) => typeof row[5] === "number").length === 20 && typeof cells[1]?.[2] === "number",
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
    // What the targets came to by the rule that keeps them lies on or below the line, and near the page's own figure.
    const said = /returned ([\d.]+)% a year/.exec(
      (await page.locator("#keel-evidence-frontier").textContent()) ?? "",
    )?.[1];
    expect(rows[first + 4]?.[0]).toBe("Volatility a year");
    expect(Number(rows[first + 5]?.[1]) * 100).toBeCloseTo(Number(said), 1);
    expect(rows[first + 4]?.[2]).toBe(rows[first + 1]?.[4]);
    await page.getByRole("button", { name: "Undo", exact: true }).last().click();
    await page.getByText("Taken back.").waitFor({ state: "attached" });
    expect(complaints(page)).toEqual([]);
  }, 90_000);
});
