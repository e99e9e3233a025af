import type { AccountKind } from "../engine";
import { tidyText } from "./numbers";

/** An account's type as read from what it says. */
export interface AccountType {
  readonly kind: AccountKind;
  /** Whether it is a custodial account, of which a child is the taxpayer. */
  readonly isCustodial: boolean;
}

/** What each kind is called, in the order in which they are tried: a `Traditional IRA Brokerage Account` is deferred. */
const KINDS: readonly (readonly [kind: AccountKind, says: RegExp])[] = [
  ["Roth", /\broth\b|\btax[- ]?(exempt|free)\b/],
  ["neutral", /\b529\b|\btrump accounts?\b/],
  ["HSA", /\bhsa\b|\bhealth savings?\b/],
  [
    "deferred",
    /\b40[13][- ]?\(?[kab]\b|\b457\b|\btsp\b|\bthrift savings\b|\bpensions?\b|\bprofit[- ]sharing\b|\biras?\b|\bindividual retirement (account|arrangement|annuity)\b|\bpre[- ]?tax\b|\bdeferred\b|\btraditional\b/,
  ],
  [
    "taxable",
    /\btaxable\b|\bbrokerage\b|\bindividual\b|\bjoint\b|\bj\/?t\/?w\/?r\/?o\/?s\b|\btrusts?\b|\bnon-?retirement\b|\bchecking\b|\bsavings account\b|^savings$|\bbank\b|\bcustodial\b|\butma\b|\bugma\b/,
  ],
];

const CUSTODIAL = /\bcustodial\b|\butma\b|\bugma\b/;

/** Reads an account's type from its type, name or title. Undefined where it says none: nothing is guessed. */
export function readAccountType(text: string): AccountType | undefined {
  const words = tidyText(text).toLowerCase().replaceAll("_", " ").replace(/[‐‑–]/g, "-");
  const kind = KINDS.find(([, says]) => says.test(words))?.[0];
  return kind && { kind, isCustodial: kind === "taxable" && CUSTODIAL.test(words) };
}

/** What brokers write where they say how a position is held, which is no account's type: `Cash`, `Margin`. */
export function saysHowHeld(text: string): boolean {
  return /^(cash|margin|short|loaned)$/i.test(text);
}
