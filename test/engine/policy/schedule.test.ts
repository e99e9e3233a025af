import { describe, expect, it } from "@jest/globals";
import { Decimal, serialOf, type Cadence, type Policy } from "../../../src/engine";
import { nextAfter } from "../../../src/engine/policy/cadence";
import { isLookDue, scheduleOf } from "../../../src/engine/policy/schedule";

function serial(text: string): number {
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  return serialOf({ year, month, day }) ?? Number.NaN;
}

function months(every: number): Cadence {
  return { every, unit: "months" };
}

describe("nextAfter", () => {
  it.each([
    ["2026-01-05", months(12), "2027-01-05"],
    ["2024-02-29", months(12), "2025-02-28"],
    ["2024-02-29", months(48), "2028-02-29"],
    ["2026-01-31", months(1), "2026-02-28"],
    ["2026-08-31", months(1), "2026-09-30"],
    ["2026-11-30", months(1), "2026-12-30"],
    ["2026-12-15", months(1), "2027-01-15"],
    ["2025-07-01", months(18), "2027-01-01"],
    ["2026-02-20", { every: 10, unit: "days" }, "2026-03-02"],
  ] as const)("after %s every %p is %s", (last, cadence, next) => {
    expect(nextAfter(serial(last), cadence)).toBe(serial(next));
  });
});

describe("a schedule", () => {
  const policy: Policy = {
    look: months(12),
    volatileLook: { cadence: months(1), above: new Decimal(0.2) },
    lastLook: serial("2026-01-05"),
  };
  const isDue = (given: Policy, today: string, volatility?: number): boolean => {
    const schedule = scheduleOf(given, volatility === undefined ? undefined : new Decimal(volatility));
    if (!schedule.ok) throw new Error(schedule.problem.code);
    return isLookDue(schedule.value, serial(today));
  };

  it("is due from the day on, and not the day before", () => {
    const annual: Policy = { look: months(12), lastLook: serial("2026-01-05") };
    expect(["2027-01-04", "2027-01-05", "2027-01-06"].map((today) => isDue(annual, today))).toEqual([
      false,
      true,
      true,
    ]);
  });

  it("is due now where the owner never looked", () => {
    expect(isDue({ look: months(12) }, "2026-01-05")).toBe(true);
  });

  it("is never due without a calendar", () => {
    expect(isDue({}, "2026-01-05")).toBe(false);
  });

  it("is tighter above the level of volatility, and not at it", () => {
    expect([0.1, 0.2, 0.201].map((volatility) => isDue(policy, "2026-02-05", volatility))).toEqual([
      false,
      false,
      true,
    ]);
  });

  it("asks for the volatility that it looks at", () => {
    expect(scheduleOf(policy, undefined)).toMatchObject({ ok: false, problem: { code: "volatility needed" } });
  });
});
