import { describe, expect, it } from "@jest/globals";
import { column, down, failure } from "./shipped";

/** What REBALANCE trades under a policy. */
function trades(
  values: readonly number[],
  targets: readonly number[],
  policy: string,
  cash = 0,
  ...circumstances: readonly unknown[]
): unknown[] {
  return column("REBALANCE", down(...values), down(...targets), [[cash]], [[policy]], ...circumstances);
}

describe("KEEL.REBALANCE to a destination", () => {
  it.each([
    ["5%", [-6, 6]],
    ["5%; to halfway", [-3.5, 3.5]],
    ["5%; to edge", [-1, 1]],
    ["5%; to 1.75pp", [-4.25, 4.25]],
    ["5%; to 8pp", [-1, 1]],
  ])("66 and 34 of 60 and 40 with %p", (policy, expected) => {
    expect(trades([66, 34], [60, 40], policy)).toEqual(expected);
  });

  it("rounds a move to the edge inward, so that a second run trades nothing", () => {
    // The edges are 65.0065 and 35.0035.
    expect(trades([66.01, 34], [60, 40], "5%; to edge")).toEqual([-1.01, 1.01]);
    expect(trades([65, 35.01], [60, 40], "5%; to edge")).toEqual([0, 0]);
  });

  it("gives what a sale brings to the rows in band, the emptiest first", () => {
    expect(trades([60, 25, 15], [50, 30, 20], "5%; to edge")).toEqual([-5, 2, 3]);
  });

  it("gives it to the rows that were out of band before any row in band", () => {
    expect(trades([60, 24, 16], [50, 30, 20], "5%; to edge")).toEqual([-5, 5, 0]);
  });

  it("takes no row past its target while another can take the money", () => {
    expect(trades([60, 4, 36], [50, 10, 40], "5%; to 1pp")).toEqual([-9, 6, 3]);
  });

  it.each([
    [[65, 35], "drift 5%", [0, 0]],
    [[65.01, 34.99], "drift 5%", [-5.01, 5.01]],
    [[70, 30], "drift 5%; to halfway", [-7.5, 7.5]],
    [[70, 30], "drift 5%; to edge", [-5, 5]],
    [[70, 30], "drift 5%; to 2pp", [-8, 8]],
    [[70, 30], "drift 5%; to 7pp", [-5, 5]],
  ])("%p of 60 and 40 with %p", (values, policy, expected) => {
    expect(trades(values, [60, 40], policy)).toEqual(expected);
  });

  it("leaves no more total drift than the limit, to the cent", () => {
    expect(trades([225, 0], [95, 5], "drift 1.86%; to edge")).toEqual([-7.07, 7.07]);
  });
});

describe("KEEL.REBALANCE with a minimum trade", () => {
  it("drops the smallest trade, of equal ones the later row, and keeps one of just the minimum", () => {
    expect(trades([120, 90, 90], [1 / 3, 1 / 3, 1 / 3], "min $15")).toEqual([-15, 15, 0]);
  });

  it("takes a share of the total after the cash", () => {
    expect(trades([50, 50], [50, 50], "min 5%", 10)).toEqual([10, 0]);
  });

  it("still places the cash when all trades are too small", () => {
    expect(trades([60, 40], [60, 40], "min $10", 5)).toEqual([5, 0]);
    expect(trades([62, 38], [60, 40], "min $10")).toEqual([0, 0]);
  });

  it("raises the cash where the rows that are left have no whole dollar", () => {
    const policy = [["min $2; whole dollars"]];
    expect(column("WITHDRAW", down(3, 0.6, 0.6), down(50, 25, 25), [[1]], policy)).toEqual([-1, 0, 0]);
  });

  it("sells no more than a row holds, and then the next", () => {
    expect(trades([2, 1.5, 1.5], [1 / 3, 1 / 3, 1 / 3], "min $3", -4)).toEqual([-2, -1.5, -0.5]);
  });
});

