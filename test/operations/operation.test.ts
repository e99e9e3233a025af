import { describe, expect, it } from "@jest/globals";
import { failed } from "../../src/engine";
import { answered, operation, type Answer } from "../../src/operations/operation";

/** An operation that counts how often it was asked in earnest: it answers the count, or fails where `fails` says so. */
function counting(fails: (count: number) => boolean): (cells: readonly (readonly unknown[])[]) => Answer {
  let count = 0;
  return operation((cells: readonly (readonly unknown[])[]) => {
    count += 1;
    return fails(count)
      ? failed({ code: "still loading", at: { argument: "Values" }, found: "#BUSY!" })
      : answered([[cells.length * count]]);
  });
}

describe("operation", () => {
  it("computes an answer once for the same cells", () => {
    const answer = counting(() => false);
    expect(answer([[1], [2]])).toBe(answer([[1], [2]]));
    expect(answer([[1], [2]])).not.toEqual(answer([[1], [3]]));
  });

  it("asks again after a failure, because a price that was loading may have come", () => {
    const answer = counting((count) => count === 1);
    expect([answer([["price"]]).ok, answer([["price"]]).ok]).toEqual([false, true]);
  });
});
