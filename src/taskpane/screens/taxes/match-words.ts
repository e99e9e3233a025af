import type { YearLaw } from "../../../engine";
import { dollars } from "../../components/figures";
import type { TaxFigure } from "./answer";
import { inDollars } from "./entries";

/** What the employer adds, and what there is to get. Whole cents; the share of pay as a fraction. */
export interface MatchFound {
  readonly match: number;
  readonly whole: number;
  /** The least share of pay that gets the whole match. */
  readonly needed: number;
}

/** A share of pay, rounded up to a hundredth of a percent: less would leave something behind. */
function shareWords(share: number): string {
  return `${Math.ceil(Number((share * 1e4).toFixed(6))) / 100}%`;
}

/** Whether all of it is had: `You get the whole match, $4,000.00 a year.` */
export function matchHeadline({ match, whole, needed }: MatchFound): string {
  if (whole === 0) return "By this formula your employer adds nothing.";
  return match >= whole
    ? `You get the whole match, ${dollars(inDollars(match))} a year.`
    : `You leave ${dollars(inDollars(whole - match))} a year behind. Pay in ${shareWords(needed)} of your pay to get all ${dollars(inDollars(whole))}.`;
}

/** The figures of a match, each with its rule. */
export function matchFigures({ match, whole, needed }: MatchFound, law: YearLaw | undefined): readonly TaxFigure[] {
  const pay = law
    ? `Pay counts up to ${dollars(law.compensation.value)} in ${law.year}: ${law.compensation.source}.`
    : undefined;
  return [
    {
      name: "Your employer adds",
      shown: dollars(inDollars(match)),
      why: `By your plan’s formula. ${pay ?? ""}`.trim(),
    },
    {
      name: "The whole match",
      shown: dollars(inDollars(whole)),
      why: `What the formula gives at most. ${pay ?? ""}`.trim(),
    },
    {
      name: "You leave behind",
      shown: dollars(inDollars(whole - match)),
      why: `The whole match less what your employer adds${law ? `, ${law.year}` : ""}.`,
    },
    {
      name: "The whole match takes",
      shown: `${shareWords(needed)} of pay`,
      why: "Where its last tier, or its most, is reached.",
    },
  ];
}

/** The picture for those who can't see it. */
export function matchInWords({ match, whole }: MatchFound): string {
  return `You get ${dollars(inDollars(match))} of ${dollars(inDollars(whole))}, and leave ${dollars(inDollars(whole - match))}.`;
}

export const PARTS_OF_MATCH = ["You get", "You leave behind"] as const;
