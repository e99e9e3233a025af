import type { Pitfall, Position } from "../../engine";
import type { DecidedPlan } from "../../operations";
import { inTheRange, money, pitfallSentence, quoted } from "../../ranges";
import { inWords } from "../components/figures";
import type { ListStanding } from "../standing/list-standing";
import { fundsInWords } from "./funds-in-words";

/** How many trades or classes are named before the rest is counted. */
const NAMED = 4;

/** Below this share of the household's money a trade changes no weight that anyone would notice. */
const SMALL_TRADE_SHARE = 0.001;

/**
 * Says the pitfalls that apply to a household. What a checkup finds in the calendar and the log holds as it stands; what
 * it finds in trades is of classes as a whole, and is looked for in the trades of the accounts instead, once those are
 * worked out.
 */
export function householdFindings(standing: ListStanding, planned: DecidedPlan | undefined): readonly string[] {
  const checkup = standing.checkup();
  if (!checkup.ok) return [];
  return checkup.value.pitfalls
    .flatMap((pitfall) => {
      switch (pitfall.kind) {
        case "too often":
        case "trades on every look":
        case "not often enough":
        case "looks too rarely":
        case "no rule":
          return [pitfallSentence(pitfall, inTheRange)];
        case "avoidable sells":
          return planned ? avoidableSells(planned, standing, pitfall) : [];
        // A class whose target is 0 is meant to go, and small trades are looked for below.
        case "unassigned money":
        case "small trades":
          return [];
      }
    })
    .concat(planned ? smallTrades(planned) : []);
}

function smallTrades({ plan: { trades }, range }: DecidedPlan): readonly string[] {
  const { positions } = range.household;
  const total = positions.reduce((sum, { lots }) => lots.reduce((all, { value }) => all + value, sum), 0);
  const small = trades.flatMap(({ position, amount }) => {
    const { account, fund, isCash } = positions[position] as Position;
    if (isCash || Math.abs(amount) >= total * SMALL_TRADE_SHARE) return [];
    return [`${quoted(range.fundNames[fund] ?? "")} in ${quoted(range.accountNames[account] ?? "")}`];
  });
  if (small.length === 0) return [];
  return [
    `${inWords(small, NAMED)}: ${small.length === 1 ? "a trade" : "trades"} below a thousandth of your money. A smallest trade, which Set up asks for with your rule, leaves such trades out.`,
  ];
}

/**
 * A contribution that makes sales needless, where it is one that the household can make: the plan sells, no cash is on its
 * way yet, a dollar counts as a dollar in every account, and each class that is short has a fund of its own to buy.
 */
function avoidableSells(
  { plan, range: { household } }: DecidedPlan,
  { funds }: ListStanding,
  { contribution }: Extract<Pitfall, { kind: "avoidable sells" }>,
): readonly string[] {
  const { positions, accounts } = household;
  const isSale = ({ position, amount }: (typeof plan.trades)[number]): boolean =>
    amount < 0 && positions[position]?.isCash === false;
  if (!plan.trades.some(isSale)) return [];
  if (accounts.some(({ cashFlow, countsAs }) => cashFlow !== 0 || countsAs !== 1)) return [];
  const total = funds.reduce((sum, { value }) => sum + value, 0) + contribution;
  const short = funds.filter(({ value, target }) => target * total > value + 1).map(({ name }) => name.trim());
  const offered = new Set(positions.flatMap((position) => (position.mayBuy ? soleClass(position) : [])));
  if (short.length === 0 || !short.every((name) => offered.has(name.toUpperCase()))) return [];
  return [
    `${money(contribution)} of new money in ${fundsInWords(short, NAMED)} would bring every class to its target without a sale.`,
  ];
}

/** The class of a fund that is of one alone, in capitals, in a list of one. */
function soleClass({ fundClasses: { parts, whole } }: Position): readonly string[] {
  return [...parts].flatMap(([name, part]) => (part === whole ? [name.toUpperCase()] : []));
}
