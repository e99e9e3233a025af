import { describe, expect, it } from "@jest/globals";
import { isReady, listIn, rowRulesOf, sourceOf, type List } from "../../src/lists/list";
import { blockAt, localAddress, type Block } from "../../src/sheets";
import type { CellValue } from "../../src/workbook";

function listAt(address: string, values: readonly (readonly CellValue[])[]): List {
  return listIn({ block: blockAt(address) as Block, values, formulas: values.map((row) => row.map(() => "")) });
}

describe("rules of single rows", () => {
  const rows = [
    ["Fund", "Lock", "Value", "Target", "Note", "Band"],
    ["Acme stock", "hold", 4000, "", "from work", ""],
    ["Stocks", "", 3600, 60, "", "3pp"],
    ["Bonds", "", 2400, 40, "", 0.05],
  ] as const;

  it("are read from columns called Lock and Band, side by side wherever they stand", () => {
    const list = listAt("Money!B3:G6", rows);
    expect(list.columns).toEqual({ fund: 0, value: 2, target: 3, lock: 1, band: 5 });
    expect(rowRulesOf(list)).toEqual([
      ["hold", ""],
      ["", "3pp"],
      ["", 0.05],
    ]);
    if (!isReady(list)) throw new Error("Not a list.");
    expect(sourceOf(list).rules?.map((one) => localAddress(one))).toEqual(["C4:C6", "G4:G6"]);
    const table = listIn({ name: "Holdings", block: list.block, values: rows, formulas: [] });
    expect(isReady(table) && sourceOf(table).table?.rules).toEqual(["Lock", "Band"]);
  });

  it("are one column where the list has one, and none where it has none or the column is something else", () => {
    const of = (columns: readonly number[]): ReturnType<typeof rowRulesOf> =>
      rowRulesOf(
        listAt(
          "Money!A1:D4",
          rows.map((row) => columns.map((column) => row[column] ?? "")),
        ),
      );
    expect(of([0, 2, 3, 5])).toEqual([[""], ["3pp"], [0.05]]);
    expect(of([0, 2, 3, 4])).toBeUndefined();
    const chosen = listIn({ block: blockAt("Money!A1:F4") as Block, values: rows, formulas: [] }, { target: 5 });
    expect([chosen.columns.target, chosen.columns.band, chosen.columns.lock]).toEqual([5, undefined, 1]);
  });
});

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
