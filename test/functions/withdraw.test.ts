import { describe, expect, it } from "@jest/globals";
import { call, column, down, failure } from "./shipped";

const VALUES = down(6500, 2300, 1200);
const TARGETS = down(0.6, 0.3, 0.1);

describe("KEEL.WITHDRAW", () => {
  it("lowers the fullest rows first, as negative amounts", () => {
    expect(column("WITHDRAW", VALUES, TARGETS, [[1000]])).toEqual([-757.14, 0, -242.86]);
    expect(column("WITHDRAW", VALUES, TARGETS, [[1400]])).toEqual([-1100, 0, -300]);
  });

  it("takes out everything, and no more", () => {
    expect(column("WITHDRAW", VALUES, TARGETS, [[10000]])).toEqual([-6500, -2300, -1200]);
    expect(failure("WITHDRAW", VALUES, TARGETS, [[12000.5]])).toMatchObject({
      code: "#VALUE!",
      message: "$12,000.50 is to be taken out, but there is only $10,000. Ask for that much or less.",
    });
  });

  it("shows 0 and never −0 for an amount of nothing", () => {
    expect(column("WITHDRAW", VALUES, TARGETS, [[0]])).toEqual([0, 0, 0]);
  });

  it("sells what has no target first, but leaves alone what is held", () => {
    expect(column("WITHDRAW", down(60, 40, 50), down(60, 40, 0), [[30]])).toEqual([0, 0, -30]);
    expect(column("WITHDRAW", down(60, 40, 50), down(60, 40, 0), [[30]], [["unassigned hold"]])).toEqual([-18, -12, 0]);
  });

  it("takes a withdrawal out of the largest account", () => {
    expect(column("WITHDRAW", down(50e12, 30e12), down(60, 40), [[20e12]])).toEqual([-14e12, -6e12]);
  });

  it("answers across, leaves the header empty and blank rows at 0", () => {
    expect(call("WITHDRAW", [["Value", 60, null, 40]], [["Target", 60, null, 40]], [[10]])).toEqual([["", -6, 0, -4]]);
  });

  it("asks for the amount, as a positive number", () => {
    expect(failure("WITHDRAW", VALUES, TARGETS, undefined).message).toMatch(/^Amount is missing\./);
    expect(failure("WITHDRAW", VALUES, TARGETS, [[-5]]).message).toMatch(/^Amount: -5 is below 0\./);
  });

  it("sells what has no target in proportion, to the cent", () => {
    expect(column("WITHDRAW", down(60, 1, 2), down(100, 0, 0), [[1]])).toEqual([0, -0.33, -0.67]);
  });

  it("comes only from rows that may be sold", () => {
    const [values, targets] = [down(33_600, 8_000, 11_000, 7_400), down(50, 15, 25, 10)];
    // 19,000 − 10,000 are left to rows 2 and 3, 15 : 25.
    expect(column("WITHDRAW", values, targets, [[10_000]], null, down("no sell", "", "", "hold"))).toEqual([
      0, -4625, -5375, 0,
    ]);
    expect(
      failure("WITHDRAW", values, targets, [[20_000]], null, down("no sell", "no buy", "", "hold")).message,
    ).toMatch(/^\$20,000 can't be raised: the rows that may be sold hold \$19,000\..* rows 1 and 4/);
  });
});
