import { describe, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import type { Value } from "../../src/sheets";
import type { CellValue } from "../../src/workbook";
import { accessibilityFindings } from "./axe";
import { complaints, screenshot } from "./browser";
import { eventually, goTo, openWorkbench, valuesIn } from "./grid";

const blank = (width: number): Value[] => Array.from({ length: width }, () => "");

/** Two accounts as somebody pasted them: a title, figures as texts, totals of each account, cash that is on its way. */
const MESSY: readonly (readonly Value[])[] = [
  ["Our positions as of Nov 27 2026", ...blank(5)],
  blank(6),
  ["Account", "Symbol", "Description", "Asset class", "Current Value", "Lock"],
  ["401(k)", "VTSAX", "TOTAL STOCK MARKET", "US stocks", "$61,000.00", ""],
  ["401(k)", "VBTLX", "TOTAL BOND MARKET", "Bonds", "$20,000.00", ""],
  ["401(k)", "", "Acme company stock", "", "$9,000.00", "hold"],
  ["401(k) total", "", "", "", "$90,000.00", ""],
  ["Roth IRA", "VTIAX", "TOTAL INTL STOCK", "International stocks", "$9,000.00", ""],
  ["Roth IRA", "SPAXX**", "HELD IN MONEY MARKET", "", "$10,250.50", ""],
  ["Roth IRA", "Pending activity", "", "", "-$250.50", ""],
  ["Roth IRA total", "", "", "", "$19,000.00", ""],
];

/** Puts the list on a sheet of its own, as a paste does, and goes there. */
async function paste(page: Page): Promise<void> {
  await page.evaluate(async (rows) => {
    const block = { sheet: "Accounts", row: 0, column: 0, height: rows.length, width: rows[0]?.length ?? 0 };
    await globalThis.keelWorkbench.workbook.apply({
      title: "Paste",
      steps: [
        { do: "add sheet", name: "Accounts" },
        { do: "write values", block, values: rows },
        { do: "select", block: { ...block, row: 3, height: 1, width: 1 } },
      ],
    });
  }, MESSY);
}

/** Goes to a cell of any sheet: the name box knows the cells of the sheet in sight only. */
async function show(page: Page, sheet: string, row: number, column: number): Promise<void> {
  await page.evaluate(
    async (block) => {
      await globalThis.keelWorkbench.workbook.show(block);
    },
    { sheet, row, column, height: 1, width: 1 },
  );
}

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.locator("#pane").getByRole("button", { name, exact: true }).click();
const said = (page: Page, text: string | RegExp): Promise<void> =>
  page.locator("#pane").getByText(text).first().waitFor();
const onPlan = (page: Page, row: number, column: number, height: number, width: number): Promise<CellValue[][]> =>
  valuesIn(page, { sheet: "Keel plan", row, column, height, width });

async function toPreview(page: Page): Promise<void> {
  await said(page, "2 accounts, 6 holdings, $109,000");
  await press(page, "Set targets by class");
  await said(page, "Classes: US stocks, International stocks, Bonds and Cash.");
  await press(page, "Next: your targets");
  for (const [name, percent] of [
    ["US stocks", "50"],
    ["International stocks", "15"],
    ["Bonds", "25"],
    ["Cash", "10"],
  ] as const) {
    await page.locator("#pane").getByLabel(name, { exact: true }).fill(percent);
  }
  await said(page, "100% of 100%");
  await press(page, "Next: your rule");
  await press(page, "Next: preview");
  await said(page, "What Keel writes");
  await said(page, /trades?, \$/);
}

/** The trades' sheet, from its headings on. */
const ofTrades = (page: Page, column: number, width: number, height = 24): Promise<CellValue[][]> =>
  valuesIn(page, { sheet: "Keel trades", row: 4, column, height, width });
const isFilled = ([headings, first]: CellValue[][]): boolean => headings?.[0] === "Account" && first?.[0] !== "";

describe("from a messy list of two accounts to a live sheet by class", () => {
  test("in the workbench, and found again from any sheet", async () => {
    const page = await openWorkbench();
    await paste(page);
    await toPreview(page);
    await press(page, "Insert");
    await said(page, "Your plan is live");
    const classes = await eventually(
      page,
      () => onPlan(page, 10, 0, 4, 9),
      (rows) => rows.every((row) => row[8] !== ""),
    );
    expect(classes.map((row) => [row[0], row[1], row[3]])).toEqual([
      ["US stocks", 0.5, 61_000],
      ["International stocks", 0.15, 9000],
      ["Bonds", 0.25, 20_000],
      ["Cash", 0.1, 10_000],
    ]);
    expect(classes.map((row) => [Number(row[4]).toFixed(3), Number(row[5]).toFixed(3), row[8]])).toEqual([
      ["0.610", "0.110", "Over"],
      ["0.090", "-0.060", "Under"],
      ["0.200", "-0.050", "In band"],
      ["0.100", "0.000", "In band"],
    ]);
    // What is to be traded in which account, what comes of it, and the same beside the list's own rows.
    const plan = (await eventually(page, () => ofTrades(page, 0, 10), isFilled)).filter(([, fund]) => fund !== "");
    expect(plan.map((row) => row.slice(0, 4))).toEqual([
      ["Account", "Fund", "Action", "Amount"],
      ["401(k)", "VTSAX", "Sell", -7000],
      ["401(k)", "VBTLX", "Buy", 7000],
      ["Roth IRA", "SPAXX**", "From cash", -2650.5],
      ["Roth IRA", "VTIAX", "Buy", 2400],
      ["Roth IRA", "Pending activity", "To cash", 250.5],
      // No money moves from the 401(k) to the Roth IRA, so that each class is as far off as its account's others.
      ["", "US stocks", "Over", 4000],
      ["", "International stocks", "Short", 3600],
      ["", "Bonds", "Over", 2000],
      ["", "Cash", "Short", 2400],
    ]);
    const checks = await eventually(
      page,
      () => ofTrades(page, 11, 5),
      ([headings]) => headings?.[0] === "Class",
    );
    expect(checks.slice(0, 7).map((row) => row.slice(0, 3))).toEqual([
      ["Class", "Before", "After"],
      ["US stocks", 0.61, 0.54],
      ["International stocks", 0.09, 0.114],
      ["Bonds", 0.2, 0.27],
      ["Cash", 0.1, 0.076],
      ["Money traded", 16_400, ""],
      ["Trades", 3, ""],
    ]);
    const beside = await eventually(
      page,
      () => ofTrades(page, 17, 3),
      (rows) => rows.some(([, , trade]) => trade === "Trade"),
    );
    expect(beside.filter(([, fund, trade]) => fund !== "" && trade !== 0)).toEqual([
      ["Account", "Symbol", "Trade"],
      ["401(k)", "VTSAX", -7000],
      ["401(k)", "VBTLX", 7000],
      ["Roth IRA", "VTIAX", 2400],
      ["Roth IRA", "SPAXX**", -2650.5],
      ["Roth IRA", "Pending activity", 250.5],
    ]);
    const inOneLine = "3 trades, $16,400.00 traded. 4 classes stay off their goals.";
    for (const place of [
      { sheet: "Keel trades", row: 2 },
      { sheet: "Keel plan", row: 7 },
    ]) {
      const said = await eventually(
        page,
        () => valuesIn(page, { ...place, column: 0, height: 1, width: 1 }),
        ([cells]) => cells?.[0] === inOneLine,
      );
      expect(said).toEqual([[inOneLine]]);
    }
    const facts = await eventually(
      page,
      () => onPlan(page, 3, 1, 4, 1),
      (rows) => rows.every(([cell]) => cell !== ""),
    );
    expect([facts[0]?.[0], Number(facts[1]?.[0]).toFixed(3), facts[3]?.[0]]).toEqual(["Yes", "0.110", 100_000]);

    // What the owner types next month moves all of it.
    await show(page, "Accounts", 3, 4);
    // With its account's total: one that isn't the sum of its rows is an error.
    for (const [cell, figure] of [
      ["E4", "45000"],
      ["E7", "74000"],
    ] as const) {
      await goTo(page, cell);
      await page.keyboard.type(figure);
      await page.keyboard.press("Enter");
    }
    const followed = await eventually(
      page,
      () => onPlan(page, 10, 3, 1, 1),
      ([first]) => first?.[0] === 45_000,
    );
    expect(followed).toEqual([[45_000]]);
    const anew = await eventually(
      page,
      () => ofTrades(page, 3, 1, 2),
      (rows) => rows[1]?.[0] !== -7000,
    );
    expect(anew).toEqual([["Amount"], [-1666.66]]);
    await show(page, "Keel trades", 0, 0);
    await screenshot(page, "household-trades");
    await show(page, "Keel trades", 4, 19);
    await screenshot(page, "household-trades-right");
    await show(page, "Keel plan", 0, 0);
    await screenshot(page, "household-plan");
    // A file keeps the formulas, with what they fill, and works them out anew when it is opened.
    const formulas = (from: Page): Promise<string[]> =>
      from.evaluate(async () =>
        (await globalThis.keelWorkbench.workbook.keelFormulas())
          .filter(({ cell }) => cell.sheet === "Keel trades")
          .map(({ cell: { row, column }, formula }) => `${row},${column} ${formula}`),
      );
    const before = await formulas(page);
    expect(before.map((each) => each.replace(/\(.*/, ""))).toEqual([
      "4,0 =KEEL.PLAN",
      "4,11 =KEEL.PLANCHECK",
      "4,19 =KEEL.PLANTRADES",
    ]);
    const begun = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save as .xlsx", exact: true }).click();
    const chunks: Uint8Array[] = [];
    for await (const chunk of await (await begun).createReadStream()) chunks.push(chunk as Uint8Array);
    const asked = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Open…" }).click();
    await (
      await asked
    ).setFiles({ name: "Ours.xlsx", mimeType: "application/octet-stream", buffer: Buffer.concat(chunks) });
    await page.getByText("Opening Ours.xlsx").first().waitFor();
    await page.getByText("Opening Ours.xlsx").first().waitFor({ state: "hidden" });
    const opened = await eventually(
      page,
      () => ofTrades(page, 0, 10).catch(() => []),
      (rows) => rows[1]?.[3] === -1666.66,
    );
    expect(opened[1]?.slice(0, 4)).toEqual(["401(k)", "VTSAX", "Sell", -1666.66]);
    expect(await formulas(page)).toEqual(before);
    await show(page, "401(k)", 0, 0);
    await press(page, "Home");
    await show(page, "Keel plan", 0, 0);
    await said(page, /of 4 classes/);
    await said(page, /\d trades? in \d accounts? brings? /);
    await press(page, "See the trades");
    await said(page, /trades? to make|No trades/);
    expect(complaints(page)).toEqual([]);
  }, 120_000);

  test("in the workbench, and one Undo takes both sheets back", async () => {
    const page = await openWorkbench();
    await paste(page);
    await toPreview(page);
    await press(page, "Insert");
    await said(page, "Your plan is live");
    await eventually(page, () => ofTrades(page, 0, 10), isFilled);
    await press(page, "Undo");
    await said(page, "Your workbook is as it was before.");
    const left = await page.evaluate(async () => {
      const { workbook } = globalThis.keelWorkbench;
      const isThere = (sheet: string): Promise<boolean> =>
        workbook.read({ sheet, row: 0, column: 0, height: 1, width: 1 }).then(
          () => true,
          () => false,
        );
      return {
        sheets: [await isThere("Keel plan"), await isThere("Keel trades"), await isThere("Accounts")],
        tables: (await workbook.tables()).map(({ name }) => name),
      };
    });
    expect(left).toEqual({ sheets: [false, false, true], tables: ["Holdings"] });
    expect(complaints(page)).toEqual([]);
  }, 120_000);

  const looks: readonly (readonly [name: string, colours: Parameters<Page["emulateMedia"]>[0]])[] = [
    ["light", { colorScheme: "light" }],
    ["dark", { colorScheme: "dark" }],
    ["forced", { forcedColors: "active", colorScheme: "light" }],
  ];

  test.each([1400, 700, 320])(
    "looks right at %d pixels, in all colours",
    async (width) => {
      const page = await openWorkbench({ width });
      const findings: string[] = [];
      const looked = async (step: string): Promise<void> => {
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
          await screenshot(page, `household-${step}-${width}-${name}`);
          const found = await accessibilityFindings(page, "#pane");
          findings.push(...found.map((finding) => `${step} in ${name}: ${finding}`));
        }
        const cut = await page.evaluate(() => {
          const pane = document.querySelector("#pane");
          const edge = (pane?.getBoundingClientRect().right ?? 0) + 1;
          return [...(pane?.querySelectorAll("p, li, h2, h3, button, input, svg") ?? [])]
            .filter((one) => one.getBoundingClientRect().width > 1 && one.getBoundingClientRect().right > edge)
            .map((one) => one.textContent.slice(0, 40));
        });
        findings.push(...cut.map((text) => `${step}: cut off: ${text}`));
      };
      await paste(page);
      await said(page, "2 accounts, 6 holdings, $109,000");
      await looked("1-home");
      await toPreview(page);
      await looked("2-preview");
      await press(page, "Insert");
      await said(page, "Your plan is live");
      await looked("3-live");
      await press(page, "See how you stand");
      await said(page, "Your classes, all accounts together");
      await said(page, /\d trades? in \d accounts? brings? /);
      await looked("4-verdict");
      expect(findings).toEqual([]);
    },
    120_000,
  );
});
