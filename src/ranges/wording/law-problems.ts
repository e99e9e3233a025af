import type { Usd } from "../../engine";
import { failed, type CellPlace, type Problem, type Refusal } from "../problem";
import { inTheRange, list, money, plain } from "./figures";
import { withQuoted } from "./quote";

/*
 * What taxes, limits and lots say of their own problems. functions.js, which every workbook loads, doesn't know these
 * sentences: they stand with the part that is loaded on first use.
 */

/** What can be wrong with what the law is asked, and with lots, trades in shares and looks. */
export type LawTableProblem =
  // The law
  | {
      readonly code: "year without law";
      readonly at: CellPlace;
      readonly year: number;
      readonly known: readonly number[];
    }
  /** The year's law has no such limit; or one source alone has the figure. */
  | { readonly code: "no such limit"; readonly year: number; readonly limit: string }
  | { readonly code: "limit not verified"; readonly year: number; readonly limit: string; readonly source: string }
  /** A clause of an employer's formula that isn't known; or a tier that doesn't begin after `before` percent of pay. */
  | { readonly code: "unknown match"; readonly found: string }
  | { readonly code: "match out of order"; readonly found: string; readonly before: number }
  | { readonly code: "no early withdrawal"; readonly found: string; readonly kind: "HSA" | "taxable" | "neutral" }
  | { readonly code: "basis above amount"; readonly basis: Usd; readonly amount: Usd }
  // Lots, trades in shares and looks
  | { readonly code: "shares missing"; readonly at: CellPlace; readonly fund: string }
  | { readonly code: "several funds"; readonly argument: string; readonly funds: readonly string[] }
  | { readonly code: "not taxable"; readonly at: CellPlace; readonly account: string }
  | {
      readonly code: "basis unknown";
      readonly at: CellPlace;
      readonly fund: string;
      readonly sold: number;
      readonly bought: number;
    }
  | { readonly code: "no calendar" };

const NO_WITHDRAWAL: Readonly<Record<"HSA" | "taxable" | "neutral", string>> = {
  HSA: "an HSA is taxed by rules of its own: 20% more before 65, unless it pays medical costs.",
  taxable: "from a taxable account money is taken without penalty. Use KEEL.SELLORDER for the tax on gains.",
  neutral: "it has rules of its own, which Keel doesn't know. Type a 401(k) or an IRA.",
};

/** Such a problem with its sentence. */
export function lawProblem(problem: LawTableProblem): Problem {
  return { code: "told by its part", sentence: lawProblemSentence(withQuoted(problem)), shows: shownFor(problem) };
}

export function refusedByLaw(problem: LawTableProblem): Refusal {
  return failed(lawProblem(problem));
}

/** An answer that is not there, or an input that is wrong. */
function shownFor({ code }: LawTableProblem): "#N/A" | "#VALUE!" {
  return code === "no such limit" || code === "limit not verified" || code === "no calendar" ? "#N/A" : "#VALUE!";
}

/** Says in a sentence or two what is wrong with a question about taxes and limits. */
function lawProblemSentence(problem: LawTableProblem): string {
  const { cell } = inTheRange;
  switch (problem.code) {
    case "year without law":
      return `${cell(problem.at)}: the law of ${plain(problem.year)} is not in Keel's table. Type ${list(problem.known.map(String)).replace(" and ", " or ")}.`;
    case "no such limit":
      return `Kind: in ${problem.year} there is no limit called ${problem.limit}. Ask for another year or kind.`;
    case "limit not verified":
      return `Kind: the ${problem.limit} limit of ${problem.year} (${problem.source}) has no second source, so Keel doesn't use it. KEEL.LAW shows it.`;
    case "unknown match":
      return `Formula: "${problem.found}" is not known. Type tiers such as 100% of 3%, 50% of 2%, and maybe max $5,000.`;
    case "match out of order":
      return `Formula: "${problem.found}" does not begin after the ${plain(problem.before)}% of pay that come before it, or is out of range. Put the tiers in order.`;
    case "no early withdrawal":
      return `Account type: "${problem.found}": ${NO_WITHDRAWAL[problem.kind]}`;
    case "basis above amount":
      return `Basis: ${money(problem.basis)} is more than the amount, ${money(problem.amount)}. Type what of the amount was taxed before.`;
    case "shares missing":
      return `${cell(problem.at)}: the row of ${problem.fund} has no shares and no price. Type the shares, or the price.`;
    case "several funds":
      return `${problem.argument}: these are lots of several funds, ${list(problem.funds.slice(0, 8))}. Give the lots of one.`;
    case "not taxable":
      return `${cell(problem.at)}: ${problem.account} is not taxable: sales there gain nothing that is taxed. Give lots of taxable accounts.`;
    case "basis unknown":
      return `${cell(problem.at)}: ${plain(problem.sold)} shares of ${problem.fund} are sold, and the trades before show ${plain(problem.bought)} of them bought. Add the purchases, or type the basis into a column Cost.`;
    case "no calendar":
      return "The policy has no calendar, so no look is ever due. Add one, such as annual.";
  }
}
