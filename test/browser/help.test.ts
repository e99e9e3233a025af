import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { dist } from "../dist";
import { complaints, openPage, screenshot } from "./browser";

const pages = readdirSync(join(dist, "help")).filter((name) => name.endsWith(".html"));

test("every help page fits the width of a pane", async () => {
  for (const name of pages) {
    const page = await openPage(`help/${name}`, { width: 320, height: 800, colorScheme: "dark" });
    expect([name, await page.evaluate("document.documentElement.scrollWidth")]).toEqual([name, 320]);
    expect([name, complaints(page)]).toEqual([name, []]);
    if (name === "rebalance.html") await screenshot(page, "help-320-dark");
    await page.close();
  }
}, 60_000);

test("the index leads to each function's page, and back", async () => {
  const page = await openPage("help/index.html");
  const names = await page.locator(".functions a").allTextContents();
  expect(names.map((name) => `${name.toLowerCase()}.html`).sort()).toEqual(
    pages.filter((name) => name !== "index.html").sort(),
  );
  await page.getByRole("link", { name: "REBALANCE" }).click();
  await page.getByRole("heading", { level: 1, name: "REBALANCE" }).waitFor();
  await screenshot(page, "help");
  await page.getByRole("link", { name: "All functions" }).click();
  await page.getByRole("heading", { level: 1, name: "Keel functions" }).waitFor();
  expect(complaints(page)).toEqual([]);
}, 60_000);
