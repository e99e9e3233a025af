import { expect, it } from "@jest/globals";
import { accountOutcomes, cents, dollars, type AccountOutcome } from "../../../src/engine";
import { householdOf } from "./households";
import { planning, planOf } from "./planning";

const ask = planning();

const inDollars = ({ before, after, classes, unlisted }: AccountOutcome): unknown => ({
  total: [dollars(before), dollars(after)],
  classes: classes.map((each) => [each.before.toNumber() / 100, each.after.toNumber() / 100]),
  unlisted: [unlisted.before.toNumber() / 100, unlisted.after.toNumber() / 100],
});

it("says class by class what each account holds before and after", () => {
  const household = householdOf(
    { "401(k)": { kind: "deferred", countsAs: 0.8 }, "Roth IRA": { kind: "Roth", cashFlow: 1000 } },
    [
      { account: "401(k)", fund: "Target-date", in: { US: 60, Bond: 40 }, value: 50_000 },
      { account: "401(k)", fund: "Bond", value: 0 },
      { account: "Roth IRA", fund: "US", value: 20_000 },
      { account: "Roth IRA", fund: "Bond", value: 0 },
    ],
    { US: 50, Bond: 50 },
  );
  const plan = planOf(ask, household, { cashBuffer: { amount: cents(10_000) } });
  const [first, second] = accountOutcomes(household, plan).map(inDollars);
  // 40,000 counted dollars and 20,000 of the Roth IRA's, with 900 of its 1,000: 30,450 of each class.
  expect(first).toEqual({
    total: [50_000, 50_000],
    classes: [
      [24_000, 24_000],
      [16_000, 16_000],
    ],
    unlisted: [0, 0],
  });
  expect(second).toEqual({
    total: [20_000, 21_000],
    classes: [
      [20_000, 6450],
      [0, 14_450],
    ],
    unlisted: [0, 100],
  });
});
