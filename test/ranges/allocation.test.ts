import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import type { Policy } from "../../src/engine";
import {
  readAllocation,
  readTargets,
  readValues,
  type AllocationRange,
  type MixRange,
} from "../../src/ranges/allocation";

const down = (...cells: readonly unknown[]): unknown[][] => cells.map((cell) => [cell]);

function mix(...targets: readonly unknown[]): MixRange {
  const read = readTargets(down(...targets));
  if (!read.ok) throw new Error(read.problem.code);
  return read.value;
}

/** Why a column of targets is refused. */
function refused(...targets: readonly unknown[]): unknown {
  const read = readTargets(down(...targets));
  return read.ok ? undefined : read.problem;
}

function partsOf(...targets: readonly unknown[]): { parts: readonly number[]; whole: number } {
  const { parts, whole } = mix(...targets).targets;
  return { parts: [...parts], whole };
}

describe("targets", () => {
  it.each([
    ["fractions", [0.6, 0.4]],
    ["percents", [60, 40]],
    ["percent text", ["60%", "40 %"]],
    ["fractions as text", ["0.6", "0.4"]],
  ])("read %s alike", (_, targets) => {
    expect(partsOf(...targets)).toEqual({ parts: [3, 2], whole: 5 });
  });

  it("takes 1 alone for 100%, and 99 beside it for percents", () => {
    expect(partsOf(1)).toEqual({ parts: [1], whole: 1 });
    expect(partsOf(1, 99)).toEqual({ parts: [1, 99], whole: 100 });
  });

  it("keeps fifteen decimals", () => {
    expect(partsOf(0.333333333333333, 0.666666666666667).whole).toBe(1e15);
  });

  describe("that don't quite add up", () => {
    it.each([
      ["two rows, 0.1 points", [50, 49.9], [50, 50.1]],
      ["three rows, 0.15 points", [50, 25, 24.85], [50, 25, 25.15]],
      ["two rows of fractions", [0.5, 0.499], [0.5, 0.501]],
    ])("are scaled up to 0.05 points a row: %s", (_, below, above) => {
      for (const targets of [below, above]) {
        expect(mix(...targets).notes).toMatchObject([{ code: "targets scaled" }]);
      }
    });

    it.each([
      ["two rows, beyond 0.1", [50, 49.899999], [50, 50.100001]],
      ["two rows of fractions", [0.5, 0.49899999], [0.5, 0.50100001]],
    ])("are refused further away: %s", (_, below, above) => {
      for (const targets of [below, above]) {
        expect(refused(...targets)).toMatchObject({ code: "targets don't add up" });
      }
    });

    it("count only rows with a target", () => {
      expect(refused(50, 49.85, 0, 0, 0, null, "")).toMatchObject({ code: "targets don't add up" });
    });

    it("are scaled by half a point at most, however many rows", () => {
      const rows = new Array<number>(19).fill(5);
      expect(mix(...rows, 4.5).notes).toEqual([{ code: "targets scaled", sum: 99.5, as: "percents" }]);
      expect(mix(...rows, 5.5).notes).toEqual([{ code: "targets scaled", sum: 100.5, as: "percents" }]);
      expect(refused(...rows, 4.49)).toMatchObject({ code: "targets don't add up", sum: 99.49, gap: -0.51 });
      expect(refused(...rows, 5.51)).toMatchObject({ code: "targets don't add up", sum: 100.51, gap: 0.51 });
    });

    it("keep their proportions", () => {
      expect(partsOf(33.33, 33.33, 33.33)).toEqual({ parts: [1, 1, 1], whole: 3 });
    });

    it("scale or not by the contract's rule wherever the gap lies", () => {
      const hundredths = fc.integer({ min: -80, max: 80 });
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 15 }), hundredths, (rows, gap) => {
          // In hundredths of a point, so that every typed figure is as a person types it.
          const each = Math.floor(10_000 / rows);
          const last = 10_000 - each * (rows - 1) + gap;
          const targets = [...new Array<number>(rows - 1).fill(each / 100), last / 100];
          const allowed = Math.abs(gap) <= Math.min(50, 5 * rows);
          expect(readTargets(down(...targets)).ok).toBe(allowed);
        }),
      );
    });
  });

  it("say the sum and the gap", () => {
    expect(refused(60, 41)).toEqual({ code: "targets don't add up", sum: 101, gap: 1, as: "percents", mixed: false });
    expect(refused(0.6, 0.35)).toEqual({
      code: "targets don't add up",
      sum: 0.95,
      gap: -0.05,
      as: "fractions",
      mixed: false,
    });
  });

  it("tell a mixture of percents and fractions", () => {
    expect(refused(60, 0.4)).toMatchObject({ sum: 60.4, mixed: true });
  });

  it("suspect a total row when they add up twice", () => {
    expect(refused(60, 40, 100)).toEqual({ code: "targets add up twice", sum: 200 });
    expect(refused(0.6, 0.4, 1)).toEqual({ code: "targets add up twice", sum: 2 });
  });

  it.each([[[0, 0]], [[null, ""]]])("must be there (%p)", (targets) => {
    expect(refused(...targets)).toEqual({ code: "no targets" });
  });

  it("are never negative", () => {
    expect(refused(110, -10)).toEqual({
      code: "negative",
      at: { argument: "Targets", row: 1 },
      found: -10,
      wanted: "weight",
    });
  });
});

