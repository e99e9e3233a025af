import { Compilation, sources, type Compiler } from "webpack";
import { builtFromFile } from "./built-from";

const pluginName = "KeelBuiltFrom";

/**
 * Leaves in dist/ the fingerprint of the sources as they were before the build read the first of them: if one changes
 * meanwhile, the fingerprint is the older one, and the tests refuse the build. Belongs to every compilation of a build:
 * the last of them leaves the fingerprint, and only if none before it failed. A compilation that fails, for its size
 * say, leaves its older files in dist/.
 */
export class BuiltFromPlugin {
  readonly #fingerprint: string;
  readonly #last: string;
  #hasFailed = false;

  /** `last` is the name of the last compilation. */
  constructor(fingerprint: string, last: string) {
    this.#fingerprint = fingerprint;
    this.#last = last;
  }

  apply(compiler: Compiler): void {
    if (compiler.options.name !== this.#last) {
      compiler.hooks.done.tap(pluginName, (stats) => {
        this.#hasFailed = stats.hasErrors();
      });
      return;
    }
    compiler.hooks.thisCompilation.tap(pluginName, (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONS;
      compilation.hooks.processAssets.tap({ name: pluginName, stage }, () => {
        if (this.#hasFailed) return;
        compilation.emitAsset(builtFromFile, new sources.RawSource(`${this.#fingerprint}\n`));
      });
    });
  }
}
