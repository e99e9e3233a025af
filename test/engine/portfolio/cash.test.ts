import { describe, expect, it, test } from "@jest/globals";
import * as fc from "fast-check";
import { cents, countedHoldings, netCash, type AccountHolding } from "../../../src/engine";

function holding(account: number, value: number, isCash = true): AccountHolding {
  return { fund: "", value: cents(value), account, isCash, fundClasses: { parts: new Map(), whole: 1 } };
}

function shown(holdings: readonly AccountHolding[]): unknown {
  const net = netCash(holdings);
  return {
    kept: net.holdings.map(({ account, value }) => [account, value]),
    owed: net.owed.map(({ holding: { account }, amount }) => [account, amount]),
  };
}

describe("netCash", () => {
  it("takes what is pending from the account's other cash, in the order of the rows", () => {
    expect(shown([holding(0, 100), holding(0, -150), holding(0, 200), holding(0, 70, false)])).toEqual({
      kept: [
        [0, 0],
        [0, 150],
        [0, 70],
      ],
      owed: [],
    });
  });

  it("counts cash below 0 in all as 0, and takes nothing from another account", () => {
    expect(shown([holding(0, 100), holding(0, -150), holding(1, 200), holding(1, 500, false)])).toEqual({
      kept: [
        [0, 0],
        [1, 200],
        [1, 500],
      ],
      owed: [[0, 50]],
    });
  });

  test("law: an account keeps its money, or what isn't cash of it if it owes more", () => {
    const row = fc.record({ account: fc.nat(3), value: fc.integer({ min: -1e12, max: 1e12 }), isCash: fc.boolean() });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const holdings = rows.map(({ account, value, isCash }) =>
          holding(account, isCash ? value : Math.abs(value), isCash),
        );
        const { holdings: kept, owed } = netCash(holdings);
        for (let account = 0; account < 4; account++) {
          const sum = (of: readonly AccountHolding[], cash: boolean): number =>
            of.reduce((all, each) => all + (each.account === account && each.isCash === cash ? each.value : 0), 0);
          const left = owed.reduce((all, each) => all + (each.holding.account === account ? each.amount : 0), 0);
          expect(sum(kept, false)).toBe(sum(holdings, false));
          expect(sum(kept, true)).toBe(Math.max(0, sum(holdings, true)));
          expect(left).toBe(Math.max(0, -sum(holdings, true)));
        }
        expect(kept.every(({ value }) => value >= 0)).toBe(true);
      }),
    );
  });
});

describe("countedHoldings", () => {
  it("counts the share that is the owner's, to the nearest cent, half away from zero", () => {
    const counted = (value: number, countsAs: number): number | undefined =>
      countedHoldings([{ ...holding(0, value), countsAs }])[0]?.value;
    expect(counted(5_000_000, 0.8)).toBe(4_000_000);
    expect(counted(1, 0.5)).toBe(1);
    expect(counted(-1, 0.5)).toBe(-1);
    expect(counted(9_000_000_000_000_000, 0.1)).toBe(900_000_000_000_000);
    expect(counted(100, 0)).toBe(0);
  });

  it("leaves holdings as they are where nothing is said", () => {
    const holdings = [holding(0, 5)];
    expect(countedHoldings(holdings)).toBe(holdings);
  });
});
