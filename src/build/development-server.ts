import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import type { Compiler } from "webpack";
import type { Configuration } from "webpack-dev-server";
import { developmentAddress } from "./manifest";

const port = 3000;
const workbenchAddress = `http://localhost:${port}/`;

/**
 * Excel on the web runs functions.js in a frame of its own, at another address, and asks for it and for functions.json
 * across origins. Nothing here is private.
 */
const headers = { "Access-Control-Allow-Origin": "*" };

/** What carries the add-in into Excel and out again, fetched when it is asked for: its chain is not for every machine. */
const debugging = ["--yes", "office-addin-debugging@7.0.0"] as const;

/** `workbench` serves the workbench over http; `excel` serves the add-in over https, as Excel asks. */
type Purpose = "workbench" | "excel";

/** What webpack's development server needs to know to serve the workbench at `/`, and for Excel the add-in beside it. */
export async function developmentServer(purpose: Purpose): Promise<Configuration> {
  if (!(await isFree(port))) {
    console.error(`Port ${port} is taken by another program. Close that program and run the command again.`);
    process.exit(1);
  }
  return {
    ...serving,
    port,
    ...(purpose === "excel" && { server: { type: "https", options: await certificate() } }),
  };
}

/** How the development server answers, on whatever port. */
export const serving: Configuration = {
  host: "localhost",
  hot: false,
  client: { overlay: false },
  static: false,
  headers,
  devMiddleware: {
    index: "workbench.html",
    // Excel is given the manifest as a file; all the rest stays in memory.
    writeToDisk: (path) => path.endsWith("manifest.xml"),
  },
};

/** Says once, after the first build, where the workbench is and how to get into Excel; then opens the one or the other. */
export class ServerNotice {
  constructor(private readonly purpose: Purpose) {}

  apply(compiler: Compiler): void {
    let told = false;
    console.log("Building Keel. The first time takes about half a minute.");
    compiler.hooks.done.tap("ServerNotice", (stats) => {
      if (told || stats.hasErrors()) return;
      told = true;
      // The server's own lines come first.
      setImmediate(() => (this.purpose === "excel" ? startExcel() : startWorkbench()));
    });
  }
}

function startWorkbench(): void {
  console.log(`
Keel's workbench is ready:   ${workbenchAddress}
It is a spreadsheet in the browser, with Keel beside it. Nothing you type leaves this computer.

To use Keel in Excel: stop this with Ctrl+C and run   npm run start:excel
(README.md, "Put it into Excel", has the steps for Windows, Mac and the web.)
`);
  openInBrowser(workbenchAddress);
}

function startExcel(): void {
  console.log(`
Keel for Excel is served at  ${developmentAddress}/   Leave this window open while you use it.
Starting Excel with the add-in. If Excel doesn't open, add the file dist/manifest.xml by hand:
README.md, "Put it into Excel", has the steps for Windows, Mac and the web.
`);
  const starting = spawn("npx", [...debugging, "start", "dist/manifest.xml"], {
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  const byHand = (): void => {
    console.log("\nExcel was not started. The add-in is served all the same: add dist/manifest.xml to Excel by hand.");
  };
  starting.on("error", byHand);
  starting.on("exit", (code) => {
    if (code !== 0) byHand();
  });
}

/** Opens the address if a person is watching. A machine without a browser is no reason to stop: the address was printed. */
function openInBrowser(address: string): void {
  if (!process.stdout.isTTY || process.env["CI"]) return;
  const [command, ...words] =
    process.platform === "win32"
      ? ["cmd", "/c", "start", '""', address]
      : [process.platform === "darwin" ? "open" : "xdg-open", address];
  const opening = spawn(command, words, { stdio: "ignore", detached: true });
  opening.on("error", () => undefined);
  opening.unref();
}

/** The key and certificate for https on this machine, made if they aren't there. */
async function certificate(): Promise<{ key: Buffer; cert: Buffer }> {
  const { ensureCertificatesAreInstalled } = await import("office-addin-dev-certs");
  const { localhostCertificatePath, localhostKeyPath } = await import("office-addin-dev-certs/lib/defaults.js");
  try {
    await ensureCertificatesAreInstalled();
  } catch (refusal) {
    if (!existsSync(localhostCertificatePath)) throw refusal;
    console.log(
      `This computer doesn't trust Keel's development certificate yet, so Excel will show a warning or an empty pane.\n` +
        `To trust it, run this as an administrator:   npx office-addin-dev-certs install`,
    );
  }
  return { key: readFileSync(localhostKeyPath), cert: readFileSync(localhostCertificatePath) };
}

async function isFree(candidate: number): Promise<boolean> {
  return new Promise((answer) => {
    const probe = createServer();
    probe.once("error", () => answer(false));
    probe.listen(candidate, "localhost", () => probe.close(() => answer(true)));
  });
}
