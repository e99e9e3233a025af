import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import webpack, { type Configuration } from "webpack";

/** Bundles a TypeScript file of the tests into one script for a page, in a folder of its own, and returns the script's path. */
export async function bundle(entry: string, settings: Configuration = {}): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "keel-page-"));
  await new Promise<void>((built, broken) => {
    webpack(
      {
        mode: "development",
        devtool: false,
        target: ["web", "es2022"],
        entry: { page: entry },
        output: { path: folder, publicPath: "" },
        resolve: { extensions: [".ts", ".tsx", ".js"] },
        // The page is never looked at.
        module: {
          rules: [
            { test: /[\\/]highs\.mjs$/, use: join(__dirname, "../../src/build/highs-in-a-page.js") },
            {
              test: /\.tsx?$/,
              exclude: /node_modules/,
              loader: "swc-loader",
              options: {
                jsc: {
                  target: "es2022",
                  parser: { syntax: "typescript", tsx: true },
                  transform: { react: { runtime: "automatic" } },
                },
              },
            },
            { test: /\.css$/, type: "asset/source" },
          ],
        },
        ...settings,
      },
      (failure, stats) => {
        const problem = failure ?? stats?.toJson({ all: false, errors: true }).errors?.[0];
        if (problem) broken(new Error(problem.message));
        else built();
      },
    );
  });
  return join(folder, "page.js");
}
