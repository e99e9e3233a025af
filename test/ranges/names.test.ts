import { describe, expect, it } from "@jest/globals";
import { isCash, isTotal, isTotalRow, NameList, nameOf, readName } from "../../src/ranges";

const AT = { argument: "Funds", row: 2 } as const;

function keyOf(cell: unknown): string {
  const reading = readName(cell, AT);
  if (reading.kind !== "name") throw new Error(reading.kind);
  return reading.name.key;
}

describe("readName", () => {
  it.each([
    ["vti", "VTI"],
    ["VTI ", "VTI"],
    ["VTI\u00a0", "VTI"],
    ["\u200bBND", "BND"],
    ["ＶＴＩ", "VTI"],
    ["Total  Bond", "TOTAL BOND"],
    ["MAR1", "MAR1"],
    ["1E5", "1E5"],
    [true, "TRUE"],
    ["true", "TRUE"],
    [{ type: "Entity", basicValue: "vti" }, "VTI"],
  ])("knows %p as %p", (cell, key) => {
    expect(keyOf(cell)).toBe(key);
  });

  it("compares by Unicode's upper case, also in a Turkish Excel", () => {
    expect(keyOf("fidelity")).toBe("FIDELITY");
    expect(keyOf("Fıdelity")).toBe("FIDELITY");
  });

  it.each([[0], [""], [null], [undefined], [" \u200b"]])("takes %p for blank", (cell) => {
    expect(readName(cell, AT)).toEqual({ kind: "blank" });
  });

  it("says that Excel turned a name into a date, or a number", () => {
    const problem = { code: "number for a name", at: AT };
    expect(readName(45352, AT)).toEqual({ kind: "problem", problem: { ...problem, found: 45352, day: 45352 } });
    expect(readName(100000, AT)).toEqual({ kind: "problem", problem: { ...problem, found: 100000, day: undefined } });
  });

  it("passes an error in the cell on", () => {
    expect(readName("#REF!", AT)).toMatchObject({ problem: { code: "error in a cell" } });
    expect(readName({ type: "Error", basicValue: "#BUSY!" }, AT)).toMatchObject({ problem: { code: "still loading" } });
  });
});

describe("NameList", () => {
  it("keeps the first spelling", () => {
    const list = new NameList();
    expect(list.enter(nameOf("Bond Fund"), AT)).toMatchObject({ value: { text: "Bond Fund" } });
    expect(list.enter(nameOf("BOND FUND"), AT)).toMatchObject({ value: { text: "Bond Fund" } });
    expect(list.find(nameOf("bond fund"), AT)).toMatchObject({ value: { text: "Bond Fund" } });
    expect(list.find(nameOf("Stock Fund"), AT)).toEqual({ ok: true, value: undefined });
  });

  it.each([
    ["AAPL", "\u0410APL"],
    ["\u0410APL", "AAPL"],
  ])("names the letter in which %p and %p differ unseen", (first, second) => {
    const list = new NameList();
    list.enter(nameOf(first), AT);
    expect(list.enter(nameOf(second), AT)).toEqual({
      ok: false,
      problem: { code: "look-alike names", at: AT, found: second, other: first, letter: "\u0410" },
    });
  });

  it("leaves names in another alphabet alone", () => {
    const list = new NameList();
    expect(list.enter(nameOf("Фонд акций"), AT).ok).toBe(true);
    expect(list.enter(nameOf("Stocks"), AT).ok).toBe(true);
  });
});

it("knows cash and totals by name", () => {
  expect(["Cash", "CASH", "usd", "Cash balance"].map((text) => isCash(nameOf(text)))).toEqual([true, true, true, true]);
  expect(["Cashmere", "SPAXX"].map((text) => isCash(nameOf(text)))).toEqual([false, false]);
  expect(["Total", "Grand total", "Subtotal", "SUM"].every((text) => isTotal(nameOf(text)))).toBe(true);
  expect(isTotal(nameOf("Total Stock Market"))).toBe(false);
});

it("knows a total row by any of its cells", () => {
  for (const label of ["Total", " sub  total", "SUB-TOTAL:", "Grand total", "Sums"]) {
    expect([label, isTotalRow(["", label, 1000])]).toEqual([label, true]);
  }
  expect(isTotalRow(["Total Bond Market", 1000, "total of all"])).toBe(false);
  expect(isTotalRow([])).toBe(false);
});
