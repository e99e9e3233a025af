import { describe, expect, it } from "@jest/globals";
import { stretchesOf } from "../../../src/engine/evidence/stretches";
import { seriesOf } from "./asking";

const years = (first: number, count: number) =>
  seriesOf(Array.from({ length: count }, (_, row) => [first + row, 0.01]));
const lengths = (series: ReturnType<typeof seriesOf>): number[] => stretchesOf(series).map(({ from, to }) => to - from);

describe("the stretches that a past is told in", () => {
  it("are decades from the year that ends in 0", () => {
    expect(lengths(years(1928, 24))).toEqual([2, 10, 10, 2]);
  });

  it("are years of less than a decade", () => {
    expect(lengths(years(2001, 4))).toEqual([1, 1, 1, 1]);
  });

  it("are ten of equal length where there are no dates", () => {
    expect(lengths(seriesOf(Array.from({ length: 25 }, () => [0.01])))).toEqual([3, 3, 3, 3, 3, 3, 3, 3, 1]);
  });
});
