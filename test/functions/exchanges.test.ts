import { describe, expect, it } from "@jest/globals";
import { call, CellError, down, failure } from "./shipped";

const FUNDS = down("A", "B", "C", "D", "E");
const VALUES = down(1000, 1000, 0, 0, 0);
const TRADES = down(-700, -300, 600, 300, 100);

describe("KEEL.EXCHANGES", () => {
  it("carries out the trades in the fewest exchanges (worked numbers, line 15)", () => {
    expect(call("EXCHANGES", FUNDS, VALUES, TRADES)).toEqual([
      ["From", "To", "Amount", "Percent of From"],
      ["A", "C", 600, 0.6],
      ["A", "E", 100, 0.1],
      ["B", "D", 300, 0.3],
    ]);
  });

  it("takes the trades that KEEL.REBALANCE gives", () => {
    const values = down(6500, 2300, 1200);
    const trades = call("REBALANCE", values, down(0.6, 0.3, 0.1));
    expect(call("EXCHANGES", down("Stocks", "Bonds", "Gold"), values, trades, null).slice(1)).toEqual([
      ["Stocks", "Bonds", 500, 500 / 6500],
      ["Gold", "Bonds", 200, 200 / 1200],
    ]);
  });

  it("is #N/A where the bars leave no way", () => {
    const barred = failure("EXCHANGES", down("A", "B"), down(5, 5), down(-1, 1), [["A", "B"]]);
    expect(barred).toBeInstanceOf(CellError);
    expect(barred.code).toBe("#N/A");
    expect(barred.message).toMatch(/A to B/);
  });

  it("is #VALUE! where more is sold than there is", () => {
    expect(failure("EXCHANGES", down("A", "B"), down(5, 5), down(-6, 6)).code).toBe("#VALUE!");
  });

  it("answers 16 trades with as few exchanges as there can be", () => {
    const rows = Array.from({ length: 16 }, (_, row) => row);
    const trades = rows.map((row) => [row < 8 ? -(1000 + row * row) : 1000 + (15 - row) * (15 - row)]);
    const funds = rows.map((row) => [`Fund ${row}`]);
    const values = rows.map(() => [5000]);
    expect(call("EXCHANGES", funds, values, trades)).toHaveLength(9);
  });
});
