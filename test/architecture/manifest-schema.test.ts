import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { developmentManifest, productionManifest } from "../../src/build/manifest";

const written = readFileSync(resolve(__dirname, "../../manifest.xml"), "utf8");
const schema = join(__dirname, "manifest-schema/OfficeAppManifestV1_1.xsd");
const there = spawnSync("xmllint", ["--version"]).error === undefined;

/** What xmllint says of a manifest by Microsoft's schemas, nothing if it is right. */
function faults(xml: string): string {
  const { status, stderr } = spawnSync("xmllint", ["--noout", "--nonet", "--schema", schema, "-"], {
    input: xml,
    encoding: "utf8",
  });
  return status === 0 ? "" : stderr;
}

// On a machine without xmllint these are shown as skipped; what manifest.test.ts holds, it holds on every machine.
const where = there ? describe : describe.skip;
where("by Microsoft's schemas", () => {
  test.each([
    ["the manifest at the root", written],
    ["the released manifest", productionManifest(written, "https://example.com/a&b/keel").xml],
    ["the development manifest", developmentManifest(written).xml],
  ])("%s is right", (_name, xml) => {
    expect(faults(xml)).toBe("");
  });

  test.each([
    ["elements in another order", /(<IconUrl[^>]+>)(\s*<HighResolutionIconUrl[^>]+>)/, "$2$1", /element IconUrl/],
    ["an element that is none", "</Hosts>", "</Hosts><PrivacyUrl DefaultValue='https://a.example' />", /PrivacyUrl/],
    ["an Id that is none", /<Id>[^<]+</, "<Id>keel<", /Id/],
    ["a permission that is none", "ReadWriteDocument", "Everything", /Permissions/],
  ])("%s is found", (_name, from, to, named) => {
    const changed = written.replace(from, to);
    expect(changed).not.toBe(written);
    expect(faults(changed)).toMatch(named);
  });
});
