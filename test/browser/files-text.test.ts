import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { brokerFile } from "../lists/broker-files";
import { complaints, screenshot } from "./browser";
import { goTo, openWorkbench, valuesIn } from "./grid";
import { openFile } from "./open-file";

/** What four brokers' files hold, as their total lines or their own sums say. */
const files = [
  ["fidelity-positions", "A1:P16", "2 accounts, 6 holdings, $48,400.00"],
  ["schwab-positions", "A1:Q8", "1 account, 4 holdings, $60,000.00"],
  ["vanguard-ofxdownload", "A1:O16", "2 accounts, 7 holdings, $74,000.00"],
  ["etrade-portfolio", "A1:K17", "1 account, 4 holdings, $50,000.00"],
] as const;

const opened = (page: Page, name: string): Promise<void> =>
  page.locator("#notice").getByText(`Opened ${name}`).waitFor();

describe("a text file, opened in the workbench", () => {
  let page: Page;
  beforeAll(async () => {
    page = await openWorkbench();
  }, 60_000);

  test.each(files)("%s is a sheet that the pane reads to the same accounts and totals", async (name, cells, sum) => {
    await openFile(page, brokerFile(name));
    await opened(page, `${name}.csv`);
    expect(await page.evaluate(() => globalThis.keelWorkbench.book().sheets.map((sheet) => sheet.name))).toEqual([
      name,
    ]);
    await page.getByRole("navigation", { name: "Screens" }).getByRole("button", { name: "Bring in" }).click();
    await goTo(page, cells);
    await page.getByRole("button", { name: "Use the cells I selected" }).click();
    await page.getByText(sum).first().waitFor();
    await screenshot(page, `files-text-${name}`);
    expect(complaints(page)).toEqual([]);
  });

  test("shows money, percents and days as the file wrote them", async () => {
    const shown = await page.evaluate(async (text) => {
      const dropped = new DataTransfer();
      dropped.items.add(new File([text], "Dropped list.tsv"));
      document.getElementById("grid")?.dispatchEvent(new DragEvent("drop", { dataTransfer: dropped, bubbles: true }));
      await new Promise((done) => setTimeout(done, 4_000));
      const range = globalThis.keelWorkbench.workbook.cells.book.getActiveSheet().getRange("A2:F2");
      return range.getDisplayValues();
    }, "Fund\tNumber\tValue\tShare\tDay\tFormula\nA fund\t00123\t$1,234.50\t12.5%\t11/27/2026\t=1+1\n");
    await opened(page, "Dropped list.tsv");
    expect(shown).toEqual([["A fund", "00123", "$1,234.50", "12.50%", "11/27/2026", "=1+1"]]);
    expect(await valuesIn(page, { sheet: "Dropped list", row: 1, column: 0, height: 1, width: 6 })).toEqual([
      ["A fund", "00123", 1234.5, 0.125, 46_353, "=1+1"],
    ]);
    await screenshot(page, "files-text-dropped");
  }, 60_000);

  test("is refused in words where it is none, and nothing is changed", async () => {
    const mimeType = "text/csv";
    await openFile(page, { name: "empty.csv", mimeType, buffer: Buffer.from("\r\n,,\r\n") });
    await page.getByText("empty.csv could not be opened. There is nothing in it.").waitFor();
    await openFile(page, { name: "picture.txt", mimeType, buffer: Buffer.from("PNG\0\0") });
    await page.getByText("picture.txt could not be opened. It is no text").waitFor();
    expect(await page.evaluate(() => globalThis.keelWorkbench.book().title)).toBe("Dropped list");
    expect(complaints(page)).toEqual([]);
  });

  test("of 20,000 lines opens while the page goes on answering", async () => {
    const line = readFileSync(brokerFile("fidelity-positions"), "utf8").split("\n")[2] ?? "";
    const buffer = Buffer.from(`${"Heading,".repeat(16)}\n${`${line}\n`.repeat(20_000)}`);
    await openFile(page, { name: "long.csv", mimeType: "text/csv", buffer });
    await opened(page, "long.csv");
    expect(await valuesIn(page, { sheet: "long", row: 20_000, column: 7, height: 1, width: 1 })).toEqual([[24_100]]);
    expect(complaints(page)).toEqual([]);
  }, 120_000);
});
