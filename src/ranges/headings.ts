import { tidyText } from "./numbers";

/** A heading as it is compared with what Keel knows: its words without remarks, abbreviations written out. */
export interface Heading {
  /** `market value` for `Mkt. Val ($)`: lower case, singular, without unit, remark, date and `my`, `your`, `the`, `of`. */
  readonly words: string;
  /** What its figures are counted in, if it says so: a value is never in percent, a target never in dollars. */
  readonly unit: "%" | "$" | undefined;
  /** The words of its parts, where a slash stands between other names for the same: `Fund / option name`. */
  readonly parts: readonly string[];
}

const WRITTEN_OUT: Readonly<Record<string, string>> = {
  ...{
    mkt: "market",
    val: "value",
    mv: "market value",
    bal: "balance",
    amt: "amount",
    qty: "quantity",
    acc: "account",
  },
  ...{ acct: "account", desc: "description", descr: "description", sym: "symbol", curr: "current", cur: "current" },
  ...{ avg: "average", no: "number", num: "number", nr: "number", "#": "number", alloc: "allocation", px: "price" },
  ...{ shs: "share", exp: "expense", inv: "investment", sec: "security", ttl: "total", tot: "total" },
  ...{ pretax: "pre-tax", aftertax: "after-tax", classes: "class", securities: "security", categories: "category" },
  ...{ my: "", your: "", our: "", the: "", of: "", in: "", a: "", today: "current", now: "current", latest: "current" },
};

/** Words that count in percent or in dollars. */
const PERCENT = /%|\b(percent|percentage|pct|pc)\b/g;
const DOLLARS = /\p{Sc}|\b(usd|us\$|dollars?|eur|gbp|cad)\b/gu;

/** Reads a cell that may be a heading. Undefined for one without a text, and for texts too long to be one. */
export function headingOf(cell: unknown): Heading | undefined {
  if (typeof cell !== "string" || cell.length > LONGEST_HEADING) return undefined;
  const text = tidyText(cell)
    .toLowerCase()
    .replace(/['’]s\b/g, "")
    .replace(/[?*:†‡]/g, "");
  if (text === "") return undefined;
  // A remark in brackets is dropped, but `Mkt Val (Market Value)` writes out in brackets what it shortens.
  const remarks = [...text.matchAll(/[([]([^)\]]*)[)\]]/g)].map((match) => match[1] ?? "");
  const whole = text.replace(/[([][^)\]]*[)\]]/g, " ").trim();
  const bare = whole
    .replace(/ [-–—] .*$|[–—].*$/, "")
    .replace(/(^| )as (of|at)\b.*$/, "")
    .replace(/( (on|at))? \d{1,4}[/.-]\d.*$/, "");
  const words = wordsOf(bare);
  const written = remarks.find((remark) => initials(wordsOf(remark)) === initials(words) && words !== "");
  const unit = PERCENT_SIGN.test(text) ? "%" : DOLLAR_SIGN.test(text) ? "$" : undefined;
  const said = bare.includes("/") ? bare.split("/").map(wordsOf) : [];
  return { words: written === undefined ? words : wordsOf(written), unit, parts: said };
}

const LONGEST_HEADING = 80;
const PERCENT_SIGN = new RegExp(PERCENT.source);
const DOLLAR_SIGN = new RegExp(DOLLARS.source, "u");

function wordsOf(text: string): string {
  return text
    .replace(PERCENT, " ")
    .replace(DOLLARS, " ")
    .replaceAll("#", " # ")
    .replace(/[.,&/_]/g, " ")
    .split(" ")
    .map((word) => WRITTEN_OUT[word] ?? singular(word))
    .filter((word) => word !== "")
    .join(" ")
    .replace(/^(.+) \1$/, "$1");
}

/** `holdings` as `holding`; `class`, `basis` and `status` are singular. */
function singular(word: string): string {
  return word.length > 3 && /[^siu]s$/.test(word) ? word.slice(0, -1) : word;
}

function initials(words: string): string {
  return words.replace(/(\S)\S* ?/g, "$1");
}
