/**
 * Hides account numbers in a text: `Fidelity X12-345678` becomes `Fidelity ••••5678`.
 *
 * What counts as one: at least five digits that stand together, or that only dashes, dots, slashes, underscores or single
 * spaces part, with any letters among them (`Z12345678`, `8AB-12345`, `1234 5678 9012`). Letters before the first digit
 * of a run joined by dashes are left (`IRA-12345678` becomes `IRA-••••5678`).
 *
 * What doesn't: money (`$12,345.67`, `12,345`, `12345.67`, `12345 USD`), percents, dates (`2026-11-23`, `11/23/2026`,
 * `Nov 23, 2026`), years and pairs of years (`2050-2055`), and names of plans (`401(k)`, `403b`, `529`). In doubt a number
 * is hidden, a fund's CUSIP for one: an adviser can ask for it.
 *
 * At most the last four digits are shown, and at least four letters or digits stay hidden (`12345` becomes `••••5`).
 * Masking a text twice changes nothing more.
 */
export function masked(text: string): string {
  const kept = aloneSpansOf(text, plain);
  let result = "";
  let end = 0;
  for (const run of runsIn(text, kept)) {
    result += text.slice(end, run.start) + mask(text.slice(run.start, run.end));
    end = run.end;
  }
  return result + text.slice(end);
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Digits that make an account number; how many of them may be seen; how many letters and digits must be hidden. */
const FEWEST = 5;
const SHOWN = 4;
const HIDDEN = 4;

const month = "(?:0?[1-9]|1[0-2])";
const day = "(?:0?[1-9]|[12]\\d|3[01])";
const year = "(?:19|20|21)\\d\\d";
/** Numbers that are no account's, where they stand alone: no letter, digit or joining sign touches them. */
const plain = new RegExp(
  [
    // Money: with its sign, in groups of three, with cents, or with the word after it.
    "[$€£¥]\\s?\\d[\\d,]*(?:\\.\\d+)?[kKmM]?",
    "\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?",
    "\\d+\\.\\d{2}",
    "\\d+(?:\\.\\d+)?\\s?(?:USD|dollars?|%|pp|percent)",
    // Dates.
    `${year}-${month}-${day}(?:T\\d{2}:\\d{2}(?::\\d{2})?)?`,
    `${month}[/.-]${day}[/.-](?:${year}|\\d\\d)`,
    `${day}[/.-]${month}[/.-]${year}`,
    `${year}[-–/](?:${year}|\\d\\d)`,
    // Plans of the tax code.
    "(?:401|403|457)\\s?(?:\\([abk]\\)|[abk])",
  ]
    .map((one) => `(?:${one})`)
    .join("|")
    .replace(/^/, "(?:")
    .replace(/$/, ")(?![\\p{L}\\p{N}•]|[-‐‑–—._]+[\\p{L}\\p{N}]|[/,]\\p{N})"),
  "iuy",
);

/**
 * Finds what a sticky pattern takes where it stands alone: not behind a letter or digit, not behind one and joining
 * signs, not behind a digit and a comma. A regular expression could look behind itself, but not in every Safari.
 */
function aloneSpansOf(text: string, pattern: RegExp): readonly Span[] {
  const spans: Span[] = [];
  let at = 0;
  let end = 0;
  let [inPiece, joined, isDigit, afterDigitAndComma] = [false, false, false, false];
  for (const letter of text) {
    if (at >= end && !inPiece && !joined && !afterDigitAndComma) {
      pattern.lastIndex = at;
      const found = pattern.exec(text)?.[0];
      if (found !== undefined) {
        end = at + found.length;
        spans.push({ start: at, end });
      }
    }
    joined = /[-‐‑–—./_]/.test(letter) && (inPiece || joined);
    afterDigitAndComma = letter === "," && isDigit;
    isDigit = /\p{N}/u.test(letter);
    inPiece = isDigit || /[\p{L}•]/u.test(letter);
    at += letter.length;
  }
  return spans;
}

function spansOf(text: string, pattern: RegExp): readonly Span[] {
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({ start: index, end: index + found.length }));
}

/** A piece without spaces: letters and digits with joining signs between them. */
const piece = /[\p{L}\p{N}•]+(?:[-‐‑–—./_]+[\p{L}\p{N}•]+)*/gu;

/** Finds the numbers to hide: pieces that touch but for one space are read as one where each has a digit. */
function runsIn(text: string, kept: readonly Span[]): readonly Span[] {
  const pieces = spansOf(text, piece)
    .filter((one) => !kept.some(({ start, end }) => one.start < end && start < one.end))
    .map((one) => trimmed(text, one))
    .filter((one) => digitsIn(text.slice(one.start, one.end)) > 0);
  const runs: Span[] = [];
  let line: Span[] = [];
  const close = (): void => {
    runs.push(...hiddenIn(text, line));
    line = [];
  };
  for (const one of pieces) {
    const before = line.at(-1);
    const joined = before !== undefined && /^[ \u00a0]$/.test(text.slice(before.end, one.start));
    if (!joined || isMasked(text, one) || isMasked(text, before)) close();
    line.push(one);
  }
  close();
  return runs;
}

/** Leaves out words before the first digit of a piece and after its last: `IRA-12345678`, `401k_Z12345678`. */
function trimmed(text: string, { start, end }: Span): Span {
  const parts = spansOf(text.slice(start, end), /[\p{L}\p{N}•]+/gu);
  const isName = ({ start: from, end: to }: Span): boolean => {
    const part = text.slice(start + from, start + to);
    return digitsIn(part) === 0 || /^(?:401|403|457)[abk]$/i.test(part);
  };
  const first = parts.find((part) => !isName(part));
  const last = parts.filter((part) => digitsIn(text.slice(start + part.start, start + part.end)) > 0).at(-1);
  return first && last ? { start: start + first.start, end: start + last.end } : { start, end: start };
}

/** What is hidden of pieces in a row. Years at the ends, and a year among small numbers, are a date or a fund's name. */
function hiddenIn(text: string, line: readonly Span[]): readonly Span[] {
  const words = line.map(({ start, end }) => text.slice(start, end));
  const isYear = (word: string | undefined): boolean => word !== undefined && new RegExp(`^${year}$`).test(word);
  let from = 0;
  let to = line.length;
  const enough = (): boolean => words.slice(from, to).reduce((sum, word) => sum + digitsIn(word), 0) >= FEWEST;
  while (isYear(words[from])) from += 1;
  while (from < to && isYear(words[to - 1])) to -= 1;
  const [first, last] = [line[from], line[to - 1]];
  return first && last && enough() ? [{ start: first.start, end: last.end }] : [];
}

function isMasked(text: string, { start, end }: Span): boolean {
  return text.slice(start, end).includes("•");
}

function digitsIn(text: string): number {
  return [...text.matchAll(/\p{Nd}/gu)].length;
}

function mask(number: string): string {
  const digits = [...number.matchAll(/\p{Nd}/gu)].map(([digit]) => digit);
  const signs = [...number.matchAll(/[\p{L}\p{Nd}]/gu)].length;
  const shown = Math.max(0, Math.min(SHOWN, signs - HIDDEN));
  return "•".repeat(HIDDEN) + (shown === 0 ? "" : digits.slice(-shown).join(""));
}
