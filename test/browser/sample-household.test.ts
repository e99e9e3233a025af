import { expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { accessibilityFindings } from "./axe";
import { complaints, screenshot } from "./browser";
import { eventually, openWorkbench, valuesIn } from "./grid";

const pane = (page: Page): Promise<string> => page.locator("#pane").innerText();

test("the workbench opens with a sample household whose plan is worked out", async () => {
  const page = await openWorkbench({}, "household");
  await page.locator("#pane").getByRole("heading", { name: "Time to rebalance" }).waitFor();
  await page
    .locator("#pane")
    .getByText(/\d+ trades in \d accounts bring/)
    .waitFor();
  expect(await pane(page)).toContain("$3,500 is to be invested in Roth IRA");
  expect(await pane(page)).toContain("3 accounts");
  const status = await eventually(
    page,
    () => valuesIn(page, { sheet: "Keel plan", row: 10, column: 0, height: 3, width: 9 }),
    (rows) => rows.every((row) => row[8] !== "" && row[8] !== 0),
  );
  expect(status.map((row) => [row[0], row[1], row[8]])).toEqual([
    ["US stocks", 0.55, "Over"],
    ["International stocks", 0.25, "Under"],
    ["Bonds", 0.2, "Under"],
  ]);
  await page.keyboard.press("Control+z");
  expect(await pane(page)).toContain("Time to rebalance");
  expect(complaints(page)).toEqual([]);
}, 60_000);

test("both samples are in the file bar, each with its own story", async () => {
  const page = await openWorkbench({}, "household");
  for (const [name, said] of [
    ["Sample 401(k)", "This is the sample 401(k): one account, without a plan yet."],
    ["Sample household", "This is the sample household: three accounts and their plan."],
  ] as const) {
    await page.getByRole("button", { name: "New…" }).click();
    await page.getByRole("button", { name }).click();
    await page.locator("#notice").getByText(said).waitFor();
  }
  await page.locator("#pane").getByText("3 accounts").waitFor();
  expect(complaints(page)).toEqual([]);
}, 60_000);

test.each([1400, 700, 320])(
  "the sample household looks right at %d pixels",
  async (width) => {
    const page = await openWorkbench({ width }, "household");
    const findings: string[] = [];
    await page
      .locator("#pane")
      .getByText(/\d+ trades in \d accounts bring/)
      .waitFor();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.waitForTimeout(300);
      await screenshot(page, `sample-household-${width}-${colorScheme}`);
      findings.push(...(await accessibilityFindings(page, "#pane")));
      await page.getByRole("button", { name: "New…" }).click();
      findings.push(...(await accessibilityFindings(page, "#bar")));
      await page.keyboard.press("Escape");
    }
    expect(findings).toEqual([]);
  },
  60_000,
);
