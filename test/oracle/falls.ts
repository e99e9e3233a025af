/**
 * The deepest falls of a mix, and what a rule does in them, by a slow loop that shares nothing with Keel's: every row is
 * asked whether it is a peak, and each fall is followed anew from its start.
 */
export interface NaiveFall {
  /** Rows counted from 1; 0 is the start. */
  readonly from: number;
  readonly bottom: number;
  readonly back: number | undefined;
  readonly fall: number;
  readonly bought: number;
  readonly ruleFall: number;
  readonly neverFall: number;
}

/** A rule that goes back to its targets. A band is how far each weight may lie from its target. */
export interface PlainRule {
  readonly everyRows?: number;
  readonly reach?: readonly number[];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

export function naiveFalls(
  returns: readonly (readonly number[])[],
  targets: readonly number[],
  rule: PlainRule,
  { atLeast, most }: { atLeast: number; most: number },
): NaiveFall[] {
  const index = [1];
  for (const row of returns)
    index.push(sum(row.map((each, asset) => (targets[asset] as number) * (1 + each))) * (index.at(-1) as number));
  const peaks = index.flatMap((value, row) => (index.slice(0, row).every((before) => before <= value) ? [row] : []));
  const found = peaks.flatMap((from, place) => {
    const next = peaks[place + 1];
    const between = index.slice(from, next ?? index.length);
    const lowest = Math.min(...between);
    return lowest < (index[from] as number)
      ? [{ from, bottom: from + between.indexOf(lowest), back: next, fall: lowest / (index[from] as number) - 1 }]
      : [];
  });
  return found
    .filter(({ fall }) => fall <= -atLeast)
    .sort((one, other) => one.fall - other.fall)
    .slice(0, most)
    .sort((one, other) => one.from - other.from)
    .map((each) => ({ ...each, ...within(returns.slice(each.from, each.bottom), targets, rule) }));
}

function within(
  returns: readonly (readonly number[])[],
  targets: readonly number[],
  { everyRows, reach }: PlainRule,
): Pick<NaiveFall, "bought" | "ruleFall" | "neverFall"> {
  let held = [...targets];
  const alone = targets.map((_, asset) => returns.reduce((grown, row) => grown * (1 + (row[asset] as number)), 1));
  const worst = alone.indexOf(Math.min(...alone));
  let bought = 0;
  for (const [row, period] of returns.entries()) {
    held = held.map((value, asset) => value * (1 + (period[asset] as number)));
    const total = sum(held);
    if (everyRows !== undefined && (row + 1) % everyRows !== 0) continue;
    if (everyRows === undefined && reach === undefined) continue;
    const isOutside = held.some(
      (value, asset) => Math.abs(value / total - (targets[asset] as number)) > (reach?.[asset] ?? -1) + 1e-11,
    );
    if (!isOutside) continue;
    bought += Math.max(0, (targets[worst] as number) - (held[worst] as number) / total);
    held = targets.map((target) => target * total);
  }
  return {
    bought,
    ruleFall: sum(held) - 1,
    neverFall: sum(targets.map((target, asset) => target * (alone[asset] as number))) - 1,
  };
}
