import { cents, NO_MONEY, type Usd } from "../units/money";
import type { FilingStatus } from "./figure";
import { withdrawalOutcome, type WithdrawalOutcome } from "./withdrawal";
import type { YearLaw } from "./year-law";

/** What can become of a plan's account when its owner leaves the employer. */
export type JobChangeChoice = "leave" | "to an IRA" | "to the new plan" | "cash out";

/** What a choice costs, and what of the money goes on working. */
export interface JobChangeOutcome {
  readonly choice: JobChangeChoice;
  readonly tax: Usd;
  readonly penalty: Usd;
  readonly withheld: Usd;
  readonly inHandNow: Usd;
  readonly atWork: Usd;
  /** balance − tax − penalty, and the rest of the balance. */
  readonly kept: Usd;
  readonly lost: Usd;
}

export interface JobChangeQuestion {
  readonly balance: Usd;
  readonly age: number;
  readonly separationAge: number;
  readonly income: Usd;
  readonly filing: FilingStatus;
}

/** The four choices, and what cashing out comes to. A direct rollover costs nothing. */
export function jobChange(
  { balance, age, separationAge, income, filing }: JobChangeQuestion,
  law: YearLaw,
): { readonly choices: readonly JobChangeOutcome[]; readonly cashedOut: WithdrawalOutcome } {
  const cashedOut = withdrawalOutcome(
    {
      amount: balance,
      basis: NO_MONEY,
      income,
      taxpayer: { filing, age },
      account: { source: "plan", isNewSimple: false, is457: false },
      separationAge,
    },
    law,
  );
  const { tax, penalty, withheld, paidOut, inHand } = cashedOut;
  const nothing = { tax: NO_MONEY, penalty: NO_MONEY, withheld: NO_MONEY, inHandNow: NO_MONEY, lost: NO_MONEY };
  const kept = (["leave", "to an IRA", "to the new plan"] as const).map((choice): JobChangeOutcome => ({
    choice,
    ...nothing,
    atWork: balance,
    kept: balance,
  }));
  const cash: JobChangeOutcome = {
    choice: "cash out",
    ...{ tax, penalty, withheld, inHandNow: paidOut, atWork: NO_MONEY },
    kept: inHand,
    lost: cents(balance - inHand),
  };
  return { choices: [...kept, cash], cashedOut };
}
