import { expect, test } from "@jest/globals";
import { cellsAround } from "../../src/lists";
import type { Block } from "../../src/sheets";
import type { CellValue, Workbook } from "../../src/workbook";

/** A sheet of three columns that answers for any block of it. */
function sheetOf(...rows: readonly (readonly CellValue[])[]): Workbook {
  const at = (row: number, column: number): CellValue => rows[row]?.[column] ?? "";
  const read = (block: Block): object => {
    const values = Array.from({ length: block.height }, (_, row) =>
      Array.from({ length: block.width }, (__, column) => at(block.row + row, block.column + column)),
    );
    return { block, values, formulas: values.map((row) => row.map(() => "")) };
  };
  return {
    read: (block: Block) => Promise.resolve(read(block)),
    tables: () => Promise.resolve([]),
  } as unknown as Workbook;
}

const list = (row: number, height: number): { readonly block: Block } => ({
  block: { sheet: "Money", row, column: 0, height, width: 3 },
});
const blank: readonly CellValue[] = ["", "", ""];

test("the lines above and below a list belong to it, over a blank row or two", async () => {
  const rows = [
    ["Positions for account Roth IRA ...006", "", ""],
    ["as of", "2026/11/27", ""],
    ...[blank, blank],
    ["Symbol", "Shares", "Value"],
    ["VTI", 1, 300],
    blank,
    ["Date downloaded Nov-28-2026", "", ""],
  ];
  expect(await cellsAround(sheetOf(...rows), list(4, 2))).toEqual(rows);
});

test("another list, figures beside a name, and what is far away don't", async () => {
  const rows = [
    ["Another title", "", ""],
    ["BND", 2, 150],
    ["Its small print", "", ""],
    ["Symbol", "Shares", "Value"],
    ["VTI", 1, 300],
    blank,
    ["Cash elsewhere", 500, ""],
    ["Small print of something else", "", ""],
  ];
  expect(await cellsAround(sheetOf(...rows), list(3, 2))).toEqual(rows.slice(2, 5));
  const far = [["A title", "", ""], blank, blank, blank, ["Symbol", "Shares", "Value"], ["VTI", 1, 300]];
  expect(await cellsAround(sheetOf(...far), list(4, 2))).toEqual(far.slice(4));
});
