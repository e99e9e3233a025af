import type { Page } from "playwright-core";
import { eventually } from "./grid";

/**
 * Waits until the workbook that the browser keeps whole has a cell with this text. That the page says "Kept in this
 * browser." tells less: it says so of the workbook before the last change as well.
 */
export async function untilKeptWhole(page: Page, text: string): Promise<void> {
  const cell = `"v":${JSON.stringify(text)}`;
  const found = await eventually(
    page,
    () => keptWhole(page),
    (workbook) => workbook.includes(cell),
  );
  if (!found.includes(cell)) throw new Error(`The browser has not kept ${JSON.stringify(text)}.`);
}

/** The workbook that is kept whole, as JSON. */
function keptWhole(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((done, failed) => {
        const opening = indexedDB.open("keyval-store");
        opening.onerror = () => failed(new Error("no database"));
        opening.onsuccess = () => {
          const asked = opening.result.transaction("keyval").objectStore("keyval").get("keel-workbench");
          asked.onsuccess = () => {
            opening.result.close();
            done((asked.result as { readonly workbook: string }).workbook);
          };
        };
      }),
  );
}
