import { PARTS_OF_ONE } from "../engine";

/** Shares of a whole as they were typed, and how their sum lies to it. */
export interface TypedShares {
  readonly as: "fractions" | "percents";
  /** The sum, and what it is above the whole, as typed. */
  readonly sum: number;
  readonly gap: number;
  /** `scaled` is a gap so small that it is rounding; `twice` is the whole said twice, as with a total row. */
  readonly verdict: "whole" | "scaled" | "short" | "over" | "twice";
  /** Whether some look like percents and some like fractions. */
  readonly mixed: boolean;
  /** Parts of `PARTS_OF_ONE`, row by row, of no use where the sum is far over. */
  readonly parts: Float64Array;
}

/** 0.05 points a row, and at most half a point, may be missing or too much: that is rounding, and is scaled away. */
const GAP_A_ROW = 0.0005;
const LARGEST_GAP = 0.005;

/** Sums below this are fractions that miss 1 (or say it twice); percents that miss 100 by so much would be no mix at all. */
const FRACTIONS_BELOW = 3;

/**
 * Adds up shares, none negative. The sum decides for all of them whether they were typed as fractions or percents,
 * unless `known` says it: 1 alone is 100 %, and 99 beside it makes it a percent.
 */
export function addUp(numbers: Float64Array, known?: TypedShares["as"]): TypedShares {
  let sum = 0;
  let rows = 0;
  let largest = 0;
  let smallest = Number.POSITIVE_INFINITY;
  for (const number of numbers) {
    if (number === 0) continue;
    sum += number;
    rows += 1;
    largest = Math.max(largest, number);
    smallest = Math.min(smallest, number);
  }
  const as = known ?? (sum < FRACTIONS_BELOW ? "fractions" : "percents");
  const one = as === "fractions" ? 1 : 100;
  const typed = {
    as,
    sum: tidy(sum),
    gap: tidy(sum - one),
    mixed: as === "percents" && smallest <= 1 && largest > 1,
  };
  if (sum > 3 * one) return { ...typed, verdict: "over", parts: new Float64Array(numbers.length) };

  // From here on in whole parts, so that a gap of exactly the allowed size is allowed.
  const parts = new Float64Array(numbers.length);
  let gap = -PARTS_OF_ONE;
  for (let row = 0; row < parts.length; row++) {
    parts[row] = Math.round((numbers[row] as number) * (PARTS_OF_ONE / one));
    gap += parts[row] as number;
  }
  const allowed = Math.min(LARGEST_GAP, GAP_A_ROW * rows) * PARTS_OF_ONE;
  if (Math.abs(gap - PARTS_OF_ONE) <= allowed) return { ...typed, verdict: "twice", parts };
  if (Math.abs(gap) > Math.round(allowed)) return { ...typed, verdict: gap < 0 ? "short" : "over", parts };
  return { ...typed, verdict: gap === 0 ? "whole" : "scaled", parts };
}

/** Takes the noise of adding in binary off a figure that is shown to a person. */
function tidy(number: number): number {
  // A whole number has no such noise, and nearly every sum is whole.
  if (Number.isInteger(number)) return number;
  return Number(number.toPrecision(12));
}
