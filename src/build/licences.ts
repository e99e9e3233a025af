import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

/**
 * Writes the list of packages whose code is in the bundles, with the licence text that each asks to be passed on. A
 * package's heading is `name version (licence)`.
 */
export function licences(modulePaths: Iterable<string>): string {
  const paths = [...modulePaths];
  const inside = paths.flatMap(bundledIn);
  const own = paths.flatMap((path) => packageFolder(path) ?? []);
  const folders = new Set([...own, ...inside.filter((folder) => existsSync(join(folder, "package.json")))]);
  const packages = [...folders].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as PackageJson;
    return { name, version, license: chosen(license ?? "see the text"), text: licenceText(folder) };
  });
  packages.sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
  const entries = packages.map(({ name, version, license, text }) => `${name} ${version} (${license})\n\n${text}`);
  const gone = [...new Set(inside.filter((folder) => !folders.has(folder)).map((folder) => basename(folder)))].sort();
  if (gone.length > 0) entries.push(`Stand-ins for Node's own modules that came bundled in these: ${gone.join(", ")}.`);
  return `Keel contains code from these packages.\n\n${entries.join(`\n\n${"-".repeat(80)}\n\n`)}\n`;
}

/** The folders of the packages in a module that is a bundle itself, as the source map beside it tells. */
function bundledIn(modulePath: string): string[] {
  const map = `${modulePath}.map`;
  const folder = packageFolder(modulePath);
  if (!folder || !existsSync(map)) return [];
  const { sources } = JSON.parse(readFileSync(map, "utf8")) as { readonly sources: readonly string[] };
  const packages = join(folder, "..");
  return sources.flatMap((source) => {
    const name = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1];
    return name === undefined ? [] : [join(packages, name)];
  });
}

/** Of licences to choose from, Keel takes MIT. */
function chosen(license: string): string {
  return /^\(.*\bMIT\b.*\)$/.test(license) && license.includes(" OR ") ? "MIT" : license;
}

/** The folder of the package that a module is part of; undefined for Keel's own modules. */
function packageFolder(modulePath: string): string | undefined {
  return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(modulePath)?.[0];
}

function licenceText(folder: string): string {
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  return file && existsSync(join(folder, file))
    ? readFileSync(join(folder, file), "utf8").trim()
    : "(no text in the package)";
}
