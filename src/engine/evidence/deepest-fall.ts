/**
 * What is left of the highest peak at the deepest fall of each of two paths, fractions up to 1: `ones` and `others` are
 * dollars after each row of either path (rows × 1), `start` what both begin with.
 *
 * Whether a row is a new peak is as good as tossed, and a processor loses more on a wrong guess than on all the sums: so
 * there is no branch on it (`higher`). As each peak waits for the one before, two rows of two paths are taken at a time.
 * The first row of a pair is compared with the peak before it, for where it is a peak itself it is no fall by either.
 */
export function leftAtDeepest(ones: Float64Array, others: Float64Array, start: number): [one: number, other: number] {
  const rows = ones.length;
  let onePeak = start;
  let otherPeak = start;
  let one = 1;
  let other = 1;
  for (let row = 0; row < rows; row += 2) {
    // The last row of an odd number of them is its own pair.
    const next = row + 1 < rows ? row + 1 : row;
    const oneFirst = ones[row] as number;
    const oneNext = ones[next] as number;
    const otherFirst = others[row] as number;
    const otherNext = others[next] as number;
    if (oneFirst < onePeak * one) one = oneFirst / onePeak;
    if (otherFirst < otherPeak * other) other = otherFirst / otherPeak;
    onePeak = higher(higher(oneFirst, oneNext), onePeak);
    otherPeak = higher(higher(otherFirst, otherNext), otherPeak);
    if (oneNext < onePeak * one) one = oneNext / onePeak;
    if (otherNext < otherPeak * other) other = otherNext / otherPeak;
  }
  return [one, other];
}

/** The higher of two numbers without a branch: exact unless one is more than twice the other, then to the last digit. */
export function higher(one: number, other: number): number {
  const above = one - other;
  return other + 0.5 * (above + Math.abs(above));
}
