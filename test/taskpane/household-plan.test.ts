import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { isoDay } from "../../src/ranges";
import { daySerial } from "../../src/taskpane/standing/day";
import type { CellValue } from "../../src/workbook";
import { button, closePanes, fill, go, openPane, press, read, spoken, until } from "./drive";
import { PaperWorkbook } from "./paper-workbook";

const TODAY = daySerial(new Date());
const ago = (days: number): string => isoDay(TODAY - days);

/** What was put on the clipboard, newest last. */
let clipboard: string[];

beforeEach(() => {
  clipboard = [];
  Object.defineProperty(navigator, "clipboard", {
    configurable: true,
    value: { writeText: (text: string) => Promise.resolve(clipboard.push(text)) },
  });
});

afterEach(closePanes);

type Row = Readonly<Record<string, CellValue>>;

/** A workbook with a table of holdings, and one of targets if there are any; its policy is a text beside nothing. */
function workbookOf(rows: readonly Row[], targets?: Readonly<Record<string, number>>): PaperWorkbook {
  const workbook = new PaperWorkbook("workbench");
  const headings = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const letter = (index: number): string => String.fromCharCode("A".charCodeAt(0) + index);
  workbook.type("Accounts!A1", [headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? ""))]);
  workbook.table("Household", `Accounts!A1:${letter(headings.length - 1)}${rows.length + 1}`);
  if (targets) {
    const classes = Object.entries(targets);
    workbook.type("Goals!A1", [["Class", "Target"], ...classes.map(([name, target]) => [name, target])]);
    workbook.table("Targets", `Goals!A1:B${classes.length + 1}`);
  }
  workbook.select("Accounts!A2");
  return workbook;
}

const plan401k = { Account: "Acme 401(k)", "Account type": "401(k)" };
const roth = { Account: "Roth IRA", "Account type": "Roth IRA" };
const brokerage = { Account: "Brokerage", "Account type": "Taxable" };

const TARGETS = { "US stocks": 0.45, "International stocks": 0.25, Bonds: 0.3 };

/** A 401(k) with a target-date fund, a Roth IRA and a taxable account with a lot at a loss. */
const messy: readonly Row[] = [
  { ...plan401k, Fund: "Target Date 2040", "US stocks": 0.54, "International stocks": 0.36, Bonds: 0.1, Value: 80_000 },
  { ...plan401k, Fund: "Bond Index", "Asset class": "Bonds", Value: 20_000 },
  { ...plan401k, Fund: "Stock Index", "Asset class": "US stocks", Value: 0 },
  { ...roth, Fund: "VTI", "Asset class": "US stocks", Value: 60_000, Shares: 200, Price: 300 },
  { ...roth, Fund: "VXUS", "Asset class": "International stocks", Value: 0, Price: 64 },
  { ...brokerage, Fund: "ITOT", "Asset class": "US stocks", Value: 15_000, "Cost basis": 16_400, Acquired: ago(500) },
  { ...brokerage, Fund: "ITOT", "Asset class": "US stocks", Value: 25_000, "Cost basis": 9000, Acquired: ago(3000) },
  {
    ...brokerage,
    Fund: "VXUS",
    "Asset class": "International stocks",
    Value: 3000,
    "Cost basis": 2900,
    Acquired: ago(900),
  },
];

async function openPlan(workbook: PaperWorkbook): Promise<void> {
  await openPane(workbook);
  await go("Plan");
  // The solver is loaded by the first plan.
  await until(/to make|No trades|No plan keeps|first/);
}

/** Writes a plan through Set up, with other settings in its Policy table, and opens the pane's Plan screen. */
async function openPlanned(workbook: PaperWorkbook, settings: Readonly<Record<string, CellValue>>): Promise<void> {
  await openPane(workbook);
  await go("Set up");
  for (const step of ["Next: your targets", "Next: your rule", "Next: preview"]) await press(step);
  await press("Insert");
  await closePanes();
  const policy = (await workbook.tables()).find(({ name }) => name === "Policy");
  if (!policy) throw new Error("No plan was written.");
  const { sheet, row, column } = policy.block;
  const letter = (index: number): string => String.fromCharCode("A".charCodeAt(0) + column + index);
  let last = policy.values.length;
  for (const [label, value] of Object.entries(settings)) {
    const known = policy.values.findIndex(([cell]) => cell === label);
    // A setting without a row of its own takes the place of the last that has one.
    const at = known < 0 ? (last -= 1) : known;
    workbook.type(`'${sheet}'!${letter(0)}${row + at + 1}`, [[label, value]]);
  }
  await openPlan(workbook);
}

