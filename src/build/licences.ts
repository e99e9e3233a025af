import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

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
  const folders = new Set([...modulePaths].flatMap((path) => packageFolder(path) ?? []));
  const packages = [...folders].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as PackageJson;
    return { name, version, license: license ?? "see the text", text: licenceText(folder) };
  });
  packages.sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
  const entries = packages.map(({ name, version, license, text }) => `${name} ${version} (${license})\n\n${text}`);
  return `Keel contains code from these packages.\n\n${entries.join(`\n\n${"-".repeat(80)}\n\n`)}\n`;
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
