import { describe, expect, it } from "@jest/globals";
import { months, one, SIXTY_FORTY, THREE_YEARS } from "./evidence-asking";
import { callLater, down, failureLater } from "./shipped";

const VALUES = down(6000, 4000);
const ANNUAL = one("annual; 5%; last 2026-01-05");

async function chance(...given: readonly unknown[]): Promise<unknown> {
  return (await callLater("LOOKCHANCE", ...given))[0]?.[0];
}

describe("KEEL.LOOKCHANCE", () => {
  it("is the share of paths outside at the next look: worked number 64", async () => {
    expect(await callLater("LOOKCHANCE", VALUES, SIXTY_FORTY, ANNUAL, THREE_YEARS, one("2026-01-05"))).toEqual([
      [0.3282],
    ]);
    expect(await chance(VALUES, SIXTY_FORTY, ANNUAL, THREE_YEARS, one("2026-01-05"), one(8))).toBe(0.5);
  });

  it("is over the rows of a year without a calendar: worked number 65", async () => {
    const data = await months("stocks, bonds");
    expect(await chance(VALUES, SIXTY_FORTY, one("5%"), data, one("2026-06-30"))).toBe(0.2694);
    expect(await chance(VALUES, SIXTY_FORTY, one("annual and 5%; last 2026-06-30"), data, one("2026-06-30"))).toBe(
      0.1922,
    );
  });

  it("takes an overdue or unknown last look for today", async () => {
    const given = [VALUES, SIXTY_FORTY];
    const today = one("2026-01-05");
    const known = await chance(...given, ANNUAL, THREE_YEARS, today);
    expect(await chance(...given, one("annual; 5%"), THREE_YEARS, today)).toBe(known);
    expect(await chance(...given, one("annual; 5%; last 2020-01-05"), THREE_YEARS, today)).toBe(known);
  });

  it("reads headings and blank rows beside the funds", async () => {
    const headed = [down("Value", 6000, "", 4000), down("Target", 60, 0, 40)];
    expect(await chance(...headed, ANNUAL, THREE_YEARS, one("2026-01-05"))).toBe(0.3282);
  });

  it("judges a drift and a tracking error as ISDUE does", async () => {
    const today = one("2026-01-05");
    // Rows 1 to 3 drift by .0383, .1 and .0496; the paths draw 2 2 3 1 1 1 2 2.
    expect(await chance(VALUES, SIXTY_FORTY, one("annual; drift 4.5%"), THREE_YEARS, today, one(8))).toBe(0.625);
    expect(await chance(VALUES, SIXTY_FORTY, one("annual; tracking error 50%"), THREE_YEARS, today)).toBe(0);
  });

  it.each([
    [
      [VALUES, SIXTY_FORTY, one("annual"), THREE_YEARS, one("2026-01-05")],
      /^Policy: without a band there is nothing to be outside of\./,
    ],
    [[VALUES, SIXTY_FORTY, ANNUAL, THREE_YEARS, null], /^As of is missing\./],
    [[VALUES, SIXTY_FORTY, ANNUAL, null, one("2026-01-05")], /^Returns is missing\./],
    [[down(0, 0), SIXTY_FORTY, ANNUAL, THREE_YEARS, one("2026-01-05")], /^Values: everything is 0 or empty/],
    [[VALUES, SIXTY_FORTY, ANNUAL, THREE_YEARS, one("2026-01-05"), one(0.5)], /^Paths: 0\.5 is not a whole number\./],
    [[VALUES, SIXTY_FORTY, ANNUAL, down(0.1, 0.2), one("2026-01-05")], /^Returns has 1 column for 2 funds\./],
  ] as const)("names what is wrong: %#", async (given, message) => {
    const failure = await failureLater("LOOKCHANCE", ...given);
    expect([failure.code, failure.message]).toEqual(["#VALUE!", expect.stringMatching(message)]);
  });
});
