import { describe, expect, it } from "@jest/globals";
import { callLater, failureLater, typed } from "./shipped";

describe("KEEL.ROTHCONVERSION", () => {
  it("stacks the conversion on the income, bracket by bracket", async () => {
    const table = await callLater("ROTHCONVERSION", ...typed(20_000, 70_000, "single", 2026, 66));
    expect(table.slice(0, 7)).toEqual([
      ["Item", "Value"],
      ["Federal tax", 4_143],
      ["Tax at 12%", 546],
      ["Tax at 22%", 3_597],
      ["Rate on the last dollar", 0.2332],
      // 45,850 are taxable, 50,400 end the bracket: 4,550 fit in as long as the senior deduction is whole, to 75,000.
      ["Room left in the income's bracket", 4_550],
      // 105,700 − 66,750 = 38,950; each dollar adds 1.06.
      ["Room left in the bracket it ends in", 36_745.28],
    ]);
    expect(table.slice(7).map(([label]) => label)).toEqual(["Note", "Note", "Note", "Note"]);
    expect(
      table
        .slice(7)
        .map(([, note]) => note)
        .join(" "),
    ).toMatch(/five tax years.*other money.*IRMAA.*not advice/s);
    expect((await callLater("ROTHCONVERSION", ...typed(20_000, 70_000, "single", 2026, 50)))[1]).toEqual([
      "Federal tax",
      4_400,
    ]);
  });

  it("says where a bracket has no end", async () => {
    const table = await callLater("ROTHCONVERSION", ...typed(20_000, 900_000, "single", 2026));
    expect(table.slice(1, 6)).toEqual([
      ["Federal tax", 7_400],
      ["Tax at 37%", 7_400],
      ["Rate on the last dollar", 0.37],
      ["Room left in the income's bracket", "No end"],
      ["Room left in the bracket it ends in", "No end"],
    ]);
  });

  it("counts what the deduction leaves free as room", async () => {
    const table = await callLater("ROTHCONVERSION", ...typed(10_000, null, "single", 2026));
    expect(table.slice(1, 5)).toEqual([
      ["Federal tax", 0],
      ["Rate on the last dollar", 0],
      ["Room left in the income's bracket", 28_500],
      ["Room left in the bracket it ends in", 18_500],
    ]);
  });

  it("names what is wrong", async () => {
    expect((await failureLater("ROTHCONVERSION", ...typed(null, 1, "single", 2026))).message).toMatch(/^Amount/);
    expect((await failureLater("ROTHCONVERSION", ...typed(1, 1, "", 2026))).message).toMatch(/^Filing/);
    expect((await failureLater("ROTHCONVERSION", ...typed(1, 1, "single", 2020))).message).toMatch(/^Year/);
  });
});
