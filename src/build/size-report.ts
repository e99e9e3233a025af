import { gzipSync } from "node:zlib";

/**
 * How many kilobytes (1000 bytes) the bundles that Excel loads may weigh, gzipped. functions.js loads with every
 * workbook: what a function does that few workbooks have, and what is said of its problems, belongs into a chunk.
 * taskpane.js has the same code in it. chunks/xlsx.js reads and writes files; it is loaded for the first one.
 * chunks/household.js plans a household, with the solver and with what it needs of functions.js once more; it is loaded
 * for the first plan, and with it the 1.2 MB of the solver's WebAssembly. chunks/evidence.js follows rules through past
 * returns, with what it needs of functions.js once more, and chunks/history.js is the built-in returns.
 * chunks/portfolios.js makes portfolios of past returns and moves targets, with what it needs of functions.js once more.
 * chunks/retirement.js has the law, lots and wash sales, with what it needs of functions.js once more; it is loaded for
 * the first formula about taxes.
 */
export const budgets: Readonly<Record<string, number>> = {
  "taskpane.js": 274,
  "functions.js": 110,
  "chunks/xlsx.js": 60,
  "chunks/household.js": 129,
  "chunks/evidence.js": 50,
  "chunks/history.js": 15,
  "chunks/portfolios.js": 25,
  "chunks/retirement.js": 70,
};

/** What a file of dist/ is called here: a chunk without the fingerprint in its name. Undefined for one that isn't weighed. */
export function weighedName(path: string): string | undefined {
  const name = path.replace(/\.[0-9a-f]{8}(?=\.js$)/, "");
  return /^[^/]+\.js$/.test(name) || name in budgets ? name : undefined;
}

export interface SizeReport {
  /** One line a bundle: its gzipped size, and its budget if it has one. */
  readonly lines: readonly string[];
  /** One sentence for each bundle over its budget. */
  readonly over: readonly string[];
}

/** Weighs the bundles, given by `weighedName`. */
export function sizeReport(bundles: ReadonlyMap<string, Buffer>): SizeReport {
  const lines: string[] = [];
  const over: string[] = [];
  for (const [name, content] of bundles) {
    const size = gzipSync(new Uint8Array(content)).length / 1000;
    const budget = budgets[name];
    lines.push(`${name.padEnd(16)}${size.toFixed(0).padStart(6)} KB gzip${budget ? ` of ${budget}` : ""}`);
    if (budget && size > budget)
      over.push(`${name} is ${size.toFixed(1)} KB gzipped, over its budget of ${budget} KB.`);
  }
  return { lines, over };
}
