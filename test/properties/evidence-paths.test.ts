import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import {
  cents,
  Decimal,
  fractionsOf,
  mixOf,
  PathGround,
  pathOf,
  rebalance,
  simulate,
  Draws,
  type Path,
  type Policy,
  type ReturnSeries,
  type Simulation,
} from "../../src/engine";
import { momentsOf } from "../../src/engine/optimize/moments";
import { deepestFall } from "../../src/engine/evidence/statistics";
import { PathTrader } from "../../src/engine/evidence/trader";
import { policyOf } from "../engine/evidence/asking";
import { naivePath, type NaiveRule } from "../oracle/backtest";
import "./seed";

/** In thousandths: what trades next to nothing pays a fee or doesn't, by its last digits. Now and then all is lost, or much won. */
const aReturn = fc.oneof(
  { weight: 40, arbitrary: fc.integer({ min: -400, max: 500 }).map((thousandths) => thousandths / 1000) },
  { weight: 1, arbitrary: fc.constantFrom(-1, -0.999, 4) },
);
const percents = (assets: number): fc.Arbitrary<Float64Array> =>
  fc
    .array(fc.integer({ min: 0, max: 50 }), { minLength: assets, maxLength: assets })
    .filter((parts) => parts.some((part) => part > 0))
    .map((parts) =>
      fractionsOf({ parts: Float64Array.from(parts), whole: parts.reduce((sum, part) => sum + part, 0) }),
    );

/** Returns and targets of one to six assets. */
const drawn = fc.integer({ min: 1, max: 6 }).chain((assets) =>
  fc.record({
    rows: fc.array(fc.array(aReturn, { minLength: assets, maxLength: assets }), { minLength: 1, maxLength: 40 }),
    targets: percents(assets),
    periodsPerYear: fc.constantFrom(1, 4, 12),
  }),
);

function seriesFrom(rows: readonly (readonly number[])[], periodsPerYear: number): ReturnSeries {
  const assets = rows[0]?.length ?? 0;
  const columns = Array.from({ length: assets }, (_, asset) => Float64Array.from(rows, (row) => row[asset] as number));
  return { columns, periodsPerYear };
}

interface Given {
  readonly rows: readonly (readonly number[])[];
  readonly targets: Float64Array;
  readonly periodsPerYear: number;
}

function follow({ rows, targets, periodsPerYear }: Given, policy: Policy, contribution = 0, start = 10_000): Path {
  const found = pathOf(new PathGround(seriesFrom(rows, periodsPerYear), targets), { policy, start, contribution });
  if (!found.ok) throw new Error(found.problem.code);
  return found.value;
}

const rows = (path: Path): number[] => [...path.rebalances].flatMap((each, row) => (each === 1 ? [row + 1] : []));

function expectNear(found: number, wanted: number, scale = Math.abs(wanted)): void {
  expect(Math.abs(found - wanted)).toBeLessThanOrEqual(1e-9 * Math.max(1, scale));
}

const rule: fc.Arbitrary<NaiveRule> = fc
  .record({
    everyMonths: fc.constantFrom(undefined, 12, 18, 24, 36),
    band: fc.oneof(
      fc.constant(undefined),
      fc.record({ kind: fc.constant("points" as const), width: fc.constantFrom(0.01, 0.05, 0.1) }),
      fc.record({ kind: fc.constant("relative" as const), share: fc.constantFrom(0.1, 0.25) }),
      fc.record({ kind: fc.constant("smaller" as const), width: fc.constant(0.05), share: fc.constant(0.25) }),
      fc.record({ kind: fc.constant("drift" as const), limit: fc.constantFrom(0.03, 0.1) }),
    ),
    or: fc.boolean(),
    to: fc.constantFrom("target" as const, "halfway" as const, "edge" as const),
    cost: fc.constantFrom(0, 0.001, 0.02),
    fee: fc.constantFrom(0, 5),
  })
  .map(({ everyMonths, band, ...rest }) => ({
    ...rest,
    ...(everyMonths !== undefined && { everyMonths }),
    ...(band !== undefined && { band }),
  }));

function policyFrom({ everyMonths, band, or, to, cost, fee }: NaiveRule): Policy {
  const width = (part: number): Decimal => new Decimal(part);
  return {
    ...(everyMonths !== undefined && { look: { every: everyMonths, unit: "months" as const } }),
    ...(band && {
      band:
        band.kind === "points"
          ? { kind: band.kind, width: width(band.width) }
          : band.kind === "relative"
            ? { kind: band.kind, share: width(band.share) }
            : band.kind === "drift"
              ? { kind: band.kind, limit: width(band.limit) }
              : { kind: band.kind, width: width(band.width), share: width(band.share) },
    }),
    trigger: or ? "or" : "and",
    destination: { kind: to },
    cost: width(cost),
    fee: cents(fee * 100),
  };
}

