import type { Usd } from "../units/money";

/** What trades are rounded to: whole dollars, or multiples of some whole cents (above 0), say. `cents` is the default. */
export type TradeUnit =
  "cents" | "whole shares" | "fractional" | "whole percent" | "whole dollars" | { readonly multiplesOf: Usd };

const CENTS_A_DOLLAR = 100;

/** What dollars traded are multiples of, in cents: 1 where nothing coarser is asked, or where no dollars are rounded. */
export function stepOf(unit: TradeUnit | undefined): number {
  if (typeof unit === "object") return unit.multiplesOf;
  return unit === "whole dollars" ? CENTS_A_DOLLAR : 1;
}
