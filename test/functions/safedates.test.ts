import { describe, expect, it } from "@jest/globals";
import { holdingsTable, type HoldingsRow } from "./household-tables";
import { callLater, down, failureLater } from "./shipped";
import { isoDay } from "../../src/ranges";

const TRADES: readonly HoldingsRow[] = [
  { Date: "2025-01-10", Account: "Taxable", Fund: "VTI", Shares: 1_000, Price: 10 },
  { Date: "2025-06-15", Account: "Taxable", Fund: "VTI", Shares: -1_000, Price: 7.5 },
  { Date: "2025-06-20", Account: "IRA", Fund: "BND", Shares: 100, Price: 72 },
];

async function dates(...rest: readonly unknown[]): Promise<unknown[]> {
  const table = await callLater("SAFEDATES", holdingsTable(...TRADES), ...rest);
  return table.slice(1).map(([day, what, fund]) => [isoDay(day as number), what, fund]);
}

describe("KEEL.SAFEDATES", () => {
  it("puts all days into one calendar, the soonest first", async () => {
    expect(await dates(null, down("annual; last 2025-01-10"))).toEqual([
      ["2025-07-15", "Last day of the wash-sale window", "VTI"],
      ["2025-07-16", "Buy again without a wash sale", "VTI"],
      ["2025-07-20", "Sell without a roundtrip", "BND"],
      ["2026-01-10", "Next look", ""],
    ]);
  });

  it("leaves days before the date out, and keeps the date itself", async () => {
    expect(await dates(null, null, down("2025-07-16"))).toEqual([
      ["2025-07-16", "Buy again without a wash sale", "VTI"],
      ["2025-07-20", "Sell without a roundtrip", "BND"],
    ]);
    const none = await callLater("SAFEDATES", holdingsTable(...TRADES), null, null, down("2026-01-01"));
    expect(none.slice(1)).toEqual([["", "Nothing to wait for", "", ""]]);
  });

  it("with lots, says when a loss that waits may be taken", async () => {
    const lots = holdingsTable({
      Account: "Taxable",
      Fund: "BND",
      Shares: 10,
      "Cost basis": 900,
      Acquired: "2024-01-05",
    });
    expect(await dates(lots, null, down("2025-06-25"))).toContainEqual([
      "2025-07-21",
      "Take losses without a wash sale",
      "BND",
    ]);
    // The lot itself washes nothing.
    const itself = holdingsTable({
      Account: "Taxable",
      Fund: "BND",
      Shares: 10,
      "Cost basis": 900,
      Acquired: "2025-06-20",
    });
    expect((await dates(itself, null, down("2025-06-25"))).map((row) => (row as unknown[])[1])).not.toContain(
      "Take losses without a wash sale",
    );
  });

  // Keel's own log has no shares: 2025-06-15 + 31 days is July 16, 2025-06-20 + 30 days July 20.
  it("takes each sale that may have been taxed for one at a loss where a table has amounts alone", async () => {
    const log = holdingsTable(
      { Date: "2025-06-15", Account: "Our joint account", Fund: "VTI", Amount: -7500 },
      { Date: "2025-06-15", Account: "Acme 401(k)", Fund: "VFIAX", Amount: -7500 },
      { Date: "2025-06-20", Account: "Acme 401(k)", Fund: "VBTLX", Amount: 7500 },
    );
    const shown = async (cells: unknown, ...rest: readonly unknown[]): Promise<unknown[]> =>
      (await callLater("SAFEDATES", cells as never, ...rest)).slice(1).map(([day, what, fund]) => {
        return [isoDay(day as number), what, fund];
      });
    expect(await shown(log)).toEqual([
      ["2025-07-16", "Buy again without a wash sale", "VTI"],
      ["2025-07-20", "Sell without a roundtrip", "VBTLX"],
    ]);
    const why = await callLater("SAFEDATES", log);
    expect(why[1]?.[3]).toMatch(/^Sold on 2025-06-15, maybe at a loss/);
    // What the lots say of an account counts before its name, and a list without accounts is of one 401(k).
    const lots = holdingsTable(
      { Account: "Our joint account", "Account type": "Roth IRA", Fund: "VTI", Shares: 10 },
      { Account: "Acme 401(k)", "Account type": "401(k)", Fund: "VFIAX", Shares: 10 },
    );
    expect(await shown(log, lots)).toEqual([["2025-07-20", "Sell without a roundtrip", "VBTLX"]]);
    const unnamed = holdingsTable({ Date: "2025-06-15", Fund: "VTI", Amount: -7500 });
    const none = await callLater("SAFEDATES", unnamed, null, null, down("2025-06-16"));
    expect(none.slice(1)).toEqual([["", "Nothing to wait for", "", ""]]);
  });

  it("takes purchases by their amounts for losses that wait, too", async () => {
    const log = holdingsTable({ Date: "2025-06-20", Account: "Roth IRA", Fund: "BND", Amount: 700 });
    const lots = holdingsTable({
      Account: "Taxable",
      Fund: "BND",
      Shares: 10,
      "Cost basis": 900,
      Acquired: "2024-01-05",
    });
    const table = await callLater("SAFEDATES", log, lots, null, down("2025-06-25"));
    expect(table.slice(1).map(([day, what, fund]) => [isoDay(day as number), what, fund])).toContainEqual([
      "2025-07-21",
      "Take losses without a wash sale",
      "BND",
    ]);
  });

  it("names what is wrong", async () => {
    expect((await failureLater("SAFEDATES", null)).message).toMatch(/^Trades/);
    expect((await failureLater("SAFEDATES", holdingsTable(...TRADES), null, down("yearly-ish"))).message).toMatch(
      /yearly-ish/,
    );
  });
});
