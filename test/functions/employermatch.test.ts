import { describe, expect, it } from "@jest/globals";
import { callLater, down, failureLater, typed } from "./shipped";

const match = async (salary: unknown, rate: unknown, formula: string, year?: unknown): Promise<unknown> =>
  (await callLater("EMPLOYERMATCH", ...typed(salary, rate, formula, year)))[0]?.[0];

describe("KEEL.EMPLOYERMATCH", () => {
  it.each([
    "100% of 3%, 50% of 2%",
    "100% of the first 3%; 50% of the next 2%",
    "100% up to 3%, 50% up to 5%",
    "dollar for dollar up to 3% then 50 cents on the dollar up to 5% of pay",
    "100% match on the first 3% of your pay and 50% of the next 2%",
    "100% of 3% + 50% of 2%",
    "100% of 3%,50% of 2%",
    "100% of 3%\n50% of 2%",
    "100% of 3%, 50% of 2%, max $5,000",
  ])("reads %j", async (formula) => {
    expect(await match(80_000, 0.04, formula)).toBe(2_800);
    expect(await match(80_000, 0.1, formula)).toBe(3_200);
  });

  it("ends at the most in a year", async () => {
    expect(await match(80_000, 0.1, "100% of 3%, 50% of 2%, max $2,500.50")).toBe(2_500.5);
    expect(await match(80_000, 0.1, "100% of 3%; up to $1,000")).toBe(1_000);
  });

  it("counts pay up to the compensation limit of the year, and all of it without one", async () => {
    expect(await match(400_000, 0.06, "50% of 6%", 2026)).toBe(10_800);
    expect(await match(400_000, 0.06, "50% of 6%")).toBe(12_000);
    expect(await match(360_000.01, 0.06, "50% of 6%", 2026)).toBe(10_800);
  });

  it("answers beside a column", async () => {
    expect(
      await callLater("EMPLOYERMATCH", ...typed(down("Salary", 80_000, 0, 50_000), down(0.04), "50% of 6%")),
    ).toEqual(down("", 1_600, 0, 1_000));
  });

  it("names what is wrong", async () => {
    const failing = async (formula: unknown, rate: unknown = 0.04): Promise<string> =>
      (await failureLater("EMPLOYERMATCH", ...typed(80_000, rate, formula))).message;
    expect(await failing("half of it")).toBe(
      'Formula: "half of it" is not known. Type tiers such as 100% of 3%, 50% of 2%, and maybe max $5,000.',
    );
    expect(await failing("100% up to 5%, 50% up to 3%")).toBe(
      'Formula: "50% up to 3%" does not begin after the 5% of pay that come before it, or is out of range. Put the tiers in order.',
    );
    expect(await failing("100% of 101%")).toMatch(/out of range/);
    expect(await failing("max $5,000")).toMatch(/is not known/);
    expect(await failing("100% of 3%, max $1,000, max $2,000")).toMatch(/"max \$2,000" is not known/);
    expect(await failing(null)).toMatch(/^Formula/);
    expect(await failing("50% of 6%", 4)).toBe("Rate: 4 is not between 0 and 1. Type a number in that range.");
  });
});
