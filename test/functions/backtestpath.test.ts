import { describe, expect, it } from "@jest/globals";
import { below, one, SIXTY_FORTY, THREE_YEARS } from "./evidence-asking";
import { call, callLater, down, type Cell } from "./shipped";

describe("KEEL.BACKTESTPATH", () => {
  it("begins at the start, and goes on row by row: worked number 22", async () => {
    const near = (figure: number): unknown => expect.closeTo(figure, 8);
    expect(await callLater("BACKTESTPATH", THREE_YEARS, SIXTY_FORTY, one("annual"))).toEqual([
      ["Period", "Value", "Weight of 1", "Weight of 2", "Traded"],
      ["Start", 10_000, 0.6, 0.4, 0],
      [1, near(11_280), near(0.6), near(0.4), near(432)],
      [2, near(9475.2), near(0.6), near(0.4), near(947.52)],
      [3, near(10_934.3808), near(0.6499133449), near(0.3500866551), 0],
    ]);
  });

  it("has years and days where the returns have them", async () => {
    const dated = (first: unknown, second: unknown): Promise<Cell[][]> =>
      callLater(
        "BACKTESTPATH",
        [
          ["When", "A", "B"],
          [first, 0.1, 0],
          [second, 0, 0.1],
        ],
        SIXTY_FORTY,
        one("annual"),
      );
    expect((await dated(2001, 2002)).map(([when]) => when)).toEqual(["Year", 2000, 2001, 2002]);
    expect((await dated("2001-12-31", 37621)).map(([when]) => when)).toEqual(["Date", "Start", 37256, 37621]);
  });

  it("ends where the money does", async () => {
    const path = await callLater("BACKTESTPATH", THREE_YEARS, SIXTY_FORTY, one("annual"), one(1000), one(-600));
    expect(path).toHaveLength(4);
    expect(path.at(-1)).toEqual([2, 0, 0, 0, 0]);
  });

  it("trades on a row what REBALANCE trades that day with the contribution as cash", async () => {
    const returns = [
      [0.25, 0.02, -0.1],
      [0.1, 0, 0.3],
      [0.05, 0.01, 0],
    ];
    const targets = down(50, 30, 20);
    for (const policy of ["annual", "5%; to halfway", "5/25; min $300", "drift 3%; to edge"]) {
      const path = await callLater("BACKTESTPATH", returns, targets, one(policy), one(100_000), one(700));
      const grown = (row: number): number[] => {
        const [, value, ...weights] = path[row + 1] as readonly number[];
        return [0, 1, 2].map(
          (asset) => (value as number) * (weights[asset] as number) * (1 + (returns[row]?.[asset] as number)),
        );
      };
      for (const row of [0, 1]) {
        const values = down(...grown(row).map((value) => Math.round(value * 100) / 100));
        // A look is due where nothing says when the last one was.
        const given = policy === "annual" ? [one(policy), one("2026-01-05")] : [one(policy)];
        const trades = call("REBALANCE", values, targets, one(700), ...given).map(([trade]) => trade as number);
        const total = trades.reduce((sum, trade, asset) => sum + trade + (values[asset]?.[0] as number), 0);
        const [, value, ...weights] = path[row + 2] as readonly number[];
        expect(value).toBeCloseTo(total, 1);
        for (const [asset, trade] of trades.entries()) {
          expect((value as number) * (weights[asset] as number)).toBeCloseTo((values[asset]?.[0] as number) + trade, 1);
        }
      }
    }
  });

  it("pays costs out of all assets alike", async () => {
    const path = await callLater("BACKTESTPATH", THREE_YEARS, SIXTY_FORTY, one("annual; cost 1%"));
    expect(below(path, "Weight of 1").slice(1, 3)).toEqual([expect.closeTo(0.6, 12), expect.closeTo(0.6, 12)]);
    expect(below(path, "Value")[1]).toBeCloseTo(11_280 - 0.01 * 864, 8);
  });
});
