import { describe, expect, it } from "@jest/globals";
import { callLater, failureLater, typed } from "./shipped";

describe("KEEL.LAW", () => {
  it("lists a year's figures with their sources, and those of all years", async () => {
    const table = await callLater("LAW", ...typed(2026));
    expect(table[0]).toEqual(["Figure", "Value", "For whom", "Source", "State"]);
    const found = new Map(
      table.map(([name, value, whom, source, state]) => [`${String(name)} | ${String(whom)}`, [value, source, state]]),
    );
    expect(found.get("Income bracket of 24% ends, 2026 | head of household")).toEqual([
      ...[201_750, "Rev. Proc. 2025-32", "checked by 3 sources"],
    ]);
    expect(found.get("Income bracket of 37% has no end, 2026 | single")?.[0]).toBe("");
    expect(found.get("Exception, most: domestic abuse, 2026 | plans and IRAs")).toEqual([
      ...[10_500, "Notice 2025-67", "unverified"],
    ]);
    expect(found.get("Net investment income tax | all")).toEqual([0.038, "IRC 1411", "law"]);
    expect(found.get("Uniform Lifetime Table, years | age 74")?.[0]).toBe(25.5);
    expect(found.get("Required distributions from age | born 1951 to 1959")?.[0]).toBe(73);
    expect(found.size).toBe(table.length);
  });

  it("lists all years without one", async () => {
    const [all, ...years] = await Promise.all([
      callLater("LAW"),
      ...[2024, 2025, 2026].map((year) => callLater("LAW", ...typed(year))),
    ]);
    const names = new Set((all as unknown[][]).map((row) => row.join("|")));
    expect(years.flat().every((row) => names.has(row.join("|")))).toBe(true);
    expect((await failureLater("LAW", ...typed(2027))).message).toMatch(/Type 2024, 2025 or 2026\./);
  });
});
