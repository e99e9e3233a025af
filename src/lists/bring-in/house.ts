import { dayWithin } from "../../ranges";
import type { CellValue } from "../../workbook";
import type { Source } from "./source";

/** Whose download it is, by what the file is called or says of itself, else by headings that only this house has. */
const HOUSES: readonly (readonly [house: string, says: RegExp, headings: readonly RegExp[]])[] = [
  [
    "Fidelity",
    /\bfidelity\b|\bportfolio_positions\b/i,
    [/^current value$/i, /^percent of account$/i, /^last price change$/i],
  ],
  ["Schwab", /\bschwab\b/i, [/^mkt val\b/i, /^% of acct\b/i]],
  ["Vanguard", /\bvanguard\b|\bofxdownload\b/i, [/^investment name$/i, /^share price$/i, /^total value$/i]],
  ["E*TRADE", /\be\*? ?trade\b/i, [/^price paid \$$/i, /^total gain \$$/i, /^value \$$/i]],
  ["Empower", /\bempower\b/i, []],
  ["Merrill", /\bmerrill\b/i, []],
  ["T. Rowe Price", /\bt\.? ?rowe ?price\b/i, []],
];

/** Whose download a source is; undefined where nothing tells. */
export function houseOf({ name, from, cells }: Source, headerRow: number): string | undefined {
  if (from !== "workbook") {
    const named = HOUSES.find(([, says]) =>
      says.test(name.replaceAll(/[-_.]/g, (mark) => (mark === "_" ? mark : " "))),
    );
    if (named) return named[0];
  }
  const headings = (cells[headerRow] ?? []).filter((cell) => typeof cell === "string").map((cell) => cell.trim());
  return HOUSES.find(
    ([, , own]) => own.length > 0 && own.every((says) => headings.some((heading) => says.test(heading))),
  )?.[0];
}

/** Rows in which prose may stand: with two filled cells at most, a label and a day. */
const isProse = (row: readonly CellValue[]): boolean => row.filter((cell) => cell !== "").length <= 2;

/** The day of which a source's figures are: what prose around its table says, else its name. No later day than `today`. */
export function dayOfSource({ name, cells }: Source, today: number): number | undefined {
  const said = cells.flatMap((row) => (isProse(row) ? row.filter((cell) => typeof cell === "string") : []));
  for (const text of [...said, name]) {
    const day = dayWithin(text);
    if (day !== undefined && day <= today + 1) return day;
  }
  return undefined;
}
