import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { BitSums } from "../../../src/engine/rebalance/shares/bit-sums";
import { ListedSums } from "../../../src/engine/rebalance/shares/listed-sums";
import { ResidueSums } from "../../../src/engine/rebalance/shares/residue-sums";
import type { Steps, Sums } from "../../../src/engine/rebalance/shares/steps";
import { Change, lightest, sumsOf, type Preference } from "../../../src/engine/rebalance/shares/sums";
import { Work } from "../../../src/engine/rebalance/shares/work";
import { drawing } from "./shares-cases";

const steps = fc.array(
  fc.record({
    price: fc.oneof(
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 28, max: 70 }),
      fc.integer({ min: 1, max: 400 }),
    ),
    count: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constant(Number.POSITIVE_INFINITY)),
  }),
  { maxLength: 4 },
);

/** All sums, one step after the other. */
function summed(list: readonly Omit<Steps, "row">[], most: number): boolean[] {
  let reached = Array.from({ length: most + 1 }, (_, amount) => amount === 0);
  for (const { price, count } of list) {
    const next = reached.slice();
    for (let amount = 0; amount <= most; amount++) {
      for (let taken = 1; taken <= count && taken * price <= amount; taken++) {
        if (reached[amount - taken * price]) next[amount] = true;
      }
    }
    reached = next;
  }
  return reached;
}

