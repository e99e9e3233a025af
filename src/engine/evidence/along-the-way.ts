import type { Path } from "./path";

/**
 * Works out how far each period's end lies below the highest point so far (periods × 1), fractions from −1 to 0: −0.25 is a
 * quarter lost. Of returns, so that money paid in heals no fall; the start counts as a high. Its least is the deepest fall.
 */
export function fallsAlong(returns: Float64Array): Float64Array {
  const falls = new Float64Array(returns.length);
  // Money ÷ its highest so far.
  let level = 1;
  for (let period = 0; period < returns.length; period++) {
    level = Math.max(0, Math.min(1, level) * (1 + (returns[period] as number)));
    falls[period] = Math.min(0, level - 1);
  }
  return falls;
}

/**
 * The mean over a path of half the sum of absolute drifts, after each row's trade: the share of the portfolio that lay
 * elsewhere than its targets say, a fraction. Rows on which nothing is left are passed over; 0 where that leaves none.
 */
export function averageDrift({ weights }: Pick<Path, "weights">, targets: Float64Array): number {
  const assets = targets.length;
  let sum = 0;
  let rows = 0;
  for (let from = 0; from < weights.length; from += assets) {
    let drift = 0;
    let held = 0;
    for (let asset = 0; asset < assets; asset++) {
      const weight = weights[from + asset] as number;
      held += weight;
      drift += Math.abs(weight - (targets[asset] as number));
    }
    if (held === 0) continue;
    sum += drift / 2;
    rows += 1;
  }
  return rows === 0 ? 0 : sum / rows;
}
