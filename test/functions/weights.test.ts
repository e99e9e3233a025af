import { describe, expect, it } from "@jest/globals";
import { call, column, down, failure } from "./shipped";

describe("KEEL.WEIGHTS", () => {
  it("shares the total among the rows", () => {
    expect(column("WEIGHTS", down(6500, 2300, 1200))).toEqual([0.65, 0.23, 0.12]);
  });

  it("answers across for a range that lies in a row", () => {
    expect(call("WEIGHTS", [[1, 3]])).toEqual([[0.25, 0.75]]);
  });

  it("is 1 for one fund", () => {
    expect(call("WEIGHTS", [[5]])).toEqual([[1]]);
  });

  it("leaves the header empty and blank rows at 0", () => {
    expect(column("WEIGHTS", down("Balance", 75, null, "", 25, 0))).toEqual(["", 0.75, 0, 0, 0.25, 0]);
  });

  it("says when there is nothing to weigh", () => {
    expect(failure("WEIGHTS", down(0, null))).toMatchObject({
      code: "#VALUE!",
      message: expect.stringMatching(/^Values: everything is 0 or empty/),
    });
  });

  it.each([[null], [undefined]])("asks for its values (%p)", (left) => {
    expect(failure("WEIGHTS", left)).toMatchObject({
      code: "#VALUE!",
      message: "Values is missing. Type an amount such as 12500, or leave the cell empty.",
    });
  });

  it("leaves its arguments as they were", () => {
    const values = down(6, "$4", null);
    call("WEIGHTS", values);
    expect(values).toEqual([[6], ["$4"], [null]]);
  });
});
