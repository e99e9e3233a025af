/** How amounts of money are shown: Excel number formats. */
export interface MoneyPatterns {
  /** An amount that is never below 0. */
  readonly value: string;
  /** An amount of either sign. */
  readonly either: string;
  /** A trade: + buys, − sells. */
  readonly signed: string;
}

/** What stands in a number format and is no digit, sign or letter of its own: a text, an escape, a gap, a fill, brackets. */
const pieces = /"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g;
/** The same, and the semicolons between parts. */
const partsEnd = new RegExp(`(${pieces.source})|;`, "g");
/** No number format has a line break. */
const LINE = "\n";
const colours = /^\[(black|blue|cyan|green|magenta|red|white|yellow|colou?r ?\d+)\]$/i;

/** Keel's own format, for a list whose values have none. */
const usual = "$#,##0.00";

/** How money is shown where nobody says otherwise: dollars and cents. */
export const dollarPatterns: MoneyPatterns = patternsOf(usual, usual);

/**
 * Shows money as its owner does, given the number format of a value of theirs in Excel's en-US form: `#,##0 "€"`, or an
 * accounting format. Undefined for a format that is none for exact amounts: General, a text, a day, a percent, a fraction,
 * an exponent, thousands left out (`#,##0,`), cells that show nothing, or one that depends on conditions.
 */
export function moneyPatterns(format: string): MoneyPatterns | undefined {
  const [positive = ""] = sectionsOf(format);
  const brackets = positive.match(/\[[^\]]*\]/g) ?? [];
  if (!brackets.every((each) => each.startsWith("[$") || colours.test(each))) return undefined;
  const bare = positive.replace(pieces, "");
  // A comma behind the last digit divides by a thousand.
  if (!isNumber(bare) || /[a-z%@/]/i.test(bare) || /[0#?],+(?![0#?,])/.test(bare)) return undefined;
  const core = positive
    .replace(pieces, (piece) => (/^[_*]/.test(piece) || colours.test(piece) ? "" : piece))
    .trim()
    .replace(/^\+/, "");
  return patternsOf(format, core);
}

function patternsOf(format: string, core: string): MoneyPatterns {
  const [, negative, zero] = sectionsOf(format);
  const hides = (negative !== undefined && !isNumber(bareOf(negative))) || zero === "";
  return {
    value: format,
    // Cells that hide what is below 0 would hide money to take out.
    either: negative === undefined || hides ? `${core};-${core}` : format,
    signed: `+${core};-${core};${core.replace("#,##0", "0")}`,
  };
}

/** The parts for numbers above 0, below 0, of 0, and for texts, as far as they are given. */
function sectionsOf(format: string): readonly string[] {
  return format.replace(partsEnd, (_, piece?: string) => piece ?? LINE).split(LINE);
}

function bareOf(section: string): string {
  return section.replace(pieces, "");
}

function isNumber(bare: string): boolean {
  return /[0#?]/.test(bare);
}
