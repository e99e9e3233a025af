import { describe, expect, it } from "@jest/globals";
import { cents, Decimal, monthsToBand, steer, type Allocation, type Policy, type Steering } from "../../../src/engine";

const account = (values: readonly number[], parts: readonly number[]): Allocation => ({
  values: Float64Array.from(values),
  total: cents(values.reduce((sum, value) => sum + value, 0)),
  targets: { parts: Float64Array.from(parts), whole: parts.reduce((sum, part) => sum + part, 0) },
});

/** Base B of the worked numbers. */
const B = account([3_360_000, 800_000, 1_100_000, 740_000], [50, 15, 25, 10]);
const SMALLER: Policy = { band: { kind: "smaller", width: new Decimal("0.05"), share: new Decimal("0.25") } };

function steered(allocation: Allocation, paycheck: number, policy: Policy): Steering {
  const found = steer(allocation, cents(paycheck), policy);
  if (!found.ok) throw new Error(found.problem.code);
  return found.value;
}

describe("steer", () => {
  it("brings base B into 5/25 with the three contributions of 500 of worked number 55, all to the third fund", () => {
    const found = steered(B, 50_000, SMALLER);
    expect(found).toMatchObject({ paychecks: 3, percents: [0, 0, 100, 0], reaches: true });
    // 20 % − 11,000 ÷ 60,000 = 1.67 points; 55 % − 56 % = 1 point over.
    expect(found.path.map(({ paychecks }) => paychecks)).toEqual([0, 1, 2, 3]);
    expect(found.path[0]?.outside).toBeCloseTo(0.2 - 11_000 / 60_000, 12);
    expect(found.path[1]?.outside).toBeCloseTo(0.2 - 11_500 / 60_500, 12);
    expect(found.path[3]?.outside).toBe(0);
  });

  it("splits each paycheck the same way where several funds get something", () => {
    // One leaves the third fund at 14,875 ÷ 64,800 = 22.96 %. Two, 9,600, raise three funds to the level
    // (33,600 + 8,000 + 11,000 + 9,600) ÷ 0.9 = 69,111: by 955.56, 2,366.67 and 6,277.78.
    const found = steered(B, 480_000, { band: { kind: "points", width: new Decimal("0.02") } });
    expect(found).toMatchObject({ paychecks: 2, percents: [10, 25, 65, 0], reaches: true });
  });

  it("has nothing to steer in band, and keeps the next paycheck there", () => {
    const found = steered(account([60_000, 40_000], [60, 40]), 1_000, SMALLER);
    expect(found).toMatchObject({ paychecks: 0, percents: [60, 40], path: [{ paychecks: 0, outside: 0 }] });
  });

  it("without a band comes to the targets as MONTHSTOBAND does (worked number 76), and with a drift band into it", () => {
    expect(steered(B, 50_000, {}).paychecks).toBe(28);
    const drift = steered(B, 50_000, { band: { kind: "drift", limit: new Decimal("0.03") } });
    const months = monthsToBand(B, cents(50_000), { band: { kind: "drift", limit: new Decimal("0.03") } });
    expect(months.ok && drift.paychecks - months.value.months).toBeLessThanOrEqual(1);
    expect(drift.path.at(-1)?.outside).toBe(0);
  });

  it("never gets there with money in a fund without a target, and says so", () => {
    const found = steer(account([60_000, 30_000, 10_000], [60, 40, 0]), cents(1_000), {});
    expect(found).toEqual({ ok: false, problem: { code: "held without a target", row: 2 } });
  });

  it("shows a long way in few points", () => {
    const found = steered(account([90_000_000, 10_000_000], [50, 50]), 10_000, SMALLER);
    expect(found.paychecks).toBeGreaterThan(100);
    expect(found.path).toHaveLength(61);
    expect(found.path.at(-1)).toEqual({ paychecks: found.paychecks, outside: 0 });
  });
});
