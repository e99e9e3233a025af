import { expect, test } from "@jest/globals";
import type { Book } from "../../src/sheets";
import { writeBook } from "../../src/xlsx";
import { complaints } from "./browser";
import { eventually, goTo, openWorkbench, valuesIn } from "./grid";

const funds = 5_000;

/** A workbook with a list of funds with equal targets, which nobody has made a table of. */
function longBook(): Book {
  const rows = [
    ["Fund", "Ticker", "Value", "Target"],
    ...Array.from({ length: funds }, (_, index) => [`Fund ${index}`, `F${index}`, 1000, 1 / funds]),
  ];
  const cells = rows.flatMap((row, at) => row.map((value, column) => ({ row: at, column, value })));
  const none = {
    widths: [],
    heights: [],
    merged: [],
    tables: [],
    flags: [],
    validations: [],
    charts: [],
    pictures: [],
  };
  return { title: "Long", active: "Money", names: [], sheets: [{ name: "Money", cells, ...none }] };
}

test("a list of 5,000 funds opens, and a click and an edit in it are answered", async () => {
  const page = await openWorkbench();
  const buffer = Buffer.from(await writeBook(longBook()));
  await page.setInputFiles("#file", { name: "Long.xlsx", mimeType: "application/octet-stream", buffer });
  await page.getByText(`Read from A1:D${funds + 1} on sheet Money, ${funds} funds.`).waitFor();
  await page.getByText(`${funds - 25} more are not shown.`).waitFor();
  await goTo(page, "C4000");
  await page.keyboard.type("9000");
  await page.keyboard.press("Enter");
  const edited = { sheet: "Money", row: 3999, column: 2, height: 1, width: 1 };
  expect(
    await eventually(
      page,
      () => valuesIn(page, edited),
      (cells) => cells[0]?.[0] === 9000,
    ),
  ).toEqual([[9000]]);
  await page.getByRole("region", { name: "Drift of each fund" }).getByText("Fund 3998").waitFor();
  expect(complaints(page)).toEqual([]);
}, 120_000);