const stocks = { Fund: "Stock Index", "Asset class": "US stocks" };
const bonds = { Fund: "Bond Index", "Asset class": "Bonds" };
const SIXTY_FORTY = { "US stocks": 0.6, Bonds: 0.4 };

describe("the answer", () => {
  it("comes first: what to do, where it leads, why now and what it costs", async () => {
    await openPlan(workbookOf(messy, TARGETS));
    expect(read()).toMatch(/^.{0,20}6 trades to make/);
    expect(read()).toContain("Back in band. 6 trades, $1,400 of taxable losses.");
    expect(read()).toContain("US stocks, International stocks and Bonds are outside the band.");
    expect(read()).toContain("Money traded$137,331.12");
    expect(read()).toContain("Losses, long-term$1,400Taxno rates in your rule");
    expect(read()).toContain("This is Keel’s usual rule, on your list.");
    expect(button("Set up a plan")).toBeDefined();
    expect(spoken()).toBe(
      "6 trades to make. Back in band. 6 trades, $1,400 of taxable losses. US stocks, International stocks and Bonds are outside the band.",
    );
  });

  it("says $0 taxable gains where nothing taxable is sold", async () => {
    await openPlan(
      workbookOf(
        [
          { ...plan401k, ...stocks, Value: 60_000 },
          { ...plan401k, ...bonds, Value: 0 },
          { ...brokerage, ...stocks, Value: 20_000, "Cost basis": 5000 },
        ],
        SIXTY_FORTY,
      ),
    );
    expect(read()).toContain("2 trades to make");
    expect(read()).toContain("Back in band. 2 trades, $0 taxable gains.");
    expect(read()).toContain("Nothing to trade in Brokerage.");
  });

  it("is that no trades are needed, with the next look", async () => {
    const rows = [
      { ...plan401k, ...stocks, Value: 60_000 },
      { ...plan401k, ...bonds, Value: 40_000 },
      { ...roth, ...stocks, Value: 100 },
    ];
    await openPlanned(workbookOf(rows, SIXTY_FORTY), { Look: "annual", "Last look": isoDay(TODAY) });
    expect(read()).toContain("No trades needed");
    expect(read()).toMatch(/Next look: \w+ \d+, \d{4}\./);
    expect(read()).not.toContain("Keel’s usual rule");
    expect(read()).not.toContain("Copy everything");
    expect(read()).toContain("New contributions");
  });

  it("is that none are possible, and what keeps each class off its goal", async () => {
    const rows = [
      { ...plan401k, ...stocks, Value: 60_000 },
      { ...roth, ...stocks, Value: 40_000 },
    ];
    await openPlan(workbookOf(rows, SIXTY_FORTY));
    expect(read()).toContain("No trades possible");
    expect(read()).toContain("nothing that your accounts and rules allow brings a class nearer");
    expect(read()).not.toContain("look whenever you like");
    expect(read()).toContain("Bonds stays $40,000 short. No account offers a fund for Bonds.");
  });
});

describe("the household in one picture", () => {
  it("is a table of classes by accounts, with the figures in full for whoever hears them", async () => {
    await openPlan(workbookOf(messy, TARGETS));
    const table = document.querySelector("table[aria-label='Your classes by account, now and after']");
    const text = (cell: Element): string => cell.textContent.replace(/\s+/g, " ").trim();
    const [heads, ...rows] = [...(table?.querySelectorAll("tr") ?? [])].map((row) => [...row.children].map(text));
    expect(heads?.slice(0, 2)).toEqual(["Class", "All accounts"]);
    expect(heads).toHaveLength(5);
    expect(rows.map(([name]) => name)).toEqual(["US stocks", "International stocks", "Bonds", "Account in all"]);
    expect(rows[0]?.[1]).toContain("70.5% now, → 45.0% after; target 45%, band 40–50%");
    expect(rows[0]?.[2]).toContain("$43,200.00 now, $23,460.00 after");
    expect(rows[2]?.[3]).toContain("nothing");
    expect(rows[3]?.[2]).toContain("$100,000.00, stays");
  });

  it("has letters for many accounts, and says whose they are", async () => {
    const names = [
      "Acme 401(k) of Alex",
      "Roth IRA of Sam",
      "Roth IRA of Alex",
      "Rollover IRA",
      "HSA",
      "Joint brokerage",
    ];
    const rows = names.map((Account, index) => ({ Account, ...(index % 2 ? bonds : stocks), Value: 10_000 + index }));
    await openPlan(workbookOf(rows, SIXTY_FORTY));
    expect(read()).toContain("A Acme 401(k) of AlexB Roth IRA of Sam");
    expect(read()).toContain("F Joint brokerage");
  });
});

