import { describe, expect, it } from "@jest/globals";
import { Decimal, serialOf, type Policy } from "../../../src/engine";
import { isDue, nextLook } from "../../../src/engine/rebalance/due";
import { allocationOf } from "../allocation-of";

const JANUARY = serialOf({ year: 2026, month: 1, day: 5 }) ?? 0;
const NEXT_JANUARY = JANUARY + 365;
const ANNUAL: Policy = { look: { every: 12, unit: "months" }, lastLook: JANUARY };
const WITHIN_FIVE: Policy = { band: { kind: "points", width: new Decimal(0.05) } };

function due(policy: Policy, values: readonly number[], today: number): boolean {
  const answer = isDue(allocationOf(values, [60, 40]), policy, { today });
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value.due;
}

describe("isDue", () => {
  it("is on a look date, whatever the drift, if there is no band", () => {
    expect([NEXT_JANUARY - 1, NEXT_JANUARY].map((today) => due(ANNUAL, [60, 40], today))).toEqual([false, true]);
  });

  it("asks for both with `and`, for either with `or`", () => {
    const both = { ...ANNUAL, ...WITHIN_FIVE, trigger: "and" } as const;
    const either = { ...both, trigger: "or" } as const;
    const asked = (policy: Policy): boolean[] => [
      due(policy, [60, 40], NEXT_JANUARY - 1),
      due(policy, [60, 40], NEXT_JANUARY),
      due(policy, [70, 30], NEXT_JANUARY - 1),
      due(policy, [70, 30], NEXT_JANUARY),
    ];
    expect(asked(both)).toEqual([false, false, false, true]);
    expect(asked(either)).toEqual([false, true, true, true]);
  });

  it("goes by the band alone, the edge in", () => {
    expect([due(WITHIN_FIVE, [65, 35], JANUARY), due(WITHIN_FIVE, [66, 34], JANUARY)]).toEqual([false, true]);
  });

  it("without a rule is whenever anything would be traded", () => {
    expect([due({}, [60, 40], JANUARY), due({}, [61, 39], JANUARY)]).toEqual([false, true]);
  });

  it("judges a policy that never sells by its drift", () => {
    expect(due({ ...WITHIN_FIVE, sells: "none" }, [70, 30], JANUARY)).toBe(true);
  });
});

describe("nextLook", () => {
  it("is the day from which a look is due, and today where that is past", () => {
    const looks = [JANUARY + 1, NEXT_JANUARY, NEXT_JANUARY + 9].map((today) => nextLook(ANNUAL, today, undefined));
    expect(looks).toMatchObject([{ value: NEXT_JANUARY }, { value: NEXT_JANUARY }, { value: NEXT_JANUARY + 9 }]);
  });

  it("is today where the owner never looked, or goes by a band alone", () => {
    expect(nextLook({ look: { every: 12, unit: "months" } }, JANUARY, undefined)).toMatchObject({ value: JANUARY });
    expect(nextLook(WITHIN_FIVE, JANUARY, undefined)).toMatchObject({ value: JANUARY });
  });

  it("is none in calm times under a volatile look alone", () => {
    const volatile: Policy = {
      volatileLook: { cadence: { every: 1, unit: "months" }, above: new Decimal(0.2) },
      lastLook: JANUARY,
    };
    expect(nextLook(volatile, JANUARY, new Decimal(0.1))).toMatchObject({ ok: false });
    expect(nextLook(volatile, JANUARY, new Decimal(0.3))).toMatchObject({ value: JANUARY + 31 });
  });
});
