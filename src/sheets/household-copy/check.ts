import type { Content } from "../page";

/** A loss is washed by a purchase so many days before the sale, or after it. */
export const WASH_DAYS = 30;

/** A figure of a check: a value, or with a formula (without its `=`) what that gives. */
export interface CheckFigure {
  readonly value: number;
  readonly formula?: string;
}

/**
 * One check: a figure that the cells of the copy give, and what it is held to. `money`: equal to the cent; `near`: equal
 * within the slack; `at most`: not more, the slack apart; `share`: equal parts of a whole; `none`: 0.
 */
export type Check = {
  readonly rule: string;
  readonly how: string;
  readonly left: CheckFigure;
} & (
  | { readonly kind: "money" | "share"; readonly right: CheckFigure }
  | { readonly kind: "near" | "at most"; readonly right: CheckFigure; readonly slack: number }
  | { readonly kind: "none" }
);

/** Less than half a cent is no money. */
export const NO_MONEY = 0.004;

const SHARES_DIFFER = 0.000001;
const HALF_A_CENT = 0.005;

/** Whether a check holds, as a cell that says TRUE or FALSE over the cells of its figures. */
export function holds(check: Check, left: string, right: string): Content & { readonly value: boolean } {
  const difference = "right" in check ? check.left.value - check.right.value : check.left.value;
  switch (check.kind) {
    case "money":
      return { value: Math.abs(difference) < HALF_A_CENT, formula: `=ROUND(${left}-${right},2)=0` };
    case "share":
      return { value: Math.abs(difference) < SHARES_DIFFER, formula: `=ABS(${left}-${right})<0.000001` };
    case "near":
      return { value: Math.abs(difference) <= check.slack, formula: `=ABS(${left}-${right})<=${decimal(check.slack)}` };
    case "at most":
      return { value: difference <= check.slack, formula: `=${left}<=${right}+${decimal(check.slack)}` };
    case "none":
      return { value: check.left.value === 0, formula: `=${left}=0` };
  }
}

/** A number as formulas have it: never with an exponent. */
function decimal(number: number): string {
  return String(Math.round(number * 1000) / 1000);
}
