import { Compilation, sources, type Compiler } from "webpack";
import { builtFromFile } from "./built-from";

const pluginName = "KeelBuiltFrom";

/**
 * Leaves in dist/ the fingerprint of the sources as they were before the build read the first of them: if one changes
 * meanwhile, the fingerprint is the older one, and the tests refuse the build. Belongs to the last compilation, because
 * the first empties dist/: a build that fails halfway leaves none.
 */
export class BuiltFromPlugin {
  constructor(private readonly fingerprint: string) {}

  apply(compiler: Compiler): void {
    compiler.hooks.thisCompilation.tap(pluginName, (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONS;
      compilation.hooks.processAssets.tap({ name: pluginName, stage }, () => {
        compilation.emitAsset(builtFromFile, new sources.RawSource(`${this.fingerprint}\n`));
      });
    });
  }
}
