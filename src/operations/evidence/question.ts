import { succeeded } from "../../engine";
import type { Cells, Read } from "../../ranges";
import { history } from "./history";

/** The built-in monthly returns that a fund or a class can stand for, in the order of HISTORY's columns. */
export const seriesNames = ["stocks", "bonds", "bills"] as const;
export type SeriesName = (typeof seriesNames)[number];

/** What evidence is asked about: cells, as the functions take them. */
export interface EvidenceQuestion {
  /** Built-in months by their names, a column each; or a range of the owner's. */
  readonly returns: { readonly builtIn: readonly SeriesName[] } | { readonly own: Cells };
  readonly targets: Cells;
  readonly policy: Cells;
  /** Dollars at the start, and at each period's end. */
  readonly start: number;
  readonly contribution: number;
}

/** The returns as the functions take them. */
export async function cellsOfReturns({ returns }: Pick<EvidenceQuestion, "returns">): Promise<Read<Cells>> {
  if ("own" in returns) return succeeded(returns.own);
  const decided = await history.decide([[`monthly ${returns.builtIn.join(", ")}`]]);
  return decided.ok ? succeeded(history.show(decided.value)) : decided;
}
