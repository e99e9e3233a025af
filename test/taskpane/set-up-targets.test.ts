import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { assetClasses, guessClass } from "../../src/lists/asset-class";
import { isValued, listIn, type ValuedList } from "../../src/lists/list";
import { mixOf, spreadOver, type PresetMix } from "../../src/lists/mixes";
import { canBeTable, freeTableName, propose } from "../../src/lists/proposed";
import { readTyped, targetTexts } from "../../src/lists/targets";
import { blockAt } from "../../src/sheets";
import type { CellValue } from "../../src/workbook/host";

describe("guessing what a fund holds", () => {
  it.each([
    [
      "US stocks",
      "Vanguard 500 Index",
      "Fidelity 500 Index Fund",
      "Total Stock Market Idx",
      "Extended Market Index",
      "Large Cap Growth",
      "S&P 500",
      "US Equity",
      "Small-Cap Value",
      "VTI",
      "fxaix",
      "Dividend Growth",
    ],
    [
      "International stocks",
      "Total International Stock Index",
      "Intl Equity",
      "Emerging Markets Index",
      "FTSE Developed ex US",
      "EuroPacific Growth",
      "MSCI EAFE",
      "VXUS",
      "World ex-US",
    ],
    [
      "Bonds",
      "Total Bond Market",
      "Core Fixed Income",
      "Inflation-Protected Securities",
      "International Bond Index",
      "Emerging Markets Debt",
      "Short-Term Treasury",
      "BND",
      "US Aggregate",
      "High Yield",
    ],
    [
      "Cash",
      "Federal Money Market",
      "Stable Value Fund",
      "Cash",
      "SPAXX**",
      "Settlement Fund",
      "Treasury Money Market",
    ],
    ["Real estate and other", "Real Estate Index", "Global REIT", "Gold", "VNQ", "Commodities Strategy", "Bitcoin"],
  ] as const)("%s", (name, ...funds) => {
    expect(funds.map((fund) => [fund, guessClass([fund])])).toEqual(funds.map((fund) => [fund, name]));
  });

  it("leaves open what mixes classes, and what says nothing", () => {
    for (const fund of [
      "Target Retirement 2040",
      "Balanced Index",
      "LifeStrategy Moderate",
      "Freedom Index 2050",
      "Wellington",
      "Total World Stock",
      "Our Fund",
      "",
    ]) {
      expect([fund, guessClass([fund])]).toEqual([fund, undefined]);
    }
  });

  it("believes a ticker more than a name", () => {
    expect(guessClass(["Retirement Savings Fund", "VBTLX"])).toBe("Bonds");
  });
});

