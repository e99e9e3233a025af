/** Which rule sets the share of stocks by age. */
export type GlideStyle = "110 minus age" | "120 minus age" | "target date";

/** Retirement age where none is given: the age for full Medicare, which plans use most. */
export const USUAL_RETIREMENT_AGE = 65;

/** The three shares of an age-based mix, fractions that add up to 1. */
export interface AgeMix {
  readonly stocks: number;
  readonly bonds: number;
  readonly cash: number;
}

/** Corners of the target-date path: years before retirement, and percents of stocks. Linear between, flat outside. */
const TARGET_DATE_PATH = [
  { yearsBefore: 25, stocks: 90 },
  { yearsBefore: 0, stocks: 50 },
  { yearsBefore: -7, stocks: 30 },
] as const;

/**
 * Returns the mix for an age in years: stocks by the style's rule, kept within 0 and 100 %, bonds the rest, no cash.
 * `retireAge` moves the target-date path and nothing else.
 */
export function glidePath(age: number, retireAge: number, style: GlideStyle): AgeMix {
  const percent =
    style === "target date" ? targetDateStocks(retireAge - age) : (style === "110 minus age" ? 110 : 120) - age;
  const stocks = Math.min(100, Math.max(0, percent));
  return { stocks: stocks / 100, bonds: (100 - stocks) / 100, cash: 0 };
}

function targetDateStocks(yearsBefore: number): number {
  const [early, retirement, late] = TARGET_DATE_PATH;
  if (yearsBefore >= early.yearsBefore) return early.stocks;
  if (yearsBefore <= late.yearsBefore) return late.stocks;
  const [from, to] = yearsBefore >= retirement.yearsBefore ? [early, retirement] : [retirement, late];
  return to.stocks + ((yearsBefore - to.yearsBefore) * (from.stocks - to.stocks)) / (from.yearsBefore - to.yearsBefore);
}
