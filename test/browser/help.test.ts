import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { dist } from "../dist";
import { accessibilityFindings } from "./axe";
import { complaints, openPage, screenshot, site } from "./browser";

const pages = readdirSync(join(dist, "help")).filter((name) => name.endsWith(".html"));

test("every page for reading fits the width of a pane", async () => {
  const page = await openPage("help/index.html", { width: 320, height: 800, colorScheme: "dark" });
  for (const name of [...pages.map((each) => `help/${each}`), "support.html", "privacy.html"]) {
    await page.goto(`${site()}/${name}`);
    expect([name, await page.evaluate("document.documentElement.scrollWidth")]).toEqual([name, 320]);
    expect([name, complaints(page)]).toEqual([name, []]);
    if (name === "help/rebalance.html") await screenshot(page, "help-320-dark");
  }
}, 60_000);

test.each([
  ["support", "light"],
  ["support", "dark"],
  ["privacy", "light"],
  ["privacy", "dark"],
] as const)("the page about %s can be read by everybody (%s)", async (name, colorScheme) => {
  const page = await openPage(`${name}.html`, { width: 900, height: 1000, colorScheme });
  await screenshot(page, `${name}-${colorScheme}`);
  expect(await accessibilityFindings(page)).toEqual([]);
  expect(complaints(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 1000 });
  await screenshot(page, `${name}-320-${colorScheme}`);
});

test("one page leads to the other", async () => {
  const page = await openPage("help/index.html");
  await page.getByRole("link", { name: "Privacy" }).click();
  await page.getByRole("heading", { level: 1, name: "Privacy" }).waitFor();
  await page.getByRole("main").getByRole("link", { name: "Support" }).click();
  await page.getByRole("heading", { level: 1, name: "Support" }).waitFor();
  await page.getByRole("link", { name: "Functions" }).click();
  await page.getByRole("heading", { level: 1, name: "Keel help" }).waitFor();
  expect(complaints(page)).toEqual([]);
});

test("the index leads to each function's page, and back", async () => {
  const page = await openPage("help/index.html");
  const names = await page.locator(".functions a").allTextContents();
  expect(names.map((name) => `${name.toLowerCase()}.html`).sort()).toEqual(
    pages.filter((name) => !["index.html", "bring-in.html", "household.html"].includes(name)).sort(),
  );
  await page.getByRole("link", { name: "REBALANCE" }).click();
  await page.getByRole("heading", { level: 1, name: "REBALANCE" }).waitFor();
  await screenshot(page, "help");
  await page.getByRole("link", { name: "All functions" }).click();
  await page.getByRole("heading", { level: 1, name: "Keel help" }).waitFor();
  expect(complaints(page)).toEqual([]);
}, 60_000);
