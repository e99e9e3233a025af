import type { JobChangeOutcome, WithdrawalOutcome } from "../../../engine";
import { JOB_CHANGE_CHOICES, penaltyWords } from "../../../ranges";
import { dollars } from "../../components/figures";
import type { TaxFigure } from "./answer";
import { inDollars } from "./entries";
import { rateWords } from "./taxes-words";

/** What cashing out costs against the other three, which cost nothing. */
export function jobChangeHeadline(cashedOut: WithdrawalOutcome, balance: number): string {
  const lost = inDollars(cashedOut.tax + cashedOut.penalty);
  return `Leaving it, or rolling it straight over, keeps all ${dollars(balance)}. Cashing out costs ${dollars(lost)} of it.`;
}

/** The figures of cashing out: the other choices have none. */
export function cashOutFigures(
  cashedOut: WithdrawalOutcome,
  law: { readonly year: number; readonly incomeBrackets: { readonly source: string } },
): readonly TaxFigure[] {
  const { tax, penalty, penaltyRate, because, withheld, withheldRate, paidOut, inHand } = cashedOut;
  return [
    {
      name: "Federal tax",
      shown: dollars(inDollars(tax)),
      why: `What the tax of ${law.year} rises by: ${law.incomeBrackets.source}.`,
    },
    { name: "Penalty", shown: dollars(inDollars(penalty)), why: penaltyWords(because, penaltyRate) },
    {
      name: "Withheld when it is paid",
      shown: dollars(inDollars(withheld)),
      why: `${rateWords(withheldRate)} of it, toward that tax (IRC 3405(c)).`,
    },
    {
      name: "In hand at first",
      shown: dollars(inDollars(paidOut)),
      why: "The balance less what is withheld (IRC 3405(c)).",
    },
    {
      name: "Kept in the end",
      shown: dollars(inDollars(inHand)),
      why: `The balance less tax and penalty, once the return of ${law.year} is settled.`,
    },
  ];
}

/** A choice in the picture. */
export function choiceFigure({ kept }: JobChangeOutcome): string {
  return `${dollars(inDollars(kept))} kept`;
}

/** The picture for those who can't see it. */
export function choicesInWords(choices: readonly JobChangeOutcome[]): string {
  return `${choices
    .map(
      ({ choice, kept, tax, penalty }) =>
        `${JOB_CHANGE_CHOICES[choice]}: ${dollars(inDollars(kept))} kept, tax ${dollars(inDollars(tax))}, penalty ${dollars(inDollars(penalty))}`,
    )
    .join("; ")}.`;
}