describe("a path through returns", () => {
  it("is what a slow loop, written apart from it, comes to", () => {
    const flow = fc.constantFrom(0, 0, 250, -150);
    fc.assert(
      fc.property(drawn, rule, flow, (given, naive, contribution) => {
        const wanted = naivePath(given.rows, [...given.targets], naive, {
          start: 10_000,
          contribution,
          periodsPerYear: given.periodsPerYear,
        });
        const found = follow(given, policyFrom(naive), contribution);
        expect(found.values).toHaveLength(wanted.values.length);
        for (const [row, value] of wanted.values.entries())
          expectNear(found.values[row] as number, value, 10_000 + value);
        expect(rows(found)).toEqual(wanted.rebalances);
        expectNear(
          found.costs.reduce((sum, each) => sum + each, 0),
          wanted.costs,
          10_000,
        );
      }),
      { numRuns: 400 },
    );
  });

  it("stays what it was where nothing moves and nothing costs", () => {
    fc.assert(
      fc.property(drawn, rule, (given, naive) => {
        const still = { ...given, rows: given.rows.map((row) => row.map(() => 0)) };
        const { values } = follow(still, policyFrom({ ...naive, cost: 0, fee: 0 }), 0, 1);
        for (const value of values) expectNear(value, 1);
      }),
    );
  });

  it("of one asset is that asset's index", () => {
    fc.assert(
      fc.property(fc.array(aReturn, { minLength: 1, maxLength: 40 }), rule, (returns, naive) => {
        const given = { rows: returns.map((each) => [each]), targets: Float64Array.of(1), periodsPerYear: 12 };
        const { values } = follow(given, policyFrom({ ...naive, cost: 0, fee: 0 }), 0, 1);
        let index = 1;
        // A path ends where the money has run out.
        for (const [row, each] of returns.entries()) expectNear(values[row] ?? 0, (index *= 1 + each));
      }),
    );
  });

  it("is at its targets after each trade that goes to them", () => {
    fc.assert(
      fc.property(drawn, rule, (given, naive) => {
        const found = follow(given, policyFrom({ ...naive, to: "target" }));
        const assets = given.targets.length;
        for (const row of rows(found)) {
          if (found.values[row - 1] === 0) continue;
          for (let asset = 0; asset < assets; asset++) {
            expectNear(found.weights[(row - 1) * assets + asset] as number, given.targets[asset] as number);
          }
        }
      }),
    );
  });

  it("can be cut where it trades to its targets, and chained", () => {
    const annual: Policy = { look: { every: 12, unit: "months" } };
    fc.assert(
      fc.property(drawn, fc.integer({ min: 1, max: 40 }), (given, at) => {
        const cut = Math.min(given.rows.length - 1, Math.ceil(at / given.periodsPerYear) * given.periodsPerYear);
        if (cut < 1 || cut % given.periodsPerYear !== 0) return;
        const whole = follow(given, annual);
        const first = follow({ ...given, rows: given.rows.slice(0, cut) }, annual);
        const end = first.values[cut - 1] as number;
        const second = follow({ ...given, rows: given.rows.slice(cut) }, annual, 0, end);
        expectNear(second.values[second.values.length - 1] as number, whole.values[whole.values.length - 1] as number);
      }),
    );
  });

  it("with a band of 100 % is buying and holding", () => {
    const wide: Policy = { band: { kind: "points", width: new Decimal(1) } };
    fc.assert(
      fc.property(drawn, (given) => {
        const found = follow(given, wide);
        expect(rows(found)).toEqual([]);
        expect([...found.values]).toEqual([...follow(given, {}).values]);
      }),
    );
  });

  it("is never better for twice the cost of the same trades", () => {
    const annual: Policy = { look: { every: 12, unit: "months" } };
    fc.assert(
      fc.property(drawn, fc.constantFrom(0.001, 0.01, 0.1), (given, cost) => {
        const once = follow(given, { ...annual, cost: new Decimal(cost) });
        const twice = follow(given, { ...annual, cost: new Decimal(2 * cost) });
        const last = once.values.length - 1;
        expect(twice.values[last]).toBeLessThanOrEqual((once.values[last] as number) * (1 + 1e-12));
      }),
    );
  });

  it("knows nothing of what is to come", () => {
    const policies = [
      "5%",
      "annual and 5/25",
      "annual; monthly when volatility > 20%",
      "tracking error 5%",
      "drift 3%; to edge",
    ].map(policyOf);
    fc.assert(
      fc.property(drawn, fc.constantFrom(...policies), fc.integer({ min: 1, max: 39 }), (given, policy, from) => {
        if (from >= given.rows.length) return;
        const monthly = { ...given, periodsPerYear: 12 };
        const other = {
          ...monthly,
          rows: given.rows.map((row, at) => (at < from ? row : row.map((each) => -each / 2))),
        };
        const [one, two] = [follow(monthly, policy), follow(other, policy)];
        expect([...one.values.slice(0, from)]).toEqual([...two.values.slice(0, from)]);
      }),
    );
  });
});

function simulated(given: Given, policy: Policy, contribution: number, rowsOfPath: number, paths: number): Simulation {
  const series = seriesFrom(given.rows, given.periodsPerYear);
  const request = {
    series,
    targets: given.targets,
    policy,
    rows: rowsOfPath,
    paths,
    seed: 7,
    start: 10_000,
    contribution,
    marks: Array.from({ length: rowsOfPath }, (_, row) => row + 1),
  };
  const run = simulate(request);
  for (;;) {
    const step = run.next();
    if (step.done !== true) continue;
    if (!step.value.ok) throw new Error(step.value.problem.code);
    return step.value.value;
  }
}

