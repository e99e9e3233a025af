import type { HouseholdPlan, HouseholdTrade, Policy, Usd } from "../../engine";
import type { DecidedPlan } from "../../operations";
import { money, offGoalSentence, quoted } from "../../ranges";
import { count, inWords } from "../components/figures";

/** How many classes that stay off their goals are named before the rest is counted. */
const NAMED = 3;

/**
 * Says what a household's plan comes to: `4 trades in 2 accounts bring every class back; $0 of taxable gains.` And, a
 * sentence a class, what keeps one off its goal.
 */
export function planSummary(planned: DecidedPlan): readonly string[] {
  const moves = movesInWords(planned);
  return [
    ...(moves === "" ? [] : [`${moves}${gainsInWords(planned)}.`]),
    ...offGoals(planned),
    ...(planned.plan.status === "best found"
      ? ["A better plan may exist: there were too many ways to try them all."]
      : []),
  ];
}

function movesInWords({ plan, range }: DecidedPlan): string {
  const moved = plan.trades.filter(({ position }) => range.household.positions[position]?.isCash === false);
  if (plan.trades.length === 0) return "";
  if (moved.length === 0) return "No fund trades: the money stays in cash";
  const accounts = new Set(moved.map(({ position }) => range.household.positions[position]?.account)).size;
  return `${count(moved.length, "trade")} in ${count(accounts, "account")} ${moved.length === 1 ? "brings" : "bring"} ${whither(plan, moved)}`;
}

function whither({ reason, offGoal }: HouseholdPlan, moved: readonly HouseholdTrade[]): string {
  if (offGoal.length > 0) return "your classes as near as can be";
  const isPlaced = reason === "not due" || reason === "in band" || reason === "no sells" || reason === "only cash";
  if (!isPlaced) return "every class back";
  return moved.every(({ why }) => why.code === "location" || why.code === "expense")
    ? "money to a better place, and leave your classes as they are"
    : "your cash to where it belongs";
}

function gainsInWords({ plan: { gain, tax, trades }, range, policy }: DecidedPlan): string {
  if (!range.household.accounts.some(({ kind }) => kind === "taxable") || trades.length === 0) return "";
  const net = gain.short + gain.long;
  const gains = net < 0 ? `; ${money(-net as Usd)} of net losses` : `; ${money(net as Usd)} of taxable gains`;
  // Without a rate nobody knows the tax.
  const isKnown = policy.gainsRate !== undefined || policy.incomeRate !== undefined;
  return isKnown && (net > 0 || tax > 0) ? `${gains}, ${money(tax)} of tax` : gains;
}

/** Which classes stay off their goals and why, a sentence a reason. */
function offGoals({ plan: { offGoal }, range, policy }: DecidedPlan): readonly string[] {
  const byReason = new Map<string, string[]>();
  for (const { classIndex, gap, because } of offGoal) {
    const name = range.household.classes[classIndex] ?? "";
    const reason = because === "gains rule" ? gainsRuleInWords(policy) : offGoalSentence(because, name, policy);
    const amount = money(Math.abs(gap.round().toNumber()) as Usd);
    const said = `${quoted(name)} ${amount} ${gap.isNegative() ? "short" : "over"}`;
    byReason.set(reason, [...(byReason.get(reason) ?? []), said]);
  }
  return [...byReason].map(([reason, classes]) => {
    const whose = classes.length === 1 ? "its goal" : "their goals";
    return `Still off ${whose}: ${inWords(classes, NAMED)}. ${reason}`;
  });
}

function gainsRuleInWords({ gains }: Policy): string {
  return typeof gains === "object"
    ? `Your rule allows taxable gains of up to ${money(gains.upTo)}, which holds back the rest.`
    : "Your rule allows no taxable gains, which holds back the rest.";
}
