import { expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { accessibilityFindings } from "./axe";
import { complaints, screenshot } from "./browser";
import { eventually, openWorkbench, valuesIn } from "./grid";

/** What a family downloads: a plan's page with a target-date fund, a Roth IRA's positions, and lots of a taxable account. */
const FILES = Object.entries({
  "401k balances.csv": [
    "Plan: Acme 401(k) Plan",
    "As of 11/28/2026",
    "",
    "Fund,Units,Price,Balance",
    'Vanguard Target Retirement 2045 Trust,1200,105.00,"$126,000.00"',
    'Vanguard Institutional 500 Index Trust,150,280.00,"$42,000.00"',
    "Vanguard Total Bond Market Index,0,10.00,$0.00",
    'Total,,,"$168,000.00"',
  ],
  "Portfolio_Positions_Nov-28-2026.csv": [
    "Account Number,Account Name,Symbol,Description,Quantity,Last Price,Current Value,Cost Basis Total,Type",
    'X12345678,ROTH IRA,FXAIX,FIDELITY 500 INDEX FUND,200,$200.00,"$40,000.00","$21,000.00",Cash,',
    'X12345678,ROTH IRA,FTIHX,FIDELITY TOTAL INTERNATIONAL INDEX FUND,500,$14.00,"$7,000.00","$6,500.00",Cash,',
    'X12345678,ROTH IRA,SPAXX**,HELD IN MONEY MARKET,,,"$3,250.50",,Cash,',
    "",
    '"Date downloaded Nov-28-2026 2:15 p.m ET"',
  ],
  "brokerage lots.csv": [
    "Account,Account type,Symbol,Description,Asset class,Shares,Price,Value,Cost basis,Acquired",
    "Joint brokerage,Taxable,VTI,Vanguard Total Stock Market ETF,US stocks,100,300,30000,11000,2016-03-14",
    "Joint brokerage,Taxable,VTI,Vanguard Total Stock Market ETF,US stocks,40,300,12000,13000,2026-02-02",
    "Joint brokerage,Taxable,VXUS,Vanguard Total International Stock ETF,International stocks,200,65,13000,14500,2021-06-09",
  ],
}).map(([name, lines]) => ({ name, mimeType: "text/csv", buffer: Buffer.from(lines.join("\r\n")) }));

const TARGETS = { "US stocks": 50, "International stocks": 25, Bonds: 25, Cash: 0 } as const;

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.locator("#pane").getByRole("button", { name, exact: true }).click();
const said = (page: Page, text: string | RegExp): Promise<void> =>
  page.locator("#pane").getByText(text).first().waitFor();

test("a family's files become their trades, their log and a copy for their adviser", async () => {
  const page = await openWorkbench({}, "household");
  await page.getByRole("button", { name: "New…" }).click();
  await page.getByRole("button", { name: "Blank workbook" }).click();
  await press(page, "Bring in your files");
  await page.getByLabel("Files with holdings").setInputFiles(FILES);
  await said(page, "3 accounts, 7 holdings, $273,250.50 together.");
  await press(page, "Write the table Holdings");
  await said(page, "Your holdings are in");
  const holdings = await eventually(
    page,
    () => valuesIn(page, { sheet: "My accounts", row: 1, column: 0, height: 9, width: 14 }),
    (rows) => typeof rows[0]?.[11] === "number",
  );
  // The target-date fund by its mix, and each lot in a row of its own.
  expect(holdings.map((row) => [row[0], row[3] || row[2], row[7], row[8], row[10]])).toEqual([
    ["Acme 401(k) Plan", "Vanguard Target Retirement 2045 Trust", 126_000, "", ""],
    ["Acme 401(k) Plan", "Vanguard Institutional 500 Index Trust", 42_000, "", ""],
    ["Acme 401(k) Plan", "Vanguard Total Bond Market Index", 0, "", ""],
    ["ROTH IRA …5678", "FXAIX", 40_000, 21_000, ""],
    ["ROTH IRA …5678", "FTIHX", 7000, 6500, ""],
    ["ROTH IRA …5678", "SPAXX", 3250.5, "", ""],
    ["Joint brokerage", "VTI", 30_000, 11_000, 42_443],
    ["Joint brokerage", "VTI", 12_000, 13_000, 46_055],
    ["Joint brokerage", "VXUS", 13_000, 14_500, 44_356],
  ]);
  await press(page, "Next: your targets");
  await said(page, /Classes: /);
  await press(page, "Next: your targets");
  for (const [name, percent] of Object.entries(TARGETS)) {
    await page.locator("#pane").getByLabel(name, { exact: true }).fill(String(percent));
  }
  await said(page, "100% of 100%");
  await press(page, "Next: your rule");
  await press(page, "Next: preview");
  await said(page, /trades?, \$/);
  await look(page, "preview");
  await press(page, "Insert");
  await said(page, "Your plan is live");
  await press(page, "See how you stand");
  await said(page, /\d+ trades in \d accounts bring every class back/);
  await look(page, "home");
  await press(page, "See the trades");
  await said(page, /Back in band\. \d+ trades/);
  await look(page, "trades");
  // In each account the trades pay for themselves.
  const trades = await eventually(
    page,
    () => valuesIn(page, { sheet: "Keel trades", row: 5, column: 0, height: 24, width: 4 }),
    (rows) => typeof rows[0]?.[3] === "number",
  );
  const byAccount = new Map<string, number>();
  for (const [account, , , amount] of trades) {
    if (typeof account !== "string" || account === "" || typeof amount !== "number") continue;
    byAccount.set(account, (byAccount.get(account) ?? 0) + Math.round(amount * 100));
  }
  expect(byAccount.size).toBeGreaterThan(1);
  expect([...byAccount.values()]).toEqual([...byAccount.values()].map(() => 0));
  await press(page, "Make them one at a time");
  while (
    !(await page
      .locator("#pane")
      .getByText(/All \d+ done/)
      .isVisible())
  )
    await press(page, "Done, next");
  await press(page, "Log this rebalance");
  await press(page, "Write it");
  await said(page, /Logged in row 5 of sheet Rebalance log/);
  // A copy of values from before those trades would tell an adviser the wrong thing.
  await press(page, "Share");
  await press(page, "Put in the values after trading");
  await said(page, "4 classes: what is in each now");
  await said(page, "That there is nothing to trade now");
  await look(page, "share");
  const download = page.waitForEvent("download");
  await press(page, "Make the adviser copy");
  expect((await download).suggestedFilename()).toMatch(/^Keel adviser copy .*\.xlsx$/);
  expect(complaints(page)).toEqual([]);
}, 180_000);

/** Leaves pictures of the pane at three widths, and refuses what can't be read there. */
async function look(page: Page, what: string): Promise<void> {
  for (const width of [1400, 700, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await screenshot(page, `family-${what}-${width}`);
  }
  await page.setViewportSize({ width: 1400, height: 900 });
  expect(await accessibilityFindings(page, "#pane")).toEqual([]);
}