describe("KEEL.REBALANCE with other clauses", () => {
  it("keeps back the first of the cash", () => {
    expect(trades([60, 40], [60, 40], "keep $10", 20)).toEqual([6, 4]);
    expect(trades([60, 40], [60, 40], "keep $30", 20)).toEqual([0, 0]);
    expect(trades([60, 40], [60, 40], "keep $10", -20)).toEqual([-12, -8]);
  });

  it("keeps back a share of the total after the cash", () => {
    expect(trades([120, 60], [60, 40], "keep 1%", 20)).toEqual([-1.2, 19.2]);
  });

  it("never sells with `no sells`", () => {
    expect(trades([70, 30], [60, 40], "no sells", 10)).toEqual([0, 10]);
    expect(trades([70, 30], [60, 40], "no sells")).toEqual([0, 0]);
  });

  it("never spends more than the cash in whole dollars", () => {
    expect(trades([40, 30, 30], [40, 30, 30], "whole dollars", 10.99)).toEqual([4, 3, 3]);
  });

  it("raises all the cash in whole dollars, from rows that have them", () => {
    expect(trades([60, 40], [60, 40], "whole dollars", -9.01)).toEqual([-6, -4]);
    expect(trades([0.9, 10], [0, 100], "whole dollars", -1)).toEqual([0, -1]);
  });

  it("says so when the cash can't be raised in whole dollars", () => {
    const refusal = (values: readonly number[], cash: number): string =>
      failure("REBALANCE", down(...values), down(...values.map(() => 1 / values.length)), [[cash]], [["whole dollars"]])
        .message;
    expect(refusal([3.68], -3.67)).toMatch(/whole dollars/);
    // Three of the five dollars are all that can be sold.
    expect(refusal([0.9, 0.9, 3.2], -4)).toMatch(/whole dollars/);
  });

  it("trades in multiples of dollars by the rules of whole dollars", () => {
    expect(trades([400, 300, 300], [40, 30, 30], "multiples of $10", 109.99)).toEqual([40, 30, 30]);
    expect(trades([400, 300, 300], [40, 30, 30], "multiples of $0.50", 1.99)).toEqual([0.5, 0.5, 0.5]);
    // $91 out is raised in full, and $5 has no multiple to give.
    expect(trades([600, 400], [60, 40], "multiples of $10", -91)).toEqual([-60, -40]);
    expect(trades([5, 100], [0, 100], "multiples of $10", -10)).toEqual([0, -10]);
    // To target $36 and $24: each is cut to a multiple, and what is less than one is no trade.
    expect(trades([60, 0], [60, 40], "multiples of $10")).toEqual([-20, 20]);
    expect(trades([43, 57], [50, 50], "multiples of $10")).toEqual([0, 0]);
    expect(trades([430, 570], [50, 50], "multiples of $10; min $80")).toEqual([0, 0]);
    expect(trades([430, 570], [50, 50], "5%; to edge; multiples of $10")).toEqual([20, -20]);
  });

  it("says so when the cash can't be raised in multiples of dollars", () => {
    const refused = failure("REBALANCE", down(14, 8), down(0.5, 0.5), [[-15]], [["multiples of $10"]]);
    expect(refused.code).toBe("#N/A");
    expect(refused.message).toBe(
      "$15 can't be raised in multiples of $10: the holdings don't have enough of them. Ask for less, or take \"multiples of $10\" out of the policy.",
    );
  });

  it.each(["multiples of $0", "multiples of $0.004"])("refuses %s", (unit) => {
    expect(failure("REBALANCE", down(14, 8), down(0.5, 0.5), null, [[unit]]).message).toBe(
      `Policy: "${unit}" is out of range. Give a number from $0.01 to $1,000,000,000,000.`,
    );
  });

  it("ends in whole percents that add up to 100 and lie inside the band", () => {
    expect(trades([70, 30], [60, 40], "2.5%; to edge; whole percent")).toEqual([-8, 8]);
    expect(trades([120, 90, 90], [1 / 3, 1 / 3, 1 / 3], "whole percent")).toEqual([-18, 9, 9]);
  });
});

describe("KEEL.REBALANCE by the calendar", () => {
  const day = (text: string): readonly (readonly string[])[] => [[text]];

  it.each([
    ["and", "2027-01-04", [62, 38], [0, 0]],
    ["and", "2027-01-05", [62, 38], [0, 0]],
    ["and", "2027-01-04", [66, 34], [0, 0]],
    ["and", "2027-01-05", [66, 34], [-6, 6]],
    ["or", "2027-01-04", [62, 38], [0, 0]],
    ["or", "2027-01-05", [62, 38], [-2, 2]],
    ["or", "2027-01-04", [66, 34], [-6, 6]],
  ])("annual %s 5%%, last looked on 2026-01-05, on %s: %p", (trigger, today, values, expected) => {
    expect(trades(values, [60, 40], `annual ${trigger} 5%; last 2026-01-05`, 0, day(today))).toEqual(expected);
  });

  it("looks more often only while volatility is above the level", () => {
    const policy = "annual; monthly when volatility > 20%; last 2026-01-05";
    const on = (today: string, volatility: number): unknown[] =>
      trades([62, 38], [60, 40], policy, 0, day(today), [[volatility]]);
    expect(on("2026-02-05", 0.21)).toEqual([-2, 2]);
    expect(on("2026-02-05", 0.2)).toEqual([0, 0]);
    expect(on("2026-02-04", 0.21)).toEqual([0, 0]);
  });
});
