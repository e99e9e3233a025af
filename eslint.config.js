const js = require("@eslint/js");
const { defineConfig } = require("eslint/config");
const officeAddins = require("eslint-plugin-office-addins");
const reactHooks = require("eslint-plugin-react-hooks");
const typescript = require("typescript-eslint");

const noDefaultExport = {
  selector: "ExportDefaultDeclaration",
  message: "A thing has one name everywhere: export it by name.",
};
const nothingOutside = [
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: "The day is an argument (asOf)." },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "The day is an argument (asOf)." },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: "The seed is an argument." },
];

module.exports = defineConfig([
  { ignores: ["dist/", "node_modules/"] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "error" } },
  {
    files: ["**/*.js"],
    extends: [js.configs.recommended],
    languageOptions: {
      sourceType: "commonjs",
      globals: {
        require: "readonly",
        module: "writable",
        process: "readonly",
        console: "readonly",
        __dirname: "readonly",
      },
    },
  },
  {
    // Runs in a page, as it is: not compiled, and readable to the oldest browser that opens it.
    files: ["src/taskpane/watchdog.js"],
    languageOptions: {
      ecmaVersion: 5,
      sourceType: "script",
      globals: { window: "readonly", document: "readonly", location: "readonly", setTimeout: "readonly" },
    },
  },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [js.configs.recommended, typescript.configs.strictTypeChecked],
    // One program for all rooms: with one for each, what they share would be read and checked again and again. That a
    // room keeps to its own globals is for `tsc -b`.
    languageOptions: { parserOptions: { project: "tsconfig.lint.json", tsconfigRootDir: __dirname } },
    rules: {
      "no-alert": "error",
      "no-console": "error",
      "no-undef": "off", // the compiler knows each room's globals
      eqeqeq: ["error", "always", { null: "ignore" }],
      "max-lines": ["error", { max: 400 }],
      "no-restricted-syntax": ["error", noDefaultExport],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/explicit-module-boundary-types": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/require-await": "off", // an async method rejects where a plain one would throw
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ["src/{engine,ranges,operations,sheets,lists}/**/*.ts"],
    rules: { "no-restricted-syntax": ["error", noDefaultExport, ...nothingOutside] },
  },
  {
    files: ["src/functions/**/*.ts"],
    rules: {
      // custom-functions-metadata reads the words `any[][]`, and Excel checks nothing before the call only for them.
      "@typescript-eslint/no-explicit-any": "off",
      // Excel shows the message of its own error object, which is no Error to the compiler.
      "@typescript-eslint/only-throw-error": "off",
    },
  },
  {
    files: ["src/{workbook,commands}/**/*.ts"],
    plugins: { "office-addins": officeAddins },
    rules: {
      "office-addins/call-sync-after-load": "error",
      "office-addins/call-sync-before-read": "error",
      "office-addins/load-object-before-read": "error",
      "office-addins/no-context-sync-in-loop": "error",
      "office-addins/no-empty-load": "error",
      "office-addins/no-navigational-load": "error",
      "office-addins/no-office-initialize": "error",
      "office-addins/test-for-null-using-isNullObject": "error",
    },
  },
  {
    files: ["src/{taskpane,workbench}/**/*.{ts,tsx}"],
    extends: [reactHooks.configs.flat.recommended],
  },
  {
    files: ["src/build/**/*.ts", "test/{bench,sentences}/**/*.ts"],
    rules: { "no-console": "off" }, // programs of the command line speak to it
  },
  {
    files: ["test/**/*.{ts,tsx}"],
    rules: { "max-lines": "off" }, // a list of cases is as long as it is
  },
  {
    files: ["test/dist-setup.ts", "test/browser/{setup,teardown}.ts"],
    rules: { "no-restricted-syntax": "off" }, // jest asks for a default export
  },
]);
