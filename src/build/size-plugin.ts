import { Compilation, WebpackError, type Compiler } from "webpack";
import { sizeReport, weighedName } from "./size-report";

const pluginName = "KeelSizes";

/** Weighs the bundles of a production build, prints what they weigh, and fails the build where one is over its budget. */
export class SizePlugin {
  apply(compiler: Compiler): void {
    if (compiler.options.mode !== "production") return;
    compiler.hooks.thisCompilation.tap(pluginName, (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: pluginName, stage }, () => {
        const bundles = compilation.getAssets().flatMap(({ name, source }) => {
          const weighed = weighedName(name);
          return weighed === undefined ? [] : [[weighed, source.buffer()] as const];
        });
        const report = sizeReport(new Map(bundles));
        compilation.getLogger(pluginName).info(["Sizes:", ...report.lines].join("\n  "));
        for (const sentence of report.over) compilation.errors.push(new WebpackError(sentence));
      });
    });
  }
}
