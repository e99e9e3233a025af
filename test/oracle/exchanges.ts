/** Whether a direct exchange is barred, by the rows of its two funds. */
export type IsBarred = (from: number, to: number) => boolean;

/**
 * The fewest exchanges that carry out trades (cents that add up to 0), by trying every forest. A plan without circles has
 * a fund with just one partner; whichever it is, its whole trade goes to that partner, and the rest is a smaller plan.
 */
export function fewestByForests(
  trades: readonly number[],
  isBarred: IsBarred,
  known = new Map<string, number | undefined>(),
): number | undefined {
  const key = trades.join();
  if (known.has(key)) return known.get(key);
  let fewest: number | undefined = trades.every((each) => each === 0) ? 0 : undefined;
  trades.forEach((leaf, row) => {
    trades.forEach((partner, other) => {
      if (leaf * partner >= 0 || Math.abs(leaf) > Math.abs(partner)) return;
      if (leaf < 0 ? isBarred(row, other) : isBarred(other, row)) return;
      const rest = [...trades];
      rest[row] = 0;
      rest[other] = partner + leaf;
      const more = fewestByForests(rest, isBarred, known);
      if (more !== undefined && (fewest === undefined || more + 1 < fewest)) fewest = more + 1;
    });
  });
  known.set(key, fewest);
  return fewest;
}

/** Of all splits into the most groups that can each be carried out by itself, the first by row order: every split is tried. */
export function firstSplitByPartitions(trades: readonly number[], isBarred: IsBarred): number[][] {
  const works = (group: readonly number[]): boolean =>
    fewestByForests(
      trades.map((trade, row) => (group.includes(row) ? trade : 0)),
      isBarred,
    ) !== undefined;
  const sum = (group: readonly number[]): number => group.reduce((total, row) => total + (trades[row] as number), 0);
  const splits = partitions(trades.map((_, row) => row)).filter((split) =>
    split.every((group) => sum(group) === 0 && works(group)),
  );
  const most = Math.max(...splits.map((split) => split.length));
  return splits.filter((split) => split.length === most).sort(byRows)[0] ?? [];
}

function partitions(rows: readonly number[]): number[][][] {
  const last = rows.at(-1);
  if (last === undefined) return [[]];
  return partitions(rows.slice(0, -1)).flatMap((split) => [
    ...split.map((_, index) => split.map((group, place) => (place === index ? [...group, last] : group))),
    [...split, [last]],
  ]);
}

/** Compares splits whose groups are listed by their first row: group by group, row by row, the shorter first. */
function byRows(one: number[][], other: number[][]): number {
  for (let place = 0; place < one.length; place++) {
    const [left, right] = [one[place] ?? [], other[place] ?? []];
    for (let index = 0; index < Math.max(left.length, right.length); index++) {
      const difference = (left[index] ?? -1) - (right[index] ?? -1);
      if (difference !== 0) return difference;
    }
  }
  return 0;
}
