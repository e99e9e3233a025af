import { weightReach, type WeightMove } from "./weight-scale";

/** How a household's money lies, by class and by account, before and after trading. Dollars, and shares as fractions. */
export interface MoneyTable {
  readonly accounts: readonly AccountColumn[];
  readonly classes: readonly ClassRow[];
}

/** An amount before and after. */
export interface Moved {
  readonly before: number;
  readonly after: number;
}

export interface AccountColumn extends Moved {
  readonly name: string;
}

/** One class: in each of the accounts, in their order, and all together as a share of the whole. */
export interface ClassRow extends Omit<WeightMove, "lowest" | "highest"> {
  readonly cells: readonly Moved[];
  /** Absent where the class has no band: it is meant to be at its target. */
  readonly band?: { readonly lowest: number; readonly highest: number };
  /** Whether it is money in none of the classes, which has no target. */
  readonly isRest?: boolean;
}

/** Accounts up to so many stand side by side in the narrowest pane; with more, rows of cells are wrapped. */
export const MOST_BESIDE = 6;

/** Accounts up to so many have room for their names; of more, a letter each stands in the cells. */
const MOST_NAMED = 3;

/** What stands for each account in the picture: its name where there is room, else a letter. */
export function headsOf(accounts: readonly Pick<AccountColumn, "name">[]): readonly string[] {
  if (accounts.length <= MOST_NAMED) return accounts.map(({ name }) => name);
  return accounts.map((_, index) => letters(index));
}

const ALPHABET = 26;

/** A, B … Z, AA, AB … */
function letters(index: number): string {
  const rest = Math.floor(index / ALPHABET);
  return `${rest > 0 ? letters(rest - 1) : ""}${String.fromCharCode("A".charCodeAt(0) + (index % ALPHABET))}`;
}

/** Room at the end of a scale, so that the outline of its longest bar is seen whole. */
const ROOM = 1.03;

/** What a cell's bars reach to: a little beyond the largest amount; above 0, so that an empty household has a scale. */
export function moneyReach({ classes }: MoneyTable): number {
  const all = classes.flatMap(({ cells }) => cells.flatMap(({ before, after }) => [before, after]));
  return ROOM * all.reduce((most, amount) => Math.max(most, amount), 1);
}

/** The largest share that the bars of whole classes have to show. */
export function shareReach({ classes }: MoneyTable): number {
  return weightReach(classes.map(asMove));
}

/** A class as bars of weights have it: one without a band has none that says anything. */
export function asMove({ band, ...row }: ClassRow): WeightMove {
  return { ...row, lowest: band?.lowest ?? 0, highest: band?.highest ?? 1 };
}

/** Less than this is no change: cents that rounding moved. */
const A_DOLLAR = 1;

/** Whether an amount changes by so much that it is worth a second figure. */
export function isMoved({ before, after }: Moved): boolean {
  return Math.abs(after - before) >= A_DOLLAR;
}
