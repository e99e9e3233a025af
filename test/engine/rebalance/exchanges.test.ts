import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { cents, exchanges, NO_MONEY, type BarredExchange, type Exchanges, type FundTrade } from "../../../src/engine";
import { fewestByForests, firstSplitByPartitions } from "../../oracle/exchanges";

const NO_CASH: FundTrade = { fund: "Cash", value: NO_MONEY, trade: NO_MONEY };

/** Funds A, B, C … that hold enough, with trades in cents. */
function funds(trades: readonly number[]): FundTrade[] {
  return trades.map((trade, row) => ({
    fund: nameOf(row),
    value: cents(Math.max(100_000_000, -trade)),
    trade: cents(trade),
  }));
}

function nameOf(row: number): string {
  return row < 26 ? String.fromCharCode(65 + row) : `Fund ${row}`;
}

function found(trades: readonly FundTrade[], barred: readonly BarredExchange[] = [], cash = NO_CASH): Exchanges {
  const result = exchanges(trades, cash, barred);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

function inShort({ exchanges: list }: Exchanges): string[] {
  return list.map(({ from, to, amount }) => `${from}→${to} ${amount}`);
}

function bars(...pairs: readonly string[]): BarredExchange[] {
  return pairs.map((pair) => ({ from: pair[0] as string, to: pair[1] as string }));
}

describe("exchanges", () => {
  it("are the fewest, in row order (worked numbers, line 15)", () => {
    const trades = funds([-700, -300, 600, 300, 100]);
    expect(inShort(found(trades))).toEqual(["A→C 600", "A→E 100", "B→D 300"]);
    expect(found(trades)).toMatchObject({ trades: 5, groups: 2, proved: true });
  });

  it("tell what share of the From fund moves", () => {
    const [first] = found([
      { fund: "A", value: cents(40_000), trade: cents(-10_000) },
      { fund: "B", value: NO_MONEY, trade: cents(10_000) },
    ]).exchanges;
    expect(first?.shareOfFrom).toBe(0.25);
  });

  it("prefer the split whose first group comes first, row by row", () => {
    // A may go with C or with D; the split with {A, C} comes before the one with {A, D}.
    expect(inShort(found(funds([-100, -100, 100, 100])))).toEqual(["A→C 100", "B→D 100"]);
    // Groups are listed by their first row, whichever way it trades.
    expect(inShort(found(funds([100, -300, 300, -100])))).toEqual(["D→A 100", "B→C 300"]);
  });

  it("find groups that greedy pairing misses", () => {
    // Largest to largest takes five: 8 fills 6 and then part of 5, and so on.
    expect(found(funds([-800, -700, 600, 500, 200, 200])).exchanges).toHaveLength(4);
  });

  it("need nothing where nothing trades", () => {
    expect(found(funds([0, 0]))).toMatchObject({ exchanges: [], trades: 0, proved: true });
  });

  it("take net cash and the fund called Cash as one", () => {
    const invest = { fund: "Cash", value: cents(1000), trade: NO_MONEY };
    const twoBuys = funds([300, 200]);
    expect(inShort(found(twoBuys, [], invest))).toEqual(["Cash→A 300", "Cash→B 200"]);
    expect(found(twoBuys, [], invest).exchanges[0]?.shareOfFrom).toBe(300 / 1500);
    // 200 comes from the fund, 300 from outside.
    expect(inShort(found(twoBuys, [], { ...invest, trade: cents(-200) }))).toEqual(["Cash→A 300", "Cash→B 200"]);
    // 500 is taken out: 200 of it was cash already.
    const out = found(funds([-300]), [], { ...invest, trade: cents(-200) });
    expect(inShort(out)).toEqual(["A→Cash 300"]);
    expect(out.netCash).toBe(-500);
    // What comes in stays in the fund: nothing to exchange.
    expect(inShort(found([], [], { ...invest, trade: cents(500) }))).toEqual([]);
  });

  it("refuse a sale of more than the fund holds", () => {
    const trades: FundTrade[] = [
      { fund: "A", value: cents(100), trade: cents(-101) },
      { fund: "B", value: NO_MONEY, trade: cents(101) },
    ];
    expect(exchanges(trades, NO_CASH, [])).toEqual({
      ok: false,
      problem: { code: "sale above holding", fund: "A", sale: 101, held: 100 },
    });
  });
});

describe("barred exchanges", () => {
  it("send the money another way, with no more exchanges where that is possible", () => {
    const trades = funds([-100, -100, 100, 100]);
    expect(inShort(found(trades, bars("AC")))).toEqual(["A→D 100", "B→C 100"]);
    // Inside a group: A may only go to D, so B takes what A would have filled.
    expect(inShort(found(funds([-300, -500, 400, 400]), bars("AC")))).toEqual(["A→D 300", "B→C 400", "B→D 100"]);
  });

  it("cost an exchange where there is no other way", () => {
    // Without the bar A→B and C→D; with it, everything is one group.
    const trades = funds([-100, 100, -200, 200]);
    expect(found(trades).exchanges).toHaveLength(2);
    expect(inShort(found(trades, bars("AB")))).toEqual(["A→D 100", "C→B 100", "C→D 100"]);
  });

  it("keep the first of the splits that are as good, where bars rule out a better one", () => {
    const trades = funds([-200, 200, -200, -200, -100, 100, -100, 500]);
    const barred = bars("AF", "CA", "CD", "CG", "EF", "EG", "GB", "GD", "GE", "GF");
    // {A, D, G, H} with {B, C, E, F} makes two groups as well.
    expect(found(trades, barred).groups).toBe(2);
    expect(inShort(found(trades, barred))[0]).toBe("A→B 200");
  });

  it("leave no way where a fund can be exchanged for nothing, even if a third fund stands between", () => {
    expect(exchanges(funds([-100, 100, 0]), NO_CASH, bars("AB", "BA"))).toEqual({
      ok: false,
      problem: { code: "exchanges barred", barred: [{ from: "A", to: "B" }] },
    });
  });

  it("also hold for cash", () => {
    const result = exchanges(funds([-100]), NO_CASH, [{ from: "A", to: "Cash" }]);
    expect(result.ok).toBe(false);
  });
});

/** Few trades of many sizes, and more of a few sizes, which can be split in many ways. */
const TRADES = fc
  .oneof(
    fc.array(fc.integer({ min: -6, max: 6 }), { minLength: 1, maxLength: 5 }),
    fc.array(fc.constantFrom(-2, -1, 1, 2), { minLength: 4, maxLength: 6 }),
  )
  .map((some) => [...some, -some.reduce((sum, each) => sum + each, 0)].map((units) => units * 100))
  .map((some) => some.filter((each) => each !== 0));

const BARS = fc.array(
  fc.tuple(fc.nat({ max: 6 }), fc.nat({ max: 6 })).map(([from, to]) => ({ from: nameOf(from), to: nameOf(to) })),
  { maxLength: 16 },
);

/** The rows of each group of funds that the exchanges connect, in order. */
function groupsOf(list: Exchanges, rows: number): number[][] {
  const groups = Array.from({ length: rows }, (_, row) => [row]);
  for (const { from, to } of list.exchanges) {
    const [one, other] = [from, to].map((name) => groups.findIndex((g) => g.some((row) => nameOf(row) === name)));
    if (one === undefined || other === undefined || one === other) continue;
    const merged = [...(groups[one] ?? []), ...(groups[other] ?? [])].sort((a, b) => a - b);
    groups[one] = merged;
    groups.splice(other, 1);
  }
  return groups.sort((one, other) => (one[0] as number) - (other[0] as number));
}

describe("laws of exchanges", () => {
  it("no way has fewer: every forest of exchanges is tried", () => {
    fc.assert(
      fc.property(TRADES, BARS, (trades, barred) => {
        const isBarred = (from: number, to: number): boolean =>
          barred.some((bar) => bar.from === nameOf(from) && bar.to === nameOf(to));
        const result = exchanges(funds(trades), NO_CASH, barred);
        const fewest = fewestByForests(trades, isBarred);
        if (!result.ok) {
          expect(fewest).toBeUndefined();
          return;
        }
        expect(result.value.exchanges).toHaveLength(fewest as number);
        expect(groupsOf(result.value, trades.length)).toEqual(firstSplitByPartitions(trades, isBarred));
      }),
      { numRuns: 400, seed: 1 },
    );
  });

  it("carry out each trade to the cent, without a barred pair, up to one fewer than there are trades", () => {
    const many = fc
      .array(
        fc.integer({ min: -300_000_000_000_000, max: 300_000_000_000_000 }).filter((each) => each !== 0),
        { minLength: 1, maxLength: 28 },
      )
      .map((some) => [...some, -some.reduce((sum, each) => sum + each, 0)].filter((each) => each !== 0));
    fc.assert(
      fc.property(many, BARS, (trades, barred) => {
        const result = exchanges(funds(trades), NO_CASH, barred);
        if (!result.ok) {
          expect(result.problem.code).toBe("exchanges barred");
          return;
        }
        const list = result.value.exchanges;
        expect(result.value.proved).toBe(trades.length <= 16);
        expect(list.length).toBeLessThanOrEqual(Math.max(0, trades.length - 1));
        trades.forEach((trade, row) => {
          const moved = list.reduce(
            (sum, { from, to, amount }) =>
              sum + (to === nameOf(row) ? amount : 0) - (from === nameOf(row) ? amount : 0),
            0,
          );
          expect(moved).toBe(trade);
        });
        for (const { from, to, amount, shareOfFrom } of list) {
          expect(amount).toBeGreaterThan(0);
          expect(shareOfFrom).toBeLessThanOrEqual(1);
          expect(barred).not.toContainEqual({ from, to });
        }
      }),
      { numRuns: 150, seed: 1, endOnFailure: true },
    );
  });

  it("say that more than 16 trades are not proved, and still pair equal amounts", () => {
    const trades = Array.from({ length: 20 }, (_, row) => (row < 10 ? -(row + 1) : 20 - row) * 100);
    expect(found(funds(trades))).toMatchObject({ proved: false, trades: 20, groups: 10 });
    expect(found(funds(trades)).exchanges).toHaveLength(10);
  });
});
