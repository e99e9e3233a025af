import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "@jest/globals";
import type { FunctionsJson } from "../../src/build/functions-json";
import {
  developmentAddress,
  developmentManifest,
  manifestFor,
  productionManifest,
  siteAddress,
} from "../../src/build/manifest";
import { dist, fromDist } from "../dist";

// What the published schemas don't check, and Excel answers with silence or "this add-in could not be started".

const root = resolve(__dirname, "../..");
const written = readFileSync(join(root, "manifest.xml"), "utf8");
const production = productionManifest(written, "https://example.com/keel/");
const development = developmentManifest(written);

describe.each([
  ["released", production],
  ["development", development],
])("the %s manifest", (_name, { xml, address, namespace }) => {
  const resources = [...xml.matchAll(/<bt:(Image|Url|String) id="([^"]+)" DefaultValue="([^"]*)"/g)].map(
    ([, kind = "", id = "", value = ""]) => ({ kind, id, value }),
  );
  const valueOf = (id: string): string | undefined => resources.find((one) => one.id === id)?.value;

  test("names each resource once, and each that it uses is there", () => {
    const ids = resources.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    const used = new Set([...xml.matchAll(/resid="([^"]+)"/g)].map((match) => match[1]));
    expect([...used].sort()).toEqual([...ids].sort());
    expect(ids.filter((id) => id.length > 32)).toEqual([]);
  });

  test("keeps to the lengths that Excel takes", () => {
    const between = (from: string, to: string): string => xml.slice(xml.indexOf(from), xml.indexOf(to));
    const texts = (part: string): string[] =>
      [...part.matchAll(/DefaultValue="([^"]*)"/g)].map((match) => match[1] ?? "");
    expect(texts(between("<bt:ShortStrings>", "</bt:ShortStrings>")).filter((one) => one.length > 125)).toEqual([]);
    expect(texts(between("<bt:LongStrings>", "</bt:LongStrings>")).filter((one) => one.length > 250)).toEqual([]);
    expect(/<Description DefaultValue="([^"]*)"/.exec(xml)?.[1]?.length).toBeLessThanOrEqual(250);
    expect(/<DisplayName DefaultValue="([^"]*)"/.exec(xml)?.[1]?.length).toBeLessThanOrEqual(125);
  });

  test("lives in one runtime: page, functions, ribbon actions and pane", () => {
    const places = [
      /<Runtime resid="([^"]+)" lifetime="long"/,
      /<Page>\s*<SourceLocation resid="([^"]+)"/,
      /<FunctionFile resid="([^"]+)"/,
      /<Action xsi:type="ShowTaskpane">\s*<TaskpaneId>[^<]+<\/TaskpaneId>\s*<SourceLocation resid="([^"]+)"/,
    ];
    expect(places.map((place) => place.exec(xml)?.[1])).toEqual(places.map(() => "Taskpane.Url"));
  });

  test("has icons that exist, in the size that they are asked for", () => {
    const asked = [...xml.matchAll(/<bt:Image size="(\d+)" resid="([^"]+)"/g)].map(
      ([, size, id = ""]) => [Number(size), valueOf(id)] as const,
    );
    const shop = [
      [32, /<IconUrl DefaultValue="([^"]+)"/.exec(xml)?.[1]],
      [64, /<HighResolutionIconUrl DefaultValue="([^"]+)"/.exec(xml)?.[1]],
    ] as const;
    expect(asked.map(([size]) => size)).toEqual([16, 32, 80, 16, 32, 80, 16, 32, 80]);
    for (const [size, icon = "none"] of [...asked, ...shop]) {
      const file = join(root, icon.replace(`${address}/`, ""));
      expect([icon, existsSync(file)]).toEqual([icon, true]);
      expect([icon, pixels(file)]).toEqual([icon, [size, size]]);
    }
  });

  test("leads only to the site it was built for", () => {
    const addresses = [...xml.matchAll(/DefaultValue="([a-z]+:[^"]+)"/g)].map((match) => match[1] ?? "");
    expect(addresses).toHaveLength(11);
    expect(addresses.filter((one) => !one.startsWith(`${address}/`))).toEqual([]);
    expect(address).toMatch(/^https:/);
  });

  test("leads to pages, scripts and pictures that the build has made", () => {
    const { functions } = JSON.parse(fromDist("functions.json")) as FunctionsJson;
    const leadTo = [...xml.matchAll(/DefaultValue="https:[^"]+"/g)].map(([told]) => told.slice(14, -1));
    const missing = leadTo.filter((one) => !existsSync(join(dist, one.slice(address.length))));
    expect(missing).toEqual([]);
    const helpUrls = functions.map(({ helpUrl = "none" }) => helpUrl.replace(developmentAddress, ""));
    expect(helpUrls.filter((path) => !existsSync(join(dist, path)))).toEqual([]);
    expect(xml).toContain(`<SupportUrl DefaultValue="${address}/support.html"`);
  });

  test("calls each button, group and pane by a name of its own, no longer than Excel takes", () => {
    const ids = [...xml.matchAll(/<(?:Group|Control)\b[^>]*\bid="([^"]+)"/g)].map((match) => match[1] ?? "");
    expect(ids).toEqual(["Keel.Group", "Keel.Open", "Keel.Insert"]);
    expect(ids.filter((id) => id.length > 125)).toEqual([]);
    // By this name a workbook asks for the pane that opens by itself.
    const panes = [...xml.matchAll(/<TaskpaneId>([^<]+)</g)].map((match) => match[1]);
    expect(panes).toEqual(["Office.AutoShowTaskpaneWithDocument"]);
    // What a button does is there under that name.
    const actions = [...xml.matchAll(/<FunctionName>([^<]+)</g)].map((match) => match[1] ?? "");
    expect(actions.length).toBeGreaterThan(0);
    for (const action of actions) expect(fromDist("commands.js")).toContain(`associate("${action}"`);
  });

  test("has a text in every place that shows one", () => {
    expect(resources.filter(({ value }) => value.trim() === "")).toEqual([]);
    const kinds = { Title: "String", Label: "String", Description: "String", LearnMoreUrl: "Url" };
    for (const [element, kind] of Object.entries({ ...kinds, SourceLocation: "Url", FunctionFile: "Url" })) {
      const used = [...xml.matchAll(new RegExp(`<${element} resid="([^"]+)"`, "g"))].map((match) => match[1]);
      expect([element, used.length > 0]).toEqual([element, true]);
      const of = used.map((id) => resources.find((one) => one.id === id)?.kind);
      expect([element, of]).toEqual([element, used.map(() => kind)]);
    }
  });

  test("names the functions' namespace", () => {
    expect(valueOf("Functions.Namespace")).toBe(namespace);
    expect(namespace).toMatch(/^[A-Z]+$/);
  });

  test("has the version of package.json", () => {
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    expect(/<Version>([^<]+)</.exec(xml)?.[1]).toBe(`${version}.0`);
    // Microsoft's validation refuses a manifest below 1.0: "Manifest Version Too Low".
    expect(Number(version.split(".")[0])).toBeGreaterThanOrEqual(1);
  });
});

