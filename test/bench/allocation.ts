import { call } from "../functions/shipped";
import { report, timesOf } from "./timing";

/** Cells as Excel hands them over: one row each, a fresh last digit a run, so that no remembered answer is measured. */
function accounts(rows: number): { values: number[][]; targets: number[][] } {
  const values = Array.from({ length: rows }, (_, row) => [1000 + ((row * 7919) % 100_000) / 100]);
  const weights = Array.from({ length: rows }, (_, row) => 1 + ((row * 104_729) % 97));
  const whole = weights.reduce((total, weight) => total + weight, 0);
  return { values, targets: weights.map((weight) => [weight / whole]) };
}

/** The least that any program must do: read both columns, add them up, write a column of differences. */
export function bareLoop(values: readonly (readonly number[])[], targets: readonly (readonly number[])[]): number[][] {
  const rows = values.length;
  const amounts = new Float64Array(rows);
  let total = 0;
  for (let row = 0; row < rows; row++) {
    amounts[row] = values[row]?.[0] ?? 0;
    total += amounts[row] as number;
  }
  const result = new Array<number[]>(rows);
  for (let row = 0; row < rows; row++) result[row] = [(amounts[row] as number) / total - (targets[row]?.[0] ?? 0)];
  return result;
}

const PEER = "a bare typed-array loop over the same cells";

/** Measures the row functions of one account. */
export function benchAllocation(): void {
  for (const [id, rows, runs] of [
    ["DRIFT", 1_000, 200],
    ["DRIFT", 10_000, 60],
    ["DRIFT", 100_000, 15],
    ["REBALANCE", 30, 400],
    ["REBALANCE", 1_000, 100],
    ["REBALANCE", 10_000, 30],
    ["REBALANCE", 100_000, 9],
  ] as const) {
    const { values, targets } = accounts(rows);
    const first = values[0] as number[];
    const changed = (): void => {
      first[0] = (first[0] as number) + 0.01;
    };
    const ours = timesOf(() => {
      changed();
      return call(id, values, targets);
    }, runs);
    const theirs = timesOf(() => {
      changed();
      return bareLoop(values, targets);
    }, runs);
    report({ what: `${id} on ${rows.toLocaleString("en-US")} rows`, ours, peer: PEER, theirs });
  }
}
