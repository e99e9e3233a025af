import { expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import type { Book } from "../../src/sheets";
import type {} from "../../src/workbench/main";
import { fileOf, type Foreign } from "../xlsx/foreign-file";
import { complaints, openPage } from "./browser";

// What files of other programs hold works in the grid, and is saved again.

async function openForeign(foreign: Foreign): Promise<Page> {
  const page = await openPage("workbench.html", { width: 1000, height: 700 });
  await page.waitForFunction(() => "keelWorkbench" in globalThis);
  const buffer = Buffer.from(fileOf(foreign));
  await page.setInputFiles("#file", { name: "foreign.xlsx", mimeType: "application/octet-stream", buffer });
  await page.locator("#notice").getByText("Opened foreign.xlsx.").waitFor();
  return page;
}

const book = (page: Page): Promise<Book> => page.evaluate(() => globalThis.keelWorkbench.book());

test("a sheet is shown as large as in its file, and is saved so", async () => {
  const page = await openForeign({
    sheet: `<sheetViews><sheetView zoomScale="85" workbookViewId="0"/></sheetViews><sheetData><row><c><v>1</v></c></row></sheetData>`,
  });
  await page.locator("#grid").getByText("85%").first().waitFor();
  expect((await book(page)).sheets.map(({ zoom }) => zoom)).toEqual([85]);
  expect(complaints(page)).toEqual([]);
}, 60_000);
