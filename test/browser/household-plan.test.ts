import { describe, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import type { Value } from "../../src/sheets";
import { accessibilityFindings } from "./axe";
import { complaints, screenshot } from "./browser";
import { eventually, openWorkbench } from "./grid";

const HEADINGS = [
  ...["Account", "Account type", "Fund", "Asset class", "US stocks", "International stocks", "Bonds"],
  ...["Value", "Cost basis", "Acquired"],
];

type Row = Readonly<Record<string, Value>>;

const atWork = { Account: "Acme 401(k)", "Account type": "401(k)" };
const roth = { Account: "Roth IRA", "Account type": "Roth IRA" };
const taxable = { Account: "Joint brokerage", "Account type": "Taxable" };

/** A 401(k) with a target-date fund, a Roth IRA, and a taxable account with two lots of a fund. */
const MESSY: readonly Row[] = [
  { ...atWork, Fund: "Target Date 2040", "US stocks": 54, "International stocks": 36, Bonds: 10, Value: "$80,000.00" },
  { ...atWork, Fund: "Bond Index", "Asset class": "Bonds", Value: "$20,000.00" },
  { ...roth, Fund: "VTI", "Asset class": "US stocks", Value: 60_000 },
  { ...roth, Fund: "VXUS", "Asset class": "International stocks", Value: 0 },
  {
    ...{ ...taxable, Fund: "ITOT", "Asset class": "US stocks" },
    ...{ Value: 15_000, "Cost basis": 16_400, Acquired: "2024-01-20" },
  },
  {
    ...{ ...taxable, Fund: "ITOT", "Asset class": "US stocks" },
    ...{ Value: 25_000, "Cost basis": 9000, Acquired: "2016-03-14" },
  },
  {
    ...{ ...taxable, Fund: "VXUS", "Asset class": "International stocks" },
    ...{ Value: 3000, "Cost basis": 2900, Acquired: "2020-05-06" },
  },
];

const TARGETS: readonly (readonly Value[])[] = [
  ["Class", "Target"],
  ["US stocks", 0.45],
  ["International stocks", 0.25],
  ["Bonds", 0.3],
];

const CLASSES = [
  ...["US large company stocks", "US small value", "International developed", "Emerging markets", "US total bond"],
  ...["Inflation-protected securities", "International bonds, hedged to the dollar", "Real estate investment trusts"],
  ...["Commodities", "Gold", "Municipal bonds", "Cash"],
];
const SHARES = [20, 8, 12, 6, 15, 8, 5, 6, 4, 4, 7, 5];

const ACCOUNTS = [
  ...["Fidelity NetBenefits Acme Corp 401(k)", "Roth IRA of Alex", "Roth IRA of Sam", "Rollover IRA at Schwab"],
  ...["HSA", "Joint brokerage at Vanguard"],
];

/** Six accounts of twelve classes, all with long names. */
const LARGE: readonly Row[] = ACCOUNTS.flatMap((name, account) =>
  CLASSES.map((assetClass, place): Row => {
    const isHeld = (account * 7 + place * 5) % 4 === 0;
    const value = isHeld ? ((account + 2) * (place + 3) * 1371) % 61_000 : 0;
    return { Account: name, Fund: `${assetClass} fund`, "Asset class": assetClass, Value: value, "Cost basis": value };
  }),
);

/** Puts tables of holdings and targets on sheets of their own, as a paste does, and goes there. */
async function put(page: Page, rows: readonly Row[], targets: readonly (readonly Value[])[]): Promise<void> {
  await page.evaluate(
    async ([holdings, goals]) => {
      const at = (sheet: string, cells: readonly (readonly unknown[])[]) => ({
        ...{ sheet, row: 0, column: 0, height: cells.length, width: cells[0]?.length ?? 0 },
      });
      await globalThis.keelWorkbench.workbook.apply({
        title: "Paste",
        steps: [
          { do: "add sheet", name: "Accounts" },
          { do: "write values", block: at("Accounts", holdings), values: holdings },
          { do: "add table", name: "Household", block: at("Accounts", holdings) },
          { do: "add sheet", name: "Goals" },
          { do: "write values", block: at("Goals", goals), values: goals },
          { do: "add table", name: "Targets", block: at("Goals", goals) },
          { do: "select", block: { ...at("Accounts", holdings), row: 1, height: 1, width: 1 } },
        ],
      });
    },
    [[HEADINGS, ...rows.map((row) => HEADINGS.map((heading) => row[heading] ?? ""))], targets] as const,
  );
}

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.locator("#pane").getByRole("button", { name, exact: true }).click();
const said = (page: Page, text: string | RegExp): Promise<void> =>
  page.locator("#pane").getByText(text).first().waitFor();

describe("from a list of accounts to their trades", () => {
  test("the plan, the checklist and the log, in the workbench", async () => {
    const page = await openWorkbench();
    await put(page, MESSY, TARGETS);
    await press(page, "Plan");
    await said(page, "6 trades to make");
    await said(page, "Back in band. 6 trades, $1,400 of taxable losses.");
    await page.locator("#pane").getByRole("table", { name: "Your classes by account, now and after" }).waitFor();
    await screenshot(page, "household-trades-1400");
    await press(page, "Make them one at a time");
    await said(page, "Exchange $36,555.56 from Target Date 2040 to Bond Index");
    for (let step = 1; step <= 5; step++) await press(page, "Done, next");
    await said(page, "All 5 done");
    await press(page, "Log this rebalance");
    await said(page, "Drift 25.5% before, 0.0% after. $68,665.56 traded.");
    await press(page, "Write it");
    await said(page, "Logged in row 5 of sheet Rebalance log.");
    const logged = await eventually(
      page,
      () => page.evaluate(async () => (await globalThis.keelWorkbench.workbook.tables()).map(({ name }) => name)),
      (names) => names.includes("TradeLog"),
    );
    expect(logged).toEqual(expect.arrayContaining(["RebalanceLog", "TradeLog"]));
    expect(complaints(page)).toEqual([]);
  }, 120_000);

  const looks: readonly (readonly [name: string, colours: Parameters<Page["emulateMedia"]>[0]])[] = [
    ["light", { colorScheme: "light" }],
    ["dark", { colorScheme: "dark" }],
    ["forced", { forcedColors: "active", colorScheme: "light" }],
  ];

  test.each([320, 350])(
    "reads well at %d pixels, in all colours, with six accounts of twelve classes too",
    async (width) => {
      const findings: string[] = [];
      const looked = async (page: Page, step: string): Promise<void> => {
        for (const [name, colours] of looks) {
          await page.emulateMedia({ forcedColors: "none", ...colours });
          // The pane draws itself anew a moment after the setting has changed.
          await page.waitForFunction(
            (ground) => {
              const provider = document.querySelector("#pane .fui-FluentProvider");
              return (
                provider && getComputedStyle(provider).getPropertyValue("--colorNeutralBackground1").trim() === ground
              );
            },
            name === "dark" ? "#292929" : "#ffffff",
          );
          await screenshot(page, `household-trades-${step}-${width}-${name}`);
          const found = await accessibilityFindings(page, "#pane");
          findings.push(...found.map((finding) => `${step} in ${name}: ${finding}`));
        }
        const cut = await page.evaluate(() => {
          const pane = document.querySelector("#pane");
          const edge = (pane?.getBoundingClientRect().right ?? 0) + 1;
          return [...(pane?.querySelectorAll("p, li, h2, h3, td, th, button, input, svg") ?? [])]
            .filter((one) => one.getBoundingClientRect().width > 1 && one.getBoundingClientRect().right > edge)
            .map((one) => one.textContent.slice(0, 40));
        });
        findings.push(...cut.map((text) => `${step}: cut off: ${text}`));
      };
      const page = await openWorkbench({ width });
      await put(page, MESSY, TARGETS);
      await press(page, "Plan");
      await said(page, "6 trades to make");
      await page.locator("#pane").getByText("Your household, by class and account").scrollIntoViewIfNeeded();
      await looked(page, "few");
      const large = await openWorkbench({ width });
      await put(large, LARGE, [["Class", "Target"], ...CLASSES.map((name, place) => [name, SHARES[place] ?? 0])]);
      await press(large, "Plan");
      await said(large, /trades to make/);
      await large.locator("#pane").getByText("Your household, by class and account").scrollIntoViewIfNeeded();
      await looked(large, "many");
      expect(findings).toEqual([]);
    },
    240_000,
  );

  test("says that the planner did not start, and tries again", async () => {
    const page = await openWorkbench();
    await page.route("**/assets/highs.wasm", (route) => route.abort());
    await put(page, MESSY, TARGETS);
    await press(page, "Plan");
    await said(page, "The planner did not start");
    await page.unroute("**/assets/highs.wasm");
    await press(page, "Try again");
    await said(page, "6 trades to make");
  }, 120_000);
});
