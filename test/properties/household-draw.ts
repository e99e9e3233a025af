import * as fc from "fast-check";
import {
  cents,
  Decimal,
  isRowBand,
  type AccountKind,
  type Circumstances,
  type Household,
  type Policy,
  type RowRules,
} from "../../src/engine";
import { householdOf, type Row } from "../engine/household/households";

/** A household as its table would say it, with its policy: rows can be put in another order. */
export interface Drawn {
  readonly accounts: Parameters<typeof householdOf>[0];
  readonly rows: readonly Row[];
  readonly targets: Readonly<Record<string, number>>;
  readonly points: Household["points"];
  readonly bands: RowRules["bands"];
  readonly policy: Policy;
  readonly now: Circumstances;
}

export function household({ accounts, rows, targets, points, bands }: Drawn): Household {
  const made = householdOf(accounts, rows, targets, points);
  return bands.size > 0 ? { ...made, rules: { locks: new Map(), bands } } : made;
}

export const TODAY = 46_356;

const KINDS: readonly AccountKind[] = ["deferred", "Roth", "taxable", "taxable", "HSA", "neutral"];
const CLASSES = ["US", "International", "Bonds", "REIT", "Gold"] as const;
const POINTS = [
  { deferred: 1, Roth: 2, HSA: 2, taxable: 2 },
  { deferred: 1, Roth: 2, HSA: 2, taxable: 2 },
  { deferred: 3, Roth: 0, HSA: 0, taxable: 0 },
  { deferred: 2, Roth: 2, HSA: 2, taxable: 0 },
  { deferred: 2, Roth: 2, HSA: 2, taxable: 0 },
  { deferred: 1, Roth: 1, HSA: 1, taxable: 1 },
];

/** Usually absent, so that what is there is seen by itself. */
const now1in = <T>(rarity: number, each: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: rarity - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: each });

const share = (per: number, most: number): fc.Arbitrary<Decimal> =>
  fc.integer({ min: 1, max: most }).map((part) => new Decimal(part).div(per));

interface FundDrawn {
  readonly classes: readonly number[];
  readonly expense: number | undefined;
  readonly sameAs: boolean;
  readonly price: number | undefined;
}

/** A fund of one class mostly, or of two or three in whole percents. */
const fund = (hasMixed: boolean): fc.Arbitrary<FundDrawn> =>
  fc.record({
    classes: hasMixed
      ? fc.oneof(
          { weight: 3, arbitrary: fc.tuple(fc.nat(4)) },
          { weight: 1, arbitrary: fc.array(fc.nat(4), { minLength: 2, maxLength: 3 }) },
        )
      : fc.tuple(fc.nat(4)),
    expense: fc.option(
      fc.integer({ min: 1, max: 120 }).map((points) => points / 100),
      { freq: 9, nil: undefined },
    ),
    sameAs: fc.nat(7).map((draw) => draw === 0),
    price: fc.integer({ min: 100, max: 60_000 }).map((price) => price / 100),
  });

const lot = fc.record({
  value: fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 4, arbitrary: fc.nat(1_000_000) }),
  gain: fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 90 }) },
    { weight: 2, arbitrary: fc.integer({ min: -60, max: -1 }) },
  ),
  hasBasis: fc.nat(9).map((draw) => draw > 0),
  age: fc.option(fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 61, max: 2000 })), { nil: undefined }),
  lock: fc.constantFrom(...(["no buy", "no sell", "hold"] as const), ...Array<undefined>(22).fill(undefined)),
});

/** How funds of every account are drawn: accounts have at most so many rows. */
const account = (most: number) =>
  fc.record({
    kind: fc.constantFrom(...KINDS),
    flow: fc.oneof(
      { weight: 4, arbitrary: fc.constant(0) },
      { weight: 2, arbitrary: fc.integer({ min: 1, max: 500 }) },
      { weight: 1, arbitrary: fc.integer({ min: -300, max: -1 }) },
    ),
    countsAs: fc.constantFrom(1, 1, 1, 1, 1, 0.8, 0.78, 0.655),
    cash: fc.oneof(
      { weight: 5, arbitrary: fc.constant(undefined) },
      { weight: 2, arbitrary: fc.nat(300_000) },
      { weight: 1, arbitrary: fc.integer({ min: -30_000, max: -1 }) },
    ),
    rows: fc.array(fc.tuple(fc.nat(13), lot), { minLength: 1, maxLength: most }),
  });

