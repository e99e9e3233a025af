import { cents, Decimal, type DueReason, type Lock, type Usd } from "../../engine";
import { isoDay } from "../dates";
import type { Explanation, Fact } from "../explanation";
import { count, inTheRange, money, percentOf, plain, type Places } from "./figures";
import { exchangesProof } from "./exchanges";
import { formulaSentence } from "./formulas";
import { evidenceFactSentence } from "./evidence-facts";
import { lawSourcesWords, taxLineWords } from "./law/tax";
import { noteSentence } from "./notes";
import { destinationWords } from "../policy/settings/destination";
import { centsOf, offGoalSentence } from "./household";
import { sayTradeUnit } from "../policy/settings/trade-unit";
import { policySentence } from "./policy";
import { pastMeansSentence } from "./portfolio";
import { tradingRuleSentence } from "./standing";
import { quoted } from "./quote";
import { workedWords } from "./worked";

/**
 * An explanation in sentences, as whoever asked for the answer reads it. Below a formula, each on a line of its own, it
 * stands again with the figures put in.
 */
export function explanationSentences(
  { read, steps, bound, rounded }: Explanation,
  places: Places = inTheRange,
): { readonly [part in keyof Explanation]: readonly string[] } {
  // Functions that take cash say how much it was, 0 too; the others only judge.
  const cash = read.find((fact) => fact.fact === "cash")?.cash;
  const say = (facts: readonly Fact[]): readonly string[] => facts.map((fact) => factSentence(fact, cash, places));
  return { read: say(read), steps: say(steps), bound: say(bound), rounded: say(rounded) };
}

/** Says why it was, or was not, time to trade. `cash` is undefined where nothing is traded, only judged. */
function reasonSentence(reason: DueReason, cash: Usd | undefined): string {
  const judging = cash === undefined;
  const placed = cash !== undefined && cash !== 0;
  const once = !placed ? "" : cash < 0 ? "Once the money is out, " : "Once the cash is placed, ";
  const rest = placed
    ? cash < 0
      ? "so only the money is taken out"
      : "so only the cash is placed"
    : "so nothing is traded";
  switch (reason) {
    case "no rule":
      return judging
        ? "The policy has no band and no dates: it is time whenever there is something to trade."
        : "No band or date holds anything back: every row goes to its target.";
    case "look date":
      return judging ? "The calendar says to look." : "The calendar says to look, so every row goes to its target.";
    case "out of band":
      return `${once === "" ? "The" : `${once}the`} portfolio is outside its band.`;
    case "not due":
      return judging ? "The next look is not due yet." : `The next look is not due yet, ${rest}.`;
    case "in band": {
      const within = `${once === "" ? "Everything" : `${once}everything`} is in its band`;
      return judging ? `${within}.` : `${within}: nothing ${placed ? "else " : ""}is traded.`;
    }
    case "nothing to trade":
      return "It is out of line, but the rules of the rows leave nothing to trade.";
    case "no sells":
      return judging ? "The policy never sells." : `The policy never sells, ${rest}.`;
    case "only cash":
      return placed
        ? `Only the ${cash < 0 ? "money is taken out" : "cash is placed"}; nothing is traded the other way.`
        : "There is no cash to place: nothing is traded.";
  }
}

const LOCKED: Readonly<Record<Lock, string>> = { hold: "Held", "no buy": "Not bought", "no sell": "Not sold" };

/** Whole cents, never fewer than the dollars. */
function centsUp(dollars: Decimal): Usd {
  return cents(dollars.times(100).toDecimalPlaces(0, Decimal.ROUND_CEIL).toNumber());
}

