import { describe, expect, it } from "@jest/globals";
import { callLater, down, failureLater, typed } from "./shipped";

const HEADER = ["Year", "Age", "Salary", "Contribution", "Match", "Growth", "End balance", "Note"];
const project = (...args: readonly unknown[]): Promise<unknown[][]> => callLater("PROJECT", ...typed(...args));

describe("KEEL.PROJECT", () => {
  it("goes year by year", async () => {
    const table = await project(100_000, 100_000, 0.06, "50% of 6%", 3, 0.05, 2026);
    expect(table[0]).toEqual(HEADER);
    expect(table.slice(1).map((row) => row[6])).toEqual([114_225, 129_161.25, 144_844.31]);
    expect(table.map((row) => row[7])).toEqual([
      "Note",
      "",
      "By the limits of 2026, the last known.",
      "By the limits of 2026, the last known.",
    ]);
  });

  it("keeps within the limits and says so", async () => {
    const [, row] = await project(0, 400_000, 0.3, "50% of 6%", 1, 0, 2026);
    expect(row?.slice(2)).toEqual([
      ...[400_000, 24_500, 10_800, 0, 35_300],
      "Contribution at its limit, $24,500. The match counts $360,000 of pay.",
    ]);
    const [, older] = await project(0, 200_000, 0.2, "200% of 20%", 1, 0, 2026, null, 60);
    // 35,750 paid in; 200% of 17.875% of pay would be 71,500: 72,000 + 11,250 − 35,750 are left.
    expect(older?.slice(1, 5)).toEqual([60, 200_000, 35_750, 47_500]);
    expect(older?.[7]).toBe(
      "Contribution at its limit, $35,750. With the higher catch-up from 60 to 63, if the plan offers it. The catch-up is Roth if last year's wages were above $150,000. Match cut: both together are at their limit, $83,250.",
    );
  });

  it("raises pay from the second year, and knows catch-ups only with an age", async () => {
    const table = await project(0, 300_000, 0.1, "50% of 6%", 3, 0, 2024, 0.1, 48);
    expect(table.slice(1).map((row) => row.slice(0, 4))).toEqual([
      [2024, 48, 300_000, 23_000],
      [2025, 49, 330_000, 23_500],
      [2026, 50, 363_000, 32_500],
    ]);
    const without = await project(0, 300_000, 0.1, "50% of 6%", 3, 0, 2024, 0.1);
    expect(without.slice(1).map((row) => [row[1], row[3]])).toEqual([
      ["", 23_000],
      ["", 23_500],
      ["", 24_500],
    ]);
  });

  it("names what is wrong", async () => {
    const failing = async (...args: readonly unknown[]): Promise<string> =>
      (await failureLater("PROJECT", ...typed(...args))).message;
    expect(await failing(0, 1, 0, "50% of 6%", 3, 0.05, 2027)).toMatch(/^Year: the law of 2027/);
    expect(await failing(0, 1, 0, "50% of 6%", 2.5, 0.05, 2026)).toMatch(/^Years: 2\.5 is not a whole number/);
    expect(await failing(0, 1, 0, "50% of 6%", 101, 0.05, 2026)).toMatch(/^Years: 101 is not between 1 and 100/);
    expect(await failing(0, 1, 0, "50% of 6%", 3, 5, 2026)).toMatch(/^Growth: 5 is not between -1 and 1/);
    expect(await failing(down(1, 2), 1, 0, "50% of 6%", 3, 0.05, 2026)).toMatch(/^Balance is 2 rows by 1 column/);
    expect(await failing(9e13, 1, 0, "50% of 6%", 30, 0.05, 2026)).toMatch(/^Balance/);
  });
});
