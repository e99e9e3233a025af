import { describe, expect, it } from "@jest/globals";
import { callLater, failureLater, typed } from "./shipped";

const HEADER = ["Choice", "Federal tax", "Penalty", "Withheld", "In hand now", "Money at work", "Kept", "Lost or due"];

describe("KEEL.JOBCHANGE", () => {
  it("lays the four choices out", async () => {
    const table = await callLater("JOBCHANGE", ...typed(10_000, 45, 45, 60_000, "single", 2026));
    expect(table.map((row) => row.slice(0, 8))).toEqual([
      HEADER,
      ["Leave it", 0, 0, 0, 0, 10_000, 10_000, 0],
      ["Roll to an IRA", 0, 0, 0, 0, 10_000, 10_000, 0],
      ["Roll to the new plan", 0, 0, 0, 0, 10_000, 10_000, 0],
      ["Cash out", 1_550, 1_000, 2_000, 8_000, 0, 7_450, 2_550],
    ]);
    expect(table[2]?.[8]).toMatch(/60 days and need the withheld 20% from elsewhere/);
  });

  it("says what 55 changes", async () => {
    const table = await callLater("JOBCHANGE", ...typed(10_000, 55, 55, 60_000, "single", 2026));
    expect(table[4]?.slice(1, 4)).toEqual([1_550, 0, 2_000]);
    expect(table[1]?.[8]).toMatch(/^Payments stay free of penalty, as you leave in or after the year of turning 55/);
    expect(table[2]?.[8]).toMatch(/that is lost/);
  });

  it("names what is wrong", async () => {
    expect((await failureLater("JOBCHANGE", ...typed(1, 45, null, 0, "single", 2026))).message).toMatch(
      /^Separation age/,
    );
    expect((await failureLater("JOBCHANGE", ...typed(null, 45, 45, 0, "single", 2026))).message).toMatch(/^Balance/);
  });
});
