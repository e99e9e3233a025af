import { spawn } from "node:child_process";
import path from "node:path";
import type { Tree } from "./tree";

/** The suites that may kill a fault, as patterns of their paths: the quickest first, then lists, then whole share plans, then laws. */
const STAGES = [
  ["test/functions/", "test/golden/", "test/oracle/", "test/operations/", "test/ranges/"],
  ["test/lists/"],
  ["test/engine/(?!rebalance/shares)"],
  ["test/engine/rebalance/shares"],
  ["test/properties/"],
];

/** A fault can make a loop endless, which no test notices from inside: a stage may take so many times what it took without one. */
const PATIENCE = 6;
/** In milliseconds: for stages that take next to no time, and for the first run, which nothing is known of. */
const LEAST_PATIENCE = 120_000;
const FIRST_PATIENCE = 900_000;

/** What the suites say: the first test that failed, with its file, or none. */
export type Verdict =
  | { readonly kind: "passed" }
  | { readonly kind: "failed"; readonly test: string; readonly file: string }
  | { readonly kind: "endless"; readonly suites: string }
  /** No test ran to its end, so nothing was shown. */
  | { readonly kind: "broken"; readonly output: string };

/** How long each stage took without a fault, in milliseconds. */
export type Pace = readonly number[];

/** Runs the suites in a tree without a fault: what they say, and how long each stage took. */
export async function soundTrial(tree: Tree): Promise<{ readonly verdict: Verdict; readonly pace: Pace }> {
  const pace: number[] = [];
  for (const suites of STAGES) {
    const start = Date.now();
    const verdict = await runStage(tree, suites, FIRST_PATIENCE);
    pace.push(Date.now() - start);
    if (verdict.kind !== "passed") return { verdict, pace };
  }
  return { verdict: { kind: "passed" }, pace };
}

/** Runs the suites in a tree with a fault, stage by stage, as far as the first failure. */
export async function trial(tree: Tree, pace: Pace): Promise<Verdict> {
  for (const [stage, suites] of STAGES.entries()) {
    const verdict = await runStage(tree, suites, Math.max(LEAST_PATIENCE, PATIENCE * (pace[stage] ?? 0)));
    if (verdict.kind !== "passed") return verdict;
  }
  return { kind: "passed" };
}

async function runStage({ root }: Tree, suites: readonly string[], longest: number): Promise<Verdict> {
  const jest = path.join(root, "node_modules", "jest", "bin", "jest.js");
  const options = ["--selectProjects", "node", "--bail", "--runInBand", "--no-color", "--cacheDirectory", "cache"];
  const child = spawn(process.execPath, [jest, ...options, ...suites], { cwd: root });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += String(text)));
  const patience = setTimeout(() => child.kill("SIGKILL"), longest);
  const [code, signal] = await new Promise<readonly [number | null, string | null]>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (...ended) => resolve(ended));
  });
  clearTimeout(patience);
  if (signal === "SIGKILL") return { kind: "endless", suites: suites.join(", ") };
  if (code === 0) return { kind: "passed" };
  const test = /^ +● (.+)$/m.exec(output)?.[1];
  const file = /^FAIL \S+ (\S+)/m.exec(output)?.[1];
  if (test === undefined || file === undefined || test === "Test suite failed to run")
    return { kind: "broken", output };
  return { kind: "failed", test, file };
}
