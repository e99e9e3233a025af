import { describe, expect, it } from "@jest/globals";
import {
  driftInMoney,
  driftInPoints,
  NO_MONEY,
  relativeDrift,
  totalDrift,
  weights,
  type Result,
} from "../../../src/engine";
import { allocationOf } from "../allocation-of";

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

const allocation = allocationOf([650_000, 230_000, 120_000], [6, 3, 1]);

describe("drift", () => {
  it("is weight less target in points, exact at the edge of a band", () => {
    expect([...valueOf(driftInPoints(allocation))]).toEqual([0.05, -0.07, 0.02]);
    expect([...valueOf(driftInPoints(allocationOf([65, 35], [3, 2])))]).toEqual([0.05, -0.05]);
  });

  it("is weight ÷ target − 1, relative", () => {
    expect([...valueOf(relativeDrift(allocationOf([75, 25], [3, 2])))]).toEqual([0.25, -0.375]);
  });

  it("has no relative answer for money without a target, and 0 for nothing", () => {
    expect([...valueOf(relativeDrift(allocationOf([50, 50, 0], [1, 0, 0])))]).toEqual([-0.5, Number.NaN, 0]);
  });

  it("is in money what a full rebalance would sell", () => {
    expect(valueOf(driftInMoney(allocation))).toEqual([50_000, -70_000, 20_000]);
    expect(valueOf(driftInMoney(allocationOf([100, 0, 0], [1, 1, 1])))).toEqual([66, -33, -33]);
  });

  it("shows no −0", () => {
    const balanced = allocationOf([60, 40], [3, 2]);
    expect(valueOf(driftInMoney(balanced))).toEqual([0, 0]);
    expect([...valueOf(driftInPoints(balanced))]).toEqual([0, 0]);
    expect([...valueOf(relativeDrift(balanced))]).toEqual([0, 0]);
  });

  it("is in total half the sum of the absolute drifts", () => {
    expect(valueOf(totalDrift(allocation))).toBeCloseTo(0.07, 15);
    expect(valueOf(totalDrift(allocationOf([0, 100], [1, 0])))).toBe(1);
    expect(valueOf(totalDrift(allocationOf([60, 40], [3, 2])))).toBe(0);
  });

  it("keeps its digits with the largest amounts", () => {
    const [over, under] = valueOf(driftInPoints(allocationOf([4_500_000_000_000_001, 4_499_999_999_999_999], [1, 1])));
    expect(over).toBeCloseTo(1 / 9e15, 30);
    expect(under).toBeCloseTo(-1 / 9e15, 30);
  });

  it("has no answer for an empty portfolio", () => {
    const empty = allocationOf([0, 0], [1, 1]);
    for (const result of [
      driftInPoints(empty),
      relativeDrift(empty),
      driftInMoney(empty),
      totalDrift(empty),
      weights(empty.values, NO_MONEY),
    ]) {
      expect(result).toEqual({ ok: false, problem: { code: "empty portfolio" } });
    }
  });
});
