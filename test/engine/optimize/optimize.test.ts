import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { frontier, momentsOf, optimize, type Goal, type Moments, type WeightBounds } from "../../../src/engine";
import { byEnumeration, objective, type Question } from "../../oracle/active-sets";
import "../../properties/seed";
import { histories, type Drawn } from "./histories";

/** Five years of two assets: the contract's example. */
const R = [
  [0.2, 0.02],
  [-0.1, 0.05],
  [0.15, -0.01],
  [0.05, 0.04],
  [0.1, 0.03],
];

function columnsOf(rows: readonly (readonly number[])[]): Float64Array[] {
  return (rows[0] ?? []).map((_, column) => Float64Array.from(rows, (row) => row[column] as number));
}

const moments = momentsOf({ columns: columnsOf(R), periodsPerYear: 1 });

function weightsFor(goal: Goal, of: Moments = moments, riskFree = 0, bounds?: WeightBounds): readonly number[] {
  const chosen = optimize(goal, { moments: of, riskFree, ...(bounds && { bounds }) });
  if (!chosen.ok) throw new Error(chosen.problem.code);
  return [...chosen.value.weights];
}

function problemFor(goal: Goal, of: Moments = moments, riskFree = 0, bounds?: WeightBounds): unknown {
  const chosen = optimize(goal, { moments: of, riskFree, ...(bounds && { bounds }) });
  return chosen.ok ? undefined : chosen.problem;
}

function within(size: number, least: number, most: number): WeightBounds {
  return { least: new Float64Array(size).fill(least), most: new Float64Array(size).fill(most) };
}

describe("the contract's example", () => {
  it.each<[Goal, number, number]>([
    [{ goal: "min variance" }, 0, 0.141286],
    [{ goal: "max sharpe" }, 0, 0.157233],
    [{ goal: "max sharpe" }, 0.03, 0.289044],
    [{ goal: "risk parity" }, 0, 0.166667],
    [{ goal: "return", returns: 0.05 }, 0, 0.444444],
    [{ goal: "volatility", volatility: 0.06 }, 0, 0.580734],
    [{ goal: "utility", aversion: 4 }, 0, 0.902707],
  ])("line 67: %j at %d", (goal, riskFree, first) => {
    const weights = weightsFor(goal, moments, riskFree);
    expect(weights[0]).toBeCloseTo(first, 6);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(1);
  });

  it("line 66: three points of the frontier", () => {
    const found = frontier(moments, undefined, 3);
    const rows = found.ok ? found.value.map((point) => [point.volatility, point.returns, point.weights[0]]) : [];
    const wanted = [
      [0.013269, 0.033629, 0.141286],
      [0.05869, 0.056815, 0.570643],
      [0.115109, 0.08, 1],
    ];
    wanted.flat().forEach((figure, at) => expect(rows.flat()[at]).toBeCloseTo(figure, 6));
  });

  it("names what is in reach", () => {
    expect(problemFor({ goal: "return", returns: 0.09 })).toEqual({
      code: "goal out of reach",
      ...{ goal: "return", asked: 0.09 },
      ...{ least: expect.closeTo(0.026, 12) as unknown, most: 0.08 },
    });
    expect(problemFor({ goal: "volatility", volatility: 0.01 })).toMatchObject({
      code: "goal out of reach",
      least: expect.closeTo(0.0132694642, 9) as unknown,
      most: expect.closeTo(0.1151086443, 9) as unknown,
    });
    expect(problemFor({ goal: "max sharpe" }, moments, 0.08)).toMatchObject({ code: "no excess return", most: 0.08 });
    expect(problemFor({ goal: "return", returns: 0.05 }, moments, 0, within(2, 0, 0.4))).toMatchObject({
      code: "bounds conflict",
      most: 80,
    });
    expect(problemFor({ goal: "min variance" }, moments, 0, within(2, 0.6, 1))).toMatchObject({ least: 120 });
    expect(problemFor({ goal: "risk parity" }, moments, 0, within(2, 0, 1))).toEqual({ code: "bounds on risk parity" });
  });

  it("takes a return below that of the least variance, and the two ends", () => {
    expect(weightsFor({ goal: "return", returns: 0.03 })[0]).toBeCloseTo(0.004 / 0.054, 12);
    expect(weightsFor({ goal: "return", returns: 0.08 })).toEqual([1, 0]);
    expect(weightsFor({ goal: "return", returns: 0.026 })).toEqual([0, 1]);
  });
});

