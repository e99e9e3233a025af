import { writeFileSync } from "node:fs";
import path from "node:path";
import webpack, { type Configuration } from "webpack";
import { builtFromFile, sourcesFingerprint } from "../../src/build/built-from";
import type { Tree } from "./tree";

type Configure = (environment: object, options: { readonly mode: "production" }) => Promise<readonly Configuration[]>;

/** Builds what a workbook loads of a tree and nothing else of the site, from what it remembers. */
export type Bundle = () => Promise<void>;

/** The plugins that judge a release or describe it. Faults are tried without them; whatever else makes a file of dist/ stays. */
const OF_A_RELEASE: ReadonlySet<string> = new Set([
  "FunctionsPlugin",
  "BuiltFromPlugin",
  "OldestBrowserPlugin",
  "SizePlugin",
]);

/**
 * Prepares the bundle of a tree, and builds it once. One tree at a time: the generator of functions.json looks for its
 * sources in the working directory, and remembers in one place what it found in them.
 */
export async function bundleOf({ root }: Tree): Promise<Bundle> {
  process.chdir(root);
  const { default: configure } = (await import(path.join(root, "webpack.config.js"))) as { default: Configure };
  const shipped = (await configure({}, { mode: "production" })).find(({ name }) => name === "functions");
  if (!shipped) throw new Error("webpack.config.js has no configuration for functions.js.");
  const isOfARelease = (plugin: unknown): boolean =>
    typeof plugin === "object" && plugin !== null && OF_A_RELEASE.has(plugin.constructor.name);
  const configuration: Configuration = {
    ...shipped,
    context: root,
    plugins: (shipped.plugins ?? []).filter((plugin) => !isOfARelease(plugin)),
    // A fault is the same fault in long words, and sooner there.
    optimization: { ...shipped.optimization, minimize: false },
    cache: { type: "memory" },
  };
  const compiler = webpack(configuration);
  const build: Bundle = () =>
    new Promise((resolve, reject) => {
      const fingerprint = sourcesFingerprint(root);
      compiler.run((problem, stats) => {
        if (problem) reject(problem);
        else if (stats?.hasErrors()) reject(new Error(stats.toString({ all: false, errors: true })));
        else {
          // The tests refuse a bundle of other sources, and these are other ones with each fault.
          writeFileSync(path.join(root, "dist", builtFromFile), fingerprint);
          resolve();
        }
      });
    });
  await build();
  return build;
}
