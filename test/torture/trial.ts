import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { openFile } from "../browser/open-file";

/** What became of a file in a real page. */
export interface Verdict {
  /** What the page said of it, in one line. */
  readonly said: string;
  /** Milliseconds until it had said so. */
  readonly took: number;
  /** The longest time in which the page answered nothing, in milliseconds. */
  readonly blocked: number;
  /** Milliseconds until a click, and an edit, was answered afterwards. */
  readonly click: number;
  readonly edit: number;
  /** What is wrong; nothing if the file opened or was refused in words, and the page goes on. */
  readonly wrong: readonly string[];
}

/** What counts as frozen, in milliseconds. */
export interface Limits {
  /** Until the page says that the file is open, or why it isn't. */
  readonly open: number;
  /** Until it answers a click or an edit afterwards. */
  readonly answer: number;
}

/** Opens a file in a fresh page of the workbench, clicks and types into the grid, and says what became of it. */
export async function trial(
  browser: Browser,
  site: string,
  file: { readonly name: string; readonly bytes: Uint8Array },
  limits: Limits,
): Promise<Verdict> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, reducedMotion: "reduce" });
  const wrong: string[] = [];
  // As a file: bytes that are handed to the page with the order to open them keep it busy for seconds by themselves.
  const folder = mkdtempSync(join(tmpdir(), "keel-torture-"));
  const path = join(folder, file.name);
  writeFileSync(path, file.bytes);
  const verdict = { said: "", took: 0, blocked: 0, click: 0, edit: 0 };
  try {
    const page = await context.newPage();
    const crashed = new Promise<never>((_, reject) => page.on("crash", () => reject(new Error("the page died"))));
    crashed.catch(() => undefined);
    page.on("pageerror", (error) => wrong.push(`uncaught: ${error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error") wrong.push(`console: ${message.text().slice(0, 200)}`);
    });
    const within = <Done>(what: string, milliseconds: number, work: Promise<Done>): Promise<Done> =>
      Promise.race([work, crashed, over(what, milliseconds)]);
    await page.goto(`${site}/workbench.html?sample=401k`);
    await page.getByRole("region", { name: "Am I fine?" }).getByRole("heading").waitFor();
    await page.evaluate(listenToTheHeart);

    const start = performance.now();
    const chosen = openFile(page, path);
    const notice = page
      .locator("#notice")
      .getByText(file.name.replace(/\.(xlsx|csv)$/, ""))
      .first();
    await within("opening", limits.open, Promise.all([chosen, notice.waitFor({ timeout: limits.open })]));
    verdict.said = (await within("saying so", limits.answer, page.locator("#notice").innerText()))
      .replaceAll(/\s*\n\s*/g, " ")
      .replace(/ ?Dismiss$/, "");
    verdict.took = performance.now() - start;

    // What follows opening may take a while longer, but not for ever.
    await within("settling", limits.open, drawn(page));
    verdict.click = await timed(() => within("a click", limits.answer, clickInGrid(page)));
    verdict.edit = await timed(() => within("an edit", limits.answer, editInGrid(page)));
    verdict.blocked = await within("the heart", limits.answer, page.evaluate("globalThis.longestSilence"));
  } catch (failure) {
    wrong.push(failure instanceof Error ? (failure.message.split("\n")[0] ?? "") : String(failure));
  } finally {
    rmSync(folder, { recursive: true });
    await Promise.race([context.close(), new Promise((resolve) => setTimeout(resolve, 10_000))]);
  }
  return { ...verdict, wrong };
}

/** Runs in the page: the longest time between two beats is the longest in which nothing else was answered. */
function listenToTheHeart(): void {
  const heart = globalThis as unknown as { longestSilence: number };
  let last = performance.now();
  heart.longestSilence = 0;
  setInterval(() => {
    const now = performance.now();
    heart.longestSilence = Math.max(heart.longestSilence, now - last);
    last = now;
  }, 20);
}

async function clickInGrid(page: Page): Promise<void> {
  const grid = await page.locator("canvas").first().boundingBox();
  if (!grid) throw new Error("there is no grid");
  await page.mouse.click(grid.x + 300, grid.y + 120);
  await drawn(page);
}

async function editInGrid(page: Page): Promise<void> {
  await page.keyboard.type("7");
  await page.keyboard.press("Enter");
  await drawn(page);
}

/** Waits until the page has drawn itself and done what came before. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function over(what: string, milliseconds: number): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(
      () => reject(new Error(`frozen: ${what} takes more than ${milliseconds / 1000} s`)),
      milliseconds,
    ).unref();
  });
}
