import type { TypedCell } from "../oracle/reading";
import { column, down } from "../functions/shipped";
import type { Account } from "./accounts";

/** Whole cents as the dollars in a cell. */
export const inDollars = (cents: bigint): number => {
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, "0");
  return Number(`${cents < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`);
};

/** A money cell as whole cents. Throws if it is anything else: every amount is a whole number of cents. */
export function inCents(cell: unknown): bigint {
  if (typeof cell !== "number" || !Number.isFinite(cell)) throw new Error(`${String(cell)} is not an amount.`);
  if (Object.is(cell, -0)) throw new Error("An amount is −0.");
  const cents = BigInt(cell.toFixed(2).replace(".", ""));
  if (inDollars(cents) !== cell) throw new Error(`${cell} is not a whole number of cents.`);
  return cents;
}

export const valueCells = ({ values }: Pick<Account, "values">): number[][] =>
  values.map((value) => [inDollars(value)]);
export const targetCells = ({ typed }: Pick<Account, "typed">): TypedCell[][] => typed.map((cell) => [cell]);

/** Asks a shipped function for trades, and reads them in cents. */
export function trades(
  id: "REBALANCE" | "CONTRIBUTE" | "WITHDRAW",
  allocation: Pick<Account, "values" | "typed">,
  cash: bigint,
  policy: string | null = null,
): bigint[] {
  return column(id, valueCells(allocation), targetCells(allocation), down(inDollars(cash)), policy && down(policy)).map(
    inCents,
  );
}

/** What is held after trading. */
export const after = <Held extends Pick<Account, "values">>(allocation: Held, traded: readonly bigint[]): Held => ({
  ...allocation,
  values: allocation.values.map((value, row) => value + (traded[row] as bigint)),
});

export const apart = (one: bigint, other: bigint): bigint => (one > other ? one - other : other - one);
