import { multiplyDivide } from "../units/exact";
import { cents, negated, type Usd } from "../units/money";
import { PARTS_OF_ONE } from "./mix";
import type { Holding } from "./holding";

/** A holding that may be cash, in one of a household's accounts. */
export interface AccountHolding extends Holding {
  /** Tells accounts apart. */
  readonly account: number;
  readonly isCash: boolean;
  /** The share of its account's money that is the owner's after tax; all of it where absent. */
  readonly countsAs?: number;
}

/** Holdings with every account's cash added up, and what accounts owe. */
export interface NetCash<Row> {
  /** Without rows below 0: what they owe is taken from the other cash rows of the account, in the order of the rows. */
  readonly holdings: readonly Row[];
  /** What accounts owe whose cash is below 0 in all, above 0, under the first row of theirs that is below. */
  readonly owed: readonly { readonly holding: Row; readonly amount: Usd }[];
}

/**
 * Adds up the cash of each account: activity that is pending, with its sign, and what is there. An account's cash below 0
 * in all is owed: it counts as 0, and is no other account's.
 */
export function netCash<Row extends AccountHolding>(holdings: readonly Row[]): NetCash<Row> {
  const debts = new Map<number, { first: Row; left: number }>();
  for (const holding of holdings) {
    if (holding.value >= 0) continue;
    const known = debts.get(holding.account);
    if (known) known.left -= holding.value;
    else debts.set(holding.account, { first: holding, left: negated(holding.value) });
  }
  if (debts.size === 0) return { holdings, owed: [] };
  const kept: Row[] = [];
  for (const holding of holdings) {
    const debt = debts.get(holding.account);
    if (holding.value < 0) continue;
    const paid = debt && holding.isCash ? Math.min(debt.left, holding.value) : 0;
    if (debt) debt.left -= paid;
    kept.push(paid === 0 ? holding : { ...holding, value: cents(holding.value - paid) });
  }
  const owed = [...debts.values()].flatMap(({ first, left }) =>
    left > 0 ? [{ holding: first, amount: cents(left) }] : [],
  );
  return { holdings: kept, owed };
}

/** Holdings with the money that counts: the share of each that is the owner's after tax, to the nearest cent. */
export function countedHoldings<Row extends AccountHolding>(holdings: readonly Row[]): readonly Row[] {
  if (holdings.every(({ countsAs }) => countsAs === undefined)) return holdings;
  return holdings.map((holding) =>
    holding.countsAs === undefined ? holding : { ...holding, value: shareOf(holding.value, holding.countsAs) },
  );
}

/** A share of money, from 0 to 1, to the nearest cent, half away from zero. */
function shareOf(value: Usd, share: number): Usd {
  const parts = Math.round(share * PARTS_OF_ONE);
  const { quotient, remainder } = multiplyDivide(Math.abs(value), parts, PARTS_OF_ONE);
  const whole = quotient + (2 * remainder >= PARTS_OF_ONE ? 1 : 0);
  return cents(value < 0 ? -whole : whole);
}
