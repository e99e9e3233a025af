import {
  amountInHand,
  centsFromDollars,
  jobChange as jobChanged,
  LAW_SOURCES,
  succeeded,
  withdrawalOutcome,
  type JobChangeOutcome,
  type Withdrawal,
  type WithdrawalOutcome,
  type YearLaw,
} from "../../engine";
import {
  failed,
  refusedByLaw,
  jobChangeCells,
  lawFact,
  readFiling,
  readLawYear,
  readPayingAccount,
  readPaymentReason,
  readScalars,
  withdrawalCells,
  type Argument,
  type DecidedWithdrawal,
} from "../../ranges";
import type { Work } from "../later";
import type { CellKind, Decided } from "../operation";
import { ageArgument, dollarsArgument, OLDEST } from "./ages";

type WithdrawalArguments = readonly [
  amount: Argument,
  age: Argument,
  income: Argument,
  filing: unknown,
  year: Argument,
  exception?: unknown,
  accountType?: unknown,
  separationAge?: Argument,
  basis?: Argument,
];

const FIGURES: readonly CellKind[] = ["plain", "money"];

/** What EARLYWITHDRAWAL does. */
export const earlyWithdrawal: Work<WithdrawalArguments, DecidedWithdrawal & Decided> = {
  holds: [["plain"], FIGURES],
  decide: (...[amount, age, income, filing, year, exception, accountType, separationAge, basis]) => {
    const status = readFiling(filing);
    if (!status.ok) return status;
    const law = readLawYear(year);
    if (!law.ok) return law;
    const reason = readPaymentReason(exception);
    if (!reason.ok) return reason;
    const type = readPayingAccount(accountType);
    if (!type.ok) return type;
    const read = readScalars([
      dollarsArgument("Amount", amount, true),
      ageArgument("Age", age, true),
      dollarsArgument("Income", income),
      ageArgument("Separation age", separationAge),
      dollarsArgument("Basis", basis),
    ]);
    if (!read.ok) return read;
    const [asked, years, earned, leftAt, taxed] = read.value.numbers as readonly [
      number,
      number,
      number,
      number,
      number,
    ];
    const { account, isRoth } = type.value;
    // A cell of 0 is an answer, and an empty one can't be told from it on desktop Excel: only what is left out is asked for.
    if (isRoth && (basis === undefined || basis === null))
      return failed({ code: "missing argument", argument: "Basis", wanted: "basis" });
    const left = checkedSeparation(leftAt, years);
    if (!left.ok) return left;
    const withdrawal: Withdrawal = {
      amount: centsFromDollars(asked),
      basis: centsFromDollars(taxed),
      income: centsFromDollars(earned),
      taxpayer: { filing: status.value, age: years },
      account,
      ...(reason.value !== undefined && { reason: reason.value }),
      ...(leftAt > 0 && { separationAge: leftAt }),
    };
    if (withdrawal.basis > withdrawal.amount) {
      return refusedByLaw({ code: "basis above amount", basis: withdrawal.basis, amount: withdrawal.amount });
    }
    return succeeded({
      withdrawal,
      outcome: withdrawalOutcome(withdrawal, law.value),
      forInHand: amountInHand(withdrawal.amount, withdrawal, law.value),
      isRoth,
      law: law.value,
      notes: read.value.notes,
    });
  },
  show: withdrawalCells,
  explain: ({ law }) => ({
    steps: [
      { fact: "formula", formula: "early withdrawal" },
      lawFact(law, [law.incomeBrackets.source, LAW_SOURCES.earlyWithdrawal, LAW_SOURCES.withholding]),
    ],
  }),
};

/** Whoever left did so at today's age at most, or turns a year older in the year of leaving. */
function checkedSeparation(leftAt: number, age: number): ReturnType<typeof failed> | { readonly ok: true } {
  if (leftAt <= age + 1) return { ok: true };
  const at = { argument: "Separation age" };
  return failed({ code: "out of range", at, found: leftAt, least: 1, most: Math.min(OLDEST, Math.floor(age) + 1) });
}

export interface DecidedJobChange extends Decided {
  readonly choices: readonly JobChangeOutcome[];
  readonly cashedOut: WithdrawalOutcome;
  readonly separationAge: number;
  readonly law: YearLaw;
}

type JobChangeArguments = readonly [
  balance: Argument,
  age: Argument,
  separationAge: Argument,
  income: Argument,
  filing: unknown,
  year: Argument,
];

const CHOICE: readonly CellKind[] = [
  ...(["plain", "money", "money", "money", "money", "money", "money", "money", "plain"] as const),
];

/** What JOBCHANGE does. */
export const jobChange: Work<JobChangeArguments, DecidedJobChange> = {
  holds: [CHOICE],
  decide: (...[balance, age, separationAge, income, filing, year]) => {
    const status = readFiling(filing);
    if (!status.ok) return status;
    const law = readLawYear(year);
    if (!law.ok) return law;
    const read = readScalars([
      dollarsArgument("Balance", balance, true),
      ageArgument("Age", age, true),
      ageArgument("Separation age", separationAge, true),
      dollarsArgument("Income", income),
    ]);
    if (!read.ok) return read;
    const [held, years, leftAt, earned] = read.value.numbers as readonly [number, number, number, number];
    const left = checkedSeparation(leftAt, years);
    if (!left.ok) return left;
    const found = jobChanged(
      {
        ...{ balance: centsFromDollars(held), income: centsFromDollars(earned), filing: status.value },
        ...{ age: years, separationAge: leftAt },
      },
      law.value,
    );
    return succeeded({ ...found, separationAge: leftAt, law: law.value, notes: read.value.notes });
  },
  show: ({ choices, cashedOut, separationAge }) => jobChangeCells(choices, separationAge, cashedOut),
  explain: ({ law }) => ({
    steps: [
      { fact: "formula", formula: "early withdrawal" },
      lawFact(law, [law.incomeBrackets.source, LAW_SOURCES.earlyWithdrawal, LAW_SOURCES.withholding]),
    ],
  }),
};
