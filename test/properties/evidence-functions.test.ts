import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { callLater, down, type Cell } from "../functions/shipped";
import { backtest, below, one } from "../functions/evidence-asking";
import { naivePath, type NaiveRule } from "../oracle/backtest";
import "./seed";

// What holds for a rule followed through past returns, asked of the shipped functions as a user types them.

const aReturn = fc.integer({ min: -400, max: 500 }).map((thousandths) => thousandths / 1000);

/** Returns of one to five assets with targets in whole percents, some of them 0. */
const drawn = fc.integer({ min: 1, max: 5 }).chain((assets) =>
  fc.record({
    returns: fc.array(fc.array(aReturn, { minLength: assets, maxLength: assets }), { minLength: 2, maxLength: 30 }),
    parts: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: assets, maxLength: assets }),
    periods: fc.constantFrom(1, 4, 12),
  }),
);

/** Percents that add up to 100, in proportion to parts. */
function percents(parts: readonly number[]): number[] {
  const whole = parts.map((part) => part + 1);
  const sum = whole.reduce((all, part) => all + part, 0);
  const cut = whole.map((part) => Math.floor((part * 100) / sum));
  cut[0] = (cut[0] as number) + 100 - cut.reduce((all, part) => all + part, 0);
  return cut;
}

const policies = fc.constantFrom(
  "annual",
  "5%",
  "annual and 5/25",
  "annual or 10%",
  "20% relative; to halfway",
  "drift 3%; to edge",
);

/** With years in front: without a date a row of zeros is no period, because desktop Excel hands blanks over as zeros. */
function dated(returns: readonly (readonly number[])[]): number[][] {
  return returns.map((row, index) => [1900 + index, ...row]);
}

type Drawn = typeof drawn extends fc.Arbitrary<infer Given> ? Given : never;

function path(
  { returns, parts, periods }: Drawn,
  policy: string,
  { start = 10_000, contribution = 0 }: { start?: number; contribution?: number } = {},
): Promise<Cell[][]> {
  return callLater(
    "BACKTESTPATH",
    dated(returns),
    down(...percents(parts)),
    one(policy),
    one(start),
    one(contribution),
    one(periods),
  );
}

const values = (table: readonly (readonly Cell[])[]): number[] => below(table, "Value").map(Number);
const last = (numbers: readonly number[]): number => numbers.at(-1) as number;

function expectNear(found: number, wanted: number): void {
  expect(Math.abs(found - wanted)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(wanted)));
}

