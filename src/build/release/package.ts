import { readFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync, type Zippable } from "fflate";
import { escaped } from "../page";
import type { Manifest } from "../manifest";
import { written } from "../reading-pages";
import type { Files } from "./released-site";
import { contentTypes, siteHeaders } from "./site-headers";

interface Release {
  /** The version of package.json. */
  readonly version: string;
  readonly manifest: Manifest;
  /** What is to be served at the manifest's address. */
  readonly site: Files;
  readonly licence: string;
}

/**
 * Packs what an administrator needs into one zip: the site, its manifest, and a guide that says what to do with them.
 * All stands in one folder, called as the file is. The same release gives the same bytes, on every machine and day.
 */
export function releasePackage({ version, manifest, site, licence }: Release): { name: string; bytes: Uint8Array } {
  const folder = `keel-${version}`;
  const text = (content: string): Uint8Array => new TextEncoder().encode(content);
  const files: Files = new Map([
    ["deploy.html", text(deploymentGuide(version, manifest.address))],
    ["LICENSE.txt", text(licence)],
    ["manifest.xml", text(manifest.xml)],
    ...[...site].map(([path, content]) => [`site/${path}`, content] as const),
  ]);
  const zippable: Zippable = {};
  // What is packed already doesn't get smaller.
  for (const [path, content] of files) {
    zippable[`${folder}/${path}`] = [content, { level: /\.(png|xlsx)$/.test(path) ? 0 : 9 }];
  }
  // A zip names the day of each file: this is the first day that it can name.
  return { name: `${folder}.zip`, bytes: zipSync(zippable, { mtime: new Date(1980, 0, 1) }) };
}

/** The guide as a page that is whole by itself, since it is opened from a folder. */
export function deploymentGuide(version: string, address: string): string {
  const body = written("deploy", {
    version,
    address: escaped(address),
    origin: escaped(new URL(address).origin),
    path: escaped(new URL(address).pathname.replace(/\/$/, "")),
    headers: Object.entries(siteHeaders)
      .map(([name, value]) => `<tr><th scope="row"><code>${name}</code></th><td><code>${value}</code></td></tr>`)
      .join(""),
    types: Object.entries(contentTypes)
      .map(([ending, type]) => `<tr><th scope="row"><code>${ending}</code></th><td><code>${type}</code></td></tr>`)
      .join(""),
    nginx: Object.entries(siteHeaders)
      .map(([name, value]) => `    add_header ${name} "${value}" always;`)
      .join("\n"),
  });
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
    <meta name="color-scheme" content="light dark" />
    <title>Deploying Keel ${version}</title>
    <style>
${readFileSync(join(__dirname, "../help.css"), "utf8")}
    </style>
  </head>
  <body>
    <main>
      ${body}
    </main>
  </body>
</html>
`;
}
