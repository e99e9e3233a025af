import { describe, expect, it } from "@jest/globals";
import { holdingsTable, type HoldingsRow } from "./household-tables";
import { callLater, down, failureLater, typed } from "./shipped";

const LOT = { Account: "Brokerage", Fund: "VTI", Shares: 100, "Cost basis": 5_000, Acquired: "2020-04-01" };
const RATES = down("income 22%; gains rate 15%");

const order = (rows: readonly HoldingsRow[], ...rest: readonly unknown[]): Promise<unknown[][]> =>
  callLater("SELLORDER", holdingsTable(...rows), ...typed(...rest));

describe("KEEL.SELLORDER", () => {
  it("sells the last lot in part, to the cent", async () => {
    expect(await order([LOT], 30, 1_000, "fifo", null, RATES)).toEqual([
      ["Lot", "Shares", "Amount", "Gain", "Tax"],
      // 3,000 are worth 5,000 of cost: two thirds of a loss.
      ["2020-04-01", 33.3333, 1_000, -666.67, 0],
    ]);
  });

  it("names lots by their day, and by their row where that doesn't tell them", async () => {
    const names = (await order([LOT, { ...LOT, "Cost basis": 4_000 }, { ...LOT, Acquired: "" }], 100, 30_000)).map(
      ([name]) => name,
    );
    expect(names.slice(1)).toEqual(["row 4", "2020-04-01, row 2", "2020-04-01, row 3"]);
  });

  it("leaves locked lots alone", async () => {
    const table = await order(
      [
        { ...LOT, Lock: "hold" },
        { ...LOT, Acquired: "2021-01-04", Lock: "" },
      ],
      100,
      10_000,
    );
    expect(table.slice(1).map(([name]) => name)).toEqual(["2021-01-04"]);
    expect(
      (await failureLater("SELLORDER", holdingsTable({ ...LOT, Lock: "no sell" }), down(100), down(1))).message,
    ).toMatch(/\$1 is to be taken out, but there is only \$0/);
  });

  it("names what is wrong", async () => {
    const failing = async (rows: readonly HoldingsRow[], ...rest: readonly unknown[]): Promise<string> =>
      (await failureLater("SELLORDER", holdingsTable(...rows), ...typed(...rest))).message;
    expect(await failing([LOT, { ...LOT, Fund: "BND" }], 100, 1)).toBe(
      "Lots: these are lots of several funds, VTI and BND. Give the lots of one.",
    );
    expect(await failing([{ ...LOT, Account: "Roth IRA" }], 100, 1)).toBe(
      "Lots, row 2: Roth IRA is not taxable: sales there gain nothing that is taxed. Give lots of taxable accounts.",
    );
    expect(await failing([LOT], 100, 10_000.01)).toMatch(/\$10,000.01 is to be taken out, but there is only \$10,000/);
    expect(await failing([LOT], 0, 1)).toMatch(/^Price/);
    expect(await failing([LOT], 100, null)).toMatch(/^Amount/);
    expect(await failing([LOT], 100, 1, "lifo")).toBe(
      'Method: "lifo" is not known. Type min tax, fifo or highest cost.',
    );
    expect(await failing([LOT], 100, 1, null, down("2020-03-31"))).toMatch(/^Lots, row 2, Acquired/);
  });
});
