import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { cents, mixOf, rebalance, type Allocation, type Policy, type Usd } from "../../../src/engine";
import { Decimal } from "../../../src/engine/decimal";
import type { Result } from "../../../src/engine/errors";
import { isRowBand, type Band } from "../../../src/engine/policy/band";
import { afterTrades, only } from "../../../src/engine/portfolio/allocation";
import { areAllDropped } from "../../../src/engine/rebalance/all-dropped";
import { balanced, movesOutOfBand, type PartWay } from "../../../src/engine/rebalance/destinations";
import { contribute, withdraw } from "../../../src/engine/rebalance/level-fill";
import { dropSmallTrades } from "../../../src/engine/rebalance/minimum-trade";
import { measure, shrinkDrifts } from "../../../src/engine/rebalance/portfolio-band";
import { rebalanceToTarget } from "../../../src/engine/rebalance/to-target";
import { destinations } from "./drawn-moves";
import { draws, picksOf, rowCounts } from "./drawn-rows";
import { dropOneByOne } from "./one-by-one";

/** Where the trades go: only the cash is placed, to target, or short of it where a band is left. */
type Course = "place" | "target" | { readonly band: Band; readonly destination: PartWay };

interface Asked {
  readonly allocation: Allocation;
  readonly cash: Usd;
  readonly course: Course;
  readonly least: Usd;
}

const widths = fc.constantFrom("0", "0.0001", "0.003", "0.02", "0.05", "0.25").map((width) => new Decimal(width));
const bands: fc.Arbitrary<Band> = fc.oneof(
  fc.record({ kind: fc.constant("points" as const), width: widths }),
  fc.record({ kind: fc.constant("relative" as const), share: widths }),
  fc.record({ kind: fc.constant("smaller" as const), width: widths, share: widths }),
  fc.record({ kind: fc.constant("drift" as const), limit: widths }),
);
const courses: fc.Arbitrary<Course> = fc.oneof(
  fc.constant<Course>("place"),
  fc.constant<Course>("target"),
  fc.record({ band: bands, destination: destinations }),
  fc.record({ band: bands, destination: destinations }),
);

/** Accounts with many equal rows, or none, from a few cents a row on; minimums about the largest holding, cash or target. */
const asked: fc.Arbitrary<Asked> = fc
  .record({
    rows: rowCounts,
    most: fc.constantFrom(3, 99, 100, 250, 1000, 1_000_000, 1e11),
    largestPart: fc.constantFrom(1, 3, 10, 1e12),
  })
  .chain(({ rows, most, largestPart }) => {
    const picks = picksOf(rows);
    return fc
      .record({
        values: picks(most),
        parts: picks(largestPart),
        step: fc.constantFrom(1, 100),
        isIn: fc.constantFrom(0, 1, 1, -1),
        share: fc.double({ min: 0, max: 1, noNaN: true }),
        course: courses,
        above: fc.constantFrom("holding", "cash", "target", "total"),
        more: fc.constantFrom(0, 1, 1, 1, 2, 100),
      })
      .map(({ values, parts, step, isIn, share, course, above, more }): Asked | undefined => {
        const targets = mixOf(Float64Array.from(parts));
        const total = values.reduce((sum, value) => sum + value, 0);
        if (!targets || total === 0) return undefined;
        const largest = Math.max(...values);
        const cash = (Math.floor((isIn * share * (isIn > 0 ? 2 * largest + 1 : total)) / step) || 0) * step;
        if (total + cash < 0) return undefined;
        const target = Math.ceil((Math.max(...parts) / targets.whole) * Math.max(total, total + cash));
        const least = { holding: largest, cash, target: Math.max(target, largest), total }[above] + more;
        const allocation = { values: Float64Array.from(values), total: cents(total), targets, step };
        return least <= 0 ? undefined : { allocation, cash: cents(cash), course, least: cents(least) };
      });
  })
  .filter((each) => each !== undefined);

/** Solves the given rows alone, as the contract says. */
function solver({ allocation, cash, course }: Asked) {
  const none = Array.from(allocation.values, () => cents(0));
  const place = (members: Allocation): Result<readonly Usd[]> =>
    cash === 0 ? { ok: true, value: none } : cash > 0 ? contribute(members, cash) : withdraw(members, cents(0 - cash));
  return (includes: (row: number) => boolean): Result<readonly Usd[]> => {
    const members = only(allocation, includes);
    if (course === "place") return place(members);
    if (course === "target") return members.targets.whole === 0 ? place(members) : rebalanceToTarget(members, cash);
    const { band, destination } = course;
    const placed = place(members);
    if (!placed.ok) return placed;
    const after = afterTrades(allocation, placed.value);
    let moves: Result<readonly Usd[]> = { ok: true, value: none };
    if (isRowBand(band)) moves = balanced(movesOutOfBand(after, band, destination))(includes);
    else {
      const measured = measure(after, band, undefined);
      if (!measured.ok) return measured;
      const left = only(after, includes);
      if (measured.value.outside && left.targets.whole > 0) {
        moves = { ok: true, value: shrinkDrifts(left, band, destination, measured.value) };
      }
    }
    if (!moves.ok) return moves;
    return { ok: true, value: moves.value.map((move, row) => cents(move + (placed.value[row] as number))) };
  };
}

