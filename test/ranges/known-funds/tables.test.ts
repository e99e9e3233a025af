import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { glidePath } from "../../../src/engine";
import { assetClasses, knownFund } from "../../../src/ranges";
import { everyMix } from "../../../src/ranges/known-funds/mixes";
import { everyTargetDateTicker } from "../../../src/ranges/known-funds/target-date";
import { TICKERS_AS_OF } from "../../../src/ranges/known-funds/ticker-table";
import { everyTicker } from "../../../src/ranges/known-funds/tickers";

const ISO = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const sumOf = (weights: object): number => Object.values(weights).reduce((sum: number, part) => sum + Number(part), 0);

describe("the tables of known funds", () => {
  const tickers = [
    ...everyTicker().map(([ticker]) => ticker),
    ...everyMix().flatMap((mix) => mix.tickers),
    ...everyTargetDateTicker().map(([ticker]) => ticker),
  ];

  it("hold no ticker twice, and each as it is written", () => {
    const seen = new Set<string>();
    expect(tickers.filter((ticker) => seen.size === seen.add(ticker).size)).toEqual([]);
    expect(tickers.filter((ticker) => !/^[A-Z]{2,5}$/.test(ticker))).toEqual([]);
    expect(tickers.length).toBeGreaterThan(600);
  });

  it("name every fund, and give mixes that add up to 1, with a day", () => {
    expect(everyTicker().filter(([, { name }]) => !/^[A-Za-z][\w .&'$+-]{3,70}$/.test(name))).toEqual([]);
    for (const { weights, asOf } of everyMix()) {
      expect(sumOf(weights)).toBeCloseTo(1, 12);
      expect(Object.keys(weights).every((name) => (assetClasses as readonly string[]).includes(name))).toBe(true);
      expect(asOf).toMatch(ISO);
    }
    expect(TICKERS_AS_OF).toMatch(ISO);
  });

  it("agree with the words of the names: no name tells of another class than its ticker", () => {
    const another = everyTicker().flatMap(([ticker, { class: told, name }]) => {
      const found = knownFund({ texts: [name] }, 46_311);
      return found.kind === "class" && found.class !== told ? [[ticker, name, found.class]] : [];
    });
    expect(another.map(([ticker]) => ticker)).toEqual(SAYS_ANOTHER);
  });

  it("have target years of five-year steps", () => {
    for (const [, year] of everyTargetDateTicker()) {
      expect(year === "retired" || (year % 5 === 0 && year >= 2005 && year <= 2070)).toBe(true);
    }
  });
});

/** What the words of a name get wrong, and why the table is asked first: months of Treasuries are cash, and an index's "total return" is no bond. */
const SAYS_ANOTHER: readonly string[] = ["SGOV", "SHV", "DJP"];

/** How families of target-date funds are named, by funds on the market and as plans shorten them. */
const FAMILIES: readonly ((year: number) => string)[] = [
  (year) => `Vanguard Target Retirement ${year} Fund Investor Shares`,
  (year) => `VANG TARGET RET ${year}`,
  (year) => `Vanguard Target Retire ${year} Trust II`,
  (year) => `Target Retirement ${year}`,
  (year) => `Retirement ${year} Trust`,
  (year) => `Fidelity Freedom® Index ${year} Fund Investor Class`,
  (year) => `FID FREEDOM ${year} K`,
  (year) => `Freedom ${year}K6`,
  (year) => `Freedom Blend ${year} Q`,
  (year) => `Fidelity Managed Retirement ${year}`,
  (year) => `Schwab Target ${year} Index Fund`,
  (year) => `Target ${year}`,
  (year) => `Target Date ${year}`,
  (year) => `${year} Target Date Retirement Fund`,
  (year) => `American Funds ${year} Target Date Retirement Fund® Class R-6`,
  (year) => `Amer Fds ${year} Trgt Date Ret R6`,
  (year) => `T. Rowe Price Retirement ${year} Fund`,
  (year) => `TRP RETIREMENT ${year} TR-B`,
  (year) => `BlackRock LifePath® Index ${year} Fund Class K`,
  (year) => `BTC LIFEPATH IDX ${year} N`,
  (year) => `LifePath Dynamic ${year}`,
  (year) => `iShares LifePath Target Date ${year} ETF`,
  (year) => `TIAA-CREF Lifecycle Index ${year} Fund Institutional Class`,
  (year) => `Nuveen Lifecycle ${year}`,
  (year) => `State Street Target Retirement ${year} Fund Class K`,
  (year) => `SSGA TRGT RTMT ${year}`.replace("RTMT", "RET"),
  (year) => `JPMorgan SmartRetirement® Blend ${year} R6`,
  (year) => `JPM SMARTRETIRE ${year}`,
  (year) => `Principal LifeTime Hybrid ${year} R-6`,
  (year) => `MFS Lifetime ${year}`,
  (year) => `American Century One Choice ${year} Portfolio`,
  (year) => `Voya Index Solution ${year} Portfolio`,
  (year) => `Putnam RetirementReady ${year}`,
  (year) => `PIMCO RealPath Blend ${year}`,
  (year) => `Dimensional ${year} Target Date Retirement Income Fund`,
  (year) => `MassMutual RetireSMART by JPMorgan ${year}`,
  (year) => `Great-West SecureFoundation Lifetime ${year}`,
  (year) => `John Hancock Multi-Index ${year} Preservation Portfolio`,
  (year) => `JHancock Multimanager ${year} Lifetime Portfolio`,
  (year) => `Prudential Day One ${year}`,
  (year) => `Nationwide Destination ${year}`,
  (year) => `GuideStone MyDestination ${year}`,
  (year) => `MissionSquare Retirement Target ${year}`,
  (year) => `Northern Trust Focus ${year}`,
  (year) => `L ${year}`,
  (year) => `L${year}`,
  (year) => `TSP L ${year} Fund`,
  (year) => `Lifecycle L ${year}`,
  (year) => `${year} Fund`,
  (year) => `Vanguard ${year} Trust II`,
];

describe("target-date funds", () => {
  it("of every family are read from their names, from 2010 to 2070, in any case and with any spaces", () => {
    const shapes: readonly ((name: string) => string)[] = [
      (name) => name,
      (name) => name.toUpperCase(),
      (name) => `  ${name.replace(/ /g, "  ")} `,
    ];
    for (const family of FAMILIES) {
      for (let year = 2010; year <= 2070; year += 5) {
        for (const shape of shapes) {
          const name = shape(family(year));
          expect([name, knownFund({ texts: [name] }, 46_311)]).toMatchObject([
            name,
            { kind: "mix", from: "assumed", year },
          ]);
        }
      }
    }
  });

  it("are mixes of GLIDEPATH's stocks and bonds, whatever the year they are looked at", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...FAMILIES),
        fc.integer({ min: 2, max: 14 }).map((step) => 2000 + 5 * step),
        // 2000 to 2079.
        fc.integer({ min: 36_526, max: 65_745 }),
        (family, target, asOf) => {
          const found = knownFund({ texts: [family(target)] }, asOf);
          if (found.kind !== "mix") throw new Error(`${family(target)} is ${found.kind}`);
          const { "US stocks": us = 0, "International stocks": abroad = 0, Bonds: bonds = 0 } = found.weights;
          const today = Number(found.asOf.slice(0, 4));
          const path = glidePath(today, target, "target date");
          // To the hundredth of a percent that the mix is written in.
          expect(Math.abs(us + abroad - path.stocks)).toBeLessThan(0.000051);
          expect(Math.abs(bonds - path.bonds)).toBeLessThan(0.000051);
          expect(Math.abs(abroad - 0.4 * path.stocks)).toBeLessThan(0.000051);
          expect(us + abroad + bonds).toBeCloseTo(1, 12);
        },
      ),
      { numRuns: 300 },
    );
  });
});
