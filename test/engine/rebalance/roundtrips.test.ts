import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import {
  centsFromDollars,
  fundStandings,
  serialOf,
  type FrequentTradingRule,
  type FundStanding,
  type PastTrade,
} from "../../../src/engine";

const FIDELITY: FrequentTradingRule = { kind: "fidelity" };
const VANGUARD: FrequentTradingRule = { kind: "vanguard" };

/** A day of 2026. */
function day(month: number, date: number): number {
  return serialOf({ year: 2026, month, day: date }) as number;
}

function trade(when: number, dollars: number, more: Partial<PastTrade> = {}): PastTrade {
  return { fund: "A", account: "", day: when, amount: centsFromDollars(dollars), automatic: false, ...more };
}

function only(trades: readonly PastTrade[], asOf: number | undefined, rule: FrequentTradingRule): FundStanding {
  const [standing, ...more] = fundStandings(trades, asOf, rule).standings;
  if (!standing || more.length > 0) throw new Error("One standing was expected.");
  return standing;
}

describe("fidelity", () => {
  const purchase = trade(day(5, 1), 5000);

  it("takes a sale before May 31 of what was bought on May 1 for a roundtrip, one on May 31 not", () => {
    const held = only([purchase], day(5, 30), FIDELITY);
    expect(held).toMatchObject({ lastTrade: day(5, 1), nextAllowed: day(5, 31) });
    expect(held.limits).toEqual([{ kind: "bought", since: day(5, 1), before: day(5, 31), roundtrips: 0 }]);
    expect(only([purchase], day(5, 31), FIDELITY).limits).toEqual([]);

    expect(only([purchase, trade(day(5, 30), -5000)], undefined, FIDELITY).openRoundtrip).toBe(day(5, 30));
    expect(only([purchase, trade(day(5, 31), -5000)], undefined, FIDELITY).openRoundtrip).toBeUndefined();
  });

  it("lets what was sold be bought again at once", () => {
    const sold = only([trade(day(5, 1), -5000)], undefined, FIDELITY);
    expect(sold).toMatchObject({ lastTrade: day(5, 1), nextAllowed: day(5, 1), limits: [] });
  });

  it("leaves out days of $1,000 or less, all orders of the day summed", () => {
    expect(only([trade(day(5, 1), 1000)], undefined, FIDELITY).limits).toEqual([]);
    expect(only([trade(day(5, 1), 1000.01)], undefined, FIDELITY).limits).toHaveLength(1);
    expect(only([trade(day(5, 1), 600), trade(day(5, 1), 600)], undefined, FIDELITY).limits).toHaveLength(1);
    expect(only([trade(day(5, 1), 600), trade(day(5, 2), 600)], undefined, FIDELITY).limits).toEqual([]);
    // A small sale after a large purchase is no roundtrip.
    expect(only([purchase, trade(day(5, 5), -1000)], undefined, FIDELITY).openRoundtrip).toBeUndefined();
  });

  it("leaves out automatic trades", () => {
    const payroll = only([trade(day(5, 1), 5000, { automatic: true })], undefined, FIDELITY);
    expect(payroll).toMatchObject({ lastTrade: day(5, 1), nextAllowed: day(5, 1), limits: [] });
    const after = only([purchase, trade(day(5, 20), 5000, { automatic: true })], undefined, FIDELITY);
    expect(after).toMatchObject({ lastTrade: day(5, 1), nextAllowed: day(5, 31) });
  });

  const twice = [purchase, trade(day(5, 10), -5000), trade(day(6, 20), 5000), trade(day(7, 1), -5000)];

  it("blocks purchases for 85 days after a second roundtrip within 90 days", () => {
    const blocked = only(twice, day(7, 25), FIDELITY);
    expect(blocked.nextAllowed).toBe(day(7, 1) + 85);
    expect(blocked.limits).toEqual([
      { kind: "blocked", since: day(7, 1), before: day(7, 1) + 85, account: "", fund: "A" },
    ]);
    expect(only(twice, day(7, 1) + 85, FIDELITY).limits).toEqual([]);
  });

  it("does not where the second comes 90 days after the first", () => {
    const first = [purchase, trade(day(5, 10), -5000)];
    const second = (sale: number): PastTrade[] => [...first, trade(sale - 1, 5000), trade(sale, -5000)];
    const blocks = (sale: number): number =>
      only(second(sale), undefined, FIDELITY).limits.filter(({ kind }) => kind === "blocked").length;
    expect(blocks(day(5, 10) + 89)).toBe(1);
    expect(blocks(day(5, 10) + 90)).toBe(0);
  });

  it("counts roundtrips an account, and blocks the fund in all accounts", () => {
    const inIra = twice.map((each) => ({ ...each, account: "IRA" }));
    const { standings } = fundStandings(
      [...inIra, trade(day(1, 5), -9000, { account: "401(k)" })],
      undefined,
      FIDELITY,
    );
    expect(standings.map(({ account, limits }) => [account, limits.map(({ kind }) => kind)])).toEqual([
      ["IRA", ["bought", "blocked"]],
      ["401(k)", ["blocked"]],
    ]);
    const split = twice.map((each, index) => ({ ...each, account: index < 2 ? "IRA" : "401(k)" }));
    expect(fundStandings(split, undefined, FIDELITY).standings.flatMap(({ limits }) => limits)).not.toContainEqual(
      expect.objectContaining({ kind: "blocked" }),
    );
    const other = trade(day(6, 30), -9000, { fund: "B" });
    expect(fundStandings([...twice, other], undefined, FIDELITY).standings[1]?.limits).toEqual([]);
  });
});

