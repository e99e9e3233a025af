import { dollars, type Usd, type Withdrawal, type WithdrawalOutcome, type YearLaw } from "../../engine";
import type { ResultCells } from "../results";
import { penaltyWords, ROTH_WORDS, WITHDRAWAL_LABELS, withdrawalSources } from "../wording/law/withdrawal";

/** A withdrawal with what it costs. */
export interface DecidedWithdrawal {
  readonly withdrawal: Withdrawal;
  readonly outcome: WithdrawalOutcome;
  /** The amount that leaves the amount asked about in hand. */
  readonly forInHand: Usd;
  readonly isRoth: boolean;
  readonly law: YearLaw;
}

/** Lays a withdrawal out, a figure a row. */
export function withdrawalCells({ withdrawal, outcome, forInHand, isRoth, law }: DecidedWithdrawal): ResultCells {
  const label = WITHDRAWAL_LABELS;
  const why = penaltyWords(outcome.because, outcome.penaltyRate);
  return [
    label.header,
    [label.amount, dollars(withdrawal.amount)],
    [label.taxable, dollars(outcome.taxable)],
    [label.tax, dollars(outcome.tax)],
    [label.penalty, dollars(outcome.penalty)],
    [label.why, isRoth && outcome.taxable > 0 ? `${why} ${ROTH_WORDS}` : why],
    [label.withheld, dollars(outcome.withheld)],
    [label.paidOut, dollars(outcome.paidOut)],
    [label.inHand, dollars(outcome.inHand)],
    [label.forInHand, dollars(forInHand)],
    [label.sources, withdrawalSources(law, withdrawal.reason)],
  ];
}
