require("./src/build/typescript.js");
const { readFileSync } = require("node:fs");
const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const CustomFunctionsMetadataPlugin = require("custom-functions-metadata-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const MiniCssExtractPlugin = require("mini-css-extract-plugin");
const Minimizer = require("minimizer-webpack-plugin");
const {
  BuiltFromPlugin,
  developmentServer,
  FunctionsPlugin,
  manifestFor,
  OldestBrowserPlugin,
  ServerNotice,
  SitePlugin,
  SizePlugin,
  sourcesFingerprint,
} = require("./src/build");

/** The files whose `@customfunction` declarations make functions.json; each is one family. */
const functionFiles = [
  "allocation",
  "rebalance",
  "policy",
  "evidence",
  "statistics",
  "dynamic",
  "household",
  "retirement",
  "harvest",
  "discipline",
  "about",
].map((family) => `./src/functions/${family}.ts`);

/**
 * `webpack` builds dist/, `webpack serve` serves it on this machine (`--env excel`: to Excel). With KEEL_ADDRESS in the
 * environment the site is the released add-in for that address, without it the development add-in.
 * functions.js is compiled apart from the pages: where several bundles share a module, webpack can't merge it into any
 * of them, and Excel loads functions.js in every workbook.
 */
module.exports = async ({ WEBPACK_SERVE: serving, excel }, { mode = "production" }) => {
  const builtFrom = new BuiltFromPlugin(sourcesFingerprint(__dirname), "pages");
  const purpose = excel ? "excel" : "workbench";
  const address = serving ? undefined : process.env.KEEL_ADDRESS;
  const manifest = manifestFor(readFileSync("manifest.xml", "utf8"), address);
  if (!serving) {
    console.log(
      address
        ? `Building the released add-in for ${manifest.address}`
        : `Building the development add-in for ${manifest.address} (set KEEL_ADDRESS to build the released one)`,
    );
  }

  const shared = {
    mode,
    target: ["web", "es2022"],
    devtool: mode === "development" ? "source-map" : false,
    output: {
      path: path.resolve(__dirname, "dist"),
      publicPath: "auto",
      filename: "[name].js",
      chunkFilename: "chunks/[name].[contenthash:8].js",
      assetModuleFilename: "assets/[name][ext]",
    },
    resolve: { extensions: [".ts", ".tsx", ".js"] },
    // A part that is loaded on first use takes along what it needs of the rest (`household`, `evidence`, `portfolios`). What two chunks share can't be
    // merged into either, and functions.js would weigh 5 KB more in every workbook.
    experiments: { layers: true },
    module: {
      rules: [
        { test: /[\\/]operations[\\/]household[\\/]index\.ts$/, layer: "household" },
        { test: /[\\/]operations[\\/]evidence[\\/](index|pictures)\.ts$/, layer: "evidence" },
        { test: /[\\/]operations[\\/]portfolios[\\/]index\.ts$/, layer: "portfolios" },
        { test: /[\\/]operations[\\/]retirement[\\/]index\.ts$/, layer: "retirement" },
        { test: /[\\/]highs\.mjs$/, use: path.resolve(__dirname, "src/build/highs-in-a-page.js") },
        { test: /[\\/]decimal\.mjs$/, use: path.resolve(__dirname, "src/build/decimal-in-use.js") },
        { test: /\.ts$/, exclude: /node_modules/, use: swc({ tsx: false }) },
        { test: /\.tsx$/, exclude: /node_modules/, use: swc({ tsx: true }) },
        { test: /\.css$/, use: [MiniCssExtractPlugin.loader, "css-loader"] },
      ],
    },
    optimization: { minimizer: [minimizer({})] },
    stats: serving ? "errors-warnings" : { preset: "errors-warnings", logging: "info" },
    performance: { hints: false },
    infrastructureLogging: serving ? { level: "warn" } : {},
  };

  const functions = {
    ...shared,
    name: "functions",
    entry: { functions: ["./src/compute/own-address.ts", "./src/functions/index.ts"] },
    output: {
      ...shared.output,
      clean: true,
      // The global tells the pane which functions are loaded.
      library: { name: "keelFunctions", type: "var" },
      // Its own name, because the pane's script loads chunks in the same page.
      uniqueName: "keel-functions",
      // Set by own-address.ts. What webpack does by itself stops the script where there is no page.
      publicPath: "",
      globalObject: "globalThis",
    },
    plugins: [
      new CustomFunctionsMetadataPlugin({ output: "functions.json", input: functionFiles }),
      new FunctionsPlugin(manifest),
      builtFrom,
      new OldestBrowserPlugin(),
      new SizePlugin(),
      new CopyPlugin({ patterns: [{ from: require.resolve("highs/runtime"), to: "assets/highs.wasm" }] }),
    ],
    // A `var` for each variable weighs half a kilobyte more, gzipped, than one at the head of a function for all.
    optimization: { minimizer: [minimizer({ hoist_vars: true })], splitChunks: false },
    ...(serving && { devServer: await developmentServer(purpose) }),
  };

  const pages = {
    ...shared,
    name: "pages",
    // The first compilation empties dist/.
    dependencies: ["functions"],
    entry: {
      taskpane: "./src/taskpane/main.tsx",
      commands: "./src/commands/main.ts",
      // The runtime defines the global CustomFunctions that the function files associate with: it must come first.
      workbench: ["./src/workbench/runtime.ts", "./src/functions/index.ts", "./src/workbench/main.tsx"],
    },
    optimization: {
      ...shared.optimization,
      // taskpane.js stays one file; only the workbench is cut into pieces.
      splitChunks: {
        chunks: (chunk) => chunk.name === "workbench",
        cacheGroups: {
          univer: {
            test: /[\\/]node_modules[\\/](@univerjs|rxjs|opentype|@wendellhu)/,
            name: "univer",
            chunks: (chunk) => chunk.name === "workbench",
          },
          // Reading and writing files, for the pane and for the workbench, loaded when there is a file: a name for its budget.
          xlsx: {
            test: /[\\/](src[\\/]xlsx|node_modules[\\/]fflate)[\\/]/,
            name: "xlsx",
            chunks: "async",
            enforce: true,
          },
          defaultVendors: { test: /[\\/]node_modules[\\/]/, name: "vendors", priority: -10 },
          default: false,
        },
      },
    },
    plugins: [
      // Makes the function files of the workbench associate, as it does for functions.js; its second functions.json is dropped.
      new CustomFunctionsMetadataPlugin({ output: "functions.json", input: functionFiles }),
      new MiniCssExtractPlugin(),
      new HtmlPlugin({
        filename: "taskpane.html",
        template: "./src/taskpane/taskpane.html",
        templateParameters: { namespace: manifest.namespace },
        inject: "body", // after the scripts in the page, and like them not deferred
        scriptLoading: "blocking",
        chunks: ["commands", "taskpane"],
        chunksSortMode: "manual",
      }),
      new HtmlPlugin({ filename: "workbench.html", template: "./src/workbench/workbench.html", chunks: ["workbench"] }),
      new CopyPlugin({
        patterns: [
          { from: "assets", to: "assets" },
          { from: "src/taskpane/watchdog.js", info: { minimized: true } },
        ],
      }),
      new SitePlugin(manifest),
      builtFrom,
      new OldestBrowserPlugin(),
      new SizePlugin(),
      ...(serving ? [new ServerNotice(purpose)] : []),
    ],
  };
  return [functions, pages];
};

/** Makes scripts short; licenses.txt has what the licence comments would say. */
function minimizer(compress) {
  return new Minimizer({
    minify: {
      implementation: Minimizer.swcMinify,
      options: { ecma: 2022, compress: { ecma: 2022, passes: 3, ...compress }, format: { comments: false } },
    },
    extractComments: false,
  });
}

function swc({ tsx }) {
  return {
    loader: "swc-loader",
    options: {
      jsc: {
        target: "es2022",
        parser: { syntax: "typescript", tsx },
        transform: { react: { runtime: "automatic" } },
      },
    },
  };
}
