import { describe, expect, it } from "@jest/globals";
import { backtest, byLabel, months, one, SIXTY_FORTY, THREE_YEARS } from "./evidence-asking";
import { callLater, down, failureLater } from "./shipped";

const near = (figure: number, digits: number): unknown => expect.closeTo(figure, digits);

// Source: the product contract's worked numbers, by line.
describe("worked numbers of a backtest", () => {
  it("line 22: looked at once a year", async () => {
    expect(await callLater("BACKTEST", THREE_YEARS, SIXTY_FORTY, one("annual"))).toEqual([
      ["Statistic", "Value"],
      ["Final value", near(10_934.3808, 4)],
      ["CAGR", near(0.0302234, 7)],
      ["Volatility", near(0.174268, 7)],
      ["Sharpe (risk-free 0)", near(0.233357, 6)],
      ["Sortino", near(0.44023, 5)],
      ["Max drawdown", near(-0.16, 12)],
      ["Worst year", near(-0.16, 12)],
      ["Rebalances", 2],
      ["Turnover a year", near(0.0460993, 7)],
      ["Average weight of 1", near((0.6 + 0.6 + 0.6499133) / 3, 7)],
      ["Average weight of 2", near((0.4 + 0.4 + 0.3500867) / 3, 7)],
      ["Costs", 0],
    ]);
  });

  it("line 23: with a cost", async () => {
    const found = await backtest(THREE_YEARS, SIXTY_FORTY, one("annual; cost 0.1%"));
    expect(found).toMatchObject({ "Final value": near(10_931.3566, 4), Costs: near(2.7589, 4) });
  });

  it("line 24: with a band", async () => {
    const found = await backtest(THREE_YEARS, SIXTY_FORTY, one("annual and 5%"));
    expect(found).toMatchObject({
      ...{ "Final value": near(10_759.896, 4), Rebalances: 1, "Turnover a year": near(0.0198198, 7) },
    });
  });

  it("lines 53 and 70: with contributions", async () => {
    const found = await backtest(THREE_YEARS, SIXTY_FORTY, one("annual"), null, one(1000));
    expect(found).toMatchObject({
      ...{ "Final value": near(14_057.7408, 4), CAGR: near(0.0302234, 7), "Max drawdown": near(-0.16, 12) },
      ...{ Rebalances: 2, "Turnover a year": near(0.0186039, 7) },
    });
  });

  it("line 52: the built-in months under annual looks with 5 points", async () => {
    const found = await backtest(await months("stocks, bonds"), SIXTY_FORTY, one("annual and 5%"));
    expect(found).toMatchObject({ CAGR: near(0.087184, 6), "Max drawdown": near(-0.5948, 4), Rebalances: 33 });
  });

  it("line 73: a look every 18 months of annual rows", async () => {
    const rows = [0.1, -0.1, 0.2, 0.05, -0.2, 0.15, 0.1].map((each) => [each, 0]);
    expect(await backtest(rows, down(0.5, 0.5), one("every 18 months"))).toMatchObject({
      ...{ "Final value": near(11_365.83525, 5), "Turnover a year": near(0.018047, 6), Rebalances: 4 },
    });
  });

  it("line 74: what lies at the edge is in", async () => {
    const rows = [
      [0.3, 0.05],
      [0.01, 0.02],
      [0, 0],
    ];
    expect(await backtest(rows, SIXTY_FORTY, one("5%"))).toMatchObject({
      "Final value": near(12_162, 8),
      Rebalances: 0,
    });
  });

  it("line 75: looks more often while it is volatile", async () => {
    const rows = Array.from({ length: 35 }, (_, row) => [
      row === 14 ? -0.45 : 0.004 + 0.002 * (row % 3),
      0.002 + 0.001 * (row % 2),
    ]);
    const policy = one("annual; monthly when volatility > 20%");
    expect(await backtest(rows, SIXTY_FORTY, policy, null, null, one(12))).toMatchObject({
      ...{ "Final value": near(8517.814238, 6), Rebalances: 13 },
    });
  });
});

