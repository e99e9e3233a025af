import { succeeded } from "../engine";
import {
  readAllocation,
  readPolicy,
  type AllocationRange,
  type Argument,
  type PolicyRange,
  type Read,
} from "../ranges";

/** An allocation read as a policy says: money without a target is sold, held or an error. */
export interface AllocationUnderPolicy extends AllocationRange {
  readonly rule: PolicyRange;
}

/** Reads a policy, then values and targets under it, and the rules of their rows. The notes are those of both. */
export function readUnderPolicy(
  values: Argument,
  targets: Argument,
  policy: Argument,
  rows?: Argument,
): Read<AllocationUnderPolicy> {
  const rule = readPolicy(policy);
  if (!rule.ok) return rule;
  const read = readAllocation(values, targets, rule.value.policy.unassigned, rows);
  if (!read.ok) return read;
  return succeeded({ ...read.value, rule: rule.value, notes: [...rule.value.notes, ...read.value.notes] });
}