describe("mixes", () => {
  const ages = { age: 50, retireAge: 65 };
  it("are what their names say, in whole percents that add up to 100", () => {
    expect(mixOf("three-fund", ages)).toMatchObject({ "US stocks": 64, "International stocks": 16, Bonds: 20 });
    expect(mixOf("60/40", ages)).toMatchObject({ "US stocks": 48, "International stocks": 12, Bonds: 40 });
    expect(mixOf("110 minus age", ages)).toMatchObject({ "US stocks": 48, "International stocks": 12, Bonds: 40 });
    expect(mixOf("120 minus age", ages)).toMatchObject({ "US stocks": 56, "International stocks": 14, Bonds: 30 });
    expect(mixOf("target date", ages)).toMatchObject({ "US stocks": 59, "International stocks": 15, Bonds: 26 });
    for (let age = 1; age <= 130; age++) {
      for (const name of ["110 minus age", "120 minus age", "target date"] as const) {
        const parts = Object.values(mixOf(name, { age, retireAge: 65 }) ?? {});
        expect(parts.every(Number.isInteger)).toBe(true);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(100);
      }
    }
  });

  it("give each class its percents, in proportion to the funds' values", () => {
    const funds = fc.array(
      fc.record({
        assetClass: fc.constantFrom(undefined, ...assetClasses),
        value: fc.oneof(
          fc.constant(0),
          fc.integer({ min: 1, max: 100_000_000 }).map((cents) => cents / 100),
        ),
      }),
      { minLength: 1, maxLength: 12 },
    );
    const mix = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 4, maxLength: 4 }).map((cuts): PresetMix => {
      const [a = 0, b = 0, c = 0, d = 0] = [...cuts].sort((one, other) => one - other);
      return {
        "US stocks": a,
        "International stocks": b - a,
        Bonds: c - b,
        Cash: d - c,
        "Real estate and other": 100 - d,
      };
    });
    fc.assert(
      fc.property(funds, mix, (given, parts) => {
        const { percents, left } = spreadOver(given, parts);
        expect(percents.every((percent) => Number.isInteger(percent) && percent >= 0)).toBe(true);
        const all = [...percents, ...left.map(({ percent }) => percent)];
        expect(all.reduce((sum, percent) => sum + percent, 0)).toBe(100);
        for (const assetClass of assetClasses) {
          const members = given.flatMap((fund, row) => (fund.assetClass === assetClass ? [row] : []));
          const total = members.reduce((sum, row) => sum + (given[row]?.value ?? 0), 0);
          for (const row of members) {
            const share = total === 0 ? 1 / members.length : (given[row]?.value ?? 0) / total;
            expect(Math.abs((percents[row] ?? 0) - share * parts[assetClass])).toBeLessThan(1);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("typed targets", () => {
  it.each([
    [["40", "60"], [40, 60], true],
    [["40%", "60 %"], [40, 60], true],
    [["0.4", "0.6"], [40, 60], true],
    [["33.33", "33.33", "33.34"], [33.33, 33.33, 33.34], true],
    [["12,5", "87,5"], [12.5, 87.5], true],
    [["33.3", "33.3", "33.3"], [33.3, 33.3, 33.3], true],
    [["100", ""], [100, 0], true],
    [["0.4", "0.5"], [0.4, 0.5], false],
    [["1", "", ""], [1, 0, 0], false],
    [["1"], [100], true],
    [["60%", "0.4"], [60, 0.4], false],
    [["99", ""], [99, 0], false],
    [["", ""], [0, 0], false],
  ] as const)("%j", (texts, percents, complete) => {
    const read = readTyped(texts);
    expect(read.percents).toEqual(percents);
    expect(read.complete).toBe(complete);
  });

  it.each(["forty", "-5", "101", "150%", "n/a"])("can't be %s", (text) => {
    const read = readTyped([text, "60"]);
    expect(read.percents[0]).toBeUndefined();
    expect(read.problems[0]).toBeDefined();
    expect(read.complete).toBe(false);
  });
});

function listAt(address: string, rows: readonly (readonly CellValue[])[], table?: string): ValuedList {
  const block = blockAt(address);
  if (!block) throw new Error(address);
  const formulas = rows.map((row) => row.map(() => ""));
  const list = listIn({ block, values: rows, formulas, ...(table === undefined ? {} : { name: table }) });
  if (!isValued(list)) throw new Error("no values");
  return list;
}

describe("what is done to the list", () => {
  const rows = [
    ["Fund", "Value", "Target"],
    ["A", 700, 60],
    ["", "", ""],
    ["B", 300, 40],
    ["Total", 1000, 100],
  ];

  it("is nothing where targets stay, in whatever spelling they stand", () => {
    for (const spelling of [
      [60, 40],
      [0.6, 0.4],
      ["60%", "40%"],
    ]) {
      const [first = "", second = ""] = spelling;
      const list = listAt("Plan!A1:C3", [
        ["Fund", "Value", "Target"],
        ["A", 700, first],
        ["B", 300, second],
      ]);
      expect(targetTexts(list).map((text) => text.replace("%", ""))).toEqual(["60", "40"]);
      expect(propose(list, [60, 40])).toMatchObject({ steps: [], targets: { fate: "kept" } });
    }
  });

  it("rewrites targets the way they are written, leaving blank rows and the total row alone", () => {
    const proposal = propose(listAt("Plan!A1:C5", rows), [50, 0, 50]);
    expect(proposal?.steps).toEqual([{ do: "write values", block: blockAt("Plan!C2:C4"), values: [[50], [""], [50]] }]);
    expect(proposal?.targets).toEqual({ fate: "rewritten", cells: blockAt("Plan!C2:C4") });
  });

  it("makes a table of the headings and the funds; the total row stays outside", () => {
    const list = listAt("Plan!B3:D7", rows);
    expect(canBeTable(list)).toBe(true);
    const proposal = propose(list, [60, 0, 40], "Holdings");
    expect(proposal?.newTable).toEqual({ name: "Holdings", block: blockAt("Plan!B3:D6") });
    expect(proposal?.list.total).toBeUndefined();
    expect(proposal?.list).toMatchObject({ table: "Holdings", firstRow: 1, height: 3 });
  });

  it("adds a column of targets, and grows a table by it", () => {
    const bare = rows.map((row) => row.slice(0, 2));
    const added = propose(listAt("Plan!A1:B5", bare), [60, 0, 40]);
    expect(added?.steps[0]).toEqual({
      do: "write values",
      block: blockAt("Plan!C1:C4"),
      values: [["Target"], [0.6], [""], [0.4]],
    });
    const inTable = propose(listAt("Plan!A1:B4", bare.slice(0, 4), "Mine"), [60, 0, 40]);
    expect(inTable?.steps).toContainEqual({ do: "resize table", name: "Mine", block: blockAt("Plan!A1:C4") });
    expect(inTable?.list.columns.target).toBe(2);
  });

  it("makes no table where headings are missing or stand twice", () => {
    expect(
      canBeTable(
        listAt("Plan!A1:C2", [
          ["Fund", "Value", ""],
          ["A", 1, 2],
        ]),
      ),
    ).toBe(false);
    expect(
      canBeTable(
        listAt("Plan!A1:C2", [
          ["Fund", "Value", "value"],
          ["A", 1, 2],
        ]),
      ),
    ).toBe(false);
    expect(
      canBeTable(
        listAt("Plan!A1:B2", [
          ["A", 1],
          ["B", 2],
        ]),
      ),
    ).toBe(false);
  });

  it("finds a free name", () => {
    expect(freeTableName("Holdings", [])).toBe("Holdings");
    expect(freeTableName("Holdings", ["HOLDINGS", "Holdings2"])).toBe("Holdings3");
  });
});