describe("sums of steps", () => {
  it("are all that can be added up, and no others; the next below and above any amount is found", () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 0, max: 300 }), (list, most) => {
        const sums = sumsOf(
          list.map((each, row) => ({ ...each, row })),
          most,
          new Work(1e9),
        ) as Sums;
        const expected = summed(list, most);
        const amounts = Array.from({ length: sums.most + 1 }, (_, amount) => amount);
        expect(amounts.map((amount) => sums.has(amount))).toEqual(expected.slice(0, amounts.length));
        expect(amounts.map((amount) => sums.largestUpTo(amount))).toEqual(
          amounts.map((amount) => expected.lastIndexOf(true, amount)),
        );
        expect(amounts.map((amount) => sums.smallestFrom(amount) ?? -1)).toEqual(
          amounts.map((amount) => expected.indexOf(true, amount)),
        );
        expect(expected.indexOf(true, amounts.length)).toBe(-1);
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

const work = (): Work => new Work(1e9);

/** All sums up to an amount, by taking every number of every step. */
function everySum(steps: readonly Omit<Steps, "row">[], most: number): ReadonlySet<number> {
  let sums = new Set([0]);
  for (const { price, count } of steps) {
    const raised = new Set<number>();
    for (const sum of sums) {
      for (let taken = 0; taken <= count && sum + taken * price <= most; taken++) raised.add(sum + taken * price);
    }
    sums = raised;
  }
  return sums;
}

/** One table of each kind of the same first step, and steps to add. */
function tables(most: number, { price, count }: Steps): readonly (Sums | undefined)[] {
  return [
    BitSums.of([0], most, work())?.with({ row: 0, price, count }, work()),
    ListedSums.of(Float64Array.from(everySum([{ price, count }], most)).sort(), most),
    ResidueSums.of([0], { price, count }, most, work()),
  ];
}

function drawSteps(draw: () => number, most: number): Steps[] {
  const whole = (below: number): number => 1 + Math.floor(draw() * below);
  return Array.from({ length: whole(4) }, (_, row) => ({
    row,
    price: Math.min(most, whole(60)),
    count: draw() < 0.3 ? Number.POSITIVE_INFINITY : whole(12),
  }));
}

describe("tables of sums", () => {
  it("are the same in every table as by taking every number of steps", () => {
    const draw = drawing(1);
    const kinds = new Set<unknown>();
    for (let turn = 0; turn < 300; turn++) {
      const most = 1 + Math.floor(draw() * 300);
      const [first, ...others] = drawSteps(draw, most) as [Steps, ...Steps[]];
      const known = everySum([first, ...others], most);
      const rising = [...known].sort((one, other) => one - other);
      for (const table of tables(most, first)) {
        const sums = others.reduce((each: Sums | undefined, steps) => each?.with(steps, work()), table);
        kinds.add(sums?.constructor);
        const amounts = Array.from({ length: most + 1 }, (_, amount) => amount);
        expect(amounts.filter((amount) => sums?.has(amount))).toEqual(rising);
        expect(amounts.map((amount) => sums?.largestUpTo(amount))).toEqual(
          amounts.map((amount) => rising.filter((sum) => sum <= amount).pop()),
        );
        expect(amounts.map((amount) => sums?.smallestFrom(amount))).toEqual(
          amounts.map((amount) => rising.find((sum) => sum >= amount)),
        );
      }
    }
    expect(kinds).toEqual(new Set([BitSums, ListedSums, ResidueSums]));
  });

  it("of a price next to others ten billion times as high take no more room than the dear ones need", () => {
    const steps = [
      { row: 0, price: 1, count: 300_000_000 },
      { row: 1, price: 9_999_990_000, count: 7 },
      { row: 2, price: 56, count: Number.POSITIVE_INFINITY },
    ];
    const few = new Work(10_000);
    const sums = sumsOf(steps, 50_000_000_000, few);
    expect(sums?.has(49_999_950_001)).toBe(true);
    expect(sums?.largestUpTo(1e12)).toBe(50_000_000_000);
    const change = Change.of(steps, 50_000_000_000, few);
    const made = (sum: number): (number | undefined)[] =>
      (change?.madeOf(sum, "few of the earlier rows") ?? []).map(({ count }) => count);
    expect(made(20_000_000_057)).toEqual([9, 0, 357_142_858]);
    expect(change?.madeOf(20_000_000_057, "many of the earlier rows").map(({ count }) => count)).toEqual([
      299_999_961, 1, 173_214_466,
    ]);
  });

  it("of dear steps are made of few or many of the earlier rows, as is asked", () => {
    const steps = [
      { row: 0, price: 50_000, count: 8 },
      { row: 1, price: 100_000, count: 4 },
    ];
    const change = Change.of(steps, 1_000_000, work());
    const made = (preference: Preference): (number | undefined)[] =>
      (change?.madeOf(400_000, preference) ?? []).map(({ count }) => count);
    expect(made("few of the earlier rows")).toEqual([0, 4]);
    expect(made("many of the earlier rows")).toEqual([8, 0]);
  });

  it("of thirty prices that a table of bits would be too long for go beyond the work allowed", () => {
    const steps = Array.from({ length: 30 }, (_, row) => ({ row, price: 1_000_003 + 7 * row, count: 40 }));
    expect(sumsOf(steps, 1_000_000_000, new Work(1_000_000))).toBeUndefined();
  });
});

describe("the lighter part of a sum of two kinds", () => {
  it("takes all that a heavier sum leaves it, though the largest of its own had to be given up", () => {
    // 10 is 9 and 1, which no 4 make up; the next sum of fours is 4, and leaves 6, all of which threes make up.
    const threes = sumsOf([{ row: 0, price: 3, count: 3 }], 12, work()) as Sums;
    const fours = sumsOf([{ row: 1, price: 4, count: 3 }], 12, work()) as Sums;
    expect(lightest({ lighter: { sums: threes }, heavier: { sums: fours } }, 10, work())).toBe(6);
    // 11 is 9 and 2: the fours make 4 and leave 7, of which threes make up 6; 5 aren't fours, but 8 are, and leave 3.
    expect(lightest({ lighter: { sums: threes }, heavier: { sums: fours } }, 11, work())).toBe(3);
    expect(lightest({ lighter: { sums: threes }, heavier: { sums: fours } }, 5, work())).toBeUndefined();
  });

  it("is the largest there is, in any tables", () => {
    const draw = drawing(2);
    let none = 0;
    for (let turn = 0; turn < 300; turn++) {
      const most = 40 + Math.floor(draw() * 200);
      const price = 1 + Math.floor(draw() * 20);
      const kinds = [0, 1].map(() => drawSteps(draw, most).map((each, at) => (at === 0 ? { ...each, price } : each)));
      const [lighter, heavier] = kinds.map((steps) => everySum(steps, most)) as [Set<number>, Set<number>];
      const sum = Math.floor(draw() * (most + 1));
      const parts = [...lighter].filter((part) => part <= sum && heavier.has(sum - part));
      const wanted = parts.length === 0 ? undefined : Math.max(...parts);
      if (wanted === undefined) none += 1;
      const made = kinds.map(([first, ...others]) =>
        tables(most, first as Steps).map((table) =>
          others.reduce((each: Sums | undefined, steps) => each?.with(steps, work()), table),
        ),
      ) as [Sums[], Sums[]];
      for (const one of made[0]) {
        for (const other of made[1]) {
          // Of a change only its sums are asked.
          const two = { lighter: { sums: one }, heavier: { sums: other } };
          expect(lightest(two, sum, work())).toBe(wanted);
        }
      }
    }
    expect(none).toBeGreaterThan(10);
  });
});
