import { dayOf } from "../../engine";
import { isoDay } from "../dates";
import type { AssetClass, ClassWeights } from "./asset-classes";
import { isStableValue, leftAlone, type LeftAlone } from "./left-alone";
import { mixOfName, mixOfTicker, type PolicyMix } from "./mixes";
import { assumedMix, targetYearOfName, targetYearOfTicker, type TargetYear } from "./target-date";
import { fundOfTicker } from "./tickers";
import { classOfWords } from "./words";

/** What a holding is made of, as far as it is known, and by whom. */
export type KnownFund =
  /** `words` is a guess by the words of its name. */
  | { readonly kind: "class"; readonly class: string; readonly from: "owner" }
  | { readonly kind: "class"; readonly class: AssetClass; readonly from: "table" | "words" }
  /**
   * Class weights, fractions that add up to 1. `table`: by the fund's own policy. `assumed`: all of it, or how its stocks
   * are split, by a rule of Keel's. `asOf` is an ISO day. `year`: of a target-date fund.
   */
  | {
      readonly kind: "mix";
      readonly weights: ClassWeights;
      readonly from: "table" | "assumed";
      readonly asOf: string;
      readonly year?: TargetYear;
    }
  | { readonly kind: "leave alone"; readonly why: LeftAlone }
  /** To ask the owner once: which of `choices`, a class or a mix, or to leave it alone, which is what happens until then. */
  | {
      readonly kind: "ask";
      readonly about: "stable value" | "mixed fund" | "unknown fund";
      readonly choices: readonly AssetClass[];
    };

/** A holding, as its row says it. */
export interface NamedFund {
  /** The owner's own class, if any. */
  readonly ownClass?: string | undefined;
  /** Ticker, name, description, the telling ones first. */
  readonly texts: readonly string[];
}

/**
 * Tells what a holding is made of: the owner's class, else what the tables know of its ticker or name, else what the
 * words of its name say. `asOf` is the day of the holdings, as a serial: a target-date fund's mix changes with the years.
 */
export function knownFund({ ownClass = "", texts }: NamedFund, asOf: number): KnownFund {
  if (ownClass.trim() !== "") return { kind: "class", class: ownClass.trim(), from: "owner" };
  const found = recognised(texts);
  switch (found.kind) {
    case "target date": {
      const weights = assumedMix(found.year, dayOf(asOf).year);
      return { kind: "mix", weights, from: "assumed", asOf: isoDay(asOf), year: found.year };
    }
    case "policy mix": {
      const { weights, source, asOf: said } = found.mix;
      return { kind: "mix", weights, from: source === "stated" ? "table" : "assumed", asOf: said };
    }
    default:
      return found;
  }
}

/**
 * The one class that a holding of these texts is likely to be in, for a menu that the owner can change; undefined where
 * nothing tells, and for what mixes several or is left alone.
 */
export function guessClass(texts: readonly string[]): AssetClass | undefined {
  const found = recognised(texts);
  if (found.kind === "class") return found.class;
  return found.kind === "ask" ? found.choices[0] : undefined;
}

type Recognised =
  | Extract<KnownFund, { kind: "class"; from: "table" | "words" } | { kind: "leave alone" } | { kind: "ask" }>
  | { readonly kind: "target date"; readonly year: TargetYear }
  | { readonly kind: "policy mix"; readonly mix: PolicyMix };

function recognised(texts: readonly string[]): Recognised {
  // A ticker says more than any name.
  for (const text of texts) {
    const found = byTicker(text.trim().toUpperCase().replace(/\*+$/, ""));
    if (found) return found;
  }
  for (const text of texts) {
    const found = byName(plainName(text));
    if (found) return found;
  }
  return { kind: "ask", about: "unknown fund", choices: [] };
}

function byTicker(ticker: string): Recognised | undefined {
  const fund = fundOfTicker(ticker);
  if (fund) return { kind: "class", class: fund.class, from: "table" };
  const year = targetYearOfTicker(ticker);
  if (year !== undefined) return { kind: "target date", year };
  const mix = mixOfTicker(ticker);
  return mix && { kind: "policy mix", mix };
}

function byName(name: string): Recognised | undefined {
  const why = leftAlone(name);
  if (why) return { kind: "leave alone", why };
  const year = targetYearOfName(name);
  if (year !== undefined) return { kind: "target date", year };
  const mix = mixOfName(name);
  if (mix) return { kind: "policy mix", mix };
  // Cash comes first: most who hold stable value have it in place of a money market fund.
  if (isStableValue(name)) return { kind: "ask", about: "stable value", choices: ["Cash", "Bonds"] };
  const told = classOfWords(name);
  if (told === "mixed") return { kind: "ask", about: "mixed fund", choices: [] };
  return told && { kind: "class", class: told, from: "words" };
}

/** A name in small letters, without marks and with single spaces. */
function plainName(text: string): string {
  return text
    .toLowerCase()
    .replace(/[®™©*]/g, "")
    .replace(/[\s_]+/g, " ")
    .trim();
}
