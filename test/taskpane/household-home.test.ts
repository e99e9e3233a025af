import { afterEach, describe, expect, it } from "@jest/globals";
import type { CellValue } from "../../src/workbook/host";
import { button, closePanes, openPane, press, read, settled, spoken } from "./drive";
import { PaperWorkbook } from "./paper-workbook";

afterEach(closePanes);

type Rows = readonly (readonly CellValue[])[];

const HEADINGS = ["Account", "Fund", "Class", "Value", "Cash flow"];

/** A household's holdings and targets by class, and the rule in its plan's place: Keel's usual one. */
function household(
  holdings: Rows,
  targets: Rows = [
    ["US stocks", 0.6],
    ["Bonds", 0.4],
  ],
  headings: readonly string[] = HEADINGS,
): PaperWorkbook {
  const workbook = new PaperWorkbook();
  workbook.type("Accounts!A1", [headings, ...holdings]);
  workbook.table("Holdings", `Accounts!A1:${String.fromCharCode(64 + headings.length)}${holdings.length + 1}`);
  workbook.type("Goals!A1", [["Class", "Target"], ...targets]);
  workbook.table("Goals", `Goals!A1:B${targets.length + 1}`);
  workbook.select("Accounts!A2");
  return workbook;
}

/** Opens the pane and waits until the trades are worked out. */
async function opened(workbook: PaperWorkbook): Promise<string> {
  await openPane(workbook);
  for (let tries = 0; tries < 100 && read().includes("Working out"); tries++) await settled(() => undefined, 50);
  return read();
}

const outOfBand: Rows = [
  ["401(k)", "S&P 500 index", "US stocks", 70_000, ""],
  ["401(k)", "Bond index", "Bonds", 10_000, ""],
  ["Roth IRA", "VTI", "US stocks", 20_000, ""],
];

describe("a household's verdict", () => {
  it("leads to the trades, and says what they come to once they are worked out", async () => {
    const shown = await opened(household(outOfBand));
    expect(shown).toContain("Time to rebalance2 of 2 classes are outside the band: US stocks and Bonds.");
    expect(shown).toContain("2 trades in 1 account bring every class back.");
    expect(shown).not.toMatch(/later version|taxable gains/);
    expect(button("See the trades")).toBeDefined();
  });

  it("says what keeps classes off their goals where nothing can be traded", async () => {
    const shown = await opened(
      household([
        ["Brokerage", "VTI", "US stocks", 90_000, ""],
        ["Brokerage", "BND", "Bonds", 5000, ""],
        ["Roth IRA", "VXUS", "US stocks", 5000, ""],
      ]),
    );
    expect(shown).toContain("Nothing to trade2 of 2 classes are outside the band: US stocks and Bonds.");
    expect(shown).toContain(
      "Still off their goals: US stocks $35,000 over and Bonds $35,000 short. Your rule allows no taxable gains, which holds back the rest.",
    );
    expect(shown).not.toMatch(/See the trades|Time to rebalance/);
  });

  it("says in one sentence that the classes are fine and that money waits", async () => {
    const shown = await opened(
      household([
        ["401(k)", "S&P 500 index", "US stocks", 60_000, 1000],
        ["401(k)", "Bond index", "Bonds", 20_000, ""],
        ["Roth IRA", "BND", "Bonds", 20_000, ""],
      ]),
    );
    expect(shown).toContain(
      "Only your cash to placeAll 2 classes are inside their bands, and $1,000 is to be invested in 401(k).",
    );
    expect(shown).toContain("2 trades in 1 account bring your cash to where it belongs.");
    expect(shown).not.toMatch(/You are fine|Nothing to trade|Time to rebalance/);
    expect(spoken()).toContain("Only your cash to place.");
    expect(button("See the trades")).toBeDefined();
  });

  it("doesn't call for trades that the cash makes needless", async () => {
    const shown = await opened(
      household([
        ["401(k)", "S&P 500 index", "US stocks", 66_000, ""],
        ["401(k)", "Bond index", "Bonds", 34_000, 10_000],
      ]),
    );
    expect(shown).toContain("Only your cash to place");
    expect(shown).toContain("$10,000 is to be invested in 401(k), which brings that back inside.");
    expect(shown).not.toContain("Time to rebalance");
  });

  it("is fine without cash, and names no trades", async () => {
    const shown = await opened(
      household([
        ["401(k)", "S&P 500 index", "US stocks", 60_000, ""],
        ["Roth IRA", "BND", "Bonds", 40_000, ""],
      ]),
    );
    expect(shown).toContain("You are fineAll 2 classes are inside their bands. Nothing to trade.");
    expect(shown).not.toMatch(/See the trades|trades? in/);
  });

  it("stays where no plan can be made, which is said with its reason", async () => {
    const shown = await opened(
      household([
        ["401(k)", "S&P 500 index", "US stocks", 70_000, -100_000],
        ["401(k)", "Bond index", "Bonds", 10_000, ""],
        ["Roth IRA", "VTI", "US stocks", 20_000, ""],
      ]),
    );
    expect(shown).toContain("Time to rebalance");
    expect(shown).toContain("$100,000 is to be taken out of 401(k)");
    expect(shown).toMatch(/401\(k\).*\$80,000/);
    expect(shown).not.toContain("See the trades");
  });
});

