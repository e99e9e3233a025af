/** Largest shift where none is given: 5 points. */
export const USUAL_LARGEST_SHIFT = 0.05;

/**
 * Returns targets tilted by views, fractions (n × 1) of the same sum as the targets: target + shift, where
 * shift = largest × view × strength − λ, kept within −min(largest, target) and +largest. One λ for all makes the shifts add
 * up to 0. A target of 0 moves only for a view above 0. `views` are from −1, worse, to 1, better; `largest` is a fraction,
 * 0.05 is 5 points.
 */
export function tilt(targets: Float64Array, views: Float64Array, strength: number, largest: number): Float64Array {
  const rows = [...targets.keys()].filter((row) => (targets[row] as number) > 0 || (views[row] as number) > 0);
  const free = rows.map((row) => ({
    row,
    wanted: largest * (views[row] as number) * strength,
    down: -Math.min(largest, targets[row] as number),
  }));
  const shiftOf = ({ wanted, down }: (typeof free)[number], level: number): number =>
    Math.min(largest, Math.max(down, wanted - level));
  const sumAt = (level: number): number => free.reduce((sum, each) => sum + shiftOf(each, level), 0);
  // The sum falls with λ in straight lines, which bend where a row comes to one of its ends.
  const bends = free.flatMap(({ wanted, down }) => [wanted - largest, wanted - down]).sort((one, other) => one - other);
  const after = bends.findIndex((bend) => sumAt(bend) <= 0);
  const high = bends.at(after) ?? 0;
  const low = bends[after - 1] ?? high;
  const span = sumAt(low) - sumAt(high);
  const level = span > 0 ? low + (sumAt(low) / span) * (high - low) : high;
  const tilted = targets.slice();
  for (const each of free) tilted[each.row] = (targets[each.row] as number) + shiftOf(each, level);
  return tilted;
}
