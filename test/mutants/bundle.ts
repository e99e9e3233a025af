import path from "node:path";
import webpack, { type Configuration } from "webpack";
import type { Tree } from "./tree";

type Configure = (environment: object, options: { readonly mode: "production" }) => Promise<Configuration>;

/** Builds `dist/functions.js` of a tree, and nothing else of the site: again after each fault, from what it remembers. */
export type Bundle = () => Promise<void>;

/**
 * Prepares the bundle of a tree. With `declared` it also writes `functions.json`, for which the tree must be the working
 * directory; no fault changes what is declared there.
 */
export async function bundleOf({ root }: Tree, { declared }: { declared: boolean }): Promise<Bundle> {
  const { default: configure } = (await import(path.join(root, "webpack.config.js"))) as { default: Configure };
  const shipped = await configure({}, { mode: "production" });
  const isMetadata = (plugin: unknown): boolean =>
    typeof plugin === "object" && plugin !== null && plugin.constructor.name.startsWith("CustomFunctions");
  const configuration: Configuration = {
    ...shipped,
    context: root,
    entry: { functions: (shipped.entry as { readonly functions: string[] }).functions },
    plugins: declared ? (shipped.plugins ?? []).filter(isMetadata) : [],
    // A fault is the same fault in long words, and sooner there.
    optimization: { minimize: false },
    output: { ...shipped.output, clean: false },
    cache: { type: "memory" },
  };
  const compiler = webpack(configuration);
  return () =>
    new Promise((resolve, reject) => {
      compiler.run((problem, stats) => {
        if (problem) reject(problem);
        else if (stats?.hasErrors()) reject(new Error(stats.toString({ all: false, errors: true })));
        else resolve();
      });
    });
}
