import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { createContext, Script } from "node:vm";
import { describe, expect, test } from "@jest/globals";
import { builtFromFile, sourcesFingerprint } from "../../src/build/built-from";
import type { FunctionsJson } from "../../src/build/functions-json";
import { budgets, sizeReport, weighedName } from "../../src/build/size-report";
import { sampleSheet } from "../../src/sheets";
import { readBook } from "../../src/xlsx";
import { dist, fromDist } from "../dist";

const { functions } = JSON.parse(fromDist("functions.json")) as FunctionsJson;
const { version } = JSON.parse(readFileSync(join(__dirname, "../../package.json"), "utf8")) as { version: string };
const office = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

test("functions.js needs nothing but a global CustomFunctions, and registers every function", () => {
  const ids: string[] = [];
  const page = createContext({ CustomFunctions: { associate: (id: string) => ids.push(id), Error, ErrorCode: {} } });
  new Script(fromDist("functions.js")).runInContext(page);
  expect(ids.sort()).toEqual(functions.map(({ id }) => id).sort());
  // By this global the pane knows that they are loaded, and whether they are of its own version.
  expect(new Script("keelFunctions.version").runInContext(page)).toBe(version);
});

test("the starter workbook opens again, with figures in every formula", async () => {
  const { book, leftOut } = await readBook(new Uint8Array(readFileSync(join(dist, "assets/keel-starter.xlsx"))));
  expect(leftOut).toEqual([]);
  expect(book.sheets.map(({ name }) => name)).toEqual(["Start here", sampleSheet, "Keel plan"]);
  expect(book.sheets.flatMap(({ tables }) => tables.map(({ name }) => name))).toEqual(["Holdings", "Policy"]);
  expect(book.sheets.map(({ charts }) => charts.length)).toEqual([0, 0, 1]);
  const formulas = book.sheets.flatMap(({ cells }) => cells.filter(({ formula }) => formula !== undefined));
  expect(formulas.length).toBeGreaterThan(10);
  expect(formulas.filter(({ value }) => value === "" || typeof value === "object")).toEqual([]);
});

