import { greatestCommonDivisor } from "../units/exact";

/**
 * A target mix as exact ratios: row i is meant to be `parts[i] ÷ whole` of the total. Parts are whole numbers that are
 * not negative and add up to `whole`, which is above 0 and a safe integer (but for `noMix`). So a third is exactly a third, and 60/40 is
 * 3 and 2 of 5.
 */
export interface Mix {
  readonly parts: Float64Array;
  readonly whole: number;
}

/** The mix of an account in which no row is meant to have anything: only where all rows are held. */
export function noMix(rows: number): Mix {
  return { parts: new Float64Array(rows), whole: 1 };
}

/** Parts that a weight of 1 has before common factors are taken out: weights are read to 15 decimals, as many as Excel keeps. */
export const PARTS_OF_ONE = 1e15;

/** Makes a mix of whole parts (n rows), in lowest terms. Undefined if all are 0. */
export function mixOf(parts: Float64Array): Mix | undefined {
  let whole = 0;
  let divisor = 0;
  for (const part of parts) {
    whole += part;
    if (divisor !== 1) divisor = greatestCommonDivisor(part, divisor);
  }
  if (whole === 0) return undefined;
  return divisor === 1 ? { parts, whole } : { parts: parts.map((part) => part / divisor), whole: whole / divisor };
}
