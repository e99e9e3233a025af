import { describe, expect, it } from "@jest/globals";
import { blockAt, type Block } from "../../src/sheets";
import { standingOf } from "../../src/taskpane/standing/list-standing";
import { dayInWords, daySerial } from "../../src/taskpane/standing/day";
import { isReady, listIn, type ReadyList } from "../../src/lists/list";
import { troubleSentence } from "../../src/taskpane/words/trouble-sentence";
import { verdictOf } from "../../src/taskpane/screens/home/verdict";

const MARCH_2026 = daySerial(new Date(2026, 2, 15));

/** A list that is out of a 5 point band in both funds. */
function list(): ReadyList {
  const values = [
    ["Fund", "Value", "Target"],
    ["Stocks", 7000, 0.6],
    ["Bonds", 3000, 0.4],
  ];
  const found = listIn({
    block: blockAt("Plan!A1:C3") as Block,
    values,
    formulas: values.map((row) => row.map(() => "")),
  });
  if (!isReady(found)) throw new Error("The list is not one that can be assessed.");
  return found;
}

function verdict(policy: string): string {
  const standing = standingOf(list(), { cash: 0, policy: [[policy]] }, MARCH_2026);
  if (!standing.ok) return troubleSentence(standing.trouble);
  const { headline, because } = verdictOf(standing);
  return `${headline}. ${because}`;
}

describe("the pane's verdict follows the rule's calendar", () => {
  it("waits for the next look", () => {
    expect(verdict("annual and 5%; last 2026-01-05")).toBe(
      "Nothing to do yet. 2 of 2 funds are outside the band: Stocks and Bonds. " +
        "Your rule waits for its next look, on January 5, 2027.",
    );
    const standing = standingOf(list(), { cash: 0, policy: [["annual and 5%; last 2026-01-05"]] }, MARCH_2026);
    expect(standing.ok && standing.acting.ok && standing.acting.effect.trades).toEqual([0, 0]);
  });

  it("acts once a look is due, and at once where the band is enough", () => {
    expect(verdict("annual and 5%; last 2025-03-15")).toMatch(/^Time to rebalance\./);
    expect(verdict("annual or 5%; last 2026-01-05")).toMatch(/^Time to rebalance\./);
    expect(verdict("5%")).toMatch(/^Time to rebalance\./);
  });

  it("trades on a look date although all is in band", () => {
    expect(verdict("annual or 20%; last 2025-01-05")).toBe(
      "Time to rebalance. Your rule trades on its look dates, and one is due.",
    );
  });

  it("says what a rule needs that the pane doesn't have", () => {
    expect(verdict("monthly when volatility > 20%")).toMatch(/^This rule needs the volatility, which the pane/);
  });
});

describe("days", () => {
  it("are counted as Excel counts them, on the owner's clock", () => {
    expect(daySerial(new Date(2026, 0, 5, 23, 59))).toBe(46027);
    expect(dayInWords(46027)).toBe("January 5, 2026");
  });
});
