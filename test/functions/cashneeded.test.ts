import { describe, expect, it } from "@jest/globals";
import { call, down, failure } from "./shipped";

describe("KEEL.CASHNEEDED", () => {
  it("is what the fullest row asks for", () => {
    expect(call("CASHNEEDED", down(6500, 2300, 1200), down(0.6, 0.3, 0.1))).toEqual([[2000]]);
  });

  it("is enough, and a few cents less are not", () => {
    const [values, targets] = [down(100, 50, 10), down(33.34, 33.33, 33.33)];
    const [[needed]] = call("CASHNEEDED", values, targets) as [[number]];
    const sells = (cash: number): boolean =>
      call("REBALANCE", values, targets, [[cash]]).some(([trade]) => Number(trade) < 0);
    expect(sells(needed)).toBe(false);
    expect(sells(needed - 0.05)).toBe(true);
  });

  it("rounds up to the cent, with what the policy keeps back on top", () => {
    const needed = (policy: string): unknown => call("CASHNEEDED", down(100, 0), down(30, 70), [[policy]])[0]?.[0];
    expect(needed("")).toBe(233.34);
    expect(needed("keep $5")).toBe(238.34);
    // A tenth of the total after the contribution: (233.34 + 10) ÷ 0.9.
    expect(needed("keep 10%")).toBe(270.38);
    expect(needed("whole dollars")).toBe(234);
    expect(needed("multiples of $10")).toBe(240);
    expect(needed("multiples of $0.50; keep $5")).toBe(238.5);
  });

  it("is 0 for a balanced portfolio and for one still empty", () => {
    expect(call("CASHNEEDED", down("Value", 60, null, 40), down("Target", 60, "", 40))).toEqual([[0]]);
    expect(call("CASHNEEDED", [[0, 0]], [[60, 40]])).toEqual([[0]]);
  });

  it("has no answer with money that has no target, unless it is held", () => {
    expect(failure("CASHNEEDED", down(60, 40, 5), down(60, 40, 0))).toMatchObject({
      code: "#N/A",
      message: expect.stringMatching(/^Values, row 3 holds money but its target is 0/),
    });
    expect(call("CASHNEEDED", down(60, 40, 5), down(60, 40, 0), [["unassigned hold"]])).toEqual([[0]]);
  });

  it("says when the answer would go beyond what can be counted", () => {
    expect(failure("CASHNEEDED", down(50e12, 1), down(1, 99)).code).toBe("#VALUE!");
  });

  it("has no answer where the policy keeps all new cash", () => {
    const refused = failure("CASHNEEDED", down(600, 300), down(50, 50), [["keep 100%"]]);
    expect(refused.code).toBe("#N/A");
    expect(refused.message).toMatch(/^The policy keeps all new cash uninvested/);
  });

  it("fills the rows that may be bought, up to the fullest that isn't held", () => {
    const [values, targets] = [down(33_600, 8_000, 11_000, 7_400), down(50, 15, 25, 10)];
    const needed = (rules: readonly string[]): unknown =>
      call("CASHNEEDED", values, targets, null, down(...rules))[0]?.[0];
    expect(needed(["", "", "", ""])).toBe(14_000);
    // 33,600 ÷ 50 × 90 − 52,600.
    expect(needed(["", "", "", "hold"])).toBe(7_880);
    // Row 4 is the fullest: 7,400 ÷ 10 × 75 is what the other three without row 3 come to.
    expect(needed(["", "", "no buy", ""])).toBe(6_500);
    expect(needed(["no sell", "", "", ""])).toBe(14_000);
    // Money without a target that is held or may not be sold stays, and the others are filled.
    const strays = (rule: string): unknown =>
      call("CASHNEEDED", down(600, 300, 100), down(60, 40, 0), null, down("", "", rule))[0]?.[0];
    expect(strays("no sell")).toBe(100);
    expect(strays("hold")).toBe(100);
    expect(failure("CASHNEEDED", down(600, 300, 100), down(60, 40, 0), null, down("", "", "no buy")).code).toBe("#N/A");
    expect(failure("CASHNEEDED", values, targets, null, down("hold", "no buy", "hold", "hold")).message).toBe(
      'No contribution reaches the targets: no row with a target may be bought. Take "hold" or "no buy" from rows 1, 2, 3 and 4, where you want more.',
    );
  });
});
