import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { targetVolatility, tilt, trendFollow } from "../../../src/engine";
import "../../properties/seed";

const of = (...numbers: number[]): Float64Array => Float64Array.from(numbers);
const close = (found: Float64Array, ...wanted: number[]): void => {
  expect(found).toHaveLength(wanted.length);
  wanted.forEach((each, row) => expect(found[row]).toBeCloseTo(each, 4));
};

describe("tilt", () => {
  it.each([
    [of(0.6, 0.3, 0.1), of(1, 0, -1), [0.65, 0.3, 0.05]],
    [of(0.6, 0.3, 0.1), of(1, 0, 0), [0.63333, 0.28333, 0.08333]],
    [of(0.6, 0.3, 0.1), of(0.5, -1, -1), [0.65, 0.275, 0.075]],
    [of(0.6, 0.38, 0.02), of(1, 0, -1), [0.635, 0.365, 0]],
    [of(0.6, 0.4, 0), of(-1, 0, 0), [0.575, 0.425, 0]],
  ])("line 68: %p by %p", (targets, views, wanted) => {
    close(tilt(targets, views, 1, 0.05), ...wanted);
  });

  it("buys what has no target only for a view above 0, and changes nothing without views", () => {
    close(tilt(of(0.5, 0.5, 0), of(0, 0, 1), 1, 0.05), 0.48333, 0.48333, 0.03333);
    close(tilt(of(0.5, 0.5, 0), of(0, 0, 0), 1, 0.05), 0.5, 0.5, 0);
    close(tilt(of(1), of(1), 1, 0.05), 1);
    close(tilt(of(0.6, 0.4), of(1, -1), 3, 0.05), 0.65, 0.35);
  });

  it("keeps the sum, the largest shift and 0, has one λ, and never lowers a row whose view rises", () => {
    const row = fc.tuple(fc.integer({ min: 0, max: 100 }), fc.double({ min: -1, max: 1, noNaN: true }));
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 200 }).filter((rows) => rows.some(([target]) => target > 0)),
        fc.double({ min: 0.01, max: 5, noNaN: true }),
        fc.double({ min: 0.001, max: 1, noNaN: true }),
        fc.nat(),
        (rows, strength, largest, at) => {
          const whole = rows.reduce((sum, [target]) => sum + target, 0);
          const targets = Float64Array.from(rows, ([target]) => target / whole);
          const views = Float64Array.from(rows, ([, view]) => view);
          const tilted = tilt(targets, views, strength, largest);
          expect(tilted.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 12);
          const levels = rows.flatMap((_, index) => {
            const [target, view] = [targets[index] as number, views[index] as number];
            const shift = (tilted[index] as number) - target;
            expect(tilted[index]).toBeGreaterThanOrEqual(-1e-15);
            expect(Math.abs(shift)).toBeLessThanOrEqual(largest + 1e-12);
            const isCut = shift > largest - 1e-9 || shift < 1e-9 - Math.min(largest, target);
            return isCut ? [] : [largest * view * strength - shift];
          });
          for (const level of levels) expect(level).toBeCloseTo(levels[0] as number, 9);
          const raised = views.slice();
          raised[at % views.length] = 1;
          const row = at % views.length;
          expect(tilt(targets, raised, strength, largest)[row]).toBeGreaterThanOrEqual((tilted[row] as number) - 1e-12);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("targetVolatility", () => {
  /** Two periods whose standard deviation is 20 %. */
  const stocks = of(0.2 / Math.SQRT2, -0.2 / Math.SQRT2);
  const history = { columns: [stocks, of(0, 0)], periodsPerYear: 1 };

  it.each([
    [0.09, 0.45],
    [0.15, 0.75],
    [0.3, 1],
  ])("line 29: 60/40 to %d", (wanted, first) => {
    close(targetVolatility(of(0.6, 0.4), history, wanted, 1).weights, first, 1 - first);
  });

  it.each([
    [0.03, 0.2851, 0.1711, 0.5438],
    [0.06, 0.5702, 0.3421, 0.0876],
    [0.2, 0.625, 0.375, 0],
  ])("line 71: 50/30/20 to %d", (wanted, ...weights) => {
    const columns = [
      of(0.2, -0.1, 0.15, 0.05, 0.1),
      of(0.02, 0.05, -0.01, 0.04, 0.03),
      of(0.03, 0.03, 0.04, 0.02, 0.03),
    ];
    const found = targetVolatility(of(0.5, 0.3, 0.2), { columns, periodsPerYear: 1 }, wanted, 2);
    close(found.weights, ...weights);
  });

  it("takes what never moved as far as it goes, and has nothing to take without risky targets", () => {
    const still = { columns: [of(0.01, 0.01), of(0, 0)], periodsPerYear: 12 };
    close(targetVolatility(of(0.6, 0.4), still, 0.1, 1).weights, 1, 0);
    close(targetVolatility(of(0, 1), history, 0.1, 1).weights, 0, 1);
    close(targetVolatility(of(0.4, 0.6), { ...history, columns: [of(0, 0), stocks] }, 0.09, 0).weights, 0.55, 0.45);
  });
});

describe("trendFollow", () => {
  const line = (from: number, step: number): Float64Array =>
    Float64Array.from({ length: 10 }, (_, at) => from + at * step);

  it("line 72: up, down, and cash", () => {
    close(trendFollow(of(0.5, 0.3, 0.2), [line(100, 1), line(100, -1), line(1, 0)], 10, 2).weights, 0.5, 0, 0.5);
  });

  it("looks at the last prices only, and leaves prices at their mean, though it is rounded", () => {
    const fell = of(200, 200, 100, 101);
    const still = of(0.1, 0.1, 0.1, 0.1);
    close(trendFollow(of(0.5, 0.5, 0), [fell, fell, still], 2, 2).weights, 0.5, 0.5, 0);
    close(trendFollow(of(0.5, 0.5, 0), [fell, still, still], 4, 2).weights, 0, 0, 1);
    close(trendFollow(of(0.5, 0.5, 0), [still, still, still], 3, 2).weights, 0, 0, 1);
  });
});
