import type { JobChangeChoice, WithdrawalOutcome } from "../../../engine";
import { penaltyWords } from "./withdrawal";

export const JOB_CHANGE_HEADER: readonly string[] = [
  ...["Choice", "Federal tax", "Penalty", "Withheld", "In hand now", "Money at work", "Kept", "Lost or due", "Rules"],
];

export const JOB_CHANGE_CHOICES: Readonly<Record<JobChangeChoice, string>> = {
  leave: "Leave it",
  "to an IRA": "Roll to an IRA",
  "to the new plan": "Roll to the new plan",
  "cash out": "Cash out",
};

/** What each choice keeps and loses besides money, by the law. */
export function jobChangeRules(choice: JobChangeChoice, separationAge: number, cashedOut: WithdrawalOutcome): string {
  const from55 = separationAge >= 55;
  switch (choice) {
    case "leave":
      return `${from55 ? "Payments stay free of penalty, as you leave in or after the year of turning 55 (IRC 72(t)(2)(A)(v))." : "Leaving before the year of turning 55, payments under 59½ are penalised without an exception (IRC 72(t))."} The plan may pay out balances up to $7,000 (IRC 411(a)(11)). A loan is due; what is unpaid can be rolled over until the return's due date (IRC 402(c)(3)(C)).`;
    case "to an IRA":
      return `Straight to the IRA nothing is taxed or withheld (IRC 402(c), 3405(c)(2)). ${from55 ? "The IRA has no access from 55 without penalty: that is lost." : "An IRA has no access from 55 without penalty."} An IRA lends nothing. Paid to you first, you have 60 days and need the withheld 20% from elsewhere (IRC 402(c)(3)).`;
    case "to the new plan":
      return "Straight to the new plan nothing is taxed or withheld (IRC 402(c)), if it takes rollovers. Access from 55 counts from leaving that employer; its loans are by its rules. Paid to you first, you have 60 days and need the withheld 20% from elsewhere.";
    case "cash out":
      return `${penaltyWords(cashedOut.because, cashedOut.penaltyRate)} 20% is withheld toward the tax (IRC 3405(c)); the rest of it is due, or comes back, with the return. An estimate, not advice.`;
  }
}
