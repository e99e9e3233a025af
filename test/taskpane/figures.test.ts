import { describe, expect, it } from "@jest/globals";
import {
  count,
  dollarsInShort,
  inShares,
  inWords,
  percent,
  percentInColumn,
  percentRange,
  points,
  whole,
} from "../../src/taskpane/components/figures";

describe("figures of the pane", () => {
  it.each([
    [0.6, "60%", "60.0%"],
    [0.125, "12.5%", "12.5%"],
    [0.0425, "4.3%", "4.3%"],
    [0.01, "1%", "1.0%"],
    [0.009, "0.9%", "0.9%"],
    [0.0085, "0.85%", "0.85%"],
    [0.004, "0.4%", "0.4%"],
    [0.0002, "0.02%", "0.02%"],
    [0.00015, "0.015%", "0.015%"],
    [0.00001, "0.001%", "0.001%"],
    [0.0000001, "0%", "0.0%"],
    [0, "0%", "0.0%"],
  ])("%d as a percent, and in a column of percents", (fraction, alone, inColumn) => {
    expect(percent(fraction)).toBe(alone);
    expect(percentInColumn(fraction)).toBe(inColumn);
  });

  it.each([
    [0.042, "+4.2"],
    [-0.129, "−12.9"],
    [-0.00011, "−0.011"],
    [0.0025, "+0.25"],
    [0, "0.0"],
    [-1e-9, "0.0"],
  ])("%d in points", (fraction, shown) => {
    expect(points(fraction)).toBe(shown);
  });

  it.each([
    [0, "$0"],
    [950, "$950"],
    [5290, "$5.3K"],
    [24_700, "$25K"],
    [123_400, "$123K"],
    [1_250_000, "$1.3M"],
    [-250.5, "−$251"],
  ])("%d dollars where there is little room", (amount, shown) => {
    expect(dollarsInShort(amount)).toBe(shown);
  });

  it("writes shares as pages take them, and ranges of percents", () => {
    expect([12.5, -1200, 0.12345].map(inShares)).toEqual(["12.5", "1200", "0.1235"]);
    expect([percentRange(0.4, 0.5), percentRange(0.0375, 0.0625)]).toEqual(["40–50%", "3.8–6.3%"]);
  });

  it("counts thousands so that they can be read", () => {
    expect([whole(25), whole(4975), count(1, "fund"), count(5000, "fund")]).toEqual([
      "25",
      "4,975",
      "1 fund",
      "5,000 funds",
    ]);
    const names = Array.from({ length: 2503 }, (_, index) => `Fund ${index}`);
    expect(inWords(names, 3)).toBe("Fund 0, Fund 1, Fund 2 and 2,500 more");
  });
});
