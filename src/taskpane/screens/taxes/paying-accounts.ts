import { readPayingAccount } from "../../../ranges";
import type { KnownAccount } from "./known";

/** An account that money may be taken out of: one of the workbook's, or any of a type. */
export interface PayingChoice {
  /** What the form keeps. */
  readonly value: string;
  /** As EARLYWITHDRAWAL takes it. */
  readonly type: string;
  readonly known: KnownAccount | undefined;
  readonly source: "plan" | "ira";
  readonly isRoth: boolean;
}

/** What people have, where the workbook doesn't say. */
export const PAYING_TYPES = [
  ...(["401(k)", "403(b)", "457(b)", "Traditional IRA", "Roth IRA", "Roth 401(k)", "SIMPLE first two years"] as const),
] as const;

/** The accounts to choose from, the workbook's own first. Taxable accounts and HSAs have other rules. */
export function payingChoices(accounts: readonly KnownAccount[]): readonly PayingChoice[] {
  const own = accounts.flatMap((known) => choiceOf(`account ${known.name}`, known.type ?? known.name, known));
  return [...own, ...PAYING_TYPES.flatMap((type) => choiceOf(`type ${type}`, type, undefined))];
}

/** The first plan at work among accounts, pre-tax money in it. */
export function planOf(accounts: readonly KnownAccount[]): KnownAccount | undefined {
  return payingChoices(accounts).find(({ known, source, isRoth }) => known && source === "plan" && !isRoth)?.known;
}

function choiceOf(value: string, type: string, known: KnownAccount | undefined): readonly PayingChoice[] {
  const read = readPayingAccount(type);
  if (!read.ok) return [];
  const { account, isRoth } = read.value;
  return [{ value, type, known, source: account.source, isRoth }];
}
