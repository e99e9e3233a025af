import {
  cents,
  centsFromDollars,
  Decimal,
  succeeded,
  type AmountOrShare,
  type Band,
  type Cadence,
  type Policy,
  type Setting,
} from "../../engine";
import { failed, type Read } from "../problem";
import { parseDay } from "../dates";
import { parseNumber } from "../numbers";

/** What one clause says: one or more settings (`annual and 5/25` says three), and the words it was said in. */
export interface Clause {
  readonly text: string;
  readonly settings: Policy;
}

/** A way to say something, and how it is read. `shape` is matched against the tidied clause in lower case. */
interface Form {
  readonly shape: RegExp;
  read(parts: readonly string[], text: string): Read<Policy>;
}

const NAMED_CADENCES: readonly { readonly words: RegExp; readonly cadence: Cadence }[] = [
  { words: /^(annual(ly)?|yearly|every year|once a year)$/, cadence: { every: 12, unit: "months" } },
  { words: /^(semi-?annual(ly)?|half-yearly)$/, cadence: { every: 6, unit: "months" } },
  { words: /^(quarterly|every quarter)$/, cadence: { every: 3, unit: "months" } },
  { words: /^(monthly|every month)$/, cadence: { every: 1, unit: "months" } },
  { words: /^(weekly|every week)$/, cadence: { every: 7, unit: "days" } },
  { words: /^(daily|every day)$/, cadence: { every: 1, unit: "days" } },
];

const CADENCE_UNITS: Readonly<Record<string, Cadence>> = {
  day: { every: 1, unit: "days" },
  week: { every: 7, unit: "days" },
  month: { every: 1, unit: "months" },
  quarter: { every: 3, unit: "months" },
  year: { every: 12, unit: "months" },
};

/** Looking less often than once in a hundred years is not looking. */
const MOST_PERIODS = 1200;

function cadenceOf(text: string): Cadence | undefined {
  const named = NAMED_CADENCES.find(({ words }) => words.test(text));
  if (named) return named.cadence;
  const counted = /^every (\d+) (day|week|month|quarter|year)s?$/.exec(text);
  const count = Number(counted?.[1]);
  const unit = CADENCE_UNITS[counted?.[2] ?? ""];
  if (!unit || count < 1 || count > MOST_PERIODS) return undefined;
  return { every: unit.every * count, unit: unit.unit };
}

const NUMBER = String.raw`([$€£]? ?[\d.,]+)`;

/** A number in a clause, by its decimal digits. `$1,000` groups by comma; `0,1` has a decimal comma. */
function numberOf(text: string): Decimal | undefined {
  const compact = text.replace(/[$€£ ]/g, "");
  const grouped = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(compact);
  const number = grouped ? Number(compact.replaceAll(",", "")) : parseNumber(compact, ".");
  return typeof number === "number" ? new Decimal(number) : undefined;
}

/** A percentage or a number of points as a fraction, checked against the range that makes sense. */
function fractionOf(text: string, clause: string, most: number): Read<Decimal> {
  const number = numberOf(text);
  if (number === undefined) return unknown(clause);
  const fraction = number.dividedBy(100);
  if (fraction.lessThanOrEqualTo(0) || fraction.greaterThan(most)) {
    return failed({ code: "clause out of range", clause, least: "above 0%", most: `${most * 100}%` });
  }
  return succeeded(fraction);
}

function unknown(clause: string): Read<never> {
  return failed({ code: "unknown clause", found: clause });
}

/** `$100` or `0.5%`. */
function amountOrShareOf(amount: string, percent: string | undefined, clause: string): Read<AmountOrShare> {
  const number = numberOf(amount);
  if (number === undefined) return unknown(clause);
  if (percent !== undefined) {
    if (number.greaterThan(100)) return failed({ code: "clause out of range", clause, least: "0%", most: "100%" });
    return succeeded({ share: number.dividedBy(100) });
  }
  if (number.greaterThan(1e12))
    return failed({ code: "clause out of range", clause, least: "$0", most: "$1,000,000,000,000" });
  return succeeded({ amount: centsFromDollars(number.toNumber()) });
}

function map<In, Out>(result: Read<In>, into: (value: In) => Out): Read<Out> {
  return result.ok ? succeeded(into(result.value)) : result;
}

/** Every form a band takes. A plain percent is points; a share of the target says `relative`. */
function bandOf(text: string, clause: string): Read<Band> | undefined {
  if (/^(5 ?\/ ?25|swedroe)$/.test(text)) {
    return succeeded({ kind: "smaller", width: new Decimal(0.05), share: new Decimal(0.25) });
  }
  const relative = new RegExp(`^${NUMBER} ?% relative$`).exec(text);
  if (relative) return map(fractionOf(relative[1] as string, clause, 10), (share) => ({ kind: "relative", share }));
  const points = new RegExp(`^${NUMBER} ?(?:%|pp|points?|percent)$`).exec(text);
  if (points) return map(fractionOf(points[1] as string, clause, 1), (width) => ({ kind: "points", width }));
  const drift = new RegExp(`^drift ${NUMBER} ?%$`).exec(text);
  if (drift) return map(fractionOf(drift[1] as string, clause, 1), (limit) => ({ kind: "drift", limit }));
  const error = new RegExp(`^tracking error ${NUMBER} ?%$`).exec(text);
  if (error) return map(fractionOf(error[1] as string, clause, 10), (limit) => ({ kind: "tracking error", limit }));
  return undefined;
}

