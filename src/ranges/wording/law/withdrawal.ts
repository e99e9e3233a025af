import type { ExceptionName, PaymentReason, PenaltyReason, YearLaw } from "../../../engine";
import { money } from "../figures";
import { percentOf } from "./percent";

/** What an exception depends on that no cell says. */
const DEPENDS: Readonly<Partial<Record<ExceptionName, string>>> = {
  "terminal illness": "a physician certifies death within 84 months",
  SEPP: "payments stay equal for five years or until 59½, whichever is longer, and from a plan begin after leaving",
  "public safety": "you left in or after the year of turning 50, or after 25 years of service",
  medical: "the costs are above 7.5% of adjusted gross income, and no more than these are taken",
  reservist: "the call was for 180 days or more",
  "birth or adoption": "it is taken within a year, $5,000 for each child",
  "domestic abuse": "it is no more than half of the vested balance, and within a year of the abuse",
  emergency: "it is once a year, and not again for three years unless repaid",
  disaster: "the disaster was federally declared",
  "long-term care":
    "the plan offers it, it is paid from 30 December 2025 on, and it is no more than 10% of the vested balance and the premiums paid",
  "first home": "the $10,000 are for life",
  education: "no more than the year's costs is taken",
  "health premiums while unemployed": "unemployment was paid for 12 weeks",
  "separation at 55": "you left this plan's employer in or after the year of turning 55",
};

/** Why the additional tax is, or isn't, due, in sentences. */
export function penaltyWords(because: PenaltyReason, rate: number): string {
  const due = `${percentOf(rate)} of the taxable part is due`;
  switch (because.why) {
    case "59½ reached":
      return "No penalty from 59½ on (IRC 72(t)(2)(A)(i)).";
    case "457(b)":
      return "A governmental 457(b) plan knows no penalty, but for money that was rolled into it (IRC 72(t)(1), 4974(c)).";
    case "exception": {
      const depends = DEPENDS[because.name];
      const cap = because.cap
        ? ` It covers ${money(because.cap.amount)}${because.cap.evidence === "unverified" ? ", a figure that is not verified" : ""}; the rest is penalised.`
        : "";
      return `Exception: ${because.name} (${because.section})${depends === undefined ? "." : `, if ${depends}.`}${cap}`;
    }
    case "not for this account":
      return `${because.name} is an exception for ${because.source === "plan" ? "IRAs" : "employers' plans"} only, so ${due}.`;
    case "not in force":
      return `${because.name} is no exception in that year, so ${due}.`;
    case "left too early":
      return `${because.separationAge === undefined ? "Without the age in the year of leaving" : "Before the year of turning 55"} leaving is no exception, so ${due}.`;
    case "not 59½ yet":
      return `59½ is not reached, so ${due}.`;
    case "no exception":
      return `${because.reason === undefined ? "Under 59½ without an exception" : `${because.reason === "RMD" ? "A required distribution" : "A hardship withdrawal"} is no exception of its own`}: ${due} (IRC 72(t)(1)).`;
  }
}

/** What has to be said of a Roth account's money. */
export const ROTH_WORDS =
  "A Roth's earnings are free of tax only from 59½ on and five years after the first contribution: then the whole amount is basis.";

/** The last line: by which law. */
export function withdrawalSources({ year, incomeBrackets }: YearLaw, reason: PaymentReason | undefined): string {
  const paid = reason === "RMD" ? "; IRC 401(a)(9)" : "";
  return `${year}: ${incomeBrackets.source}; IRC 72(t), 3405${paid}. An estimate, not advice.`;
}

export const WITHDRAWAL_LABELS = {
  header: ["Item", "Value"],
  amount: "Amount",
  taxable: "Taxable",
  tax: "Federal tax",
  penalty: "Penalty",
  why: "Why",
  withheld: "Withheld",
  paidOut: "Paid out now",
  inHand: "In hand",
  forInHand: "Amount for that much in hand",
  sources: "Year and sources",
} as const;
