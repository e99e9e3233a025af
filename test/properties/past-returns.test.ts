import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { call, callLater, CellError, down, type Cell } from "../functions/shipped";
import { byProjectedGradient, utilityOf, varianceOf } from "../oracle/projected-gradient";
import "./seed";

/** Returns typed to ten-thousandths, a period more than funds at least, no row of zeros: undated, those would be blank. */
const histories = (most: number, periods: number): fc.Arbitrary<readonly number[][]> =>
  fc
    .tuple(fc.integer({ min: 1, max: most }), fc.integer({ min: most + 1, max: periods }))
    .chain(([funds, rows]) => {
      const row = fc.array(fc.integer({ min: -3000, max: 3000 }), { minLength: funds, maxLength: funds });
      return fc.array(row, { minLength: rows, maxLength: rows });
    })
    .map((rows) => rows.map((row) => row.map((each) => (each || 1) / 10_000)));

const columnOf = (rows: readonly (readonly number[])[], fund: number): number[] =>
  rows.map((row) => row[fund] as number);
const mean = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
const numbersIn = (cells: readonly (readonly Cell[])[]): number[] => cells.map(([cell]) => cell as number);

function covarianceOf(rows: readonly (readonly number[])[], perYear: number): number[][] {
  const funds = (rows[0] ?? []).map((_, fund) => columnOf(rows, fund));
  return funds.map((one) =>
    funds.map((other) => {
      const [left, right] = [mean(one), mean(other)];
      const sum = one.reduce((all, each, at) => all + (each - left) * ((other[at] as number) - right), 0);
      return (sum / (one.length - 1)) * perYear;
    }),
  );
}

const close = (found: number, wanted: number, of = 1e-9): void =>
  expect(Math.abs(found - wanted)).toBeLessThanOrEqual(of * Math.max(1, Math.abs(wanted)));

