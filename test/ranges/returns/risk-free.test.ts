import { describe, expect, it } from "@jest/globals";
import { readReturnSeries, readRiskFree, sentence, type Argument } from "../../../src/ranges";

const RETURNS = [
  ["Year", "Stocks"],
  [2001, 0.1],
  [2002, 0.2],
  [2003, -0.05],
];

function rates(
  cells: Argument,
  returns: readonly (readonly unknown[])[] = RETURNS,
): number | number[] | string | undefined {
  const range = readReturnSeries(returns);
  if (!range.ok) throw new Error(range.problem.code);
  const read = readRiskFree(cells, range.value, returns.length);
  if (!read.ok) return sentence(read.problem);
  return typeof read.value === "object" ? [...read.value] : read.value;
}

const down = (...cells: unknown[]): unknown[][] => cells.map((cell) => [cell]);

describe("the rate without risk", () => {
  it("is an annual rate, shared evenly by the periods", () => {
    expect(rates([[0.03]])).toBe(0.03);
    expect(
      rates(
        [["3%"]],
        [
          ["2025-01-31", 0.1],
          ["2025-02-28", 0.2],
        ],
      ),
    ).toBe(0.03 / 12);
    expect([rates(null), rates([[""]])]).toEqual([undefined, undefined]);
  });

  it("is a column of rates a period, beside the returns or of its own", () => {
    const wanted = [0.01, 0.02, 0];
    expect(rates(down("Bills", 0.01, 0.02, null))).toEqual(wanted);
    expect(rates(down(0.01, 0.02, 0))).toEqual(wanted);
    expect(rates(down("Bills", 0.01, 0.02, 0), RETURNS.slice(1))).toEqual(wanted);
  });

  it("names what is wrong", () => {
    expect(rates([[3]])).toBe("Risk free: 3 is not between -1 and 1. Type a number in that range.");
    expect(rates(down("Bills", 0.01, 2, 0))).toMatch(/^Risk free, row 3: 2 is not between/);
    expect(rates(down("Bills", 0.01, "x", 0))).toMatch(/^Risk free, row 3: "x" is not a number\./);
    expect(rates(down(0.01, 0.02))).toBe("Returns has 4 rows, Risk free has 2. Select the same rows for both.");
  });
});