const gains = fc.oneof(
  fc.constant({}),
  fc.constant({ gains: "none" as const }),
  fc.constant({ gains: "allowed" as const }),
  fc.constant({ gains: "allowed" as const }),
  fc.nat(1000).map((part) => ({ gains: { upTo: cents(part) } })),
);

const band: fc.Arbitrary<NonNullable<Policy["band"]>> = fc.oneof(
  share(1000, 80).map((width) => ({ kind: "points" as const, width })),
  share(100, 40).map((part) => ({ kind: "relative" as const, share: part })),
  fc.record({ kind: fc.constant("smaller" as const), width: share(1000, 80), share: share(100, 40) }),
  share(1000, 80).map((limit) => ({ kind: "drift" as const, limit })),
);

const destination: fc.Arbitrary<NonNullable<Policy["destination"]>> = fc.oneof(
  fc.constantFrom({ kind: "edge" as const }, { kind: "halfway" as const }, { kind: "target" as const }),
  share(1000, 30).map((from) => ({ kind: "points" as const, from })),
);

/** As a rule whole percents, or none; sometimes next to nothing, down to a cent or less of the household. */
const weight = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 60 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 9 }).map((part) => part / 1000) },
);

interface PolicyDrawn {
  readonly base: Policy;
  readonly keep: number | Decimal | undefined;
  readonly minimum: number | Decimal | undefined;
}

const policy = (isPlain: boolean): fc.Arbitrary<PolicyDrawn> => {
  const amount = fc.oneof(fc.nat(200), share(1000, 20));
  return fc.record({
    base: fc
      .record({
        gains,
        band: now1in(3, band),
        destination,
        incomeRate: now1in(2, share(100, 40)),
        gainsRate: now1in(2, share(100, 25)),
        sells: now1in(10, fc.constant("none" as const)),
        relocate: now1in(5, fc.constant(true)),
        look: now1in(8, fc.constantFrom({ every: 12, unit: "months" as const }, { every: 7, unit: "days" as const })),
        trigger: now1in(2, fc.constantFrom("and" as const, "or" as const)),
        lastLook: fc.integer({ min: TODAY - 500, max: TODAY }),
        cost: now1in(4, share(10_000, 50)),
        fee: now1in(4, fc.nat(2000)),
        tradeUnit: isPlain
          ? fc.constant(undefined)
          : now1in(3, fc.constantFrom("whole dollars" as const, "whole shares" as const, "fractional" as const)),
      })
      .map(({ gains: gainsRule, look, lastLook, fee, destination: goal, ...said }): Policy => {
        const isNear = said.band !== undefined && said.band.kind !== "drift";
        return {
          ...present(said),
          ...gainsRule,
          ...(look && { look, lastLook }),
          ...(fee !== undefined && { fee: cents(fee) }),
          ...(isNear && { destination: goal }),
        };
      }),
    keep: now1in(6, amount),
    minimum: isPlain ? fc.constant(undefined) : now1in(3, amount),
  });
};

function present<T extends object>(said: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as never;
}

/**
 * Households of up to `accounts` accounts with up to `funds` rows each, of a few cents or of billions. `isPlain`: without
 * minimum trade and trade unit, which linear programs know nothing of; `hasMixed`: some funds hold several classes.
 */
