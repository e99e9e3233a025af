import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import {
  cents,
  Decimal,
  edgesOf,
  edgeWeights,
  isRowBand,
  mixOf,
  side,
  sidesOf,
  type Mix,
  type RowBand,
} from "../../../src/engine";

const d = (number: number): Decimal => new Decimal(number);

function mix(...parts: readonly number[]): Mix {
  const made = mixOf(Float64Array.from(parts));
  if (!made) throw new Error("no mix");
  return made;
}

const points = (width: number): RowBand => ({ kind: "points", width: d(width) });
const relative = (share: number): RowBand => ({ kind: "relative", share: d(share) });
const SWEDROE: RowBand = { kind: "smaller", width: d(0.05), share: d(0.25) };

function weightsOf(band: RowBand | undefined, ...parts: readonly number[]): readonly (readonly [number, number])[] {
  const targets = mix(...parts);
  return edgeWeights(targets, band);
}

describe("edgeWeights", () => {
  it.each<[string, RowBand | undefined, readonly number[], readonly (readonly [number, number])[]]>([
    [
      "no band: the target alone",
      undefined,
      [60, 40],
      [
        [0.6, 0.6],
        [0.4, 0.4],
      ],
    ],
    [
      "5 points",
      points(0.05),
      [60, 40],
      [
        [0.55, 0.65],
        [0.35, 0.45],
      ],
    ],
    [
      "5 points are clipped to 0 and 100%",
      points(0.05),
      [97, 3, 0],
      [
        [0.92, 1],
        [0, 0.08],
        [0, 0.05],
      ],
    ],
    [
      "20% of the target",
      relative(0.2),
      [60, 40, 0],
      [
        [0.48, 0.72],
        [0.32, 0.48],
        [0, 0],
      ],
    ],
    [
      "150% of the target is clipped",
      relative(1.5),
      [60, 40],
      [
        [0, 1],
        [0, 1],
      ],
    ],
    [
      "5/25: points above 20%, a quarter below",
      SWEDROE,
      [70, 20, 10],
      [
        [0.65, 0.75],
        [0.15, 0.25],
        [0.075, 0.125],
      ],
    ],
  ])("%s", (_, band, parts, edges) => {
    expect(weightsOf(band, ...parts)).toEqual(edges);
  });

  it("rounds the exact edges once", () => {
    const width = fc.tuple(fc.integer({ min: 0, max: 2e6 }), fc.integer({ min: 0, max: 24 }));
    const decimal = width.map(([digits, places]) => d(digits).times(new Decimal(`1e${-places}`)));
    const anyBand = fc.oneof(
      decimal.map((each): RowBand => ({ kind: "points", width: each })),
      decimal.map((share): RowBand => ({ kind: "relative", share })),
      fc.tuple(decimal, decimal).map(([each, share]): RowBand => ({ kind: "smaller", width: each, share })),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9e15 }), fc.integer({ min: 1, max: 1e15 }), anyBand, (part, rest, band) => {
        const whole = Math.max(part, rest);
        const made: Mix = { parts: Float64Array.of(Math.min(part, whole), whole - Math.min(part, whole)), whole };
        const exact = edgesOf(made, band).map(({ lowest, highest }) => [
          lowest.dividedBy(whole).toNumber(),
          highest.dividedBy(whole).toNumber(),
        ]);
        expect(edgeWeights(made, band)).toEqual(exact);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("side", () => {
  const total = cents(10_000);
  const targets = mix(60, 40);
  const [first] = edgesOf(targets, points(0.05));
  const at = (value: number): number => side(value, total, targets.whole, first as NonNullable<typeof first>);

  it("counts the edge as in, where floats would say it is out", () => {
    expect([at(6500), at(6501), at(5500), at(5499), at(6000)]).toEqual([0, 1, 0, -1, 0]);
  });

  it("is exact where an edge is no whole number of parts", () => {
    // A third ± a third of it: from two ninths to four ninths.
    const thirds = mix(1, 1, 1);
    const [third] = edgesOf(thirds, { kind: "relative", share: d(1).dividedBy(4) });
    const edges = third as NonNullable<typeof third>;
    expect([side(3000, cents(12_000), 3, edges), side(2999, cents(12_000), 3, edges)]).toEqual([0, -1]);
    expect([side(5000, cents(12_000), 3, edges), side(5001, cents(12_000), 3, edges)]).toEqual([0, 1]);
  });

  it("agrees with whole-number arithmetic at any size", () => {
    const size = fc.integer({ min: 1, max: 9e15 });
    fc.assert(
      fc.property(
        size,
        size,
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 1, max: 100 }),
        (value, rest, part, width) => {
          const whole = 10_000;
          fc.pre(value + rest <= 9e15);
          const all = value + rest;
          const made: Mix = { parts: Float64Array.of(part, whole - part), whole };
          const [edges] = edgesOf(made, { kind: "points", width: d(width).dividedBy(1000) });
          const [scaled, low, high] = [BigInt(value) * BigInt(whole), part - 10 * width, part + 10 * width];
          const expected =
            scaled < BigInt(Math.max(0, low)) * BigInt(all)
              ? -1
              : scaled > BigInt(Math.min(whole, high)) * BigInt(all)
                ? 1
                : 0;
          expect(side(value, cents(all), whole, edges as NonNullable<typeof edges>)).toBe(expected);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe("sidesOf", () => {
  const bands: readonly (RowBand | undefined)[] = [undefined, points(0.05), relative(0.2), relative(1.5), SWEDROE];

  it("says what side says of each row, right at the edges too", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 9e15 }),
        fc.integer({ min: 0, max: 9999 }),
        fc.constantFrom(...bands),
        fc.boolean(),
        fc.integer({ min: -2, max: 2 }),
        (all, part, band, high, beyond) => {
          const targets: Mix = { parts: Float64Array.of(part, 10_000 - part), whole: 10_000 };
          const edges = edgesOf(targets, band);
          const [first] = edges as readonly [(typeof edges)[0], (typeof edges)[0]];
          const near = (high ? first.highest : first.lowest).times(all).dividedBy(10_000).round().toNumber();
          const value = Math.min(all, Math.max(0, near + beyond));
          const values = Float64Array.of(value, all - value);
          const expected = edges.map((each, row) => side(values[row] as number, cents(all), 10_000, each));
          expect([...sidesOf(values, cents(all), targets, band)]).toEqual(expected);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

it("tells bands with edges of their own from those of the whole", () => {
  expect(isRowBand(SWEDROE)).toBe(true);
  expect(isRowBand({ kind: "drift", limit: d(0.03) })).toBe(false);
  expect(isRowBand({ kind: "tracking error", limit: d(0.01) })).toBe(false);
});

describe("a band's type", () => {
  it("asks for the width that its kind has", () => {
    // @ts-expect-error points have a width, not a share
    const wrongPart: RowBand = { kind: "points", share: d(0.05) };
    // @ts-expect-error a width is an exact decimal
    const notExact: RowBand = { kind: "points", width: 0.05 };
    // @ts-expect-error total drift gives no row edges of its own
    const ofTheWhole: RowBand = { kind: "drift", limit: d(0.03) };
    expect([wrongPart.kind, notExact.kind, ofTheWhole.kind]).toEqual(["points", "points", "drift"]);
  });
});
