import { succeeded, type Circumstances, type Policy } from "../engine";
import {
  readDay,
  readReturns,
  readVolatility,
  failed,
  type AllocationRange,
  type Argument,
  type Note,
  type Read as Result,
} from "../ranges";

/** What a policy may look at besides the account, as arguments give it. */
export interface CircumstanceArguments {
  readonly asOf: Argument;
  readonly volatility: Argument;
  readonly returns: Argument;
}

/** Whether a policy measures anything by past returns. */
export function needsReturns({ band }: Policy): boolean {
  return band?.kind === "tracking error";
}

/** Reads the day, the volatility and the past returns that a policy may look at; each may be left out. */
export function readCircumstances(
  { asOf, volatility, returns }: CircumstanceArguments,
  read: Parameters<typeof readReturns>[1],
  policy: Policy,
): Result<{ circumstances: Circumstances; notes: readonly Note[] }> {
  const notes: Note[] = [];
  const today = readDay("As of", asOf, notes);
  if (!today.ok) return today;
  const volatile = readVolatility(volatility);
  if (!volatile.ok) return volatile;
  const history = readReturns(returns, read, { areNeeded: needsReturns(policy) });
  if (!history.ok) return history;
  const circumstances: Circumstances = {
    ...(today.value !== undefined && { today: today.value }),
    ...(volatile.value !== undefined && { volatility: volatile.value }),
    ...(history.value !== undefined && { returns: history.value.history }),
  };
  return succeeded({ circumstances, notes: [...notes, ...(history.value?.notes ?? [])] });
}

/** Reads the circumstances where the day must be given. */
export function readCircumstancesToday(
  given: CircumstanceArguments,
  allocation: AllocationRange,
  policy: Policy,
): Result<{ circumstances: Circumstances & { readonly today: number }; notes: readonly Note[] }> {
  const read = readCircumstances(given, allocation, policy);
  if (!read.ok) return read;
  const { circumstances, notes } = read.value;
  const { today } = circumstances;
  if (today === undefined) return failed({ code: "missing argument", argument: "As of", wanted: "date" });
  return succeeded({ circumstances: { ...circumstances, today }, notes });
}
