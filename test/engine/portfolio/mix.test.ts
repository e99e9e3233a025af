import { describe, expect, it } from "@jest/globals";
import { mixOf, type Allocation, type Mix } from "../../../src/engine";

describe("mixOf", () => {
  it.each([
    [[6e14, 4e14], [3, 2], 5],
    [[333_333, 333_333, 333_333], [1, 1, 1], 3],
    [[0, 7, 0], [0, 1, 0], 1],
    [[1, 2, 4], [1, 2, 4], 7],
  ])("takes common factors out of %p", (parts, lowest, whole) => {
    const mix = mixOf(Float64Array.from(parts));
    expect(mix && { parts: [...mix.parts], whole: mix.whole }).toEqual({ parts: lowest, whole });
  });

  it("makes no mix of nothing", () => {
    expect(mixOf(Float64Array.of(0, 0))).toBeUndefined();
    expect(mixOf(Float64Array.of())).toBeUndefined();
  });
});

describe("the types of an account", () => {
  it("ask for money and for a whole", () => {
    const parts = Float64Array.of(1, 1);
    // @ts-expect-error parts alone don't say of what
    const withoutWhole: Mix = { parts };
    // @ts-expect-error a plain number is not a total in cents
    const inDollars: Allocation = { values: parts, total: 2, targets: { parts, whole: 2 } };
    expect([withoutWhole.parts, inDollars.total]).toEqual([parts, 2]);
  });
});
