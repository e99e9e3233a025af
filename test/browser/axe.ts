import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";

const source = readFileSync(join(__dirname, "../../node_modules/axe-core/axe.min.js"), "utf8");

/** What axe-core is asked for: the rules of WCAG 2.2 up to AA, and its best practices. */
const options: RunOptions = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  resultTypes: ["violations"],
};

/**
 * What axe-core finds wrong on a page, a line a finding: the rule, what it asks, and the elements. With a selector
 * ("#pane") only that part is looked at: the grid beside the pane is Univer's.
 */
export async function accessibilityFindings(page: Page, within?: string): Promise<readonly string[]> {
  // Evaluated and not added as a script element: the page's content policy takes no inline script.
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(source);
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(${JSON.stringify(within ?? null)} ?? document, ${JSON.stringify(options)})`,
  );
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target.flat().join(" ")).join("; ")})`,
  );
}
