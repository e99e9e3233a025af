import type { DecidedPlan } from "../../../operations";
import { lookAsReason, money } from "../../../ranges";
import { count, percent, inWords } from "../../components/figures";
import { dayInWords } from "../../standing/day";
import { fundsInWords } from "../../words/funds-in-words";
import type { Caution } from "./cautions";
import type { HouseholdLine } from "./household-trading";
import { calendarOf } from "./last-look";
import { acts } from "./rebalance-summary";

/** How many classes are named before the rest is only counted. */
const NAMED = 3;

/** What a household's plan comes to, in a few words. */
export function headlineOf({ plan }: DecidedPlan): string {
  if (plan.tradeCount > 0) return `${count(plan.tradeCount, "trade")} to make`;
  if (plan.trades.length > 0) return "No trades, only cash moves";
  return plan.offGoal.length === 0 ? "No trades needed" : "No trades possible";
}

/** Where the trades take the household, how many they are and what they mean for the tax return. */
export function outcomeOf(decided: DecidedPlan): string {
  const { plan } = decided;
  const trades = plan.tradeCount === 0 ? "" : `${count(plan.tradeCount, "trade")}, `;
  return `${placeOf(decided)} ${trades}${gainsInWords(plan)}.`;
}

/** `$0 taxable gains`; with gains, what tax they cost where rates are given. */
function gainsInWords({ gain, tax }: DecidedPlan["plan"]): string {
  const net = gain.short + gain.long;
  const words = net < 0 ? `${dollarsOf(-net)} of taxable losses` : `${dollarsOf(net)} taxable gains`;
  return tax > 0 ? `${words}, ${money(tax)} tax` : words;
}

function dollarsOf(cents: number): string {
  return money(cents as Parameters<typeof money>[0]);
}

function placeOf({ plan, range, classes }: DecidedPlan): string {
  if (plan.offGoal.length > 0) return "As near as your accounts and rules allow.";
  if (plan.trades.some(({ why }) => why.code === "location" || why.code === "expense") && !acts(plan.reason)) {
    return "Better places for the same mix.";
  }
  if (!acts(plan.reason)) {
    const flow = range.household.accounts.reduce((sum, { cashFlow }) => sum + cashFlow, 0);
    return flow < 0 ? "The cash is raised." : "The cash is placed.";
  }
  const standings = classes().classes;
  const isBanded = standings.some(({ band }) => band !== undefined);
  if (!isBanded) return plan.reason === "out of band" ? "Back within your limit." : "Back on target.";
  return standings.every(({ band }) => (band?.sideAfter ?? 0) === 0) ? "Back in band." : "Nearer to your targets.";
}

/** The classes that are outside their bands before the plan. */
function outside({ range, classes }: DecidedPlan): readonly string[] {
  return classes().classes.flatMap(({ band }, index) =>
    band && band.sideBefore !== 0 ? [range.household.classes[index] ?? ""] : [],
  );
}

/** `US stocks and Cash are outside the band`. */
function areOutside(names: readonly string[]): string {
  return `${fundsInWords(names, NAMED)} ${names.length === 1 ? "is" : "are"} outside the band`;
}

/** Why the rule acts now. */
export function becauseOf(decided: DecidedPlan): string {
  const out = outside(decided);
  switch (decided.plan.reason) {
    case "no rule":
      return "Your rule has no band and no dates, so every class goes back to its target.";
    case "look date":
      return "Your rule trades on its look dates, and one is due.";
    case "out of band":
      if (out.length > 0) return `${areOutside(out)}.`;
      return decided.classes().classes.some(({ band }) => band !== undefined)
        ? "Once the cash is placed, a class is outside the band."
        : "Your classes together are outside the limit of your rule.";
    case "not due":
      return "Your next look is not due yet, so only the cash is placed.";
    case "in band":
      return "Every class is in its band once the cash is placed, so nothing else is traded.";
    case "no sells":
      return "Your rule never sells, so only the cash is placed.";
    case "only cash":
      return "Only the cash is placed.";
  }
}

