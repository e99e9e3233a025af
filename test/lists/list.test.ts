import { describe, expect, it } from "@jest/globals";
import { listIn, type List } from "../../src/lists/list";
import { blockAt, type Block } from "../../src/sheets";
import type { CellValue } from "../../src/workbook";

function listAt(address: string, values: readonly (readonly CellValue[])[]): List {
  return listIn({ block: blockAt(address) as Block, values, formulas: values.map((row) => row.map(() => "")) });
}

describe("a last row that is a total", () => {
  it.each(["Total", "Sub total", "Sub-totals:", "Grand  Total", "sum"])("is left out where it says %s", (label) => {
    const list = listAt("Money!A1:C4", [
      ["Fund", "Value", "Target"],
      ["Stocks", 600, 0.6],
      ["Bonds", 400, 0.4],
      [label, 1000, ""],
    ]);
    expect(list).toMatchObject({ firstRow: 1, height: 2, total: { row: 3, agrees: true } });
  });

  it("is a fund where it only begins so", () => {
    const list = listAt("Money!A1:C3", [
      ["Fund", "Value", "Target"],
      ["Stocks", 600, 0.6],
      ["Total bond market", 400, 0.4],
    ]);
    expect([list.height, list.total]).toEqual([2, undefined]);
  });
});
