import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { blankSheet, planPlaces, planSheet, type Block, type Book, type Source, type Value } from "../../src/sheets";
import type {} from "../../src/workbench/main";
import { writeBook } from "../../src/xlsx";
import { complaints } from "./browser";
import { eventually, openWorkbench, valuesIn } from "./grid";
import { openFile } from "./open-file";

// A plan's column of targets shows what the functions read, to the last digit, however the owner writes them.

let page: Page;
beforeAll(async () => {
  page = await openWorkbench();
}, 60_000);
afterAll(() => page.context().close());

/** A workbook of one list, Fund, Value and Target, each fund worth $100. */
function bookOf(targets: readonly Value[]): Book {
  const rows = [["Fund", "Value", "Target"], ...targets.map((target, at) => [`Fund ${at}`, target === "" ? "" : 100, target])]; // prettier-ignore
  const cells = rows.flatMap((row, at) => row.map((value, column) => ({ row: at, column, value })));
  return { title: "Targets", active: "Money", names: [], sheets: [{ ...blankSheet, name: "Money", cells }] };
}

function sourceOf(height: number): Source {
  const list: Block = { sheet: "Money", row: 0, column: 0, height: height + 1, width: 3 };
  const column = (at: number): Block => ({ ...list, row: 1, column: at, height, width: 1 });
  return { list, funds: column(0), values: column(1), targets: column(2) };
}

const thirds = [1 / 3, 1 / 3, 1 / 3];
const equal = (count: number, each: Value): Value[] => Array.from({ length: count }, () => each);

test.each<[name: string, typed: readonly Value[], shown: readonly number[]]>([
  ["fractions", [0.125, 0.875], [0.125, 0.875]],
  ["fractions with many decimals", [0.123456789, 0.000000001, 0.87654321], [0.123456789, 0.000000001, 0.87654321]],
  ["fractions without an end", thirds, thirds],
  ["whole numbers", [60, 30, 10], [0.6, 0.3, 0.1]],
  ["texts, and a blank row", ["62.5 %", "27.25%", "", "10.25%"], [0.625, 0.2725, 0, 0.1025]],
  ["percents that add up to 99.99", [33.33, 33.33, 33.33], thirds],
  ["250 equal targets", equal(250, 0.004), Array<number>(250).fill(0.004)],
  ["5,000 equal targets", equal(5_000, "0.02%"), Array<number>(5_000).fill(0.0002)],
])(
  "of %s",
  async (name, typed, shown) => {
    const buffer = Buffer.from(await writeBook(bookOf(typed)));
    await openFile(page, { name: `${name}.xlsx`, mimeType: "application/octet-stream", buffer });
    await page.locator("#notice").getByText(`Opened ${name}.xlsx.`).waitFor({ timeout: 60_000 });
    const description = planSheet(sourceOf(typed.length), {
      sheet: "Plan",
      policyTable: "Policy",
      settings: [["Band", "5/25"]],
      listName: "A1:C4 on sheet Money",
      cash: 0,
      names: "plain",
      namespace: "KEEL",
    });
    await page.evaluate((each) => globalThis.keelWorkbench.workbook.apply(each), description);
    const { target, weight } = planPlaces("Plan", typed.length).columns;
    const cells = await eventually(
      page,
      () => valuesIn(page, { ...target, width: weight.column - target.column + 1 }),
      (found) => found.every((row) => row.every((cell) => typeof cell === "number")),
    );
    expect(cells).toHaveLength(shown.length);
    const off = cells.flatMap(([cell], row) => {
      const wanted = shown[row] ?? NaN;
      return Math.abs(Number(cell) - wanted) <= 2e-16 + 1e-15 * wanted ? [] : [{ row, cell, wanted }];
    });
    expect(off).toEqual([]);
    expect(complaints(page)).toEqual([]);
  },
  120_000,
);
