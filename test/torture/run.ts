import * as fc from "fast-check";
import { chromium } from "playwright-core";
import setUp from "../browser/setup";
import tearDown from "../browser/teardown";
import { hostileFiles } from "./hostile-files";
import { hostileTexts } from "./hostile-texts";
import { wrongWith } from "./outcome";
import { bytesOf, damagedFiles, type DamagedFile } from "./sound-files";
import { trial } from "./trial";

const LIMITS = { open: 60_000, answer: 10_000 };
/** Damaged files from one seed. */
const RUNS = 200;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Reads and saves damaged workbooks for some minutes. Returns how many kinds of fault were found. */
async function damage(minutes: number, firstSeed: number): Promise<number> {
  const end = Date.now() + minutes * 60_000;
  const kinds = new Set<string>();
  let files = 0;
  let seed = firstSeed;
  for (; Date.now() < end; seed++) {
    const result = await fc.check(
      fc.asyncProperty(damagedFiles, async (file) => {
        files += 1;
        return (await wrongWith(await bytesOf(file))) === undefined;
      }),
      { seed, numRuns: RUNS },
    );
    const found = result.counterexample?.[0];
    if (!found) continue;
    const wrong = (await wrongWith(await bytesOf(found))) ?? "wrong the first time only";
    kinds.add(wrong.slice(0, 40));
    say(`seed ${seed}: ${wrong}`);
    say(`  npm run torture -- damage '${JSON.stringify(found).replaceAll("'", "'\\''")}'`);
  }
  say(
    `${files.toLocaleString("en-US")} damaged workbooks, seeds ${firstSeed} to ${seed - 1}: ${kinds.size} kinds of fault.`,
  );
  return kinds.size;
}

/** All hostile files by what they are called. */
const files: readonly (readonly [name: string, make: () => Uint8Array])[] = [
  ...Object.entries(hostileFiles).map(([name, make]) => [`${name}.xlsx`, make] as const),
  ...Object.entries(hostileTexts).map(([name, make]) => [`${name}.csv`, make] as const),
];

/** Opens each hostile file in Chromium. Returns how many froze or killed their page, or left an error. */
async function hostile(word: string): Promise<number> {
  await setUp();
  const browser = await chromium.connect(process.env["KEEL_TEST_BROWSER"] ?? "");
  const site = process.env["KEEL_TEST_SITE"] ?? "";
  let faults = 0;
  try {
    say(
      `${"KB".padStart(7)}${"open".padStart(8)}${"blocked".padStart(8)}${"click".padStart(7)}${"edit".padStart(7)}  (milliseconds)`,
    );
    for (const [name, make] of files) {
      if (!name.includes(word)) continue;
      const bytes = make();
      const { said, took, blocked, click, edit, wrong } = await trial(browser, site, { name, bytes }, LIMITS);
      const figures = [bytes.length / 1000, took, blocked, click, edit].map(Math.round);
      const [size, ...times] = figures as [number, number, number, number, number];
      say(
        `${String(size).padStart(7)}${times.map((time, at) => String(time).padStart(at < 2 ? 8 : 7)).join("")}  ${said.slice(0, 160)}`,
      );
      for (const each of wrong) say(`        WRONG with ${name}: ${each}`);
      if (wrong.length > 0) faults += 1;
    }
  } finally {
    await browser.close();
    await tearDown();
  }
  return faults;
}

/**
 * Tortures what opens workbooks. `npm run torture` opens each hostile file in Chromium, then reads damaged ones for
 * a minute; `npm run torture -- merge` opens those with that word in their name; `npm run torture -- damage 5 1234` reads
 * damaged ones for five minutes from that seed on, and `npm run torture -- damage '<line>'` a finding again.
 */
async function run([first = "", second = "1", third = "1"]: readonly string[]): Promise<boolean> {
  if (first !== "damage") return (await hostile(first)) + (first === "" ? await damage(1, 1) : 0) === 0;
  if (!second.startsWith("{")) return (await damage(Number(second), Number(third))) === 0;
  const wrong = await wrongWith(await bytesOf(JSON.parse(second) as DamagedFile));
  say(wrong ?? "It opens and is saved, or is refused in words.");
  return wrong === undefined;
}

void run(process.argv.slice(2)).then((sound) => {
  process.exitCode = sound ? 0 : 1;
});