describe("the figures of past returns", () => {
  it("are what a plain reading of their formulas gives, column by column", () => {
    fc.assert(
      fc.property(
        histories(5, 60),
        fc.constantFrom(1, 4, 12, 252),
        fc.integer({ min: -50, max: 100 }),
        (rows, perYear, rate) => {
          const riskFree = rate / 1000;
          const figures = ["SHARPE", "SORTINO"].map((id) => call(id, rows, down(riskFree), down(perYear))[0] ?? []);
          const [volatility = [], cagr = []] = ["VOLATILITY", "CAGR"].map((id) => call(id, rows, down(perYear))[0]);
          const falls = call("MAXDRAWDOWN", rows)[0] ?? [];
          (rows[0] ?? []).forEach((_, fund) => {
            const column = columnOf(rows, fund);
            const excess = column.map((each) => each - riskFree / perYear);
            const variance = (of: readonly number[]): number =>
              of.reduce((sum, each) => sum + (each - mean(of)) ** 2, 0) / (of.length - 1);
            close(volatility[fund] as number, Math.sqrt(variance(column) * perYear));
            const [sharpe, sortino] = [figures[0]?.[fund], figures[1]?.[fund]];
            if (variance(column) > 1e-20) {
              close(sharpe as number, (mean(excess) / Math.sqrt(variance(excess))) * Math.sqrt(perYear));
            } else expect(sharpe).toBeInstanceOf(CellError);
            const below = Math.sqrt(mean(excess.map((each) => Math.min(0, each) ** 2)));
            if (below > 1e-12) close(sortino as number, (mean(excess) / below) * Math.sqrt(perYear));
            const money = column.reduce<number[]>((path, each) => [...path, (path.at(-1) as number) * (1 + each)], [1]);
            close(cagr[fund] as number, (money.at(-1) as number) ** (perYear / column.length) - 1, 1e-8);
            const deepest = Math.min(...money.map((now, at) => now / Math.max(...money.slice(0, at + 1)) - 1));
            close(falls[fund] as number, deepest);
          });
        },
      ),
      { numRuns: 40 },
    );
  });

  it("don't depend on a heading or on dates, and only the ratios on a scale of all", () => {
    fc.assert(
      fc.property(histories(3, 30), (rows) => {
        const years = rows.map((row, at) => [1990 + at, ...row]);
        const headed = [["Year", ...(rows[0] ?? []).map((_, fund) => `Fund ${fund}`)], ...years];
        const halves = rows.map((row) => row.map((each) => each / 2));
        for (const id of ["SHARPE", "SORTINO", "VOLATILITY", "CAGR", "MAXDRAWDOWN"]) {
          let plain: readonly Cell[];
          try {
            plain = call(id, rows)[0] ?? [];
          } catch (problem) {
            expect(problem).toBeInstanceOf(CellError);
            continue;
          }
          expect(call(id, headed)).toEqual([plain]);
          const scaled = call(id, halves)[0] ?? [];
          plain.forEach((cell, fund) => {
            if (typeof cell !== "number" || id === "CAGR" || id === "MAXDRAWDOWN") return;
            close(scaled[fund] as number, id === "VOLATILITY" ? cell / 2 : cell);
          });
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe("portfolios", () => {
  it("are as good as projected gradient steps find them, and within their bounds", async () => {
    await fc.assert(
      fc.asyncProperty(
        histories(5, 40),
        fc.constantFrom(1, 4, 10),
        fc.constantFrom([0, 1], [0, 0.5], [0.1, 0.6], [-0.3, 1]),
        async (rows, aversion, [least = 0, most = 1]) => {
          const funds = rows[0]?.length ?? 0;
          if (funds * most < 1) return;
          const given = [null, down(least), down(most)];
          const [best, calm] = [
            numbersIn(await callLater("OPTIMIZE", rows, `utility ${aversion}`, ...given)),
            numbersIn(await callLater("OPTIMIZE", rows, "min variance", ...given)),
          ];
          const means = (rows[0] ?? []).map((_, fund) => mean(columnOf(rows, fund)));
          const covariance = covarianceOf(rows, 1);
          for (const [weights, asked] of [
            [best, { means, covariance, aversion, least, most }],
            [calm, { means: means.map(() => 0), covariance, aversion: 2, least, most }],
          ] as const) {
            close(
              weights.reduce((sum, weight) => sum + weight, 0),
              1,
              1e-14,
            );
            for (const weight of weights) {
              expect(weight).toBeGreaterThanOrEqual(least);
              expect(weight).toBeLessThanOrEqual(most);
            }
            // The ridge may cost so much; steps that are cut short may fall behind by any amount.
            const theirs = utilityOf(asked, byProjectedGradient(asked));
            expect(theirs - utilityOf(asked, weights)).toBeLessThan(1e-9);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it("lie on a frontier of equal steps whose volatility rises, each what OPTIMIZE gives for its return", async () => {
    await fc.assert(
      fc.asyncProperty(histories(5, 40), fc.integer({ min: 2, max: 8 }), async (rows, points) => {
        const [, ...found] = await callLater("FRONTIER", rows, down(points), null, null, down(12));
        const covariance = covarianceOf(rows, 12);
        const table = found.map((row) => row as number[]);
        expect(table).toHaveLength(points);
        const [first, last] = [table[0]?.[1] as number, table.at(-1)?.[1] as number];
        for (const [at, [volatility = 0, returns = 0, ...weights]] of table.entries()) {
          close(volatility ** 2, varianceOf(covariance, weights));
          close(returns, first + ((last - first) * at) / (points - 1));
          close(returns, 12 * weights.reduce((sum, weight, fund) => sum + weight * mean(columnOf(rows, fund)), 0));
          expect(volatility).toBeGreaterThanOrEqual((table[at - 1]?.[0] ?? 0) - 1e-9);
          const asked = await callLater("OPTIMIZE", rows, `return ${returns * 100}%`, null, null, null, down(12));
          close(Math.sqrt(varianceOf(covariance, numbersIn(asked))), volatility, 1e-6);
        }
        const calm = numbersIn(await callLater("OPTIMIZE", rows, "min variance"));
        close(Math.sqrt(varianceOf(covariance, calm)), table[0]?.[0] as number, 1e-7);
      }),
      { numRuns: 30 },
    );
  });

  it("of equal risk have equal shares, and shares add up to 1", async () => {
    await fc.assert(
      fc.asyncProperty(histories(5, 40), async (rows) => {
        const funds = rows[0]?.length ?? 0;
        let parity: number[];
        try {
          parity = numbersIn(await callLater("OPTIMIZE", rows, "risk parity"));
        } catch (problem) {
          expect(problem).toMatchObject({ code: "#N/A" });
          return;
        }
        const shares = numbersIn(await callLater("RISKSHARE", down(...parity), rows));
        for (const share of shares) close(share, 1 / funds, 1e-6);
        const even = numbersIn(await callLater("RISKSHARE", down(...parity.map(() => 1000)), rows));
        close(
          even.reduce((sum, share) => sum + share, 0),
          1,
          1e-8,
        );
      }),
      { numRuns: 30 },
    );
  });
});

describe("targets that move", () => {
  it("have the volatility that was asked for, where there is cash left to say so", async () => {
    await fc.assert(
      fc.asyncProperty(histories(4, 40), fc.integer({ min: 1, max: 400 }), async (rows, thousandths) => {
        const wanted = thousandths / 1000;
        const cash = rows.map((row) => [...row, 0.001]);
        const funds = cash[0]?.length ?? 0;
        const targets = Array.from({ length: funds }, (_, row) => row + 1);
        const whole = targets.reduce((sum, each) => sum + each, 0);
        const percents = down(...targets.map((each) => each / whole));
        const weights = numbersIn(await callLater("TARGETVOL", percents, cash, down(wanted), null, down(12)));
        close(
          weights.reduce((sum, weight) => sum + weight, 0),
          1,
          1e-12,
        );
        const mix = rows.map((row) => row.reduce((sum, each, fund) => sum + each * (weights[fund] as number), 0));
        const [[volatility = 0] = []] = call(
          "VOLATILITY",
          mix.map((each, at) => [1990 + at, each]),
          down(12),
        );
        if ((weights.at(-1) as number) > 1e-9) close(volatility as number, wanted);
        else expect(volatility).toBeLessThanOrEqual(wanted + 1e-9);
      }),
      { numRuns: 40 },
    );
  });

  it("follow the trend as a plain mean says, and add up", async () => {
    const price = fc.integer({ min: 50, max: 150 });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 12 }),
        fc.array(fc.array(price, { minLength: 4, maxLength: 4 }), { minLength: 12, maxLength: 30 }),
        async (lookback, prices) => {
          const found = numbersIn(await callLater("TRENDFOLLOW", down(40, 30, 20, 10), prices, down(lookback)));
          const latest = prices.slice(-lookback);
          const held = [0.4, 0.3, 0.2].map((target, fund) => {
            const column = latest.map((row) => row[fund] as number);
            return (column.at(-1) as number) * lookback > column.reduce((sum, each) => sum + each, 0) ? target : 0;
          });
          [...held, 1 - held.reduce((sum, each) => sum + each, 0)].forEach((weight, row) =>
            close(found[row] as number, weight, 1e-12),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it("tilt towards better views, within the largest shift, and add up", async () => {
    const row = fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: -10, max: 10 }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 12 }).filter((rows) => rows.some(([target]) => target > 0)),
        fc.integer({ min: 2, max: 30 }),
        async (rows, points) => {
          const whole = rows.reduce((sum, [target]) => sum + target, 0);
          const targets = rows.map(([target]) => target / whole);
          const views = down(...rows.map(([, view]) => view / 10));
          const found = numbersIn(await callLater("TILT", down(...targets), views, null, down(points)));
          close(
            found.reduce((sum, each) => sum + each, 0),
            1,
            1e-12,
          );
          found.forEach((weight, at) => {
            expect(weight).toBeGreaterThanOrEqual(0);
            expect(Math.abs(weight - (targets[at] as number))).toBeLessThanOrEqual(points / 100 + 1e-12);
          });
        },
      ),
      { numRuns: 60 },
    );
  });
});
