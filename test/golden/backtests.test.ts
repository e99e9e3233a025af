import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "@jest/globals";
import { annualReturns } from "../../src/compute/history";
import { PathGround, statisticsOf } from "../../src/engine";
import { numericBand } from "../../src/engine/evidence/bands";
import { PathPortfolio } from "../../src/engine/evidence/portfolio";
import { mixReturns } from "../../src/engine/evidence/series";
import { deepestFall, growth, meanOf, sharpe, sortino, volatility, type Figure } from "../../src/engine/evidence/statistics";
import { path as follow, policyOf, rebalancedRows, seriesOf, targetsOf } from "../engine/evidence/asking";

// Backtests and statistics that others have published, as figures only. Where a convention differs, a line says so.

/** The figure, or what the returns lack for it. */
const figure = (found: Figure): number | string => (found.ok ? found.value : found.problem);

const of = (...numbers: number[]): Float64Array => Float64Array.from(numbers);

interface MonthlyBacktest {
  readonly dates: readonly string[];
  readonly prices: { readonly foo: readonly number[]; readonly bar: readonly number[] };
  readonly published: Readonly<Record<string, number>>;
  readonly rebalances: readonly (readonly [day: string, value: number])[];
}

describe("bt: 60/40 rebalanced monthly on days (bd5650ad, docs/source/Buy_and_hold.rst, MIT)", () => {
  const file = path.join(__dirname, "backtests", "bt-monthly.json");
  const { dates, prices, published, rebalances } = JSON.parse(readFileSync(file, "utf8")) as MonthlyBacktest;
  const moved = (of: readonly number[], row: number): number => (row === 0 ? 0 : (of[row] as number) / (of[row - 1] as number) - 1);
  // bt buys at the first day's close: that day is a row in which nothing moves yet.
  const series = seriesOf(dates.map((day, row) => [day, moved(prices.foo, row), moved(prices.bar, row)]));
  const found = follow({ series, targets: targetsOf(60, 40), policy: "monthly", start: 1_000_000 });
  const statistics = statisticsOf(found, new PathGround(series, targetsOf(60, 40)), 0);

  it("trades on the same days at the same values", () => {
    expect(series.periodsPerYear).toBe(252);
    expect(rebalancedRows(found).map((row) => dates[row - 1])).toEqual(rebalances.slice(1).map(([day]) => day));
    for (const [day, value] of rebalances) expect(found.values[dates.indexOf(day)]).toBeCloseTo(value, 4);
  });

  it("comes to the same statistics", () => {
    expect(statistics.finalValue / 1_000_000 - 1).toBeCloseTo(published["total_return"] as number, 6);
    expect(statistics.maxDrawdown).toBeCloseTo(published["max_drawdown"] as number, 6);
    expect(statistics.volatility).toBeCloseTo(published["daily_vol_ann"] as number, 3);
    expect(statistics.sharpe).toBeCloseTo(published["daily_sharpe_rf0"] as number, 1);
  });
});

describe("PerformanceAnalytics (c079aea1, tests; figures re-typed)", () => {
  it("weights drift with what the assets return", () => {
    const series = seriesOf([
      [0.1, -0.05],
      [0, 0.05],
    ]);
    const found = follow({ series, targets: targetsOf(50, 50), policy: "" });
    expect(found.returns[0]).toBeCloseTo(0.025, 12);
    expect(found.weights[0]).toBeCloseTo(0.5365853658536587, 12);
  });

  it("costs 1 % of what is traded: theirs comes off the next period, Keel's off this one, to the same end", () => {
    const portfolio = new PathPortfolio(policyOf("annual; cost 1%"), targetsOf(60, 40));
    portfolio.values.set([0.55, 0.55]);
    const after = portfolio.close(1.1, 0, true, true);
    expect(after * 1.2).toBeCloseTo(1.1 * 1.1976, 12);
  });

  it("has a Sharpe ratio of excess returns", () => {
    const series = seriesOf([
      [0.1, -0.05],
      [-0.05, 0.05],
      [0.05, 0.1],
      [-0.1, -0.1],
      [0.02, 0.05],
    ]);
    // Theirs is of the mix that is held at its weights.
    expect(figure(sharpe(mixReturns(series, targetsOf(50, 50)), 0.02, 1))).toBeCloseTo(-0.19807547644845988, 8);
  });
});