describe("vanguard", () => {
  it("takes no purchase within 30 days of a sale, and never minds a sale", () => {
    const sold = only([trade(day(5, 1), -200)], undefined, VANGUARD);
    expect(sold.nextAllowed).toBe(day(5, 31));
    expect(sold.limits).toEqual([{ kind: "sold", since: day(5, 1), before: day(5, 31) }]);
    expect(only([trade(day(5, 1), 5000)], undefined, VANGUARD).limits).toEqual([]);
    // A later purchase doesn't lift the limit.
    expect(only([trade(day(5, 1), -200), trade(day(5, 4), 200)], undefined, VANGUARD).nextAllowed).toBe(day(5, 31));
  });
});

describe("a number of days", () => {
  it("stands between a trade and one the other way, both ways", () => {
    const rule: FrequentTradingRule = { kind: "days", days: 60 };
    const both = only([trade(day(5, 1), 10), trade(day(5, 11), -10)], day(5, 12), rule);
    expect(both).toMatchObject({ lastTrade: day(5, 11), nextAllowed: day(7, 10) });
    expect(both.limits.map(({ kind, before }) => [kind, before])).toEqual([
      ["bought", day(6, 30)],
      ["sold", day(7, 10)],
    ]);
  });
});

describe("fund standings", () => {
  it("are judged from the last trade unless a day is given, and leave later trades out", () => {
    const trades = [trade(day(5, 1), 5000), trade(day(6, 1), -5000, { fund: "B" })];
    expect(fundStandings(trades, undefined, FIDELITY)).toMatchObject({ asOf: day(6, 1), later: 0 });
    const then = fundStandings(trades, day(5, 20), FIDELITY);
    expect(then.later).toBe(1);
    expect(then.standings.map(({ fund }) => fund)).toEqual(["A"]);
    expect(fundStandings([], undefined, FIDELITY).standings).toEqual([]);
  });

  const TRADES = fc.array(
    fc.record({
      fund: fc.constantFrom("A", "B"),
      account: fc.constantFrom("x", "y"),
      day: fc.integer({ min: 46_000, max: 46_200 }),
      amount: fc.integer({ min: -3000, max: 3000 }).map(centsFromDollars),
      automatic: fc.boolean(),
    }),
    { minLength: 1, maxLength: 30 },
  );
  const RULES = fc.constantFrom<FrequentTradingRule>(FIDELITY, VANGUARD, { kind: "days", days: 45 });

  it("don't depend on the order of the trades", () => {
    const sorted = (standings: readonly FundStanding[]): FundStanding[] =>
      [...standings].sort((a, b) => `${a.account}${a.fund}`.localeCompare(`${b.account}${b.fund}`));
    fc.assert(
      fc.property(TRADES, RULES, (trades, rule) => {
        const back = fundStandings([...trades].reverse(), undefined, rule).standings;
        expect(sorted(back)).toEqual(sorted(fundStandings(trades, undefined, rule).standings));
      }),
      { seed: 1 },
    );
  });

  it("are free from the next allowed day on, and not on the day before if anything stands against trading", () => {
    fc.assert(
      fc.property(TRADES, RULES, (trades, rule) => {
        for (const { fund, account, nextAllowed, limits } of fundStandings(trades, undefined, rule).standings) {
          const onDay = (asOf: number): FundStanding | undefined =>
            fundStandings(trades, asOf, rule).standings.find((each) => each.fund === fund && each.account === account);
          expect(onDay(Math.max(nextAllowed, 46_200))?.limits).toEqual(
            nextAllowed > 46_200 ? [] : onDay(46_200)?.limits,
          );
          if (limits.length > 0 && nextAllowed > 46_200) expect(onDay(nextAllowed - 1)?.limits).not.toEqual([]);
        }
      }),
      { seed: 1 },
    );
  });
});
