import { describe, expect, it } from "@jest/globals";
import { callLater, down, failureLater, typed } from "./shipped";

describe("KEEL.LIMIT", () => {
  it("is the deferral with the catch-up of the age", async () => {
    expect(await callLater("LIMIT", ...typed(2026, 61))).toEqual([[35_750]]);
    expect(await callLater("LIMIT", ...typed(2026, 64))).toEqual([[32_500]]);
    expect(await callLater("LIMIT", ...typed(2026, down("Age", 40, 50, "", 60)))).toEqual(
      down("", 24_500, 32_500, 0, 35_750),
    );
    expect(await callLater("LIMIT", ...typed(down(2024, 2025, 2026), down(60, 60, 60)))).toEqual(
      down(30_500, 34_750, 35_750),
    );
  });

  it("has other kinds", async () => {
    expect(await callLater("LIMIT", ...typed(2026, 52, "IRA + catch-up"))).toEqual([[8_600]]);
    expect(await callLater("LIMIT", ...typed(2026, 40, "roth catch-up wages"))).toEqual([[150_000]]);
    expect(await callLater("LIMIT", ...typed(2026, 40, "hsa family"))).toEqual([[8_750]]);
  });

  it("names what is wrong", async () => {
    expect((await failureLater("LIMIT", ...typed(2023, 40))).message).toMatch(/Type 2024, 2025 or 2026\.$/);
    expect(await failureLater("LIMIT", ...typed(2026, 40, "403(b)"))).toMatchObject({ code: "#VALUE!" });
    expect((await failureLater("LIMIT", ...typed(2026, 59.5))).message).toMatch(/^Age: 59\.5 is not a whole number/);
    expect((await failureLater("LIMIT", ...typed(2026, null))).message).toMatch(/^Age/);
    expect(await failureLater("LIMIT", ...typed(2024, 40, "roth catch-up wages"))).toMatchObject({
      code: "#N/A",
      message: "Kind: in 2024 there is no limit called roth catch-up wages. Ask for another year or kind.",
    });
    expect(await failureLater("LIMIT", ...typed(2025, 40, "hsa"))).toMatchObject({
      code: "#N/A",
      message:
        "Kind: the hsa limit of 2025 (Rev. Proc. 2024-25) has no second source, so Keel doesn't use it. KEEL.LAW shows it.",
    });
  });
});
