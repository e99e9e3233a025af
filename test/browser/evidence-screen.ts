import type { Page } from "playwright-core";
import type {} from "../../src/workbench/main";
import { screenshot, type Look } from "./browser";
import { openWorkbench } from "./grid";
import { openFile } from "./open-file";

/** Goes to the Evidence screen. */
export async function goToEvidence(page: Page): Promise<void> {
  const navigation = page.getByRole("navigation", { name: "Screens" });
  const there = page.getByRole("heading", { name: "Evidence", exact: true });
  // A list that was just opened draws the pane anew, and the menu is closed again.
  for (let time = 0; time < 5 && !(await there.isVisible()); time++) {
    await navigation.getByRole("button", { name: /^More/ }).click();
    await navigation
      .getByRole("button", { name: "Evidence", exact: true })
      .click({ timeout: 3000 })
      .catch(() => undefined);
    await there.waitFor({ timeout: 3000 }).catch(() => undefined);
  }
  await there.waitFor();
}

/** Opens the messy list, goes to Evidence, and says what the one fund is that nobody knows. */
export async function openMessy(look: Look = {}): Promise<Page> {
  const page = await openWorkbench(look);
  await openFile(page, { name: "mine.csv", mimeType: "text/csv", buffer: Buffer.from(messy) });
  await goToEvidence(page);
  await page.getByLabel("The Windfall Trust, Series R6").selectOption({ label: "US stocks" });
  return page;
}

/** Has the whole of the pane in the window, however long it is, for a picture of it. */
export async function wholePane(page: Page, name: string): Promise<void> {
  const { width } = page.viewportSize() ?? { width: 1400 };
  const height = await page.evaluate(() => document.querySelector("[data-keel-pane]")?.scrollHeight ?? 900);
  await page.setViewportSize({ width, height: Math.min(6000, height + 300) });
  await page.waitForTimeout(200);
  await screenshot(page, name);
}

/** A list as people have one: a long name, a fund that nobody knows, money without a target, a total. */
const messy = [
  "Fund name,Market value,Target %",
  'Vanguard Institutional 500 Index Trust (company match and everything that came before the merger),"$123,456.78",45',
  'Foreign stocks,"18,000",15',
  'PIMCO Total Return Bond,"$41,000",20',
  '"The Windfall Trust, Series R6",9000,15',
  'Stable value,"$7,400",5',
  "Old company stock,350,",
  'Total,"$199,206.78",100',
].join("\n");
