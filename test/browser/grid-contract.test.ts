import { join } from "node:path";
import { beforeAll, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import type {} from "../contract/grid-page";
import { workbookCases } from "../contract/workbook-contract";
import { openPage } from "./browser";
import { bundle } from "./bundle";

let page: Page;

/** Bundles the contract with the workbench's grid into one script, and opens a page with it. */
beforeAll(async () => {
  const script = await bundle(join(__dirname, "../contract/grid-page.ts"));
  page = await openPage("functions.json");
  await page.setContent("<!doctype html><html><body style='height: 600px'></body></html>");
  await page.addScriptTag({ path: script });
}, 120_000);

test.each(workbookCases.map(({ name }) => name))(
  "the grid %s",
  async (name) => {
    expect(await page.evaluate((each) => globalThis.keelContract.run(each), name)).toBeUndefined();
  },
  30_000,
);