describe("a backtest", () => {
  it("of returns and costs of 0 leaves the money as it was", () =>
    fc.assert(
      fc.asyncProperty(drawn, policies, async (given, policy) => {
        const still = { ...given, returns: given.returns.map((row) => row.map(() => 0)) };
        for (const value of values(await path(still, policy, { start: 1 }))) expectNear(value, 1);
      }),
      { numRuns: 60 },
    ));

  it("of one asset is that asset's index, whatever the rule", () =>
    fc.assert(
      fc.asyncProperty(fc.array(aReturn, { minLength: 1, maxLength: 30 }), policies, async (returns, policy) => {
        const table = await path({ returns: returns.map((each) => [each]), parts: [1], periods: 12 }, policy, {
          start: 1,
        });
        let index = 1;
        expect(values(table)).toEqual(
          [1, ...returns].map((each, row) => expect.closeTo(row === 0 ? 1 : (index *= 1 + each), 10)),
        );
      }),
      { numRuns: 60 },
    ));

  it("can be cut at a trade to the targets and chained", () =>
    fc.assert(
      fc.asyncProperty(drawn, fc.nat(), async (given, at) => {
        const looks = Math.floor((given.returns.length - 1) / given.periods);
        if (looks < 1) return;
        const cut = (1 + (at % looks)) * given.periods;
        const whole = values(await path(given, "annual"));
        const first = values(await path({ ...given, returns: given.returns.slice(0, cut) }, "annual"));
        const second = await path({ ...given, returns: given.returns.slice(cut) }, "annual", { start: last(first) });
        expectNear(last(values(second)), last(whole));
      }),
      { numRuns: 60 },
    ));

  it("with a band of 100% is buying and holding", () =>
    fc.assert(
      fc.asyncProperty(drawn, async (given) => {
        const wide = await path(given, "100%");
        expect(wide).toEqual(await path(given, ""));
        const targets = percents(given.parts);
        const held = given.returns.reduce(
          (sums, row) => sums.map((sum, asset) => sum * (1 + (row[asset] as number))),
          targets.map((target) => target * 100),
        );
        expectNear(
          last(values(wide)),
          held.reduce((sum, each) => sum + each, 0),
        );
      }),
      { numRuns: 60 },
    ));

  it("is never better for twice the cost of the same trades", () =>
    fc.assert(
      fc.asyncProperty(drawn, fc.constantFrom(0.1, 1, 5), async (given, cost) => {
        const [none, once, twice] = await Promise.all(
          [0, cost, 2 * cost].map(async (percent) => last(values(await path(given, `annual; cost ${percent}%`)))),
        );
        expect(once).toBeLessThanOrEqual((none as number) * (1 + 1e-12));
        expect(twice).toBeLessThanOrEqual((once as number) * (1 + 1e-12));
      }),
      { numRuns: 60 },
    ));

  it("knows nothing of what is to come", () =>
    fc.assert(
      fc.asyncProperty(drawn, policies, fc.nat(), async (given, policy, at) => {
        const from = 1 + (at % (given.returns.length - 1));
        const other = {
          ...given,
          returns: given.returns.map((row, index) => (index < from ? row : row.map((each) => -each / 2))),
        };
        const [one, two] = await Promise.all([path(given, policy), path(other, policy)]);
        // The row before the cut trades in the longer path, and neither is the last.
        expect(one.slice(0, 1 + from)).toEqual(two.slice(0, 1 + from));
      }),
      { numRuns: 60 },
    ));

  it("is what a slow loop comes to that is written apart from it", () => {
    const rule = fc.record({
      everyMonths: fc.constantFrom(undefined, 12, 18, 24),
      band: fc.constantFrom(undefined, 0.05, 0.1),
      or: fc.boolean(),
      to: fc.constantFrom("target" as const, "halfway" as const, "edge" as const),
      cost: fc.constantFrom(0, 0.001, 0.02),
      fee: fc.constantFrom(0, 5),
    });
    const flow = fc.constantFrom(0, 0, 250, -150);
    return fc.assert(
      fc.asyncProperty(drawn, rule, flow, async (given, { everyMonths, band, ...rest }, contribution) => {
        const naive: NaiveRule = {
          ...rest,
          ...(everyMonths !== undefined && { everyMonths }),
          ...(band !== undefined && { band: { kind: "points" as const, width: band } }),
        };
        const clauses = [
          ...(everyMonths === undefined ? [] : [`every ${everyMonths} months`]),
          ...(band === undefined ? [] : [`${band * 100}%`]),
        ];
        const said = [
          clauses.join(rest.or && clauses.length === 2 ? " or " : " and "),
          ...(rest.to === "target" ? [] : [`to ${rest.to}`]),
          ...(rest.cost > 0 ? [`cost ${rest.cost * 100}%`] : []),
          ...(rest.fee > 0 ? [`fee $${rest.fee}`] : []),
        ];
        const targets = percents(given.parts).map((percent) => percent / 100);
        const wanted = naivePath(given.returns, targets, naive, {
          start: 10_000,
          contribution,
          periodsPerYear: given.periods,
        });
        const cells = [
          one(said.filter((clause) => clause !== "").join("; ")),
          one(10_000),
          one(contribution),
          one(given.periods),
        ];
        const [table, found] = await Promise.all([
          callLater("BACKTESTPATH", dated(given.returns), down(...targets), ...cells),
          backtest(dated(given.returns), down(...targets), ...cells),
        ]);
        expect(table).toHaveLength(2 + wanted.values.length);
        for (const [row, value] of wanted.values.entries()) {
          expect(Math.abs((table[row + 2]?.[1] as number) - value)).toBeLessThan(1e-9 * (10_000 + value));
        }
        expect(found["Rebalances"]).toBe(wanted.rebalances.length);
        expect(found["Costs"]).toBeCloseTo(wanted.costs, 6);
      }),
      { numRuns: 150 },
    );
  });
});
