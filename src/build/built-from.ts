import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Where the build leaves the fingerprint of what it was made from, in dist/. */
export const builtFromFile = "built-from.txt";

/** What a build is made from, from the root of the repository. */
const folders = ["src", "assets"];
const files = ["package.json", "webpack.config.js", "manifest.xml"];

/**
 * A SHA-256 over the paths and contents of all that a build is made from. Contents and not times of change: a fresh
 * clone or a switch of branches gives every file a new time or an older one, whatever is in it. Pages for people
 * (`.md`) are left out, because they never reach dist/.
 */
export function sourcesFingerprint(root: string): string {
  const fingerprint = createHash("sha256");
  const paths = [...files, ...folders.flatMap((folder) => filesUnder(root, folder))].sort();
  for (const path of paths) {
    const content = readFileSync(join(root, path));
    fingerprint.update(`${path}\n${content.length}\n`).update(new Uint8Array(content));
  }
  return fingerprint.digest("hex");
}

/** Says what is wrong with the dist/ of a repository: it isn't there, or other sources made it. Undefined if it is fresh. */
export function whyStale(root: string): string | undefined {
  if (!existsSync(join(root, "dist/functions.js"))) return "dist/ is not there. Run npm run build.";
  const stamp = join(root, "dist", builtFromFile);
  const fresh = existsSync(stamp) && readFileSync(stamp, "utf8").trim() === sourcesFingerprint(root);
  return fresh ? undefined : "dist/ was built from other sources. Run npm run build.";
}

/** The files below a folder, with slashes on every system. */
function filesUnder(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesUnder(root, path);
    return path.endsWith(".md") ? [] : [path];
  });
}
