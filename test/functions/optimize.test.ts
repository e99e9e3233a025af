import { describe, expect, it } from "@jest/globals";
import { callLater, down, failureLater } from "./shipped";

const R = [
  [0.2, 0.02],
  [-0.1, 0.05],
  [0.15, -0.01],
  [0.05, 0.04],
  [0.1, 0.03],
];

const first = async (...given: readonly unknown[]): Promise<number> =>
  (await callLater("OPTIMIZE", R, ...given))[0]?.[0] as number;

describe("KEEL.OPTIMIZE", () => {
  // Worked number 67.
  it.each([
    ["min variance", null, 0.141286],
    ["max sharpe", null, 0.157233],
    ["max sharpe", 0.03, 0.289044],
    ["max sharpe", "3%", 0.289044],
    ["risk parity", null, 0.166667],
    ["return 5%", null, 0.444444],
    ["return 0.05", null, 0.444444],
    ["Volatility  6 %", null, 0.580734],
    ["utility 4", null, 0.902707],
  ])("%s at %p", async (goal, riskFree, weight) => {
    const weights = await callLater("OPTIMIZE", R, goal, riskFree === null ? null : down(riskFree));
    expect(weights[0]?.[0]).toBeCloseTo(weight, 6);
    expect(weights.flat().reduce((sum: number, each) => sum + (each as number), 0)).toBe(1);
  });

  it("is a column in the order of the columns of returns, though they have dates and headings", async () => {
    const dated = [["Year", "Stocks", "Bonds", "Source: ours"], ...R.map((row, at) => [2020 + at, ...row, ""])];
    expect(await callLater("OPTIMIZE", dated, "utility 4")).toEqual(await callLater("OPTIMIZE", R, "utility 4"));
  });

  it("keeps to the bounds", async () => {
    expect(await first("utility 4", null, null, down("50%"))).toBe(0.5);
    expect(await first("min variance", null, down(0.2, 0))).toBe(0.2);
  });

  it("names the range within reach", async () => {
    expect(await failureLater("OPTIMIZE", R, "return 9%")).toMatchObject({
      code: "#N/A",
      message:
        "Goal: no portfolio within Min and Max has a return of 9%. The returns within reach go from 2.6% to 8% a year.",
    });
    expect(await failureLater("OPTIMIZE", R, "volatility 20%")).toMatchObject({
      code: "#N/A",
      message:
        "Goal: no portfolio within Min and Max has a volatility of 20%. The volatilities within reach go from 1.33% to 11.51% a year.",
    });
    // The least volatility is 1.32695 %: what is asked must not look like what can be had.
    expect((await failureLater("OPTIMIZE", R, "volatility 1.3269%")).message).toMatch(
      /has a volatility of 1\.3269%\. The volatilities within reach go from 1\.33% to/,
    );
    expect((await failureLater("OPTIMIZE", R, "return 8.001%")).message).toMatch(/has a return of 8\.001%\./);
    expect(await failureLater("OPTIMIZE", R, "max sharpe", down(0.09))).toMatchObject({
      code: "#N/A",
      message: expect.stringMatching(
        /earns more than the rate without risk, 9%\. Their returns go from 2.6% to 8% a year/,
      ),
    });
    expect(await failureLater("OPTIMIZE", R, "min variance", null, null, down(0.4))).toMatchObject({ code: "#N/A" });
  });

  it("refuses bounds on risk parity, and funds without risk to share", async () => {
    expect(await failureLater("OPTIMIZE", R, "risk parity", null, null, down(0.9))).toMatchObject({
      code: "#VALUE!",
      message: expect.stringMatching(/^Goal: risk parity has one answer/),
    });
    expect(await first("risk parity", null, down(0), down(""))).toBeCloseTo(1 / 6, 9);
    const still = [["Stocks", "Cash"], ...R.map(([one]) => [one, 0.01])];
    expect(await failureLater("OPTIMIZE", still, "risk parity")).toMatchObject({
      code: "#N/A",
      message: "Returns, Cash: it never moved, so it has no risk to share. Leave it out.",
    });
  });

  it.each(["best", "return", "return 7", "volatility -1%", "utility 0", "utility lots", "min"])(
    "knows no goal %p",
    async (goal) => {
      expect(await failureLater("OPTIMIZE", R, goal)).toMatchObject({
        code: "#VALUE!",
        message: expect.stringContaining(`Goal: "${goal}" is not known. Type min variance, max sharpe`),
      });
    },
  );

  it("names what is wrong", async () => {
    expect((await failureLater("OPTIMIZE", R, null)).message).toMatch(/^Goal is missing. Type min variance/);
    expect((await failureLater("OPTIMIZE", R, "min variance", down(3))).message).toMatch(
      /^Risk free: 3 is not between/,
    );
    expect((await failureLater("OPTIMIZE", R, "max sharpe", down(0.01, 0.02))).message).toMatch(
      /^Risk free is 2 rows by 1 column/,
    );
  });
});
