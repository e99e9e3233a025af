import { describe, expect, it } from "@jest/globals";
import { columnsOf, fourteen, FOURTEEN_TARGETS, holdingsTable, targetsTable } from "./household-tables";
import { ScriptPage } from "./page";
import { callLater, column, down, failureLater, shippedFunctions, type Cell } from "./shipped";

/** What a plan trades: account, fund and amount, without the rows of classes that stay off their goals. */
async function trades(...given: readonly unknown[]): Promise<Cell[][]> {
  const rows = columnsOf(await callLater("PLAN", ...given), "Account", "Fund", "Amount");
  return rows.filter(([account]) => account !== "");
}

/** Plain text of a policy as the third argument. */
const policy = (text: string): unknown[][] => [[text]];

// Source: the product contract's worked numbers, by line.
describe("worked numbers of a household", () => {
  const asIn14 = [
    ["401(k)", "Target date", -18_888.89],
    ["401(k)", "Bond", 18_888.89],
    ["Roth IRA", "US", -8000],
    ["Roth IRA", "Intl", 8000],
  ];

  it("line 14: each account keeps its money, and the mixed fund counts by its classes", async () => {
    const table = await callLater("PLAN", fourteen(), FOURTEEN_TARGETS);
    expect(table[0]).toEqual(["Account", "Fund", "Action", "Amount", "Shares", "From %", "To %", "Gain", "Tax", "Why"]);
    expect(await trades(fourteen(), FOURTEEN_TARGETS)).toEqual(asIn14);
    expect(columnsOf(table, "Action", "From %", "Gain", "Tax")).toEqual([
      ["Sell", 0.8, 0, 0],
      ["Buy", 0.2, 0, 0],
      ["Sell", 1, 0, 0],
      ["Buy", 0, 0, 0],
    ]);
    const shares = [61_111.11 / 100_000, 38_888.89 / 100_000, 22_000 / 30_000, 8000 / 30_000];
    expect(columnsOf(table, "To %")).toEqual(shares.map((share) => [expect.closeTo(share, 12)]));
  });

  it("line 36: the same with relocate, and with international better placed in the taxable account", async () => {
    expect(await trades(fourteen(), FOURTEEN_TARGETS, policy("relocate"))).toEqual(asIn14);
    const placed = [
      ["Class", "Weight", "Deferred", "Roth", "HSA", "Taxable"],
      ["US", 0.5, 1, 2, 2, 2],
      ["Intl", 0.2, 1, 2, 2, 3],
      ["Bond", 0.3, 3, 0, 0, 0],
    ];
    expect(await trades(fourteen(), placed)).toEqual(asIn14);
  });

  const two = (stocks: number, bonds: number): unknown[][] =>
    holdingsTable(
      { Account: "401(k)", Fund: "Stocks", "Asset class": "Stocks", Value: stocks },
      { Account: "401(k)", Fund: "Bonds", "Asset class": "Bonds", Value: bonds },
      { Account: "Roth IRA", Fund: "Stocks", "Asset class": "Stocks", Value: 10_000 },
      { Account: "Roth IRA", Fund: "Bonds", "Asset class": "Bonds", Value: 5000 },
    );
  const seventy = targetsTable({ Stocks: 70, Bonds: 30 });

  it.each([
    ["5%; to edge", 1000],
    ["5%", 6000],
  ])("line 37: %s trades as the household, in the 401(k)", async (rule, amount) => {
    expect(await trades(two(66_000, 19_000), seventy, policy(rule))).toEqual([
      ["401(k)", "Stocks", -amount],
      ["401(k)", "Bonds", amount],
    ]);
  });

  it("line 38: at the edge nothing is traded", async () => {
    const table = await callLater("PLAN", two(65_000, 20_000), seventy, policy("5%"));
    expect(table.slice(1)).toEqual([["No trades needed", ...Array<string>(9).fill("")]]);
  });

  it("line 39: what the accounts can't reach is named below the trades", async () => {
    const holdings = holdingsTable(
      { Account: "IRA", Fund: "A", "Asset class": "A", Value: 10_000, "Cash flow": 3000 },
      { Account: "IRA", Fund: "B", "Asset class": "B", Value: 10_000 },
      { Account: "Taxable", Fund: "C", "Asset class": "C", Value: 10_000 },
    );
    const table = await callLater("PLAN", holdings, targetsTable({ A: 40, B: 40, C: 20 }));
    expect(columnsOf(table, "Account", "Fund", "Action", "Amount")).toEqual([
      ["IRA", "A", "Buy", 1500],
      ["IRA", "B", "Buy", 1500],
      ["", "A", "Short", 1700],
      ["", "B", "Short", 1700],
      ["", "C", "Over", 3400],
    ]);
  });

  it("line 40: a lot at a loss pays for one at a gain, within gains none", async () => {
    const holdings = holdingsTable(
      { Account: "Taxable", Fund: "VTI", "Asset class": "Stocks", Value: 40_000, "Cost basis": 28_000 },
      { Account: "Taxable", Fund: "VTI", "Asset class": "Stocks", Value: 10_000, "Cost basis": 14_000 },
      { Account: "Taxable", Fund: "BND", "Asset class": "Bonds", Value: 50_000, "Cost basis": 50_000 },
    );
    const table = await callLater(
      "PLAN",
      holdings,
      targetsTable({ Stocks: 30, Bonds: 70 }),
      policy("gains none; income 22%; gains rate 15%"),
    );
    expect(columnsOf(table, "Fund", "Action", "Amount", "Gain")).toEqual([
      ["VTI", "Sell", -10_000, 3000],
      ["VTI", "Sell", -10_000, -4000],
      ["BND", "Buy", 20_000, 0],
    ]);
    const tax = columnsOf(table, "Tax").reduce((sum, [each]) => sum + Number(each), 0);
    expect(tax).toBe(0);
  });

  it.each([
    ["gains none; gains rate 15%", [-10_000, -20_000], 7500, 1125],
    ["gains allowed; gains rate 15%", [-45_000, 15_000], 33_750, 5062.5],
  ])("line 41: %s, with money to take out", async (rule, amounts, gain, tax) => {
    const holdings = holdingsTable(
      {
        Account: "Taxable",
        Fund: "VTI",
        "Asset class": "Stocks",
        Value: 80_000,
        "Cost basis": 20_000,
        "Cash flow": -30_000,
      },
      { Account: "Taxable", Fund: "BND", "Asset class": "Bonds", Value: 20_000, "Cost basis": 20_000 },
    );
    const table = await callLater("PLAN", holdings, targetsTable({ Stocks: 50, Bonds: 50 }), policy(rule));
    const rows = columnsOf(table, "Fund", "Amount", "Gain", "Tax").filter(([fund]) => fund === "VTI" || fund === "BND");
    expect(rows).toEqual([
      ["VTI", amounts[0], gain, tax],
      ["BND", amounts[1], 0, 0],
    ]);
  });

  it("line 42: relocate changes places; without it nothing is needed", async () => {
    const at = (account: string, name: string, value: number): Record<string, string | number> => ({
      ...{ Account: account, Fund: name, "Asset class": name, Value: value },
      ...(account === "Taxable" && { "Cost basis": value }),
    });
    const holdings = holdingsTable(
      at("401(k)", "Stocks", 50_000),
      at("401(k)", "Bonds", 0),
      at("Taxable", "Stocks", 10_000),
      at("Taxable", "Bonds", 40_000),
    );
    const sixty = targetsTable({ Stocks: 60, Bonds: 40 });
    expect((await callLater("PLAN", holdings, sixty))[1]?.[0]).toBe("No trades needed");
    expect(await trades(holdings, sixty, policy("relocate"))).toEqual([
      ["401(k)", "Stocks", -40_000],
      ["401(k)", "Bonds", 40_000],
      ["Taxable", "Bonds", -40_000],
      ["Taxable", "Stocks", 40_000],
    ]);
    expect(await callLater("PLANCHECK", holdings, sixty, policy("relocate"))).toContainEqual([
      "Location score",
      0,
      100,
      "",
      "",
    ]);
  });

  it("line 43: one 401(k) trades what REBALANCE trades, with a minimum", async () => {
    const holdings = holdingsTable(
      { Fund: "A", "Asset class": "A", Value: 5150 },
      { Fund: "B", "Asset class": "B", Value: 3920 },
      { Fund: "C", "Asset class": "C", Value: 930 },
    );
    expect(await trades(holdings, targetsTable({ A: 50, B: 40, C: 10 }), policy("min $100"))).toEqual([
      ["401(k)", "A", -111.11],
      ["401(k)", "B", 111.11],
    ]);
  });

  it("line 44: a required distribution leaves the IRA, and what tax leaves of it arrives in the taxable account", async () => {
    const at = (account: string, name: string, value: number, flow: number): Record<string, string | number> => ({
      ...{ Account: account, Fund: name, "Asset class": name, Value: value, "Cost basis": value, "Cash flow": flow },
    });
    const holdings = holdingsTable(
      at("Traditional IRA", "Stocks", 120_000, -8039.22),
      at("Traditional IRA", "Bonds", 85_000, 0),
      at("Taxable", "Stocks", 50_000, 6270.59),
      at("Taxable", "Bonds", 0, 0),
    );
    const made = await trades(holdings, targetsTable({ Stocks: 65, Bonds: 35 }));
    const sum = (account: string): number =>
      made
        .filter(([name]) => name === account)
        .reduce((all, [, , amount]) => all + Math.round(Number(amount) * 100), 0);
    expect([sum("Traditional IRA"), sum("Taxable")]).toEqual([-803_922, 627_059]);
  });

  it("line 45: money before tax counts for less, and trades stay in dollars", async () => {
    const holdings = holdingsTable(
      { Account: "401(k)", Fund: "Bonds", "Asset class": "Bonds", Value: 50_000, "Counts as": 0.8 },
      { Account: "Roth IRA", Fund: "Stocks", "Asset class": "Stocks", Value: 50_000 },
      { Account: "Roth IRA", Fund: "Bonds", "Asset class": "Bonds", Value: 0 },
    );
    expect(column("BYCLASS", holdings, down("Stocks", "Bonds"))).toEqual([50_000, 40_000]);
    expect(await trades(holdings, targetsTable({ Stocks: 50, Bonds: 50 }))).toEqual([
      ["Roth IRA", "Stocks", -5000],
      ["Roth IRA", "Bonds", 5000],
    ]);
  });

  it("line 46: contributions without selling, and the elections that they come to", async () => {
    const given = [fourteen(12_000), FOURTEEN_TARGETS, policy("no sells")];
    expect(await trades(...given)).toEqual([["401(k)", "Bond", 12_000]]);
    const beside = columnsOf(await callLater("PLANTRADES", ...given), "Trade");
    expect(column("ELECTIONS", beside.slice(0, 3))).toEqual([0, 100, 0]);
  });
});

