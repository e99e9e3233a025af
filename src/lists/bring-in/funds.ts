import { knownFund, nameOf, type AssetClass, type KnownFund, type Name, type Position } from "../../ranges";
import type { FundChoice } from "./source";

/** What is known or was decided of what a fund is made of. */
export type Made =
  | { readonly kind: "class"; readonly class: string; readonly from: "owner" | "chosen" | "table" | "words" }
  | {
      readonly kind: "mix";
      /** Fractions that add up to 1, by class. */
      readonly weights: Readonly<Record<string, number>>;
      readonly from: "owner" | "chosen" | "table" | "assumed";
      /** An ISO day, where a table or a rule gave it. */
      readonly asOf?: string;
      /** Of a target-date fund. */
      readonly year?: number | "retired";
    }
  | { readonly kind: "leave alone"; readonly from: "chosen" | "known"; readonly why?: LeftAloneReason }
  /** To be asked: a class, a mix, or to leave it alone. */
  | { readonly kind: "open"; readonly about: OpenAbout; readonly choices: readonly AssetClass[] };

export type LeftAloneReason = Extract<KnownFund, { readonly kind: "leave alone" }>["why"];
export type OpenAbout = Extract<KnownFund, { readonly kind: "ask" }>["about"];

/** A fund, in whichever accounts it is held. */
export interface FoundFund {
  /** Tells it from other funds: its ticker, else its name. */
  readonly key: string;
  readonly name: string;
  readonly ticker: string | undefined;
  readonly isCash: boolean;
  readonly made: Made;
}

/** What the owner's own tables say funds are made of, by a fund's key. */
export type OwnFunds = ReadonlyMap<string, FundChoice>;

/** A symbol as exchanges give them. */
const TICKER = /^[A-Z]{1,5}([.-][A-Z]{1,2})?$/;

/** What a position's fund is known by: its ticker and the words for it. Asterisks mark a core fund. */
export function namesOf({ fund, ticker, description }: Position): { readonly ticker?: string; readonly name: string } {
  const symbol = ticker?.replace(/\*+$/, "").trim();
  const text = (fund?.text ?? "").replace(/\*+$/, "").trim();
  if (symbol !== undefined && symbol.toUpperCase() !== "CASH" && TICKER.test(symbol.toUpperCase())) {
    const name = description ?? (nameOf(text).key === nameOf(symbol).key ? symbol : text);
    return { ticker: symbol.toUpperCase(), name };
  }
  const name = description ?? text;
  return TICKER.test(name) && name.toUpperCase() !== "CASH" ? { ticker: name, name } : { name };
}

export function fundKey(names: { readonly ticker?: string | undefined; readonly name: string }): string {
  return names.ticker === undefined ? `name ${nameOf(names.name).key}` : `ticker ${names.ticker.toUpperCase()}`;
}

/** Money that is on its way in or out of an account. */
export function isPending({ name }: { readonly name: string }): boolean {
  return /^(pending|unsettled)\b/i.test(name);
}

/**
 * Says what a fund is made of: as the owner chose, else as the owner's tables say, else its class in the source, if that
 * column is the owner's, else what is known of it.
 */
export function madeOf(
  fund: { readonly ticker?: string; readonly name: string; readonly isCash: boolean },
  said: { readonly ownClass: Name | undefined; readonly brokersClass: Name | undefined },
  choice: FundChoice | undefined,
  own: FundChoice | undefined,
  asOf: number,
): Made {
  const decided = choice ?? own;
  if (decided) {
    const from = choice ? "chosen" : "owner";
    switch (decided.kind) {
      case "class":
        return { kind: "class", class: decided.class, from };
      case "mix":
        return { kind: "mix", weights: decided.weights, from };
      case "leave alone":
        return { kind: "leave alone", from: "chosen" };
    }
  }
  if (fund.isCash && said.ownClass === undefined) return { kind: "class", class: "Cash", from: "table" };
  const texts = [fund.ticker, fund.name, said.brokersClass?.text].filter((text) => text !== undefined);
  const known = knownFund({ ownClass: said.ownClass?.text, texts }, asOf);
  switch (known.kind) {
    case "class":
      return known;
    case "mix":
      return known;
    case "leave alone":
      return { kind: "leave alone", from: "known", why: known.why };
    case "ask":
      return { kind: "open", about: known.about, choices: known.choices };
  }
}
