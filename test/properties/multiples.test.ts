import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { lower, raise } from "../oracle/level-fill";
import { Rational, total } from "../oracle/rational";
import { shares } from "../oracle/reading";
import { trades } from "./asking";
import "./seed";

/** A few rows whose money is a few steps, so that every split of the cash can be looked at. */
const asked = fc
  .record({
    rows: fc.array(
      fc.record({ value: fc.bigInt({ min: 0n, max: 6_000n }), target: fc.bigInt({ min: 1n, max: 20n }) }),
      {
        minLength: 2,
        maxLength: 4,
      },
    ),
    step: fc.constantFrom(50n, 500n, 1_000n, 2_500n),
    steps: fc.integer({ min: 0, max: 12 }),
    over: fc.bigInt({ min: 0n, max: 49n }),
  })
  .map(({ rows, step, steps, over }) => ({
    values: rows.map(({ value }) => value),
    // The first has what the others leave of 100%.
    targets: rows.map(({ target }, row) =>
      row > 0 ? target : 100n - total(rows.slice(1).map((other) => other.target)),
    ),
    step,
    amount: step * BigInt(steps) + over,
  }));

/** Every way to split so many steps among rows that take no more than `most` each. */
function* splits(steps: number, most: readonly number[]): Iterable<readonly number[]> {
  const [first, ...others] = most;
  if (first === undefined) {
    if (steps === 0) yield [];
    return;
  }
  for (let given = 0; given <= Math.min(first, steps); given++) {
    for (const rest of splits(steps - given, others)) yield [given, ...rest];
  }
}

const distance = (sizes: readonly bigint[], exact: readonly Rational[]): Rational =>
  sizes
    .map((size, row) =>
      Rational.of(size)
        .minus((exact[row] as Rational).absolute())
        .absolute(),
    )
    .reduce((sum, gap) => sum.plus(gap));

test.each([
  { name: "CONTRIBUTE", sign: 1n },
  { name: "WITHDRAW", sign: -1n },
] as const)("$name in multiples of dollars is as near to the level-fill as multiples come", ({ name, sign }) => {
  fc.assert(
    fc.property(asked, ({ values, targets, step, amount }) => {
      // Money out is raised in full, money in never overspent.
      const steps = sign > 0n ? amount / step : (amount + step - 1n) / step;
      const most = values.map((value) => (sign > 0n ? Number(steps) : Number(value / step)));
      fc.pre(steps > 0n && most.reduce((sum, each) => sum + each, 0) >= Number(steps));
      const cash = Rational.of(steps * step);
      const exactly = shares(targets.map((target) => Rational.of(target)));
      const held = values.map((value) => Rational.of(value));
      const exact = sign > 0n ? raise(held, exactly, cash) : lower(held, exactly, cash);
      const text = `multiples of $${Number(step) / 100}`;
      const sizes = trades(name, { values, typed: targets.map(Number) }, amount, text).map((trade) => trade * sign);
      expect(total(sizes)).toBe(steps * step);
      expect(
        sizes.every((size, row) => size >= 0n && size % step === 0n && (sign > 0n || size <= (values[row] as bigint))),
      ).toBe(true);
      const found = distance(sizes, exact);
      for (const split of splits(Number(steps), most)) {
        const other = split.map((given) => BigInt(given) * step);
        expect(found.compare(distance(other, exact))).toBeLessThanOrEqual(0);
      }
    }),
  );
});
