import * as fc from "fast-check";

/** How many accounts are drawn for a law whose second route is slow; `KEEL_DRAWS=5000` draws more. */
export const draws = Number(process.env["KEEL_DRAWS"] ?? 400);

/** How many rows an account has: often few, so that each case of a rule comes up alone. */
export const rowCounts: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: 1, max: 8 }),
  fc.integer({ min: 1, max: 80 }),
);

/** A whole number a row, up to `largest`: few different ones among many equal ones, or many. */
export function picksOf(rows: number): (largest: number) => fc.Arbitrary<number[]> {
  return (largest) =>
    fc
      .array(fc.integer({ min: 0, max: largest }), { minLength: 1, maxLength: rows })
      .chain((few) => fc.array(fc.constantFrom(...few), { minLength: rows, maxLength: rows }));
}