describe("the trades", () => {
  it("stay inside each account, sales first, each with its reason, its shares and what it is for the tax return", async () => {
    await openPlan(workbookOf(messy, TARGETS));
    expect(read()).toContain(
      "Roth IRAVTI Sell $17,110.00US stocks: $51,850 over its goal. 57.0333 shares.100% of the account now, 71.5% after.VXUS Buy $17,110.00",
    );
    expect(read()).toContain("ITOT Sell $15,000.00US stocks: $51,850 over its goal. The lot bought on ");
    expect(read()).toContain("Long-term loss $1,400.");
    expect(read()).toContain("Sold at a loss: don’t buy ITOT in any account before ");
    expect(read()).toContain("no money moves between accounts");
    expect(read()).toContain("No tax rates are given");
    expect(read()).toContain("Losses left over: $1,400 long-term.");
  });

  it("say what a gain is taxed, short and long, and what has no basis", async () => {
    const rows = [
      { ...brokerage, ...stocks, Value: 60_000, "Cost basis": 50_000, Acquired: ago(100) },
      { ...brokerage, ...bonds, Value: 0, "Cost basis": "", Acquired: "" },
      { ...roth, Fund: "Core", "Asset class": "US stocks", Value: 40_000 },
    ];
    await openPlanned(workbookOf(rows, SIXTY_FORTY), {
      Gains: "allowed",
      "Income tax rate": 0.24,
      "Gains tax rate": 0.15,
    });
    expect(read()).toContain("Stock Index Sell $40,000.00");
    expect(read()).toContain("Short-term gain $6,666.67, tax $1,600.");
    expect(read()).toContain("2 trades, $6,666.67 taxable gains, $1,600 tax.");
    expect(read()).toContain("Gains, short-term$6,666.67Tax$1,600");
  });

  it("warn of the fund company’s rule, and of a purchase that washes a loss, by the log of trades", async () => {
    const workbook = workbookOf(messy, TARGETS);
    const day = TODAY - 10;
    workbook.type("Log!A1", [
      ["Date", "Fund", "Amount", "Account", "Value before"],
      [day, "Target Date 2040", 5000, "Acme 401(k)", 75_000],
      [day, "ITOT", 2000, "Roth IRA", 0],
      [TODAY - 20, "VXUS", -3000, "Roth IRA", 3000],
    ]);
    workbook.table("TradeLog", "Log!A1:E4");
    await openPlan(workbook);
    await until(/may be sold again/);
    expect(read()).toMatch(/Target Date 2040 Sell .{0,130}Your fund company’s rule: it may be sold again on/);
    expect(read()).toMatch(/Wash sale: ITOT was bought in Roth IRA on \w+ \d+, \d{4}, so this loss doesn’t count/);
    expect(read()).not.toContain("it may be bought again");
    await fill("Your fund company’s rule", "vanguard");
    expect(read()).toMatch(/VXUS Buy \$17,110\.00.{0,140}Your fund company’s rule: it may be bought again on/);
    expect(read()).not.toContain("it may be sold again");
  });
});

describe("what the plan at work’s page wants", () => {
  it("is exchanges, whole percents of the balance, and where new money goes", async () => {
    await openPlan(workbookOf(messy, TARGETS));
    expect(read()).toContain("From Target Date 2040 → to Bond Index$36,555.56 · 45.69% of Target Date 2040");
    expect(read()).toContain("Acme 401(k)FundPercentTarget Date 204043%Bond Index57%Total100%");
    expect(read()).toContain("Worked out for $1,000.00 of new money.Acme 401(k)FundPercentTarget Date 204069%");
    await fill("Each paycheck puts in", "400");
    expect(read()).toContain("Worked out for $400.00 of new money.");
  });

  it("is not asked for where no account is a plan’s", async () => {
    const rows = [
      { ...roth, ...stocks, Value: 60_000 },
      { ...roth, ...bonds, Value: 0 },
      { ...brokerage, ...stocks, Value: 3000, "Cost basis": 3000 },
    ];
    await openPlan(workbookOf(rows, SIXTY_FORTY));
    expect(read()).toContain("2 trades to make");
    expect(read()).not.toContain("As your plan’s web page wants them");
  });
});

