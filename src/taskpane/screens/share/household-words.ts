import type { AccountKind, HouseholdPlan } from "../../../engine";
import { knownFund, noteSentence, quoted, type KnownFund, type Note } from "../../../ranges";
import type { HouseholdList } from "../../../lists";
import type { CopyAccount, CopyClass, CopyHolding, CopyPlan, HouseholdCopyFacts } from "../../../sheets";
import { holdingsArgument } from "../../standing/household-standing";
import { count, inWords, percent } from "../../components/figures";
import { noteOn } from "../../words/household-words";
import { placesOfFunds } from "../../words/fund-places";

const KINDS: Readonly<Record<AccountKind, string>> = {
  deferred: "tax-deferred",
  Roth: "Roth",
  HSA: "HSA",
  taxable: "taxable",
  neutral: "529 or the like",
};

/** How an account is taxed, within a sentence. */
export function accountKindInWords(kind: AccountKind): string {
  return KINDS[kind];
}

/** A fund in the table of trades: its name, and its ticker where that is shown beside it. */
export function fundInWords({ fund, ticker = "" }: Pick<CopyHolding, "fund" | "ticker">): string {
  return ticker === "" || ticker === fund ? fund : `${fund} (${ticker})`;
}

/** A fund where several accounts may have it. */
export function fundInAccount(fund: string, account: string): string {
  return `${quoted(fund)} in ${quoted(account)}`;
}

const NAMED = 4;

/** Names the trades that were left out for being small; "" where none was. */
export function droppedInWords(names: readonly string[]): string {
  return names.length === 0 ? "" : `${count(names.length, "trade")}: ${inWords(names, NAMED)}`;
}

/** Whether a plan is proved. */
export function sureInWords(status: HouseholdPlan["status"]): string {
  return status === "optimal" ? "optimal, proved" : "best found, not proved";
}

/** What an adviser has to know that the figures rest on. */
export function assumptionsOf(
  { list, sheet, date, version, plan, accounts, classes, holdings }: Omit<HouseholdCopyFacts, "assumptions" | "mixes" | "notes">, // prettier-ignore
  hasRates: { readonly income: boolean; readonly gains: boolean },
): readonly string[] {
  const hasTaxed = accounts.some(({ isTaxed }) => isTaxed);
  return [
    `Values, classes and targets are those of ${list} on sheet ${sheet}, as the owner has them on ${date}.`,
    "Accounts, cash flows, dividends and purchases that are not in the list are not known: for the wash-sale rule they count too.", // prettier-ignore
    ...(plan && hasTaxed ? [taxesInWords(plan, hasRates, date)] : []),
    ...(holdings.some(({ isCash }) => isCash) ? [cashInWords(classes)] : []),
    ...afterTaxInWords(accounts),
    "Account numbers are masked: at most their last four digits are shown.",
    `Worked out by Keel ${version} by the owner’s own policy. It says what that policy asks for; it is not advice and promises no return.`, // prettier-ignore
  ];
}

function taxesInWords(
  { rates, mayTrade }: CopyPlan,
  { income, gains }: { readonly income: boolean; readonly gains: boolean },
  date: string,
): string {
  const rule = mayTrade.gainsBound === undefined ? "" : " The policy bounds the net gain; the certificate holds it.";
  const term = `Long-term is held for more than a year on ${date}, or without a day of purchase.`;
  if (!rates) return `The policy gives no tax rates: gains are counted, and no tax.${rule} ${term}`;
  const one = income && gains ? "" : ", as the policy gives one rate for both";
  return `Gains are taxed at ${percent(rates.short)} short-term and ${percent(rates.long)} long-term${one}; state tax and the 3.8% tax on net investment income only if they are in these rates.${rule} ${term}`; // prettier-ignore
}

function cashInWords(classes: readonly CopyClass[]): string {
  return classes.some(({ name }) => name.trim().toLowerCase() === "cash")
    ? "Cash and core funds count as the class Cash."
    : "Cash is none of the classes: cash and core funds are to be invested.";
}

