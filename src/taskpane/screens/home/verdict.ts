import type { ListStanding } from "../../standing/list-standing";
import { dayInWords } from "../../standing/day";
import { count, whole } from "../../components/figures";
import { portfolioBandSentence } from "../../words/portfolio-band-words";
import { fundsInWords, lockedInWords } from "../../words/funds-in-words";

export interface Verdict {
  readonly act: boolean;
  readonly headline: string;
  readonly because: string;
}

/** How many funds are named before the rest is only counted. */
const NAMED = 3;

/** Answers "am I fine?" in words, of a list's funds or of a household's classes. */
export function verdictOf(
  { funds, portfolioBand, acting, due: { due }, nextLook }: ListStanding,
  thing: "fund" | "class" = "fund",
): Verdict {
  const anyTrades = acting.ok && acting.effect.made > 0;
  const out = funds.filter(({ side }) => side !== 0);
  const banded = funds.some((fund) => fund.highest > fund.lowest);
  if (out.length > 0 || portfolioBand?.outside) {
    const named = fundsInWords(
      out.map(({ name }) => name),
      NAMED,
    );
    const where = banded ? "outside the band" : "off target, and your rule has no band";
    const because = portfolioBand
      ? portfolioBandSentence(portfolioBand)
      : `${whole(out.length)} of ${count(funds.length, thing)} ${out.length === 1 ? "is" : "are"} ${where}: ${named}.`;
    if (!due && nextLook !== undefined) {
      const later = `${because} Your rule waits for its next look, on ${dayInWords(nextLook)}.`;
      // Until then a rule still says where new money goes, or where money to take out comes from.
      return anyTrades
        ? { act: false, headline: "Only your cash to place", because: `${later} Until then only your cash is traded.` }
        : { act: false, headline: "Nothing to do yet", because: later };
    }
    const locked = funds.filter(({ lock }) => lock !== undefined).map(({ name }) => name);
    if (!due && locked.length > 0) {
      const left = `${because} ${lockedInWords(locked, NAMED)}, and nothing else needs a trade.`;
      return anyTrades
        ? { act: false, headline: "Only your cash to place", because: `${left} Only your cash is traded.` }
        : { act: false, headline: "Nothing to trade", because: left };
    }
    // No sells without new money, or a minimum above every trade.
    const stuck = acting.ok && !anyTrades;
    return stuck
      ? { act: true, headline: "Nothing to trade", because: `${because} Your rule leaves no trade to make now.` }
      : { act: true, headline: "Time to rebalance", because };
  }
  if (due && anyTrades) {
    return { act: true, headline: "Time to rebalance", because: "Your rule trades on its look dates, and one is due." };
  }
  const [one, all] = banded ? ["inside its band", "inside their bands"] : ["on target", "on target"];
  const inside = portfolioBand
    ? portfolioBandSentence(portfolioBand)
    : funds.length === 1
      ? `Your ${thing} is ${one}.`
      : `All ${count(funds.length, thing)} are ${all}.`;
  return {
    act: false,
    headline: "You are fine",
    because: anyTrades ? `${inside} The only trades are for your cash.` : `${inside} Nothing to trade.`,
  };
}
