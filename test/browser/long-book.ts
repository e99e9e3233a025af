import type { Page } from "playwright-core";
import { openFile } from "./open-file";
import { blankSheet, type Book } from "../../src/sheets";
import { writeBook } from "../../src/xlsx";

/** Where the columns of `longBook` are, in pixels from the left edge of the grid's canvas. */
const middles = { A: 78, E: 334 } as const;
const [headings, rowHeight] = [20, 20];

/** A workbook with a list of six columns, which nobody has made a table of: half of its funds are out of their bands. */
export function longBook(funds: number): Book {
  const rows = [
    ["Fund", "Ticker", "Account", "Shares", "Value", "Target"],
    ...Array.from({ length: funds }, (_, index) => [
      `Fund ${index}`,
      `F${index}`,
      "401(k)",
      10.125 + ((index * 37) % 91),
      500 + ((index * 7919) % 1000),
      1 / funds,
    ]),
  ];
  const cells = rows.flatMap((row, at) => row.map((value, column) => ({ row: at, column, value })));
  return { title: "Long", active: "Money", names: [], sheets: [{ ...blankSheet, name: "Money", cells }] };
}

/** Opens a long list in the workbench, as a user chooses a file, and waits until the pane has read it. */
export async function openLongBook(page: Page, funds: number): Promise<void> {
  const buffer = Buffer.from(await writeBook(longBook(funds)));
  await openFile(page, { name: "Long.xlsx", mimeType: "application/octet-stream", buffer });
  await page
    .getByText(`Read from A1:F${funds + 1} on sheet Money, ${funds.toLocaleString("en-US")} funds.`)
    .waitFor({ timeout: 100_000 });
}

/** Clicks on a cell of the list with the mouse: `row` counts from 1 on a sheet that isn't scrolled. */
export async function clickCell(page: Page, column: keyof typeof middles, row: number): Promise<void> {
  const boxes = await page.locator("#grid canvas").evaluateAll((found) =>
    found.map((each) => {
      const { x, y, width, height } = each.getBoundingClientRect();
      return { x, y, area: width * height };
    }),
  );
  const [grid] = boxes.sort((one, other) => other.area - one.area);
  if (!grid) throw new Error("The grid has no canvas.");
  await page.mouse.click(grid.x + middles[column], grid.y + headings + (row - 0.5) * rowHeight);
}
