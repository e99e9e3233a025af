import * as fc from "fast-check";

/** What is done to columns that were drawn one by one, so that they are hard to tell apart, or very different. */
const KINDS = [
  "as drawn",
  "equal",
  "mixes of others",
  "multiples of others",
  "others, and a bit more",
  "still",
  "huge and tiny",
  "whole percents",
  "three values",
] as const;

/** Past returns drawn at random. */
export interface Drawn {
  readonly columns: readonly Float64Array[];
  readonly periodsPerYear: number;
  readonly kind: (typeof KINDS)[number];
}

/** Draws histories of 1 to `most` assets and at least one period more than assets, of every kind. */
export function histories({ most, periods }: { most: number; periods: number }): fc.Arbitrary<Drawn> {
  return fc
    .record({
      size: fc.integer({ min: 1, max: most }),
      more: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: periods - most })),
      kind: fc.constantFrom(...KINDS),
      periodsPerYear: fc.constantFrom(1, 4, 12, 252),
      seed: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
    })
    .map(({ size, more, kind, periodsPerYear, seed }) => {
      const random = randomFrom(seed);
      const length = Math.max(2, size + more);
      const columns: Float64Array[] = Array.from({ length: size }, () => {
        const volatility = 0.001 * 200 ** random();
        const mean = 0.005 + 0.1 * volatility * normal(random);
        return Float64Array.from({ length }, () => Math.max(-0.9, mean + volatility * normal(random)));
      });
      columns.forEach((_, asset) => {
        if (asset > 0 && random() < 0.5) columns[asset] = changed(columns, asset, kind, random);
        else if (kind === "whole percents") columns[asset] = rounded(columns[asset] as Float64Array);
      });
      return { columns, periodsPerYear, kind };
    });
}

function changed(
  columns: readonly Float64Array[],
  asset: number,
  kind: (typeof KINDS)[number],
  random: () => number,
): Float64Array {
  const own = columns[asset] as Float64Array;
  const other = columns[Math.floor(random() * asset)] as Float64Array;
  const third = columns[Math.floor(random() * asset)] as Float64Array;
  const part = random();
  switch (kind) {
    case "as drawn":
      return own;
    case "equal":
      return other.slice();
    case "mixes of others":
      return other.map((each, period) => part * each + (1 - part) * (third[period] as number));
    case "multiples of others":
      return other.map((each) => Math.max(-0.9, 3 * part * each));
    case "others, and a bit more":
      return other.map((each) => each + 0.001 * part);
    case "still":
      return own.map(() => Math.round(part * 4) / 1000);
    case "huge and tiny": {
      const factor = 10 ** (-6 + 8 * part);
      return own.map((each) => Math.max(-0.9, each * factor));
    }
    case "whole percents":
      return rounded(own);
    case "three values":
      return own.map(() => Math.floor(random() * 3) / 100);
  }
}

function rounded(column: Float64Array): Float64Array {
  return column.map((each) => Math.round(each * 100) / 100);
}

/** A small generator for tests: fast-check draws its seed, so that a long history shrinks in one step. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
}
