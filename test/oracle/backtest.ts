/**
 * A rule followed through returns by a slow loop that shares nothing with Keel's: lists of numbers, made anew on each row,
 * sorted rather than levelled, looks found by counting in twelfths of a year.
 */
export interface NaiveRule {
  /** Looks every so many twelfths of a year; undefined for no calendar. */
  readonly everyMonths?: number;
  readonly band?:
    | { readonly kind: "points"; readonly width: number }
    | { readonly kind: "relative"; readonly share: number }
    | { readonly kind: "smaller"; readonly width: number; readonly share: number }
    | { readonly kind: "drift"; readonly limit: number };
  readonly or: boolean;
  readonly to: "target" | "halfway" | "edge";
  readonly cost: number;
  readonly fee: number;
}

export interface NaivePath {
  readonly values: number[];
  readonly rebalances: number[];
  readonly costs: number;
}

/** One list of returns a period. */
export function naivePath(
  returns: readonly (readonly number[])[],
  targets: readonly number[],
  rule: NaiveRule,
  { start, contribution, periodsPerYear }: { start: number; contribution: number; periodsPerYear: number },
): NaivePath {
  let held = targets.map((target) => target * start);
  const values: number[] = [];
  const rebalances: number[] = [];
  let costs = 0;
  for (const [row, period] of returns.entries()) {
    held = held.map((value, asset) => value * (1 + (period[asset] as number)));
    const grown = held;
    const total = sum(held) + contribution;
    if (total <= 0) return { values: [...values, 0], rebalances, costs };
    const placed = contribution < 0 ? taken(held, targets, -contribution) : added(held, targets, contribution);
    const isLook = looksOn(row + 1, rule.everyMonths, periodsPerYear);
    const isLast = row === returns.length - 1;
    const goes = isLast ? undefined : wayOf(placed, targets, rule, isLook, total);
    const goal = goes ?? placed;
    if (goes) rebalances.push(row + 1);
    const trades = goal.map((value, asset) => value - (grown[asset] as number));
    const made = trades.filter((trade) => Math.abs(trade) > 1e-9 * total);
    const cost = Math.min(total, rule.cost * sum(made.map(Math.abs)) + rule.fee * made.length);
    costs += cost;
    held = goal.map((value) => (value * (total - cost)) / total);
    values.push(total - cost);
    if (total - cost <= 0) break;
  }
  return { values, rebalances, costs };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

/** Whether a multiple of the interval lies in (row − 1, row]. */
function looksOn(row: number, everyMonths: number | undefined, periodsPerYear: number): boolean {
  if (everyMonths === undefined) return false;
  const twelfths = (rows: number): number => Math.floor((rows * 12) / (periodsPerYear * everyMonths));
  return twelfths(row) > twelfths(row - 1);
}

/** Where the rule takes what is held, if it acts. */
function wayOf(
  held: readonly number[],
  targets: readonly number[],
  rule: NaiveRule,
  isLook: boolean,
  total: number,
): number[] | undefined {
  const { band, everyMonths, or } = rule;
  const atTarget = targets.map((target) => target * total);
  if (band === undefined) return isLook ? atTarget : undefined;
  if (everyMonths !== undefined && or && isLook) return atTarget;
  if (everyMonths !== undefined && !or && !isLook) return undefined;
  if (band.kind === "drift") {
    const drift = sum(held.map((value, asset) => Math.abs(value / total - (targets[asset] as number)))) / 2;
    if (drift <= band.limit * (1 + 1e-11)) return undefined;
    const left = rule.to === "target" ? 0 : (rule.to === "edge" ? band.limit : band.limit / 2) / drift;
    return held.map((value, asset) => (atTarget[asset] as number) + left * (value - (atTarget[asset] as number)));
  }
  const reach = targets.map((target) => {
    const relative = band.kind === "points" ? Infinity : band.share * target;
    return Math.min(relative, band.kind === "relative" ? Infinity : band.width);
  });
  const sides = held.map((value, asset) => {
    const over = value - (atTarget[asset] as number);
    return Math.abs(over) > (reach[asset] as number) * total + 1e-11 * total ? Math.sign(over) : 0;
  });
  if (sides.every((side) => side === 0)) return undefined;
  if (rule.to === "target") return atTarget;
  const goal = held.map((value, asset) => {
    const side = sides[asset] as number;
    if (side === 0) return value;
    const target = targets[asset] as number;
    const edge =
      side > 0 ? Math.min(1, target + (reach[asset] as number)) : Math.max(0, target - (reach[asset] as number));
    return (rule.to === "edge" ? edge : (target + edge) / 2) * total;
  });
  return balancedBy(goal, targets, sides, total);
}

/** Meets what is missing or left over, from those outside on the needed side, then from those in band, to their targets. */
function balancedBy(goal: number[], targets: readonly number[], sides: readonly number[], total: number): number[] {
  let result = goal;
  const groups = [
    (side: number, needed: number) => side === needed,
    (side: number, needed: number, over: number) => side === 0 && over * needed > 0,
    (side: number, needed: number) => side !== -needed,
  ];
  const needed = Math.sign(sum(goal) - total);
  for (const [index, belongs] of groups.entries()) {
    const missing = Math.abs(sum(result) - total);
    if (missing < 1e-11 * total) return result;
    const rows = result.flatMap((value, asset) => {
      const over = value - (targets[asset] as number) * total;
      return belongs(sides[asset] as number, needed, over) ? [asset] : [];
    });
    const room = sum(
      rows.map((asset) => Math.max(0, ((result[asset] as number) - (targets[asset] as number) * total) * needed)),
    );
    const amount = index === 2 ? missing : Math.min(missing, room);
    if (amount === 0) continue;
    const some = rows.map((asset) => result[asset] as number);
    const parts = rows.map((asset) => targets[asset] as number);
    const moved = needed > 0 ? taken(some, parts, amount) : added(some, parts, amount);
    result = result.map((value, asset) => (rows.includes(asset) ? (moved[rows.indexOf(asset)] as number) : value));
  }
  return result;
}

/** Raises the emptiest for their targets: how far is found by cutting the interval in two, again and again. */
function added(held: readonly number[], targets: readonly number[], amount: number): number[] {
  const raised = (level: number): number[] =>
    held.map((value, asset) => Math.max(value, level * (targets[asset] as number)));
  return raised(levelWhere((level) => sum(raised(level)) - sum(held) < amount, held, targets, amount));
}

/** Lowers the fullest for their targets. */
function taken(held: readonly number[], targets: readonly number[], amount: number): number[] {
  const lowered = (level: number): number[] =>
    held.map((value, asset) => Math.min(value, level * (targets[asset] as number)));
  return lowered(levelWhere((level) => sum(held) - sum(lowered(level)) > amount, held, targets, amount));
}

function levelWhere(
  isBelow: (level: number) => boolean,
  held: readonly number[],
  targets: readonly number[],
  amount: number,
): number {
  const least = Math.min(...targets.filter((target) => target > 0));
  let [low, high] = [0, (sum(held) + amount) / least];
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2;
    if (isBelow(middle)) low = middle;
    else high = middle;
  }
  return high;
}
