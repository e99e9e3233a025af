import { describe, expect, it } from "@jest/globals";
import { callLater, down, failureLater } from "./shipped";

const THREE = [
  [0.2, 0.02, 0.03],
  [-0.1, 0.05, 0.03],
  [0.15, -0.01, 0.04],
  [0.05, 0.04, 0.02],
  [0.1, 0.03, 0.03],
];
const TARGETS = down(50, 30, 20);

const weights = async (...given: readonly unknown[]): Promise<number[]> =>
  (await callLater("TARGETVOL", ...given)).map(([weight]) => Number((weight as number).toFixed(4)));

describe("KEEL.TARGETVOL", () => {
  it("puts so much into cash that the rest has the volatility, and borrows nothing", async () => {
    // Worked number 71.
    expect(await weights(TARGETS, THREE, down(0.03))).toEqual([0.2851, 0.1711, 0.5438]);
    expect(await weights(TARGETS, THREE, down("6%"))).toEqual([0.5702, 0.3421, 0.0876]);
    expect(await weights(TARGETS, THREE, down(0.2))).toEqual([0.625, 0.375, 0]);
  });

  it("finds worked number 29", async () => {
    const returns = [
      [0.2 / Math.SQRT2, 0],
      [-0.2 / Math.SQRT2, 0.001],
    ];
    for (const [wanted, first] of [
      [0.09, 0.45],
      [0.15, 0.75],
      [0.3, 1],
    ] as const) {
      expect(await weights(down(0.6, 0.4), returns, down(wanted))).toEqual([first, Number((1 - first).toFixed(4))]);
    }
  });

  it("takes another row for cash, counted below the header", async () => {
    const turned = THREE.map(([one, two, three]) => [three, one, two]);
    const found = await callLater("TARGETVOL", down("Target", 20, 50, 30), turned, down(0.03), down(1));
    expect(found.flat()).toEqual(["", ...[0.5438, 0.2851, 0.1711].map((each) => expect.closeTo(each, 4))]);
  });

  it("asks which row is cash where the last has neither a target nor a column", async () => {
    const two = THREE.map((row) => row.slice(0, 2));
    expect(await failureLater("TARGETVOL", down(60, 40, 0), two, down(0.03))).toMatchObject({
      code: "#VALUE!",
      message:
        "Cash row: the last of 3 rows has no target and no column of its own, so it may be blank or cash. Type which row is cash, such as 3, or leave blank rows out of the ranges.",
    });
    const [, , cash] = await weights(down(60, 40, 0), two, down(0.03), down(3));
    expect(cash).toBeGreaterThan(0.4);
    // With a column of its own it is cash.
    expect(await weights(down(60, 40, 0), THREE, down(0.03))).toEqual(
      await weights(down(60, 40, 0), two, down(0.03), down(3)),
    );
  });

  it("counts by the periods a year", async () => {
    expect(await weights(TARGETS, THREE, down(0.03 * Math.sqrt(12)), null, down(12))).toEqual([0.2851, 0.1711, 0.5438]);
  });

  it("names what is wrong", async () => {
    const message = async (...given: readonly unknown[]): Promise<string> =>
      (await failureLater("TARGETVOL", ...given)).message;
    expect(await message(TARGETS, THREE, down(""))).toMatch(/^Volatility is missing. Type a yearly volatility/);
    expect(await message(TARGETS, THREE, down(9))).toMatch(/^Volatility: 9 is not between 0 and 5/);
    expect(await message(TARGETS, null, down(0.1))).toMatch(/^Returns is missing/);
    expect(await message(down(50, 30), THREE, down(0.1))).toMatch(/^Targets add up to 80%/);
    expect(await message(TARGETS, down(0.1, 0.2), down(0.1))).toMatch(/^Returns has 1 column for 3 funds/);
    expect(await message(TARGETS, THREE, down(0.1), down(4))).toMatch(/^Cash row: 4 is not between 1 and 3/);
    expect(await message(TARGETS, THREE, down(0.1), down(1.5))).toMatch(/^Cash row: 1.5 is not a whole number/);
  });
});
