import { describe, expect, it } from "@jest/globals";
import type { ReturnSeries } from "../../../src/engine";
import { isoDay } from "../../../src/ranges";
import { path, rebalancedRows, seriesOf, statistics, targetsOf } from "./asking";

/** Worked numbers 22 to 24, 53 and 70. */
const THREE_YEARS = seriesOf([
  [0.2, 0.02],
  [-0.3, 0.05],
  [0.25, 0.01],
]);
const SIXTY_FORTY = targetsOf(60, 40);
const asked = (policy: string, contribution = 0) => ({
  series: THREE_YEARS,
  targets: SIXTY_FORTY,
  policy,
  contribution,
});

describe("a path through past returns", () => {
  it("rebalances at each look, and never after the last row", () => {
    const found = statistics(asked("annual"));
    expect(found.finalValue).toBeCloseTo(10_934.3808, 4);
    expect(found.rebalances).toBe(2);
    expect(found.turnover).toBeCloseTo(0.0460993, 7);
    expect(found.growth).toBeCloseTo(0.0302234, 7);
    expect(found.volatility).toBeCloseTo(0.174268, 7);
  });

  it("pays for what it trades", () => {
    const found = statistics(asked("annual; cost 0.1%"));
    expect(found.finalValue).toBeCloseTo(10_931.3566, 4);
    expect(found.costs).toBeCloseTo(2.7589, 4);
  });

  it("stays inside its band", () => {
    const found = statistics(asked("annual and 5%"));
    expect(found.finalValue).toBeCloseTo(10_759.896, 4);
    expect(found.rebalances).toBe(1);
    expect(found.turnover).toBeCloseTo(0.0198198, 7);
  });

  it("places contributions, which are no turnover, and grows apart from them", () => {
    const found = statistics(asked("annual", 1000));
    expect(found.finalValue).toBeCloseTo(14_057.7408, 4);
    expect(found.growth).toBeCloseTo(0.0302234, 7);
    expect(found.maxDrawdown).toBeCloseTo(-0.16, 12);
    expect(found.rebalances).toBe(2);
    expect(found.turnover).toBeCloseTo(0.0186039, 7);
  });

  it("looks on the first row at or after a look that falls between rows", () => {
    const series = seriesOf([0.1, -0.1, 0.2, 0.05, -0.2, 0.15, 0.1].map((each) => [each, 0]));
    const given = { series, targets: targetsOf(50, 50), policy: "every 18 months" };
    expect(rebalancedRows(path(given))).toEqual([2, 3, 5, 6]);
    expect(statistics(given).finalValue).toBeCloseTo(11_365.83525, 8);
    expect(statistics(given).turnover).toBeCloseTo(0.018047, 6);
  });

  it("looks on the very row that a look without dates comes to", () => {
    // 13 times 9 weeks are 27 months, and 26 times are 54: in doubles 9 × 12 ÷ 52 is a bit more, or less.
    const series = seriesOf(
      Array.from({ length: 60 }, (_, row) => [row % 2 === 0 ? 0.01 : -0.01, 0.002]),
      12,
    );
    const looks = Array.from({ length: 28 }, (_, look) => Math.floor(((look + 1) * 108 + 51) / 52));
    expect(looks.slice(11, 14)).toEqual([25, 27, 30]);
    const given = { series, targets: SIXTY_FORTY, policy: "every 9 weeks" };
    expect(rebalancedRows(path(given))).toEqual(looks);
  });

  it("takes times for volatile by the standard deviation of twelve rows, divided by eleven", () => {
    // Twelve rows of ±5 % have 18.09 % a year, the row itself among them; divided by twelve it would be 17.32 %.
    const series = seriesOf(
      Array.from({ length: 15 }, (_, row) => [row % 2 === 0 ? 0.05 : -0.05]),
      12,
    );
    const rows = (level: string): number[] =>
      rebalancedRows(
        path({ series, targets: targetsOf(100), policy: `quarterly; monthly when volatility > ${level}` }),
      );
    expect(rows("17.7%")).toEqual([3, 6, 9, 12, 13, 14]);
    expect(rows("18.2%")).toEqual([3, 6, 9, 12]);
  });

  it("predicts a tracking error from the twelfth row on", () => {
    const series = seriesOf(
      Array.from({ length: 14 }, (_, row) => [row % 2 === 0 ? 0.09 : 0.01, 0.002 * (row % 3)]),
      12,
    );
    const rows = (limit: string): number[] =>
      rebalancedRows(path({ series, targets: SIXTY_FORTY, policy: `tracking error ${limit}` }));
    expect(rows("0.5%")).toEqual([12]);
    // 1.778 % on that row; with the covariance divided by 12 it would be 1.703 %. On the 13th more is outside.
    expect(rows("1.75%")).toEqual([12]);
    expect(rows("1.79%")).toEqual([13]);
  });

  it("looks by the dates of days and weeks, and on a month's last day where there is no 31st", () => {
    const every = (gap: number, rows: number, first: number): ReturnSeries =>
      seriesOf(Array.from({ length: rows }, (_, row) => [first + row * gap, row % 2 === 0 ? 0.01 : -0.01, 0.002]));
    const lookDays = (series: ReturnSeries, policy: string): string[] =>
      rebalancedRows(path({ series, targets: SIXTY_FORTY, policy })).map((row) =>
        series.dates?.kind === "days" ? isoDay(series.dates.days[row - 1] as number) : "",
      );
    // From 1 February 2020 on: the close before is that of 31 January.
    const days = every(1, 125, 43_862);
    expect(lookDays(days, "monthly")).toEqual(["2020-02-29", "2020-03-31", "2020-04-30", "2020-05-31"]);
    expect(lookDays(days, "every 45 days")).toEqual(["2020-03-16", "2020-04-30"]);
    // Fridays from 7 February 2020 on: the first at or after each look.
    const weeks = every(7, 19, 43_868);
    expect(lookDays(weeks, "monthly")).toEqual(["2020-03-06", "2020-04-03", "2020-05-01", "2020-06-05"]);
  });

  it("counts the edge of the band as in", () => {
    const series = seriesOf([
      [0.3, 0.05],
      [0.01, 0.02],
      [0.0, 1e-300],
    ]);
    const found = statistics({ series, targets: SIXTY_FORTY, policy: "5%" });
    expect(found.rebalances).toBe(0);
    expect(found.finalValue).toBeCloseTo(12_162, 8);
  });

  it("looks more often while times are volatile", () => {
    const rows = Array.from({ length: 35 }, (_, row) => [
      row === 14 ? -0.45 : 0.004 + 0.002 * (row % 3),
      0.002 + 0.001 * (row % 2),
    ]);
    const given = { series: seriesOf(rows, 12), targets: SIXTY_FORTY, policy: "annual; monthly when volatility > 20%" };
    expect(rebalancedRows(path(given))).toEqual([12, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26]);
    expect(statistics(given).finalValue).toBeCloseTo(8517.814238, 6);
  });
});

it("ends where losses have eaten up what a number can hold, with all that is told of its rows a number", () => {
  // No reader lets such returns through: they look like prices.
  const column = new Float64Array(60).fill(-0.999999999999);
  const series = { columns: [column, column], periodsPerYear: 1 };
  const found = path({ series, targets: targetsOf(60, 40), policy: "" });
  expect(found.ranOut).toBe(found.values.length - 1);
  expect(found.values.at(-1)).toBe(0);
  expect([...found.values, ...found.returns, ...found.weights].every(Number.isFinite)).toBe(true);
});
