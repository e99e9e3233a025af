import type { Reason } from "../../engine";
import { isoDay } from "../dates";
import type { Fact } from "../explanation";
import { count, inTheRange, money, type Places } from "./figures";
import { noteSentence } from "./notes";
import { destinationWords } from "./policy";

const REASONS: Readonly<Record<Reason, string>> = {
  "no rule": "No band or date holds anything back: every row goes to its target.",
  "look date": "The calendar says to look, so every row goes to its target.",
  "out of band": "After the cash is placed, the portfolio is outside its band.",
  "not due": "The next look is not due yet, so only the cash is placed.",
  "in band": "After the cash is placed, everything is in its band: nothing else is traded.",
  "no sells": "The policy never sells, so only the cash is placed.",
  "only cash": "Only the cash is placed; nothing is traded the other way.",
};

/** Says one fact of an explanation in a sentence. */
export function factSentence(fact: Fact, places: Places = inTheRange): string {
  switch (fact.fact) {
    case "range":
      return `${fact.argument}: ${count(fact.rows, "row", "rows")}${fact.headerRows > 0 ? ", header included" : ""}.`;
    case "total":
      return `Total: ${money(fact.total)}.`;
    case "cash":
      return fact.cash < 0 ? `Cash to take out: ${money(fact.cash)}.` : `Cash to invest: ${money(fact.cash)}.`;
    case "rule":
      return `Policy: ${fact.words}`;
    case "day":
      return `Date: ${isoDay(fact.day)}.`;
    case "note":
      return noteSentence(fact.note, places);
    case "formula":
      return fact.words;
    case "reason":
      return REASONS[fact.reason];
    case "placed cash":
      return fact.cash < 0
        ? "The money out comes from the rows that are fullest for their targets."
        : "The cash goes to the rows that are emptiest for their targets.";
    case "went to":
      return `Rows outside go ${destinationWords(fact.destination)}.`;
    case "out of band":
      return `Outside the band: ${places.rows(fact.rows)}.`;
    case "kept back":
      return `The cash buffer keeps ${money(fact.amount)} uninvested.`;
    case "below the minimum":
      return `Left alone, because the trade would be below the minimum: ${places.rows(fact.rows)}.`;
    case "last resort":
      return `Every trade would be below the minimum, so ${money(fact.cash)} goes to the largest of them.`;
    case "proof":
      return fact.words;
    case "to the cent":
      return "Amounts are whole cents and add up exactly; cents that rounding leaves go to the largest cut parts.";
    case "to whole dollars":
      return `Trades are whole dollars; ${money(fact.heldBack)} is left over.`;
    case "to whole percents":
      return "Balances after trading are whole percents of the total.";
    case "once":
      return `The result is rounded once, to about ${fact.digits} digits.`;
    case "left over":
      return `Left in cash: $${fact.amount.toFixed(2)}.`;
  }
}
