import { spawn } from "node:child_process";
import path from "node:path";
import type { Tree } from "./tree";

/** The suites that may kill a fault, as patterns of their paths: the quickest first, then whole share plans, then laws. */
const STAGES = [
  ["test/functions/", "test/golden/", "test/oracle/", "test/operations/", "test/ranges/"],
  ["test/engine/(?!rebalance/shares)"],
  ["test/engine/rebalance/shares"],
  ["test/properties/"],
];

/** A fault can make a loop endless, which no test notices from inside. */
const LONGEST_STAGE = 120_000;

/** What the suites say: the first test that failed, with its file, or none. */
export type Verdict =
  | { readonly kind: "passed" }
  | { readonly kind: "failed"; readonly test: string; readonly file: string }
  | { readonly kind: "endless"; readonly suites: string }
  /** No test ran to its end, so nothing was shown. */
  | { readonly kind: "broken"; readonly output: string };

/** Runs the suites in a tree, stage by stage, as far as the first failure. */
export async function trial(tree: Tree): Promise<Verdict> {
  for (const suites of STAGES) {
    const verdict = await runStage(tree, suites);
    if (verdict.kind !== "passed") return verdict;
  }
  return { kind: "passed" };
}

async function runStage({ root }: Tree, suites: readonly string[]): Promise<Verdict> {
  const jest = path.join(root, "node_modules", "jest", "bin", "jest.js");
  const options = ["--selectProjects", "node", "--bail", "--runInBand", "--no-color", "--cacheDirectory", "cache"];
  const child = spawn(process.execPath, [jest, ...options, ...suites], { cwd: root });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += String(text)));
  const patience = setTimeout(() => child.kill("SIGKILL"), LONGEST_STAGE);
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
