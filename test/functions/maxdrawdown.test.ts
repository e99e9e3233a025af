import { describe, expect, it } from "@jest/globals";
import { call, down, failure } from "./shipped";

describe("KEEL.MAXDRAWDOWN", () => {
  it("is the deepest fall from a high, and the start is one", () => {
    // Worked number 27: from the start, not only from the end of the first period.
    expect(call("MAXDRAWDOWN", down(-0.1, 0.05, -0.2, 0.3))[0]?.[0]).toBeCloseTo(-0.244, 12);
    expect(call("MAXDRAWDOWN", down(0.1, -0.5, 0.5))[0]?.[0]).toBe(-0.5);
    expect(call("MAXDRAWDOWN", down(-0.25))).toEqual([[-0.25]]);
  });

  it("is 0 where nothing fell", () => {
    expect(
      call("MAXDRAWDOWN", [
        ["A", "B"],
        [0.1, -0.1],
        [0.2, 0],
      ]),
    ).toEqual([[0, expect.closeTo(-0.1, 15)]]);
  });

  it("names what is wrong", () => {
    expect(
      failure("MAXDRAWDOWN", [
        [2024, 0.1],
        [2026, 0.1],
      ]).message,
    ).toMatch(/^Returns, row 2: 2026 stands where the year 2025 belongs/);
    expect(failure("MAXDRAWDOWN", down({ type: "Error", basicValue: "#NAME?" })).message).toMatch(
      /^Returns is the error #NAME\?/,
    );
  });
});