describe("the pages", () => {
  const help = functions.map(({ name }) => `help/${name.toLowerCase()}.html`);
  const reading = ["support.html", "privacy.html", "help/index.html", ...help];
  const pages = ["taskpane.html", "workbench.html", ...reading];

  test("are all there", () => {
    expect(readdirSync(join(dist, "help")).sort()).toEqual(
      ["bring-in.html", "help.css", "household.html", "index.html", ...help.map((path) => path.slice(5))].sort(),
    );
  });

  test.each(pages)("%s has a content policy and only relative addresses", (path) => {
    const html = fromDist(path);
    expect(html).toMatch(/<meta\s+http-equiv="Content-Security-Policy"\s+content="default-src '(self|none)';/);
    const addresses = [...html.matchAll(/\b(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? "");
    const elsewhere = addresses.filter((address) => /^(\/|[a-z]+:)/.test(address) && !address.startsWith("data:"));
    expect(elsewhere).toEqual(path === "taskpane.html" ? [office] : []);
    expect(html).toMatch(/<html lang="en"/);
    expect(html).toContain('name="viewport"');
  });

  test("the pane shows something before its first script", () => {
    const html = fromDist("taskpane.html");
    const shell = html.indexOf("Starting…");
    expect(shell).toBeGreaterThan(0);
    expect(html.indexOf("<script")).toBeGreaterThan(shell);
    const scripts = [...html.matchAll(/<script[^>]* src="([^"]+)"/g)].map((match) => match[1]);
    // The watchdog first: what comes after it may be what it has to tell of.
    expect(scripts).toEqual(["watchdog.js", office, "functions.js", "commands.js", "taskpane.js"]);
    expect(html).not.toMatch(/<script[^>]*\b(defer|async)\b/);
  });

  test("the workbench never loads Office's script", () => {
    expect(fromDist("workbench.html") + fromDist("workbench.js")).not.toContain("appsforoffice");
  });

  test("what is for reading runs no script, and is allowed none", () => {
    for (const path of reading) {
      const html = fromDist(path);
      expect(html).not.toMatch(/<script|\son[a-z]+=/);
      expect(html).toContain(`content="default-src 'none'; style-src 'self'; img-src 'self';`);
    }
  });

  test("what is for reading leads to pages and places that are there", () => {
    for (const path of reading) {
      const links = [...fromDist(path).matchAll(/<(?:a|link)\b[^>]*\bhref="([^"]+)"/g)].map((match) => match[1] ?? "");
      expect(links.length).toBeGreaterThan(3);
      const broken = links.filter((link) => {
        const [file = "", place] = posix.join(posix.dirname(path), link).split("#");
        return !existsSync(join(dist, file)) || (place !== undefined && !fromDist(file).includes(`id="${place}"`));
      });
      expect([path, broken]).toEqual([path, []]);
    }
  });

  test("the privacy page says what is so", () => {
    const privacy = fromDist("privacy.html").replace(/\s+/g, " ");
    // Where the workbench keeps its workbook, under that name.
    expect(fromDist("workbench.js")).toContain('"keel-workbench"');
    expect(privacy).toContain("in IndexedDB, under the name <code>keel-workbench</code>");
    // In Excel nothing is kept beside the workbook, and nothing is sent.
    for (const script of ["functions.js", "commands.js", "taskpane.js"]) {
      expect(fromDist(script)).not.toMatch(/localStorage|sessionStorage|indexedDB|document\.cookie|sendBeacon/);
      expect(fromDist(script)).not.toMatch(/XMLHttpRequest|WebSocket|EventSource/);
    }
    const policy = /Content-Security-Policy"\s+content="([^"]+)"/.exec(fromDist("taskpane.html"))?.[1] ?? "";
    const connects = policy.split("; ").find((part) => part.startsWith("connect-src"));
    expect(connects).toBe("connect-src 'self' https://appsforoffice.microsoft.com");
  });

  test("the support page says which Keel it is of", () => {
    expect(fromDist("support.html").replace(/\s+/g, " ")).toContain(`This is version ${version}.`);
  });
});

test("no bundle that Excel loads knows an address to send anything to", () => {
  const names = [
    /^http:\/\/www\.w3\.org\//, // names of SVG, HTML and MathML, never fetched
    /^https:\/\/github\.com\/(MikeMcl\/decimal\.js|microsoft\/griffel\/issues)$/, // named in messages
    /^https:\/\/(reactjs\.org\/docs\/error-decoder\.html|aka\.ms\/griffel-css-shorthands)/, // named in messages
  ];
  for (const bundle of ["functions.js", "commands.js", "taskpane.js", "workbench.js"]) {
    const addresses = fromDist(bundle).match(/\b(?:https?|wss?):\/\/[\w.-]+[^\s"'`)\\]*/g) ?? [];
    const others = addresses.filter((address) => !names.some((name) => name.test(address)));
    expect([bundle, others]).toEqual([bundle, []]);
  }
});

describe("what is shipped", () => {
  const packages = [...fromDist("licenses.txt").matchAll(/^(@?[\w./-]+) (\d\S*) \(([^)]*)\)$/gm)].map(
    ([, name = "", version = "", licence = ""]) => ({ name, version, licence }),
  );

  test("may be passed on: no licence asks for more than its text", () => {
    expect(packages.length).toBeGreaterThan(20);
    const free = /^(MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0)$/;
    const others = packages.filter(({ licence }) => !free.test(licence)).map(({ name }) => name);
    // Names no licence in its package.json, and carries the text of Apache-2.0.
    expect(others).toEqual(["@univerjs/telemetry"]);
  });

  test("has nothing of Node in it", () => {
    const standIns = [
      "buffer",
      "process",
      "util",
      "stream-browserify",
      "crypto-browserify",
      "path-browserify",
      "events",
    ];
    expect(packages.map(({ name }) => name).filter((name) => standIns.includes(name))).toEqual([]);
  });

  test("weighs no more than its budget", () => {
    const paths = [...readdirSync(dist), ...readdirSync(join(dist, "chunks")).map((name) => `chunks/${name}`)];
    const bundles = paths.flatMap((path) => {
      const name = weighedName(path);
      return name === undefined ? [] : [[name, readFileSync(join(dist, path))] as const];
    });
    expect(bundles.map(([name]) => name)).toEqual(expect.arrayContaining(Object.keys(budgets)));
    expect(sizeReport(new Map(bundles)).over).toEqual([]);
  });

  test("is one file a bundle for Excel: numbered pieces and chunks belong to the workbench", () => {
    const bundles = readdirSync(dist).filter((name) => name.endsWith(".js"));
    expect(bundles.sort()).toEqual([
      "commands.js",
      "functions.js",
      "taskpane.js",
      "univer.js",
      "vendors.js",
      "watchdog.js",
      "workbench.js",
    ]);
  });
});

test("the build says what it was made from, which is what is here", () => {
  expect(fromDist(builtFromFile).trim()).toBe(sourcesFingerprint(join(__dirname, "../..")));
});
