import { expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import type {} from "../../src/workbench/main";
import { accessibilityFindings } from "./axe";
import { complaints } from "./browser";
import { openMessy, wholePane } from "./evidence-screen";
import { inEachLook, lookAt, type NamedLook } from "./looks";
import { returnsTable } from "./own-returns";

/** What Evidence shows, one after the other on one page: each comes from the one before. */
const states: readonly (readonly [name: string, come: (page: Page) => Promise<void>])[] = [
  [
    "past",
    (page) =>
      page
        .getByText(/your rule would have made/)
        .first()
        .waitFor(),
  ],
  [
    "rules",
    async (page) => {
      await ask(page, "Which rule suits me?");
      await page.getByRole("img", { name: /rules by how often/ }).waitFor();
    },
  ],
  [
    "future",
    async (page) => {
      await ask(page, "What may come?");
      await page
        .getByRole("heading", { name: /of the drawn futures end, after 20 years/ })
        .waitFor({ timeout: 30_000 });
    },
  ],
  [
    "future-out",
    async (page) => {
      await page.getByLabel("Paid in each month").fill("-1,000");
      await page.getByRole("heading", { name: /run out of money within 20 years/ }).waitFor({ timeout: 30_000 });
      await page.getByText("The picture as a table").click();
    },
  ],
  [
    "crashes",
    async (page) => {
      await ask(page, "How would I have stood a crash?");
      await page.getByRole("img", { name: /How deep 10 falls went/ }).waitFor();
    },
  ],
  [
    "frontier",
    async (page) => {
      await ask(page, "What does the past say of my mix?");
      await page.getByText(/by luck alone/).waitFor();
      await page.getByText("The picture as a table, with weights").click();
    },
  ],
  [
    "moving-none",
    async (page) => {
      await ask(page, "What if my targets moved?");
      await page.getByText(/Returns of your own come first/).waitFor();
    },
  ],
  [
    "moving",
    async (page) => {
      await page.evaluate((table) => globalThis.keelWorkbench.workbook.apply(table), returnsTable);
      await page.getByLabel("Your age at the end of the table").fill("57");
      await page.getByText(/targets moved by age/).waitFor();
    },
  ],
];

const ask = (page: Page, question: string): Promise<void> => page.getByRole("button", { name: question }).click();

const wide = { width: 1400, height: 900 };
const looks: readonly NamedLook[] = [
  ["wide", wide],
  ["320", { width: 320, height: 900 }],
  ["700-dark", { width: 700, height: 900, colorScheme: "dark" }],
  ["320-dark", { width: 320, height: 900, colorScheme: "dark" }],
];
const forced: NamedLook = ["forced-dark-320", { width: 320, height: 900, forcedColors: "active", colorScheme: "dark" }];

test.each([
  ["light and dark, wide and narrow", looks],
  ["forced dark colours", [forced]],
])(
  "each question of Evidence can be read by everyone, in %s",
  async (_, ways) => {
    const [[, opened]] = ways as readonly [NamedLook, ...NamedLook[]];
    const page = await openMessy(opened);
    const findings: string[] = [];
    for (const [state, come] of states) {
      await lookAt(page, opened);
      await come(page);
      const found = await inEachLook(page, ways, async (look) => {
        await wholePane(page, `evidence-${state}-${look}`);
        return [...(await accessibilityFindings(page, "#pane")), ...(await cutOff(page))];
      });
      findings.push(...found.map((finding) => `${state}: ${finding}`));
    }
    expect(findings).toEqual([]);
    expect(complaints(page)).toEqual([]);
  },
  180_000,
);

/** What is wider than the page, and tables that are wider than their place and can't be moved in it. */
function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => [
    ...(document.documentElement.scrollWidth > window.innerWidth ? ["the page scrolls sideways"] : []),
    ...[...document.querySelectorAll("#pane details[open] table")]
      .filter(({ scrollWidth, parentElement: place }) => {
        const scrolls = place !== null && /auto|scroll/.test(getComputedStyle(place).overflowX);
        return !scrolls && scrollWidth > (place?.clientWidth ?? 0);
      })
      .map((table) => `cut off: ${table.getAttribute("aria-label") ?? "a table"}`),
  ]);
}
