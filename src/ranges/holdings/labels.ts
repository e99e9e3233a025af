import { isTotal, nameOf } from "../names";
import { tidyText } from "../numbers";

/** How a label says that its row is a total: in such words `only`, `with others` besides, or of a `class` of funds. */
export type TotalLabel = "only" | "class" | "with others";

const TOTAL_WORD = /^(TOTALS?|SUBTOTALS?|SUMS?|GRANDTOTAL)$/;

/** Words that say what is added up: `Account Total`, `Total value of all positions`, `Portfolio balance`. */
const OF_WHAT =
  /^(ACCOUNTS?|ACCT|PORTFOLIOS?|POSITIONS?|PLANS?|HOLDINGS?|INVESTMENTS?|ASSETS?|HOUSEHOLD|SECURITIES|VALUE|BALANCE|WORTH|NET|GRAND|SUB|ALL|OVERALL|COMBINED|ENDING|CLOSING|CURRENT|VESTED|AMOUNT|MARKETVALUE|OF|THE|FOR|IN|YOUR|MY|THIS|AND|USD?|DOLLARS?|TYPE|IRAS?|ROTH|ROLLOVER|TRADITIONAL|INDIVIDUAL|JOINT|BROKERAGE|TAXABLE|HSA|TRUST|SEP|SIMPLE|401K?|403B?|457B?|529|RETIREMENT|[KAB]|\d+|[X*.]+\d+)$/;

/** Words of a balance or value that is a total: a balance alone is what a fund or a loan has. */
const BALANCE_OF = /^(ACCOUNTS?|ACCT|PORTFOLIOS?|POSITIONS?|PLANS?)$/;

/** What a group of holdings is called: `Total equities`. A fund is called `Total Stock Market Index`. */
const OF_CLASS = /^(EQUITIES|STOCKS|BONDS|FIXED|INCOME|CASH|EQUIVALENTS|ETFS?|MUTUAL|FUNDS|OPTIONS|MONEY|OTHER)$/;

/** Words of funds' names: `Total Return`, `Total Bond Market`, `Sum of the parts Trust`. */
const OF_FUND =
  /^(STOCK|BOND|MARKET|MKT|INDEX|IDX|FUND|FD|RETURN|INTL|INTERNATIONAL|WORLD|GLOBAL|EQUITY|GROWTH|ETF|US|U\.?S\.?|CLASS|CL|ADMIRAL|INSTITUTIONAL|INST|EX-US|ENERGIES|REAL|TARGET|CAP|DIVIDEND)$/;

/**
 * How a label says that its row is a total; undefined if it doesn't. A name of one of the table's accounts may stand in
 * it: `401k total`. `accounts` are the words of these names, in capitals.
 */
export function totalLabel(text: string, accounts: ReadonlySet<string>): TotalLabel | undefined {
  if (text.length > 80 || !/total|sum|balance|value/i.test(text)) return undefined;
  const words = wordsOf(text.replace(/market value/i, "marketvalue"));
  const says = (known: RegExp): boolean => words.some((word) => known.test(word));
  const isBalance =
    words.some((word) => word === "BALANCE" || word === "VALUE") &&
    words.some((word) => BALANCE_OF.test(word) || (accounts.has(word) && word !== "CASH"));
  if (!says(TOTAL_WORD) && !isBalance) return undefined;
  const others = words.filter((word) => !TOTAL_WORD.test(word) && !OF_WHAT.test(word) && !accounts.has(word));
  if (others.length === 0) return "only";
  if (others.every((word) => OF_CLASS.test(word))) return "class";
  return others.some((word) => OF_FUND.test(word)) ? undefined : "with others";
}

const NO_ACCOUNTS: ReadonlySet<string> = new Set();