/** Why nothing is to be traded although nothing is in the way. */
export function whyNone(decided: DecidedPlan): string {
  const { plan, range, policy } = decided;
  const out = outside(decided);
  const next = decided.nextLook();
  switch (plan.reason) {
    case "not due":
      return out.length > 0 && next !== undefined
        ? `${areOutside(out)}, but your rule waits for its next look, on ${dayInWords(next)}.`
        : "Your rule waits for its next look, and there is no cash to place.";
    case "in band":
      return policy.band !== undefined && range.household.classes.length === 1
        ? "Your class is in band, and there is no cash to place."
        : `All ${count(range.household.classes.length, "class")} are in band, and there is no cash to place.`;
    case "no sells":
      return out.length > 0
        ? `${areOutside(out)}, but your rule never sells, and there is no cash to place.`
        : "There is no cash to place, and your rule never sells.";
    case "no rule":
    case "look date":
    case "out of band":
      return "Every class is at its target.";
    case "only cash":
      return "There is no cash to place.";
  }
}

/** Why nothing can be traded: what stands below the headline then. */
export const whyNotPossible =
  "Your rule says to act, but nothing that your accounts and rules allow brings a class nearer.";

/** A class that stays off its goal: `Bonds stays $1,200 short.` */
export function offGoalWords({ name, gap }: ReturnType<DecidedPlan["offGoal"]>[number]): string {
  const amount = dollarsOf(gap.abs().round().toNumber());
  return `${fundsInWords([name])} stays ${amount} ${gap.isNegative() ? "short" : "over"}.`;
}

/** A figure of a plan: what it is, and how it is shown. */
export type PlanFigure = readonly [name: string, shown: string];

/** What a plan moves, costs and leaves, as far as there is any of it. */
export function figuresOf({ plan, range, policy }: DecidedPlan): readonly PlanFigure[] {
  const { gain, moneyTraded, tax, cost, leftInCash, location, expense } = plan;
  const taxable = gain.short !== 0 || gain.long !== 0;
  const hasRates = policy.incomeRate !== undefined || policy.gainsRate !== undefined;
  const left = leftInCash.map(({ account, amount }): PlanFigure => [
    `Left in cash in ${fundsInWords([range.accountNames[account] ?? ""])}`,
    money(amount),
  ]);
  return [
    ...(moneyTraded === 0 ? [] : [["Money traded", money(moneyTraded)] as const]),
    ...(gain.short === 0 ? [] : [[gainName(gain.short, "short-term"), dollarsOf(Math.abs(gain.short))] as const]),
    ...(gain.long === 0 ? [] : [[gainName(gain.long, "long-term"), dollarsOf(Math.abs(gain.long))] as const]),
    ...(taxable ? [["Tax", hasRates ? money(tax) : "no rates in your rule"] as const] : []),
    ...(policy.cost === undefined && policy.fee === undefined ? [] : [["Cost", money(cost)] as const]),
    ...left,
    ...(location ? [["Location score, of 100", pair(location, (score) => score.toFixed(0))] as const] : []),
    ...(expense ? [["Expense ratio, average", pair(expense, plainRatio)] as const] : []),
  ];
}

function gainName(gain: number, term: string): string {
  return gain < 0 ? `Losses, ${term}` : `Gains, ${term}`;
}

type Pair = NonNullable<DecidedPlan["plan"]["location"]>;

function pair({ before, after }: Pair, shown: (figure: Pair["before"]) => string): string {
  const [now, then] = [shown(before), shown(after)];
  return now === then ? now : `${now} → ${then}`;
}

/** As the list has it: whether 0.04 is a percent or a fraction, only its owner knows. */
function plainRatio(ratio: Pair["before"]): string {
  return ratio.toSignificantDigits(3).toString();
}

/** What else bound the plan. */
export function remarksOf({ plan, range }: DecidedPlan): readonly string[] {
  const { dropped, gainsBound, status } = plan;
  const { positions, accounts } = range.household;
  const nameOf = (row: number): string => {
    const position = positions.find(({ lots }) => lots.some((lot) => lot.row === row));
    return position ? `${range.fundNames[position.fund] ?? ""} in ${range.accountNames[position.account] ?? ""}` : "";
  };
  const raised = accounts.some(({ cashFlow }) => cashFlow < 0);
  return [
    ...(dropped.length > 0
      ? [
          `Left alone, because the trade would be too small for your rule: ${fundsInWords([...new Set(dropped.map(nameOf))], NAMED)}.`,
        ]
      : []),
    ...(gainsBound && raised && gainsBound.used > gainsBound.policy
      ? [
          `Your rule allows ${money(gainsBound.policy)} of gains; the money that leaves your accounts needs ${money(gainsBound.used)}.`,
        ]
      : []),
    ...(status === "best found"
      ? [
          "Best found: there were too many ways around the wash-sale rule to try all of them, so a better plan may exist.",
        ]
      : []),
  ];
}

