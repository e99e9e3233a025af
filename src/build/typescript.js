// Lets Node run this repository's TypeScript as it is: `node -r ./src/build/typescript.js file.ts`.
// Types are stripped, not checked; `npm run typecheck` checks them.
const { readFileSync } = require("node:fs");
const Module = require("node:module");
const { transformSync } = require("@swc/core");

Module._extensions[".ts"] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, "utf8"), {
    filename,
    sourceMaps: "inline",
    jsc: { target: "es2022", parser: { syntax: "typescript" } },
    // An `import()` stays one, so that packages that are ES modules can be loaded.
    module: { type: "commonjs", ignoreDynamic: true },
  });
  module._compile(code, filename);
};
