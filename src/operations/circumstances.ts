import { succeeded, type Circumstances } from "../engine";
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

/** Reads the day, the volatility and the past returns that a policy may look at; each may be left out. */
export function readCircumstances(
  { asOf, volatility, returns }: CircumstanceArguments,
  read: Parameters<typeof readReturns>[1],
): Result<{ circumstances: Circumstances; notes: readonly Note[] }> {
  const notes: Note[] = [];
  const today = readDay("As of", asOf, notes);
  if (!today.ok) return today;
  const volatile = readVolatility(volatility);
  if (!volatile.ok) return volatile;
  const history = readReturns(returns, read);
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
): Result<{ circumstances: Circumstances & { readonly today: number }; notes: readonly Note[] }> {
  const read = readCircumstances(given, allocation);
  if (!read.ok) return read;
  const { circumstances, notes } = read.value;
  const { today } = circumstances;
  if (today === undefined) return failed({ code: "missing argument", argument: "As of", wanted: "date" });
  return succeeded({ circumstances: { ...circumstances, today }, notes });
}
