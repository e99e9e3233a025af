import { Decimal } from "../decimal";
import type { Policy } from "../policy/policy";
import { stepOf } from "../policy/trade-unit";
import { cents, NO_MONEY, type Usd } from "../units/money";
import type { Household } from "./household";
import { valueOf } from "./money-in-classes";

/** What an account must place or raise, in cents. */
export interface Need {
  /** The cash flow less the buffer: + to place, − to raise. */
  readonly invested: Usd;
  /** What the trades of the account add up to, owed cash brought to 0 among them: `invested`, down to the policy's trade unit. */
  readonly net: Usd;
  /** Cash that is owed, above 0. */
  readonly owed: Usd;
  /** What the buffer holds back of incoming cash. */
  readonly kept: Usd;
}

/** What each account must place or raise. Cash that is owed counts as it stands in its rows. */
export function needsOf({ accounts, positions }: Household, policy: Policy): readonly Need[] {
  const totals = accounts.map(() => 0);
  const owed = accounts.map(() => 0);
  for (const position of positions) {
    const value = valueOf(position);
    totals[position.account] = (totals[position.account] as number) + value;
    if (value < 0) owed[position.account] = (owed[position.account] as number) - value;
  }
  return accounts.map(({ cashFlow }, account) => {
    const kept = keptBack(cashFlow, totals[account] as number, policy);
    const due = cents(owed[account] as number);
    const invested = cents(cashFlow - kept);
    const step = stepOf(policy.tradeUnit);
    // Rounded down: never overspent, and money to take out is raised in full. Owed cash is brought to 0 to the cent.
    const net = step === 1 ? invested : cents(Math.floor((invested - due) / step) * step + due);
    return { invested, net, owed: due, kept };
  });
}

/** The first so much of an account's incoming cash; a share is of its total after the cash. */
function keptBack(cashFlow: Usd, total: number, { cashBuffer }: Policy): Usd {
  if (cashBuffer === undefined || cashFlow <= 0) return NO_MONEY;
  const most =
    "amount" in cashBuffer
      ? cashBuffer.amount
      : new Decimal(total).plus(cashFlow).times(cashBuffer.share).round().toNumber();
  return cents(Math.max(0, Math.min(cashFlow, most)));
}

/** Whether an account has nothing to place or to raise. */
export function isNothing({ invested, owed }: Need): boolean {
  return invested === 0 && owed === 0;
}
