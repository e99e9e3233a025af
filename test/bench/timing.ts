/** Runs a piece of work often enough to be measured, and returns the times of single runs in milliseconds, sorted. */
export function timesOf(work: () => unknown, runs: number): readonly number[] {
  for (let run = 0; run < Math.ceil(runs / 3); run++) work();
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = process.hrtime.bigint();
    work();
    times.push(Number(process.hrtime.bigint() - start) / 1e6);
  }
  return times.sort((one, other) => one - other);
}

/** The time that a share of the runs stays below: 0.5 is the median. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** One line of the report. Every figure is a ratio to a named peer that ran in the same process on the same inputs. */
export interface Comparison {
  readonly what: string;
  readonly ours: readonly number[];
  readonly peer: string;
  readonly theirs: readonly number[];
}

/** Prints a comparison: the ratio of the medians first, the milliseconds of this run after it. */
export function report({ what, ours, peer, theirs }: Comparison): void {
  const median = quantile(ours, 0.5);
  const peerMedian = quantile(theirs, 0.5);
  console.log(
    `${what}: ${(median / peerMedian).toPrecision(3)} × ${peer}` +
      `  (medians in this run ${median.toPrecision(3)} ms and ${peerMedian.toPrecision(3)} ms, ours at 95 % ${quantile(ours, 0.95).toPrecision(3)} ms)`,
  );
}
