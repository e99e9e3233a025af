import type { FuturePicture } from "../../../operations";

/** What is drawn of futures: the start, and what they have at each mark. */
export interface FanLines {
  /** Years from now. */
  readonly x: readonly number[];
  readonly scale: "linear" | "logarithmic";
  /** Dollars at each of the five percentiles, of the rule. */
  readonly ends: readonly (readonly number[])[];
  /** The middle ones of never rebalancing. */
  readonly never: readonly number[];
  /** Undefined where money is taken out: what was paid in less what was taken out is nothing that anybody has. */
  readonly paidIn: readonly number[] | undefined;
}

/** Where the highest is more than so many times the lowest, the lower half of a linear picture would be a line. */
const FAR_APART = 60;

export function fanLines({ fan, request }: FuturePicture): FanLines {
  const { start, contribution, series } = request;
  const { marks } = fan.rule;
  const along = (index: number, { marks: told } = fan.rule): readonly number[] => [
    start,
    ...told.map(({ ends }) => ends[index] ?? 0),
  ];
  const ends = [0, 1, 2, 3, 4].map((index) => along(index));
  const [lowest, highest] = [Math.min(...(ends[0] ?? [])), Math.max(...(ends[4] ?? []))];
  return {
    x: [0, ...marks.map(({ row }) => row / series.periodsPerYear)],
    scale: lowest > 0 && highest > FAR_APART * lowest ? "logarithmic" : "linear",
    ends,
    never: along(2, fan.never),
    paidIn: contribution < 0 ? undefined : [start, ...marks.map(({ paidIn }) => paidIn)],
  };
}