describe("ties and degenerate inputs", () => {
  const of = (rows: readonly (readonly number[])[]): Moments =>
    momentsOf({ columns: columnsOf(rows), periodsPerYear: 1 });

  it("lets equal columns share equally, as far as their bounds allow", () => {
    const three = of(R.map(([one, other]) => [one, other, one] as number[]));
    const [first, , third] = weightsFor({ goal: "return", returns: 0.05 }, three);
    expect(first).toBe(third);
    expect(first).toBeCloseTo(0.222222, 6);
    const bounds = { least: Float64Array.of(0, 0, 0), most: Float64Array.of(0.1, 1, 1) };
    const bound = weightsFor({ goal: "return", returns: 0.05 }, three, 0, bounds);
    expect(bound[0]).toBe(0.1);
    expect(bound[2]).toBeCloseTo(0.344444, 6);
  });

  it("takes the least variance of the best returns, though their means are rounded differently", () => {
    const tied = of([
      [0.1, 0.3, 0],
      [0.2, 0.1, 0.1],
      [0.3, 0.2, 0],
      [0.2, 0.2, 0.1],
    ]);
    const found = frontier(tied, undefined, 2);
    const best = found.ok ? found.value.at(-1) : undefined;
    expect(best?.returns).toBeCloseTo(0.2, 14);
    expect(best?.weights[0]).toBeCloseTo(0.5, 6);
  });

  it("says so where nothing ever moved", () => {
    const still = of([
      [0.01, 0.1],
      [0.01, 0.1],
      [0.01, 0.1],
    ]);
    expect(problemFor({ goal: "min variance" }, still)).toEqual({ code: "nothing varies" });
    expect(problemFor({ goal: "risk parity" }, still)).toEqual({ code: "no risk to share", asset: 0 });
  });

  it("puts all into an asset that never moved where least variance is asked", () => {
    const cash = of(R.map(([one]) => [one, 0.01] as number[]));
    expect(weightsFor({ goal: "min variance" }, cash)[1]).toBeCloseTo(1, 9);
    expect(weightsFor({ goal: "volatility", volatility: 0.05 }, cash)[0]).toBeCloseTo(0.05 / 0.1151086443, 8);
  });

  it("names bounds that cross", () => {
    const bounds = { least: Float64Array.of(0, 0.6), most: Float64Array.of(1, 0.5) };
    expect(problemFor({ goal: "min variance" }, moments, 0, bounds)).toMatchObject({
      code: "weight bounds cross",
      asset: 1,
    });
  });
});

/** Returns and bounds for a few assets, where some portfolio is allowed. */
const few = fc
  .tuple(
    histories({ most: 6, periods: 40 }),
    fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 12, maxLength: 12 }),
  )
  .map(([drawn, numbers]) => {
    const size = drawn.columns.length;
    const least = Float64Array.from({ length: size }, (_, asset) => ((numbers[asset] as number) * 0.8) / size);
    const most = least.map((each, asset) => Math.min(1, each + (1.2 / size) * (0.5 + (numbers[6 + asset] as number))));
    return { drawn, bounds: { least, most } };
  })
  .filter(({ bounds: { most } }) => most.reduce((sum, each) => sum + each, 0) > 1)
  .filter(({ drawn: { columns } }) => columns.some((column) => column.some((each) => each !== column[0])));

