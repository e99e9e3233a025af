import { Decimal } from "../decimal";
import { cents, NO_MONEY, type Usd } from "../units/money";
import { exceptionLaw, type ExceptionName } from "./exceptions";
import type { Evidence } from "./figure";
import { EARLY_WITHDRAWAL, WITHHOLDING } from "./lasting";
import { taxOnIncome, type Taxpayer } from "./tax";
import type { YearLaw } from "./year-law";

/** What pays the money out. */
export interface PayingAccount {
  readonly source: "plan" | "ira";
  /** A SIMPLE IRA in its first two years. */
  readonly isNewSimple: boolean;
  /** A governmental 457(b) plan, which the additional tax doesn't know. */
  readonly is457: boolean;
}

/** What a payment is said to be: an exception, or a kind of payment that is none but is withheld from otherwise. */
export type PaymentReason = ExceptionName | "hardship" | "RMD";

/** Money taken out of a retirement account. Whole cents, not negative. */
export interface Withdrawal {
  readonly amount: Usd;
  /** What of it was taxed before; at most the amount. */
  readonly basis: Usd;
  /** All other gross income of the year. */
  readonly income: Usd;
  readonly taxpayer: Taxpayer & { readonly age: number };
  readonly account: PayingAccount;
  readonly reason?: PaymentReason;
  /** The age reached in the calendar year of leaving the employer. */
  readonly separationAge?: number;
}

/** Why the additional tax is, or isn't, due. */
export type PenaltyReason =
  | { readonly why: "59½ reached" }
  | { readonly why: "457(b)" }
  | { readonly why: "exception"; readonly name: ExceptionName; readonly section: string; readonly cap?: PenaltyCap }
  | { readonly why: "not for this account"; readonly name: ExceptionName; readonly source: "plan" | "ira" }
  | { readonly why: "not in force"; readonly name: ExceptionName }
  | { readonly why: "left too early"; readonly separationAge: number | undefined }
  | { readonly why: "not 59½ yet" }
  | { readonly why: "no exception"; readonly reason?: "hardship" | "RMD" };

/** The most that an exception covers, and how sure that figure is. */
export interface PenaltyCap {
  readonly amount: Usd;
  readonly evidence: Evidence;
}

/** What a withdrawal comes to. */
export interface WithdrawalOutcome {
  readonly taxable: Usd;
  /** What the return's income tax rises by. */
  readonly tax: Usd;
  /** The additional tax of IRC 72(t). */
  readonly penalty: Usd;
  readonly penaltyRate: number;
  readonly because: PenaltyReason;
  /** A prepayment of the tax. */
  readonly withheld: Usd;
  readonly withheldRate: number;
  /** amount − withheld: what the account pays out. */
  readonly paidOut: Usd;
  /** amount − tax − penalty: what is left once the return is settled. */
  readonly inHand: Usd;
}

/** From this age in the calendar year of leaving on a plan pays without the additional tax. */
const SEPARATION_AGE = 55;

/** A person of 59 may be 59½, which an age in whole years doesn't tell. */
const MAY_BE_59_HALF = 59;

/** Works out what a withdrawal costs. The additional tax is on the taxable part, above the exception's cap if it has one. */
export function withdrawalOutcome(withdrawal: Withdrawal, law: YearLaw): WithdrawalOutcome {
  const { amount, basis, income, taxpayer, account, reason } = withdrawal;
  const taxable = cents(amount - basis);
  const tax = cents(
    taxOnIncome(cents(income + taxable), taxpayer, law).total - taxOnIncome(income, taxpayer, law).total,
  );
  const because = penaltyReason(withdrawal, law);
  const penaltyRate = account.isNewSimple ? EARLY_WITHDRAWAL.value.simpleRate : EARLY_WITHDRAWAL.value.rate;
  const penalty = part(penalised(taxable, because), penaltyRate);
  const isRollover = account.source === "plan" && reason !== "SEPP" && reason !== "hardship" && reason !== "RMD";
  const withheldRate = WITHHOLDING.value[isRollover ? "rollover" : "other"];
  const withheld = part(taxable, withheldRate);
  return {
    taxable,
    tax,
    penalty,
    penaltyRate,
    because,
    withheld,
    withheldRate,
    paidOut: cents(amount - withheld),
    inHand: cents(amount - tax - penalty),
  };
}

/** The least amount that leaves so much in hand. Its basis stays in dollars, at most the amount. */
export function amountInHand(wanted: Usd, withdrawal: Withdrawal, law: YearLaw): Usd {
  const leaves = (amount: number): boolean => {
    const basis = cents(Math.min(withdrawal.basis, amount));
    return withdrawalOutcome({ ...withdrawal, amount: cents(amount), basis }, law).inHand >= wanted;
  };
  let low = wanted as number;
  let high = Math.ceil(wanted * MOST_NEEDED);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (leaves(middle)) high = middle;
    else low = middle + 1;
  }
  // Tax and penalty are rounded one by one, so that a cent more may leave a cent less: a few cents below may do as well.
  for (let less = 1; less <= 4; less++) if (low - less >= wanted && leaves(low - less)) return cents(low - less);
  return cents(low);
}

/** 1 ÷ (1 − 37% − 25%), rounded up: no more is ever taken. */
const MOST_NEEDED = 2.7;

function part(amount: Usd, rate: number): Usd {
  return cents(new Decimal(amount).times(rate).round().toNumber());
}

/** What of the taxable part the additional tax is on. */
function penalised(taxable: Usd, because: PenaltyReason): Usd {
  switch (because.why) {
    case "59½ reached":
    case "457(b)":
      return NO_MONEY;
    case "exception":
      return because.cap ? cents(Math.max(0, taxable - because.cap.amount)) : NO_MONEY;
    default:
      return taxable;
  }
}

function penaltyReason({ taxpayer, account, reason, separationAge }: Withdrawal, law: YearLaw): PenaltyReason {
  const { age } = taxpayer;
  if (age >= EARLY_WITHDRAWAL.value.age) return { why: "59½ reached" };
  if (account.is457) return { why: "457(b)" };
  const hasLeft = separationAge !== undefined && separationAge >= SEPARATION_AGE;
  if (hasLeft && account.source === "plan") return exceptionReason("separation at 55", law);
  if (reason === undefined) return { why: "no exception" };
  if (reason === "hardship" || reason === "RMD") return { why: "no exception", reason };
  const { plan, ira } = exceptionLaw(reason);
  if (!(account.source === "plan" ? plan : ira)) {
    return { why: "not for this account", name: reason, source: account.source };
  }
  if (reason === "separation at 55") return { why: "left too early", separationAge };
  if (reason === "59½" && age < MAY_BE_59_HALF) return { why: "not 59½ yet" };
  return exceptionReason(reason, law);
}

function exceptionReason(name: ExceptionName, law: YearLaw): PenaltyReason {
  const { section, capOf } = exceptionLaw(name);
  if (capOf === undefined) return { why: "exception", name, section };
  const cap = capOf(law);
  if (cap === undefined) return { why: "not in force", name };
  return { why: "exception", name, section, cap: { amount: cents(cap.value * 100), evidence: cap.evidence } };
}
