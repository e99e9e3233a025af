import { describe, expect, it } from "@jest/globals";
import { cents, Decimal, type Checkup, type Policy } from "../../../src/engine";
import { checkup } from "../../../src/engine/rebalance/checkup";
import { allocationOf } from "../allocation-of";

const TODAY = 46_000;

function checked(
  values: readonly number[],
  parts: readonly number[],
  policy: Policy,
  log: readonly number[] = [],
): Checkup {
  const answer = checkup(
    allocationOf(values, parts),
    policy,
    { today: TODAY },
    log.map((day) => ({ day, traded: true })),
  );
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value;
}

function pitfalls(...given: Parameters<typeof checked>): readonly unknown[] {
  return checked(...given).pitfalls;
}

describe("checkup", () => {
  it("measures the largest and the total drift, and what acting would trade", () => {
    const found = checked([650_000, 230_000, 120_000], [60, 30, 10], {});
    expect(found.largest).toEqual({ row: 1, drift: -0.07 });
    expect(found.totalDrift).toBe(0.07);
    expect(found.effect.trades).toEqual([-50_000, 70_000, -20_000]);
    expect(found.cost).toBeUndefined();
  });

  it("counts the proportional cost of buys and sells, and the fee of each trade made", () => {
    const policy: Policy = { cost: new Decimal(0.001), fee: cents(495) };
    expect(checked([650_000, 230_000, 120_000], [60, 30, 10], policy).cost).toBe(140 + 3 * 495);
    expect(checked([60_000, 40_000, 0], [60, 40, 0], policy).cost).toBe(0);
  });

  it("finds small trades, whichever way they go", () => {
    const found = (values: readonly number[]): unknown => pitfalls(values, [50, 50], {}).find((each) => isSmall(each));
    const isSmall = (pitfall: unknown): boolean => (pitfall as { readonly kind: string }).kind === "small trades";
    expect(found([50_090, 49_910])).toEqual({ kind: "small trades", rows: [0, 1] });
    expect(found([50_100, 49_900])).toBeUndefined();
    expect(found([60_000, 40_000])).toBeUndefined();
  });

  it("finds too many rebalances in the last year, and a last look long past", () => {
    const rule: Policy = { look: { every: 12, unit: "months" }, band: { kind: "points", width: new Decimal(0.05) } };
    const daysAgo = (...days: readonly number[]): readonly number[] => days.map((ago) => TODAY - ago);
    const found = (log: readonly number[]): readonly unknown[] => pitfalls([60, 40], [60, 40], rule, log);
    expect(found(daysAgo(1, 50, 100, 200, 364))).toEqual([{ kind: "too often", rebalances: 5 }]);
    expect(found(daysAgo(1, 50, 100, 200, 365))).toEqual([]);
    expect(found(daysAgo(730))).toEqual([]);
    expect(found(daysAgo(731))).toEqual([{ kind: "not often enough", daysSince: 731 }]);
  });

  it("finds money without a target, and sales that a contribution would avoid", () => {
    expect(pitfalls([60_000, 40_000, 500], [60, 40, 0], {})).toContainEqual({ kind: "unassigned money", rows: [2] });
    const avoidable = { kind: "avoidable sells", contribution: 5000 };
    expect(pitfalls([63_000, 37_000], [60, 40], {})).toContainEqual(avoidable);
    expect(
      pitfalls([70_000, 30_000], [60, 40], {})
        .map((each) => JSON.stringify(each))
        .join(),
    ).not.toMatch(/avoidable/);
  });
});
