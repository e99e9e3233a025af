import {
  cents,
  type Decimal,
  type HouseholdPlan,
  type OffGoalReason,
  type Policy,
  type Usd,
  type Why,
} from "../../engine";
import type { Note } from "../problem";
import { gains } from "../policy/settings/gains";
import { sayTradeUnit } from "../policy/settings/trade-unit";
import { count, list, money } from "./figures";
import { noteSentence } from "./notes";
import { quoted } from "./quote";

// What the tables of a household's plan say in words.

export const PLAN_HEADER: readonly string[] = [
  ...["Account", "Fund", "Action", "Amount", "Shares"],
  ...["From %", "To %", "Gain", "Tax", "Why"],
];

/** The first row of a plan without trades: nothing is to be done, or nothing can be. */
export function noTradesWords(isAtGoal: boolean): string {
  return isAtGoal ? "No trades needed" : "No trades possible";
}

/** What is done with a row: + buys, or goes to cash. */
export function actionWord(amount: Usd, isCash: boolean): string {
  if (isCash) return amount < 0 ? "From cash" : "To cash";
  return amount < 0 ? "Sell" : "Buy";
}

/** Which side of its goal a class is on. */
export function goalSideWord(gap: Decimal): string {
  return gap.isNegative() ? "Short" : "Over";
}

/** What is known of a plan where its reasons are said. */
export interface PlanWords {
  /** By their places in the household. */
  readonly classNames: readonly string[];
  readonly classes: HouseholdPlan["classes"];
}

/** Says why a row trades. `flow` is what goes into its account, + or −. */
export function whySentence(why: Why, flow: Usd, { classNames, classes }: PlanWords): string {
  const named = (index: number): string => quoted(classNames[index] ?? "");
  switch (why.code) {
    case "cash flow":
      return flow < 0 ? "Raises the money that leaves the account." : "Places the money that goes into the account.";
    case "owed cash":
      return "Pays the cash that the account owes.";
    case "cash to invest":
      return "Invests cash, which is none of your classes.";
    case "no class":
      return "Sells what is in none of your classes.";
    case "over":
    case "under": {
      const outcome = classes[why.classIndex];
      const gap = outcome ? centsOf(outcome.before.minus(outcome.goal).abs()) : cents(0);
      return `${named(why.classIndex)}: ${money(gap)} ${why.code} its goal.`;
    }
    case "location":
      return `Holds ${named(why.classIndex)} in a better account; the household's mix stays.`;
    case "expense":
      return `Holds ${named(why.classIndex)} in a cheaper fund; the household's mix stays.`;
    case "makes room":
      return "Frees money for what its account buys.";
    case "takes room":
      return "Takes the money that its account's sales free.";
  }
}

/** Says what keeps a class off its goal. */
export function offGoalSentence(because: OffGoalReason, className: string, { gains: rule, tradeUnit }: Policy): string {
  switch (because) {
    case "no menu":
      return `No account offers a fund for ${quoted(className)}.`;
    case "locks":
      return "Locks hold back the rest.";
    case "gains rule":
      return `The gains rule holds back the rest: gains ${gains.show(rule ?? gains.unset.value)}.`;
    case "wash sale":
      return "The wash-sale rule holds back the rest.";
    case "minimum trade":
      return "What is left is below the minimum trade.";
    case "trade unit":
      return `Trades in ${sayTradeUnit(tradeUnit ?? "cents")} come no nearer.`;
    case "own money and menus":
      return "The accounts' own money and menus allow no more.";
  }
}

export const CHECK_HEADER: readonly string[] = ["Class", "Before", "After", "Target", "Gap"];

/** The labels of a plan check's rows below those of the classes. */
export const checkLabels = {
  unlisted: "In none of the classes",
  traded: "Money traded",
  trades: "Trades",
  gain: "Gain",
  tax: "Tax",
  cost: "Cost",
  location: "Location score",
  expense: "Expense ratio",
  cash: "Left in cash",
  dropped: "Dropped",
  status: "Status",
  note: "Note",
} as const;

/** Names the accounts that keep money uninvested, with their amounts where there are several. */
export function leftInCashWords(left: readonly { readonly account: string; readonly amount: Usd }[]): string {
  if (left.length < 2) return left.map(({ account }) => quoted(account)).join("");
  return list(left.map(({ account, amount }) => `${quoted(account)} ${money(amount)}`));
}

/** Names rows whose trades were left out. */
export function droppedWords(
  dropped: readonly { readonly row: number; readonly fund: string; readonly account: string }[],
): string {
  return list(dropped.map(({ row, fund, account }) => `row ${row + 1} (${quoted(fund)} in ${quoted(account)})`));
}

/** Notes of a kind that are said one by one: a long table of texts has one a row. */
const MOST_ALIKE = 3;

/** Says notes, those of a kind together, and counts them where there are many. `say` words one. */
export function noteWords(
  notes: readonly Note[],
  say: (note: Note) => string = (note) => noteSentence(note),
): readonly string[] {
  const kinds = new Map<Note["code"], Note[]>();
  for (const note of notes) {
    const alike = kinds.get(note.code);
    if (alike) alike.push(note);
    else kinds.set(note.code, [note]);
  }
  return [...kinds.values()].flatMap((alike) => {
    const said = alike.slice(0, MOST_ALIKE).map(say);
    const more = alike.length - said.length;
    return more > 0 ? [...said, `${count(more, "more note is", "more notes are")} like the last.`] : said;
  });
}

export const TRADES_HEADER = "Trade";

/** What a class's points come from where its table says them. */
export const OWN_POINTS = "your own points";

/** Whole cents of an amount in cents. */
export function centsOf(amount: Decimal): Usd {
  return cents(amount.round().toNumber());
}