const FORMS: readonly Form[] = [
  {
    // A calendar rule and a threshold rule, in either order.
    shape: /^(.+) (and|or) (.+)$/,
    read: ([, left = "", trigger = "", right = ""], text) => {
      const look = cadenceOf(left) ?? cadenceOf(right);
      const band = bandOf(cadenceOf(left) ? right : left, text);
      if (!look || !band) return unknown(text);
      return map(band, (read) => ({ look, band: read, trigger: trigger === "or" ? "or" : "and" }));
    },
  },
  {
    shape: new RegExp(`^(.+) when volatility(?: is)? (?:>|above|over) ?${NUMBER} ?%$`),
    read: ([, look = "", level = ""], text) => {
      const cadence = cadenceOf(look);
      if (!cadence) return unknown(text);
      return map(fractionOf(level, text, 10), (above) => ({ volatileLook: { cadence, above } }));
    },
  },
  { shape: /^(?:to )?target$/, read: () => succeeded({ destination: { kind: "target" } }) },
  { shape: /^(?:to )?half-?way$/, read: () => succeeded({ destination: { kind: "halfway" } }) },
  { shape: /^(?:to )?(?:the )?edge$/, read: () => succeeded({ destination: { kind: "edge" } }) },
  {
    shape: new RegExp(`^to ${NUMBER} ?(?:%|pp|points?)$`),
    read: ([, from = ""], text) =>
      map(fractionOf(from, text, 1), (read) => ({ destination: { kind: "points", from: read } })),
  },
  { shape: /^no sells?$/, read: () => succeeded({ sells: "none" }) },
  { shape: /^sells allowed$/, read: () => succeeded({ sells: "allowed" }) },
  {
    shape: new RegExp(`^min(?:imum)?(?: trade)? ${NUMBER} ?(%)?$`),
    read: ([, amount = "", percent], text) =>
      map(amountOrShareOf(amount, percent, text), (minimumTrade) => ({ minimumTrade })),
  },
  { shape: /^whole shares?$/, read: () => succeeded({ tradeUnit: "whole shares" }) },
  { shape: /^fractional(?: shares)?$/, read: () => succeeded({ tradeUnit: "fractional" }) },
  { shape: /^whole percents?$/, read: () => succeeded({ tradeUnit: "whole percent" }) },
  { shape: /^whole dollars?$/, read: () => succeeded({ tradeUnit: "whole dollars" }) },
  { shape: /^(?:whole )?cents$/, read: () => succeeded({ tradeUnit: "cents" }) },
  {
    shape: new RegExp(`^cost ${NUMBER} ?%$`),
    read: ([, rate = ""], text) => map(rateOf(rate, text), (cost) => ({ cost })),
  },
  {
    shape: new RegExp(`^fee ${NUMBER}$`),
    read: ([, amount = ""], text) =>
      map(amountOrShareOf(amount, undefined, text), (fee) => ({ fee: "amount" in fee ? fee.amount : cents(0) })),
  },
  {
    shape: new RegExp(`^keep ${NUMBER} ?(%)?$`),
    read: ([, amount = "", percent], text) =>
      map(amountOrShareOf(amount, percent, text), (cashBuffer) => ({ cashBuffer })),
  },
  { shape: /^gains none$/, read: () => succeeded({ gains: "none" }) },
  { shape: /^gains allowed$/, read: () => succeeded({ gains: "allowed" }) },
  {
    shape: new RegExp(`^gains up to ${NUMBER}$`),
    read: ([, amount = ""], text) =>
      map(amountOrShareOf(amount, undefined, text), (limit) => ({
        gains: { upTo: "amount" in limit ? limit.amount : cents(0) },
      })),
  },
  {
    shape: new RegExp(`^income ${NUMBER} ?%$`),
    read: ([, rate = ""], text) => map(rateOf(rate, text), (incomeRate) => ({ incomeRate })),
  },
  {
    shape: new RegExp(`^gains rate ${NUMBER} ?%$`),
    read: ([, rate = ""], text) => map(rateOf(rate, text), (gainsRate) => ({ gainsRate })),
  },
  { shape: /^relocate$/, read: () => succeeded({ relocate: true }) },
  {
    shape: /^last (.+)$/,
    read: ([, day = ""]) => {
      const read = parseDay(day);
      return read === undefined ? failed({ code: "bad date", found: day }) : succeeded({ lastLook: read });
    },
  },
  {
    shape: /^unassigned (sell|hold|stop)$/,
    read: ([, what]) => succeeded({ unassigned: what === "hold" ? "hold" : what === "stop" ? "stop" : "sell" }),
  },
];

/** A rate from 0 to 100 %, 0 allowed. */
function rateOf(text: string, clause: string): Read<Decimal> {
  const number = numberOf(text);
  if (number === undefined) return unknown(clause);
  if (number.greaterThan(100)) return failed({ code: "clause out of range", clause, least: "0%", most: "100%" });
  return succeeded(number.dividedBy(100));
}

/** Reads one clause, tidied. */
export function readClause(text: string): Read<Clause> {
  const words = text.toLowerCase();
  const settings = (read: Policy): Clause => ({ text, settings: read });
  const look = cadenceOf(words);
  if (look) return succeeded(settings({ look }));
  const band = bandOf(words, text);
  if (band) return map(band, (read) => settings({ band: read }));
  for (const form of FORMS) {
    const parts = form.shape.exec(words);
    if (parts) return map(form.read(parts, text), settings);
  }
  return unknown(text);
}

/** Puts clauses together. A setting that is said twice is an error, not a guess. */
export function joinClauses(clauses: readonly Clause[]): Read<Policy> {
  const said = new Map<Setting, string>();
  let policy: Policy = {};
  for (const clause of clauses) {
    for (const setting of Object.keys(clause.settings) as Setting[]) {
      const before = said.get(setting);
      if (before !== undefined) return failed({ code: "setting twice", setting, first: before, second: clause.text });
      said.set(setting, clause.text);
    }
    policy = { ...policy, ...clause.settings };
  }
  return succeeded(policy);
}