describe("empyrical (40f61b4f, empyrical/tests/test_stats.py, Apache-2.0)", () => {
  const monthly = of(0, 0.01, 0.1, -0.04, 0.02, 0.03, 0.02, 0.01, -0.1);
  // Theirs begins with a missing return that counts as a period; Keel's has none.
  const mixed = monthly.slice(1);
  const negative = of(0, -0.06, -0.07, -0.01, -0.09, -0.02, -0.06, -0.08, -0.05);
  const benchmark = of(0, 0.01, 0, 0.01, 0, 0.01, 0, 0.01, 0);

  it("falls", () => {
    expect(deepestFall(of(0.02, 0.01, 0.01))).toBe(0);
    expect(deepestFall(benchmark)).toBe(0);
    expect(deepestFall(negative)).toBeCloseTo(-0.3659, 4);
  });

  it("grows and varies", () => {
    expect(figure(growth(monthly, 12))).toBeCloseTo(0.052242061386048144, 8);
    expect(figure(volatility(mixed, 252))).toBeCloseTo(0.9136465399704637, 8);
    expect(figure(volatility(monthly, 52))).toBeCloseTo(0.38851569394870583, 8);
  });

  it("has ratios", () => {
    expect(figure(sharpe(mixed, 0, 252))).toBeCloseTo(1.7238613961706866, 8);
    expect(figure(sharpe(mixed, benchmark.slice(1), 252))).toBeCloseTo(0.34111411441060574, 8);
    expect(figure(sharpe(of(0.01), 0, 252))).toBe("one period");
    expect(figure(sharpe(mixed, mixed, 252))).toBe("no deviation");
    expect(figure(sortino(negative, 0, 252))).toBeCloseTo(-13.5327430750434, 8);
    expect(figure(sortino(monthly, 0, 52))).toBeCloseTo(1.115890105686644, 8);
  });
});

describe("time-weighted return (hoostus/portfolio-returns@20b30ee3 README)", () => {
  it("is nothing where prices come back to where they were", () => {
    expect(figure(growth(of(4, -0.9, 1), 1))).toBeCloseTo(0, 12);
  });
});

describe("A. Damodaran, histretSP.xls, January 2026: the summary cells printed there", () => {
  // Keel's figures are rounded to ten-thousandths, so means differ by less than half of one.
  const series = (name: string, from = 1928): Float64Array => (annualReturns.series[name] as Float64Array).slice(from - 1928);

  it("has the printed arithmetic means", () => {
    const printed = {
      stocks: 0.11854651059830723,
      bills: 0.03414946014236051,
      bonds: 0.04822361658701881,
      "corporate bonds": 0.06901917641888142,
      "real estate": 0.043778034,
      gold: 0.0736095735,
    };
    for (const [name, figure] of Object.entries(printed)) expect(Math.abs(meanOf(series(name)) - figure)).toBeLessThan(5e-5);
  });

  it("has the printed geometric means", () => {
    const printed = [
      ["stocks", 1928, 0.10017714854008042],
      ["bonds", 1928, 0.045345855650651634],
      ["gold", 1928, 0.05609132347],
      ["stocks", 1976, 0.11923769669],
      ["bills", 1976, 0.04313963099],
      ["stocks", 2016, 0.14678457455],
      ["bonds", 2016, 0.00891815549],
    ] as const;
    for (const [name, from, mean] of printed) {
      expect(Math.abs((figure(growth(series(name, from), 1)) as number) - mean)).toBeLessThan(5e-5);
    }
  });
});

describe("published policies and sheets", () => {
  it("drifts to 55.56 and 44.44 % when one of two equal funds loses a fifth (fa-mag.com, article 8059)", () => {
    const found = follow({ series: seriesOf([[0, -0.2]]), targets: targetsOf(50, 50), policy: "" });
    expect(found.weights[0]).toBeCloseTo(0.5556, 4);
  });

  it("has the edges of 5/25 (L. Swedroe)", () => {
    const { band } = policyOf("5/25");
    const found = band && numericBand(band, undefined, of(0.1, 0.05));
    expect(found?.kind === "rows" && [...found.reach]).toEqual([0.025, 0.0125]);
  });

  it("goes halfway between target and edge; the CFA curriculum's example goes between target and value, 32.5 %", () => {
    const portfolio = new PathPortfolio(policyOf("3%; to halfway"), targetsOf(30, 70));
    portfolio.values.set([35, 65]);
    portfolio.close(100, 0, true, false);
    expect(portfolio.values[0]).toBeCloseTo(31.5, 12);
  });

  it("trades as a record keeper's page says", () => {
    const portfolio = new PathPortfolio(policyOf("annual"), targetsOf(20, 30, 10, 40));
    portfolio.values.set([4000, 2000, 1000, 3000]);
    portfolio.close(10_000, 0, true, true);
    expect([...portfolio.trader.trades].map((trade) => Math.round(trade))).toEqual([-2000, 1000, 0, 1000]);
  });

  it("holds what a mix returns where it is held at its targets", () => {
    const series = seriesOf([[0.1, 0.02]]);
    expect(mixReturns(series, targetsOf(60, 40))[0]).toBeCloseTo(0.068, 15);
  });
});
