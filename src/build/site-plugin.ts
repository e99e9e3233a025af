import { Compilation, sources, type Compiler } from "webpack";
import { VERSION } from "../operations";
import { licences } from "./licences";
import type { Manifest } from "./manifest";
import { readingPages } from "./reading-pages";
import { starterFile, starterWorkbook } from "./starter-workbook";

const pluginName = "KeelSite";

/**
 * Makes the pages of dist/ a whole site: writes the manifest, the starter workbook, the pages about support and privacy,
 * and the licences of what is shipped.
 */
export class SitePlugin {
  constructor(private readonly manifest: Manifest) {}

  apply(compiler: Compiler): void {
    // The generator writes functions.json wherever function files are compiled, each page's own compilation included;
    // the one that counts is compiled with functions.js.
    compiler.hooks.compilation.tap(pluginName, (compilation) => {
      compilation.hooks.processAssets.tap(pluginName, () => compilation.deleteAsset("functions.json"));
    });
    compiler.hooks.thisCompilation.tap(pluginName, (compilation) => {
      let modulePaths: string[] = [];
      compilation.hooks.finishModules.tap(pluginName, (modules) => {
        modulePaths = [...modules].flatMap((module) => module.nameForCondition() ?? []);
      });
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONS;
      compilation.hooks.processAssets.tapPromise({ name: pluginName, stage }, async () => {
        const starter = await starterWorkbook(this.manifest);
        compilation.emitAsset(starterFile, new sources.RawSource(Buffer.from(starter)));
        compilation.emitAsset("manifest.xml", new sources.RawSource(this.manifest.xml));
        for (const [path, page] of readingPages(VERSION)) compilation.emitAsset(path, new sources.RawSource(page));
        compilation.emitAsset("licenses.txt", new sources.RawSource(licences(modulePaths)));
      });
    });
  }
}
