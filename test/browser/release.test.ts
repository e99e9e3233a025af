import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { contentTypes, siteHeaders, type Files } from "../../src/build";
import type { FunctionsJson } from "../../src/build/functions-json";
import { opened, releaseFor, textOf } from "../build/release/released";
import { accessibilityFindings } from "./axe";
import { complaints, openPage, screenshot, site } from "./browser";
import type {} from "./excel-host";
import { officeScript, openInExcel } from "./excel";

// The released site as a server at another address than the page that asks for it: Excel on the web asks so.

const released = "https://keel.example.org/tools/keel";
const servers: Server[] = [];
let files: Files = new Map();
let good = "";
let bare = "";

beforeAll(async () => {
  files = opened(await releaseFor(released));
  good = await serve(siteHeaders);
  bare = await serve({});
}, 60_000);

afterAll(() => {
  for (const server of servers) server.close();
});

/** Serves the unpacked site below the path that its address has, with the types and headers of the guide. */
async function serve(headers: Readonly<Record<string, string>>): Promise<string> {
  const { pathname } = new URL(released);
  const server = createServer((request, response) => {
    const content = files.get(`site${new URL(request.url ?? "", "http://localhost").pathname.slice(pathname.length)}`);
    const type =
      contentTypes[extname(new URL(request.url ?? "", "http://localhost").pathname)] ?? "application/octet-stream";
    if (content) response.writeHead(200, { ...headers, "Content-Type": type }).end(content);
    else response.writeHead(404, headers).end();
  });
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}${pathname}`;
}

/** What a page at another address gets of a site, as the browser lets it have it. */
async function askedFrom(elsewhere: string): Promise<{ readonly functions: number; readonly ids: readonly string[] }> {
  const page = await openPage("watchdog.js");
  await page.unrouteAll();
  expect(new URL(elsewhere).origin).not.toBe(new URL(site()).origin);
  const asked = await page.evaluate(async (address) => {
    const ids: string[] = [];
    Object.assign(globalThis, {
      CustomFunctions: { associate: (id: string) => ids.push(id), Error: class extends Error {}, ErrorCode: {} },
    });
    const functions = await fetch(`${address}/functions.json`).then(
      async (answer) => ((await answer.json()) as { functions: unknown[] }).functions.length,
      () => 0,
    );
    await new Promise((done) => {
      const script = Object.assign(document.createElement("script"), {
        src: `${address}/functions.js`,
        crossOrigin: "anonymous",
        onload: done,
        onerror: done,
      });
      document.documentElement.append(script);
    });
    return { functions, ids };
  }, elsewhere);
  await page.close();
  return asked;
}

test("a page at another address reads the functions, as Excel on the web does", async () => {
  const { functions } = JSON.parse(textOf(files, "site/functions.json")) as FunctionsJson;
  const asked = await askedFrom(good);
  expect(asked.functions).toBe(functions.length);
  expect([...asked.ids].sort()).toEqual(functions.map(({ id }) => id).sort());
});

test("without the header that the guide asks for, the browser lets it have none", async () => {
  expect(await askedFrom(bare)).toEqual({ functions: 0, ids: [] });
});

test("each address of the manifest is answered, as what it is, and none with what Office refuses", async () => {
  const told = [...textOf(files, "manifest.xml").matchAll(/DefaultValue="(https?:[^"]+)"/g)].map((match) => match[1]);
  expect(told.length).toBeGreaterThan(5);
  for (const one of told) {
    const there = (one ?? "").replace(released, good);
    const answer = await fetch(there, { headers: { Origin: "https://excel.cloud.microsoft" } });
    expect([one, answer.status]).toEqual([one, 200]);
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect(answer.headers.get("content-type")).toBe(contentTypes[extname(there)]);
    expect(answer.headers.get("x-frame-options")).toBeNull();
    expect(answer.headers.get("cache-control")).not.toContain("no-store");
  }
});

describe("opened at that address", () => {
  test("the pane works in Excel, writes the released add-in's functions, and its links lead into the site", async () => {
    const page = await openInExcel({ from: good });
    await page.getByRole("heading", { name: "Time to rebalance" }).waitFor();
    await page.getByRole("navigation").getByRole("button", { name: "Set up", exact: true }).click();
    for (const button of ["Next: your targets", "Next: your rule", "Next: preview", "Insert"]) {
      await page.getByRole("button", { name: button, exact: true }).click();
    }
    await page.getByRole("heading", { name: "Your plan is live" }).waitFor();
    const formulas = await page.evaluate(() =>
      keelHost.model.sheets.flatMap(({ cells }) => [...cells.values()].map(({ formula }) => formula)),
    );
    const named = formulas.filter((formula) => /KEEL/.test(formula));
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((formula) => /KEELDEV/.test(formula))).toEqual([]);
    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("navigation").getByRole("button", { name: "Help", exact: true }).click();
    await page.getByRole("link", { name: "Privacy" }).waitFor();
    expect(await leadingNowhere(page)).toEqual([]);
    expect(complaints(page)).toEqual([]);
    const links = await page.getByRole("link").evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
    for (const one of ["support.html", "privacy.html"]) expect(links).toContain(`${good}/${one}`);
  }, 60_000);

  test.each(["support.html", "privacy.html", "help/index.html", "help/drift.html", "workbench.html"])(
    "%s has all that it needs, and leads to what is there",
    async (path) => {
      const page = await openPage(`${good}/${path}`);
      await page.getByRole("heading").first().waitFor();
      expect(await leadingNowhere(page)).toEqual([]);
      expect(complaints(page)).toEqual([]);
    },
    60_000,
  );
});

/** What a page links to or is made of that the site hasn't got, each with what it answers. */
async function leadingNowhere(page: Page): Promise<readonly string[]> {
  const addresses = await page.evaluate(() =>
    [...document.querySelectorAll("a[href], link[href], script[src], img[src]")].map((one) =>
      one instanceof HTMLAnchorElement || one instanceof HTMLLinkElement ? one.href : (one as HTMLImageElement).src,
    ),
  );
  expect(addresses.length).toBeGreaterThan(0);
  const here = addresses.filter((one) => !one.startsWith("data:") && one !== officeScript);
  // Nothing of the site lies outside of the folder that it was copied to.
  const outside = here.filter((one) => !one.startsWith(`${good}/`));
  const missing: string[] = [];
  for (const one of new Set(here)) {
    const { status } = await fetch(one);
    if (status !== 200) missing.push(`${one}: ${status}`);
  }
  return [...outside, ...missing];
}

test.each([
  ["light", 900],
  ["dark", 320],
] as const)("the guide can be read by everybody, from a folder (%s)", async (colorScheme, width) => {
  const page = await openPage("watchdog.js", { width, height: 1000, colorScheme });
  await page.setContent(textOf(files, "deploy.html"));
  await screenshot(page, `deploy-${width}-${colorScheme}`);
  expect(await accessibilityFindings(page)).toEqual([]);
  expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
});
