import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { contentTypes, siteHeaders, type Files } from "../../../src/build";
import type { FunctionsJson } from "../../../src/build/functions-json";
import { readBook } from "../../../src/xlsx";
import { built, opened, releaseFor, textOf, version } from "./released";

const address = "https://keel.example.org/tools/keel";
const readdressed = ["assets/keel-starter.xlsx", "functions.json", "manifest.xml", "taskpane.html"];
let name = "";
let bytes = new Uint8Array();
let files: Files = new Map();

beforeAll(async () => {
  ({ name, bytes } = (await releaseFor(`${address}/`)) as { name: string; bytes: Uint8Array<ArrayBuffer> });
  files = opened({ name, bytes });
}, 60_000);

test("the zip is named after the version, and has the site, its manifest, the guide and the licence", () => {
  expect(name).toBe(`keel-${version}.zip`);
  expect([...files.keys()].filter((path) => !path.startsWith("site/")).sort()).toEqual([
    "LICENSE.txt",
    "deploy.html",
    "manifest.xml",
  ]);
  expect(textOf(files, "LICENSE.txt")).toMatch(/^MIT License/);
  expect(textOf(files, "site/manifest.xml")).toBe(textOf(files, "manifest.xml"));
});

test("the site is what was built, byte by byte, but for the files that name where they are", () => {
  const site = [...files].flatMap(([path, content]) =>
    path.startsWith("site/") ? [[path.slice(5), content] as const] : [],
  );
  const before = built();
  expect(site.map(([path]) => path).sort()).toEqual([...before.keys()].sort());
  const changed = site.filter(([path, content]) => Buffer.compare(content, before.get(path) ?? content) !== 0);
  expect(changed.map(([path]) => path).sort()).toEqual(readdressed);
});

test("no file has a name that GitHub Pages leaves out: there, what begins with an underline or a point is not shown", () => {
  expect([...files.keys()].filter((path) => path.split("/").some((part) => /^[_.]/.test(part)))).toEqual([]);
});

test("the same release has the same bytes on another day and in another time zone", async () => {
  const zone = process.env["TZ"];
  process.env["TZ"] = "Pacific/Auckland";
  try {
    const inOtherOrder = new Map([...built()].reverse());
    const again = await releaseFor(address, inOtherOrder);
    expect(digest(again.bytes)).toBe(digest(bytes));
  } finally {
    if (zone === undefined) delete process.env["TZ"];
    else process.env["TZ"] = zone;
  }
}, 60_000);

describe("the released add-in", () => {
  test("has no trace of this machine or of the development add-in", () => {
    for (const [path, content] of files) {
      if (/\.(png|xlsx)$/.test(path)) continue;
      // The spreadsheet's own library mentions such names, none of which is the development server's.
      const machine = path === "site/univer.js" ? /localhost:3000|KEELDEV/ : /localhost|127\.0\.0\.1|KEELDEV/;
      expect([path, machine.exec(new TextDecoder().decode(content))?.[0]]).toEqual([path, undefined]);
    }
  });

  test("names addresses that are in the site", () => {
    const manifest = textOf(files, "manifest.xml");
    const told = [...manifest.matchAll(/DefaultValue="(https?:[^"]+)"/g)].map((match) => match[1] ?? "");
    expect(told).toHaveLength(11);
    const { functions } = JSON.parse(textOf(files, "site/functions.json")) as FunctionsJson;
    for (const one of [...told, ...functions.map(({ helpUrl = "" }) => helpUrl)]) {
      expect([one, one.startsWith(`${address}/`)]).toEqual([one, true]);
      expect([one, files.has(`site/${one.slice(address.length + 1)}`)]).toEqual([one, true]);
    }
  });

  test("is Keel and not the development add-in: in its manifest, its page and its starter workbook", async () => {
    expect(textOf(files, "manifest.xml")).toContain('id="Functions.Namespace" DefaultValue="KEEL"');
    expect(textOf(files, "site/taskpane.html")).toContain('data-namespace="KEEL"');
    const { book } = await readBook(files.get("site/assets/keel-starter.xlsx") ?? new Uint8Array());
    const formulas = book.sheets.flatMap(({ cells }) => cells.flatMap(({ formula }) => formula ?? []));
    expect(formulas.filter((formula) => formula.includes("KEEL")).length).toBeGreaterThan(5);
    expect(formulas.filter((formula) => formula.includes("KEELDEV"))).toEqual([]);
  });
});

describe("a release that would not work is refused, in words", () => {
  const without = (path: string): Files => new Map([...built()].filter(([each]) => each !== path));
  const altered = (path: string, from: string | RegExp, to: string): Files =>
    new Map(built()).set(path, new TextEncoder().encode(textOf(built(), path).replace(from, to)));

  test.each<[string, () => Files, string]>([
    ["no icon", () => without("assets/icon-80.png"), `${address}/assets/icon-80.png is not a page of the site.`],
    ["no support page", () => without("support.html"), `${address}/support.html is not a page of the site.`],
    ["no help page", () => without("help/drift.html"), `${address}/help/drift.html is not a page of the site.`],
    ["no functions", () => without("functions.json"), "The built site has no functions.json. Run npm run build."],
    [
      "an address of this machine",
      () => altered("help/index.html", "</main>", '<a href="https://localhost:3000/x">x</a></main>'),
      "help/index.html still has https://localhost:3000 in it.",
    ],
    ["no namespace", () => altered("taskpane.html", /data-namespace="\w+"/, ""), "doesn't say its namespace once"],
  ])("%s", async (_name, site, words) => {
    await expect(releaseFor(address, site())).rejects.toThrow(words);
  });
});

test("the guide says the address, the version, and each header and type that the site needs", () => {
  const guide = textOf(files, "deploy.html");
  expect(guide).toContain(`<h1>Deploying Keel ${version}</h1>`);
  for (const place of [
    "functions.json",
    "manifest.xml",
    "workbench.html",
    "support.html",
    "assets/keel-starter.xlsx",
  ]) {
    expect(guide).toContain(`${address}/${place}`);
    expect(files.has(`site/${place}`)).toBe(true);
  }
  for (const [header, value] of Object.entries(siteHeaders)) {
    expect(guide).toContain(`<code>${header}</code></th><td><code>${value}</code>`);
    expect(guide).toContain(`add_header ${header} "${value}" always;`);
  }
  const endings = new Set([...files.keys()].flatMap((path) => /^site\/.*(\.\w+)$/.exec(path)?.[1] ?? []));
  expect([...endings].filter((ending) => !(ending in contentTypes))).toEqual([]);
  for (const [ending, type] of Object.entries(contentTypes)) {
    expect(guide).toContain(`<code>${ending}</code></th><td><code>${type}</code>`);
  }
  // It is read from a folder: nothing in it needs the site or a network.
  expect(guide).not.toMatch(/\b(?:src|href)="/);
  for (const way of [
    "GitHub Pages",
    "Microsoft 365 admin center",
    "on Windows",
    "on a Mac",
    "on the web",
    "Taking it away",
  ]) {
    expect(guide).toContain(way);
  }
  expect(guide).not.toMatch(/\{\w+\}/);
});

function digest(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
