import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readCsv, textOf } from "../../src/csv";
import type { Source } from "../../src/lists";

/** The files that four brokers let people download: their real shapes, with invented figures. */
export const brokerFiles = [
  "fidelity-positions",
  "schwab-positions",
  "vanguard-ofxdownload",
  "etrade-portfolio",
] as const;

export function brokerFile(name: (typeof brokerFiles)[number]): string {
  return join(__dirname, "../golden/files", `${name}.csv`);
}

export function brokerSource(
  name: (typeof brokerFiles)[number],
  change: (text: string) => string = (text) => text,
): Source {
  const { rows, mark } = readCsv(change(textOf(new Uint8Array(readFileSync(brokerFile(name))))));
  return { key: name, name: `${name}.csv`, from: "file", cells: rows, ...(mark && { mark }) };
}
