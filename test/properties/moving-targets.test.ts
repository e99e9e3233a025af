import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import {
  boughtBack,
  glidePath,
  movedBy,
  PathGround,
  pathOf,
  targetsAlong,
  type AgeClass,
  type GlideStyle,
  type MovingRule,
  type Path,
  type ReturnSeries,
} from "../../src/engine";
import { targetVol, trendFollow } from "../../src/operations";
import { policyOf, targetsOf } from "../engine/evidence/asking";
import "./seed";

const aReturn = fc.integer({ min: -300, max: 350 }).map((thousandths) => thousandths / 1000);

const drawn = fc.integer({ min: 2, max: 6 }).chain((assets) =>
  fc.record({
    rows: fc.array(fc.array(aReturn, { minLength: assets, maxLength: assets }), { minLength: 3, maxLength: 40 }),
    parts: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: assets, maxLength: assets }),
    cash: fc.integer({ min: 0, max: assets - 1 }),
    lookback: fc.integer({ min: 2, max: 12 }),
    wanted: fc.constantFrom(0.01, 0.05, 0.1, 0.4),
    periodsPerYear: fc.constantFrom(1, 4, 12),
  }),
);
type Drawn = typeof drawn extends fc.Arbitrary<infer Given> ? Given : never;

const policies = fc.constantFrom(
  "annual",
  "5%",
  "annual and 5/25",
  "annual or 10%; cost 0.2%",
  "20% relative; to halfway; cost 1%; fee $5",
  "drift 3%; to edge",
  "annual; min $500",
  "no sells",
  "5%; min 2%",
  "tracking error 2%",
);

function groundOf({ rows, parts, periodsPerYear }: Drawn): PathGround {
  const sum = parts.reduce((all, part) => all + part, 0);
  const columns = parts.map((_, asset) => Float64Array.from(rows, (row) => row[asset] as number));
  return new PathGround(
    { columns, periodsPerYear },
    Float64Array.from(parts, (part) => part / sum),
  );
}

const rulesOf = ({ cash, lookback, wanted, parts }: Drawn): readonly MovingRule[] => [
  { kind: "volatility", wanted, lookback, cash },
  { kind: "trend", lookback, cash },
  {
    kind: "age",
    ageAtEnd: 60,
    retireAge: 65,
    style: "target date",
    // The first two assets make a mix by age possible.
    classes: parts.map((_, asset): AgeClass => (asset % 2 === 0 ? "stocks" : "bonds")),
  },
];

function follow(ground: PathGround, policy: string, moving?: ReturnType<typeof targetsAlong>, contribution = 0): Path {
  const found = pathOf(ground, { policy: policyOf(policy), start: 10_000, contribution, ...(moving && { moving }) });
  if (!found.ok) throw new Error(found.problem.code);
  return found.value;
}

const rowOf = (all: Float64Array, row: number, assets: number): number[] => [
  ...all.subarray(row * assets, (row + 1) * assets),
];

