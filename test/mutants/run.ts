import { availableParallelism } from "node:os";
import path from "node:path";
import { bundleOf, type Bundle } from "./bundle";
import type { Fault } from "./fault";
import { FAULTS } from "./faults";
import { Tree } from "./tree";
import { soundTrial, trial, type Pace, type Verdict } from "./trial";

/** Faults tried side by side, each in a tree of its own. */
const LANES = Math.min(4, availableParallelism());

interface Lane {
  readonly tree: Tree;
  readonly build: Bundle;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function sentence(verdict: Verdict): string {
  switch (verdict.kind) {
    case "passed":
      return "no test fails";
    case "failed":
      return `${verdict.test} (${verdict.file})`;
    case "endless":
      return `never ends (${verdict.suites})`;
    case "broken":
      return `no test ran:\n${verdict.output}`;
  }
}

/** Takes faults from the list until none is left. Returns those that no test killed. */
async function work({ tree, build }: Lane, left: Fault[], pace: Pace, spent: () => string): Promise<readonly Fault[]> {
  const survived: Fault[] = [];
  for (let fault = left.shift(); fault !== undefined; fault = left.shift()) {
    const verdict = await tree.with(fault, async () => {
      await build();
      return trial(tree, pace);
    });
    const killed = verdict.kind === "failed" || verdict.kind === "endless";
    if (!killed) survived.push(fault);
    say(`${spent()} ${killed ? "killed  " : "SURVIVED"} ${fault.name} (${fault.file}): ${sentence(verdict)}`);
  }
  return survived;
}

/**
 * Seeds faults in copies of the sources, one at a time, and tells which test kills each. Fails if one survives, or if
 * the sources as they are fail. `npm run mutants -- band lots` tries only the faults whose name or file has one of
 * these words.
 */
async function run(words: readonly string[]): Promise<boolean> {
  const start = Date.now();
  const spent = (): string => `${String(Math.round((Date.now() - start) / 1000)).padStart(4)} s`;
  const repository = path.resolve(__dirname, "../..");
  const trees = Array.from({ length: LANES }, () => Tree.copyOf(repository));
  try {
    const [first] = trees as [Tree];
    const faults = FAULTS.filter(
      ({ name, file }) => words.length === 0 || words.some((word) => `${name} ${file}`.includes(word)),
    );
    const misplaced = faults.flatMap((fault) => first.misplaced(fault) ?? []);
    for (const problem of misplaced) say(problem);
    if (misplaced.length > 0 || faults.length === 0) return false;

    const lanes: Lane[] = [];
    for (const tree of trees) lanes.push({ tree, build: await bundleOf(tree) });
    const { verdict: sound, pace } = await soundTrial(first);
    say(`${spent()} without a fault: ${sentence(sound)}`);
    if (sound.kind !== "passed") return false;

    const left = [...faults];
    const survived = (await Promise.all(lanes.map((lane) => work(lane, left, pace, spent)))).flat();
    say(`${spent()} ${faults.length - survived.length} of ${faults.length} faults killed`);
    return survived.length === 0;
  } finally {
    for (const tree of trees) tree.remove();
  }
}

void run(process.argv.slice(2)).then((succeeded) => {
  process.exitCode = succeeded ? 0 : 1;
});