describe("a household's checkup", () => {
  it("finds rebalances that come too often in the log", async () => {
    const workbook = household(outOfBand);
    const today = Math.floor(Date.now() / 86_400_000) + 25_569;
    workbook.type("Log!A1", [["Date"], ...[10, 20, 30, 40, 50].map((days) => [today - days])]);
    workbook.table("RebalanceLog", "Log!A1:A6");
    expect(await opened(workbook)).toContain("You rebalanced 5 times in the last year.");
  });

  it("names small trades by fund and account", async () => {
    const shown = await opened(
      household(
        [
          ["401(k)", "S&P 500 index", "US stocks", 60_050, ""],
          ["401(k)", "Bond index", "Bonds", 33_000, ""],
          ["401(k)", "REIT index", "Real estate", 20, ""],
          ["Roth IRA", "VTI", "US stocks", 6930, ""],
        ],
        [
          ["US stocks", 0.6],
          ["Bonds", 0.4],
          ["Real estate", 0],
        ],
      ),
    );
    expect(shown).toContain("REIT index in 401(k): a trade below a thousandth of your money.");
  });

  it("tells what new money would make sales needless, but not where none could be, or some is on its way", async () => {
    const holdings = (lock: string, flow: number): PaperWorkbook =>
      household(
        [
          ["401(k)", "S&P 500 index", "US stocks", 65_500, flow, ""],
          ["401(k)", "Bond index", "Bonds", 34_500, "", lock],
        ],
        undefined,
        [...HEADINGS, "Lock"],
      );
    const said = "$9,166.67 of new money in Bonds would bring every class to its target without a sale.";
    expect(await opened(holdings("", 0))).toContain(said);
    for (const other of [holdings("no buy", 0), holdings("", 100)]) {
      await closePanes();
      expect(await opened(other)).not.toContain("of new money");
    }
  });
});

describe("values from before a household's trades", () => {
  const headings = ["Account", "Fund", "Class", "Value", "Shares", "Cost basis", "Acquired", "Cash flow"];
  const holdings: Rows = [
    ["Roth IRA", "VTI", "US stocks", 70_000, 700, "", "", 500],
    ["Roth IRA", "BND", "Bonds", 10_000, 100, "", "", ""],
    ["Brokerage", "VTI", "US stocks", 20_000, 200, 12_000, 44_000, ""],
  ];
  const logged = (trades: Rows): PaperWorkbook => {
    const workbook = household(holdings, undefined, headings);
    workbook.type("Log!A1", [["Date", "Fund", "Account", "Amount", "Value before"], ...trades]);
    workbook.table("TradeLog", `Log!A1:E${trades.length + 1}`);
    return workbook;
  };
  const rebalanced: Rows = [
    [46_000, "VTI", "Roth IRA", -30_000, 70_000],
    [46_000, "BND", "Roth IRA", 30_500, 10_000],
  ];

  it("take the verdict's place, and give way to the values after trading, shares and cash flow with them", async () => {
    const workbook = logged(rebalanced);
    const shown = await opened(workbook);
    expect(shown).toContain("These values are from before your trades");
    expect(shown).toContain(
      "You logged 2 trades on December 9, 2025, and in 2 rows Holdings still holds the values from before.",
    );
    expect(shown).toContain("VTI (Roth IRA) $70,000.00 → before, after $40,000.00");
    expect(shown).toContain("The cash flow of Roth IRA is placed, and is taken out.");
    expect(shown).not.toMatch(/Time to rebalance|See the trades|Still off/);
    expect(spoken()).toContain("These values are from before your trades.");
    await press("Put in the values after trading");
    expect(["D2", "E2", "D3", "E3", "H2", "D4"].map((at) => workbook.valueAt(`Accounts!${at}`))).toEqual([
      ...[40_000, 400, 40_500, 405, "", 20_000],
    ]);
    expect(read()).toContain("The values after trading are in.");
    expect(read()).toContain("You are fine");
    await press("Undo");
    expect(workbook.valueAt("Accounts!D2")).toBe(70_000);
    expect(read()).toContain("These values are from before your trades");
  });

  it("that formulas work out are left alone; where shares are typed, those change", async () => {
    const workbook = logged(rebalanced);
    workbook.enter("Accounts!D2", "=E2*100", 70_000);
    workbook.enter("Accounts!D3", "=1e4", 10_000);
    workbook.enter("Accounts!E3", "=D3/100", 100);
    const shown = await opened(workbook);
    expect(shown).toContain("Formulas work out the values of BND (Roth IRA), so Keel leaves them alone.");
    await press("Put in the values after trading");
    expect([workbook.formulaAt("Accounts!D2"), workbook.valueAt("Accounts!E2")]).toEqual(["=E2*100", 400]);
    expect([workbook.formulaAt("Accounts!D3"), workbook.formulaAt("Accounts!E3")]).toEqual(["=1e4", "=D3/100"]);
  });

  it("that the log doesn't tell are said, with a way to bring new files in", async () => {
    const shown = await opened(logged([[46_000, "VTI", "Brokerage", 5000, 20_000]]));
    expect(shown).toContain("You logged 1 trade on December 9, 2025, and Holdings doesn’t show it yet.");
    expect(shown).toContain(
      "VTI in Brokerage: the $5,000.00 that you bought is a lot of its own, with a cost and a day.",
    );
    expect(() => button("Put in the values after trading")).toThrow();
    await press("Bring in new files");
    expect(read()).toContain("Choose files");
  });
});
