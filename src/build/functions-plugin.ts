import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Compilation, sources, type Compiler } from "webpack";
import { helpExamples } from "../operations";
import { completeFunctionsJson, type FunctionsJson } from "./functions-json";
import { helpPages } from "./help-pages";
import type { Manifest } from "./manifest";

const pluginName = "KeelFunctions";

/** Writes what belongs to functions.js: completes functions.json, and makes a help page of each of its functions. */
export class FunctionsPlugin {
  constructor(private readonly manifest: Manifest) {}

  apply(compiler: Compiler): void {
    compiler.hooks.thisCompilation.tap(pluginName, (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONS;
      compilation.hooks.processAssets.tap({ name: pluginName, stage }, () => {
        const generated = compilation.getAsset("functions.json");
        // A faulty declaration leaves no functions.json, and its generator has reported that as an error of the build.
        if (!generated) return;
        const emit = (name: string, content: string): void => {
          compilation.emitAsset(name, new sources.RawSource(content));
        };
        const functionsJson = completeFunctionsJson(String(generated.source.source()), this.manifest.address);
        compilation.updateAsset("functions.json", new sources.RawSource(functionsJson));
        const { functions, enums = [] } = JSON.parse(functionsJson) as FunctionsJson;
        for (const [path, page] of helpPages(functions, enums, helpExamples)) emit(path, page);
        emit("help/help.css", readFileSync(join(__dirname, "help.css"), "utf8"));
      });
    });
  }
}
