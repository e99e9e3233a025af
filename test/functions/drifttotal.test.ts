import { describe, expect, it } from "@jest/globals";
import { call, down, failure } from "./shipped";

describe("KEEL.DRIFTTOTAL", () => {
  it("is half the sum of the absolute drifts", () => {
    expect(call("DRIFTTOTAL", down(6500, 2300, 1200), down(0.6, 0.3, 0.1))).toEqual([[0.07]]);
    expect(call("DRIFTTOTAL", [[0, 100]], [[100, 0]])).toEqual([[1]]);
  });

  it("is 0 for a balanced portfolio, with header and blank rows or without", () => {
    expect(call("DRIFTTOTAL", down(60, 40), down(60, 40))).toEqual([[0]]);
    expect(call("DRIFTTOTAL", down("Value", 60, null, 40), down("Target", 60, "", 40))).toEqual([[0]]);
  });

  it("says when there is nothing to measure", () => {
    expect(failure("DRIFTTOTAL", down(0, 0), down(60, 40)).message).toMatch(/^Values: everything is 0 or empty/);
  });

  it("leaves money without a target out where the policy says so", () => {
    const given = [down(6000, 3000, 1000), down(60, 40, 0)] as const;
    expect(call("DRIFTTOTAL", ...given)).toEqual([[0.1]]);
    expect(call("DRIFTTOTAL", ...given, [["unassigned hold"]])).toEqual([[600 / 9000]]);
  });
});