describe("values", () => {
  const cents = (...values: readonly unknown[]): readonly number[] => {
    const read = readValues(down(...values));
    if (!read.ok) throw new Error(read.problem.code);
    return [...read.value.values];
  };

  it.each([
    [1.005, 101],
    [2.675, 268],
    [0.004, 0],
    [0.005, 1],
    [1e-320, 0],
    [1234567.894999, 123456789],
    ["$1,234.505", 123451],
  ])("read %p to the nearest cent, half away from zero", (dollars, expected) => {
    expect(cents(dollars)).toEqual([expected]);
  });

  it("total at most $90 trillion", () => {
    expect(cents(90e12)).toEqual([9e15]);
    for (const values of [[90e12, 0.01], [1e308], [60e12, 60e12]]) {
      expect(readValues(down(...values))).toEqual({
        ok: false,
        problem: { code: "too much money", argument: "Values" },
      });
    }
  });

  it("are never negative", () => {
    expect(readValues([[5, -1]])).toMatchObject({
      problem: { code: "negative", at: { argument: "Values", row: 1, across: true }, found: -1 },
    });
  });
});

describe("readAccount", () => {
  const read = (
    values: readonly unknown[],
    targets: readonly unknown[],
    unassigned?: Policy["unassigned"],
  ): AllocationRange => {
    const allocation = readAllocation(down(...values), down(...targets), unassigned);
    if (!allocation.ok) throw new Error(allocation.problem.code);
    return allocation.value;
  };

  it("sells money without a target by default, and says so", () => {
    const { allocation, notes } = read([600, 300, 100], [60, 40, 0]);
    expect(allocation.total).toBe(100_000);
    expect(notes).toEqual([{ code: "untargeted money", at: { argument: "Values", row: 2 } }]);
    expect(read([600, 300, 100], [60, 40, 0], "sell").notes).toEqual([]);
  });

  it("leaves it out of the total where it is held", () => {
    const { allocation } = read([600, 300, 100], [60, 40, 0], "hold");
    expect({ values: [...allocation.values], total: allocation.total }).toEqual({
      values: [60_000, 30_000, 0],
      total: 90_000,
    });
  });

  it("stops at it where the policy says so", () => {
    expect(readAllocation(down(600, 300, 100), down(60, 40, 0), "stop")).toEqual({
      ok: false,
      problem: { code: "unassigned money", at: { argument: "Values", row: 2 } },
    });
  });

  it("suspects a last row without a target that equals the sum above", () => {
    const twice = { code: "total row included", at: { argument: "Values", row: 2 }, value: 100_000 };
    expect(readAllocation(down(600, 400, 1000), down(60, 40, 0))).toEqual({ ok: false, problem: twice });
    expect(readAllocation(down(600, 400, 1000, null), down(60, 40, null, null), "hold")).toEqual({
      ok: false,
      problem: twice,
    });
    expect(read([600, 400, 1000], [60, 40, 0], "sell").allocation.total).toBe(200_000);
    expect(read([600, 400, 1000.01], [60, 40, 0]).allocation.total).toBe(200_001);
    // Not the last row with money: a fund to sell.
    expect(read([600, 1000, 400], [60, 0, 40]).allocation.total).toBe(200_000);
  });
});
