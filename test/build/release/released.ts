import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { unzipSync } from "fflate";
import { productionManifest, releasedSite, releasePackage, type Files } from "../../../src/build";
import { dist, fromDist } from "../../dist";

const root = resolve(__dirname, "../../..");
export const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { readonly version: string };

/** What stands in dist/, refused if it is stale. */
export function built(): Files {
  fromDist("functions.js");
  const paths = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((path) =>
    statSync(join(dist, path)).isFile(),
  );
  return new Map(
    paths.map((path) => [path.replaceAll("\\", "/"), new Uint8Array(readFileSync(join(dist, path)))] as const),
  );
}

/** Makes the zip of a release for an address, out of what is built. */
export async function releaseFor(address: string, files = built()): Promise<{ name: string; bytes: Uint8Array }> {
  const manifest = productionManifest(readFileSync(join(root, "manifest.xml"), "utf8"), address);
  const licence = readFileSync(join(root, "LICENSE"), "utf8");
  return releasePackage({ version, manifest, site: await releasedSite(files, manifest), licence });
}

/** Opens a zip as whoever gets it does: its files by their path below the folder that all of them are in. */
export function opened({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): Files {
  const folder = `${name.replace(/\.zip$/, "")}/`;
  return new Map(
    Object.entries(unzipSync(bytes)).map(([path, content]) => {
      if (!path.startsWith(folder)) throw new Error(`${path} stands outside of ${folder}.`);
      return [path.slice(folder.length), content];
    }),
  );
}

/** A file of a zip as text. */
export function textOf(files: Files, path: string): string {
  const content = files.get(path);
  if (!content) throw new Error(`There is no ${path}.`);
  return new TextDecoder().decode(content);
}
