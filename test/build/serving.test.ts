import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import webpack from "webpack";
import WebpackDevServer from "webpack-dev-server";
import { serving } from "../../src/build";

// Excel on the web asks for functions.js and functions.json from another address than the one they are served at.

let folder = "";
let server: WebpackDevServer;
let address = "";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "keel-serving-"));
  writeFileSync(join(folder, "index.js"), "");
  const compiler = webpack({
    mode: "development",
    stats: "none",
    infrastructureLogging: { level: "error" },
    context: folder,
    entry: { functions: "./index.js" },
    output: { path: join(folder, "dist") },
    plugins: [
      {
        apply: ({ hooks, webpack: { Compilation, sources } }) =>
          hooks.thisCompilation.tap("data", (compilation) => {
            const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
            compilation.hooks.processAssets.tap({ name: "data", stage }, () => {
              compilation.emitAsset("functions.json", new sources.RawSource("{}"));
              compilation.emitAsset("assets/icon-32.png", new sources.RawSource(Buffer.from([1])));
            });
          }),
      },
    ],
  });
  const port = await freePort();
  server = new WebpackDevServer({ ...serving, port }, compiler);
  await server.start();
  address = `http://localhost:${port}`;
}, 60_000);

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

test.each([
  ["functions.json", /^application\/json/],
  ["functions.js", /^(text|application)\/javascript/],
  ["assets/icon-32.png", /^image\/png/],
])("%s may be read from another address, and says what it is", async (path, type) => {
  const answer = await fetch(`${address}/${path}`, { headers: { Origin: "https://excel.cloud.microsoft" } });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  expect(answer.headers.get("content-type")).toMatch(type);
  // Office wants neither.
  expect(answer.headers.get("x-frame-options")).toBeNull();
  expect(answer.headers.get("cache-control") ?? "").not.toContain("no-store");
});

test("what is fetched to start and stop Excel is one exact version", () => {
  const { scripts } = JSON.parse(readFileSync(join(__dirname, "../../package.json"), "utf8")) as {
    scripts: Readonly<Record<string, string>>;
  };
  expect(scripts["stop:excel"]).toMatch(/^npx --yes office-addin-debugging@\d+\.\d+\.\d+ stop dist\/manifest\.xml$/);
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, "localhost", () => {
      const bound = probe.address();
      probe.close(() => resolve(typeof bound === "object" && bound ? bound.port : 0));
    });
  });
}
