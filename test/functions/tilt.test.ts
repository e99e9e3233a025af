import { describe, expect, it } from "@jest/globals";
import { callLater, down, failureLater } from "./shipped";

const points = async (...given: readonly unknown[]): Promise<unknown[]> =>
  (await callLater("TILT", ...given))
    .flat()
    .map((cell) => (typeof cell === "number" ? Number((cell * 100).toFixed(2)) : cell));

describe("KEEL.TILT", () => {
  // Worked number 68.
  it.each([
    [down(60, 30, 10), down(1, 0, -1), [65, 30, 5]],
    [down(60, 30, 10), down(1, 0, 0), [63.33, 28.33, 8.33]],
    [down(60, 30, 10), down(0.5, -1, -1), [65, 27.5, 7.5]],
    [down(60, 38, 2), down(1, 0, -1), [63.5, 36.5, 0]],
    [down(60, 40, 0), down(-1, 0, 0), [57.5, 42.5, 0]],
  ])("%j by %j", async (targets, views, wanted) => {
    expect(await points(targets, views)).toEqual(wanted);
  });

  it("takes the strength, and the largest shift as a share or in points", async () => {
    const targets = down(60, 40);
    expect(await points(targets, down(0.5, -0.5), down(0.5))).toEqual([61.25, 38.75]);
    for (const shift of [0.02, "2%", 2]) {
      expect(await points(targets, down(1, -1), null, down(shift))).toEqual([62, 38]);
    }
    for (const none of [0, "", null])
      expect(await points(targets, down(1, -1), down(none), down(none))).toEqual([65, 35]);
  });

  it("stands beside its rows: a header, blanks, ranges that lie across", async () => {
    expect(await points(down("Target", 60, "", 40), down("View", 1, null, -1))).toEqual(["", 65, 0, 35]);
    expect(await callLater("TILT", [[60, 40]], [[1, -1]])).toEqual([
      [0.65, 0.35].map((each) => expect.closeTo(each, 12)),
    ]);
  });

  it("changes nothing without views", async () => {
    expect(await points(down("60%", "40%"), down(0, ""))).toEqual([60, 40]);
  });

  it("names what is wrong", async () => {
    const message = async (...given: readonly unknown[]): Promise<string> =>
      (await failureLater("TILT", ...given)).message;
    const targets = down(60, 40);
    expect(await message(targets, down(1, 2))).toMatch(/^Views, row 2: 2 is not between -1 and 1/);
    expect(await message(targets, down(1, "good"))).toMatch(/^Views, row 2: "good" is not a number/);
    expect(await message(targets, down(1, 0, 1))).toMatch(/^Targets has 2 rows, Views has 3/);
    expect(await message(targets, down(1, -1), null, down(1))).toBe(
      "Max shift: 1 can mean one point or 100%. Type 1% for one point, or 100 for 100 points.",
    );
    expect(await message(targets, down(1, -1), down(-1))).toMatch(/^Strength: -1 is not between 0 and 100/);
    expect(await message(targets, null)).toMatch(/^Views is missing/);
  });
});
