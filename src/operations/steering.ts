import { steer, succeeded, type Steering } from "../engine";
import { failed, readAmount, type Argument, type Note, type Read } from "../ranges";
import { readUnderPolicy } from "./under-policy";

/** What is asked about steering a list of funds by paychecks: its cells, as formulas take them. */
export interface SteeringQuestion {
  readonly values: Argument;
  readonly targets: Argument;
  readonly policy: Argument;
  /** Dollars that each paycheck puts in. */
  readonly paycheck: Argument;
}

/** The percents of each paycheck that bring a list into its band without a sale, and the way there. */
export function steering({ values, targets, policy, paycheck }: SteeringQuestion): Read<Steering> {
  const read = readUnderPolicy(values, targets, policy);
  if (!read.ok) return read;
  const { allocation, rule } = read.value;
  const notes: Note[] = [];
  const amount = readAmount("Contribution", paycheck, { beside: allocation.total, notes });
  if (!amount.ok) return amount;
  if (amount.value <= 0) return failed({ code: "no contribution" });
  const found = steer(allocation, amount.value, rule.policy);
  return found.ok ? succeeded(found.value) : found;
}
