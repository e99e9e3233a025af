import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import type { CellValue } from "../../src/workbook";
import { accessibilityFindings } from "./axe";
import { complaints, screenshot, type Look } from "./browser";
import { eventually, goTo, openWorkbench, valuesIn } from "./grid";

/** Types rows of cells with the keyboard, as into any spreadsheet: Tab to the right, Enter to the next row. */
async function typeRows(page: Page, address: string, rows: readonly (readonly string[])[]): Promise<void> {
  await goTo(page, address);
  for (const row of rows) {
    for (const [index, cell] of row.entries()) {
      await page.keyboard.type(cell);
      await page.keyboard.press(index === row.length - 1 ? "Enter" : "Tab");
    }
  }
}

/** A list as somebody types it who has never heard of Keel: no table, no targets. */
const bare = [
  ["Investment", "Balance"],
  ["Total Stock Market Index", "61000"],
  ["Total International Stock Index", "9000"],
  ["Total Bond Market Index", "30000"],
] as const;

async function valuesAt(
  page: Page,
  sheet: string,
  row: number,
  column: number,
  height: number,
  width: number,
): Promise<CellValue[][]> {
  return valuesIn(page, { sheet, row, column, height, width });
}

const heading = (page: Page, name: string): Promise<void> =>
  page.getByRole("region", { name }).getByRole("heading", { level: 2, name }).waitFor();

/** Presses Tab until the control with this name has the focus, as someone without a mouse does. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 60; presses++) {
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      const labels = element && "labels" in element ? [...(element.labels as NodeListOf<HTMLElement>)] : [];
      return [element?.getAttribute("aria-label"), ...labels.map((label) => label.textContent), element?.textContent]
        .filter((text) => text)
        .join(" ")
        .trim();
    });
    passed.push(focused);
    if (typeof name === "string" ? focused.startsWith(name) : name.test(focused)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never reached ${String(name)}; it passed: ${passed.join(" | ")}`);
}

async function looksRight(page: Page, name: string): Promise<void> {
  await screenshot(page, name);
  expect(await accessibilityFindings(page, "#pane")).toEqual([]);
  expect(
    await page.evaluate(() => {
      const pane = document.querySelector("#pane");
      return pane
        ? [...pane.querySelectorAll("*")].filter(
            (one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX === "auto",
          ).length
        : -1;
    }),
  ).toBe(0);
}

describe("the three-minute story, from a bare list to a live plan", () => {
  let page: Page;
  beforeAll(async () => {
    page = await openWorkbench();
    await typeRows(page, "G3", bare);
  }, 60_000);

  test("without a mouse, in five steps", async () => {
    await goTo(page, "G4");
    await page.getByRole("navigation").getByRole("button", { name: "Set up" }).focus();
    await page.keyboard.press("Enter");
    await heading(page, "Your funds");
    await page.getByText("Found G3:H6 on sheet 401(k), 3 funds.").waitFor();
    await looksRight(page, "wizard-1-funds");
    await tabTo(page, "Make it a table called Holdings2");
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).checked)).toBe(true);
    await tabTo(page, "Next: your targets");
    await page.keyboard.press("Enter");

    await heading(page, "Your targets");
    // The heading has the focus: one press further begins the step.
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowDown");
    await page.getByRole("radio", { name: /^Three-fund mix/, checked: true }).waitFor();
    await looksRight(page, "wizard-2-targets");
    await tabTo(page, "Target of Total Bond Market Index");
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("25");
    await page.getByText("105% of 100% — 5% too much").waitFor();
    await screenshot(page, "wizard-2-targets-too-much");
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("20");
    await page.getByText("100% of 100%").waitFor();
    await tabTo(page, "Next: your rule");
    await page.keyboard.press("Enter");

    await heading(page, "Your rule");
    await looksRight(page, "wizard-3-rule");
    await tabTo(page, /^5\/25/);
    await page.keyboard.press("ArrowDown");
    await page.getByText("if a fund is more than 5 points from its target").waitFor();
    await page.keyboard.press("ArrowUp");
    await tabTo(page, "More questions");
    await page.keyboard.press("Enter");
    await tabTo(page, /^Only on those dates/);
    await tabTo(page, /^All the way to the target/);
    await tabTo(page, /^Yes, sell and buy/);
    await tabTo(page, "Leave out trades smaller than");
    await page.keyboard.type("100");
    await tabTo(page, "When did you last look?");
    await tabTo(page, "Write the rule in my own words");
    await tabTo(page, "Cash to invest");
    await page.keyboard.type("5,000");
    await looksRight(page, "wizard-3-rule-more");
    await tabTo(page, "Next: preview");
    await page.keyboard.press("Enter");

    await heading(page, "Preview");
    await page.getByRole("list", { name: "Each fund now and after" }).waitFor();
    await looksRight(page, "wizard-4-preview");
    await tabTo(page, "Sheet for the plan");
    await screenshot(page, "wizard-4-preview-below");
    await tabTo(page, "Insert");
    await page.keyboard.press("Enter");

    await heading(page, "Your plan is live");
    await looksRight(page, "wizard-5-done");
  }, 120_000);

  test("the plan lives: it has answers, and follows the list", async () => {
    expect(await valuesAt(page, "401(k)", 2, 8, 4, 1)).toEqual([["Target"], [0.64], [0.16], [0.2]]);
    const drifts = (): Promise<CellValue[][]> => valuesAt(page, "Keel plan", 21, 6, 3, 1);
    const before = await eventually(page, drifts, (rows) => rows.every(([cell]) => typeof cell === "number"));
    expect(before.map(([cell]) => Math.round(Number(cell) * 100))).toEqual([-3, -7, 10]);
    expect(await valuesAt(page, "Keel plan", 3, 0, 1, 3)).toEqual([["Act today?", "", "Yes"]]);
    const trades = await valuesAt(page, "Keel plan", 21, 10, 3, 1);
    expect(trades.reduce((sum, [cell]) => sum + Math.round(Number(cell) * 100), 0)).toBe(500_000);
    await page.getByRole("button", { name: "See how you stand" }).click();
    await page.locator("#pane").getByText("Total Bond Market Index").first().waitFor();
    await screenshot(page, "wizard-6-home");
  }, 60_000);

  test("it is taken back in one step", async () => {
    await page.getByRole("navigation").getByRole("button", { name: "Set up" }).click();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("Your workbook is as it was before.").waitFor();
    expect(await valuesAt(page, "401(k)", 2, 8, 2, 1)).toEqual([[""], [""]]);
    // What was chosen is kept, so that it can be inserted again at once.
    await page.getByRole("button", { name: "Back to the preview" }).click();
    await page.getByRole("button", { name: "Insert", exact: true }).waitFor();
  }, 60_000);

  test("nothing went wrong on the way", () => {
    expect(complaints(page)).toEqual([]);
  });
});

test("a plan that is there is updated after a yes", async () => {
  const page = await openWorkbench();
  const press = (name: string): Promise<void> => page.getByRole("button", { name, exact: true }).click();
  await page.getByRole("navigation").getByRole("button", { name: "Set up" }).click();
  for (const name of ["Next: your targets", "Next: your rule", "Next: preview", "Insert"]) await press(name);
  await heading(page, "Your plan is live");
  // The plan's own cells are selected now: they stand for the list that they are about.
  await press("Set up another list");
  await page.getByText("Found Holdings on sheet 401(k), 6 funds.").waitFor();
  for (const name of ["Next: your targets", "Next: your rule"]) await press(name);
  await page.getByRole("radio", { name: /^20% of the target/ }).check();
  await page.getByLabel("Cash to invest").fill("1,000");
  await press("Next: preview");
  await press("Update the plan");
  await page.getByRole("heading", { name: "Update your plan?" }).waitFor();
  await looksRight(page, "wizard-update-question");
  await press("Update");
  await heading(page, "Your plan is live");
  await screenshot(page, "wizard-updated");
  expect(await valuesAt(page, "Keel plan", 9, 1, 3, 2)).toEqual([
    ["Setting", "Value"],
    ["Look", "annual"],
    ["Band", "20% relative"],
  ]);
  const trades = (): Promise<CellValue[][]> => valuesAt(page, "Keel plan", 21, 10, 6, 1);
  const sum = (rows: CellValue[][]): number =>
    rows.reduce((total, [cell]) => total + Math.round(Number(cell) * 100), 0);
  expect(sum(await eventually(page, trades, (rows) => sum(rows) === 100_000))).toBe(100_000);
  expect(complaints(page)).toEqual([]);
}, 60_000);

/** Colours that a page can be looked at in, one after another. */
type Colours = readonly (readonly [name: string, forcedColors: "active" | "none"])[];