/** What is done in a row: `Sell $1,200.00` is the word and the amount. */
export function actionOf({ amount, isCash }: Pick<HouseholdLine, "amount" | "isCash">): string {
  if (isCash) return amount < 0 ? "From cash" : "To cash";
  return amount < 0 ? "Sell" : "Buy";
}

/** What a taxable sale means for the tax return: `Long-term gain $1,200.00, tax $180.00.` */
export function taxWords({ gain, tax, isLongTerm }: NonNullable<HouseholdLine["taxed"]>): string {
  const term = isLongTerm ? "Long-term" : "Short-term";
  if (gain === 0) return "No gain and no loss.";
  const what = gain < 0 ? "loss" : "gain";
  const saved = tax < 0 ? `, saves ${dollarsOf(Math.round(-tax * 100))} of tax` : "";
  const owed = tax > 0 ? `, tax ${dollarsOf(Math.round(tax * 100))}` : "";
  return `${term} ${what} ${dollarsOf(Math.round(Math.abs(gain) * 100))}${owed}${saved}.`;
}

/** Which lot is sold. */
export function lotWords({ acquired }: NonNullable<HouseholdLine["lot"]>): string {
  return acquired === undefined ? "The lot without a purchase date." : `The lot bought on ${dayInWords(acquired)}.`;
}

/** What to mind at a trade. */
export function cautionWords(caution: Caution): string {
  switch (caution.code) {
    case "purchase too early":
      return `Your fund company’s rule: it may be bought again on ${dayInWords(caution.before)}.`;
    case "sale too early":
      return `Your fund company’s rule: it may be sold again on ${dayInWords(caution.before)}.`;
    case "washed": {
      const where = caution.account === "" ? "" : ` in ${fundsInWords([caution.account])}`;
      return `Wash sale: ${fundsInWords([caution.fund])} was bought${where} on ${dayInWords(caution.day)}, so this loss doesn’t count, or only in part.`;
    }
    case "keep out":
      return `Sold at a loss: don’t buy ${fundsInWords(caution.funds, NAMED)} in any account before ${dayInWords(caution.before)}, or the loss doesn’t count. Reinvested dividends are purchases too.`;
  }
}

/** What the log is offered as the reason. */
export function reasonFor(decided: DecidedPlan): string {
  const { plan, policy, range } = decided;
  const out = outside(decided);
  const look = calendarOf(policy);
  if (plan.reason === "out of band") {
    return out.length > 0 ? `Outside the band: ${fundsInWords(out, NAMED)}` : "Outside the limit of the rule";
  }
  if (plan.reason === "look date" && look !== undefined) return lookAsReason(look);
  if (plan.reason === "no rule") return "Back to the targets";
  if (plan.trades.some(({ why }) => why.code === "location")) return "Better places for the same mix";
  const flow = range.household.accounts.reduce((sum, { cashFlow }) => sum + cashFlow, 0);
  return flow < 0 ? "Cash taken out" : "New cash placed";
}

/** Where new money of a plan at work goes. */
export const contributionsPurpose =
  "For the money of each new paycheck, once the trades are made. Look for “contribution elections” or “future investments”. These whole percents bring the classes of all your accounts together nearest to their targets, without a sale.";

/** What of an account is traded, in the household's trades: shares of its money. */
export function partWords({ before, after }: Pick<HouseholdLine, "before" | "after">): string {
  return `${percent(round(before))} of the account now, ${percent(round(after))} after.`;
}

/** To a tenth of a percent, so that figures in a sentence stay short. */
function round(fraction: number): number {
  return Math.round(fraction * 1000) / 1000;
}

/** The accounts without a trade. */
export function quietAccounts(names: readonly string[]): string {
  return `Nothing to trade in ${inWords(names.map((name) => fundsInWords([name])))}.`;
}

export const restOfClasses = "In none of your classes";

/** What is said above the reason why there is no plan. */
export function noPlanHeadline(code: string): string {
  switch (code) {
    case "no solver":
    case "not loaded":
      return "The planner did not start";
    case "no plan found":
      return "No plan found";
    case "account cannot raise":
    case "account cannot place":
    case "no sells, but account pays out":
    case "whole percents in a household":
      return "No plan keeps all your rules";
    default:
      return "No answer yet";
  }
}

/** Why the planner isn't there, and what to do. */
export const plannerMissing =
  "Keel’s planner for several accounts could not be loaded. There is no connection to the network, or this window does not allow WebAssembly. Check the connection, then try again. All other screens work without it.";
