import { describe, expect, it } from "@jest/globals";
import {
  cents,
  Decimal,
  mixOf,
  monthsToBand,
  type Allocation,
  type MonthsToBand,
  type Policy,
} from "../../../src/engine";

function account(values: readonly number[], parts: readonly number[]): Allocation {
  const targets = mixOf(Float64Array.from(parts));
  if (!targets) throw new Error("No targets.");
  return { values: Float64Array.from(values), total: cents(values.reduce((sum, value) => sum + value, 0)), targets };
}

const points = (width: string): Policy => ({ band: { kind: "points", width: new Decimal(width) } });
const fiveTwentyFive: Policy = { band: { kind: "smaller", width: new Decimal("0.05"), share: new Decimal("0.25") } };

function reached(allocation: Allocation, contribution: number, policy: Policy): MonthsToBand {
  const result = monthsToBand(allocation, cents(contribution), policy);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

describe("months to band", () => {
  // Worked number 55: row 3 reaches 20 % at 1,250 dollars, row 1 falls below 55 % at 1,090.91.
  const B = account([3_360_000, 800_000, 1_100_000, 740_000], [50, 15, 25, 10]);

  it("says what is paid in, and which rows are the last outside", () => {
    expect(reached(B, 50_000, fiveTwentyFive)).toEqual({ months: 3, paidIn: 150_000, lastOutside: [0, 2] });
    expect(reached(B, 54_545, fiveTwentyFive)).toEqual({ months: 3, paidIn: 163_635, lastOutside: [0, 2] });
    expect(reached(B, 125_000, fiveTwentyFive)).toEqual({ months: 1, paidIn: 125_000, lastOutside: [0, 2] });
  });

  it("lets a row fall out of its band on the way and come back", () => {
    // Row 3 comes down to 35 % with 49,000 paid in. Row 1, 55.4 % at first, is out from 7,182 on, while all money goes to
    // row 2, and back at 55 % before that.
    expect(reached(account([560_000, 80_000, 371_000], [60, 10, 30]), 10_000, fiveTwentyFive)).toEqual({
      months: 5,
      paidIn: 50_000,
      lastOutside: [2],
    });
  });

  it("has a level's share of its targets reached in one closed form, also where it is all of them", () => {
    expect(reached(account([0, 100], [50, 50]), 1, points("0")).months).toBe(100);
    expect(reached(account([0, 100], [50, 50]), 1, {}).months).toBe(100);
    expect(reached(account([1, 0, 0], [1, 1, 1]), 1, {}).months).toBe(2);
  });

  it("counts to the last cent at $90 trillion", () => {
    const vast = account([4_000_000_000_000_001, 1_000_000_000_000_000], [1, 1]);
    expect(reached(vast, 1, {}).months).toBe(3_000_000_000_000_001);
    expect(monthsToBand(account([5_000_000_000_000_000, 1], [1, 1]), cents(1), {})).toMatchObject({
      problem: { code: "contribution too large" },
    });
  });

  it("is now in an empty account, and where an untargeted row may hold what it does", () => {
    expect(reached(account([0, 0], [60, 40]), 100, {}).months).toBe(0);
    expect(reached(account([600, 395, 5], [60, 40, 0]), 100, points("0.05")).months).toBe(0);
  });

  it("is never with money that has no target and no band", () => {
    const stray = account([600, 400, 1], [60, 40, 0]);
    for (const policy of [{}, fiveTwentyFive, { minimumTrade: { amount: cents(50) } }]) {
      expect(monthsToBand(stray, cents(100), policy)).toMatchObject({
        problem: { code: "held without a target", row: 2 },
      });
    }
  });
});
