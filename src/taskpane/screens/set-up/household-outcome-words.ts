import type { DecidedPlan } from "../../../operations";
import {
  actionWord,
  centsOf,
  goalSideWord,
  money,
  noteSentence,
  noteWords,
  noTradesWords,
  offGoalSentence,
  quoted,
  type Note,
} from "../../../ranges";
import type { HouseholdList } from "../../../lists";
import { count } from "../../components/figures";
import { holdingsArgument } from "../../standing/household-standing";
import { noteOn } from "../../words/household-words";
import { placesOfFunds } from "../../words/fund-places";

/** `5 trades, $24,000.00 in all. Taxable gain $1,000.00, tax $150.00.` */
export function outcomeInWords({ plan }: DecidedPlan): string {
  if (plan.trades.length === 0) return `${noTradesWords(plan.offGoal.length === 0)}.`;
  const traded = `${count(plan.tradeCount, "trade")}, ${money(plan.moneyTraded)} in all.`;
  const isTaxed = plan.trades.some(({ isLongTerm }) => isLongTerm !== undefined);
  return isTaxed ? `${traded} ${gainsInWords(plan)}` : traded;
}

function gainsInWords({ gain, tax }: DecidedPlan["plan"]): string {
  const net = gain.short + gain.long;
  const gains = net < 0 ? `Taxable loss ${dollarsOf(-net)}` : `Taxable gain ${dollarsOf(net)}`;
  return `${gains}, tax ${money(tax)}.`;
}

function dollarsOf(cents: number): string {
  return money(cents as Parameters<typeof money>[0]);
}

/** The trades of one account, a line each. */
export interface AccountTrades {
  readonly account: string;
  readonly trades: readonly { readonly fund: string; readonly words: string; readonly size: number }[];
}

/** The trades account by account, in short: `Sell $10,000.00`. */
export function accountsInWords({ plan, range }: DecidedPlan): readonly AccountTrades[] {
  const accounts = new Map<number, AccountTrades["trades"][number][]>();
  for (const { position, amount } of plan.trades) {
    const traded = range.household.positions[position];
    if (!traded) continue;
    const size = Math.abs(amount);
    const line = {
      fund: range.fundNames[traded.fund] ?? "",
      words: `${actionWord(amount, traded.isCash)} ${dollarsOf(size)}`,
      size,
    };
    const own = accounts.get(traded.account);
    if (own) own.push(line);
    else accounts.set(traded.account, [line]);
  }
  return [...accounts].map(([account, trades]) => ({ account: range.accountNames[account] ?? "", trades }));
}

/** Which classes stay off their goals, and why. */
export function offGoalInWords({ plan, range, policy }: DecidedPlan): readonly string[] {
  return plan.offGoal.map(({ classIndex, gap, because }) => {
    const name = range.household.classes[classIndex] ?? "";
    const side = goalSideWord(gap).toLowerCase();
    const amount = money(centsOf(gap.abs()));
    return `${quoted(name)} stays ${amount} ${side === "short" ? "short of" : "over"} its goal. ${offGoalSentence(because, name, policy)}`;
  });
}

/** What goes without saying: numbers that stand as texts, and money whose class has no target. */
const ORDINARY: ReadonlySet<Note["code"]> = new Set<Note["code"]>(["read as number", "cash owed", "untargeted money"]);

/** What is worth knowing of the plan itself. */
export function planNotesInWords({ notes }: DecidedPlan, list: HouseholdList): readonly string[] {
  return noteWords(
    notes.filter(({ code }) => !ORDINARY.has(code)),
    (note) =>
      isOfHoldings(note)
        ? noteOn(list, note)
        : noteSentence(
            note,
            placesOfFunds(() => undefined),
          ),
  );
}

/** Whether a note is about rows of the list, which stand elsewhere on its sheet. */
function isOfHoldings(note: Note): boolean {
  if ("at" in note) return note.at.argument === holdingsArgument;
  return "argument" in note && note.argument === holdingsArgument;
}
