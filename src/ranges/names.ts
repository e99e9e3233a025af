import { dayOf, serialOf, succeeded } from "../engine";
import { failed, type CellPlace, type Problem, type Read } from "./problem";
import { isErrorCell, readNumber, tidyText } from "./numbers";
import { plainValue } from "./cells";

/** A fund, class or account as it was typed, and the form in which two spellings of it are the same. */
export interface Name {
  readonly text: string;
  readonly key: string;
}

/** What one cell says where a name belongs. */
export type NameReading =
  | { readonly kind: "blank" }
  | { readonly kind: "name"; readonly name: Name }
  | { readonly kind: "problem"; readonly problem: Problem };

/**
 * Reads a cell where a name belongs. Case, spaces and full-width letters make no difference. TRUE is the ticker that
 * Excel took for a truth value; a number is a problem, because Excel has turned the name into one, mostly a date.
 */
export function readName(cell: unknown, at: CellPlace): NameReading {
  const value = plainValue(cell);
  // Blank on desktop Excel.
  if (value === 0) return { kind: "blank" };
  if (typeof value === "boolean") return { kind: "name", name: nameOf(value ? "TRUE" : "FALSE") };
  if (typeof value === "number") {
    return { kind: "problem", problem: { code: "number for a name", at, found: value, day: recentDay(value) } };
  }
  if (typeof value === "string") {
    const text = tidyText(value);
    // Only a text such as #N/A can be anything but a name.
    if (text !== "" && !text.startsWith("#")) return { kind: "name", name: nameOf(text) };
  }
  const reading = readNumber(value, at, "fund");
  if (reading.kind === "blank") return reading;
  if (reading.kind === "problem" && isErrorCell(reading.problem)) return reading;
  if (typeof value !== "string") return { kind: "problem", problem: { code: "not a name", at } };
  return { kind: "name", name: nameOf(tidyText(value)) };
}

/** Reads a cell where an account's name belongs: account numbers are numbers, and are names all the same. */
export function readAccountName(cell: unknown, at: CellPlace, read: typeof readName = readName): NameReading {
  return read(typeof cell === "number" && cell !== 0 ? String(cell) : cell, at);
}

/** Texts that are remembered: more classes and accounts than a household has. A longer column is one of names of its own. */
const MOST_REMEMBERED = 1000;

/** Makes a `readName` that remembers texts: the columns of a table say the same names over and over. */
export function nameReader(): typeof readName {
  const known = new Map<string, NameReading>();
  return (cell, at) => {
    if (typeof cell !== "string") return readName(cell, at);
    const remembered = known.get(cell);
    if (remembered) return remembered;
    const reading = readName(cell, at);
    if (reading.kind !== "problem" && known.size < MOST_REMEMBERED) known.set(cell, reading);
    return reading;
  };
}

/** Upper case by Unicode, not by the reader's language: a Turkish i is an I too. */
export function nameOf(text: string): Name {
  return { text, key: text.toUpperCase() };
}

/** Names such as MAR1 become days of the years around now; other numbers were something else. */
const FIRST_RECENT_DAY = serialOf({ year: 1990, month: 1, day: 1 }) as number;
const LAST_RECENT_DAY = serialOf({ year: 2099, month: 12, day: 31 }) as number;

function recentDay(number: number): number | undefined {
  return number >= FIRST_RECENT_DAY && number <= LAST_RECENT_DAY && dayOf(number).year > 0
    ? Math.floor(number)
    : undefined;
}

const TOTAL = /^((GRAND |SUB|SUB-|SUB )?TOTALS?|SUMS?):?$/;

/** Whether a name stands for a total row. */
export function isTotal({ key }: Name): boolean {
  return TOTAL.test(key);
}

/** Cyrillic and Greek capitals that look like Latin ones. */
const LATIN_LOOK: Readonly<Record<string, string>> = {
  ...{ А: "A", В: "B", Е: "E", К: "K", М: "M", Н: "H", О: "O", Р: "P", С: "C", Т: "T", У: "Y", Х: "X" },
  ...{ І: "I", Ј: "J", Ѕ: "S", Ԛ: "Q", Ԝ: "W", Ү: "Y" },
  ...{ Α: "A", Β: "B", Ε: "E", Ζ: "Z", Η: "H", Ι: "I", Κ: "K", Μ: "M", Ν: "N", Ο: "O", Ρ: "P", Τ: "T", Υ: "Y", Χ: "X" },
};

function lookOf({ key }: Name): string {
  if (!/[\u0370-\u052F]/.test(key)) return key;
  return key.replace(/[\u0370-\u052F]/gu, (letter) => LATIN_LOOK[letter] ?? letter);
}

/**
 * The names of one list, each under its first spelling. Two names that look the same but are spelled with different
 * letters are a problem: nobody means them as two.
 */
export class NameList {
  readonly #byKey = new Map<string, Name>();
  /** The names with letters that look like Latin ones, by what they look like. All others look like their key. */
  readonly #byLook = new Map<string, Name>();

  /** The list's own spelling of a name, which joins the list if it is new. */
  enter(name: Name, at: CellPlace): Read<Name> {
    const known = this.find(name, at);
    if (!known.ok) return known;
    if (known.value !== undefined) return succeeded(known.value);
    this.#byKey.set(name.key, name);
    const look = lookOf(name);
    if (look !== name.key) this.#byLook.set(look, name);
    return succeeded(name);
  }

  /** The list's own spelling of a name; undefined if the list doesn't have it. */
  find(name: Name, at: CellPlace): Read<Name | undefined> {
    const known = this.#byKey.get(name.key);
    if (known) return succeeded(known);
    const look = lookOf(name);
    if (look === name.key && this.#byLook.size === 0) return succeeded(undefined);
    const alike = this.#byLook.get(look) ?? (look === name.key ? undefined : this.#byKey.get(look));
    return alike ? failed(lookAlike(name, alike, at)) : succeeded(undefined);
  }
}

function lookAlike(name: Name, alike: Name, at: CellPlace): Problem {
  // The spelling with a letter from another alphabet is either of the two.
  const own = foreignLetters(name).find((letter) => !alike.key.includes(letter));
  const letter = own ?? foreignLetters(alike).find((other) => !name.key.includes(other)) ?? "";
  return { code: "look-alike names", at, found: name.text, other: alike.text, letter };
}

function foreignLetters({ key }: Name): string[] {
  return (key.match(/[\u0370-\u052F]/gu) ?? []).filter((letter) => LATIN_LOOK[letter] !== undefined);
}
