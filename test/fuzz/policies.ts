import * as fc from "fast-check";
import type { FuzzCell } from "./cells";

const hundredths = (most: number): fc.Arbitrary<string> =>
  fc.integer({ min: 1, max: most * 100 }).map((parts) => String(parts / 100));

/** A clause of each setting, in the words of the contract, and some that no policy knows. */
const clauses: readonly fc.Arbitrary<string>[] = [
  fc.constantFrom(
    "annual",
    "semiannual",
    "quarterly",
    "monthly",
    "weekly",
    "daily",
    "every 18 months",
    "every 10 days",
  ),
  fc.oneof(
    hundredths(30).map((points) => `${points}%`),
    hundredths(30).map((points) => `${points}pp`),
    hundredths(90).map((share) => `${share}% relative`),
    hundredths(20).map((limit) => `drift ${limit}%`),
    hundredths(5).map((limit) => `tracking error ${limit}%`),
    fc.constantFrom("5/25", "swedroe", "annual and 5/25", "quarterly or 3%", "annual or drift 2%"),
  ),
  fc.constantFrom("to target", "to halfway", "to edge", "to 1.75pp", "to 0.5pp"),
  fc.constantFrom("no sells", "sells allowed"),
  fc.oneof(
    fc.integer({ min: 1, max: 5_000 }).map((dollars) => `min $${dollars}`),
    hundredths(5).map((share) => `min ${share}%`),
  ),
  fc.constantFrom("whole shares", "fractional", "whole percent", "whole dollars", "multiples of $10"),
  fc.oneof(
    fc.integer({ min: 0, max: 5_000 }).map((dollars) => `keep $${dollars}`),
    hundredths(5).map((share) => `keep ${share}%`),
  ),
  fc.oneof(
    hundredths(2).map((cost) => `cost ${cost}%`),
    fc.constantFrom("fee $7", "fee $0.65", "cost 0.1%; fee $4.95"),
  ),
  fc.constantFrom("monthly when volatility > 20%", "weekly when volatility > 0.15"),
  fc.constantFrom("unassigned sell", "unassigned hold", "unassigned stop"),
  fc.constantFrom("last 2025-03-31", "last 45000"),
];

const nonsense = fc.constantFrom("sometimes", "5", ";;", "to the moon", "min", "min $-5", "band 200%", "5/25/30");

/** A policy as one text. */
export const policyText: fc.Arbitrary<string> = fc
  .tuple(
    fc
      .shuffledSubarray(
        clauses.map((_, at) => at),
        { maxLength: 5 },
      )
      .chain((chosen) => fc.tuple(...chosen.map((at) => clauses[at] as fc.Arbitrary<string>))),
    fc.constantFrom("; ", ";", "\n", ", "),
    // Mostly none: a policy that isn't known is refused before anything is tried.
    fc.oneof({ weight: 11, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: nonsense }),
  )
  .map(([said, between, extra]) => [...said, ...(extra === null ? [] : [extra])].join(between));

/** Labels and values, as a Policy table holds them. */
const settings: readonly (readonly [label: string, values: fc.Arbitrary<FuzzCell>])[] = [
  ["Look", fc.constantFrom("annual", "quarterly", "every 18 months", "", null)],
  ["Band", fc.constantFrom<FuzzCell>("5/25", 0.05, 5, "20% relative", "drift 3%", 45_802, 1, null)],
  ["Trigger", fc.constantFrom("and", "or", "")],
  ["Volatile look", fc.constantFrom("monthly when volatility > 20%", "")],
  ["Destination", fc.constantFrom("to target", "to halfway", "to edge", "halfway", "to 1.75pp", null)],
  ["Sells", fc.constantFrom("no sells", "allowed", "")],
  ["Minimum trade", fc.constantFrom<FuzzCell>(100, 0.005, "$250", "", null, 0)],
  [
    "Trade unit",
    fc.constantFrom("whole shares", "fractional", "whole dollars", "multiples of $25", "whole percent", ""),
  ],
  ["Cash buffer", fc.constantFrom<FuzzCell>(500, 0.01, "", null)],
  ["Unassigned", fc.constantFrom("sell", "hold", "stop", "")],
];

/** A policy as a range of two columns. */
export const policyRange: fc.Arbitrary<FuzzCell[][]> = fc
  .shuffledSubarray(
    settings.map((_, at) => at),
    { minLength: 1 },
  )
  .chain((chosen) =>
    fc
      .tuple(...chosen.map((at) => (settings[at] as (typeof settings)[number])[1]))
      .map((values) =>
        values.map((value, index): FuzzCell[] => [
          (settings[chosen[index] as number] as (typeof settings)[number])[0],
          value,
        ]),
      ),
  );
