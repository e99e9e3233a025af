import { dollars, type JobChangeOutcome, type WithdrawalOutcome } from "../../engine";
import type { ResultCells } from "../results";
import { JOB_CHANGE_CHOICES, JOB_CHANGE_HEADER, jobChangeRules } from "../wording/law/job-change";

/** Lays the choices at a change of job out, one a row. */
export function jobChangeCells(
  choices: readonly JobChangeOutcome[],
  separationAge: number,
  cashedOut: WithdrawalOutcome,
): ResultCells {
  return [
    JOB_CHANGE_HEADER,
    ...choices.map(({ choice, tax, penalty, withheld, inHandNow, atWork, kept, lost }) => [
      JOB_CHANGE_CHOICES[choice],
      ...[tax, penalty, withheld, inHandNow, atWork, kept, lost].map(dollars),
      jobChangeRules(choice, separationAge, cashedOut),
    ]),
  ];
}
