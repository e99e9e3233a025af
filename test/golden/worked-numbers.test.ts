import { describe, expect, it } from "@jest/globals";
import { call, column, down, failure } from "../functions/shipped";

// Source: the product contract's worked numbers, by line.

const VALUES = down(33600, 8000, 11000, 7400);
const TARGETS = down(50, 15, 25, 10);

describe("worked numbers", () => {
  it.each([
    ["without a policy", null],
    ["with 5/25: row 3 is still out after the cash", [["5/25"]]],
  ])("line 1: REBALANCE with cash, %s", (_, policy) => {
    expect(column("REBALANCE", VALUES, TARGETS, [[1200]], policy)).toEqual([-3000, 1180, 4300, -1280]);
  });

  it("line 2: CONTRIBUTE and CASHNEEDED", () => {
    expect(column("CONTRIBUTE", VALUES, TARGETS, [[1200]])).toEqual([0, 0, 1200, 0]);
    expect(column("CONTRIBUTE", VALUES, TARGETS, [[4800]])).toEqual([0, 925, 3875, 0]);
    expect(column("CASHNEEDED", VALUES, TARGETS)).toEqual([14000]);
  });

  it("line 3: WITHDRAW", () => {
    expect(column("WITHDRAW", VALUES, TARGETS, [[10000]])).toEqual([-7600, -200, 0, -2200]);
  });

  it("line 4: to the edge of 5/25, after the cash", () => {
    const trades = column("REBALANCE", VALUES, TARGETS, [[1200]], [["5/25; to edge"]]);
    expect(trades).toEqual([0, 0, 1240, -40]);
  });

  it.each([
    ["5", [6800, 2100, 1100], "5%; to edge", [-400, 0, 400]],
    ["5", [6800, 2100, 1100], "5%; to halfway", [-650, 0, 650]],
    ["6", [7000, 1500, 1500], "5%; to edge", [-500, 250, 250]],
    ["6", [7000, 1500, 1500], "5%; to halfway", [-750, 375, 375]],
  ])("line %s: %p by %s", (_, values, policy, trades) => {
    expect(column("REBALANCE", down(...values), down(60, 20, 20), null, [[policy]])).toEqual(trades);
  });

  it("line 7: from 73 % halfway to a target of 60 % with a band of 20 % of it is 66 %", () => {
    const trades = column("REBALANCE", down(73000, 16000, 11000), down(60, 20, 20), null, [
      ["20% relative; to halfway"],
    ]);
    expect(trades).toEqual([-7000, 0, 7000]);
  });

  it("line 7, of two funds: from 74 % halfway to a target of 60 % with a band of 20 % of it is 66 %", () => {
    // The other fund goes from 26 % to its own halfway, 36 %; the two points more that it needs come from the first.
    const trades = column("REBALANCE", down(7400, 2600), down(60, 40), null, [["20% relative; to halfway"]]);
    expect(trades).toEqual([6600 - 7400 - 200, 3600 - 2600]);
  });

  it("line 8: total drift to its edge, and halfway", () => {
    const values = down(3000, 2000, 3000, 2000);
    const targets = down(25, 25, 25, 25);
    expect(column("REBALANCE", values, targets, null, [["drift 3%; to edge"]])).toEqual([-350, 350, -350, 350]);
    expect(column("REBALANCE", values, targets, null, [["drift 3%; to halfway"]])).toEqual([-425, 425, -425, 425]);
  });

  it("line 9: exactly at the edge is in band, where floats would say it is out", () => {
    expect(0.65 - 0.6).toBeGreaterThan(0.05);
    expect(column("STATUS", down(65, 35), down(60, 40), [["5%"]])).toEqual(["In band", "In band"]);
  });

  it.each([[0], [null], [""]])("line 10: the last value may be blank (%p)", (blank) => {
    expect(column("REBALANCE", down(600, 300, blank), down(60, 30, 10))).toEqual([-60, -30, 90]);
  });

  it("line 11: what happens to money without a target", () => {
    const values = down(6000, 3000, 1000);
    const targets = down(60, 40, 0);
    expect(column("REBALANCE", values, targets)).toEqual([0, 1000, -1000]);
    expect(column("REBALANCE", values, targets, null, [["unassigned hold"]])).toEqual([-600, 600, 0]);
    const stopped = failure("REBALANCE", values, targets, null, [["unassigned stop"]]);
    expect(stopped.code).toBe("#VALUE!");
    expect(stopped.message).toMatch(/^Values, row 3 /);
  });

  it("line 12: a band that Excel turned into a date, and a comma inside an amount", () => {
    const swedroe = call("BANDS", down(60, 40), [["5/25"]]);
    expect(call("BANDS", down(60, 40), [["Band", 46167]])).toEqual(swedroe);
    const settings = new Map(
      call("POLICY", [["min $1,000; 5/25"]]).map(([name, value, from]) => [name, { value, from }]),
    );
    expect(settings.get("Minimum trade")).toEqual({ value: "$1,000", from: "yours" });
    expect([...settings.values()].filter(({ from }) => from === "yours")).toHaveLength(2);
  });

  it("line 13: cash beside a fund without a target", () => {
    const values = down(6000, 3000, 1000);
    const targets = down(60, 40, 0);
    expect(column("WITHDRAW", values, targets, [[600]])).toEqual([0, 0, -600]);
    expect(column("WITHDRAW", values, targets, [[1500]])).toEqual([-500, 0, -1000]);
    expect(column("CONTRIBUTE", values, targets, [[1500]])).toEqual([300, 1200, 0]);
  });

  it("line 14: BYCLASS looks through a target-date fund in a household of three accounts", () => {
    const holdings = [
      ["Account", "Fund", "US", "Intl", "Bond", "Value"],
      ["401(k)", "Target date", 54, 36, 10, 80000],
      ["401(k)", "Bond", "", "", 100, 20000],
      ["401(k)", "US", 100, "", "", 0],
      ["Roth IRA", "US", 100, "", "", 30000],
      ["Roth IRA", "Intl", "", 100, "", 0],
      ["Taxable", "US", 100, "", "", 20000],
    ];
    expect(column("BYCLASS", holdings, down("US", "Intl", "Bond"))).toEqual([93200, 28800, 28000]);
  });

  it("line 15: EXCHANGES takes three exchanges where four would do", () => {
    const table = call(
      "EXCHANGES",
      down("A", "B", "C", "D", "E"),
      down(900, 900, 0, 0, 0),
      down(-700, -300, 600, 300, 100),
    );
    expect(table.slice(1).map((row) => row.slice(0, 3))).toEqual([
      ["A", "C", 600],
      ["A", "E", 100],
      ["B", "D", 300],
    ]);
  });

  it.each([
    [0.001, 0.025853],
    [0.01, 0.055699],
  ])("line 16: BANDWIDTH at a cost of %p", (cost, width) => {
    expect(column("BANDWIDTH", [[0.6]], [[cost]], [[5]])[0]).toBeCloseTo(width, 6);
  });

  it("lines 17 to 19: a minimum trade", () => {
    const small = column("REBALANCE", down(5150, 3920, 930), down(50, 40, 10), null, [["min $100"]]);
    expect(small).toEqual([-111.11, 111.11, 0]);
    const withdrawn = column("WITHDRAW", VALUES, TARGETS, [[10000]], [["min $500"]]);
    expect(withdrawn).toEqual([-7766.67, 0, 0, -2233.33]);
    expect(column("REBALANCE", down(500, 500), down(50, 50), [[60]], [["min $100"]])).toEqual([60, 0]);
  });

  it("lines 20 and 21: SHARES", () => {
    expect(column("SHARES", down(0, 0), down(5.3, 1.3), down(60, 40), [[100]])).toEqual([11, 32]);
    expect(column("SHARES", down(0, 0), down(30, 30), down(50, 50), [[90]])).toEqual([2, 1]);
  });

  it("line 28: TRACKINGERROR", () => {
    const returns = [
      [0.1, 0.02],
      [-0.05, 0.04],
      [0.2, -0.01],
      [0.03, 0.03],
    ];
    const [once] = column("TRACKINGERROR", down(65, 35), down(60, 40), returns);
    expect(once).toBeCloseTo(0.00636396, 8);
    const [monthly] = column("TRACKINGERROR", down(65, 35), down(60, 40), returns, [[12]]);
    expect(monthly).toBeCloseTo(0.02204541, 8);
  });

  it("line 31: a missing cent goes to the earlier of equal rows", () => {
    const values = down(1000, 1000, 1000);
    const thirds = down("33.333%", "33.333%", "33.333%");
    expect(column("REBALANCE", values, thirds, [[100]])).toEqual([33.34, 33.33, 33.33]);
    expect(column("REBALANCE", values, thirds, [[-100]])).toEqual([-33.34, -33.33, -33.33]);
  });

  it("line 32: whole percents that add up to 100", () => {
    expect(column("ELECTIONS", down(1, 1, 1))).toEqual([34, 33, 33]);
    expect(column("ELECTIONS", down(1, 1, 1), [[5]])).toEqual([35, 35, 30]);
    expect(column("ELECTIONS", down(700, 300, 200))).toEqual([58, 25, 17]);
  });

  it("line 34: rows of 0 don't widen what may be scaled away", () => {
    const empty = new Array<number>(18).fill(0);
    const wrong = failure("DRIFT", down(600, 400, ...empty), down(60, 41, ...empty));
    expect(wrong.code).toBe("#VALUE!");
    expect(wrong.message).toMatch(/101%, 1 point above 100%/);
  });

  it("lines 37 and 38: a household's classes against their bands", () => {
    const household = (stocks: number, bonds: number): unknown => {
      const holdings = [
        ["Account", "Fund", "Asset class", "Value"],
        ["401(k)", "Stock index", "Stocks", stocks],
        ["401(k)", "Bond index", "Bonds", bonds],
        ["Roth IRA", "Stock index", "Stocks", 10000],
        ["Roth IRA", "Bond index", "Bonds", 5000],
      ];
      return call("BYCLASS", holdings, down("Stocks", "Bonds"));
    };
    const weights = down(70, 30);
    const today = [["2026-01-05"]];
    const outside = household(66000, 19000);
    expect(call("ISDUE", outside, weights, [["5%"]], today)).toEqual([[true]]);
    expect(column("REBALANCE", outside, weights, null, [["5%; to edge"]])).toEqual([-1000, 1000]);
    expect(column("REBALANCE", outside, weights, null, [["5%"]])).toEqual([-6000, 6000]);
    const atTheEdge = household(65000, 20000);
    expect(call("ISDUE", atTheEdge, weights, [["5%"]], today)).toEqual([[false]]);
    expect(column("REBALANCE", atTheEdge, weights, null, [["5%; to edge"]])).toEqual([0, 0]);
  });

  it("line 39: what three classes should hold after 3,000 more", () => {
    const trades = column("REBALANCE", down(10000, 10000, 10000), down(40, 40, 20), [[3000]]);
    expect(trades).toEqual([3200, 3200, -3400]);
  });

  it("line 45: money counts after tax", () => {
    const holdings = [
      ["Account", "Fund", "Asset class", "Value", "Counts as"],
      ["401(k)", "Bond index", "Bonds", 50000, "80%"],
      ["Roth IRA", "Stock index", "Stocks", 50000, ""],
      ["Roth IRA", "Bond index", "Bonds", 0, ""],
    ];
    expect(column("BYCLASS", holdings, down("Stocks", "Bonds"))).toEqual([50000, 40000]);
  });

  it("line 46: a contribution to a household by class, and its elections", () => {
    const trades = column("REBALANCE", down(93200, 28800, 28000), down(50, 20, 30), [[12000]], [["no sells"]]);
    expect(trades).toEqual([0, 0, 12000]);
    expect(column("ELECTIONS", down(0, 12000, 0))).toEqual([0, 100, 0]);
  });

  it("line 58: SHARES never buys a fund whose target is 0", () => {
    expect(column("SHARES", down(1, 2), down(100, 30), down(100, 0), [[35]])).toEqual([0, 0]);
    expect(column("SHARES", down(0, 12), down(100, 9), down(100, 0), [[50]], [["no sells"]])).toEqual([0, 0]);
  });

  it("line 59: SHARES takes no gain from money burnt", () => {
    const burning = (policy: string): unknown =>
      column("SHARES", down(101, 100), down(10, 10), down(50, 50), [[9.9]], [[policy]]);
    expect(burning("fee $4.95")).toEqual([0, 0]);
    expect(burning("cost 1%")).toEqual([0, 0]);
    expect(column("SHARES", down(1, 2), down(10, 10), down(50, 50), [[12]], [["fee $5"]])).toEqual([0, 0]);
  });

  it("lines 55 and 76: MONTHSTOBAND", () => {
    expect(call("MONTHSTOBAND", VALUES, TARGETS, [[500]], [["5/25"]])).toEqual([[3]]);
    expect(call("MONTHSTOBAND", VALUES, TARGETS, [[500]])).toEqual([[28]]);
    expect(call("MONTHSTOBAND", down(600, 300, 100), down(60, 40, 0), [[100]], [["5%"]])).toEqual([[10]]);
  });
});
