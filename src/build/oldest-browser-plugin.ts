import { Compilation, WebpackError, type Compiler } from "webpack";
import { tooNew } from "./oldest-browser";

const pluginName = "KeelOldestBrowser";

/** The scripts that Excel loads; the workbench runs in a browser of the owner's choice. */
const inExcel = new Set(["functions.js", "commands.js", "taskpane.js", "watchdog.js"]);

/** Fails a production build whose scripts for Excel the oldest Safari couldn't read. */
export class OldestBrowserPlugin {
  apply(compiler: Compiler): void {
    if (compiler.options.mode !== "production") return;
    compiler.hooks.thisCompilation.tap(pluginName, (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: pluginName, stage }, () => {
        for (const { name, source } of compilation.getAssets()) {
          if (!inExcel.has(name)) continue;
          for (const what of tooNew(source.source().toString())) {
            compilation.errors.push(new WebpackError(`${name} has ${what}, which Safari 15.4 can't read.`));
          }
        }
      });
    });
  }
}
