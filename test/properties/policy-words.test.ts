import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import {
  cents,
  Decimal,
  type AmountOrShare,
  type Band,
  type Cadence,
  type Policy,
  type Setting,
} from "../../src/engine";
import { readPolicy, samePolicy, writePolicy, writePolicyRows, type Cells } from "../../src/ranges";

/** What a policy means, as it is read: a problem fails the test with its code. */
function read(cells: Cells): Policy {
  const policy = readPolicy(cells);
  if (!policy.ok) throw new Error(`${JSON.stringify(cells)}: ${policy.problem.code}`);
  return policy.value.policy;
}

/** A policy as plain data, its decimals as all of their digits: quick to compare, and exact. */
const plain = (policy: Policy): unknown => JSON.parse(JSON.stringify(policy));

/** A percent as people type it, from millionths up to the most that the setting takes; 0 where it may be. */
const percents = (most: number, least = 1): fc.Arbitrary<Decimal> =>
  fc.oneof(
    fc.integer({ min: least, max: most * 100 }).map((whole) => new Decimal(whole).dividedBy(100)),
    fc.integer({ min: least, max: most * 10_000 }).map((hundredths) => new Decimal(hundredths).dividedBy(10_000)),
    fc.integer({ min: 1, max: 1_000_000 }).map((part) => new Decimal(part).dividedBy(1e14)),
    fc.double({ min: 1e-12, max: most * 100, noNaN: true }).map((percent) => new Decimal(percent).dividedBy(100)),
  );

/** Dollars and cents, up to the trillion that a clause takes. */
const amounts = fc.oneof(
  fc.integer({ min: 0, max: 1_000_000 }).map(cents),
  fc.integer({ min: 0, max: 1e14 }).map(cents),
  fc.integer({ min: 0, max: 1_000_000 }).map((dollars) => cents(dollars * 100)),
);
const amountsOrShares: fc.Arbitrary<AmountOrShare> = fc.oneof(
  amounts.map((amount) => ({ amount })),
  percents(1, 0).map((share) => ({ share })),
);

/** `every 1200 years` is the longest interval, and 14,400 months. */
const cadences: fc.Arbitrary<Cadence> = fc
  .tuple(
    fc.oneof(fc.integer({ min: 1, max: 24 }), fc.integer({ min: 1, max: 1200 })),
    fc.constantFrom<Cadence>(
      { every: 1, unit: "days" },
      { every: 7, unit: "days" },
      { every: 1, unit: "months" },
      { every: 3, unit: "months" },
      { every: 12, unit: "months" },
    ),
  )
  .map(([count, { every, unit }]) => ({ every: every * count, unit }));

const bands: fc.Arbitrary<Band> = fc.oneof(
  fc.constant<Band>({ kind: "smaller", width: new Decimal(0.05), share: new Decimal(0.25) }),
  percents(1).map((width): Band => ({ kind: "points", width })),
  percents(10).map((share): Band => ({ kind: "relative", share })),
  percents(1).map((limit): Band => ({ kind: "drift", limit })),
  percents(10).map((limit): Band => ({ kind: "tracking error", limit })),
);

/** Every value that each setting can be given; the compiler asks for one for each. */
const values: { readonly [S in Setting]: fc.Arbitrary<NonNullable<Policy[S]>> } = {
  look: cadences,
  band: bands,
  trigger: fc.constantFrom("and", "or"),
  volatileLook: fc.record({ cadence: cadences, above: percents(10) }),
  destination: fc.oneof(
    fc.constantFrom<NonNullable<Policy["destination"]>>({ kind: "target" }, { kind: "halfway" }, { kind: "edge" }),
    percents(1).map((from) => ({ kind: "points" as const, from })),
  ),
  sells: fc.constantFrom("allowed", "none"),
  minimumTrade: amountsOrShares,
  tradeUnit: fc.oneof(
    fc.constantFrom("cents", "whole shares", "fractional", "whole percent", "whole dollars"),
    amounts.filter((amount) => amount > 0).map((multiplesOf) => ({ multiplesOf })),
  ),
  cost: percents(1, 0),
  fee: amounts,
  cashBuffer: amountsOrShares,
  gains: fc.oneof(
    fc.constantFrom("none" as const, "allowed" as const),
    amounts.map((upTo) => ({ upTo })),
  ),
  incomeRate: percents(1, 0),
  gainsRate: percents(1, 0),
  afterTax: fc.constant(true),
  relocate: fc.constant(true),
  // 1900-01-01 to 9999-12-31, the 29 February 1900 that never was included.
  lastLook: fc.oneof(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 2_958_465 })),
  unassigned: fc.constantFrom("sell", "hold", "stop"),
};

