import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import webpack from "webpack";
import type {} from "../contract/grid-page";
import { workbookCases } from "../contract/workbook-contract";
import { openPage } from "./browser";

let page: Page;
const folder = mkdtempSync(join(tmpdir(), "keel-grid-contract-"));

/** Bundles the contract with the workbench's grid into one script, and opens a page with it. */
beforeAll(async () => {
  await new Promise<void>((built, broken) => {
    webpack(
      {
        mode: "development",
        devtool: false,
        target: ["web", "es2022"],
        entry: { page: join(__dirname, "../contract/grid-page.ts") },
        output: { path: folder, publicPath: "" },
        resolve: { extensions: [".ts", ".tsx", ".js"] },
        // The page is never looked at.
        module: {
          rules: [
            {
              test: /\.tsx?$/,
              exclude: /node_modules/,
              loader: "swc-loader",
              options: { jsc: { target: "es2022", parser: { syntax: "typescript", tsx: true } } },
            },
            { test: /\.css$/, type: "asset/source" },
          ],
        },
      },
      (failure, stats) => {
        const problem = failure ?? stats?.toJson({ all: false, errors: true }).errors?.[0];
        if (problem) broken(new Error(problem.message));
        else built();
      },
    );
  });
  page = await openPage("functions.json");
  await page.setContent("<!doctype html><html><body style='height: 600px'></body></html>");
  await page.addScriptTag({ path: join(folder, "page.js") });
}, 120_000);

test.each(workbookCases.map(({ name }) => name))(
  "the grid %s",
  async (name) => {
    expect(await page.evaluate((each) => globalThis.keelContract.run(each), name)).toBeUndefined();
  },
  30_000,
);
