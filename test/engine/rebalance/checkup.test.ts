import { describe, expect, it } from "@jest/globals";
import { cents, checkup, type Checkup, type Policy } from "../../../src/engine";
import { accountOf } from "../account-of";

const FUNDS = accountOf([6000, 4000, 1000], [50, 50, 0]);

function checkupOf(policy: Policy, log: readonly number[] = []): Checkup {
  const found = checkup(FUNDS, policy, { today: 46_000 }, log);
  if (!found.ok) throw new Error(found.problem.code);
  return found.value;
}

describe("checkup", () => {
  const kinds = (policy: Policy): readonly string[] => checkupOf(policy).pitfalls.map(({ kind }) => kind);

  it("warns of money without a target only where the policy leaves it open", () => {
    expect(kinds({})).toContain("unassigned money");
    expect(kinds({ unassigned: "sell" })).not.toContain("unassigned money");
  });

  it("says what acting would trade in dollars where the policy trades in whole shares", () => {
    const { trades } = checkupOf({});
    expect(trades).toEqual([-500, 1500, -1000].map(cents));
    expect(checkupOf({ tradeUnit: "whole shares" }).trades).toEqual(trades);
    expect(checkupOf({ tradeUnit: "whole dollars" }).trades).toEqual([-500, 1500, -1000].map(cents));
  });

  it("takes the last look from the policy or the log, whichever is later, and none that lie ahead", () => {
    const daysSince = (policy: Policy, log: readonly number[]): number | undefined => {
      const pitfall = checkupOf(policy, log).pitfalls.find(({ kind }) => kind === "not often enough");
      return pitfall?.kind === "not often enough" ? pitfall.daysSince : undefined;
    };
    expect(daysSince({ lastLook: 45_000 }, [44_000, 46_500])).toBe(1000);
    expect(daysSince({ lastLook: 44_000 }, [45_100, 46_500])).toBe(900);
    expect(daysSince({ lastLook: 45_900 }, [44_000])).toBeUndefined();
    expect(daysSince({}, new Array<number>(150_000).fill(45_000))).toBe(1000);
  });
});
