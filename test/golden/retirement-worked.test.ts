import { describe, expect, it } from "@jest/globals";
import { callLater, typed } from "../functions/shipped";

// Source: the product contract's worked numbers, by line, as typed there.

const one = async (...call: readonly [string, ...unknown[]]): Promise<unknown> => (await callLater(call[0], ...typed(...call.slice(1))))[0]?.[0];

async function figures(...call: readonly [string, ...unknown[]]): Promise<Readonly<Record<string, unknown>>> {
  return Object.fromEntries((await callLater(call[0], ...typed(...call.slice(1)))).map(([label, value]) => [label as string, value]));
}

describe("worked numbers", () => {
  it("line 30: EARLYWITHDRAWAL", async () => {
    const found = await figures("EARLYWITHDRAWAL", 10_000, 45, 60_000, "single", 2026);
    expect(found).toMatchObject({ "Federal tax": 1_550, Penalty: 1_000, Withheld: 2_000, "In hand": 7_450 });
    expect(found["Amount for that much in hand"]).toBe(13_750);
  });

  it("line 33: LIMIT and EMPLOYERMATCH", async () => {
    expect(await one("LIMIT", 2026, 61)).toBe(35_750);
    expect(await one("LIMIT", 2026, 64)).toBe(32_500);
    expect(await one("EMPLOYERMATCH", 80_000, [["4%"]], "100% of 3%, 50% of 2%")).toBe(2_800);
  });

  it("line 44: RMD", async () => {
    expect(await one("RMD", 205_000, 74)).toBe(8_039.22);
    expect(await one("RMD", 205_000, 74, 1960)).toBe(0);
  });

  it("line 47: TAX", async () => {
    expect(await one("TAX", 240_000, "HoH", 2026)).toBe(43_719);
    expect(await one("TAX", 500_000, "separate", 2026)).toBe(140_125.25);
  });

  it("line 48: the senior deduction, also in a conversion", async () => {
    expect(await one("TAX", 70_000, "single", 2026, null, 66)).toBe(5_254);
    expect((await figures("ROTHCONVERSION", 20_000, 70_000, "single", 2026, 66))["Federal tax"]).toBe(4_143);
    expect((await figures("ROTHCONVERSION", 20_000, 70_000, "single", 2026, 50))["Federal tax"]).toBe(4_400);
  });

  it("line 49: two seniors, and the net investment income tax", async () => {
    expect(await one("TAX", 200_000, "joint", 2026, null, 67, 66)).toBe(24_294);
    expect(await one("TAX", 190_000, "single", 2026, 50_000)).toBe(43_354);
  });

  it("line 50: PROJECT", async () => {
    const table = await callLater("PROJECT", ...typed(100_000, 100_000, [["6%"]], "50% of 6%", 3, [["5%"]], 2026));
    expect(table.slice(1).map((row) => row[6])).toEqual([114_225, 129_161.25, 144_844.31]);
    const [, limited] = await callLater("PROJECT", ...typed(0, 400_000, [["30%"]], "50% of 6%", 1, 0, 2026));
    expect([limited?.[3], limited?.[4], limited?.[6]]).toEqual([24_500, 10_800, 35_300]);
  });
});
