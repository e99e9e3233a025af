import { spawn } from "node:child_process";

/**
 * What `npm test` does before the tests: types, lint, format and the build, in two lanes beside each other. The linter
 * reads all types too and takes about as long as the three others together, and each of the four keeps one core busy.
 */
const lanes: readonly (readonly string[])[] = [["lint"], ["typecheck", "format:check", "build"]];

interface Ended {
  readonly name: string;
  readonly failed: boolean;
}

async function follow(lane: readonly string[]): Promise<readonly Ended[]> {
  const ended: Ended[] = [];
  for (const name of lane) {
    const began = performance.now();
    const { said, status } = await npmRun(name);
    const seconds = Math.round((performance.now() - began) / 1000);
    // In one piece: what two programs say at the same time can't be read.
    process.stdout.write(`${said.trimEnd()}\n${name}: ${status === 0 ? "done" : "FAILED"}, ${seconds} s\n`);
    ended.push({ name, failed: status !== 0 });
    // The next of the lane runs all the same: a run tells all that is wrong.
  }
  return ended;
}

/** Runs a script of package.json by the npm that runs this. */
function npmRun(name: string): Promise<{ readonly said: string; readonly status: number | null }> {
  const npm = process.env["npm_execpath"];
  if (npm === undefined) throw new Error("Start this by npm: npm run checks");
  return new Promise((resolve, reject) => {
    const run = spawn(process.execPath, [npm, "run", name], { stdio: ["ignore", "pipe", "pipe"] });
    const said: string[] = [];
    for (const stream of [run.stdout, run.stderr])
      stream.on("data", (text: Buffer) => said.push(text.toString("utf8")));
    run.on("error", reject);
    run.on("close", (status) => {
      resolve({ said: said.join(""), status });
    });
  });
}

void Promise.all(lanes.map(follow)).then((all) => {
  const failed = all.flat().filter((one) => one.failed);
  if (failed.length === 0) return;
  process.stdout.write(`Failed: ${failed.map(({ name }) => name).join(", ")}. What is wrong is above.\n`);
  process.exitCode = 1;
});
