import { describe, expect, it } from "@jest/globals";
import { blockAt, type Block } from "../../src/sheets";
import { standingOf } from "../../src/taskpane/standing/list-standing";
import { isReady, listIn, type ReadyList } from "../../src/lists/list";
import type { Plan } from "../../src/lists/plan";
import { readPolicy } from "../../src/ranges";
import { calendarOf, lookChangeFor, type LookChange } from "../../src/taskpane/screens/plan/last-look";
import { becauseOf, reasonFor, remarksOf } from "../../src/taskpane/screens/plan/reason-words";
import { tradingOf, type Trading } from "../../src/taskpane/screens/plan/trading";
import { problemSentence } from "../../src/taskpane/words/trouble-sentence";
import type { CellValue } from "../../src/workbook";

/** 2026-03-15 */
const TODAY = 46096;

function listOf(rows: readonly (readonly CellValue[])[], headings: readonly string[]): ReadyList {
  const block = { ...(blockAt("Plan!A1") as Block), height: rows.length + 1, width: headings.length };
  const found = listIn({ block, values: [headings, ...rows], formulas: [] });
  if (!isReady(found)) throw new Error("The list is not one that can be assessed.");
  return found;
}

/** $100,000 in four funds; the first is over a 5 point band and the second under it. */
const funds = [
  ["Stocks", 57_000, 0.5],
  ["Bonds", 23_000, 0.3],
  ["Gold", 9_000, 0.1],
  ["Bills", 11_000, 0.1],
] as const;

function trade(policy: string, cash = 0, list = listOf(funds, ["Fund", "Value", "Target"])): Trading {
  const standing = standingOf(list, { cash, policy: [[policy]] }, TODAY);
  if (!standing.ok || !standing.acting.ok) throw new Error("No trades could be worked out.");
  return tradingOf(list, standing, standing.acting);
}

/** The trades as lines: the fund, the amount, and why. */
function lines(trading: Trading): string[] {
  return trading.accounts.flatMap(({ trades }) => trades.map(({ fund, amount, why }) => `${fund} ${amount}: ${why}`));
}

