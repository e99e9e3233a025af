import type { ListStanding } from "../../standing/list-standing";
import { dayInWords } from "../../standing/day";
import { count, whole } from "../../components/figures";
import { portfolioBandClause } from "../../words/portfolio-band-words";
import { fundsInWords, lockedInWords } from "../../words/funds-in-words";

export interface Verdict {
  readonly act: boolean;
  readonly headline: string;
  readonly because: string;
  /** How things stand, without what follows from it and without a full stop: `All 3 classes are inside their bands`. */
  readonly stands: string;
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
    const stands = portfolioBand
      ? portfolioBandClause(portfolioBand)
      : `${whole(out.length)} of ${count(funds.length, thing)} ${out.length === 1 ? "is" : "are"} ${where}: ${named}`;
    const because = `${stands}.`;
    if (!due && nextLook !== undefined) {
      const waits = `${because} Your rule waits for its next look, on ${dayInWords(nextLook)}`;
      const later = `${waits}.`;
      // Until then a rule still says where new money goes, or where money to take out comes from.
      return anyTrades
        ? {
            ...{ act: false, headline: "Only your cash to place", stands: waits },
            because: `${later} Until then only your cash is traded.`,
          }
        : { act: false, headline: "Nothing to do yet", because: later, stands: waits };
    }
    const locked = funds.filter(({ lock }) => lock !== undefined).map(({ name }) => name);
    if (!due && locked.length > 0) {
      const rest = `${because} ${lockedInWords(locked, NAMED)}, and nothing else needs a trade`;
      const left = `${rest}.`;
      return anyTrades
        ? {
            ...{ act: false, headline: "Only your cash to place", stands: rest },
            because: `${left} Only your cash is traded.`,
          }
        : { act: false, headline: "Nothing to trade", because: left, stands: rest };
    }
    // No sells without new money, or a minimum above every trade.
    const stuck = acting.ok && !anyTrades;
    return stuck
      ? {
          ...{ act: true, headline: "Nothing to trade", stands },
          because: `${because} Your rule leaves no trade to make now.`,
        }
      : { act: true, headline: "Time to rebalance", because, stands };
  }
  if (due && anyTrades) {
    const stands = "Your rule trades on its look dates, and one is due";
    return { act: true, headline: "Time to rebalance", because: `${stands}.`, stands };
  }
  const [one, all] = banded ? ["inside its band", "inside their bands"] : ["on target", "on target"];
  const inside = portfolioBand
    ? portfolioBandClause(portfolioBand)
    : funds.length === 1
      ? `Your ${thing} is ${one}`
      : `All ${count(funds.length, thing)} are ${all}`;
  return {
    act: false,
    headline: "You are fine",
    because: anyTrades ? `${inside}. The only trades are for your cash.` : `${inside}. Nothing to trade.`,
    stands: inside,
  };
}