const shortOfTarget = ({ course }: Asked): Band | undefined => (typeof course === "string" ? undefined : course.band);

describe("areAllDropped", () => {
  it("is true only where dropping one by one leaves no trade, whatever the policy", () => {
    const counted: Record<string, number> = {};
    fc.assert(
      fc.property(asked, (given) => {
        const { allocation, cash, course, least } = given;
        if (!areAllDropped(allocation, cash, least, shortOfTarget(given))) return;
        const solve = solver(given);
        const left = dropOneByOne(allocation, cash, least, solve);
        if (left === undefined) return;
        expect(left.isNoneLeft).toBe(true);
        const first = solve(() => true);
        const trades = first.ok ? first.value : [];
        const expected = {
          trades: left.trades,
          // Every trade that there was at first and that isn't the last resort's.
          dropped: [...trades.keys()].filter((row) => trades[row] !== 0 && left.trades[row] === 0),
          lastResort: cash !== 0,
        };
        // The record is the same whether the drops are found one by one or all are known at once.
        expect(dropSmallTrades(allocation, cash, least, solve)).toEqual({ ok: true, value: expected });
        expect(dropSmallTrades(allocation, cash, least, solve, () => "all")).toEqual({ ok: true, value: expected });
        const kind = typeof course === "string" ? course : course.band.kind;
        const name = `${kind}, ${allocation.step === 1 ? "cents" : "dollars"}`;
        if (left.drops.length > 0) counted[name] = (counted[name] ?? 0) + 1;
      }),
      { numRuns: draws },
    );
    // Of each kind there were many; a drift band in whole dollars is never sure.
    expect(Object.keys(counted)).toHaveLength(11);
    expect(Math.min(...Object.values(counted))).toBeGreaterThan(0.005 * draws);
  });

  it("does not hold where whole dollars buy more than they sell", () => {
    const values = Float64Array.from({ length: 101 }, (_, row) => (row === 0 ? 0 : 99));
    const targets = mixOf(values.map((value) => value || 9900));
    if (!targets) throw new Error("no mix");
    const allocation = { values, total: cents(9900), targets, step: 100 };
    const band: Band = { kind: "points", width: new Decimal("0.05") };
    // Half of $99 is to be in the first row, and no other has a dollar to sell: its move of $45 stays above a minimum of $1.
    const given: Asked = {
      allocation,
      cash: cents(0),
      course: { band, destination: { kind: "edge" } },
      least: cents(100),
    };
    expect(dropOneByOne(allocation, given.cash, given.least, solver(given))?.trades[0]).toBe(4500);
    expect(areAllDropped(allocation, given.cash, given.least, band)).toBe(false);
    expect(areAllDropped(allocation, given.cash, given.least, undefined)).toBe(true);
  });
});

describe("rebalance", () => {
  const minimum = (amount: number, rest: Partial<Policy> = {}): Policy =>
    ({ ...rest, minimumTrade: { amount } }) as Policy;

  it("names every trade that was too small, and sends the cash to the largest", () => {
    const values = Float64Array.of(600, 400);
    const allocation = {
      values,
      total: cents(1000),
      targets: mixOf(Float64Array.of(1, 1)) as NonNullable<ReturnType<typeof mixOf>>,
    };
    // −100, +100: the second is dropped first, and then the first has nobody to trade with.
    expect(rebalance(allocation, cents(0), minimum(5000), {})).toMatchObject({
      value: { trades: [0, 0], dropped: [0, 1], lastResort: false },
    });
    // −75, +125.
    expect(rebalance(allocation, cents(50), minimum(5000), {})).toMatchObject({
      value: { trades: [0, 50], dropped: [0], lastResort: true },
    });
    // +400, +600: once the first is dropped, the second takes cash worth the minimum, and no last resort is needed.
    expect(rebalance(allocation, cents(1000), minimum(650), {})).toMatchObject({
      value: { trades: [0, 1000], dropped: [0], lastResort: false },
    });
  });
});
