import { availableParallelism } from "node:os";
import path from "node:path";
import { bundleOf } from "./bundle";
import { FAULTS, type Fault } from "./faults";
import { Tree } from "./tree";
import { trial, type Verdict } from "./trial";

/** Faults tried side by side, each in a tree of its own. */
const LANES = Math.min(4, availableParallelism());

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** What a verdict means for a fault; `passed` is that it survived. */
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
async function work(tree: Tree, left: Fault[], spent: () => string): Promise<readonly Fault[]> {
  const survived: Fault[] = [];
  const bundle = await bundleOf(tree, { declared: false });
  for (let fault = left.shift(); fault !== undefined; fault = left.shift()) {
    const verdict = await tree.with(fault, async () => {
      await bundle();
      return trial(tree);
    });
    const killed = verdict.kind === "failed" || verdict.kind === "endless";
    if (!killed) survived.push(fault);
    say(`${spent()} ${killed ? "killed  " : "SURVIVED"} ${fault.name} (${fault.file}): ${sentence(verdict)}`);
  }
  return survived;
}

/**
 * Seeds faults in a copy of the sources, one at a time, and tells which test kills each. Fails if one survives, or if
 * the sources as they are fail. `npm run mutants -- band` tries only the faults whose name or file has that word.
 */
async function run(wanted: string): Promise<boolean> {
  const start = Date.now();
  const spent = (): string => `${String(Math.round((Date.now() - start) / 1000)).padStart(4)} s`;
  const sound = Tree.copyOf(path.resolve(__dirname, "../.."), { built: false });
  const lanes: Tree[] = [];
  try {
    const faults = FAULTS.filter(({ name, file }) => `${name} ${file}`.includes(wanted));
    const misplaced = faults.flatMap((fault) => sound.misplaced(fault) ?? []);
    for (const problem of misplaced) say(problem);
    if (misplaced.length > 0 || faults.length === 0) return false;

    process.chdir(sound.root);
    await (
      await bundleOf(sound, { declared: true })
    )();
    const unmutated = await trial(sound);
    say(`${spent()} without a fault: ${sentence(unmutated)}`);
    if (unmutated.kind !== "passed") return false;

    for (let lane = 0; lane < LANES; lane++) lanes.push(Tree.copyOf(sound.root, { built: true }));
    const left = [...faults];
    const survived = (await Promise.all(lanes.map((tree) => work(tree, left, spent)))).flat();
    say(`${spent()} ${faults.length - survived.length} of ${faults.length} faults killed`);
    return survived.length === 0;
  } finally {
    for (const tree of [sound, ...lanes]) tree.remove();
  }
}

void run(process.argv[2] ?? "").then((succeeded) => {
  process.exitCode = succeeded ? 0 : 1;
});
