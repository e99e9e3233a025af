import { Decimal } from "../decimal";
import type { Band } from "../policy/band";
import type { Cadence } from "../policy/cadence";
import type { Policy } from "../policy/policy";
import { isFinerThanRows } from "./looks";

const LOOKS: readonly Cadence[] = [
  { every: 1, unit: "months" },
  { every: 3, unit: "months" },
  { every: 12, unit: "months" },
];

const POINTS = [0, 0.01, 0.05, 0.1] as const;

/** The bands of the grid and where they go: a band of 0 points is none. */
const RULES: readonly Policy[] = [
  ...POINTS.map((width): Policy => (width === 0 ? {} : { band: pointsBand(width) })),
  { band: { kind: "smaller", width: new Decimal(0.05), share: new Decimal(0.25) } },
  { band: { kind: "relative", share: new Decimal(0.2) }, destination: { kind: "halfway" } },
];

function pointsBand(width: number): Band {
  return { kind: "points", width: new Decimal(width) };
}

/**
 * The policies that are compared where none are given: looks every month, quarter and year, each with bands of 0, 1, 5
 * and 10 points, 5/25, and 20 % of the target to halfway; never last. Looks finer than the rows are left out. The costs
 * are those of `costs`.
 */
export function standardGrid(periodsPerYear: number, costs: Pick<Policy, "cost" | "fee"> = {}): readonly Policy[] {
  const looks = LOOKS.filter((look) => !isFinerThanRows(look, periodsPerYear));
  const both = { trigger: "and" } as const;
  const grid = looks.flatMap((look) =>
    RULES.map((rule): Policy => ({ look, ...rule, ...(rule.band && both), ...costs })),
  );
  return [...grid, { ...costs }];
}
