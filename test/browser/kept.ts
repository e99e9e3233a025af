import type { Page } from "playwright-core";

/**
 * Waits until the workbook that the browser keeps whole has a cell with this text. That the page says "Kept in this
 * browser." tells less: it says so of the workbook before the last change as well.
 */
export async function untilKeptWhole(page: Page, text: string): Promise<void> {
  await page.waitForFunction(
    (cell) =>
      new Promise<boolean>((done, failed) => {
        const opening = indexedDB.open("keyval-store");
        opening.onerror = () => failed(new Error("no database"));
        opening.onsuccess = () => {
          const asked = opening.result.transaction("keyval").objectStore("keyval").get("keel-workbench");
          asked.onsuccess = () => {
            opening.result.close();
            done((asked.result as { readonly workbook: string }).workbook.includes(cell));
          };
        };
      }),
    `"v":${JSON.stringify(text)}`,
    { polling: 50, timeout: 15_000 },
  );
}
