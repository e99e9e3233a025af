/** The percentile of sorted numbers, as Excel's PERCENTILE.INC: linear between the two nearest. `share` is from 0 to 1. */
export function percentileOf(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  return low + (place - below) * (high - low);
}
