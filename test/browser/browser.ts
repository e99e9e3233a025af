import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach } from "@jest/globals";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";

/** How the page is looked at: 1400 × 900 pixels and light colours unless said otherwise. */
export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: "light" | "dark";
  /** "active" is Windows high contrast. */
  readonly forcedColors?: "active" | "none";
  /** Scripts to answer requests for an address elsewhere with. */
  readonly instead?: Readonly<Record<string, string>>;
  /** Runs in every page of the profile before the page's own scripts: what this browser lacks or does otherwise. */
  readonly before?: () => void;
}

const screenshots = join(__dirname, "screenshots");
const complaintsByPage = new WeakMap<Page, string[]>();
const contexts: BrowserContext[] = [];
let connection: Promise<Browser> | undefined;

/** How many profiles there are when a test begins: those are the file's, the later ones the test's. */
let ofFile = 0;

beforeEach(() => {
  ofFile = contexts.length;
});

// A page that is only left open still draws, and slows the next ones.
afterEach(async () => {
  for (const context of contexts.splice(ofFile)) await context.close();
});

afterAll(async () => {
  for (const context of contexts.splice(0)) await context.close();
  await (await connection)?.close();
});

/** The address that dist/ is served at, without a closing slash. */
export function site(): string {
  return fromSetUp("KEEL_TEST_SITE");
}

/**
 * Opens a page of dist/ ("workbench.html"), or of another site by its whole address, in a fresh profile. It is closed
 * when the test ends, or the test file if it was opened before its tests. Requests that leave the page's own site are refused, so that no result depends on a network;
 * `complaints` tells of them.
 */
export async function openPage(path: string, look: Look = {}): Promise<Page> {
  connection ??= chromium.connect(fromSetUp("KEEL_TEST_BROWSER"));
  const context = await (
    await connection
  ).newContext({
    viewport: { width: look.width ?? 1400, height: look.height ?? 900 },
    colorScheme: look.colorScheme ?? "light",
    forcedColors: look.forcedColors ?? "none",
    reducedMotion: "reduce",
  });
  contexts.push(context);
  if (look.before) await context.addInitScript(look.before);
  const page = await context.newPage();
  const { href, origin } = new URL(path, `${site()}/`);
  const complaints: string[] = [];
  complaintsByPage.set(page, complaints);
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  await page.route(
    (address) => /^(https?|wss?):$/.test(address.protocol) && address.origin !== origin,
    async (route) => {
      complaints.push(`left this machine: ${route.request().url()}`);
      await route.abort();
    },
  );
  for (const [address, body] of Object.entries(look.instead ?? {})) {
    await page.route(address, (route) => route.fulfill({ contentType: "text/javascript", body }));
  }
  await page.goto(href);
  return page;
}

/** What went wrong on a page so far: errors in the console (the content policy's too), uncaught errors, requests elsewhere. */
export function complaints(page: Page): readonly string[] {
  return complaintsByPage.get(page) ?? [];
}

/** Leaves a picture of what the window shows in test/browser/screenshots/, for people to look at. */
export async function screenshot(page: Page, name: string): Promise<void> {
  mkdirSync(screenshots, { recursive: true });
  await page.screenshot({ path: join(screenshots, `${name}.png`) });
}

function fromSetUp(name: "KEEL_TEST_BROWSER" | "KEEL_TEST_SITE"): string {
  const value = process.env[name];
  if (!value)
    throw new Error(`${name} is not set: run the browser tests through jest, whose set-up starts the browser.`);
  return value;
}
