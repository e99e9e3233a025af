import { expect, test } from "@jest/globals";
import type { BookCell, Sheet } from "../../src/sheets";
import { readBook } from "../../src/xlsx";
import { complaints, screenshot, site } from "./browser";
import { eventually, openWorkbench, valuesIn } from "./grid";

/** The cells of a sheet that a formula fills, its own and those that its result spills over. */
function worked({ cells }: Sheet): readonly BookCell[] {
  const spills = cells.flatMap(({ row, column, formula, spill }) =>
    formula === undefined ? [] : [{ row, column, height: spill?.height ?? 1, width: spill?.width ?? 1 }],
  );
  return cells.filter(({ row, column }) =>
    spills.some(
      (spill) =>
        row >= spill.row &&
        row < spill.row + spill.height &&
        column >= spill.column &&
        column < spill.column + spill.width,
    ),
  );
}

test("the starter workbook shows in the workbench what its file says, worked out anew", async () => {
  const file = new Uint8Array(await (await fetch(`${site()}/assets/keel-starter.xlsx`)).arrayBuffer());
  const { book } = await readBook(file);
  const plan = book.sheets.find(({ name }) => name === "Keel plan");
  if (!plan) throw new Error("The starter workbook has no plan.");
  const cells = worked(plan);
  expect(cells.length).toBeGreaterThan(50);

  const page = await openWorkbench();
  const asked = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open…" }).click();
  const buffer = Buffer.from(file);
  await (await asked).setFiles({ name: "keel-starter.xlsx", mimeType: "application/octet-stream", buffer });
  await page.locator("#notice").getByText("Opened").waitFor();

  // A number may differ behind its fifteenth digit, where two machines add up in another order.
  const told = (value: unknown): unknown => (typeof value === "number" ? Number(value.toPrecision(12)) : value);
  const expected = cells.map(({ value }) => told(value));
  const shown = async (): Promise<unknown[]> => {
    const values = await valuesIn(page, { sheet: "Keel plan", row: 0, column: 0, height: 40, width: 13 });
    return cells.map(({ row, column }) => told(values[row]?.[column]));
  };
  const same = (values: unknown[]): boolean => JSON.stringify(values) === JSON.stringify(expected);
  expect(await eventually(page, shown, same)).toEqual(expected);
  await screenshot(page, "starter");
  expect(complaints(page)).toEqual([]);
}, 60_000);
