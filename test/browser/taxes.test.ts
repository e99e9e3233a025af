import { expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { TAXES_HOUSEHOLD, TAXES_LOG } from "../taskpane/taxes-household";
import { accessibilityFindings } from "./axe";
import { complaints, screenshot, type Look } from "./browser";
import { eventually, openWorkbench, valuesIn } from "./grid";
import { inEachLook, lookAt, type NamedLook } from "./looks";

/** Puts the household on a sheet of its own, as a table, and goes there. */
async function putHousehold(page: Page): Promise<void> {
  await page.evaluate(
    async ({ rows, log }) => {
      const at = { sheet: "Accounts", row: 0, column: 0, height: rows.length, width: rows[0].length };
      const logged = { sheet: "Log", row: 0, column: 0, height: log.length, width: log[0].length };
      await globalThis.keelWorkbench.workbook.apply({
        title: "Paste",
        steps: [
          { do: "add sheet", name: "Accounts" },
          { do: "write values", block: at, values: rows },
          { do: "add table", name: "Household", block: at },
          { do: "add sheet", name: "Log" },
          { do: "write values", block: logged, values: log },
          { do: "add table", name: "TradeLog", block: logged },
          { do: "select", block: { ...at, row: 1, height: 1, width: 1 } },
        ],
      });
    },
    { rows: TAXES_HOUSEHOLD, log: TAXES_LOG },
  );
}

const pane = (page: Page) => page.locator("#pane");
const press = (page: Page, name: string | RegExp): Promise<void> => pane(page).getByRole("button", { name }).click();
const type = (page: Page, label: string, text: string): Promise<void> =>
  pane(page).getByLabel(label, { exact: true }).fill(text);
const pick = async (page: Page, label: string, value: string): Promise<void> => {
  await pane(page).getByLabel(label, { exact: true }).selectOption(value);
};

async function person(page: Page): Promise<void> {
  await pick(page, "How you file your taxes", "single");
  await type(page, "Your other income that year", "60,000");
  await type(page, "Your age", "40");
  await type(page, "Tax year", "2026");
}

/** The questions: how each is asked, what it says then, and where its formula shows which figure, if it is put there. */
const QUESTIONS: readonly {
  readonly name: string;
  readonly question: RegExp;
  readonly ask: (page: Page) => Promise<void>;
  readonly says: RegExp;
  /** The card with the answer, where there are several. */
  readonly within?: string;
  readonly sheet: string;
  readonly shows: readonly [row: number, column: number, figure: number | string];
}[] = [
  {
    name: "convert",
    question: /^Should I convert some to Roth/,
    ask: async (page) => {
      await person(page);
      await type(page, "How much to convert", "20,000");
    },
    // 6,500 at 12 % and 13,500 at 22 %.
    says: /Converting \$20,000.00 adds \$3,750.00/,
    sheet: "Keel conversion",
    shows: [10, 1, 3750],
  },
  {
    name: "withdraw",
    question: /^I need money now/,
    ask: async (page) => {
      await person(page);
      await type(page, "How much to take out", "20,000");
      await pick(page, "What it is for", "birth or adoption");
    },
    says: /you keep \$14,750.00/,
    sheet: "Keel withdrawal",
    shows: [14, 1, 3750],
  },
  {
    name: "leave",
    question: /^I’m leaving my job/,
    ask: person,
    says: /Cashing out costs \$25,314.00/,
    sheet: "Keel job change",
    shows: [14, 6, 54_686],
  },
  {
    name: "match",
    question: /^Am I getting the whole match/,
    ask: async (page) => {
      await type(page, "Your yearly pay", "100,000");
      await type(page, "You pay in", "3");
      await type(page, "What your employer adds", "100% of 3%, 50% of 2%");
    },
    says: /You leave \$1,000.00 a year behind/,
    sheet: "Keel match",
    shows: [8, 0, 3000],
  },
  {
    name: "losses",
    question: /^What losses can I take/,
    ask: async () => undefined,
    says: /2 lots are at a loss/,
    sheet: "Keel losses",
    shows: [4, 6, 3000],
  },
  {
    name: "projection",
    question: /^Am I getting the whole match/,
    ask: async (page) => {
      await type(page, "Your yearly pay", "100,000");
      await type(page, "You pay in", "6");
      await type(page, "What your employer adds", "50% up to 6%");
      await type(page, "Your age", "62");
      await type(page, "Tax year", "2026");
      await type(page, "It grows a year", "5");
    },
    // 80,000 × 1.05 + 9,000 × 1.025 in the first year.
    says: /By the end of 2045 it comes to/,
    within: "What it may come to",
    sheet: "Keel projection",
    shows: [13, 6, 93_225],
  },
  {
    name: "sell",
    question: /^I need money now/,
    ask: async (page) => {
      await pick(page, "From which account", "lots Brokerage");
      await type(page, "How much to take out", "1,200");
    },
    // 10 of 100 shares at 120 that cost 150.
    says: /Selling \$1,200.00 of ITOT makes a loss of \$300.00/,
    sheet: "Keel lots to sell",
    shows: [12, 3, -300],
  },
  {
    name: "required",
    question: /^I need money now/,
    ask: async (page) => {
      await pick(page, "From which account", "account Acme 401(k)");
      await type(page, "Your age", "75");
      await type(page, "Tax year", "2026");
      await type(page, "The year you were born", "1951");
    },
    // 80,000 ÷ 24.6.
    says: /In 2026 you must take out \$3,252.03/,
    within: "What you must take out",
    sheet: "Keel distribution",
    shows: [7, 0, 3252.03],
  },
  {
    name: "calendar",
    question: /^What may I do when/,
    ask: async () => undefined,
    says: /Target 2040 may be sold again/,
    sheet: "Keel dates",
    shows: [4, 1, "Sell without a roundtrip"],
  },
];

async function answer(page: Page, { question, ask, says }: (typeof QUESTIONS)[number]): Promise<void> {
  await press(page, question);
  await ask(page);
  const said = pane(page).getByText(says).first();
  await said.waitFor();
  await said.scrollIntoViewIfNeeded();
}

async function openTaxes(look: Look): Promise<Page> {
  const page = await openWorkbench(look);
  await putHousehold(page);
  const navigation = page.getByRole("navigation", { name: "Screens" });
  await navigation.getByRole("button", { name: /^More/ }).click();
  await navigation.getByRole("button", { name: "Taxes", exact: true }).click();
  await pane(page).getByText("What do you want to know?").waitFor();
  return page;
}

test("each question is answered, and its formula says the same in the grid", async () => {
  const page = await openTaxes({});
  for (const each of QUESTIONS) {
    await answer(page, each);
    const card = pane(page).getByRole("region", { name: each.within ?? "Answer", exact: true });
    await card.getByRole("button", { name: "Put this answer in my workbook" }).click();
    await card.getByText("as a formula that stays live").waitFor();
    const [row, column, figure] = each.shows;
    const block = { sheet: each.sheet, row, column, height: 1, width: 1 };
    const shown = await eventually(
      page,
      () => valuesIn(page, block),
      (values) => values[0]?.[0] === figure,
    );
    expect([each.name, shown]).toEqual([each.name, [[figure]]]);
    await screenshot(page, `taxes-${each.name}-in-the-grid`);
    await press(page, "All questions");
  }
  expect(complaints(page)).toEqual([]);
}, 180_000);

const LOOKS: readonly NamedLook[] = [
  ["1400-light", { width: 1400, height: 2200 }],
  ["700-dark", { width: 700, height: 2600, colorScheme: "dark" }],
  ["320-dark", { width: 320, height: 2600, colorScheme: "dark" }],
  ["320-forced", { width: 320, height: 2600, forcedColors: "active" }],
  ["320-large-text", { width: 320, height: 4000, textSize: "200%" }],
];

test("each question and its answer can be read by everyone, in all looks", async () => {
  const narrow = { width: 320, height: 2600 };
  const page = await openTaxes(narrow);
  const findings: string[] = [];
  const looked = async (what: string): Promise<void> => {
    const found = await inEachLook(page, LOOKS, async (look) => {
      await screenshot(page, `taxes-${what}-${look}`);
      return [...(await accessibilityFindings(page, "#pane")), ...(await cutOff(page))];
    });
    findings.push(...found.map((finding) => `${what}: ${finding}`));
    await lookAt(page, narrow);
  };
  await looked("questions");
  for (const each of QUESTIONS) {
    await answer(page, each);
    await looked(each.name);
    await press(page, "All questions");
  }
  expect(findings).toEqual([]);
  expect(complaints(page)).toEqual([]);
}, 180_000);

/** What reaches beyond the pane's side. */
async function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const place = document.querySelector("#pane");
    const edge = (place?.getBoundingClientRect().right ?? 0) + 1;
    return [...(place?.querySelectorAll("p, li, h2, h3, dt, dd, button, input, select, svg") ?? [])]
      .filter((one) => one.getBoundingClientRect().width > 1 && one.getBoundingClientRect().right > edge)
      .map((one) => `cut off: ${one.textContent.slice(0, 40)}`);
  });
}