test("nothing of this machine is left in the released manifest", () => {
  expect(production.xml).not.toMatch(/localhost|127\.0\.0\.1/);
  expect(production.xml).toContain('"https://example.com/keel/taskpane.html"');
});

test("the two add-ins install side by side", () => {
  const marks = (xml: string): string[] =>
    [
      /<Id>([0-9a-f-]{36})<\/Id>/,
      /<DisplayName DefaultValue="([^"]+)"/,
      /"Functions.Namespace" DefaultValue="([^"]+)"/,
    ].map((mark) => mark.exec(xml)?.[1] ?? "none");
  const released = marks(production.xml);
  const own = marks(development.xml);
  expect(released.slice(1)).toEqual(["Keel", "KEEL"]);
  expect(own.slice(1)).toEqual(["Keel (development)", "KEELDEV"]);
  expect(own[0]).not.toBe(released[0]);
});

test("without an address the development add-in is built", () => {
  expect(manifestFor(written, undefined)).toEqual(development);
  expect(manifestFor(written, "")).toEqual(development);
  expect(manifestFor(written, "https://example.com/keel")).toEqual(production);
  expect(development.address).toBe(developmentAddress);
});

test.each([
  "http://example.com",
  "https://localhost:3000",
  "https://keel.localhost",
  "https://127.0.0.1/keel",
  "https://[::1]/keel",
  "https://example.com/?a=1",
  "https://example.com/#",
  "https://me:secret@example.com",
  "example.com/keel",
  "",
])("an address that Excel would refuse is refused by the build, and named: %s", (address) => {
  expect(() => productionManifest(written, address)).toThrow("KEEL_ADDRESS must be an https address");
  expect(() => siteAddress(address, "--url")).toThrow(`--url must be an https address`);
  expect(() => siteAddress(address, "--url")).toThrow(`It is "${address}".`);
});

test("signs that mean something to XML or to a replacement are taken as they are", () => {
  const { xml, address } = productionManifest(written, "https://example.com/a&b/$&/'c'/");
  expect(address).toBe("https://example.com/a&b/$&/'c'");
  expect(xml).toContain(`<SupportUrl DefaultValue="https://example.com/a&amp;b/$&amp;/'c'/support.html" />`);
});

/** Reads width and height from a PNG's header. */
function pixels(file: string): [width: number, height: number] {
  const header = readFileSync(file);
  return [header.readUInt32BE(16), header.readUInt32BE(20)];
}
