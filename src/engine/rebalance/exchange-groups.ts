/*
 * Trades split into groups that each add up to 0. A group of g trades needs g − 1 exchanges, so the most groups make
 * the fewest exchanges; and no way of carrying out the trades has fewer, because the funds that exchanges connect
 * always form groups that add up to 0.
 */

/** Up to this many trades the split is proved: there are 2^16 sets of them. */
export const MOST_PROVED_TRADES = 16;

/** Whether a direct exchange from one fund to another is allowed, by their places in a list of trades. */
export type MayExchange = (from: number, to: number) => boolean;

/**
 * Splits trades into the most groups that add up to 0 and can be carried out by allowed exchanges inside the group.
 * Trades are signed cents, none 0, adding up to 0, at most 16 of them, in row order. Of several such splits, the one
 * that comes first: groups are listed by their first row, and compared row by row, the first group first. Each group
 * lists its rows in order. Undefined where the bars leave no way.
 */
export function mostGroups(trades: readonly number[], mayExchange: MayExchange): number[][] | undefined {
  const all = (1 << trades.length) - 1;
  const sums = sumsOfSets(trades);
  const mostWithoutBars = zeroSumParts(sums, trades.length);
  const feasible = feasibility(trades, sums, mayExchange);

  // What each set of trades that was asked about came to: its number of groups (−1: none possible), and its first group.
  const groups = new Map<number, { readonly count: number; readonly first: number }>([[0, { count: 0, first: 0 }]]);
  const split = (set: number): number => {
    const known = groups.get(set);
    if (known !== undefined) return known.count;
    let count = -1;
    let first = 0;
    const most = mostWithoutBars[set] as number;
    // Sets in the order of their rows: a set, then what it becomes with a later row. True once nothing can be better.
    const visit = (group: number, later: number): boolean => {
      const rest = set ^ group;
      if (sums[group] === 0 && 1 + (mostWithoutBars[rest] as number) > count && feasible(group)) {
        const restCount = split(rest);
        if (restCount >= 0 && 1 + restCount > count) {
          count = 1 + restCount;
          first = group;
          if (count === most) return true;
        }
      }
      for (let left = later; left !== 0; left &= left - 1) {
        const row = left & -left;
        if (visit(group | row, left ^ row)) return true;
      }
      return false;
    };
    const lowest = set & -set;
    visit(lowest, set ^ lowest);
    groups.set(set, { count, first });
    return count;
  };

  if (split(all) < 0) return undefined;
  const found: number[][] = [];
  for (let set = all; set !== 0;) {
    const { first } = groups.get(set) as { first: number };
    found.push(trades.flatMap((_, row) => (((first >> row) & 1) === 1 ? [row] : [])));
    set ^= first;
  }
  return found;
}

/** The sum of every set of trades; bit i of a set's number stands for trade i. */
function sumsOfSets(trades: readonly number[]): Float64Array {
  const sums = new Float64Array(1 << trades.length);
  for (let set = 1; set < sums.length; set++) {
    const row = 31 - Math.clz32(set);
    sums[set] = (sums[set ^ (1 << row)] as number) + (trades[row] as number);
  }
  return sums;
}

/**
 * For every set of trades, how many disjoint parts of it can add up to 0. Adding the trades one by one in the best
 * order, each return of the sum to 0 closes a part.
 */
function zeroSumParts(sums: Float64Array, trades: number): Uint8Array {
  const parts = new Uint8Array(sums.length);
  for (let set = 1; set < parts.length; set++) {
    let best = 0;
    for (let row = 0; row < trades; row++) {
      if (((set >> row) & 1) === 1) best = Math.max(best, parts[set ^ (1 << row)] as number);
    }
    parts[set] = best + (sums[set] === 0 ? 1 : 0);
  }
  return parts;
}

/**
 * Whether a set of trades that adds up to 0 can be carried out by allowed exchanges inside the set: whichever sellers
 * one takes, the buyers that they may sell to must have room for them (D. Gale, "A theorem on flows in networks", 1957).
 */
function feasibility(
  trades: readonly number[],
  sums: Float64Array,
  mayExchange: MayExchange,
): (set: number) => boolean {
  const isSeller = (row: number): boolean => (trades[row] as number) < 0;
  const reachOfRow = trades.map((_, from) =>
    isSeller(from)
      ? trades.reduce((reach, _, to) => (!isSeller(to) && mayExchange(from, to) ? reach | (1 << to) : reach), 0)
      : 0,
  );
  const sellers = trades.reduce((set, _, row) => (isSeller(row) ? set | (1 << row) : set), 0);
  const buyers = (sums.length - 1) ^ sellers;
  if (reachOfRow.every((reach, row) => !isSeller(row) || reach === buyers)) return () => true;

  const reachOfSellers = new Uint16Array(sums.length);
  for (let set = sellers & -sellers; set !== 0; set = (set - sellers) & sellers) {
    const row = 31 - Math.clz32(set);
    reachOfSellers[set] = (reachOfSellers[set ^ (1 << row)] as number) | (reachOfRow[row] as number);
  }
  const known = new Map<number, boolean>();
  return (set) => {
    let fits = known.get(set);
    if (fits === undefined) {
      fits = true;
      const all = set & sellers;
      for (let some = all; some !== 0 && fits; some = (some - 1) & all) {
        fits = (sums[some | ((reachOfSellers[some] as number) & set)] as number) >= 0;
      }
      known.set(set, fits);
    }
    return fits;
  };
}