export function households({
  accounts = 6,
  funds = 12,
  isPlain = false,
  hasMixed = true,
}: {
  readonly accounts?: number;
  readonly funds?: number;
  readonly isPlain?: boolean;
  readonly hasMixed?: boolean;
} = {}): fc.Arbitrary<Drawn> {
  return fc
    .record({
      scale: fc.constantFrom(0.00001, 0.001, 0.1, 1, 1, 1, 1, 100, 130),
      accounts: fc.array(account(funds), { minLength: 1, maxLength: accounts }),
      universe: fc.array(fund(hasMixed), { minLength: 14, maxLength: 14 }),
      weights: fc.tuple(...CLASSES.map(() => weight)),
      cashWeight: fc.constantFrom(undefined, undefined, 0, 5, 10),
      unassigned: fc.constantFrom("sell" as const, "hold" as const, "stop" as const, "stop" as const),
      ownBand: now1in(6, fc.record({ place: fc.nat(4), band })),
      policy: policy(isPlain),
      isDated: fc.boolean(),
    })
    .map(({ scale, accounts: each, universe, weights, cashWeight, unassigned, ownBand, policy: said, isDated }) => {
      const listed = CLASSES.flatMap((_, place) => (place < 3 || (weights[place] as number) > 0 ? [place] : []));
      const targets: Record<string, number> = Object.fromEntries(
        listed.map((place) => [CLASSES[place] as string, weights[place] as number]),
      );
      if (Object.values(targets).every((weight) => weight === 0)) targets[CLASSES[0]] = 1;
      if (cashWeight !== undefined) targets["Cash"] = cashWeight;
      const money = (part: number): number => Math.round(part * scale * 100) / 100;
      const rows = each.flatMap(({ kind, cash, rows: held }, index) => [
        ...held.flatMap(([which, drawn]) => rowOf(`${index}`, kind, which, drawn)),
        ...(cash === undefined ? [] : [{ account: `${index}`, fund: "Cash", in: "Cash", value: money(cash) }]),
      ]);
      const amountOrShare = (amount: number | Decimal): NonNullable<Policy["cashBuffer"]> =>
        typeof amount === "number" ? { amount: cents(Math.round(amount * 100 * scale * 100)) } : { share: amount };
      const { base, keep, minimum } = said;
      const { gains: rule } = base;
      return {
        accounts: Object.fromEntries(
          each.map(({ kind, flow, countsAs }, index) => [
            `${index}`,
            { kind, cashFlow: money(flow * (base.sells === "none" ? Math.sign(flow) : 1) * 100), countsAs },
          ]),
        ),
        rows,
        targets,
        points: Object.keys(targets).map((name) => POINTS[[...CLASSES, "Cash"].indexOf(name)] as (typeof POINTS)[0]),
        bands: new Map(
          ownBand && isRowBand(ownBand.band) && base.band?.kind !== "drift"
            ? [[ownBand.place % Object.keys(targets).length, ownBand.band] as const]
            : [],
        ),
        policy: {
          ...base,
          ...(typeof rule === "object" && { gains: { upTo: cents(Math.round(rule.upTo * 100 * scale * 100)) } }),
          ...(unassigned !== "stop" && { unassigned }),
          ...(keep !== undefined && { cashBuffer: amountOrShare(keep) }),
          ...(minimum !== undefined && { minimumTrade: amountOrShare(minimum) }),
        },
        now: isDated || base.look ? { today: TODAY } : {},
      };

      function rowOf(
        of: string,
        kind: AccountKind,
        which: number,
        { value, gain, hasBasis, age, lock }: (typeof each)[number]["rows"][number][1],
      ): Row[] {
        const { classes, expense, sameAs, price } = universe[which] as FundDrawn;
        const parts = classes.map((place) => CLASSES[place] as string);
        const isUnlisted = parts.some((name) => !(name in targets));
        if (isUnlisted && unassigned === "stop") return [];
        const held = money(value);
        const basis = Math.round(held * (100 - gain)) / 100;
        return [
          {
            account: of,
            fund: `F${which}`,
            in: mixed(parts),
            value: held,
            ...(kind === "taxable" && held > 0 && hasBasis && basis > 0 && { basis }),
            ...(held > 0 && age !== undefined && { acquired: TODAY - age }),
            ...(lock && { lock }),
            ...(expense !== undefined && { expenseRatio: expense }),
            ...(sameAs && { sameAs: "one index" }),
            ...(price !== undefined && { price }),
            ...(isUnlisted && unassigned === "hold" && { isLeftAlone: true }),
          },
        ];
      }
    });
}

/** Equal parts in whole percents, the first with what is left. */
function mixed(classes: readonly string[]): Readonly<Record<string, number>> {
  const part = Math.floor(100 / classes.length);
  const parts: Record<string, number> = {};
  for (const [place, name] of classes.entries())
    parts[name] = (parts[name] ?? 0) + (place === 0 ? 100 - part * (classes.length - 1) : part);
  return parts;
}
