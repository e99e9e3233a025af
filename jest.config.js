const { availableParallelism } = require("node:os");

const swc = (tsx, dynamicImport) => [
  "@swc/jest",
  {
    jsc: {
      target: "es2022",
      parser: { syntax: "typescript", tsx },
      transform: { react: { runtime: "automatic" } },
    },
    module: { type: "commonjs", ignoreDynamic: dynamicImport === "kept" },
  },
];

/** A jest project. Packages that come as ES modules only are transformed with the sources. */
const project = (displayName, testEnvironment, { dynamicImport, ...settings }) => ({
  displayName,
  testEnvironment,
  transform: { "\\.tsx$": swc(true, dynamicImport), "\\.(ts|m?js)$": swc(false, dynamicImport) },
  transformIgnorePatterns: ["/node_modules/(?!(d3-[a-z-]+|internmap|lodash-es|nanoid|kdbush|rbush|quickselect)/)"],
  modulePathIgnorePatterns: ["<rootDir>/dist/"],
  ...settings,
});

module.exports = {
  // Jest leaves a core to its watcher: of two cores that is half.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  // A first test waits for its imports too, which takes long on a slow or busy machine.
  testTimeout: 30_000,
  testSequencer: "<rootDir>/test/longest-first.js",
  projects: [
    project("node", "node", {
      testMatch: ["<rootDir>/test/**/*.test.ts"],
      globalSetup: "<rootDir>/test/dist-setup.ts",
      setupFiles: ["<rootDir>/test/properties/seed.ts"],
      testPathIgnorePatterns: ["<rootDir>/test/taskpane/", "<rootDir>/test/browser/"],
    }),
    project("jsdom", "jsdom", {
      testMatch: ["<rootDir>/test/taskpane/**/*.test.{ts,tsx}"],
      globalSetup: "<rootDir>/test/dist-setup.ts",
    }),
    project("browser", "node", {
      testMatch: ["<rootDir>/test/browser/**/*.test.ts"],
      globalSetup: "<rootDir>/test/browser/setup.ts",
      globalTeardown: "<rootDir>/test/browser/teardown.ts",
      // The packaged Chromium is an ES module: its import must reach Node as it is.
      dynamicImport: "kept",
    }),
  ],
};
