import { describe, expect, it } from "@jest/globals";
import { callLater, down, failureLater, typed } from "./shipped";

describe("KEEL.TAX", () => {
  it("answers with the tax in dollars", async () => {
    expect(await callLater("TAX", ...typed(240_000, "HoH", 2026))).toEqual([[43_719]]);
    expect(await callLater("TAX", ...typed(down(190_000), "single", down(2026), down(50_000)))).toEqual([[43_354]]);
    expect(await callLater("TAX", ...typed(down("$60,000"), "single", down("2026")))).toEqual([[5020]]);
  });

  it("answers beside a column: header, blank rows, and other columns of the same height", async () => {
    expect(await callLater("TAX", ...typed(down("Income", 70_000, "", 60_000), "single", down(2026)))).toEqual(
      down("", 6_570, 0, 5_020),
    );
    expect(await callLater("TAX", ...typed([[60_000, 60_000]], "single", [[2026, 2024]]))).toEqual([[5_020, 5_216]]);
  });

  it("reads the ways to file as people write them", async () => {
    const of = async (filing: string): Promise<unknown> =>
      (await callLater("TAX", ...typed(100_000, filing, 2026)))[0]?.[0];
    const joint = await of("joint");
    for (const said of ["MFJ", "Married filing jointly", "surviving spouse", "JOINT"])
      expect(await of(said)).toBe(joint);
    expect(await of("head of household")).toBe(await of("hoh"));
    expect(await of("married filing separately")).toBe(await of("separate"));
  });

  it("names what is wrong", async () => {
    expect(await failureLater("TAX", ...typed(60_000, "single", 2027))).toMatchObject({
      code: "#VALUE!",
      message: "Year: the law of 2027 is not in Keel's table. Type 2024, 2025 or 2026.",
    });
    expect((await failureLater("TAX", ...typed(down(1, 2), "single", down(2026, 2030)))).message).toMatch(
      /^Year, row 2: /,
    );
    expect((await failureLater("TAX", ...typed(60_000, "both of us", 2026))).message).toBe(
      'Filing: "both of us" is not known. Type single, joint, separate or head of household.',
    );
    expect((await failureLater("TAX", ...typed(60_000, null, 2026))).message).toMatch(/^Filing/);
    expect((await failureLater("TAX", ...typed(60_000, "single", null))).message).toMatch(/^Year/);
    expect((await failureLater("TAX", ...typed(down(1, -2), "single", 2026))).message).toMatch(
      /^Income, row 2: -2 is not between/,
    );
    expect((await failureLater("TAX", ...typed(1, "single", 2026, -3))).message).toMatch(/^Gains: -3 is not between/);
    expect((await failureLater("TAX", ...typed(down(1, "n/a"), "single", 2026))).message).toMatch(
      /^Income, row 2: "n\/a"/,
    );
    expect(
      (await failureLater("TAX", ...typed(down({ type: "Error", basicValue: "#REF!" }), "single", 2026))).code,
    ).toBe("#VALUE!");
  });
});
