import type { PaymentReason, WithdrawalOutcome } from "../../../engine";
import { penaltyWords, withdrawalSources, type DecidedWithdrawal } from "../../../ranges";
import { dollars } from "../../components/figures";
import type { TaxFigure } from "./answer";
import { inDollars } from "./entries";
import type { KnownAccount } from "./known";
import type { PayingChoice } from "./paying-accounts";
import { rateWords } from "./taxes-words";

/** What the money may be for, as people say it. All but the last two are exceptions from the penalty. */
export const REASON_WORDS: Readonly<Record<PaymentReason, string>> = {
  "59½": "I am 59½ or older",
  death: "The owner has died",
  disability: "Disability",
  "terminal illness": "Terminal illness",
  SEPP: "Equal payments for years (72(t), SEPP)",
  "separation at 55": "I left this job at 55 or later",
  "public safety": "Public safety worker who left",
  medical: "High medical costs",
  QDRO: "Divorce order (QDRO)",
  levy: "IRS levy",
  reservist: "Reservist called to duty",
  "birth or adoption": "Birth or adoption",
  "domestic abuse": "Domestic abuse",
  emergency: "Emergency expense",
  disaster: "Federally declared disaster",
  "long-term care": "Long-term care insurance",
  "first home": "First home",
  education: "Higher education",
  "health premiums while unemployed": "Health insurance while unemployed",
  hardship: "Hardship withdrawal",
  RMD: "Required distribution (RMD)",
};

/** An account to choose: `Acme 401(k), $80,000.00`, `Another Roth IRA`. */
export function payingWords({ type, known }: PayingChoice, hasOwn: boolean): string {
  if (known) return accountWords(known);
  return hasOwn ? `Another: ${type}` : type;
}

/** One of the workbook's own accounts: `Brokerage, $15,750.00`. */
export function accountWords({ name, balance }: KnownAccount): string {
  return `${name}, ${dollars(balance)}`;
}

/** What is left: `Of $20,000.00 you keep $13,600.00.` */
export function withdrawalHeadline({ withdrawal, outcome, law }: DecidedWithdrawal): string {
  const { tax, penalty, inHand } = outcome;
  const kept = `Of ${dollars(inDollars(withdrawal.amount))} taken out in ${law.year}, you keep ${dollars(inDollars(inHand))}.`;
  return `${kept} ${penalty === 0 ? `Tax takes ${dollars(inDollars(tax))}; there is no penalty.` : `Tax takes ${dollars(inDollars(tax))} and the penalty ${dollars(inDollars(penalty))}.`}`;
}

/** The figures of a withdrawal, each with its rule. */
export function withdrawalFigures({ withdrawal, outcome, forInHand, law }: DecidedWithdrawal): readonly TaxFigure[] {
  const { taxable, tax, penalty, penaltyRate, because, withheld, withheldRate, paidOut, inHand } = outcome;
  return [
    {
      name: "Taxable",
      shown: dollars(inDollars(taxable)),
      why: `The amount less what of it was taxed before, ${law.year} (IRC 402(a), 408(d)).`,
    },
    {
      name: "Federal tax",
      shown: dollars(inDollars(tax)),
      why: `What the tax of ${law.year} rises by: ${law.incomeBrackets.source}.`,
    },
    { name: "Penalty", shown: dollars(inDollars(penalty)), why: penaltyWords(because, penaltyRate) },
    {
      name: "You keep",
      shown: dollars(inDollars(inHand)),
      why: `The amount less tax and penalty of ${law.year}, once the return is settled.`,
    },
    {
      name: "Withheld when it is paid",
      shown: dollars(inDollars(withheld)),
      why: `${rateWords(withheldRate)} of the taxable part, toward that tax (IRC 3405).`,
    },
    {
      name: "Paid out at first",
      shown: dollars(inDollars(paidOut)),
      why: `The amount less what is withheld (IRC 3405): what is too much or too little of that comes with the return of ${law.year}.`,
    },
    {
      name: `To keep ${dollars(inDollars(withdrawal.amount))}, take out`,
      shown: dollars(inDollars(forInHand)),
      why: withdrawalSources(law, withdrawal.reason),
    },
  ];
}

/** The picture for those who can't see it. */
export function partsInWords({ inHand, tax, penalty }: Pick<WithdrawalOutcome, "inHand" | "tax" | "penalty">): string {
  return `You keep ${dollars(inDollars(inHand))}, federal tax ${dollars(inDollars(tax))}, penalty ${dollars(inDollars(penalty))}.`;
}

export const PARTS_KEPT = ["You keep", "Federal tax", "Penalty"] as const;
