import { describe, expect, it } from "@jest/globals";
import { columnsOf, holdingsTable } from "../functions/household-tables";
import { callLater, down, typed } from "../functions/shipped";

const lot = (fund: string, acquired: string, shares: number, price: number): Record<string, number | string> => ({
  ...{ Account: "Taxable", Fund: fund, Acquired: acquired, Shares: shares, "Cost basis": shares * price },
});

describe("worked numbers", () => {
  it("line 51: WASHSALES", async () => {
    const table = await callLater(
      "WASHSALES",
      holdingsTable(
        { Date: "2025-01-10", Account: "Taxable", Fund: "VTI", Shares: 100, Price: 10 },
        { Date: "2025-06-15", Account: "Taxable", Fund: "VTI", Shares: -100, Price: 7.5 },
        { Date: "2025-05-20", Account: "Roth IRA", Fund: "VTI", Shares: 30, Price: 8 },
        { Date: "2025-07-01", Account: "Taxable", Fund: "VTI", Shares: 40, Price: 8 },
      ),
    );
    expect(columnsOf(table, "Loss", "Disallowed", "Allowed", "New basis")).toEqual([
      [250, 75, 75, ""],
      ["", 100, "", 420],
    ]);
  });

  it("line 56: SELLORDER", async () => {
    const lots = holdingsTable(
      lot("VTI", "2020-01-15", 100, 50),
      lot("VTI", "2026-03-02", 100, 95),
      lot("VTI", "2023-01-15", 100, 120),
    );
    const policy = down("income 22%; gains rate 15%");
    const table = await callLater("SELLORDER", lots, ...typed(100, 15_000, "min tax"), down("2026-06-15"), policy);
    expect(columnsOf(table, "Lot", "Shares", "Gain")).toEqual([
      ["2023-01-15", 100, -2_000],
      ["2020-01-15", 40, 2_000],
      ["2026-03-02", 10, 50],
    ]);
    expect(table.slice(1).reduce((sum, row) => sum + (row[4] as number), 0)).toBe(11);
  });
});

describe("lots that others published", () => {
  it("lakshmi: losses of half the basis and more", async () => {
    // Source: sarvjeets/lakshmi, tests of tax-loss harvesting; there only losses of 50% and more are shown.
    const lots = holdingsTable(
      lot("VTI", "2020-01-31", 500, 21),
      lot("VTI", "2021-03-31", 250, 14.9),
      lot("VTI", "2021-05-31", 250, 8),
      lot("VXUS", "2020-01-25", 100, 30),
      lot("ITOT", "2019-09-01", 200, 12),
    );
    const prices = [["Fund", "Price"], ...["VTI", "VXUS", "ITOT"].map((fund) => [fund, 10])];
    const found = columnsOf(await callLater("HARVEST", lots, prices, down("2021-12-01")), "Fund", "Loss", "Basis");
    const halves = found.filter(([, loss, basis]) => (loss as number) >= (basis as number) / 2);
    expect(halves.map(([fund, loss]) => [fund, loss])).toEqual([
      ["VTI", 5_500],
      ["VXUS", 2_000],
    ]);
    expect(found.map(([, loss]) => loss)).toEqual([5_500, 1_225, 2_000, 400]);
  });

  it("fava_investor: the least gain first, and no wash sale after 100 days", async () => {
    // Source: redstreet/fava_investor, modules minimizegains and tlh.
    const order = await callLater(
      "SELLORDER",
      holdingsTable(lot("F", "2015-01-01", 100, 100), lot("F", "2016-01-01", 100, 149)),
      ...typed(150, 30_000, "min tax", null),
      down("gains rate 100%"),
    );
    expect(columnsOf(order, "Lot", "Gain", "Tax")).toEqual([
      ["2016-01-01", 100, 100],
      ["2015-01-01", 5_000, 5_000],
    ]);
    const prices = [["Fund", "Price"], ["BNCT", 100]];
    const ago = async (account: string, acquired: string): Promise<unknown> =>
      (await callLater("HARVEST", holdingsTable({ ...lot("BNCT", acquired, 1, 200), Account: account }), prices, down("2026-06-15")))
        .slice(1)
        .map((row) => [row[0], row[9]]);
    expect(await ago("Brokerage", "2026-03-07")).toEqual([["Brokerage", "Clear"]]);
    expect(await ago("401(k)", "2026-06-05")).toEqual([
      ["No losses to take", ""],
      ["No tax inside retirement accounts", ""],
    ]);
  });

  it("people's threads: a reinvested dividend in an IRA washes by shares, not by dollars", async () => {
    // Source: bogleheads.org thread 4868359, irahelp.com 25224: 5 of 100 shares, 3,000 of loss.
    const table = await callLater("WASHSALES", [
      ["Date", "Account", "Fund", "Shares", "Amount", "Cost"],
      ["2025-01-10", "Taxable", "VTI", 100, -30_000, 30_000],
      ["2026-11-18", "IRA", "VTI", 5, -1_350, 1_350],
      ["2026-11-28", "Taxable", "VTI", -100, 27_000, 30_000],
    ]);
    expect(columnsOf(table, "Loss", "Disallowed", "Allowed")).toEqual([[3_000, 150, 2_850]]);
  });

  it("Rev. Rul. 2008-5: in an IRA the loss is gone", async () => {
    const table = await callLater("WASHSALES", [
      ["Date", "Account", "Fund", "Shares", "Amount"],
      ["2007-03-01", "Brokerage", "X", 100, 1_000],
      ["2007-12-20", "Brokerage", "X", -100, 600],
      ["2007-12-21", "IRA", "X", 100, 600],
    ]);
    expect(columnsOf(table, "Loss", "Disallowed", "Allowed", "New basis")).toEqual([[400, 400, 0, ""]]);
  });
});