/** Says one fact of an explanation in a sentence. */
function factSentence(fact: Fact, cash: Usd | undefined, places: Places): string {
  switch (fact.fact) {
    case "range":
      return `${fact.argument}: ${count(fact.rows, "row", "rows")}${fact.headerRows > 0 ? ", header included" : ""}.`;
    case "total":
      return `Total: ${money(fact.total)}.`;
    case "cash":
      if (fact.cash === 0) return "Cash to invest: none.";
      return fact.cash < 0 ? `Cash to take out: ${money(fact.cash)}.` : `Cash to invest: ${money(fact.cash)}.`;
    case "rule":
      return `Policy: ${policySentence(fact.policy, "weight")}`;
    case "trading rule":
      return tradingRuleSentence(fact.rule);
    case "style":
      return `Style: ${fact.style}.`;
    case "day":
      return `Date: ${isoDay(fact.day)}.`;
    case "note":
      return noteSentence(fact.note, places);
    case "periods":
      return `${count(fact.periods, "period", "periods")}, ${plain(fact.perYear)} a year.`;
    case "risk-free rate":
      return fact.rate === undefined
        ? "Rate without risk: one for each period."
        : `Rate without risk: ${percentOf(fact.rate)} a year.`;
    case "risky targets":
      return `The risky targets moved by ${percentOf(fact.volatility)} a year; they are multiplied by ${plain(Number(fact.multiple.toFixed(4)))}.`;
    case "past portfolio":
      return `In the past it earned ${percentOf(fact.returns)} a year, with a volatility of ${percentOf(fact.volatility)}.`;
    case "past means":
      return pastMeansSentence(fact.means);
    case "below the trend":
      return fact.rows.length === 0
        ? "Every fund is above its mean."
        : `At its mean or below: ${places.rows(fact.rows)}.`;
    case "formula":
      return [formulaSentence(fact.formula), ...(fact.worked ?? []).map((each) => workedWords(each, places))].join(
        "\n",
      );
    case "reason":
      return reasonSentence(fact.reason, cash);
    case "past returns":
    case "drawn":
    case "ran out":
    case "no promise":
    case "in doubles":
      return evidenceFactSentence(fact);
    case "placed cash":
      return fact.cash < 0
        ? "The money out comes from the rows that are fullest for their targets."
        : "The cash goes to the rows that are emptiest for their targets.";
    case "paid in":
      return fact.months === 0
        ? "Nothing is outside its band now."
        : `${count(fact.months, "contribution", "contributions")}: ${money(fact.amount)} in all.`;
    case "last outside":
      return `${fact.months === 0 ? "Now" : `After ${count(fact.months, "contribution", "contributions")}`} still outside: ${places.rows(fact.rows)}.`;
    case "went to":
      return `Rows outside go ${destinationWords(fact.destination)}.`;
    case "out of band":
      return `Outside the band: ${places.rows(fact.rows)}.`;
    case "counts as":
      return `${quoted(fact.account)}: ${Number((fact.share * 100).toFixed(2))}% of the money counts, what is left of it after tax.`;
    case "class gap":
      return classGapSentence(fact);
    case "account money":
      return accountMoneySentence(fact);
    case "class place": {
      const { deferred, Roth, HSA, taxable } = fact.points;
      const read = fact.readAs === undefined ? "has points of your own" : `is read as ${fact.readAs}`;
      return `${quoted(fact.name)} ${read}: ${deferred} in tax-deferred accounts, ${Roth} in a Roth, ${HSA} in an HSA, ${taxable} in taxable ones.`;
    }
    case "off goal": {
      const side = fact.gap.isNegative() ? "short of" : "over";
      return `${quoted(fact.name)} stays ${money(centsOf(fact.gap.abs()))} ${side} its goal. ${offGoalSentence(fact.because, fact.name, fact.policy)}`;
    }
    case "tax line":
      return taxLineWords(fact.line);
    case "law of":
      return lawSourcesWords(fact.year, fact.sources);
    case "plan status":
      return fact.status === "optimal"
        ? "Checked in exact decimals: no other trades within the rules bring the classes nearer to their goals."
        : "The best trades found: not every way around the wash-sale rule was tried.";
    case "gains bound":
      return fact.used > fact.policy
        ? `The net gain may be ${money(fact.policy)}, and is ${money(fact.used)} at most here, because the money to take out needs it.`
        : `The net gain may be ${money(fact.policy)} at most.`;
    case "left in cash":
      return `${quoted(fact.account)} keeps ${money(fact.amount)} in cash.`;
    case "kept back":
      return `The cash buffer keeps ${money(fact.amount)} uninvested.`;
    case "below the minimum":
      return `Left alone, because the trade would be below the minimum: ${places.rows(fact.rows)}.`;
    case "last resort":
      return `Every trade would be below the minimum, so ${money(fact.cash)} goes to the largest of them.`;
    case "locked":
      return `${LOCKED[fact.lock]}, by the rules of the rows: ${places.rows(fact.rows)}.`;
    case "fewest exchanges":
      return exchangesProof(fact.exchanges);
    case "to the cent":
      return "Amounts are whole cents and add up exactly; cents that rounding leaves go to the largest cut parts.";
    case "in the trade unit":
      return `Trades are ${sayTradeUnit(fact.unit)}; ${money(fact.heldBack)} is left over.`;
    case "to whole percents":
      return "Balances after trading are whole percents of the total.";
    case "once":
      return `The result is rounded once, to about ${fact.digits} digits.`;
    case "nearest in shares":
      return fact.gap.isZero()
        ? "Proved: no other trades in shares come nearer to the targets."
        : `The best trades found, within ${money(centsUp(fact.gap))} of the best possible: other trades may come nearer to the targets, but not by more.`;
    case "left over":
      return `Left in cash: $${fact.amount.toFixed(2)}.`;
  }
}

type FactOf<Kind extends Fact["fact"]> = Extract<Fact, { readonly fact: Kind }>;

/** `US stocks: $90,000 now, $60,000 is the goal: $30,000 over. After these trades $60,000.` */
function classGapSentence({ name, before, goal, after }: FactOf<"class gap">): string {
  const gap = centsOf(before.minus(goal));
  const side = gap === 0 ? "at its goal" : `${money(cents(Math.abs(gap)))} ${gap > 0 ? "over" : "under"}`;
  return `${quoted(name)}: ${money(centsOf(before))} now, and ${money(centsOf(goal))} is the goal: ${side}. After these trades ${money(centsOf(after))}.`;
}

/** What an account could do: its own money, and no other's. */
function accountMoneySentence({ account, sold, bought, cashFlow }: FactOf<"account money">): string {
  const flow =
    cashFlow === 0 ? "" : `, with ${money(cents(Math.abs(cashFlow)))} to ${cashFlow > 0 ? "invest" : "take out"}`;
  return `${quoted(account)} trades its own money only: ${money(sold)} sold and ${money(bought)} bought${flow}.`;
}
