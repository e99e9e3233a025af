import { LARGEST_TOTAL } from "../../engine";
import type { Argument, ScalarArgument } from "../../ranges";

/** Nobody is older, in years. */
export const OLDEST = 130;

/** The most dollars that can be counted to the cent. */
const MOST_DOLLARS = LARGEST_TOTAL / 100;

/** An amount of dollars, not negative. */
export function dollarsArgument(argument: string, cells: Argument, isRequired = false): ScalarArgument {
  return { argument, cells, wanted: "money", least: 0, most: MOST_DOLLARS, isRequired };
}

/** An age in years. */
export function ageArgument(argument: string, cells: Argument, isRequired = false, isWhole = false): ScalarArgument {
  return { argument, cells, wanted: "number", least: isRequired ? 1 : 0, most: OLDEST, isRequired, isWhole };
}

/** A tax year, which the table has or hasn't. */
export function yearArgument(cells: Argument, isRequired = true): ScalarArgument {
  return { argument: "Year", cells, wanted: "number", least: 1, most: 9999, isRequired, isWhole: true };
}
