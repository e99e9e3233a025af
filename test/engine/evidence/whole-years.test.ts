import { describe, expect, it } from "@jest/globals";
import { wholeYearsOf } from "../../../src/engine/evidence/whole-years";
import { seriesOf } from "./asking";

/** A row each so many days, from one serial up to another. */
function every(gap: number, from: number, to: number) {
  const rows = Array.from({ length: Math.floor((to - from) / gap) + 1 }, (_, row) => [from + row * gap, 0.01]);
  return seriesOf(rows);
}

describe("the whole years of past returns", () => {
  it("leave out calendar years of which a month is missing at an end", () => {
    // Month ends from November 2023 to February 2025.
    const ends = [
      45_260, 45_291, 45_322, 45_351, 45_382, 45_412, 45_443, 45_473, 45_504, 45_535, 45_565, 45_596, 45_626, 45_657,
      45_688, 45_716,
    ];
    expect(wholeYearsOf(seriesOf(ends.map((day) => [day, 0.01])))).toEqual([{ from: 2, to: 14 }]);
  });

  it("take a year of weeks or trading days for whole where its rows come near to its ends", () => {
    // Fridays from 5 January 2024 to 27 December 2024: the week between the years counts to neither.
    expect(wholeYearsOf(every(7, 45_296, 45_653))).toEqual([{ from: 0, to: 52 }]);
    // A week later there is none.
    expect(wholeYearsOf(every(7, 45_303, 45_653))).toEqual([]);
    expect(wholeYearsOf(every(7, 45_296, 45_646))).toEqual([]);
  });

  it("are so many rows from the start where there are no days", () => {
    const rows = Array.from({ length: 26 }, () => [0.01]);
    expect(wholeYearsOf(seriesOf(rows, 12))).toEqual([
      { from: 0, to: 12 },
      { from: 12, to: 24 },
    ]);
  });
});