/** Any settings together, from none to all. */
const policies = fc.record(values, { requiredKeys: [] }) as fc.Arbitrary<Policy>;

/** A trigger joins a look and a band; a text has no words for one alone. */
function joins({ look, band, trigger, ...others }: Policy): Policy {
  const both = look !== undefined && band !== undefined;
  return {
    ...others,
    ...(look && { look }),
    ...(band && { band }),
    ...(both && trigger !== undefined && { trigger }),
  };
}

describe("a policy that is written back", () => {
  test("means exactly the same when it is read, as a text", () => {
    fc.assert(
      fc.property(policies, (policy) => {
        const said = joins(policy);
        expect(plain(read([[writePolicy(policy)]]))).toEqual(plain(said));
        expect(samePolicy(read([[writePolicy(policy)]]), said)).toBe(true);
        // Also as one column of clauses.
        const column = writePolicy(policy).split("; ");
        expect(plain(read(column.map((clause) => [clause])))).toEqual(plain(said));
      }),
      { numRuns: 1000 },
    );
  });

  test("means exactly the same when it is read, as rows of label and value", () => {
    fc.assert(
      fc.property(policies, (policy) => {
        const rows = writePolicyRows(policy);
        expect(plain(read([["Setting", "Value"], ...rows]))).toEqual(plain(policy));
        expect(rows).toHaveLength(Object.keys(policy).length);
      }),
      { numRuns: 1000 },
    );
  });

  test("is written the same again", () => {
    fc.assert(
      fc.property(policies, (policy) => {
        const text = writePolicy(policy);
        expect(writePolicy(read([[text]]))).toBe(text);
        expect(writePolicyRows(read([...writePolicyRows(policy)]))).toEqual(writePolicyRows(policy));
      }),
    );
  });

  test("is not the same as one that differs in a setting that matters", () => {
    fc.assert(
      fc.property(policies, policies, (one, other) => {
        const written = JSON.stringify([writePolicyRows(one), writePolicyRows(other)].map((rows) => rows.toString()));
        if (samePolicy(one, other)) expect(samePolicy(other, one)).toBe(true);
        const differs = (["minimumTrade", "cost", "fee", "cashBuffer", "lastLook", "unassigned"] as const).some(
          (setting) => JSON.stringify(one[setting]) !== JSON.stringify(other[setting]),
        );
        if (differs) expect([written, samePolicy(one, other)]).toEqual([written, false]);
      }),
    );
  });

  test.each([
    [[["annual; 5/25"]], "annual; 5/25"],
    [[["5/25 or Yearly; to the edge"]], "annual or 5/25; to edge"],
    [[["every 1200 years"]], "every 1200 years"],
    [[["min 1,000.5; keep 0,5%; fee 5"]], "min $1,000.50; fee $5; keep 0.5%"],
    [[["monthly when volatility above 12,5 %"]], "monthly when volatility > 12.5%"],
    [[["0.00000001%; relocate; no sell"]], "0.00000001%; no sells; relocate"],
  ])("%j is written as %j", (cells, text) => {
    expect(writePolicy(read(cells))).toBe(text);
  });
});
