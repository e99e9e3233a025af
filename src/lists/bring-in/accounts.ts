import type { AccountKind } from "../../engine";
import { nameOf, readAccountType, type HoldingsAccount } from "../../ranges";
import type { AccountChoice, Source } from "./source";

/** An account that was found, as the table of holdings will have it. */
export interface FoundAccount {
  /** Tells it from other accounts, in whichever source it stands. */
  readonly key: string;
  /** What it is called, with the last four of its number where one is known. */
  readonly name: string;
  /** One of `accountTypes`, or as the owner's cells say it; undefined where it has to be asked. */
  readonly type: string | undefined;
  readonly kind: AccountKind | undefined;
  /** Whether nothing in the source names it. */
  readonly isAssumed: boolean;
  readonly source: string;
}

/** The types to choose from, in the words in which people say them; each is read as a kind by `readAccountType`. */
export const accountTypes = [
  "401(k)",
  "Roth 401(k)",
  "403(b)",
  "457(b)",
  "TSP",
  "Traditional IRA",
  "Rollover IRA",
  "SEP IRA",
  "SIMPLE IRA",
  "Inherited IRA",
  "Roth IRA",
  "HSA",
  "Taxable",
  "529",
] as const;

/** How each type is told by an account's name, the telling ones first. */
const TOLD: readonly (readonly [type: (typeof accountTypes)[number], says: RegExp])[] = [
  ["Roth 401(k)", /\broth\b.*\b(401|403|457)|\b(401|403|457).*\broth\b/i],
  ["Roth IRA", /\broth\b/i],
  ["HSA", /\bhsa\b|\bhealth savings?\b/i],
  ["529", /\b529\b/i],
  ["401(k)", /\b401[- ]?\(?k/i],
  ["403(b)", /\b403[- ]?\(?b/i],
  ["457(b)", /\b457\b/i],
  ["TSP", /\btsp\b|\bthrift savings\b/i],
  ["Rollover IRA", /\brollover\b/i],
  ["SEP IRA", /\bsep\b/i],
  ["SIMPLE IRA", /\bsimple\b/i],
  ["Inherited IRA", /\binherited\b|\bbeneficiary\b/i],
  ["Traditional IRA", /\biras?\b|\bindividual retirement\b/i],
];

/** The usual word for what an account's type or name says; the words themselves where there is none for them. */
function typeFrom({ type, name, kind }: HoldingsAccount): string | undefined {
  if (kind === undefined || type === undefined) return undefined;
  const told = TOLD.find(([word, says]) => says.test(type) && readAccountType(word)?.kind === kind);
  if (told) return told[0];
  if (kind === "taxable" && !/custodial|utma|ugma/i.test(type)) return "Taxable";
  // A long title is no type: what remains is said by its kind.
  return type === name && kind === "deferred" ? "401(k)" : type;
}

/** Reads the account that a source names. `house` is what to call one that has a number only. */
export function accountFrom(
  account: HoldingsAccount,
  source: Source,
  house: string | undefined,
  choice: AccountChoice = {},
): FoundAccount {
  const { number, from, name } = account;
  const isAssumed = from === "assumed" || name === "";
  const key = accountKey(account, source);
  // An account that nothing names may be of any type: a function takes it for a 401(k), the pane asks.
  const type = choice.type ?? (isAssumed ? undefined : typeFrom(account));
  return {
    key,
    name: choice.name ?? shownName(isAssumed ? (house ?? "My account") : name, number, house),
    type,
    kind: type === undefined ? undefined : readAccountType(type)?.kind,
    isAssumed,
    source: source.key,
  };
}

/** Two sources mean the same account by its number, else by its name. One that nothing names is its source's own. */
export function accountKey({ number, from, name }: HoldingsAccount, source: Source): string {
  if (from === "assumed" || name === "") return `only ${source.key}`;
  if (number !== undefined && from === "column") return `number ${number.replace(/[^\p{L}\p{N}]/gu, "").toUpperCase()}`;
  return `name ${nameOf(number ?? name).key}`;
}

/** Digits at a name's end that Keel or a broker has masked: `…0004`, `...006`, `-0009`, `xxxx1234`. */
const MASKED_END = /\s*(?:…|\.{2,}|[*xX]{2,}[- ]?|-)\s?([\p{L}\p{N}]{3,4})$/u;

/** The last characters of an account's number, as a name that was shown has them. */
export function lastFour(name: string): string | undefined {
  return MASKED_END.exec(name)?.[1]?.toUpperCase();
}

function shownName(name: string, number: string | undefined, house: string | undefined): string {
  const digits = number?.replace(/[^\p{L}\p{N}]/gu, "").slice(-4);
  const end = MASKED_END.exec(name);
  const plain = (end ? name.slice(0, end.index) : name).replace(/^(plan|account)( name)?:\s*/i, "").trim();
  const base = plain === "" ? (house ?? "Account") : plain;
  const last = end?.[1] ?? (digits !== undefined && digits.length === 4 ? digits : undefined);
  return last === undefined ? base : `${base} …${last}`;
}
