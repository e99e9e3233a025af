import type { ProjectionYear } from "../../../engine";
import { inDollars } from "./entries";

/** A projection with what it began with. */
export interface Projected {
  /** Dollars at the beginning of the first year. */
  readonly balance: number;
  readonly years: readonly ProjectionYear[];
  /** A year, as a fraction. */
  readonly growth: number;
}

/** The lines of a picture, in dollars, from the end of the year before the first on. */
interface ProjectionLines {
  readonly x: readonly number[];
  readonly balance: readonly number[];
  /** What there was at first, and all that was paid in since: by the owner alone, and with the employer's match. */
  readonly paidByOwner: readonly number[];
  readonly paidByBoth: readonly number[];
}

export function projectionLines({ balance, years }: Projected): ProjectionLines {
  const [first] = years;
  const upTo = (of: (year: ProjectionYear) => number): readonly number[] => {
    let sum = Math.round(balance * 100);
    return [sum, ...years.map((year) => (sum += of(year)))].map(inDollars);
  };
  return {
    x: [(first?.year ?? 0) - 1, ...years.map(({ year }) => year)],
    balance: [balance, ...years.map(({ end }) => inDollars(end))],
    paidByOwner: upTo(({ contribution }) => contribution),
    paidByBoth: upTo(({ contribution, match }) => contribution + match),
  };
}

/** All years together, in whole cents. */
export function projectionSum(years: readonly ProjectionYear[], of: (year: ProjectionYear) => number): number {
  return years.reduce((sum, year) => sum + of(year), 0);
}