describe("KEEL.BACKTEST", () => {
  it("names assets by their headings, and reads dates and percents", async () => {
    const returns = [
      ["Year", "US", "Bonds"],
      [2021, "20%", "2%"],
      [2022, "-30%", "5%"],
      [2023, "25%", "1%"],
    ];
    const found = await backtest(returns, down("Target", 0.6, 0.4), one("annual"));
    expect(found).toMatchObject({ "Final value": near(10_934.3808, 4), "Average weight of US": expect.any(Number) });
  });

  it("counts in 1,000 as in 10,000, and takes the rate without risk off", async () => {
    const found = await backtest(THREE_YEARS, SIXTY_FORTY, one("annual"), one(1000), null, null, one("3%"));
    expect(found["Final value"]).toBeCloseTo(1093.43808, 6);
    const returns = [0.128, -0.16, 0.154];
    const excess = returns.map((each) => each - 0.03);
    const mean = excess.reduce((sum, each) => sum + each, 0) / 3;
    const deviation = Math.sqrt(excess.reduce((sum, each) => sum + (each - mean) ** 2, 0) / 2);
    expect(found["Sharpe"]).toBeCloseTo(mean / deviation, 10);
    const column = await backtest(THREE_YEARS, SIXTY_FORTY, one("annual"), null, null, null, down(0.03, 0.03, 0.03));
    expect(column["Sharpe"]).toBeCloseTo(mean / deviation, 10);
  });

  it("leaves a row without a target out of the returns, or not, as they have columns", async () => {
    const narrow = await backtest(THREE_YEARS, down(60, 40, 0, ""), one("annual"));
    const wide = await backtest(
      THREE_YEARS.map((row) => [...row, 0.5]),
      down(60, 40, 0),
      one("annual"),
    );
    expect(narrow["Final value"]).toBeCloseTo(10_934.3808, 4);
    expect(wide).toMatchObject({ "Final value": near(10_934.3808, 4), "Average weight of 3": 0 });
  });

  it("shows a statistic that doesn't exist as blank", async () => {
    const found = await backtest([[0.1, 0.2]], SIXTY_FORTY, one("annual"));
    expect(found).toMatchObject({ Volatility: "", "Sharpe (risk-free 0)": "", Sortino: "", Rebalances: 0 });
  });

  it("has no weights where the money runs out on the first row", async () => {
    const found = await backtest(THREE_YEARS, SIXTY_FORTY, one("annual"), one(1000), one(-5000));
    expect(found).toMatchObject({ "Average weight of 1": "", "Final value": 0, "Money ran out in period": 1 });
  });

  it("says in which period the money ran out", async () => {
    const found = await backtest(THREE_YEARS, SIXTY_FORTY, one("annual"), one(1000), one(-600));
    expect(found).toMatchObject({ "Final value": 0, "Money ran out in period": 2 });
    const dated = [
      [2021, 0.2, 0.02],
      [2022, -0.3, 0.05],
      [2023, 0.25, 0.01],
    ];
    const inYears = await backtest(dated, SIXTY_FORTY, one("annual"), one(1000), one(-600));
    expect(inYears["Money ran out in period"]).toBe(2022);
  });

  it("never trades under a blank policy", async () => {
    for (const blank of [null, one(""), one(0), one(null)]) {
      expect(await backtest(THREE_YEARS, SIXTY_FORTY, blank)).toMatchObject({
        ...{ Rebalances: 0, "Final value": near(6000 * 1.2 * 0.7 * 1.25 + 4000 * 1.02 * 1.05 * 1.01, 6) },
      });
    }
  });

  it.each([
    [
      [THREE_YEARS, SIXTY_FORTY, one("monthly")],
      /^Policy: it looks every month, more often than the returns have rows, 1 a year\. Look less often/,
    ],
    [[null, SIXTY_FORTY, one("annual")], /^Returns is missing\./],
    [[THREE_YEARS, down(60, 30, 10), one("annual")], /^Returns has 2 columns for 3 funds\./],
    [
      [
        [
          ["Year", "US"],
          [2021, 0.1],
          [2023, 0.1],
        ],
        down(100),
        one("annual"),
      ],
      /^Returns, row 3: 2023 stands where the year 2022 belongs\./,
    ],
    [
      [
        [
          [0.1, 0.2],
          [-1, 0],
          [0.1, 0.1],
        ],
        SIXTY_FORTY,
        one("annual"),
      ],
      /^Returns, row 2, column 1: a return of -1 would lose all/,
    ],
    [[THREE_YEARS, down(60, 30), one("annual")], /^Targets add up to 90%/],
    [[THREE_YEARS, SIXTY_FORTY, one("anual")], /^Policy: "anual" is not known\./],
    [[THREE_YEARS, SIXTY_FORTY, one("annual"), one(-5)], /^Start: -5 is not between 0.01 and 90000000000000\./],
    [[THREE_YEARS, SIXTY_FORTY, one("annual"), null, one("much")], /^Contribution: "much" is not a number\./],
    [
      [THREE_YEARS, SIXTY_FORTY, one("annual"), null, null, one(400)],
      /^Periods per year: 400 is not between 0.01 and 366\./,
    ],
    [
      [THREE_YEARS, SIXTY_FORTY, one("annual"), null, null, null, down(0.01, 0.01)],
      /^Returns has 3 rows, Risk free has 2\./,
    ],
    [[THREE_YEARS, SIXTY_FORTY, one("annual; no sells"), null, one(-10)], /^The policy says "no sells"/],
    [[[[900]], down(100), one("annual")], /^Returns, column 1: these look like prices/],
  ] as const)("names what is wrong: %#", async (given, message) => {
    const failure = await failureLater("BACKTEST", ...given);
    expect([failure.code, failure.message]).toEqual(["#VALUE!", expect.stringMatching(message)]);
  });

  it("is one of the rows of its own path and of COMPARE", async () => {
    const given = [THREE_YEARS, SIXTY_FORTY, one("annual and 5%; cost 0.1%; fee $4"), one(5000), one(100)];
    const [found, path, compared] = await Promise.all([
      ...["BACKTEST", "BACKTESTPATH", "COMPARE"].map((id) => callLater(id, ...given)),
    ]);
    const statistics = byLabel(found ?? []);
    expect(path?.at(-1)?.[1]).toBe(statistics["Final value"]);
    expect(compared?.[1]?.[1]).toBe(statistics["Final value"]);
    expect(compared?.[1]?.at(-1)).toBe(statistics["Costs"]);
  });
});
