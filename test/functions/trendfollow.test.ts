import { describe, expect, it } from "@jest/globals";
import { callLater, down, failureLater } from "./shipped";

const TARGETS = down(50, 30, 20);
/** 100 … 109, 100 … 91, 1. */
const PRICES = Array.from({ length: 10 }, (_, at) => [100 + at, 100 - at, 1]);

const weights = async (...given: readonly unknown[]): Promise<unknown[]> =>
  (await callLater("TRENDFOLLOW", ...given)).flat();

describe("KEEL.TRENDFOLLOW", () => {
  it("holds what is above its mean, and puts the rest into cash", async () => {
    // Worked number 72.
    expect(await weights(TARGETS, PRICES)).toEqual([0.5, 0, 0.5]);
  });

  it("looks at the last prices only", async () => {
    const fell = [[500, 1, 1], ...PRICES];
    expect(await weights(TARGETS, fell)).toEqual([0.5, 0, 0.5]);
    expect(await weights(TARGETS, fell, down(11))).toEqual([0, 0.3, 0.7]);
    // Prices that stand still are not above their mean either.
    expect(await weights(TARGETS, PRICES, down(2), down(1))).toEqual([1, 0, 0]);
  });

  it("reads dates, headings, and prices above 1,800 in the first column", async () => {
    // The last days of ten months from April 2025 on.
    const days = [45_777, 45_808, 45_838, 45_869, 45_900, 45_930, 45_961, 45_991, 46_022, 46_053];
    const dated = PRICES.map((row, at) => [days[at], ...row]);
    expect(await weights(TARGETS, [["Month", "A", "B", "Cash"], ...dated])).toEqual([0.5, 0, 0.5]);
    const index = PRICES.map(([one, ...rest]) => [(one as number) * 50, ...rest]);
    expect(await weights(TARGETS, index)).toEqual([0.5, 0, 0.5]);
    // A date and two columns, or three columns: a day is no price.
    const two = dated.map((row) => row.slice(0, 3));
    expect(await weights(down(60, 40, 0), two, null, down(3))).toEqual([0.6, 0, 0.4]);
  });

  it("needs no price of cash, or of what has no target, and passes over empty rows", async () => {
    const gaps = [...PRICES.map(([one, two]) => [one, two, "", 0]), ["", null, 0, ""]];
    expect(await weights(down(50, 30, 0, 20), gaps)).toEqual([0.5, 0, 0, 0.5]);
  });

  it("stands beside a header, and beside targets that lie across", async () => {
    expect(await weights(down("Target", 50, 30, 20), PRICES)).toEqual(["", 0.5, 0, 0.5]);
    expect(await callLater("TRENDFOLLOW", [[50, 30, 20]], PRICES)).toEqual([[0.5, 0, 0.5]]);
  });

  it("has no answer for fewer prices than the mean is of", async () => {
    expect(await failureLater("TRENDFOLLOW", TARGETS, PRICES.slice(1))).toMatchObject({
      code: "#N/A",
      message: "Prices has 9 rows, but the mean is of the last 10. Select more rows, or lower Lookback.",
    });
  });

  it("names what is wrong", async () => {
    const message = async (...given: readonly unknown[]): Promise<string> =>
      (await failureLater("TRENDFOLLOW", ...given)).message;
    const with2 = (cell: unknown): unknown[][] => PRICES.map((row, at) => (at === 4 ? [100, cell, 1] : row));
    expect(await message(TARGETS, null)).toMatch(/^Prices is missing. Select the funds' past prices/);
    expect(await message(TARGETS, with2(""))).toMatch(/^Prices, row 5, column 2: the price is missing/);
    expect(await message(TARGETS, with2(-3))).toMatch(
      /^Prices, row 5, column 2: -3 is below 0. Type the price of one share/,
    );
    expect(await message(TARGETS, with2("n/a"))).toMatch(/^Prices, row 5, column 2: "n\/a" is not a number/);
    expect(
      await message(
        TARGETS,
        PRICES.map((row) => row.slice(1)),
      ),
    ).toMatch(/^Prices has 2 columns for 3 funds/);
    expect(await message(TARGETS, PRICES, down(1))).toMatch(/^Lookback: 1 is not between 2 and 1000/);
    expect(await message(TARGETS, PRICES, down(2.5))).toMatch(/^Lookback: 2.5 is not a whole number/);
    const backwards = PRICES.map((row, at) => [2030 - at, ...row]);
    expect(await message(TARGETS, backwards)).toMatch(/^Prices, row 2: 2029 stands where the year 2031 belongs/);
  });
});
