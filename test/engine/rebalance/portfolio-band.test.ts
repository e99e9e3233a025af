import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { cents, mixOf, type Allocation } from "../../../src/engine";
import { Decimal } from "../../../src/engine/decimal";
import type { PortfolioBand } from "../../../src/engine/policy/band";
import type { PartWay } from "../../../src/engine/rebalance/destinations";
import { measure, shrinkDrifts } from "../../../src/engine/rebalance/portfolio-band";
import { destinations } from "./drawn-moves";
import { picksOf, rowCounts } from "./drawn-rows";

interface Asked {
  readonly allocation: Allocation;
  readonly band: PortfolioBand;
  readonly destination: PartWay;
}

/** Accounts with many equal rows, or none, of a few cents to billions, in cents or in whole dollars. */
const asked: fc.Arbitrary<Asked> = fc
  .record({
    rows: rowCounts,
    most: fc.constantFrom(3, 100, 1000, 1_000_000, 1e12, 1e14),
    largestPart: fc.constantFrom(1, 3, 1000, 1e9, 1e13),
    step: fc.constantFrom(1, 1, 100),
  })
  .chain(({ rows, most, largestPart, step }) =>
    fc
      .record({
        values: picksOf(rows)(most),
        parts: picksOf(rows)(largestPart),
        limit: fc.constantFrom("0", "0.0001", "0.003", "0.05", "0.123456789").map((limit) => new Decimal(limit)),
        destination: destinations,
      })
      .map(({ values, parts, limit, destination }): Asked | undefined => {
        const targets = mixOf(Float64Array.from(parts));
        const total = values.reduce((sum, value) => sum + value * step, 0);
        if (!targets || total === 0 || total > 9e15) return undefined;
        // No holding has cents beyond its dollars, so that none stops a sale.
        const allocation = {
          values: Float64Array.from(values, (value) => value * step),
          total: cents(total),
          targets,
          step,
        };
        return { allocation, band: { kind: "drift", limit }, destination };
      }),
  )
  .filter((each) => each !== undefined);

/** The exact part of each way to the target, cut toward 0 to whole steps; the missing ones to those that were cut most. */
function shrunk({ allocation, band, destination }: Asked): { readonly moved: boolean; readonly trades: number[] } {
  const { values, total, targets, step = 1 } = allocation;
  const rows = Array.from(values.keys());
  const whole = BigInt(targets.whole);
  const gaps = rows.map(
    (row) => BigInt(targets.parts[row] as number) * BigInt(total) - BigInt(values[row] as number) * whole,
  );
  const bought = gaps.reduce((sum, gap) => (gap > 0n ? sum + gap : sum), 0n);
  // The drift is bought ÷ (total × whole); what is left of it, in 10^-12.
  const points = 10n ** 12n;
  const inPoints = (fraction: Decimal): bigint => BigInt(fraction.times(points.toString()).toFixed(0));
  const [limit, from] = [
    band.limit,
    destination.kind === "points" ? Decimal.min(destination.from, band.limit) : undefined,
  ];
  const left = inPoints(from ?? (destination.kind === "edge" ? limit : limit.dividedBy(2)));
  const all = bought * points;
  const kept = left * BigInt(total) * whole;
  if (bought * points <= inPoints(limit) * BigInt(total) * whole) return { moved: false, trades: [] };
  const numerators = gaps.map((gap) => gap * (all - kept));
  const unit = whole * all * BigInt(step);
  const size = (number: bigint): bigint => (number < 0n ? -number : number);
  const round = (among: readonly number[], units: bigint): Map<number, bigint> => {
    const cut = new Map(among.map((row) => [row, (numerators[row] as bigint) / unit]));
    let missing = units - [...cut.values()].reduce((sum, each) => sum + each, 0n);
    const sign = missing < 0n ? -1n : 1n;
    const rest = (row: number): bigint => (numerators[row] as bigint) % unit;
    const inSign = among.filter((row) => rest(row) * sign > 0n);
    inSign.sort((one, other) => {
      const more = size(rest(other)) - size(rest(one));
      return more === 0n ? one - other : more > 0n ? 1 : -1;
    });
    for (const row of inSign) {
      if (missing === 0n) break;
      cut.set(row, (cut.get(row) as bigint) + sign);
      missing -= sign;
    }
    return cut;
  };
  const turnover = (bought * (all - kept) + unit - 1n) / unit;
  const rounded =
    inPoints(limit) === left
      ? [
          round(
            rows.filter((row) => (gaps[row] as bigint) > 0n),
            turnover,
          ),
          round(
            rows.filter((row) => (gaps[row] as bigint) < 0n),
            -turnover,
          ),
        ]
      : [round(rows, 0n)];
  const trades = rows.map((row) => Number(rounded.reduce((sum, each) => sum + (each.get(row) ?? 0n), 0n)) * step);
  return { moved: true, trades };
}

describe("shrinkDrifts", () => {
  it("trades what whole numbers of any size say", () => {
    let compared = 0;
    fc.assert(
      fc.property(asked, (given) => {
        const { allocation, band, destination } = given;
        const measured = measure(allocation, band, undefined);
        if (!measured.ok) throw new Error(measured.problem.code);
        const expected = shrunk(given);
        expect(measured.value.outside).toBe(expected.moved);
        if (!expected.moved) return;
        compared++;
        expect(shrinkDrifts(allocation, band, destination, measured.value)).toEqual(expected.trades);
      }),
      { numRuns: 3000 },
    );
    expect(compared).toBeGreaterThan(1500);
  });
});
