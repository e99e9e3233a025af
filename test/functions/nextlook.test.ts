import { describe, expect, it } from "@jest/globals";
import { call, failure, down } from "./shipped";

/** The serial of the next look. */
function next(policy: string, day: string, volatility: number | null = null): unknown {
  return call("NEXTLOOK", [[policy]], [[day]], volatility === null ? null : [[volatility]])[0]?.[0];
}

describe("KEEL.NEXTLOOK", () => {
  it.each([
    ["annual; last 2026-01-05", "2026-06-01", 46392], // 2027-01-05
    ["annual; last 2024-02-29", "2024-06-01", 45716], // 2025-02-28
    ["monthly; last 2026-01-31", "2026-02-01", 46081], // 2026-02-28
    ["quarterly; last 2025-11-30", "2026-01-01", 46081], // 2026-02-28
    ["every 10 days; last 2026-01-05", "2026-01-06", 46037], // 2026-01-15
  ])("%s on %s is %p", (policy, day, serial) => {
    expect(next(policy, day)).toBe(serial);
  });

  it("is today where a look is overdue, where nobody has looked yet, and without a calendar", () => {
    expect(next("annual; last 2020-01-05", "2026-01-05")).toBe(46027);
    expect(next("annual", "2026-01-05")).toBe(46027);
    expect(next("5/25", "2026-01-05")).toBe(46027);
  });

  it("follows a volatile look, and has no answer where that is all there is in calm times", () => {
    const policy = "annual; monthly when volatility > 20%; last 2026-01-05";
    expect(next(policy, "2026-01-06", 0.3)).toBe(46058); // 2026-02-05
    expect(next(policy, "2026-01-06", 0.1)).toBe(46392);
    const calm = failure("NEXTLOOK", [["monthly when volatility > 20%"]], [["2026-01-06"]], [[0.1]]);
    expect(calm.code).toBe("#N/A");
  });

  it("asks for a volatility where it is left out, blank or 0", () => {
    for (const missing of [null, down(null), down(""), down(0)]) {
      const { message } = failure("NEXTLOOK", [["monthly when volatility > 20%"]], [["2026-01-06"]], missing);
      expect(message).toMatch(/^Volatility is missing\./);
    }
  });
});
