import { describe, expect, it } from "@jest/globals";
import { guessClass } from "../../../src/ranges";

describe("guessing what a fund holds", () => {
  it.each([
    [
      "US stocks",
      "Vanguard 500 Index",
      "Fidelity 500 Index Fund",
      "Total Stock Market Idx",
      "Extended Market Index",
      "Large Cap Growth",
      "S&P 500",
      "US Equity",
      "Small-Cap Value",
      "VTI",
      "fxaix",
      "Dividend Growth",
    ],
    [
      "International stocks",
      "Total International Stock Index",
      "Intl Equity",
      "Emerging Markets Index",
      "FTSE Developed ex US",
      "EuroPacific Growth",
      "MSCI EAFE",
      "VXUS",
      "World ex-US",
    ],
    [
      "Bonds",
      "Total Bond Market",
      "Core Fixed Income",
      "Inflation-Protected Securities",
      "International Bond Index",
      "Emerging Markets Debt",
      "Short-Term Treasury",
      "BND",
      "US Aggregate",
      "High Yield",
    ],
    [
      "Cash",
      "Federal Money Market",
      "Stable Value Fund",
      "Cash",
      "SPAXX**",
      "Settlement Fund",
      "Treasury Money Market",
    ],
    ["Real estate and other", "Real Estate Index", "Global REIT", "Gold", "VNQ", "Commodities Strategy", "Bitcoin"],
  ] as const)("%s", (name, ...funds) => {
    expect(funds.map((fund) => [fund, guessClass([fund])])).toEqual(funds.map((fund) => [fund, name]));
  });

  it("leaves open what mixes classes, and what says nothing", () => {
    for (const fund of [
      "Target Retirement 2040",
      "Balanced Index",
      "LifeStrategy Moderate",
      "Freedom Index 2050",
      "Wellington",
      "Total World Stock",
      "Our Fund",
      "",
    ]) {
      expect([fund, guessClass([fund])]).toEqual([fund, undefined]);
    }
  });

  it("believes a ticker more than a name", () => {
    expect(guessClass(["Retirement Savings Fund", "VBTLX"])).toBe("Bonds");
  });
});
