import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compileFunction } from "node:vm";
import { dist } from "../dist";

/** Where the page of these tests has dist/ from. */
const site = "https://keel.test/dist/";

/** What dist/ serves its files as, as far as scripts ask for them. */
const types: Readonly<Record<string, string>> = { js: "text/javascript", wasm: "application/wasm" };

/** What a page is to the runtime of a bundle: it can be asked for a further script, which is loaded and tells of it. */
interface Script {
  src: string;
  onload?: (event: { type: string; target: Script }) => void;
  onerror?: (event: { type: string; target: Script }) => void;
  setAttribute: () => void;
}

/**
 * A page as the scripts of dist/ see one: it says where the running script came from, loads further scripts and files
 * from dist/, and isn't Node. It has just what they ask for; what else they asked for would fail. `files` stand in for
 * those of dist/ of the same name: undefined for one that doesn't come.
 */
export class ScriptPage {
  readonly #files: ReadonlyMap<string, Uint8Array | undefined>;
  #globals: Readonly<Record<string, unknown>> = {};
  /** The files that were asked for, with their folders. */
  readonly asked: string[] = [];

  constructor(files: ReadonlyMap<string, Uint8Array | undefined> = new Map()) {
    this.#files = files;
  }

  /** Puts functions.js into the page, where `customFunctions` is what Excel gives it to associate with. */
  start(source: string, customFunctions: unknown): void {
    this.#globals = {
      CustomFunctions: customFunctions,
      globalThis: Object.create(globalThis, { process: { value: undefined } }) as object,
      document: {
        currentScript: { src: `${site}functions.js` },
        getElementsByTagName: () => [],
        createElement: (): Partial<Script> => ({ setAttribute: () => undefined }),
        head: { appendChild: (script: Script) => void this.#load(script) },
      },
      fetch: async (address: string) => {
        const file = this.#file(address);
        return file
          ? new Response(file as BodyInit, { headers: { "Content-Type": typeOf(address) } })
          : Response.error();
      },
    };
    this.#run(source, "functions.js");
  }

  /** Runs a script in this realm, as in a page: a separate context slows every use of a global, which would spoil the bench. */
  #run(source: string, name: string): void {
    const script = compileFunction(source, Object.keys(this.#globals), { filename: `dist/${name}` }) as (
      ...globals: readonly unknown[]
    ) => void;
    script(...Object.values(this.#globals));
  }

  async #load(script: Script): Promise<void> {
    await Promise.resolve();
    const file = this.#file(script.src);
    if (!file) {
      script.onerror?.({ type: "error", target: script });
      return;
    }
    this.#run(new TextDecoder().decode(file), script.src.slice(site.length));
    script.onload?.({ type: "load", target: script });
  }

  #file(address: string): Uint8Array | undefined {
    if (!address.startsWith(site)) throw new Error(`${address} is not in dist/.`);
    const name = address.slice(site.length);
    this.asked.push(name);
    return this.#files.has(name) ? this.#files.get(name) : new Uint8Array(readFileSync(join(dist, name)));
  }
}

function typeOf(address: string): string {
  return types[address.split(".").at(-1) ?? ""] ?? "application/octet-stream";
}
