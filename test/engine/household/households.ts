import {
  cents,
  exactly,
  mixOf,
  type AccountKind,
  type FundClasses,
  type Household,
  type Lot,
  type Position,
} from "../../../src/engine";

/** A row of a household in the words of a table. Amounts are dollars. */
export interface Row {
  readonly account: string;
  readonly fund: string;
  /** One class, or a part a class. */
  readonly in?: string | Readonly<Record<string, number>>;
  readonly value: number;
  readonly basis?: number;
  readonly acquired?: number;
  readonly lock?: "no buy" | "no sell" | "hold";
  readonly price?: number;
  readonly expenseRatio?: number;
  readonly sameAs?: string;
  readonly isLeftAlone?: boolean;
}

/** What is said once an account. */
export interface AccountFacts {
  readonly kind: AccountKind;
  readonly cashFlow?: number;
  readonly countsAs?: number;
}

const NEUTRAL = { deferred: 1, Roth: 1, HSA: 1, taxable: 1 };

/** Makes a household of rows, as its tables would be read: rows of one fund in an account are one position. */
export function householdOf(
  accounts: Readonly<Record<string, AccountFacts>>,
  rows: readonly Row[],
  targets: Readonly<Record<string, number>>,
  points: Household["points"] = Object.keys(targets).map(() => NEUTRAL),
): Household {
  const names = Object.keys(accounts);
  const funds = [...new Set(rows.map(({ fund }) => fund))];
  const securities = [...new Set(rows.map(({ fund, sameAs }) => sameAs ?? fund))];
  const positions = new Map<string, Position & { lots: Lot[] }>();
  for (const [row, each] of rows.entries()) {
    const { account, fund, value, basis, acquired, lock, price } = each;
    const key = `${account} / ${fund}`;
    const lot: Lot = {
      row,
      value: cents(Math.round(value * 100)),
      maySell: lock !== "no sell" && lock !== "hold",
      ...(basis !== undefined && { basis: cents(Math.round(basis * 100)) }),
      ...(acquired !== undefined && { acquired }),
    };
    const known = positions.get(key);
    const mayBuy = lock !== "no buy" && lock !== "hold";
    if (known) {
      known.lots.push(lot);
      positions.set(key, { ...known, mayBuy: known.mayBuy && mayBuy });
      continue;
    }
    positions.set(key, {
      account: names.indexOf(account),
      fund: funds.indexOf(fund),
      security: securities.indexOf(each.sameAs ?? fund),
      fundClasses: classesOf(each.in ?? fund),
      isCash: fund === "Cash",
      isLeftAlone: each.isLeftAlone ?? false,
      mayBuy,
      ...(price !== undefined && { price: exactly(price) }),
      ...(each.expenseRatio !== undefined && { expenseRatio: each.expenseRatio }),
      lots: [lot],
    });
  }
  const mix = mixOf(Float64Array.from(Object.values(targets), (target) => Math.round(target * 1000)));
  if (mix === undefined) throw new Error("A household without targets.");
  return {
    accounts: Object.values(accounts).map(({ kind, cashFlow = 0, countsAs = 1 }) => ({
      kind,
      cashFlow: cents(Math.round(cashFlow * 100)),
      countsAs,
    })),
    positions: [...positions.values()],
    classes: Object.keys(targets),
    targets: mix,
    points,
  };
}

function classesOf(said: string | Readonly<Record<string, number>>): FundClasses {
  if (typeof said === "string") return { parts: new Map([[said, 1]]), whole: 1 };
  const parts = new Map(Object.entries(said).filter(([, part]) => part > 0));
  return { parts, whole: 100 };
}
