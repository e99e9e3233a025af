import { describe, expect, it } from "@jest/globals";
import { callLater, down, failureLater, type Cell } from "./shipped";

const R = [
  [0.2, 0.02],
  [-0.1, 0.05],
  [0.15, -0.01],
  [0.05, 0.04],
  [0.1, 0.03],
];

const rounded = (rows: readonly (readonly Cell[])[]): Cell[][] =>
  rows.map((row) => row.map((cell) => (typeof cell === "number" ? Number(cell.toFixed(6)) : cell)));

describe("KEEL.FRONTIER", () => {
  it("goes from the least variance to the best return at equal steps", async () => {
    // Worked number 66.
    expect(rounded(await callLater("FRONTIER", [["Stocks", "Bonds"], ...R], down(3)))).toEqual([
      ["Volatility", "Return", "Stocks", "Bonds"],
      [0.013269, 0.033629, 0.141286, 0.858714],
      [0.05869, 0.056815, 0.570643, 0.429357],
      [0.115109, 0.08, 1, 0],
    ]);
  });

  it("has 20 mixes where no number is said, and names funds without a heading", async () => {
    const table = await callLater("FRONTIER", R);
    expect(table).toHaveLength(21);
    expect(table[0]).toEqual(["Volatility", "Return", "Fund 1", "Fund 2"]);
    expect(await callLater("FRONTIER", R, down(""), null, down(0))).toEqual(table);
  });

  it("counts by the periods a year, from the dates or as said", async () => {
    const dated = R.map((row, at) => [`2026-0${at + 1}-28`, ...row]);
    const [, least] = await callLater("FRONTIER", dated, down(2));
    expect(least?.[0]).toBeCloseTo(0.0132694642 * Math.sqrt(12), 9);
    expect(least?.[1]).toBeCloseTo(0.0336292 * 12, 5);
    expect(await callLater("FRONTIER", R, down(2), null, null, down(12))).toEqual(
      await callLater("FRONTIER", dated, down(2)),
    );
  });

  it("keeps bounds: one for all or one each, fractions up to 1 and percents above", async () => {
    const bounded = await callLater("FRONTIER", R, down(2), down(0.3), down(60));
    expect(
      rounded(bounded)
        .slice(1)
        .map((row) => row.slice(2)),
    ).toEqual([
      [0.4, 0.6],
      [0.6, 0.4],
    ]);
    for (const [min, max] of [
      [down("Min", "40%", ""), down("Max", "", 60)],
      [[[40, 0]], [[0, 0.6]]],
    ]) {
      const each = await callLater("FRONTIER", R, down(2), min, max);
      expect(
        rounded(each)
          .slice(1)
          .map((row) => row[2]),
      ).toEqual([0.4, 1]);
    }
    // Short bonds: all of the return and more.
    const short = await callLater("FRONTIER", R, down(2), down(-0.5));
    expect(short[2]?.slice(2)).toEqual([1, 0]);
  });

  it("says what keeps it from an answer", async () => {
    expect(await failureLater("FRONTIER", R.slice(0, 2))).toMatchObject({
      code: "#N/A",
      message:
        "Returns has 2 periods for 2 funds; at least 3 are needed, or some mix of them looks riskless. Select more rows or fewer funds.",
    });
    const still = down(0.01, 0.01, 0.01);
    expect(await failureLater("FRONTIER", still)).toMatchObject({
      code: "#N/A",
      message: expect.stringMatching(/nothing ever moved/),
    });
    expect(await failureLater("FRONTIER", R, null, down(0.6))).toMatchObject({
      code: "#N/A",
      message: "The minimums add up to 120%, more than 100%. Lower some of them.",
    });
    expect(await failureLater("FRONTIER", R, null, null, down("40%"))).toMatchObject({
      code: "#N/A",
      message: "The maximums leave room for only 80%, less than 100%. Raise some of them.",
    });
    expect(await failureLater("FRONTIER", R, null, down(0.6, 0), down(0.5, 0))).toMatchObject({
      code: "#VALUE!",
      message: "Min is 60% and Max 50% for column 1. Lower Min or raise Max.",
    });
  });

  it("names what is wrong", async () => {
    const message = async (...given: readonly unknown[]): Promise<string> =>
      (await failureLater("FRONTIER", ...given)).message;
    expect(await message(R, down(1))).toMatch(/^Points: 1 is not between 2 and 500/);
    expect(await message(R, down(2.5))).toMatch(/^Points: 2.5 is not a whole number/);
    expect(await message(R, null, down(0.1, 0.1, 0.1))).toMatch(/^Min has 3 cells for 2 funds/);
    expect(await message(R, null, null, down("most", "some"))).toMatch(/^Max, row 1: "most" is not a number/);
    expect(await message(R, null, null, down(101))).toMatch(/^Max: 101 is not between -100 and 100/);
    expect(await message(null)).toMatch(/^Returns is missing/);
    expect(await message([Array<number>(201).fill(0.1)])).toMatch(/^Returns has 201 funds; 200 is the most/);
  });
});
