import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { cents, followed, serialOf, type FollowedLook, type LoggedLook } from "../../../src/engine";

const ANNUAL = { every: 12, unit: "months" } as const;
const WEEKLY = { every: 7, unit: "days" } as const;

const day = (iso: string): number => {
  const [year = 0, month = 0, date = 0] = iso.split("-").map(Number);
  return serialOf({ year, month, day: date }) as number;
};
const look = (iso: string, traded = 0): LoggedLook => ({ day: day(iso), traded: cents(traded * 100) });
const verdicts = (found: readonly FollowedLook[]): unknown => found.map(({ verdict, daysLate }) => [verdict, daysLate]);

describe("looks against a calendar", () => {
  it.each([
    ["2025-12-20", "2026-01-05", [["due", 0]]],
    ["2025-12-21", "2026-01-05", [["on time", 0]]],
    ["2026-01-20", "2026-01-20", [["on time", 15]]],
    ["2026-01-21", "2026-01-21", [["late", 16]]],
    ["2027-01-04", "2027-01-04", [["late", 364]]],
    [
      "2027-01-05",
      "2027-01-05",
      [
        ["missed", undefined],
        ["on time", 0],
      ],
    ],
  ])("the look of %s, seen from %s", (looked, asOf, expected) => {
    expect(verdicts(followed([look("2025-01-05"), look(looked)], ANNUAL, day(asOf), false))).toEqual(expected);
  });

  it("the next one is due from the look that answered, or from the date that was missed", () => {
    const found = followed(
      [look("2022-01-05"), look("2023-01-10"), look("2025-01-12")],
      ANNUAL,
      day("2025-06-01"),
      false,
    );
    expect(found.map(({ due }) => due)).toEqual([day("2023-01-05"), day("2024-01-10"), day("2025-01-10")]);
    expect(verdicts(found)).toEqual([
      ["on time", 5],
      ["missed", undefined],
      ["on time", 2],
    ]);
  });

  it("grace is half the interval where that is less than 15 days", () => {
    const from = look("2026-01-01");
    const at = (iso: string): unknown => verdicts(followed([from, look(iso)], WEEKLY, day(iso), false));
    expect(at("2026-01-05")).toEqual([["on time", 0]]);
    expect(at("2026-01-04")).toEqual([]);
    expect(at("2026-01-11")).toEqual([["on time", 3]]);
    expect(at("2026-01-12")).toEqual([["late", 4]]);
  });

  it("trades that no look asks for are not due, unless the rule allows them", () => {
    const looks = [look("2025-01-05"), look("2025-06-01", 500), look("2025-07-01"), look("2026-01-05", 100)];
    expect(verdicts(followed(looks, ANNUAL, day("2026-01-05"), false))).toEqual([
      ["not due", undefined],
      ["on time", 0],
    ]);
    expect(verdicts(followed(looks, ANNUAL, day("2026-01-05"), true))).toEqual([["on time", 0]]);
  });

  it("late so far, or not yet", () => {
    const from = [look("2025-01-05")];
    expect(verdicts(followed(from, ANNUAL, day("2026-01-04"), false))).toEqual([]);
    expect(verdicts(followed(from, ANNUAL, day("2026-01-20"), false))).toEqual([["due", 15]]);
    expect(verdicts(followed(from, ANNUAL, day("2026-01-21"), false))).toEqual([["late", 16]]);
    expect(followed([], ANNUAL, day("2026-01-21"), false)).toEqual([]);
  });

  it("whoever looks on each due date is always on time, and every trade is told", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ gap: fc.integer({ min: 1, max: 500 }), traded: fc.nat({ max: 3 }) }), {
          minLength: 1,
          maxLength: 12,
        }),
        (gaps) => {
          let at = 44_000;
          const looks = gaps.map(({ gap, traded }) => ({ day: (at += gap), traded: cents(traded) }));
          const last = looks.at(-1) as LoggedLook;
          const found = followed(looks, ANNUAL, last.day, false);
          const told = found.flatMap(({ looked }) => (looked === undefined ? [] : [looked]));
          expect(new Set(told).size).toBe(told.length);
          for (const { day: on, traded } of looks.slice(1)) if (traded > 0) expect(told).toContain(on);
          const dues = found.flatMap(({ due }) => (due === undefined ? [] : [due]));
          expect([...dues].sort((one, other) => one - other)).toEqual(dues);
          for (const { verdict, due = 0, looked } of found) {
            if (verdict === "on time") expect(Math.abs((looked as number) - due)).toBeLessThanOrEqual(15);
            if (verdict === "missed") expect(looks.some((each) => Math.abs(each.day - due) <= 15)).toBe(false);
          }
        },
      ),
    );
  });
});
