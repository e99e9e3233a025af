import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import webpack from "webpack";
import { bundle } from "./bundle";
import { openPage, type Look } from "./browser";

/** Where the pane's page loads Office's script from. */
export const officeScript = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
let script: Promise<string> | undefined;

/** How the pane is looked at in Excel, and which Excel that is: on the web unless said otherwise. */
export interface LookInExcel extends Look {
  readonly excel?: "Win32" | "Mac" | "Web";
  /** Where the pane's page is, in place of the site of dist/. */
  readonly from?: string;
}

/**
 * Opens the pane's own page, taskpane.html, as Excel opens it, and waits until it is connected: in place of Office's
 * script it gets the genuine Excel client library with a workbook in memory behind it (`keelHost`), which doesn't calculate.
 */
export async function openInExcel({ excel = "Web", from, ...look }: LookInExcel = {}): Promise<Page> {
  script ??= bundle(join(__dirname, "excel-host.ts"), {
    plugins: [new webpack.NormalModuleReplacementPlugin(/^\.\/library$/, join(__dirname, "excel-library.ts"))],
  });
  const library = readFileSync(require.resolve("@microsoft/office-js/dist/excel-web-16.00.js"), "utf8");
  const body = `${library}\n${readFileSync(await script, "utf8")}`;
  const page = await openPage(
    `${from === undefined ? "" : `${from}/`}taskpane.html?_host_Info=Excel$${excel}$16.01$en-US$$$$0`,
    {
      width: 340,
      height: 800,
      ...look,
      instead: { [officeScript]: body },
    },
  );
  await page.getByRole("navigation", { name: "Screens" }).waitFor();
  return page;
}
