import { describe, expect, it } from "@jest/globals";
import { call, CellError, down, failure } from "./shipped";

const RETURNS = down(0.1, 0.2, -0.05, 0.15);
const RATES = down(0.02, 0.03, 0.01, 0.02);
const one = (...given: readonly unknown[]): number => call("SHARPE", ...given)[0]?.[0] as number;

describe("KEEL.SHARPE", () => {
  it("is mean ÷ standard deviation of the returns above the rates, a year", () => {
    // Worked numbers 25 and 69.
    expect(one(RETURNS, RATES)).toBeCloseTo(0.797347, 6);
    expect(one(down(0.01, -0.02, 0.03, 0.015), down(0.03), down(12))).toBeCloseTo(1.032643, 6);
    expect(one(down("1%", "-2%", "3%", "1.5%"), down("3%"), down("12"))).toBeCloseTo(1.032643, 6);
  });

  it("takes the periods a year from the dates, and from the argument before them", () => {
    const dated = [
      ["2026-01-31", 0.01],
      ["2026-02-28", -0.02],
      ["2026-03-31", 0.03],
      ["2026-04-30", 0.015],
    ];
    expect(one([["Month", "Fund"], ...dated], down(0.03))).toBeCloseTo(1.032643, 6);
    expect(one(dated, down(0.01), down(4))).toBeCloseTo(1.032643 / Math.sqrt(3), 6);
  });

  it("reads no rate, a blank one and 0 as none, and a column with a heading of its own", () => {
    const plain = one(RETURNS);
    for (const none of [down(0), down(""), down(null)]) expect(one(RETURNS, none)).toBe(plain);
    expect(one(RETURNS, down("Bills", ...RATES.flat()))).toBeCloseTo(0.797347, 6);
  });

  it("answers several columns in a row, with the error of a column in its own cell", () => {
    const [row] = call("SHARPE", [
      ["Stocks", "Cash"],
      [0.1, 0.01],
      [0.2, 0.01],
      [-0.05, 0.01],
    ]);
    expect(row?.[0]).toBeCloseTo(0.662266, 6);
    expect(row?.[1]).toBeInstanceOf(CellError);
    expect(row?.[1]).toMatchObject({ code: "#N/A", message: expect.stringMatching(/^Returns, Cash: /) });
  });

  it("has no answer for one period, or for returns that never differ", () => {
    expect(failure("SHARPE", down(0.1))).toMatchObject({
      code: "#N/A",
      message: "Returns, column 1: one period has no Sharpe ratio; at least 2 are needed. Select more rows.",
    });
    expect(failure("SHARPE", down("Fund", 0.03, 0.04, 0.05), down(0.02, 0.03, 0.04))).toMatchObject({
      code: "#N/A",
      message: expect.stringMatching(/^Returns, Fund: the returns above the rate without risk never differ/),
    });
  });

  it("names what is wrong", () => {
    expect(failure("SHARPE", null)).toMatchObject({
      code: "#VALUE!",
      message: expect.stringMatching(/^Returns is missing/),
    });
    expect(failure("SHARPE", down(0.1, "n/a", 0.2)).message).toMatch(
      /^Returns, row 2, column 1: "n\/a" is not a number/,
    );
    expect(failure("SHARPE", down(0.1, -1, 0.2)).message).toMatch(
      /^Returns, row 2, column 1: a return of -1 would lose all/,
    );
    expect(failure("SHARPE", down(10, -5, 20)).message).toMatch(/these look like prices/);
    expect(failure("SHARPE", RETURNS, down(0.02, 0.03)).message).toMatch(/^Returns has 4 rows, Risk free has 2/);
    expect(failure("SHARPE", RETURNS, down(3)).message).toMatch(/^Risk free: 3 is not between -1 and 1/);
    expect(failure("SHARPE", RETURNS, null, down(400)).message).toMatch(/^Periods per year: 400 is not between/);
    expect(
      failure("SHARPE", [
        ["2026-01-31", 0.1],
        ["2026-03-31", 0.2],
        ["2026-04-30", 0.1],
        ["2026-05-31", 0.1],
      ]).message,
    ).toMatch(/^Returns, row 2: between 2026-01-31 and 2026-03-31 a period is missing/);
  });
});