function afterTaxInWords(accounts: readonly CopyAccount[]): readonly string[] {
  const counted = accounts.filter(({ countsAs }) => countsAs !== 1);
  if (counted.length === 0) return [];
  const said = counted.map(({ name, countsAs }) => `${quoted(name)} ${percent(countsAs)}`);
  return [`Classes are counted after tax: of ${inWords(said)} of the money counts, of the others all.`];
}

/** A fund may have had its mix from Keel in one of so many years: a target-date fund's changes each year. */
const YEARS = 10;
const DAYS_A_YEAR = 365.25;

/** What each fund of several classes is counted as, and by whose word. */
export function mixesInWords(
  holdings: readonly CopyHolding[],
  classes: readonly CopyClass[],
  today: number,
): readonly string[] {
  const said = new Map<string, string>();
  for (const { fund, ticker, parts, unlisted } of holdings) {
    const held = parts.flatMap((part, place) => (part > 0 ? [{ name: classes[place]?.name ?? "", part }] : []));
    const all = unlisted > 0 && held.length > 0 ? [...held, { name: "none of the classes", part: unlisted }] : held;
    if (all.length < 2) continue;
    const mix = inWords(all.map(({ name, part }) => `${percent(part)} ${quoted(name)}`));
    const words = `${quoted(fund)}: ${mix}, ${sourceOf([ticker ?? "", fund], held, today)}.`;
    said.set(words, words);
  }
  return [...said.values()];
}

function sourceOf(
  texts: readonly string[],
  held: readonly { readonly name: string; readonly part: number }[],
  today: number,
): string {
  for (let years = 0; years < YEARS; years += 1) {
    const known = knownFund({ texts: texts.filter((text) => text !== "") }, Math.floor(today - years * DAYS_A_YEAR));
    if (known.kind !== "mix") break;
    if (isSameMix(known, held)) return knownMixInWords(known);
  }
  return "as the owner’s list says";
}

function knownMixInWords({ from, asOf, year }: Extract<KnownFund, { kind: "mix" }>): string {
  if (year !== undefined) return `as Keel assumes for a fund of this date in ${asOf.slice(0, 4)}`;
  return from === "table" ? `as the fund’s own policy says (${asOf})` : `stocks and bonds as the fund’s own policy says (${asOf}), US and international as Keel assumes`; // prettier-ignore
}

const SAME = 0.0006;

function isSameMix(
  { weights }: Extract<KnownFund, { kind: "mix" }>,
  held: readonly { readonly name: string; readonly part: number }[],
): boolean {
  const parts = Object.entries(weights).filter(([, part]) => part > 0);
  return (
    parts.length === held.length &&
    parts.every(([name, part]) =>
      held.some((one) => one.name.trim().toLowerCase() === name.toLowerCase() && Math.abs(one.part - part) < SAME),
    )
  );
}

/** What is so in most lists, or stands in the copy anyway. */
const ORDINARY: ReadonlySet<Note["code"]> = new Set<Note["code"]>(["read as number", "no tax rates", "cash to invest"]);
const SAID = 3;

/** What is worth knowing of a plan: notes of a kind are said up to a few, and the others counted. */
export function planNotesInWords(notes: readonly Note[], list: HouseholdList): readonly string[] {
  const kinds = new Map<Note["code"], Set<string>>();
  for (const note of notes) {
    if (ORDINARY.has(note.code)) continue;
    const sentences = kinds.get(note.code) ?? new Set();
    kinds.set(note.code, sentences.add(isOnList(note) ? noteOn(list, note) : noteSentence(note, placesOfFunds(() => undefined)))); // prettier-ignore
  }
  return [...kinds.values()].flatMap((sentences) => {
    const all = [...sentences];
    const more = all.length - SAID;
    return more <= 0 ? all : [...all.slice(0, SAID), `${count(more, "more note")} of this kind.`];
  });
}

function isOnList(note: Note): boolean {
  return ("at" in note ? note.at.argument : "argument" in note ? note.argument : "") === holdingsArgument;
}