/** Goes through all steps with the sample list, and looks at each in all colours. */
async function walk(page: Page, colours: Colours): Promise<void> {
  const seen = async (step: string): Promise<void> => {
    for (const [name, forcedColors] of colours) {
      await page.emulateMedia({ forcedColors });
      await looksRight(page, `wizard-${name}-${step}`);
    }
  };
  const next = (label: string): Promise<void> => page.getByRole("button", { name: label }).click();
  await page.getByRole("navigation").getByRole("button", { name: "Set up" }).click();
  await heading(page, "Your funds");
  await seen("1");
  await next("Next: your targets");
  await heading(page, "Your targets");
  await seen("2-own");
  await page.getByRole("radio", { name: /^By the years/ }).check();
  await page.getByRole("textbox", { name: "Your age" }).fill("50");
  await page.getByLabel("Target of Vanguard Federal Money Market").scrollIntoViewIfNeeded();
  await seen("2-mix");
  await page.getByRole("radio", { name: "I type my own" }).check();
  await next("Next: your rule");
  await heading(page, "Your rule");
  await seen("3");
  await next("More questions");
  await page.getByRole("button", { name: "Write the rule in my own words" }).scrollIntoViewIfNeeded();
  await seen("3-more");
  await page.getByLabel("Leave out trades smaller than").fill("a bit");
  await seen("3-trouble");
  await page.getByLabel("Leave out trades smaller than").fill("");
  await next("Write the rule in my own words");
  await page.getByRole("textbox", { name: "Your rule" }).waitFor();
  await seen("3-own-words");
  await next("Answer questions instead");
  await next("Next: preview");
  await heading(page, "Preview");
  await seen("4");
  await page.getByRole("button", { name: "Insert", exact: true }).scrollIntoViewIfNeeded();
  await seen("4-below");
  await page.getByRole("button", { name: "Insert", exact: true }).click();
  await heading(page, "Your plan is live");
  await seen("5");
  expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
  expect(complaints(page)).toEqual([]);
}

const light = ["light", "none"] as const;
const forced = ["forced", "active"] as const;

test.each<[string, Look, Colours]>([
  ["light and forced colours", { height: 1100 }, [light, forced]],
  ["a narrow page", { width: 320, height: 1400 }, [["narrow", "none"]]],
])(
  "looks right in %s",
  async (_, look, colours) => {
    await walk(await openWorkbench(look), colours);
  },
  120_000,
);