describe("targets that move", () => {
  it("that don't are the fixed mix's path to the last bit", () => {
    fc.assert(
      fc.property(drawn, policies, fc.constantFrom(0, 0, 300), (given, policy, contribution) => {
        const ground = groundOf(given);
        const { targets, periods, assets } = ground;
        const rows = new Float64Array(periods * assets);
        for (let row = 0; row < periods; row++) rows.set(targets, row * assets);
        const still = { start: targets, rows, next: targets };
        expect(follow(ground, policy, still, contribution)).toEqual(follow(ground, policy, undefined, contribution));
        expect([...movedBy(still, targets)]).toEqual(Array.from({ length: periods }, () => 0));
      }),
      { numRuns: 200 },
    );
  });

  it("add up to 1 on every row, and lie nowhere below 0", () => {
    fc.assert(
      fc.property(drawn, (given) => {
        const ground = groundOf(given);
        for (const rule of rulesOf(given)) {
          const { rows, next, start } = targetsAlong(rule, ground);
          for (const each of [start, next, ...given.rows.map((_, row) => rowOf(rows, row, ground.assets))]) {
            expect(Math.min(...each)).toBeGreaterThanOrEqual(0);
            expect([...each].reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it("see nothing of their own row, nor of what comes after it: another future leaves the past as it was", () => {
    let moved = 0;
    fc.assert(
      fc.property(drawn, policies, fc.nat(), aReturn, (given, policy, at, shift) => {
        const from = at % given.rows.length;
        const other = {
          ...given,
          rows: given.rows.map((row, index) => (index < from ? row : row.map((each) => Math.max(-0.9, each + shift)))),
        };
        const [one, two] = [groundOf(given), groundOf(other)];
        for (const rule of rulesOf(given)) {
          const [past, changed] = [targetsAlong(rule, one), targetsAlong(rule, two)];
          // The targets of the changed row itself are judged by the rows before it.
          const known = (from + 1) * one.assets;
          expect(changed.rows.subarray(0, known)).toEqual(past.rows.subarray(0, known));
          if (rule.kind !== "age" && movedBy(past, one.targets).some((each) => each > 0)) moved += 1;
          const [before, after] = [follow(one, policy, past), follow(two, policy, changed)];
          // Of the last row but one, what was done is known; on the last a path never trades.
          expect(after.values.subarray(0, from)).toEqual(before.values.subarray(0, from));
          expect(after.trades.subarray(0, from * one.assets)).toEqual(before.trades.subarray(0, from * one.assets));
        }
      }),
      { numRuns: 150 },
    );
    expect(moved).toBeGreaterThan(50);
  });

  it("are what TARGETVOL and TRENDFOLLOW answer about the rows before", () =>
    fc.assert(
      fc.asyncProperty(drawn, async (given) => {
        const ground = groundOf(given);
        const { cash, lookback, wanted, periodsPerYear } = given;
        const targets = [...ground.targets].map((target) => [target]);
        const [byVolatility, byTrend] = rulesOf(given).map((rule) => targetsAlong(rule, ground)) as [
          ReturnType<typeof targetsAlong>,
          ReturnType<typeof targetsAlong>,
        ];
        for (const row of [lookback - 1, lookback, given.rows.length - 1, given.rows.length]) {
          if (row < 0 || row > given.rows.length) continue;
          const at = ({ rows, next }: typeof byTrend): number[] =>
            row === given.rows.length ? [...next] : rowOf(rows, row, ground.assets);
          if (row < lookback) {
            expect(at(byVolatility)).toEqual([...ground.targets]);
            expect(at(byTrend)).toEqual([...ground.targets]);
            continue;
          }
          // With years in front, a row of zeros is a row.
          const known = given.rows.slice(row - lookback, row).map((each, index) => [1900 + index, ...each]);
          const answered = await targetVol.answer(targets, known, [[wanted]], [[cash + 1]], [[periodsPerYear]]);
          const levels = ground.targets.length;
          const prices = Array.from({ length: row + 1 }, () => new Array<number>(levels).fill(1));
          for (let each = 1; each <= row; each++) {
            prices[each] = (prices[each - 1] as number[]).map(
              (price, asset) => price * (1 + (given.rows[each - 1]?.[asset] as number)),
            );
          }
          const trend = await trendFollow.answer(targets, prices, [[lookback]], [[cash + 1]]);
          if (!answered.ok || !trend.ok) throw new Error("no answer");
          expect(at(byVolatility)).toEqual(answered.cells.map(([cell]) => expect.closeTo(Number(cell), 9)));
          expect(at(byTrend)).toEqual(trend.cells.map(([cell]) => expect.closeTo(Number(cell), 9)));
        }
      }),
      { numRuns: 80 },
    ));
});

/** Month ends, from January of a year on. */
function months(count: number, year = 2015): ReturnSeries["dates"] {
  const days = Array.from({ length: count }, (_, month) => {
    const end = Date.UTC(year, month + 1, 0);
    return Math.round(end / 86_400_000) + 25_569;
  });
  return { kind: "days", days };
}

describe("targets by age", () => {
  const styles: readonly GlideStyle[] = ["110 minus age", "120 minus age", "target date"];

  it.each(styles)(
    "are GLIDEPATH's at the age of each month, a year less for each year before the last (%s)",
    (style) => {
      const columns = [0, 1, 2].map(() => new Float64Array(61));
      const dates = months(61);
      const ground = new PathGround({ columns, periodsPerYear: 12, ...(dates && { dates }) }, targetsOf(40, 20, 40));
      const { rows, start, next } = targetsAlong(
        { kind: "age", ageAtEnd: 60, retireAge: 62, style, classes: ["stocks", "stocks", "bonds"] },
        ground,
      );
      const ages = Array.from({ length: 61 }, (_, row) => 60 - Math.floor((60 - row) / 12));
      for (const [row, age] of ages.entries()) {
        const { stocks, bonds } = glidePath(age, 62, style);
        // Two parts of three of what is in stocks are the first fund's, as by the targets.
        expect(rowOf(rows, row, 3)).toEqual([
          expect.closeTo((stocks * 2) / 3, 12),
          expect.closeTo(stocks / 3, 12),
          expect.closeTo(bonds, 12),
        ]);
      }
      expect(ages.filter((age) => age === 57)).toHaveLength(12);
      // Bought a month before the first row, which is five years and a month before the last.
      expect(start[2]).toBeCloseTo(glidePath(55, 62, style).bonds, 12);
      expect([...next]).toEqual(rowOf(rows, 60, 3));
    },
  );

  it("go by years where rows are years, and by so many rows as a year has where they have no dates", () => {
    const columns = [new Float64Array(5), new Float64Array(5)];
    const rule: MovingRule = {
      kind: "age",
      ageAtEnd: 40,
      retireAge: 65,
      style: "110 minus age",
      classes: ["stocks", "bonds"],
    };
    const yearly: ReturnSeries = { columns, periodsPerYear: 1, dates: { kind: "years", first: 2020 } };
    const stocks = (series: ReturnSeries): number[] => {
      const { rows } = targetsAlong(rule, new PathGround(series, targetsOf(60, 40)));
      return Array.from({ length: 5 }, (_, row) => Math.round((rows[row * 2] as number) * 100));
    };
    expect(stocks(yearly)).toEqual([74, 73, 72, 71, 70]);
    expect(stocks({ columns, periodsPerYear: 2 })).toEqual([72, 71, 71, 70, 70]);
  });
});

describe("a path with targets that move", () => {
  it("trades only when the policy looks, and then to the targets of that row", () => {
    // Undated years: an annual look is every row, one every three years each third.
    const columns = [new Float64Array(7), new Float64Array(7)];
    const ground = new PathGround({ columns, periodsPerYear: 1 }, targetsOf(60, 40));
    const along = targetsAlong(
      { kind: "age", ageAtEnd: 60, retireAge: 65, style: "110 minus age", classes: ["stocks", "bonds"] },
      ground,
    );
    const yearly = follow(ground, "annual", along);
    expect([0, 1, 2, 3, 4, 5].map((row) => yearly.weights[row * 2])).toEqual(
      [0.56, 0.55, 0.54, 0.53, 0.52, 0.51].map((each) => expect.closeTo(each, 9)),
    );
    const seldom = follow(ground, "every 36 months", along);
    expect([...seldom.rebalances]).toEqual([0, 0, 1, 0, 0, 1, 0]);
    expect(seldom.weights[2 * 2]).toBeCloseTo(0.54, 9);
    // A band lies around the targets of the row: with nothing moving in price, the targets leave it by themselves.
    const banded = follow(ground, "2.5%", along);
    expect([...banded.rebalances]).toEqual([0, 0, 1, 0, 0, 1, 0]);
    // Without look and band nothing is ever traded, whatever the targets do.
    expect([...follow(ground, "", along).rebalances]).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it("counts what was bought within so many days of being sold", () => {
    const dates = months(6);
    const series: ReturnSeries = { columns: [new Float64Array(6)], periodsPerYear: 12, ...(dates && { dates }) };
    const values = new Float64Array(6).fill(100);
    const count = (trades: readonly number[], days: number): number | undefined =>
      boughtBack({ trades: Float64Array.from(trades), values }, series, days);
    // Sold at the end of January; end of February is 28 days later, end of April 89.
    expect(count([-5, 5, 0, 0, 0, 0], 30)).toBe(1);
    expect(count([-5, 0, 0, 5, 0, 0], 90)).toBe(1);
    expect(count([-5, 0, 0, 5, 0, 0], 88)).toBe(0);
    expect(count([-5, 0, 0, 0, 5, 0], 90)).toBe(0);
    expect(count([-5, 5, 5, -5, 0, 5], 90)).toBe(3);
    expect(count([5, -5, 0, 0, 0, 0], 90)).toBe(0);
    expect(count([-1e-12, 5, 0, 0, 0, 0], 90)).toBe(0);
    expect(boughtBack({ trades: values, values }, { columns: series.columns, periodsPerYear: 12 }, 90)).toBeUndefined();
  });
});
