import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { belowLine, estimate, frontier, mixPoint, optimize, sharesOf, type Moments } from "../../src/engine";
import { mixReturns } from "../../src/engine/evidence/series";
import "./seed";

const aReturn = fc.integer({ min: -300, max: 350 }).map((thousandths) => thousandths / 1000);

const drawn = fc.integer({ min: 1, max: 5 }).chain((assets) =>
  fc.record({
    rows: fc.array(fc.array(aReturn, { minLength: assets, maxLength: assets }), {
      minLength: assets + 1,
      maxLength: 40,
    }),
    amounts: fc.array(fc.integer({ min: 0, max: 900 }), { minLength: assets, maxLength: assets }),
    periodsPerYear: fc.constantFrom(1, 4, 12),
  }),
);
type Drawn = typeof drawn extends fc.Arbitrary<infer Given> ? Given : never;

function historyOf({ rows, amounts, periodsPerYear }: Drawn): { columns: Float64Array[]; periodsPerYear: number } {
  return {
    columns: amounts.map((_, asset) => Float64Array.from(rows, (row) => row[asset] as number)),
    periodsPerYear,
  };
}

function momentsOf(history: ReturnType<typeof historyOf>): Moments {
  const moments = estimate(history);
  if (!moments.ok) throw new Error(moments.problem.code);
  return moments.value;
}

/** The mean a year of a series, and its standard error, by the textbook. */
function meanAndError(series: Float64Array, periodsPerYear: number): readonly [number, number] {
  const mean = series.reduce((sum, each) => sum + each, 0) / series.length;
  const squares = series.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  const error = Math.sqrt(squares / (series.length - 1) / series.length);
  return [mean * periodsPerYear, error * periodsPerYear];
}

describe("a mix beside the efficient line", () => {
  it("has the mean and the standard error of what it would have returned, period by period", () => {
    fc.assert(
      fc.property(drawn, (given) => {
        const history = historyOf(given);
        const weights = sharesOf(Float64Array.from(given.amounts));
        if (given.amounts.every((amount) => amount === 0)) expect(weights).toBeUndefined();
        if (!weights) return;
        const [mean, error] = meanAndError(mixReturns(history, weights), given.periodsPerYear);
        const point = mixPoint(history, momentsOf(history), weights);
        expect(point.returns).toBeCloseTo(mean, 9);
        expect(point.error).toBeCloseTo(error, 9);
      }),
      { numRuns: 200 },
    );
  });

  it("lies below it by what the best mix of the same risk had more, with the error of their difference", () => {
    let below = 0;
    fc.assert(
      fc.property(drawn, (given) => {
        const history = historyOf(given);
        const weights = sharesOf(Float64Array.from(given.amounts));
        if (!weights) return;
        const moments = momentsOf(history);
        const mix = mixPoint(history, moments, weights);
        const found = belowLine(history, moments, mix);
        const best = optimize({ goal: "volatility", volatility: mix.volatility }, { moments, riskFree: 0 });
        if (!best.ok) {
          expect(found).toBeUndefined();
          return;
        }
        const apart = best.value.weights.map((weight, asset) => weight - (weights[asset] as number));
        const [mean, error] = meanAndError(mixReturns(history, apart), given.periodsPerYear);
        expect(found?.returns).toBeCloseTo(Math.max(0, mean), 7);
        expect(found?.error).toBeCloseTo(error, 7);
        // No mix of that risk had more than the best, so none lies above the line.
        expect(mean).toBeGreaterThanOrEqual(-1e-6);
        if ((found?.returns ?? 0) > 0.001) below += 1;
      }),
      { numRuns: 150 },
    );
    expect(below).toBeGreaterThan(50);
  });

  it("is on the line where it is one of its points", () => {
    const rows = Array.from({ length: 30 }, (_, row) => [Math.sin(row) / 10 + 0.02, Math.cos(row * 1.3) / 20 + 0.01]);
    const history = historyOf({ rows, amounts: [1, 1], periodsPerYear: 12 });
    const moments = momentsOf(history);
    const line = frontier(moments, undefined, 5);
    if (!line.ok) throw new Error(line.problem.code);
    for (const portfolio of line.value) expect(belowLine(history, moments, portfolio)?.returns).toBeCloseTo(0, 6);
  });
});
