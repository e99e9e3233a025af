import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Fault } from "./fault";

/** What the build and the tests read of the repository. */
const PARTS = [
  "src",
  "test",
  "assets",
  "package.json",
  "jest.config.js",
  "tsconfig.json",
  "webpack.config.js",
  "manifest.xml",
];

/** A copy of the repository in which faults may be seeded. Its packages are the repository's own. */
export class Tree {
  private constructor(readonly root: string) {}

  /** Copies a repository into a folder of its own. */
  static copyOf(repository: string): Tree {
    const root = mkdtempSync(path.join(tmpdir(), "keel-mutants-"));
    for (const part of PARTS) cpSync(path.join(repository, part), path.join(root, part), { recursive: true });
    symlinkSync(path.join(repository, "node_modules"), path.join(root, "node_modules"));
    return new Tree(root);
  }

  remove(): void {
    rmSync(this.root, { recursive: true });
  }

  /** What is wrong with a fault before it is tried: its place must be there, once. */
  misplaced({ file, find }: Fault): string | undefined {
    if (!existsSync(path.join(this.root, file))) return `${file} is not there.`;
    const times = this.read(file).split(find).length - 1;
    return times === 1 ? undefined : `\`${find}\` stands ${times} times in ${file}, not once.`;
  }

  /** Seeds a fault while some work is done, and takes it out again. */
  async with<Outcome>({ file, find, replace }: Fault, work: () => Promise<Outcome>): Promise<Outcome> {
    const sound = this.read(file);
    writeFileSync(
      path.join(this.root, file),
      sound.replace(find, () => replace),
    );
    try {
      return await work();
    } finally {
      writeFileSync(path.join(this.root, file), sound);
    }
  }

  private read(file: string): string {
    return readFileSync(path.join(this.root, file), "utf8");
  }
}
