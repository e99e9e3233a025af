import { describe, expect, it } from "@jest/globals";
import { readTable, type Table, type TableColumn } from "../../src/ranges";
import type { Cells } from "../../src/ranges";

const COLUMNS: Readonly<Record<"fund" | "value" | "account", TableColumn>> = {
  fund: { name: "Fund", known: /^(fund|symbol)$/, required: true },
  value: { name: "Value", known: /^(value|market value)$/, required: true },
  account: { name: "Account", known: /^account$/ },
};

function table(cells: Cells, inOrder = 0): Table<"fund" | "value" | "account"> {
  const read = readTable("Holdings", cells, COLUMNS, { inOrder });
  if (!read.ok) throw new Error(read.problem.code);
  return read.value;
}

function contents(read: Table<"fund" | "value" | "account">): unknown[] {
  return read.rows.map((row) => [read.cell(row, "fund"), read.cell(row, "value"), read.cell(row, "account")]);
}

describe("readTable", () => {
  it("finds columns by name, in any order, and passes others over", () => {
    const read = table([
      ["Market  VALUE", "Note", "Symbol"],
      [100, "x", "VTI"],
      [200, "y", "BND"],
    ]);
    expect(contents(read)).toEqual([
      ["VTI", 100, ""],
      ["BND", 200, ""],
    ]);
    expect(read.has("account")).toBe(false);
    expect(read.at(2, "value")).toEqual({ argument: "Holdings", row: 2, column: "Market VALUE" });
    expect(read.notes).toEqual([]);
  });

  it("skips blank rows and titles above the header, and counts these", () => {
    const read = table([
      ["Holdings 2024", ""],
      ["", null],
      ["Fund", "Value"],
      [0, null],
      ["VTI", 100],
      ["\u00a0", ""],
    ]);
    expect(read.rows).toEqual([4]);
    expect(read.headerRows).toBe(3);
    expect(read.notes).toEqual([{ code: "header rows skipped", argument: "Holdings", rows: 2 }]);
  });

  it("turns a table that lies on its side", () => {
    const read = table([
      ["Fund", "VTI", "BND", "SPY"],
      ["Value", 1, 2, 3],
    ]);
    expect(contents(read)).toEqual([
      ["VTI", 1, ""],
      ["BND", 2, ""],
      ["SPY", 3, ""],
    ]);
    expect(read.at(1, "fund")).toEqual({ argument: "Holdings", row: 1, column: "Fund", across: true });
    expect(read.notes).toEqual([{ code: "table turned", argument: "Holdings" }]);
  });

  it("names the columns that are missing", () => {
    expect(readTable("Holdings", [["Fund"], ["VTI"]], COLUMNS)).toEqual({
      ok: false,
      problem: { code: "columns missing", argument: "Holdings", names: ["Value"], required: ["Fund", "Value"] },
    });
    expect(readTable("Holdings", [["VTI", 100]], COLUMNS)).toMatchObject({
      problem: { code: "columns missing", names: ["Fund", "Value"] },
    });
    expect(readTable("Holdings", null, COLUMNS)).toMatchObject({ problem: { code: "missing argument" } });
  });

  it("takes columns in their usual order where there is no header, if that is allowed", () => {
    expect(contents(table([["VTI", 100]], 3))).toEqual([["VTI", 100, ""]]);
    expect(table([["VTI", 100]], 3).at(0, "value")).toEqual({ argument: "Holdings", row: 0, column: "Value" });
  });
});
