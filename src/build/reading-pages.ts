import { readFileSync } from "node:fs";
import { join } from "node:path";
import { page } from "./page";

/** The pages of the site that are for reading, by their path: what the manifest, the pane and help lead to. */
export function readingPages(version: string): ReadonlyMap<string, string> {
  return new Map([
    ["support.html", page({ title: "Keel support", body: written("support", { version }), root: "./" })],
    ["help/bring-in.html", page({ title: "Bring your own files in", body: written("bring-in", {}), root: "../" })],
    [
      "help/household.html",
      page({ title: "Several accounts as one household", body: written("household", {}), root: "../" }),
    ],
    ["privacy.html", page({ title: "Keel and your privacy", body: written("privacy", {}), root: "./" })],
  ]);
}

/** The words of a page, which stand in `pages/`, with each `{name}` in them replaced. Throws for one that isn't given. */
export function written(name: string, given: Readonly<Record<string, string>>): string {
  const words = readFileSync(join(__dirname, "pages", `${name}.html`), "utf8");
  return words.trim().replace(/\{(\w+)\}/g, (_, asked: string) => {
    const value = given[asked];
    if (value === undefined) throw new Error(`pages/${name}.html asks for {${asked}}, which nobody gives.`);
    return value;
  });
}
