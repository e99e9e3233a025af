import { describe, expect, it } from "@jest/globals";
import { succeeded } from "../../src/engine";
import { failed } from "../../src/ranges";
import { operation, type Answer } from "../../src/operations/operation";

type Cells = readonly (readonly unknown[])[];

/** An operation that counts how often it was asked in earnest: it answers the count, or fails where `fails` says so. */
function counting(fails: (count: number) => boolean): (cells: Cells) => Answer {
  let count = 0;
  const made = operation({
    name: "COUNTING",
    family: "about",
    arguments: [{ name: "values", holds: "plain" }],
    holds: ({ rows }) => (rows > 1 ? "money" : "plain"),
    decide: (cells: Cells) => {
      count += 1;
      return fails(count)
        ? failed({ code: "still loading", at: { argument: "Values" }, found: "#BUSY!" })
        : succeeded({
            rows: cells.length,
            count,
            notes: [{ code: "later trades left out", argument: "A", trades: 1 }],
          });
    },
    show: (record) => [[record.rows * record.count]],
    explain: () => ({ read: [{ fact: "day", day: 1 }], rounded: [{ fact: "to the cent" }] }),
  });
  return (cells) => made.answer(cells);
}

describe("operation", () => {
  it("computes an answer once for the same cells", () => {
    const answer = counting(() => false);
    expect(answer([[1], [2]])).toBe(answer([[1], [2]]));
    expect(answer([[1], [2]])).toMatchObject({ cells: [[2]] });
    expect(answer([[1], [3]])).toMatchObject({ cells: [[4]] });
  });

  it("asks again after a failure, because a price that was loading may have come", () => {
    const answer = counting((count) => count === 1);
    expect([answer([["price"]]).ok, answer([["price"]]).ok]).toEqual([false, true]);
  });

  it("says what the numbers stand for, by the record where that tells", () => {
    const answer = counting(() => false);
    expect([answer([[1]]), answer([[1], [2]])]).toMatchObject([{ holds: "plain" }, { holds: "money" }]);
  });

  it("explains the record, with the notes among what was read", () => {
    const answer = counting(() => false)([[1]]);
    expect(answer.ok && answer.explain()).toEqual({
      read: [
        { fact: "day", day: 1 },
        { fact: "note", note: { code: "later trades left out", argument: "A", trades: 1 } },
      ],
      steps: [],
      bound: [],
      rounded: [{ fact: "to the cent" }],
    });
  });
});
