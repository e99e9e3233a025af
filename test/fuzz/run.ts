import { FUNCTIONS, type FuzzCall } from "./calls";
import { hunt } from "./hunt";
import { broken, shipped, type Ask } from "./laws";
import { read, written } from "./line";
import { brokenByLength, huntByLength, spread, type LongCall } from "./long-texts";

/** How many calls of a function are drawn from one seed, before the next function has its turn. */
const RUNS = 250;
/** How many with long texts, which take as long as hundreds without. */
const LONG_RUNS = 4;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Asks one call again, as a finding was reported. */
async function replay(call: FuzzCall | LongCall, ask: Ask): Promise<boolean> {
  const isLong = "text" in call;
  const found = await (isLong ? brokenByLength(call, ask) : broken(call, ask));
  say(found ?? "It keeps every law.");
  if (found === undefined) say(JSON.stringify(await ask(isLong ? spread(call) : call)).slice(0, 10_000));
  return found === undefined;
}

/**
 * Asks every function random calls for some minutes, and says how often a law broke. `npm run fuzz -- 5` looks for five
 * minutes, `npm run fuzz -- 5 1234` from that seed on, `npm run fuzz -- 5 1234 SHARES` at one function,
 * `npm run fuzz -- replay '<line>'` asks one finding again. Draws the same calls from the same seed on every machine.
 */
async function run(words: readonly string[]): Promise<boolean> {
  const ask = shipped();
  if (words[0] === "replay") return replay(read(words[1] ?? ""), ask);
  const minutes = Number(words[0] ?? 1);
  const seed = Number(words[1] ?? 1);
  const functions = FUNCTIONS.filter((name) => words[2] === undefined || name === words[2]);
  if (!(minutes > 0) || !Number.isInteger(seed) || functions.length === 0) {
    say("npm run fuzz -- [minutes] [seed] [FUNCTION], or npm run fuzz -- replay '<line>'");
    return false;
  }
  const end = Date.now() + minutes * 60_000;
  let calls = 0;
  let slowest = { milliseconds: 0, name: "" };
  const findings = new Set<string>();
  for (let round = 0; Date.now() < end; round++) {
    for (const name of functions) {
      const counted: Ask = async (call) => {
        calls += 1;
        const start = performance.now();
        const outcome = await ask(call);
        const milliseconds = performance.now() - start;
        if (milliseconds > slowest.milliseconds) slowest = { milliseconds, name: written(call) };
        return outcome;
      };
      for (const found of [
        await hunt(name, seed + round, RUNS, counted),
        await huntByLength(name, seed + round, LONG_RUNS, ask),
      ]) {
        if (!found) continue;
        findings.add(`${name}, ${found.broken.split(":")[0]}`);
        say(`seed ${seed + round}: ${name}: ${found.broken}`);
        say(`  npm run fuzz -- replay '${written(found.call).replaceAll("'", "'\\''")}'`);
      }
    }
    if (round % 20 === 19)
      say(`seed ${seed + round}: ${calls.toLocaleString("en-US")} calls, ${findings.size} kinds of finding`);
  }
  say(`${calls.toLocaleString("en-US")} calls, ${findings.size} kinds of finding.`);
  say(`The slowest took ${slowest.milliseconds.toFixed(0)} ms: ${slowest.name.slice(0, 2_000)}`);
  for (const each of findings) say(`  ${each}`);
  return findings.size === 0;
}

void run(process.argv.slice(2)).then((found) => (process.exitCode = found ? 0 : 1));
