import { describe, expect, it } from "@jest/globals";
import { columnsOf, holdingsTable, type HoldingsRow } from "./household-tables";
import { callLater, down, failureLater } from "./shipped";

const RATES = down("income 22%; gains rate 15%");
const AS_OF = down("2026-06-15");
const PRICES = [
  ["Fund", "Price"],
  ["VTI", 100],
  ["BND", 72],
];
const VTI = { Account: "Brokerage", Fund: "VTI", Shares: 100, "Cost basis": 12_000, Acquired: "2024-03-01" };

const harvest = async (
  rows: readonly HoldingsRow[],
  ...rest: readonly unknown[]
): Promise<ReturnType<typeof columnsOf>> => {
  const [prices = PRICES, asOf = AS_OF, policy = RATES] = rest;
  return columnsOf(
    await callLater("HARVEST", holdingsTable(...rows), prices, asOf, policy),
    "Fund",
    "Loss",
    "Tax saved",
    "Wash sale",
  );
};

describe("KEEL.HARVEST", () => {
  it("lists losses, the most tax saved first, with what they are worth", async () => {
    const found = await harvest([
      { ...VTI, "Cost basis": 9_000 },
      { ...VTI, Fund: "BND", Shares: 200, "Cost basis": 15_000, Acquired: "2026-02-02" },
      VTI,
    ]);
    expect(found).toEqual([
      ["VTI", 2_000, 300, "Clear"],
      ["BND", 600, 132, "Clear"],
    ]);
  });

  it.each([
    ["2026-05-16", "Wash sale: bought 2026-05-16 in Roth IRA"],
    ["2026-05-15", "Clear"],
    ["2026-06-15", "Wash sale: bought 2026-06-15 in Roth IRA"],
  ])("a purchase of %s in another account: %s", async (acquired, said) => {
    const found = await harvest([VTI, { Account: "Roth IRA", Fund: "VTI", Shares: 1, Acquired: acquired }]);
    expect(found).toEqual([
      ["VTI", 2_000, 300, said],
      ["", "", "", ""],
    ]);
  });

  it("knows the lot itself, and funds that are the same", async () => {
    expect(await harvest([{ ...VTI, Acquired: "2026-06-01" }])).toEqual([["VTI", 2_000, 440, "Clear"]]);
    const same = { "Same as": "US stocks" };
    const found = await harvest([
      { ...VTI, ...same },
      { ...VTI, ...same, Account: "401(k)", Fund: "Total stock index", Acquired: "2026-06-10" },
    ]);
    expect(found[0]?.[3]).toBe("Wash sale: bought 2026-06-10 in 401(k)");
  });

  it("says where there is nothing to take", async () => {
    const table = await callLater("HARVEST", holdingsTable({ ...VTI, Account: "401(k)" }), PRICES, AS_OF, RATES);
    expect(table.slice(1).map(([first]) => first)).toEqual(["No losses to take", "No tax inside retirement accounts"]);
    const gains = await callLater("HARVEST", holdingsTable({ ...VTI, "Cost basis": 1 }), PRICES, AS_OF, RATES);
    expect(gains.slice(1).map(([first]) => first)).toEqual(["No losses to take"]);
  });

  it("without rates saves nothing that it knows of, in the order of the rows", async () => {
    const small = { ...VTI, "Cost basis": 10_001 };
    expect(await harvest([small, VTI], PRICES, AS_OF, null)).toEqual([
      ["VTI", 1, 0, "Clear"],
      ["VTI", 2_000, 0, "Clear"],
    ]);
  });

  it("takes prices from beside the lots, whatever the table itself says", async () => {
    expect(await harvest([{ ...VTI, Price: 500, Value: 50_000 }])).toEqual([["VTI", 2_000, 300, "Clear"]]);
    const unnamed = Object.fromEntries(Object.entries(VTI).filter(([heading]) => heading !== "Account"));
    expect(await harvest([unnamed])).toEqual([["VTI", 2_000, 300, "Clear"]]);
  });

  it("names what is wrong", async () => {
    const failing = async (rows: readonly HoldingsRow[], ...rest: readonly unknown[]): Promise<unknown> => {
      const [prices = PRICES, asOf = AS_OF] = rest;
      const { code, message } = await failureLater("HARVEST", holdingsTable(...rows), prices, asOf, RATES);
      return [code, message];
    };
    expect(await failing([{ ...VTI, Fund: "ITOT" }])).toEqual([
      "#N/A",
      "Prices: ITOT has 100 shares but no price. Type the price of one share.",
    ]);
    expect(await failing([{ ...VTI, Acquired: "2026-07-01" }])).toEqual([
      "#VALUE!",
      expect.stringMatching(/^Lots, row 2, Acquired: VTI in Brokerage was bought on 2026-07-01/),
    ]);
    expect(await failing([{ ...VTI, Account: "Shoe box" }])).toEqual([
      "#VALUE!",
      expect.stringMatching(/"Shoe box" says no type/),
    ]);
    expect(await failing([{ ...VTI, Shares: "many" }])).toEqual([
      "#VALUE!",
      expect.stringMatching(/^Lots, row 2, Shares: "many"/),
    ]);
    expect(await failing([{ Account: "Brokerage", Fund: "VTI", Value: 1 }])).toEqual([
      "#VALUE!",
      expect.stringMatching(/^Lots: no column is named Shares/),
    ]);
    expect(await failing([VTI], PRICES, null)).toEqual(["#VALUE!", expect.stringMatching(/^As of/)]);
    expect(
      await failing(
        [VTI],
        [
          ["Fund", "Price"],
          ["VTI", 100],
          ["VTI", 101],
        ],
      ),
    ).toEqual(["#VALUE!", expect.stringMatching(/^Prices, row 3, Price: VTI costs 101 here but 100 in row 2/)]);
  });
});
