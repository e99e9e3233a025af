import type { Usd } from "../engine";
import { readHoldingsTable } from "../ranges";
import type { HouseholdList } from "./list";

/** Money that goes into an account or out of it, as the list's column of cash flows says. */
export interface AccountFlow {
  readonly account: string;
  /** Whole cents: + to invest, − to take out. */
  readonly amount: Usd;
}

/** The cash flows of a household's accounts, those of 0 left out. */
export function cashFlowsOf({ cells, firstRow }: HouseholdList): readonly AccountFlow[] {
  const read = readHoldingsTable("Holdings", cells, { headerRow: firstRow - 1, details: true });
  if (!read.ok) return [];
  return read.value.accounts.flatMap(({ name, cashFlow }) =>
    cashFlow === undefined || cashFlow.amount === 0 ? [] : [{ account: name, amount: cashFlow.amount }],
  );
}
