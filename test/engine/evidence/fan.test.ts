import { describe, expect, it, test } from "@jest/globals";
import * as fc from "fast-check";
import {
  contributionAPeriod,
  fanOf,
  inShort,
  simulate,
  yearlyMarks,
  type Fan,
  type Result,
  type Simulation,
  type SimulationRequest,
} from "../../../src/engine";
import { policyOf, seriesOf, targetsOf } from "./asking";

/** Lets work go on to its end. */
function done<Found>(work: Generator<number, Found>): Found {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

function found<Value, Problem extends { readonly code: string }>(result: Result<Value, Problem>): Value {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

const fan = (request: SimulationRequest): Fan => found(done(fanOf(request)));
const simulation = (request: SimulationRequest): Simulation => found(done(simulate(request)));

const THREE_YEARS = seriesOf([
  [0.2, 0.02],
  [-0.3, 0.05],
  [0.25, 0.01],
]);

const request: SimulationRequest = {
  ...{ series: THREE_YEARS, targets: targetsOf(60, 40), policy: policyOf("annual") },
  ...{ rows: 2, paths: 2, seed: 1, start: 10_000, contribution: 0 },
};

const policies = [
  "annual",
  "annual and 5/25; cost 0.1%",
  "5%; to halfway; fee 5",
  "20% relative; to edge; min $500",
  "drift 3%; min 2%",
  "tracking error 4%",
  "annual; min $20,000",
  "no sells",
  "annual or 10%; no sells",
].map(policyOf);

const aReturn = fc.integer({ min: -400, max: 500 }).map((thousandths) => thousandths / 1000);
/** Requests of any policy over one, two, three or seven assets of some months, with money paid in, taken out or neither. */
const requests = fc.constantFrom(1, 2, 3, 7).chain((assets) =>
  fc.record({
    series: fc
      .array(fc.array(aReturn, { minLength: assets, maxLength: assets }), { minLength: 1, maxLength: 30 })
      .map((rows) => seriesOf(rows, 12)),
    targets: fc.constant(targetsOf(...Array.from({ length: assets }, () => 100 / assets))),
    policy: fc.constantFrom(...policies),
    rows: fc.integer({ min: 1, max: 50 }),
    paths: fc.integer({ min: 1, max: 20 }),
    seed: fc.integer({ min: 1, max: 2 ** 32 - 1 }),
    start: fc.constantFrom(10_000, 0.01, 1_234_567.89),
    contribution: fc.constantFrom(0, 0, 250, 1e6),
  }),
);

describe("how drawn futures spread", () => {
  it("is worked number 57 at its end, and the draws' first years before it", () => {
    const { rule, never } = fan(request);
    expect(rule.marks.map(({ row }) => row)).toEqual([1, 2]);
    // The four rows drawn from seed 1: each path's first is what its first year made of 10,000, the same for both rules.
    const { rule: ends, never: neverEnds } = simulation({ ...request, marks: [1] });
    expect([...(ends.along[0] ?? [])]).toEqual([...(neverEnds.along[0] ?? [])]);
    const [low, high] = [7056, 13_017.12];
    expect(rule.marks[1]?.ends).toEqual(
      [0.05, 0.25, 0.5, 0.75, 0.95].map((share): unknown => expect.closeTo(low + share * (high - low), 6)),
    );
    expect(rule.marks[1]).toMatchObject({ paidIn: 10_000, chanceOfLoss: 0.5, chanceOfNothing: 0 });
    expect(never.marks[1]?.ends[2]).toBeCloseTo((7350 + 13_120.8) / 2, 6);
  });

  it("has SIMULATE's digits at its end, whatever the rule and the money", () => {
    fc.assert(
      fc.property(requests, (drawn) => {
        const [spread, ended] = [fan(drawn), simulation(drawn)];
        const paidIn = drawn.start + drawn.contribution * drawn.rows;
        for (const each of ["rule", "never"] as const) {
          const told = inShort(ended[each], paidIn);
          const last = spread[each].marks.at(-1);
          expect(last?.row).toBe(drawn.rows);
          expect(last?.paidIn).toBe(paidIn);
          expect(last?.ends).toEqual(told.ends);
          expect(last?.chanceOfLoss).toBe(told.chanceOfLoss);
          expect(spread[each].drawdowns).toEqual(told.drawdowns);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("has at a mark what the same draws, cut there, end with", () => {
    fc.assert(
      fc.property(requests, fc.integer({ min: 1, max: 50 }), (drawn, at) => {
        const mark = Math.min(at, drawn.rows);
        // One path: a shorter one draws the same rows first. A trade on the row itself is none on a last row.
        const one = { ...drawn, paths: 1, policy: {} };
        const whole = simulation({ ...one, marks: [mark] });
        const cut = simulation({ ...one, rows: mark });
        for (const each of ["rule", "never"] as const) {
          const kept = whole[each].along[0]?.[0] ?? Number.NaN;
          const end = cut[each].ends[0] ?? Number.NaN;
          expect(Math.abs(kept - end)).toBeLessThanOrEqual(1e-12 * Math.abs(end));
        }
      }),
    );
  });

  it("counts the paths on which nothing is left, with money taken out", () => {
    const { rule } = fan({ ...request, policy: policyOf("annual"), rows: 5, paths: 400, contribution: -3000 });
    const chances = rule.marks.map(({ chanceOfNothing }) => chanceOfNothing);
    expect(chances[0]).toBe(0);
    expect(chances.at(-1)).toBeGreaterThan(0.5);
    expect([...chances].sort((one, other) => one - other)).toEqual(chances);
    expect(rule.marks.map(({ paidIn }) => paidIn)).toEqual([7000, 4000, 1000, -2000, -5000]);
  });

  it("rises from percentile to percentile, and says how far it is", () => {
    fc.assert(
      fc.property(requests, (drawn) => {
        for (const { ends } of fan(drawn).rule.marks) {
          expect([...ends].sort((one, other) => one - other)).toEqual(ends);
        }
      }),
    );
    const parts: number[] = [];
    for (const part of fanOf({ ...request, rows: 1000, paths: 200 })) parts.push(part);
    expect(parts.length).toBeGreaterThan(10);
    expect([...parts].sort((one, other) => one - other)).toEqual(parts);
    expect(parts.at(-1)).toBe(1);
  });

  it("refuses what SIMULATE refuses", () => {
    const refused = done(fanOf({ ...request, policy: policyOf("no sells"), contribution: -1 }));
    expect(refused).toMatchObject({ ok: false, problem: { code: "no sells, but money out" } });
  });
});

describe("the years that a fan is told at", () => {
  it.each([
    [240, 12, [12, 24, 36, 240], 20],
    [30, 12, [12, 24, 30], 3],
    [6, 12, [6], 1],
    [20, 1, [1, 2, 3, 20], 20],
    [960, 12, [24, 48, 72, 960], 40],
    [1200, 12, [36, 72, 108, 1200], 34],
    [100, 52, [52, 100], 2],
  ])("of %d rows, %d a year", (rows, periodsPerYear, some, count) => {
    const marks = yearlyMarks(rows, periodsPerYear);
    expect([...marks.slice(0, some.length - 1), marks.at(-1)]).toEqual(some);
    expect(marks).toHaveLength(count);
  });
});

test.each([
  [100, 12, 100],
  [100, 1, 1200],
  [-50, 4, -150],
  [130, 52, 30],
])("%d a month is, %d times a year, %d", (monthly, periodsPerYear, wanted) => {
  expect(contributionAPeriod(monthly, periodsPerYear)).toBe(wanted);
});
