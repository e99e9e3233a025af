import { readFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "@swc/core";
import { describe, expect, test } from "@jest/globals";
import type { Page, Route } from "playwright-core";
import { fromDist } from "../dist";
import { accessibilityFindings } from "./axe";
import { openPage, screenshot, site, type Look } from "./browser";
import { officeScript } from "./excel";

const { functions } = JSON.parse(fromDist("functions.json")) as {
  readonly functions: readonly { readonly id: string }[];
};

/**
 * Plays the one thing of Office's script that matters here: it waits for the page to be read only while the page says
 * that it is loading, and then calls functions. Source: the wait on `readyState` in Microsoft's excel-web script.
 */
const office = `
  globalThis.asked = new Promise((answer) => {
    const ask = () => answer([...globalThis.associated]);
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", ask);
    else setTimeout(ask, 0);
  });
  globalThis.associated = [];
  globalThis.CustomFunctions = {
    associate: (id) => globalThis.associated.push(id),
    Error: class extends Error {},
    ErrorCode: {},
  };
`;

/** Opens the pane's page with some of its files answered otherwise. */
async function opened(
  address: string,
  others: Readonly<Record<string, (route: Route) => Promise<void>>>,
  look: Look = {},
): Promise<Page> {
  const page = await openPage("watchdog.js", { width: 340, height: 640, ...look });
  for (const [path, answer] of Object.entries(others)) await page.route(path, answer);
  // A file that never comes keeps the page from ever being loaded.
  await page.goto(`${site()}/${address}`, { waitUntil: "commit" });
  return page;
}

const script = (body: string) => (route: Route) => route.fulfill({ contentType: "text/javascript", body });
const never = (): Promise<void> => new Promise(() => undefined);

test("the functions are there when Office asks for them, however slowly they come", async () => {
  const page = await opened("taskpane.html", {
    [officeScript]: script(office),
    "**/functions.js": async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      await route.continue();
    },
  });
  await page.waitForFunction(() => "asked" in globalThis);
  const there = await page.evaluate<readonly string[]>("globalThis.asked");
  expect([...there].sort()).toEqual(functions.map(({ id }) => id).sort());
});

describe("a pane that can't start says why, and what to do", () => {
  const looks: Readonly<Record<string, Look>> = { light: {}, dark: { colorScheme: "dark" }, "320": { width: 320 } };
  test.each<[string, Readonly<Record<string, (route: Route) => Promise<void>>>, RegExp]>([
    [
      "old browser",
      { "**/taskpane.js": script("class { static { } } (?<=") },
      /too old for Keel\. On a Mac, update to macOS 12\.3/,
    ],
    ["no files", { "**/functions.js": never }, /files have not arrived\. Check that this computer is online/],
    ["no pane", { "**/taskpane.js": never }, /has not started yet\. Reload/],
  ])(
    "%s",
    async (name, others, words) => {
      // At the same time, since each waits for the watchdog's patience to end.
      const look = async ([as, how]: [string, Look]): Promise<void> => {
        const page = await opened("taskpane.html", { [officeScript]: script(office), ...others }, how);
        const status = page.getByRole("status");
        expect(await status.innerText()).toBe("Starting…");
        await status.filter({ hasText: words }).waitFor({ timeout: 20_000 });
        await screenshot(page, `watchdog-${name.replace(" ", "-")}-${as}`);
        expect(await page.getByRole("button", { name: "Reload" }).isVisible()).toBe(true);
        expect(await page.getByRole("link", { name: "What to do" }).getAttribute("href")).toBe("support.html#loading");
        expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
        // A page that waits for a file for ever lets nothing else in.
        if (name === "old browser") expect(await accessibilityFindings(page)).toEqual([]);
      };
      await Promise.all(Object.entries(looks).map(look));
    },
    60_000,
  );

  test.each(Object.entries(looks))("Microsoft's script is blocked inside Excel (%s)", async (name, look) => {
    const blocked = { [officeScript]: (route: Route) => route.abort() };
    const page = await opened("taskpane.html?_host_Info=Excel$Web$16.01$en-US$$$$0", blocked, look);
    await page.getByRole("heading", { name: "Microsoft’s script did not load" }).waitFor();
    await screenshot(page, `blocked-${name}`);
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Reload" }).click();
    await page.getByText("appsforoffice.microsoft.com").waitFor();
    await screenshot(page, `blocked-again-${name}`);
  });

  test("outside of Excel the same page points to the workbench", async () => {
    const page = await opened("taskpane.html", { [officeScript]: (route) => route.abort() });
    await page.getByRole("link", { name: "Try Keel in the workbench" }).waitFor();
  });
});

test("the watchdog is the oldest JavaScript there is", () => {
  const source = readFileSync(join(__dirname, "../../src/taskpane/watchdog.js"), "utf8");
  const parsed = transformSync(source, { jsc: { target: "es5", parser: { syntax: "ecmascript" } }, minify: false });
  const old = transformSync(source, { jsc: { target: "es2022", parser: { syntax: "ecmascript" } }, minify: false });
  // What is ES5 already isn't changed by making it so.
  expect(parsed.code).toBe(old.code);
  expect(fromDist("watchdog.js")).toBe(source);
});
