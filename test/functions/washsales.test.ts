import { describe, expect, it } from "@jest/globals";
import { columnsOf, holdingsTable, type HoldingsRow } from "./household-tables";
import { callLater, down, failureLater } from "./shipped";

const BOUGHT = { Date: "2025-01-10", Account: "Taxable", Fund: "VTI", Shares: 100, Price: 10 };
const SOLD = { Date: "2025-06-15", Account: "Taxable", Fund: "VTI", Shares: -100, Price: 7.5 };
const again = (account: string, shares = 40, date = "2025-07-01"): HoldingsRow => ({
  ...{ Date: date, Account: account, Fund: "VTI", Shares: shares, Price: 8 },
});

async function washes(rows: readonly HoldingsRow[], asOf: unknown = null): Promise<ReturnType<typeof columnsOf>> {
  const table = await callLater("WASHSALES", holdingsTable(...rows), asOf);
  return columnsOf(table, "Disallowed", "Allowed", "Replacement", "New basis", "Status");
}

describe("KEEL.WASHSALES", () => {
  it("says what becomes of a loss by the account that replaces", async () => {
    const by = async (account: string): Promise<unknown> =>
      (await washes([BOUGHT, SOLD, again(account)], down("2025-08-01")))[0];
    expect(await by("Joint brokerage")).toEqual([100, 150, "40 bought 2025-07-01 in Joint brokerage", 420, "final"]);
    for (const account of ["Roth IRA", "Spouse IRA", "HSA"]) {
      expect(await by(account)).toEqual([100, 150, `40 bought 2025-07-01 in ${account}`, "", "final"]);
    }
    for (const account of ["401(k)", "Roth 401(k)", "TSP"]) {
      expect(((await by(account)) as unknown[])[4]).toBe("final; not named by Rev. Rul. 2008-5");
    }
  });

  it("is open as long as a purchase may still change it", async () => {
    const status = async (asOf: unknown): Promise<unknown> => (await washes([BOUGHT, SOLD], asOf))[0]?.[4];
    expect(await status(null)).toBe("open until 2025-07-15");
    expect(await status(down("2025-07-15"))).toBe("open until 2025-07-15");
    expect(await status(down("2025-07-16"))).toBe("final");
  });

  it("has a row for a loss without a replacement, and says where there is no loss", async () => {
    expect(await washes([BOUGHT, SOLD], down("2025-12-31"))).toEqual([[0, 250, "", "", "final"]]);
    const gain = await callLater("WASHSALES", holdingsTable(BOUGHT, { ...SOLD, Price: 12 }));
    expect(gain.slice(1)).toEqual([["No sales at a loss", "", "", "", "", "", "", "", ""]]);
  });

  it("leaves trades after the day out", async () => {
    expect(await washes([BOUGHT, SOLD, again("IRA")], down("2025-06-20"))).toEqual([
      [0, 250, "", "", "open until 2025-07-15"],
    ]);
  });

  it("sees funds that are the same, and takes shares from amount and price", async () => {
    const same = { "Same as": "US stocks" };
    const found = await washes([
      { ...BOUGHT, ...same },
      { ...SOLD, ...same },
      { Date: "2025-07-01", Account: "IRA", Fund: "ITOT", Amount: 320, Price: 8, ...same },
    ]);
    expect(found[0]?.slice(0, 3)).toEqual([100, 150, "40 bought 2025-07-01 in IRA"]);
  });

  it("takes a table without accounts for one taxable account", async () => {
    const [bought = {}, sold = {}] = [BOUGHT, SOLD].map((row) =>
      Object.fromEntries(Object.entries(row).filter(([heading]) => heading !== "Account")),
    );
    expect(await washes([bought, sold], down("2025-12-31"))).toEqual([[0, 250, "", "", "final"]]);
  });

  it("names what is wrong", async () => {
    const failing = async (...rows: readonly HoldingsRow[]): Promise<string> =>
      (await failureLater("WASHSALES", holdingsTable(...rows))).message;
    expect(await failing(BOUGHT, { ...SOLD, Shares: -150 })).toBe(
      "Trades, row 3: 150 shares of VTI are sold, and the trades before show 100 of them bought. Add the purchases, or type the basis into a column Cost.",
    );
    expect(await failing({ Date: "2025-01-10", Account: "Taxable", Fund: "VTI", Amount: 100 })).toMatch(
      /no shares and no price/,
    );
    expect(await failing({ ...BOUGHT, Price: "" })).toMatch(/VTI has 100 shares but no price/);
    expect(await failing({ ...BOUGHT, Account: "Shoe box" })).toMatch(/"Shoe box" says no type of account/);
    expect(await failing({ ...BOUGHT, Date: "" })).toMatch(/^Trades, row 2, Date: the date is missing/);
    expect(await failing({ Date: "2025-01-10", Fund: "VTI", Shares: 1 })).toMatch(/no column is named Amount/);
  });
});