describe("the reason for a trade", () => {
  it("is the band and the target", () => {
    expect(lines(trade("5%"))).toEqual([
      "Stocks -7000: Over its band of 45% to 55%. Goes back to its target, 50%.",
      "Bonds 7000: Under its band of 25% to 35%. Goes back to its target, 30%.",
      "Gold 1000: In its band. Goes back to its target, 10%, with the others.",
      "Bills -1000: In its band. Goes back to its target, 10%, with the others.",
    ]);
  });

  it("is the target alone where the rule has no band", () => {
    const trading = trade("");
    expect(lines(trading)[0]).toBe("Stocks -7000: Above its target, 50%. Goes back to its target, 50%.");
    expect(becauseOf(trading.course, trading.rows)).toMatch(/^Your rule has no band and no dates/);
  });

  it("names the edge, the middle and a distance, only where the trade ends there", () => {
    expect(lines(trade("5%; to edge"))).toEqual([
      "Stocks -2000: Over its band of 45% to 55%. Goes to 55.0%, the edge of its band.",
      "Bonds 2000: Under its band of 25% to 35%. Goes to 25.0%, the edge of its band.",
    ]);
    expect(lines(trade("5%; to halfway"))).toEqual([
      "Stocks -4500: Over its band of 45% to 55%. Goes to 52.5%, halfway between its target and the edge of its band.",
      "Bonds 4500: Under its band of 25% to 35%. Goes to 27.5%, halfway between its target and the edge of its band.",
    ]);
    expect(lines(trade("5%; to 2pp"))[0]).toBe(
      "Stocks -5000: Over its band of 45% to 55%. Goes to 52.0%, as far from its target as your rule says.",
    );
  });

  it("says who makes room where sales and purchases don't match", () => {
    const uneven = listOf(
      [
        ["Stocks", 57_000, 0.5],
        ["Bonds", 26_000, 0.3],
        ["Gold", 17_000, 0.2],
      ],
      ["Fund", "Value", "Target"],
    );
    expect(lines(trade("5%; to edge", 0, uneven))).toEqual([
      "Stocks -2000: Over its band of 45% to 55%. Goes to 55.0%, the edge of its band.",
      "Bonds 1000: In its band. Goes to 27.0%, with money that the sales free.",
      "Gold 1000: In its band. Goes to 18.0%, with money that the sales free.",
    ]);
  });

  it("is new money, or money that is wanted", () => {
    expect(lines(trade("5%; no sells", 1000))).toEqual([
      "Bonds 1000: Takes new cash: it is among the lowest for its target.",
    ]);
    expect(lines(trade("20%", -1000))).toEqual([
      "Stocks -1000: Cash comes from here: it is among the highest for its target.",
    ]);
  });

  it("is the look date", () => {
    const trading = trade("annual or 20%; last 2025-01-05");
    expect(lines(trading)[0]).toMatch(/^Stocks -7000: In its band, but on a look date every fund is traded\./);
    expect(reasonFor(trading.course, trading.rows, calendarOf({ look: { every: 12, unit: "months" } }))).toBe(
      "Annual look",
    );
    expect(reasonFor(trading.course, trading.rows, calendarOf({ look: { every: 18, unit: "months" } }))).toBe(
      "Look every 18 months",
    );
  });

  it("is a fund without a target", () => {
    const list = listOf(
      [
        ["Stocks", 50_000, 1],
        ["Old fund", 10_000, 0],
      ],
      ["Fund", "Value", "Target"],
    );
    expect(lines(trade("20%", -2000, list))).toEqual([
      "Old fund -2000: Cash comes from here first, because it has no target.",
    ]);
  });

  it("says that the cash changes who is out, only where it does", () => {
    const list = listOf(
      [
        ["Stocks", 54_900, 0.5],
        ["Bonds", 45_100, 0.5],
      ],
      ["Fund", "Value", "Target"],
    );
    const inBand = trade("5%", -1000, list);
    expect(becauseOf(inBand.course, inBand.rows)).toBe(
      "Every fund is in its band once the cash is placed, so nothing else is traded.",
    );
  });
});

describe("what bound the trades", () => {
  it("is said: small trades, kept cash, whole dollars", () => {
    const small = trade("5%; min $2,000");
    expect(remarksOf(small.course, small.rows, small.left)).toEqual([
      "Left alone, because the trade would be too small for your rule: Gold and Bills.",
    ]);
    const kept = trade("5%; keep $400", 1000);
    expect(kept.left).toBe(400);
    expect(remarksOf(kept.course, kept.rows, kept.left)).toEqual(["Your rule keeps $400.00 of the cash."]);
    const whole = trade("5%; whole dollars", 1000.5);
    expect(whole.left).toBe(0.5);
    expect(remarksOf(whole.course, whole.rows, whole.left)).toEqual([
      "Trades are whole dollars, so a few cents are left over.",
    ]);
    const tens = trade("5%; multiples of $10", 1003.5);
    expect(remarksOf(tens.course, tens.rows, tens.left)).toEqual([
      "Trades are multiples of $10, so $3.50 is left over.",
    ]);
  });

  it("adds up: what is bought, what is sold, the cash and what is left of it", () => {
    for (const [policy, cash] of [
      ["5%", 0],
      ["5%; to edge; keep 1%", 2345.67],
      ["5/25; whole dollars", -999.99],
      ["20% relative; to halfway", 12.34],
    ] as const) {
      const { bought, sold, left } = trade(policy, cash);
      expect(Math.round((bought - sold + left) * 100)).toBe(Math.round(cash * 100));
    }
  });
});

