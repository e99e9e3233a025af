import { describe, expect, it } from "@jest/globals";
import { call, down, failure } from "./shipped";

const VALUES = down(70, 30);
const TARGETS = down(60, 40);

/** Whether a policy says to act on a day. */
function due(policy: string, day: string | number, volatility: number | null = null): unknown {
  return call("ISDUE", VALUES, TARGETS, [[policy]], [[day]], volatility === null ? null : [[volatility]])[0]?.[0];
}

describe("KEEL.ISDUE", () => {
  it("looks at the band alone where there is no calendar", () => {
    expect(due("5%", "2026-06-01")).toBe(true);
    expect(due("10%", "2026-06-01")).toBe(false);
    expect(due("drift 9%", "2026-06-01")).toBe(true);
  });

  it("with `and` needs the date and the band, with `or` either", () => {
    expect(due("annual and 5%; last 2026-01-05", "2027-01-04")).toBe(false);
    expect(due("annual and 5%; last 2026-01-05", "2027-01-05")).toBe(true);
    expect(due("annual and 20%; last 2026-01-05", "2027-01-05")).toBe(false);
    expect(due("annual or 5%; last 2026-01-05", "2026-02-01")).toBe(true);
    expect(due("annual or 20%; last 2026-01-05", "2026-02-01")).toBe(false);
    expect(due("annual or 20%; last 2026-01-05", "2027-01-05")).toBe(true);
  });

  it("looks more often while volatility is above its level, not at it", () => {
    const policy = "annual; monthly when volatility > 20%; last 2026-01-05";
    expect(due(policy, "2026-03-01", 0.2)).toBe(false);
    expect(due(policy, "2026-03-01", 0.21)).toBe(true);
    expect(failure("ISDUE", VALUES, TARGETS, [[policy]], [["2026-03-01"]]).message).toMatch(/^Volatility is missing\./);
  });

  it("without any rule is due whenever something would be traded", () => {
    expect(due("", "2026-06-01")).toBe(true);
    expect(call("ISDUE", down(60, 40), TARGETS, [[""]], [["2026-06-01"]])).toEqual([[false]]);
  });

  it("takes a serial with a time of day, and needs a date", () => {
    expect(due("annual and 5%; last 2026-01-05", 46392.9)).toBe(true);
    expect(failure("ISDUE", VALUES, TARGETS, [["5%"]], null).message).toMatch(/^As of is missing\./);
  });

  it("with rules of rows is TRUE only where a rebalance would trade something", () => {
    const with_ = (policy: string, rules: readonly string[]): unknown =>
      call("ISDUE", VALUES, TARGETS, [[policy]], [["2026-06-01"]], null, null, down(...rules))[0]?.[0];
    expect(with_("5%", ["", "no sell"])).toBe(true);
    expect(with_("5%", ["no sell", ""])).toBe(false);
    expect(with_("5%", ["", "hold"])).toBe(false);
    expect(with_("5%", ["12%", "12%"])).toBe(false);
    expect(with_("12%", ["8%", ""])).toBe(true);
    expect(with_("5%; min $20", ["", "no sell"])).toBe(false);
    expect(with_("5%; whole shares", ["", "no sell"])).toBe(true);
    expect(with_("annual and 5%; last 2026-01-05", ["", "no sell"])).toBe(false);
  });
});
