/**
 * The number format of percents for a list of so many rows: one decimal, and one more for each ten times of rows beyond a
 * hundred. Of 5,000 funds each is about 0.02 % of the total, which would be 0.0% otherwise.
 */
export function percentPattern(rows: number): string {
  const decimals = Math.max(1, Math.ceil(Math.log10(rows)) - 1);
  return `0.${"0".repeat(decimals)}%`;
}

/** The same for differences, with their sign. */
export function signedPercentPattern(rows: number): string {
  const pattern = percentPattern(rows);
  return `+${pattern};-${pattern};${pattern}`;
}
