import { mayBuy, maySell, type RowRules } from "../policy/row-rules";
import { only, type Allocation } from "./allocation";

/** The same account with other rules of its rows, or none where nothing is left of them. */
function withRules({ values, total, targets, step }: Allocation, rules: RowRules): Allocation {
  const isRuled = rules.locks.size > 0 || rules.bands.size > 0;
  return { values, total, targets, ...(step !== undefined && { step }), ...(isRuled && { rules }) };
}

/**
 * The account without its held rows: the others share what is left, in proportion to their targets. Of their rules those
 * are left that can make a difference.
 */
export function withoutHeld(allocation: Allocation): Allocation {
  const { rules } = allocation;
  if (rules === undefined) return allocation;
  const isHeld = (row: number): boolean => rules.locks.get(row) === "hold";
  const { values, targets } = allocation;
  // What is empty can't be sold anyway, and what has no target is never bought.
  const binds = (row: number): boolean =>
    rules.locks.get(row) === "no sell" ? values[row] !== 0 : targets.parts[row] !== 0;
  const locks = new Map([...rules.locks].filter(([row]) => !isHeld(row) && binds(row)));
  const bands = new Map([...rules.bands].filter(([row]) => !isHeld(row)));
  const free = [...rules.locks.values()].includes("hold") ? only(allocation, (row) => !isHeld(row)) : allocation;
  return withRules(free, { locks, bands });
}

/** The rows that cash may go to (+) or come from (−), as an account of their own: placing cash, the others stay as they are. */
export function placeable(allocation: Allocation, cash: number): Allocation {
  const { rules } = allocation;
  if (rules === undefined) return allocation;
  const may = cash > 0 ? mayBuy : maySell;
  const free = rules.locks.size === 0 ? allocation : only(allocation, (row) => may(rules, row));
  return withRules(free, { locks: new Map(), bands: new Map() });
}
