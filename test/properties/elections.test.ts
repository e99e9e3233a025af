import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { column, down, failure } from "../functions/shipped";
import { elections, electionsWithin, searchedElections, type Bounds } from "../oracle/elections";
import { exactly } from "../oracle/reading";

const STEPS = [1, 2, 4, 5, 10, 20, 25, 50, 100] as const;

const weightColumns = (most: number): fc.Arbitrary<number[]> =>
  fc
    .array(
      fc.oneof(
        fc.constant(0),
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 0, max: 1_000_000_000_000 }).map((cents) => cents / 100),
        fc.integer({ min: 0, max: 10_000 }).map((parts) => parts / 10_000),
        fc.constant(1 / 3),
      ),
      { minLength: 1, maxLength: most },
    )
    .filter((weights) => weights.some((weight) => weight > 0));

const added = (percents: readonly unknown[]): number =>
  percents.reduce<number>((sofar, part) => sofar + (part as number), 0);

describe("ELECTIONS", () => {
  test("12: whole percents, multiples of the step, that add up to exactly 100", () => {
    fc.assert(
      fc.property(weightColumns(200), fc.constantFrom(null, ...STEPS), (weights, step) => {
        const percents = column("ELECTIONS", down(...weights), step && down(step));
        expect(added(percents)).toBe(100);
        for (const percent of percents) {
          expect(Number.isInteger((percent as number) / (step ?? 1)) && (percent as number) >= 0).toBe(true);
          expect(Object.is(percent, -0)).toBe(false);
        }
      }),
    );
  });

  test("is the largest remainder, ties by row order", () => {
    fc.assert(
      fc.property(weightColumns(200), fc.constantFrom(...STEPS), (weights, step) => {
        expect(column("ELECTIONS", down(...weights), down(step))).toEqual(elections(weights.map(exactly), step));
      }),
    );
  });

  test("exact ties go by row order, however long the decimals", () => {
    // A percent of the total is `percent` cents; rows of one remainder differ by whole percents alone.
    const tied = fc.integer({ min: 2, max: 1_000_000_007 }).chain((percent) =>
      fc
        .tuple(
          fc.tuple(fc.nat(percent - 1), fc.nat(percent - 1)),
          fc.array(fc.tuple(fc.nat(12), fc.nat(1)), { minLength: 2, maxLength: 7 }),
        )
        .map(([remainders, rows]) => {
          const cents = rows.map(([whole, which]) => whole * percent + (remainders[which] as number));
          return [...cents, 100 * percent - cents.reduce((sofar, part) => sofar + part, 0)].map((part) => part / 100);
        }),
    );
    fc.assert(
      fc.property(tied, (weights) => {
        expect(column("ELECTIONS", down(...weights))).toEqual(elections(weights.map(exactly)));
      }),
      { numRuns: 300 },
    );
  });

  test("no other column is nearer to the weights: exhaustive search", () => {
    fc.assert(
      fc.property(weightColumns(4), fc.constantFrom(5, 10, 20, 25, 50), (weights, step) => {
        expect(column("ELECTIONS", down(...weights), down(step))).toEqual(
          searchedElections(weights.map(exactly), step),
        );
      }),
      { numRuns: 50 },
    );
  });

  test("scaling the weights changes nothing", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 2, max: 1000 }),
        (weights, times) => {
          fc.pre(weights.some((weight) => weight > 0));
          expect(column("ELECTIONS", down(...weights.map((weight) => weight * times)))).toEqual(
            column("ELECTIONS", down(...weights)),
          );
        },
      ),
    );
  });

  describe("within a plan's bounds", () => {
    const bounded = fc.integer({ min: 2, max: 4 }).chain((rows) =>
      fc.record({
        weights: fc
          .array(fc.integer({ min: 0, max: 50 }), { minLength: rows, maxLength: rows })
          .filter((weights) => weights.some((weight) => weight > 0)),
        // A maximum of 0 is a blank one: none.
        bounds: fc.array(
          fc
            .tuple(fc.nat(12), fc.integer({ min: 1, max: 20 }))
            .map(([one, more]): Bounds => ({ lowest: one * 5, highest: Math.min(100, (one + more) * 5) })),
          { minLength: rows, maxLength: rows },
        ),
        step: fc.constantFrom(5, 10),
      }),
    );
    const asked = (weights: number[], step: number, bounds: readonly Bounds[]): unknown[][][] => [
      down(...weights),
      down(step),
      down(...bounds.map(({ lowest }) => lowest)),
      down(...bounds.map(({ highest }) => highest)),
    ];

    test("every fund within its own, still exactly 100, or an error when nothing fits", () => {
      fc.assert(
        fc.property(bounded, ({ weights, bounds, step }) => {
          const best = searchedElections(weights.map(exactly), step, bounds);
          if (!best) {
            expect(failure("ELECTIONS", ...asked(weights, step, bounds)).code).toMatch(/^#(VALUE!|N\/A)$/);
            return;
          }
          const percents = column("ELECTIONS", ...asked(weights, step, bounds)) as number[];
          expect(added(percents)).toBe(100);
          percents.forEach((percent, row) => {
            expect(percent % step).toBe(0);
            expect(percent).toBeGreaterThanOrEqual((bounds[row] as Bounds).lowest);
            expect(percent).toBeLessThanOrEqual((bounds[row] as Bounds).highest);
          });
        }),
      );
    });

    test("no other column is nearer to the weights: exhaustive search", () => {
      fc.assert(
        fc.property(bounded, ({ weights, bounds, step }) => {
          const best = searchedElections(weights.map(exactly), step, bounds);
          expect(electionsWithin(weights.map(exactly), step, bounds)).toEqual(best);
          if (best) expect(column("ELECTIONS", ...asked(weights, step, bounds))).toEqual(best);
        }),
      );
    });
  });
});
