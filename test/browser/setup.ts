import { createServer, type Server } from "node:http";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import type { AddressInfo } from "node:net";
import { chromium, type BrowserServer } from "playwright-core";
import { whyStale } from "../../src/build/built-from";

/** What the set-up leaves for the teardown, in the same process. */
export interface Running {
  readonly browser: BrowserServer;
  readonly site: Server;
}

const root = join(__dirname, "../..");
/** Where the built pages are; KEEL_DIST names another build than dist/. */
const dist = process.env["KEEL_DIST"] ?? join(root, "dist");

/** Starts one browser and one web server for all browser tests; the tests find them by two environment variables. */
export default async function setUp(): Promise<void> {
  const stale = process.env["KEEL_DIST"] === undefined ? whyStale(root) : undefined;
  if (stale !== undefined) throw new Error(stale);
  const [browser, site] = await Promise.all([launch(), serve()]);
  process.env["KEEL_TEST_BROWSER"] = browser.wsEndpoint();
  process.env["KEEL_TEST_SITE"] = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  Object.assign(globalThis, { keelRunning: { browser, site } satisfies Running });
}

/** Launches an installed Chrome, Edge or Chromium, or else the packaged Chromium (Linux on x64). */
async function launch(): Promise<BrowserServer> {
  const refusals: string[] = [];
  for (const channel of ["chrome", "msedge", "chromium"]) {
    try {
      return await chromium.launchServer({ channel });
    } catch (refusal) {
      refusals.push(`${channel}: ${firstLine(refusal)}`);
    }
  }
  for (const executablePath of ["/usr/bin/chromium", "/usr/bin/chromium-browser"].filter((path) => existsSync(path))) {
    try {
      return await chromium.launchServer({ executablePath });
    } catch (refusal) {
      refusals.push(`${executablePath}: ${firstLine(refusal)}`);
    }
  }
  if (process.platform === "linux" && process.arch === "x64") {
    try {
      return await chromium.launchServer({ executablePath: await unpackChromium() });
    } catch (refusal) {
      refusals.push(`packaged Chromium: ${firstLine(refusal)}`);
    }
  }
  throw new Error(
    `No browser for the browser tests. Install Chrome, Edge or Chromium and run again.\n${refusals.join("\n")}`,
  );
}

/** Unpacks the Chromium that comes with the npm packages, with the libraries it needs, and says where it is. */
async function unpackChromium(): Promise<string> {
  const { devDependencies } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as {
    devDependencies: Record<"@sparticuz/chromium", string>;
  };
  const before = process.env["TMPDIR"];
  // The package keeps a browser it finds in TMPDIR, of whatever version: the folder's name has the version in it.
  const folder = join(tmpdir(), `keel-chromium-${devDependencies["@sparticuz/chromium"]}`);
  await mkdir(folder, { recursive: true });
  // Its own font settings look in /tmp only: without this, pages have no text where TMPDIR is another folder.
  await writeFile(
    join(folder, "fonts.conf"),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${join(folder, "fonts")}</dir>` +
      `<include ignore_missing="yes">/etc/fonts/fonts.conf</include><cachedir>${join(folder, "fonts-cache")}</cachedir></fontconfig>`,
  );
  process.env["FONTCONFIG_PATH"] ??= folder;
  process.env["TMPDIR"] = folder;
  // Makes it bring its own copies of the libraries that a bare machine lacks.
  process.env["AWS_LAMBDA_JS_RUNTIME"] ??= "nodejs22.x";
  try {
    const { default: packaged } = await import("@sparticuz/chromium");
    return await packaged.executablePath();
  } finally {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
  }
}

const mediaTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".xml": "application/xml",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/** Serves dist/ on a free port of this machine, as any plain web server would: no header but the media type. */
async function serve(): Promise<Server> {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname));
    readFile(join(dist, path)).then(
      (content) => response.writeHead(200, { "content-type": mediaTypes[extname(path)] ?? "text/plain" }).end(content),
      () => response.writeHead(404, { "content-type": "text/plain" }).end(`No ${path} in dist/`),
    );
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return server;
}

function firstLine(problem: unknown): string {
  return String(problem instanceof Error ? problem.message : problem).split("\n")[0] ?? "";
}
