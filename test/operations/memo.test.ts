import { describe, expect, it } from "@jest/globals";
import { Memo } from "../../src/operations/memo";

/** A memo over a computation that counts how often it ran. */
function counted(keep: (result: number) => boolean = () => true): (...args: readonly unknown[]) => number {
  const memo = new Memo<number>();
  let runs = 0;
  return (...args) => memo.of(args, () => ++runs, keep);
}

const column = (rows: number, cell: unknown = 1): unknown[][] => Array.from({ length: rows }, () => [cell]);

describe("Memo", () => {
  it("remembers by content, not by identity", () => {
    const of = counted();
    expect([of([[1], [2]], null), of([[1], [2]], null)]).toEqual([1, 1]);
  });

  it("tells shapes, values and left-out arguments apart", () => {
    const of = counted();
    const different = [
      of([[1, 2]]),
      of([[1], [2]]),
      of([[1], [3]]),
      of([["1"], [2]]),
      of([[1], [2]], null),
      of([[1], [2]], [[null]]),
      of([[1], [2]], [[""]]),
      of([[0], [2]]),
    ];
    expect(different).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it("tells lengths apart, whichever was asked first", () => {
    const of = counted();
    expect([of([[1], [2], [3]]), of([[1], [2]]), of([[1], [2], [3]])]).toEqual([1, 2, 1]);
    expect([of([[4, 5, 6]]), of([[4, 5]]), of([[4, 5, 6]])]).toEqual([3, 4, 3]);
  });

  it("compares Excel's typed values by what they show", () => {
    const of = counted();
    const entity = (basicValue: number): unknown[][] => [[{ type: "Entity", basicValue }]];
    expect([of(entity(1)), of(entity(1)), of(entity(2))]).toEqual([1, 1, 2]);
  });

  it("doesn't notice what the caller does to its arrays afterwards", () => {
    const of = counted();
    const cells = [[1], [2]];
    of(cells);
    cells[0] = [9];
    expect([of([[1], [2]]), of(cells)]).toEqual([1, 2]);
  });

  it("keeps only what it is told to keep", () => {
    const of = counted((result) => result > 1);
    expect([of([[1]]), of([[1]]), of([[1]])]).toEqual([1, 2, 2]);
  });

  it("keeps a few answers, and forgets the one that was used least recently", () => {
    const of = counted();
    for (let each = 1; each <= 8; each++) expect(of([[each]])).toBe(each);
    expect(of([[1]])).toBe(1);
    expect(of([[9]])).toBe(9);
    expect(of([[1]])).toBe(1);
    expect(of([[2]])).toBe(10);
  });

  it("computes anew what is too long to keep", () => {
    const of = counted();
    expect([of(column(50_000)), of(column(50_000))]).toEqual([1, 1]);
    expect([of(column(50_001)), of(column(50_001))]).toEqual([2, 3]);
  });
});