describe("against every active set", () => {
  const asked = ({ means, covariance }: Moments, { least, most }: WeightBounds, aversion?: number): Question => {
    const size = means.length;
    const unit = means.reduce((sum, _, asset) => sum + (covariance[asset * size + asset] as number), 0) / size;
    return {
      matrix: Array.from(means, (_, row) =>
        Array.from(
          means,
          (__, column) => (covariance[row * size + column] as number) / unit + (row === column ? 1e-10 : 0),
        ),
      ),
      gains: Array.from(means, (mean) => (aversion === undefined ? 0 : mean / (aversion * unit))),
      least: [...least],
      most: [...most],
    };
  };

  it("finds the least variance and the most utility", () => {
    fc.assert(
      fc.property(few, fc.double({ min: 0.5, max: 50, noNaN: true }), ({ drawn, bounds }, aversion) => {
        const of = momentsOf(drawn);
        for (const [goal, question] of [
          [{ goal: "min variance" }, asked(of, bounds)],
          [{ goal: "utility", aversion }, asked(of, bounds, aversion)],
        ] as const) {
          const best = byEnumeration(question);
          const mine = objective(question, weightsFor(goal, of, 0, bounds));
          expect(mine - (best?.least as number)).toBeLessThan(1e-9 * Math.max(1, Math.abs(mine)));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("finds the least variance for a return and for a volatility, and no better ratio to it", () => {
    fc.assert(
      fc.property(few, fc.double({ min: 0, max: 1, noNaN: true }), ({ drawn, bounds }, part) => {
        const of = momentsOf(drawn);
        const ends = frontier(of, bounds, 2);
        if (!ends.ok) throw new Error(ends.problem.code);
        const [low, high] = [ends.value[0], ends.value[1]];
        if (!low || !high) throw new Error("no ends");
        // Means that hardly differ make equations that elimination can't tell apart.
        if (high.returns - low.returns < 1e-6) return;
        const returns = low.returns + part * (high.returns - low.returns);
        const volatility = low.volatility + part * (high.volatility - low.volatility);
        for (const goal of [
          { goal: "return", returns },
          { goal: "volatility", volatility },
        ] as const) {
          const weights = weightsFor(goal, of, 0, bounds);
          const reached = weights.reduce((sum, weight, asset) => sum + weight * (of.means[asset] as number), 0);
          const question = { ...asked(of, bounds), held: { means: [...of.means], returns: reached } };
          const best = byEnumeration(question);
          expect(objective(question, weights) - (best?.least as number)).toBeLessThan(1e-9);
          if (goal.goal === "return") expect(reached).toBeCloseTo(returns, 12);
          else {
            const found = optimize(goal, { moments: of, riskFree: 0, bounds });
            expect(found.ok && found.value.volatility).toBeCloseTo(volatility, 10);
          }
        }
        // What has the most Sharpe also has the most utility, at the aversion excess ÷ variance.
        const riskFree = low.returns - 0.5 * Math.abs(high.returns - low.returns) - 1e-4;
        const sharpest = optimize({ goal: "max sharpe" }, { moments: of, riskFree, bounds });
        if (!sharpest.ok) throw new Error(sharpest.problem.code);
        if (sharpest.value.volatility < 1e-3) return;
        const question = asked(of, bounds, (sharpest.value.returns - riskFree) / sharpest.value.volatility ** 2);
        const mine = objective(question, [...sharpest.value.weights]);
        const best = byEnumeration(question)?.least as number;
        expect(mine - best).toBeLessThan(1e-8 * Math.max(1, Math.abs(best)));
      }),
      { numRuns: 60 },
    );
  });
});

describe("laws, for histories of any kind", () => {
  const GOALS: readonly Goal[] = [
    { goal: "min variance" },
    { goal: "max sharpe" },
    { goal: "utility", aversion: 3 },
    { goal: "risk parity" },
  ];
  /** Goals that have an answer only for some histories; the rest must have one. */
  const MAY_FAIL = ["no excess return", "nothing varies", "no risk to share"];
  const many = histories({ most: 30, periods: 1200 });

  it("answers within 0 and 1, adds up, and the frontier's volatility rises with its return", () => {
    fc.assert(
      fc.property(many, (drawn) => {
        const of = momentsOf(drawn);
        for (const goal of GOALS) {
          const chosen = optimize(goal, { moments: of, riskFree: 0 });
          if (!chosen.ok) {
            expect(MAY_FAIL).toContain(chosen.problem.code);
            continue;
          }
          const { weights } = chosen.value;
          expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
          expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 14);
        }
        const found = frontier(of, undefined, 7);
        if (!found.ok) {
          expect(found.problem.code).toBe("nothing varies");
          return;
        }
        // The ridge may take so much more variance than the least, and no more.
        const { means, covariance } = of;
        const size = means.length;
        const mean = means.reduce((sum, _, asset) => sum + (covariance[asset * size + asset] as number), 0) / size;
        found.value.slice(1).forEach((point, at) => {
          const before = found.value[at];
          expect(point.returns).toBeGreaterThanOrEqual((before?.returns as number) - 1e-12 * Math.abs(point.returns));
          expect(point.volatility ** 2).toBeGreaterThanOrEqual((before?.volatility as number) ** 2 - 1e-10 * mean);
        });
      }),
      { numRuns: 150 },
    );
  });

  it("doesn't depend on the order of the columns", () => {
    fc.assert(
      fc.property(many, fc.nat(), (drawn, turn) => {
        const size = drawn.columns.length;
        const moved = drawn.columns.map((_, at) => drawn.columns[(at + turn) % size] as Float64Array);
        for (const goal of GOALS.slice(0, 3)) {
          const one = optimize(goal, { moments: momentsOf(drawn), riskFree: 0 });
          const other = optimize(goal, { moments: momentsOf({ ...drawn, columns: moved }), riskFree: 0 });
          if (!one.ok || !other.ok) {
            expect(one.ok).toBe(other.ok);
            return;
          }
          const [weights, turned] = [one.value.weights, other.value.weights];
          expect(other.value.returns).toBeCloseTo(one.value.returns, 9);
          expect(other.value.volatility).toBeCloseTo(one.value.volatility, 9);
          // Of assets that only their rounding tells apart, the weights are rounding too.
          if (["mixes of others", "multiples of others", "others, and a bit more"].includes(drawn.kind)) continue;
          turned.forEach((weight, at) => expect(weight).toBeCloseTo(weights[(at + turn) % size] as number, 9));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("scales with the returns", () => {
    fc.assert(
      fc.property(many, fc.integer({ min: -20, max: 20 }), (drawn, power) => {
        const scale = 2 ** power;
        const scaled: Drawn = { ...drawn, columns: drawn.columns.map((column) => column.map((each) => each * scale)) };
        const [one, other] = [drawn, scaled].map((each) => frontier(momentsOf(each), undefined, 3));
        if (!one?.ok || !other?.ok) {
          expect(one?.ok).toBe(other?.ok);
          return;
        }
        one.value.forEach((point, at) => {
          expect([...(other.value[at]?.weights ?? [])]).toEqual([...point.weights]);
          expect(other.value[at]?.volatility).toBeCloseTo(point.volatility * scale, 12);
        });
      }),
      { numRuns: 40 },
    );
  });
});