describe("what a web page is told", () => {
  it("is per account: elections that add up to 100, exchanges that stay inside it, and its own net cash", () => {
    const list = listOf(
      [
        ["401(k)", "Stocks", 60_000, 0.3],
        ["401(k)", "Bonds", 10_000, 0.3],
        ["IRA", "Stocks", 20_000, 0.1],
        ["IRA", "Gold", 10_000, 0.3],
      ],
      ["Account", "Fund", "Value", "Target"],
    );
    const { accounts } = trade("5%", 0, list);
    expect(accounts.map(({ account, net }) => [account, net])).toEqual([
      ["401(k)", -10_000],
      ["IRA", 10_000],
    ]);
    expect(accounts[0]?.elections).toEqual([
      { fund: "Stocks", percent: 50 },
      { fund: "Bonds", percent: 50 },
    ]);
    expect(accounts[1]?.elections).toEqual([
      { fund: "Stocks", percent: 25 },
      { fund: "Gold", percent: 75 },
    ]);
    expect(accounts[0]?.exchanges).toEqual([
      { from: "Stocks", to: "Bonds", amount: 20_000, percentOfFrom: 33.33 },
      { from: "Stocks", to: "Cash", amount: 10_000, percentOfFrom: 16.67 },
    ]);
  });

  it("says on which row of the sheet a name is missing or can't be read", () => {
    const list = listOf(
      [
        ["Stocks", 70, 0.5],
        ["Stосks", 30, 0.5],
      ],
      ["Fund", "Value", "Target"],
    );
    const [account] = trade("5%", 0, list).accounts;
    expect(account?.exchanges).toEqual([]);
    expect(account?.trouble && problemSentence(account.trouble)).toMatch(/row 3/);
  });

  it("is whole percents of the balance only where the rule says so", () => {
    expect(trade("5%").accounts[0]?.balances).toBeUndefined();
    const { balances = [] } = trade("5%; whole percent").accounts[0] ?? {};
    expect(balances.map(({ percent }) => percent)).toEqual([50, 30, 10, 10]);
  });
});

describe("the last look", () => {
  const cell = blockAt("Plan!K3") as Block;
  const beside = (policy: CellValue): Plan => ({ cash: 0, cashCell: cell, policy: [[policy]], policyCells: cell });
  const changeFor = (plan: Plan): LookChange | undefined => {
    const read = readPolicy(plan.policy);
    return read.ok ? lookChangeFor(plan, read.value, TODAY) : undefined;
  };

  it.each([
    ["annual and 5/25", "annual and 5/25; last 2026-03-15"],
    ["annual and 5/25; last 2025-01-05", "annual and 5/25; last 2026-03-15"],
    ["last 2025-1-5, annual, 5%", "last 2026-03-15, annual, 5%"],
    ["annual;\nlast 2025-01-05", "annual;\nlast 2026-03-15"],
    ["quarterly;", "quarterly; last 2026-03-15"],
  ])("moves in the text %j", (from, to) => {
    expect(changeFor(beside(from))).toEqual({ cell, from, to, day: TODAY, holds: "rule" });
  });

  it.each(["5/25", "annual; last 2026-03-15", "nonsense", 0.05])("stays in %j", (policy) => {
    expect(changeFor(beside(policy))).toBeUndefined();
  });

  it("is found in a Policy table by its label, wherever that row stands", () => {
    const table = blockAt("Plan!K4:L7") as Block;
    const policy = [
      ["Trade unit", "whole percent"],
      ["Last look", 46027],
      ["Look", "annual"],
    ];
    expect(changeFor({ cash: 0, cashCell: cell, policy, policyCells: table })).toEqual({
      cell: blockAt("Plan!L6"),
      from: "2026-01-05",
      to: "2026-03-15",
      day: TODAY,
      holds: "last look",
    });
    const without = policy.filter(([label]) => label !== "Last look");
    expect(changeFor({ cash: 0, cashCell: cell, policy: without, policyCells: table })).toBeUndefined();
  });
});