describe("what is done with them", () => {
  it("is copied with all that is known, amounts as plain numbers", async () => {
    await openPlan(workbookOf(messy, TARGETS));
    await press("Copy everything");
    const lines = (clipboard.at(-1) ?? "").split(/\r?\n/);
    expect(lines[0]).toBe("Trades");
    expect(lines).toContainEqual(expect.stringMatching(/^Roth IRA\tVTI\tSell\t17110\t57\.0333\t100\t71\.48\t/));
    expect(lines).toContainEqual(expect.stringMatching(/^US stocks\t70\.54\t45\t45\t43200\t23460\t60000\t42890\t/));
    expect(lines).toContain("Acme 401(k)\tTarget Date 2040\tBond Index\t36555.56\t45.69");
  });

  it("is a checklist: exchanges in the plan, orders elsewhere, one at a time", async () => {
    await openPlan(workbookOf(messy, TARGETS));
    await press("Make them one at a time");
    expect(read()).toContain("1 of 5");
    expect(read()).toContain("Exchange $36,555.56 from Target Date 2040 to Bond Index");
    expect(read()).toContain("Account: Acme 401(k)");
    expect(read()).toContain("Done: typed into my plan’s page");
    await press("Done, next");
    expect(read()).toContain("Sell $17,110.00 of VTI");
    expect(read()).toContain("Or shares57.0333");
    expect(read()).toContain("Done: ordered in this account");
    await press("Show the whole plan");
    expect(button("Go on with the checklist")).toBeDefined();
  });

  it("is logged with its reason and drift, by account, and taken back", async () => {
    const workbook = workbookOf(messy, TARGETS);
    await openPlan(workbook);
    await press("Log this rebalance");
    expect(read()).toContain("Drift 25.5% before, 0.0% after. $68,665.56 traded.");
    await press("Write it");
    const tables = await workbook.tables();
    const log = tables.find(({ name }) => name === "RebalanceLog")?.values[1];
    expect(log?.slice(0, 2)).toEqual([TODAY, "Outside the band: US stocks, International stocks and Bonds"]);
    const trades = tables.find(({ name }) => name === "TradeLog")?.values.slice(1) ?? [];
    expect(trades).toHaveLength(6);
    expect(trades[2]).toEqual([TODAY, "VTI", -17_110, "Roth IRA", 60_000]);
    // The list still shows what was there before: the same trades aren't asked for twice.
    expect(read()).toContain("These values are from before your trades");
    expect(read()).toContain("You logged 6 trades on ");
    expect(read()).not.toContain("6 trades to make");
    await press("Undo");
    expect((await workbook.tables()).map(({ name }) => name)).not.toContain("TradeLog");
    expect(read()).toContain("6 trades to make");
  });

  it("is logged as far as it is ticked", async () => {
    const workbook = workbookOf(messy, TARGETS);
    await openPlan(workbook);
    await press("Make them one at a time");
    await press("Done, next");
    await press("Show the whole plan");
    await press("Log this rebalance");
    expect(read()).toContain("$36,555.56 traded.");
    await press("Write it");
    const trades = (await workbook.tables()).find(({ name }) => name === "TradeLog")?.values.slice(1) ?? [];
    expect(trades.map((row) => row[1])).toEqual(["Target Date 2040", "Bond Index"]);
  });
});

describe("where there is no plan", () => {
  it("leads to Set up for targets", async () => {
    await openPlan(workbookOf(messy.map(({ ...row }) => row)));
    expect(read()).toContain("Targets come first");
    expect(button("Set targets by class")).toBeDefined();
    expect(spoken()).toBe("Targets come first.");
  });

  it("names the account whose rules conflict", async () => {
    const rows = [
      { ...plan401k, ...stocks, Value: 60_000 },
      { ...plan401k, ...bonds, Value: 40_000 },
      { ...roth, ...stocks, Value: 3000, "Cash flow": -5000 },
    ];
    await openPlan(workbookOf(rows, SIXTY_FORTY));
    expect(read()).toContain("No plan keeps all your rules");
    expect(read()).toContain("Roth IRA");
    expect(read()).not.toContain("to make");
  });
});

describe("one account judged by class", () => {
  it("gets the same screen", async () => {
    const rows = [
      { ...plan401k, ...stocks, Value: 50_000 },
      { ...plan401k, Fund: "Small cap", "Asset class": "US stocks", Value: 20_000 },
      { ...plan401k, ...bonds, Value: 30_000 },
    ];
    await openPlan(workbookOf(rows, SIXTY_FORTY));
    expect(read()).toContain("2 trades to make");
    expect(read()).toContain("Your classes");
    expect(read()).not.toContain("between accounts");
    expect(read()).toContain("From Stock Index → to Bond Index$10,000.00");
  });
});
