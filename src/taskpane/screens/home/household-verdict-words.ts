import type { Reason, Usd } from "../../../engine";
import type { AccountFlow } from "../../../lists";
import type { DecidedPlan } from "../../../operations";
import { money } from "../../../ranges";
import type { ListStanding } from "../../standing/list-standing";
import { fundsInWords } from "../../words/funds-in-words";
import { verdictOf, type Verdict } from "./verdict";

/** What a household's verdict says, and whether there are trades to see. */
export interface HouseholdVerdict extends Verdict {
  /** Whether the plan has trades; as long as it isn't worked out, whether it may have some. */
  readonly trades: boolean;
}

/** How many accounts are named before the rest is counted. */
const NAMED = 3;

/** Why a plan does more than to place cash. */
const ACTING: ReadonlySet<Reason> = new Set<Reason>(["no rule", "look date", "out of band"]);

/**
 * Answers "am I fine?" for a household in one verdict: of its classes, which are judged without cash, of the cash flows of
 * its accounts, and, once it is worked out, of its plan, which is judged after they are placed.
 */
export function householdVerdict(
  standing: ListStanding,
  flows: readonly AccountFlow[],
  planned: DecidedPlan | undefined,
): HouseholdVerdict {
  const classes = verdictOf(standing, "class");
  const { act, stands } = classes;
  const because = (more: string): string => `${stands}${more}.`;
  const cash = flowsInWords(flows);
  // A rule that never sells trades nothing of its own, but places cash.
  const isStuck = act && standing.acting.ok && standing.acting.effect.made === 0;
  if (!planned) {
    if (flows.length === 0) return { ...classes, trades: act && !isStuck };
    if (act && !isStuck) return { ...classes, because: because(`, and ${cash}`), trades: true };
    return { act: false, headline: headlineOf(flows), stands, because: because(`, and ${cash}`), trades: true };
  }
  const { plan, policy } = planned;
  if (plan.trades.length === 0) {
    return act
      ? { act, headline: "Nothing to trade", stands, because: because(""), trades: false }
      : { ...classes, ...(flows.length > 0 && { because: because(`, and ${cash}`) }), trades: false };
  }
  if (ACTING.has(plan.reason)) {
    if (act) return { ...classes, headline: "Time to rebalance", because: because(andCash(cash)), trades: true };
    const beyond = flows.length > 0 ? `, and ${cash}, which takes a class outside its band` : "";
    return { act: true, headline: "Time to rebalance", stands, because: because(beyond), trades: true };
  }
  if (flows.length === 0) {
    return policy.relocate === true
      ? { act: false, headline: "A better place for some of it", stands, because: because(""), trades: true }
      : { act: false, headline: "Only your cash to place", stands, because: because(""), trades: true };
  }
  const back = act && !isStuck ? `; ${cash}, which brings that back inside` : andCash(cash);
  return { act: false, headline: headlineOf(flows), stands, because: because(back), trades: true };
}

function andCash(cash: string): string {
  return cash === "" ? "" : `, and ${cash}`;
}

function headlineOf(flows: readonly AccountFlow[]): string {
  if (flows.every(({ amount }) => amount > 0)) return "Only your cash to place";
  return flows.every(({ amount }) => amount < 0) ? "Only cash to take out" : "Only your cash to move";
}

/** `$5,000 is to be invested in Roth IRA and HSA`; "" without flows. */
function flowsInWords(flows: readonly AccountFlow[]): string {
  const into = flows.filter(({ amount }) => amount > 0);
  const out = flows.filter(({ amount }) => amount < 0);
  const said = [
    ...(into.length > 0 ? [`${sumOf(into)} is to be invested in ${namesOf(into)}`] : []),
    ...(out.length > 0 ? [`${sumOf(out)} is to be taken out of ${namesOf(out)}`] : []),
  ];
  return said.join(", and ");
}

function sumOf(flows: readonly AccountFlow[]): string {
  return money(Math.abs(flows.reduce((sum, { amount }) => sum + amount, 0)) as Usd);
}

function namesOf(flows: readonly AccountFlow[]): string {
  return fundsInWords(
    flows.map(({ account }) => account),
    NAMED,
  );
}
