import { readHoldingsTable, type HouseholdTrait } from "../../../ranges";
import type { HouseholdList } from "../../../lists";

/** What a household has that makes a difference to its rule: how its accounts are taxed, as PLAN reads it. */
export function traitsOf({ cells }: Pick<HouseholdList, "cells">): readonly HouseholdTrait[] {
  const read = readHoldingsTable("Holdings", cells, { details: true });
  if (!read.ok) return [];
  const kinds = new Set(
    read.value.accounts.flatMap(({ kind }) => (kind === undefined || kind === "neutral" ? [] : [kind])),
  );
  const several = kinds.size > 1;
  return [
    ...(kinds.has("taxable") ? (["taxable account"] as const) : []),
    ...(several && kinds.has("deferred") ? (["deferred beside others"] as const) : []),
    ...(several ? (["several kinds of account"] as const) : []),
  ];
}