/** Whether a row says that it is a total: in its first text, or in a word of its own in any. */
export function isTotalRow(row: readonly unknown[]): boolean {
  const texts = row.filter((cell) => typeof cell === "string" && cell !== "");
  const [first] = texts;
  return (
    (typeof first === "string" && totalLabel(first, NO_ACCOUNTS) === "only") ||
    texts.some((text) => typeof text === "string" && isTotal(nameOf(tidyText(text))))
  );
}

/** The words of a name, in capitals, without marks: `401(k)` is 401K. */
export function wordsOf(text: string): readonly string[] {
  return tidyText(text)
    .toUpperCase()
    .replace(/(\d)\(([A-Z])\)/g, "$1$2")
    .replace(/['’]S\b/g, "")
    .split(/[^\p{L}\p{N}.*]+/u)
    .map((word) => word.replace(/^\.+|\.+$/g, ""))
    .filter((word) => word !== "");
}

/** A loan from the plan: money that the owner owes. Funds that lend to companies are called so too. */
export function isLoan(text: string): boolean {
  if (!/\bloans?\b/i.test(text)) return false;
  if (/^(participant |general purpose |401\(?k\)? |plan )?loan fund$/i.test(text)) return true;
  return !/\b(bank|senior|floating|leveraged?|syndicated|corporate|income|etf|fund|index|trust|high|mortgage|strategic)\b/i.test(
    text,
  );
}

const WINDOW =
  /brokerage ?link|self[- ]?directed|\bpcra\b|personal choice ret|\bsdba?\b|brokerage (window|option|account|access)|mutual fund window|\bself[- ]managed\b/i;

/** Whether a holding is a window through which a plan lets its owner trade with a broker. */
export function isWindow(text: string): boolean {
  return WINDOW.test(text);
}

/** A coupon and a day of maturity: `US TREASURY NOTE 4.125 11/15/27`. Bonds are quoted per 100 of their face value. */
const MATURITY =
  /\b\d{1,2}\/\d{1,2}\/\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[- ]?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[- ,]*\d{2,4}\b|\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? ?(\d{1,2},? )?\d{4}\b|\b(due|matur\w*)\b.*\b\d{2,4}\b/i;
const COUPON = /\d%|\b\d{1,2}\.\d+\b|\b\d{1,2} \d\/\d{1,2}\b/;

export function isBond(text: string): boolean {
  const maturity = MATURITY.exec(text);
  return maturity !== null && COUPON.test(text.replace(maturity[0], " "));
}

/** Small print, and lines that say when something was made: what nobody calls a fund. */
export function isProse(text: string): boolean {
  return (
    /^(date |data |file |report )?(downloaded|generated|exported|printed|created|prepared|run)\b|^(prices?|data|values?|quotes?|balances?|as) (is |are )?(as )?of\b|^(\*|†|‡|note:|notes:|source|disclaimer|important|brokerage (services|products))|https?:|©|\bcopyright\b/i.test(
      text,
    ) ||
    /\d{1,2}:\d{2}/.test(text) ||
    (/[.!?]["”)]?$/.test(text) && text.split(" ").length > 5) ||
    text.split(" ").length > 14
  );
}

/** Words of which no account's name is made, so that a line with one of them is a fund. */
export function namesFund(text: string): boolean {
  return /\b(fund|bond|stock|index|etf|equity|market|treasury|growth|income|value|cap)s?\b/i.test(text);
}

/** Texts that mean that there is no figure: `--`, `n/a`, `null`, `…`. Tables take them for blank. */
export function isNoFigure(cell: unknown): boolean {
  // Nearly every text begins with another letter or digit, which no form of it turns into one of these.
  return typeof cell === "string" && !OTHER_START.test(cell) && NO_FIGURE.test(tidyText(cell));
}

const OTHER_START = /^[$0-9A-MO-TV-Za-mo-tv-z]/;
const NO_FIGURE = /^([-–—]+|\.{2,}|…|n\/a|n\.a\.?|na|null|nil|none|not (available|applicable)|unavailable)$/i;
