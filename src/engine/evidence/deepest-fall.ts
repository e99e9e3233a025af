/** What is left of the highest peak at the deepest fall of a path: `totals` are dollars after each row (rows × 1), `start` before the first. */
export function leftAtDeepest(totals: Float64Array, start: number): number {
  let peak = start;
  let deepest = 1;
  // What is below this falls deeper, found without dividing for each row.
  let floor = start;
  for (let row = 0; row < totals.length; row++) {
    const total = totals[row] as number;
    if (total > peak) {
      peak = total;
      floor = total * deepest;
    } else if (total < floor) {
      floor = total;
      deepest = total / peak;
    }
  }
  return deepest;
}
