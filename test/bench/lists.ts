import { chromium, type Page } from "playwright-core";
import setUp from "../browser/setup";
import tearDown from "../browser/teardown";
import { clickCell, openLongBook } from "../browser/long-book";
import { quantile } from "./timing";

const lengths = [1_000, 5_000, 20_000];
/** The list that all others are compared with: what is left of a long one that costs nothing for its length. */
const short = 10;
const times = 6;

/** What the page went through, in milliseconds: how long it answered nothing at a time, and how much it worked in all. */
interface Strain {
  readonly held: number;
  readonly worked: number;
}

/**
 * Opens lists in the built workbench, clicks into them and types into them, and prints each with its ratio to the same
 * in a list of ten rows. Needs dist/, and a browser as the browser tests do. Timings are of this machine in this run.
 */
export async function benchLists(): Promise<void> {
  await setUp();
  const browser = await chromium.connect(process.env["KEEL_TEST_BROWSER"] ?? "");
  try {
    const page = await (await browser.newContext({ viewport: { width: 1400, height: 900 } })).newPage();
    await page.goto(`${process.env["KEEL_TEST_SITE"] ?? ""}/workbench.html?sample=401k`);
    await page.getByRole("region", { name: "Am I fine?" }).getByRole("heading").waitFor();
    await watch(page);
    const peer = await measured(page, short);
    console.log(`A list of ${short} rows: ${inWords(peer)}`);
    for (const length of lengths) {
      const ours = await measured(page, length);
      const ratios = Object.entries(ours).map(([what, { held, worked }]) => {
        const { held: theirs, worked: work } = peer[what as keyof typeof peer];
        return `${what} ${(held / theirs).toPrecision(2)} × (work ${(worked / work).toPrecision(2)} ×)`;
      });
      console.log(`A list of ${length} rows, against ${short}: ${ratios.join(", ")}`);
      console.log(`  ${inWords(ours)}`);
    }
  } finally {
    await browser.close();
    await tearDown();
  }
}

type Measured = Readonly<Record<"opened" | "a click" | "an edit", Strain>>;

async function measured(page: Page, rows: number): Promise<Measured> {
  const began = performance.now();
  const opening = await strained(page, () => openLongBook(page, rows), 0);
  const opened = { held: performance.now() - began, worked: opening.worked };
  await page.waitForTimeout(3_000);
  const clicks: Strain[] = [];
  const edits: Strain[] = [];
  for (let time = 0; time < times; time += 1) {
    const row = 3 + time;
    clicks.push(await strained(page, () => clickCell(page, time % 2 === 0 ? "E" : "A", row), 1_200));
    await clickCell(page, "E", row);
    await page.keyboard.type(String(600 + time));
    await page.waitForTimeout(600);
    edits.push(await strained(page, () => page.keyboard.press("Enter"), 2_500));
  }
  return { opened, "a click": median(clicks), "an edit": median(edits) };
}

function median(strains: readonly Strain[]): Strain {
  const of = (figure: keyof Strain): number =>
    quantile(
      strains.map((strain) => strain[figure]).sort((one, other) => one - other),
      0.5,
    );
  return { held: of("held"), worked: of("worked") };
}

function inWords(measured: Measured): string {
  const { opened, ...rest } = measured;
  const others = Object.entries(rest).map(
    ([what, { held, worked }]) =>
      `${what} holds the page ${held.toFixed(0)} ms at a time, ${worked.toFixed(0)} ms of work`,
  );
  return [`opened in ${opened.held.toFixed(0)} ms`, ...others].join("; ");
}

/** What the page went through while something was done, and for so many milliseconds after it. */
async function strained(page: Page, act: () => Promise<void>, after: number): Promise<Strain> {
  const session = await page.context().newCDPSession(page);
  // Work is counted in processor time, so that other programs of the machine don't count.
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const worked = async (): Promise<number> => {
    const { metrics } = await session.send("Performance.getMetrics");
    return 1_000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0);
  };
  await page.evaluate(() => (globalThis.keelHeld = 0));
  const before = await worked();
  await act();
  await page.waitForTimeout(after);
  const strain = { held: await page.evaluate(() => globalThis.keelHeld), worked: (await worked()) - before };
  await session.detach();
  return strain;
}

declare global {
  /** The longest time in milliseconds in which the page did not come to answer anything. */
  var keelHeld: number;
}

/** Has the page watch itself. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    globalThis.keelHeld = 0;
    let last = performance.now();
    const beat = (): void => {
      const now = performance.now();
      globalThis.keelHeld = Math.max(globalThis.keelHeld, now - last);
      last = now;
      setTimeout(beat);
    };
    beat();
  });
}
