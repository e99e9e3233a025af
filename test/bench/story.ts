import { chromium, type Page } from "playwright-core";
import setUp from "../browser/setup";
import tearDown from "../browser/teardown";
import { brokerFile } from "../lists/broker-files";

/** What the household of the two files should hold, in percent. */
const targets = { "US stocks": 55, "International stocks": 20, Bonds: 20, Cash: 5 } as const;

/**
 * Walks once, as fast as the pages answer, from two brokers' files to the drift of the household that they make, in the
 * built workbench, and prints how long each part took. Needs dist/, and a browser as the browser tests do.
 */
export async function benchStory(): Promise<void> {
  await setUp();
  const browser = await chromium.connect(process.env["KEEL_TEST_BROWSER"] ?? "");
  try {
    const page = await (await browser.newContext({ viewport: { width: 1400, height: 900 } })).newPage();
    const began = performance.now();
    let last = began;
    const passed = (what: string): void => {
      const now = performance.now();
      console.log(`${((now - last) / 1000).toFixed(2).padStart(6)} s  ${what}`);
      last = now;
    };
    await page.goto(`${process.env["KEEL_TEST_SITE"] ?? ""}/workbench.html?sample=401k`);
    await page.getByRole("region", { name: "Am I fine?" }).getByRole("heading").waitFor();
    passed("the workbench is open");
    for (const { what, walk } of parts) {
      await walk(page);
      passed(what);
    }
    console.log(`${((last - began) / 1000).toFixed(2).padStart(6)} s  from nothing to the household's drift`);
  } finally {
    await browser.close();
    await tearDown();
  }
}

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.locator("#pane").getByRole("button", { name, exact: true }).click();
const said = (page: Page, text: string | RegExp): Promise<void> =>
  page.locator("#pane").getByText(text).first().waitFor();

const parts: readonly { readonly what: string; readonly walk: (page: Page) => Promise<void> }[] = [
  {
    what: "two files are found",
    async walk(page) {
      await page.getByRole("navigation", { name: "Screens" }).getByRole("button", { name: "Bring in" }).click();
      await page
        .getByLabel("Files with holdings")
        .setInputFiles([brokerFile("fidelity-positions"), brokerFile("schwab-positions")]);
      await said(page, "3 accounts, 10 holdings, $108,400.00 together.");
    },
  },
  {
    what: "the table Holdings is written",
    async walk(page) {
      await press(page, "Write the table Holdings");
      await said(page, "Your holdings are in");
    },
  },
  {
    what: "targets by class are set",
    async walk(page) {
      await press(page, "Next: your targets");
      await said(page, /Classes: /);
      await press(page, "Next: your targets");
      for (const [name, percent] of Object.entries(targets)) {
        await page.locator("#pane").getByLabel(name, { exact: true }).fill(String(percent));
      }
      await said(page, "100% of 100%");
      await press(page, "Next: your rule");
      await press(page, "Next: preview");
      await said(page, "What Keel writes");
    },
  },
  {
    what: "the plan is live",
    async walk(page) {
      await press(page, "Insert");
      await said(page, "Your plan is live");
    },
  },
  {
    what: "the household's drift is told",
    async walk(page) {
      await press(page, "See how you stand");
      await said(page, "Your classes, all accounts together");
    },
  },
];
