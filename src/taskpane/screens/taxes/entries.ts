import { typedDollars } from "../../../ranges";

/** What a field holds: nothing yet, a number, or something that is none. */
export type Entry =
  { readonly is: "blank" } | { readonly is: "number"; readonly number: number } | { readonly is: "wrong" };

const BLANK: Entry = { is: "blank" };
const WRONG: Entry = { is: "wrong" };

/** Reads a field by what it asks for. */
export type ReadEntry = (text: string) => Entry;

/** Dollars, not negative. */
export const readMoney: ReadEntry = (text) => {
  if (text.trim() === "") return BLANK;
  const number = typedDollars(text);
  return number === undefined || number < 0 ? WRONG : { is: "number", number };
};

const OLDEST = 130;

/** An age in years; `59.5` and `59½` are one. */
export const readAge: ReadEntry = (text) => {
  const bare = text.trim().replace(/ ?½$/, ".5");
  if (bare === "") return BLANK;
  const number = /^\d{1,3}(\.\d+)?$/.test(bare) ? Number(bare) : 0;
  return number > 0 && number <= OLDEST ? { is: "number", number } : WRONG;
};

/** A year of four digits; whether its law is known is another matter. */
export const readYear: ReadEntry = (text) => {
  const bare = text.trim();
  if (bare === "") return BLANK;
  return /^\d{4}$/.test(bare) ? { is: "number", number: Number(bare) } : WRONG;
};

/** A count of years: whole, 1 to 100. */
export const readYears: ReadEntry = (text) => {
  const bare = text.trim();
  if (bare === "") return BLANK;
  const number = /^\d{1,3}$/.test(bare) ? Number(bare) : 0;
  return number >= 1 && number <= 100 ? { is: "number", number } : WRONG;
};

/** A share of pay as a fraction: `6` and `6%` are 0.06. */
export const readPercent: ReadEntry = (text) => {
  const bare = text.trim();
  if (bare === "") return BLANK;
  const digits = /^(\d{1,3}(?:\.\d+)?|\.\d+)\s*%?$/.exec(bare)?.[1];
  const percent = digits === undefined ? 101 : Number(digits);
  return percent <= 100 ? { is: "number", number: percent / 100 } : WRONG;
};

/** The number of an entry; undefined where it has none. */
export function numberOf(entry: Entry): number | undefined {
  return entry.is === "number" ? entry.number : undefined;
}

/** Dollars of whole cents. */
export function inDollars(cents: number): number {
  return cents / 100;
}

const inField = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 });

/** Dollars as a field shows them: 80000 is `80,000`. */
export function asTyped(dollars: number): string {
  return inField.format(dollars);
}
