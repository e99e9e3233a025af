// Makes the zip that an administrator deploys: `npm run release -- --url https://example.com/keel`.
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { VERSION } from "../../operations";
import { whyStale } from "../built-from";
import { productionManifest } from "../manifest";
import { addressIn } from "./command-line";
import { releasePackage } from "./package";
import { releasedSite, type Files } from "./released-site";

const root = resolve(__dirname, "../../..");

main().catch((problem: unknown) => {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exitCode = 1;
});

async function main(): Promise<void> {
  const address = addressIn(process.argv.slice(2));
  if (whyStale(root) !== undefined) build();
  const manifest = productionManifest(readFileSync(join(root, "manifest.xml"), "utf8"), address);
  const site = await releasedSite(filesIn(join(root, "dist")), manifest);
  const licence = readFileSync(join(root, "LICENSE"), "utf8");
  const { name, bytes } = releasePackage({ version: VERSION, manifest, site, licence });
  mkdirSync(join(root, "release"), { recursive: true });
  writeFileSync(join(root, "release", name), bytes);
  console.log(
    `release/${name} (${(bytes.length / 1e6).toFixed(1)} MB) has Keel ${VERSION} for ${manifest.address}\n` +
      `Unpack it and open deploy.html, which says how to put it on the web and into Excel.`,
  );
}

/** Builds dist/, in a process of its own as `npm run build` does. */
function build(): void {
  const webpack = require.resolve("webpack-cli/bin/cli.js");
  const env = { ...process.env };
  // The bundles are the same for every address; what names one is written anew for the release.
  delete env["KEEL_ADDRESS"];
  const { status } = spawnSync(process.execPath, [webpack, "--mode", "production"], {
    cwd: root,
    env,
    stdio: "inherit",
  });
  if (status !== 0) throw new Error("The build failed, so there is no release.");
}

function filesIn(folder: string): Files {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return new Map(
    paths
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [path.replaceAll("\\", "/"), new Uint8Array(readFileSync(join(folder, path)))]),
  );
}
