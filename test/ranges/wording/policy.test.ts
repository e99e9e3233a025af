import { describe, expect, it } from "@jest/globals";
import { policySentence, readPolicy, settingRows, type SettingRow } from "../../../src/ranges";
import type { Policy } from "../../../src/engine";

function policy(text: string): Policy {
  const read = readPolicy([[text]]);
  if (!read.ok) throw new Error(read.problem.code);
  return read.value.policy;
}

const rows = (text: string): ReadonlyMap<string, SettingRow> =>
  new Map(settingRows(policy(text)).map((row) => [row.setting, row]));

describe("settingRows", () => {
  it("shows every setting of the contract, and its default", () => {
    expect(settingRows({}).map(({ setting, value }) => [setting, value])).toEqual([
      ["Look", "no calendar"],
      ["Band", "none"],
      ["Trigger", "and: on the dates, only outside the band"],
      ["Volatile look", "none"],
      ["Destination", "to the target"],
      ["Sells", "allowed"],
      ["Minimum trade", "none"],
      ["Trade unit", "cents"],
      ["Cost", "none"],
      ["Fee", "none"],
      ["Cash buffer", "none"],
      ["Gains", "none"],
      ["Income tax rate", "not given"],
      ["Gains tax rate", "not given"],
      ["After tax", "no"],
      ["Relocate", "no"],
      ["Last look", "not given"],
      ["Unassigned", "sell in row functions, stop in the household plan"],
    ]);
    expect(settingRows({}).some(({ given }) => given)).toBe(false);
  });

  it.each([
    ["annual", "Look", "annual"],
    ["every 18 months", "Look", "every 18 months"],
    ["every 12 months", "Look", "annual"],
    ["5%", "Band", "5 points either side of the target"],
    ["1pp", "Band", "1 point either side of the target"],
    ["20% relative", "Band", "20% of the target either side"],
    ["5/25", "Band", "the smaller of 5 points and 25% of the target either side"],
    ["drift 3%", "Band", "total drift of 3%"],
    ["tracking error 1%", "Band", "predicted tracking error of 1% a year"],
    ["annual or 5%", "Trigger", "or: on the dates, and whenever outside the band"],
    ["monthly when volatility > 20%", "Volatile look", "monthly while volatility is above 20%"],
    ["to halfway", "Destination", "to halfway between the target and the band edge"],
    ["to edge", "Destination", "to the edge of the band"],
    ["to 1.75pp", "Destination", "to 1.75 points from the target, never beyond the edge"],
    ["no sells", "Sells", "none: only cash is placed"],
    ["min $1,000", "Minimum trade", "$1,000"],
    ["min 0.5%", "Minimum trade", "0.5% of the total"],
    ["whole percent", "Trade unit", "whole percent"],
    ["cost 0.1%", "Cost", "0.1% of each trade"],
    ["fee $4.95", "Fee", "$4.95 a trade"],
    ["keep $500", "Cash buffer", "$500"],
    ["gains up to $2,000", "Gains", "up to $2,000"],
    ["income 22%", "Income tax rate", "22%"],
    ["gains rate 15%", "Gains tax rate", "15%"],
    ["after tax", "After tax", "yes"],
    ["relocate", "Relocate", "yes"],
    ["last 2026-01-05", "Last look", "2026-01-05"],
    ["unassigned hold", "Unassigned", "hold"],
  ])("shows %s as %s: %s", (text, setting, value) => {
    expect(rows(text).get(setting)).toEqual({ setting, value, given: true });
  });
});

describe("policySentence", () => {
  it.each([
    ["", "Rebalance whenever you ask, and trade back to the target."],
    ["annual", "Rebalance once a year, and trade back to the target."],
    ["5%", "Rebalance whenever a fund is more than 5 points from its target, and trade back to the target."],
    [
      "quarterly or 20% relative; to edge",
      "Rebalance every quarter, and also whenever a fund is more than 20% of its target away from it, and trade back to the edge of the band.",
    ],
    [
      "annual and 5/25; no sells; min $100; whole dollars; keep 1%; unassigned hold",
      "Look once a year and rebalance only if a fund is further from its target than 5 points or 25% of the target, whichever is smaller, and trade back to the target; never sell, only place cash; leave out trades below $100; trade in whole dollars; keep 1% of the total in cash when money comes in; leave alone what has no target.",
    ],
  ])("says %p", (text, sentence) => {
    expect(policySentence(policy(text))).toBe(sentence);
  });

  it("says what the rule is about: classes of several accounts, or weights where nobody knows", () => {
    for (const ruled of ["class", "weight"] as const) {
      for (const text of ["5%", "20% relative", "annual and 5/25"]) {
        const sentence = policySentence(policy(text), ruled);
        expect(sentence).toBe(policySentence(policy(text)).replace("a fund is", `a ${ruled} is`));
        expect(sentence).not.toContain("fund");
      }
    }
  });
});
