import { describe, expect, it } from "@jest/globals";
import { call, column, down, failure } from "./shipped";

describe("KEEL.ELECTIONS", () => {
  it.each([
    [down(1, 1, 1), [34, 33, 33]],
    [down(0.6, 0.25, 0.15), [60, 25, 15]],
    [down("60%", "25%", "15%"), [60, 25, 15]],
    [down(7000, 3000, 2000), [58, 25, 17]],
  ])("scales %j to whole percents", (weights, percents) => {
    expect(column("ELECTIONS", weights)).toEqual(percents);
  });

  it("takes steps, a least and a most, blank or left out alike", () => {
    expect(column("ELECTIONS", down(1, 1, 1), [[5]])).toEqual([35, 35, 30]);
    expect(column("ELECTIONS", down(90, 9, 1), null, [[5]])).toEqual([86, 9, 5]);
    expect(column("ELECTIONS", down(90, 9, 1), [[""]], null, [[80]])).toEqual([80, 18, 2]);
    expect(column("ELECTIONS", down(90, 9, 1), [[0]], [[null]], [[0]])).toEqual([90, 9, 1]);
  });

  it("takes bounds fund by fund, blanks meaning none", () => {
    expect(column("ELECTIONS", down(80, 10, 10), null, down(null, 15, ""), down(60, "", 0))).toEqual([60, 20, 20]);
  });

  it("binds funds that get nothing only by their own least", () => {
    expect(column("ELECTIONS", down(1, 0), null, [[10]])).toEqual([100, 0]);
    expect(column("ELECTIONS", down(1, 0), null, down(0, 10))).toEqual([90, 10]);
  });

  it("leaves the header empty, with or without one above the bounds", () => {
    expect(column("ELECTIONS", down("Weight", 1, null, 1))).toEqual(["", 50, 0, 50]);
    expect(column("ELECTIONS", down("Weight", 9, 1), null, down("Least", 0, 20))).toEqual(["", 80, 20]);
    expect(column("ELECTIONS", down("Weight", 9, 1), null, down("", 0, 20))).toEqual(["", 80, 20]);
  });

  it("accepts bounds of another height where the surplus is blank", () => {
    expect(column("ELECTIONS", down(9, 1), null, down(0, 20, null, 0))).toEqual([80, 20, 0, 0]);
    expect(failure("ELECTIONS", down(9, 1), null, down(0, 20, 5)).message).toBe(
      "Weights has 2 rows, Min has 3. Select the same rows for both.",
    );
  });

  it("answers across for a range that lies in a row", () => {
    expect(call("ELECTIONS", [[1, 3]])).toEqual([[25, 75]]);
  });

  it.each([
    [[down(0, null)], "Weights: every cell is 0 or empty. Type at least one weight above 0."],
    [[down(1, -1)], /^Weights, row 2: -1 is below 0\./],
    [[down(1, 1), [[3]]], "Step: 3 does not divide 100. Type 1, 2, 4, 5, 10, 20, 25, 50 or 100."],
    [[down(1, 1), [[2.5]]], /^Step: 2\.5 does not divide 100\./],
    [[down(1, 1), null, [[101]]], "Min: 101 is not between 0 and 100. Type a number in that range."],
    [[down(1, 1), null, null, down(50, 0.5)], "Max, row 2: 0.5 is not a whole number. Type a whole number such as 5."],
    [[down(1, 1), null, down(0, "x")], /^Min, row 2: "x" is not a number\./],
    [[down(1, 1), null, down(0, 60), down(0, 50)], /^Weights, row 2: no allowed percent lies between/],
  ])("refuses %j", (args, message) => {
    const refused = failure("ELECTIONS", ...args);
    expect(refused.code).toBe("#VALUE!");
    expect(refused.message).toMatch(message);
  });

  it("has no answer where the plan's bounds leave none", () => {
    expect(failure("ELECTIONS", down(1, 1), null, null, [[40]])).toMatchObject({
      code: "#N/A",
      message: "The maximums leave room for only 80%, less than 100%. Raise some of them.",
    });
    expect(failure("ELECTIONS", down(1, 1), null, [[60]])).toMatchObject({
      code: "#N/A",
      message: "The minimums add up to 120%, more than 100%. Lower some of them.",
    });
  });
});