describe("what is wrong is said", () => {
  it("of cells, with row and remedy", async () => {
    const holdings = holdingsTable({ Account: "Cookie jar", Fund: "A", "Asset class": "A", Value: 10 });
    const { code, message } = await failureLater("PLAN", holdings, targetsTable({ A: 100 }));
    expect([code, message]).toEqual(["#VALUE!", expect.stringMatching(/Cookie jar/)]);
    expect((await failureLater("PLAN", null, targetsTable({ A: 100 }))).code).toBe("#VALUE!");
  });

  it("of hard rules that conflict, as an answer that isn't there", async () => {
    const holdings = holdingsTable({
      ...{ Account: "Roth IRA", Fund: "A", "Asset class": "A", Value: 1000, "Cash flow": 500, Lock: "no buy" },
    });
    const { code, message } = await failureLater("PLAN", holdings, targetsTable({ A: 100 }));
    expect(code).toBe("#N/A");
    expect(message).toMatch(/^Roth IRA: \$500 to invest, but no fund there may be bought\./);
  });
});

describe("what it loads", () => {
  const plan = (functions: ReadonlyMap<string, (...args: readonly unknown[]) => unknown>, id = "PLAN"): unknown =>
    functions.get(id)?.(fourteen(), FOURTEEN_TARGETS, null, null, null, null);
  const wasm = "assets/highs.wasm";

  it("is nothing until it is asked, and then one part of Keel and one solver for all", async () => {
    const page = new ScriptPage();
    const functions = shippedFunctions(undefined, page);
    expect(page.asked).toEqual([]);
    await functions.get("LOCATION")?.(FOURTEEN_TARGETS);
    expect(page.asked).toEqual([expect.stringMatching(/^chunks\/household\.\w+\.js$/)]);
    await Promise.all(["PLAN", "PLANCHECK", "PLANTRADES"].map((id) => plan(functions, id)));
    expect(page.asked.slice(1)).toEqual([wasm]);
  });

  it("may be missing: then the plan says so, all else answers, and the next plan has it", async () => {
    const files = new Map<string, Uint8Array | undefined>([[wasm, undefined]]);
    const functions = shippedFunctions(undefined, new ScriptPage(files));
    await expect(plan(functions)).rejects.toMatchObject({
      code: "#N/A",
      message: expect.stringMatching(/^The solver /),
    });
    expect(await functions.get("LOCATION")?.(FOURTEEN_TARGETS)).toHaveLength(4);
    expect(functions.get("WEIGHTS")?.([[1], [3]])).toEqual([[0.25], [0.75]]);
    // Cells that can't be read need no solver to be named.
    await expect(functions.get("PLAN")?.([["Fund"]], FOURTEEN_TARGETS)).rejects.toMatchObject({ code: "#VALUE!" });
    files.delete(wasm);
    expect(await plan(functions)).toHaveLength(5);
  });

  it("may be what WebAssembly doesn't take", async () => {
    const functions = shippedFunctions(
      undefined,
      new ScriptPage(new Map([[wasm, new Uint8Array([0, 97, 115, 109, 9])]])),
    );
    await expect(plan(functions)).rejects.toMatchObject({
      code: "#N/A",
      message: expect.stringMatching(/^The solver /),
    });
  });

  it("may be the part of Keel itself", async () => {
    const page = new ScriptPage();
    const functions = shippedFunctions(undefined, page);
    await functions.get("LOCATION")?.(FOURTEEN_TARGETS);
    const files = new Map<string, Uint8Array | undefined>([[page.asked[0] as string, undefined]]);
    const offline = shippedFunctions(undefined, new ScriptPage(files));
    await expect(plan(offline)).rejects.toMatchObject({
      code: "#N/A",
      message: expect.stringMatching(/^A part of Keel /),
    });
    files.clear();
    expect(await plan(offline)).toHaveLength(5);
  });
});
