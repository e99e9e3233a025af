import { describe, expect, it } from "@jest/globals";
import { below, months, one } from "./evidence-asking";
import { callLater, failureLater } from "./shipped";

describe("KEEL.HISTORY", () => {
  it("has all annual series, with their source in the last heading", async () => {
    const table = await callLater("HISTORY");
    expect(table[0]).toEqual([
      ...["Year", "Stocks", "Bills", "Bonds", "Corporate bonds", "Real estate", "Gold", "Inflation"],
      "Source: A. Damodaran, NYU Stern, January 2026",
    ]);
    expect(table).toHaveLength(1 + 98);
    expect(table[1]?.slice(0, 4)).toEqual([1928, 0.4381, 0.0308, 0.0084]);
    expect(table.at(-1)?.[0]).toBe(2025);
    expect(table.slice(1).every((row) => row.at(-1) === "")).toBe(true);
  });

  it("has months by their last day, and says what averages are no good for", async () => {
    const table = await months("stocks, bonds");
    expect(table).toHaveLength(1 + 1200);
    expect(table[0]?.slice(0, 3)).toEqual(["Month", "Stocks", "Bonds"]);
    expect(table[0]?.[3]).toMatch(/monthly averages: volatility about a fifth too low, not for signals$/);
    // 31 January 1926, and 31 December 2025.
    expect([table[1]?.[0], table.at(-1)?.[0]]).toEqual([9528, 46022]);
    expect(table[1]?.slice(1, 3)).toEqual([0.019312, 0.004324]);
  });

  it("takes series in the order asked, and years or dates", async () => {
    expect(await callLater("HISTORY", one(" Gold , stocks"), one(2023), one("2024"))).toEqual([
      ["Year", "Gold", "Stocks", "Source: A. Damodaran, NYU Stern, January 2026"],
      [2023, 0.1326 + 0, 0.2606, ""].map((cell, at) => (at === 1 ? expect.any(Number) : cell)),
      [2024, expect.any(Number), 0.2488, ""],
    ]);
    const quarter = await callLater("HISTORY", one("monthly bills"), one("2007-10-15"), one(39447));
    expect(below(quarter, "Month")).toEqual([39386, 39416, 39447]);
    expect(await months("stocks", 2007, 2007)).toHaveLength(13);
  });

  it("is all of a frequency where none is named", async () => {
    const [annual, monthly, all] = await Promise.all(
      ["annual", "monthly", ""].map((text) => callLater("HISTORY", one(text))),
    );
    expect(annual).toEqual(all);
    expect(monthly?.[0]?.slice(0, 5)).toEqual(["Month", "Stocks", "Bonds", "Bills", "Inflation"]);
  });

  it("says what there isn't", async () => {
    expect(await failureLater("HISTORY", one("monthly stocks, gold"))).toMatchObject({
      code: "#VALUE!",
      message:
        'Series: there are no monthly returns of "gold". Type names between commas: stocks, bonds, bills or inflation.',
    });
    expect((await failureLater("HISTORY", null, one(1900))).message).toBe(
      "From: the built-in returns go from 1928 to 2025, and 1900 is outside. Type a year or a date within, or leave it empty.",
    );
    expect((await failureLater("HISTORY", one("monthly"), null, one("2026-03-01"))).message).toMatch(
      /^To: the built-in returns go from 1926 to 2025, and 2026-03-01 is outside\./,
    );
    expect((await failureLater("HISTORY", null, one(2000), one(1990))).message).toMatch(/^From comes after To/);
    expect((await failureLater("HISTORY", null, one("soon"))).message).toBe(
      'From: "soon" is not a date. Type it as 2026-01-05.',
    );
  });
});