describe("a simulation", () => {
  it("is the paths through the rows that it draws, with and without the rule", () => {
    const flow = fc.constantFrom(0, 0, 250, -400);
    // What one path has learned of how assets move together is not for the next.
    const learns: Policy = { band: { kind: "tracking error", limit: new Decimal(0.05) } };
    const policies = fc.oneof(
      { weight: 4, arbitrary: rule.map(policyFrom) },
      { weight: 1, arbitrary: fc.constant(learns) },
    );
    fc.assert(
      fc.property(drawn, policies, flow, fc.integer({ min: 1, max: 30 }), (given, policy, contribution, many) => {
        const { rule: ruled, never } = simulated(given, policy, contribution, many, 3);
        const places = new Int32Array(many * 3);
        new Draws(7, given.rows.length).fill(places);
        for (const path of [0, 1, 2]) {
          const list = [...places.slice(path * many, (path + 1) * many)].map(
            (place) => given.rows[place] as readonly number[],
          );
          const own = { ...given, rows: list };
          const { cost, fee } = policy;
          const holding: Policy = { ...(cost && { cost }), ...(fee !== undefined && { fee }) };
          for (const [found, wanted] of [
            [ruled, follow(own, policy, contribution)],
            [never, follow(own, holding, contribution)],
          ] as const) {
            const end = wanted.values[wanted.values.length - 1] as number;
            expectNear(found.ends[path] as number, end, 10_000 + end);
            // Once the money has run out, there is none on any row.
            for (const [row, along] of found.along.entries()) {
              const value = wanted.values[row] ?? 0;
              expectNear(along[path] as number, value, 10_000 + value);
            }
            expectNear(found.drawdowns[path] as number, deepestFall(wanted.returns));
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});

/** Policies whose trades to the cent REBALANCE gives, with whether a calendar looks. */
const ASKED: readonly (readonly [string, boolean])[] = [
  ["annual", true],
  ["5%", false],
  ["5/25; to halfway", false],
  ["20% relative; to edge", false],
  ["3%; to 1pp", false],
  ["drift 3%", false],
  ["drift 3%; to halfway", false],
  ["tracking error 2%; to edge", false],
  ["annual; min $500", true],
  // So much that several trades of most accounts are below it.
  ["annual; min $50000", true],
  ["5%; min $60000", false],
  ["5/25; to halfway; min 10%", false],
  ["5%; min $200", false],
  ["5/25; to halfway; min 2%", false],
  ["drift 3%; to edge; min $50", false],
  ["no sells", false],
  ["annual or 5%", true],
  ["annual or 5%", false],
  ["annual and 5%", true],
  ["annual and 5%", false],
];

describe("what a path trades on a row", () => {
  const account = fc.integer({ min: 2, max: 6 }).chain((assets) =>
    fc.record({
      values: fc.array(fc.integer({ min: 0, max: 50_000_000 }), { minLength: assets, maxLength: assets }),
      parts: fc.array(fc.integer({ min: 0, max: 10 }), { minLength: assets, maxLength: assets }),
      cash: fc.constantFrom(0, 0, 100_000, 5_000_000, -70_000),
      asked: fc.constantFrom(...ASKED),
      history: fc.array(fc.array(aReturn, { minLength: assets, maxLength: assets }), { minLength: 12, maxLength: 20 }),
    }),
  );

  it("is what REBALANCE trades that day, to the cents that it rounds", () => {
    let compared = 0;
    fc.assert(
      fc.property(account, ({ values, parts, cash, asked: [text, isLook], history }) => {
        const targets = mixOf(Float64Array.from(parts));
        const total = values.reduce((sum, value) => sum + value, 0);
        if (targets === undefined || total + cash <= 0) return;
        const policy: Policy = policyOf(isLook || !/annual/.test(text) ? text : `${text}; last 2026-01-05`);
        if (policy.sells === "none" && cash < 0) return;
        const series = seriesFrom(history, 12);
        const allocation = { values: Float64Array.from(values), total: cents(total), targets };
        const calendar = policy.look ? { today: 46_030 } : {};
        const exact = rebalance(allocation, cents(cash), policy, { ...calendar, returns: series });
        if (!exact.ok) throw new Error(exact.problem.code);
        const trader = new PathTrader(policy, fractionsOf(targets));
        trader.covariance = momentsOf(series).covariance;
        const held = Float64Array.from(values, (value) => value / 100);
        trader.decide(held, total / 100, cash / 100, isLook);
        // Whole cents leave a row a few of them from where doubles go, one for each rounding on its way.
        for (const [row, trade] of exact.value.trades.entries()) {
          expect(Math.abs((trader.trades[row] as number) - trade / 100)).toBeLessThanOrEqual(0.04);
        }
        compared += 1;
      }),
      { numRuns: 1500 },
    );
    expect(compared).toBeGreaterThan(1000);
  });
});
