import type { Page } from "playwright-core";

/** Has a file opened; the workbook before it may be lost. */
export async function openFile(page: Page, file: Parameters<Page["setInputFiles"]>[1]): Promise<void> {
  await page.setInputFiles("#file", file);
  const goOn = page.getByRole("button", { name: "Go on without saving" });
  if (await goOn.isVisible()) await goOn.click();
  // Charts and pictures that won't be there are asked about once the file is read, if it has any.
  const without = page.getByRole("button", { name: "Open it without them" });
  void without.click({ timeout: 120_000 }).catch(() => undefined);
}
