import type { Page } from "playwright-core";
import type { Block } from "../../src/sheets";
import type {} from "../../src/workbench/main";
import type { CellValue } from "../../src/workbook";
import { openPage, type Look } from "./browser";

/** Opens the workbench, on the sample 401(k) unless another is asked for, and waits until its sheet and the pane are there. */
export async function openWorkbench(look: Look = {}, sample: "401k" | "household" = "401k"): Promise<Page> {
  const page = await openPage(sample === "401k" ? "workbench.html?sample=401k" : "workbench.html", look);
  await page.waitForFunction(() => "keelWorkbench" in globalThis);
  await page.getByRole("region", { name: "Am I fine?" }).getByRole("heading").waitFor();
  return page;
}

/** Goes to a cell by the name box, as a user of a spreadsheet does. */
export async function goTo(page: Page, address: string): Promise<void> {
  const nameBox = page.locator('[data-u-comp="defined-name"] input').first();
  await nameBox.click();
  await nameBox.fill(address);
  await nameBox.press("Enter");
}

/** The values of a block of the workbench's sheets. */
export async function valuesIn(page: Page, block: Block): Promise<CellValue[][]> {
  return page.evaluate(async (each) => {
    const { values } = await globalThis.keelWorkbench.workbook.read(each);
    return values.map((cells) => [...cells]);
  }, block);
}

/** Reads until what is read passes: the grid calculates by itself, a moment after a cell changed. Returns the last reading. */
export async function eventually<Read>(
  page: Page,
  read: () => Promise<Read>,
  passes: (read: Read) => boolean,
): Promise<Read> {
  let last = await read();
  for (let attempt = 0; attempt < 100 && !passes(last); attempt++) {
    await page.waitForTimeout(100);
    last = await read();
  }
  return last;
}
