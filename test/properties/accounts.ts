import * as fc from "fast-check";
import { edges, type RowBand } from "../oracle/bands";
import type { Policy } from "../oracle/policy";
import { Rational, total } from "../oracle/rational";
import { exactly, weights, type TypedCell } from "../oracle/reading";

/** What an owner has typed, and what it means exactly. */
export interface Account {
  /** Whole cents. */
  readonly values: readonly bigint[];
  /** Target cells as typed: percents, fractions or texts. */
  readonly typed: readonly TypedCell[];
  /** The typed targets, scaled to add up to exactly 1. */
  readonly targets: readonly Rational[];
}

/** A policy in the user's words and in the oracle's. */
export interface Worded {
  readonly text: string;
  readonly policy: Policy;
}

/** $10 billion. */
const MOST_IN_A_ROW = 1_000_000_000_000;
/** $90 trillion. */
const MOST_IN_ALL = 9_000_000_000_000_000n;
/** A double above $70 trillion can't tell two cents apart. */
const MOST_EXACT_IN_A_ROW = 7_000_000_000_000_000;

const rowCounts = (most: number): fc.Arbitrary<number> =>
  fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 1, max: Math.min(6, most) }) },
    { weight: 3, arbitrary: fc.integer({ min: 1, max: Math.min(30, most) }) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: most }) },
  );

const upTo = (most: number): fc.Arbitrary<bigint> =>
  fc
    .oneof(
      { weight: 2, arbitrary: fc.constant(0) },
      { weight: 2, arbitrary: fc.integer({ min: 0, max: Math.min(2_000, most) }) },
      { weight: 4, arbitrary: fc.integer({ min: 0, max: Math.min(100_000_000, most) }) },
      { weight: 3, arbitrary: fc.integer({ min: 0, max: most }) },
    )
    .map(BigInt);

/** Whole parts that add up to `whole`, in about the proportions drawn; some are 0. */
function parts(rows: number, whole: bigint): fc.Arbitrary<readonly bigint[]> {
  const weight = fc.oneof(
    { weight: 1, arbitrary: fc.constant(0) },
    { weight: 4, arbitrary: fc.integer({ min: 1, max: 1000 }) },
  );
  return fc.array(weight, { minLength: rows, maxLength: rows }).map((drawn) => {
    const wanted = drawn.some((part) => part > 0) ? drawn.map(BigInt) : drawn.map((_, row) => (row === 0 ? 1n : 0n));
    const cut = wanted.map((part) => (part * whole) / total(wanted));
    const most = cut.indexOf(cut.reduce((one, other) => (other > one ? other : one)));
    return cut.map((part, row) => (row === most ? part + whole - total(cut) : part));
  });
}

const decimal = (digits: bigint, places: number): string => {
  const padded = digits.toString().padStart(places + 1, "0");
  return places === 0 ? padded : `${padded.slice(0, -places)}.${padded.slice(-places)}`;
};

/** The same decimals typed as 0.6, 60 and "60%". */
export const spellings = (
  rows: number,
  most = 15,
): fc.Arbitrary<Record<"fraction" | "percent" | "text", TypedCell[]>> =>
  fc.integer({ min: 2, max: most }).chain((places) =>
    parts(rows, 10n ** BigInt(places)).map((digits) => ({
      fraction: digits.map((part) => Number(decimal(part, places))),
      percent: digits.map((part) => Number(decimal(part, places - 2))),
      text: digits.map((part) => `${decimal(part, places - 2)}%`),
    })),
  );

/** Target columns as people type them. */
function typedTargets(rows: number): fc.Arbitrary<readonly TypedCell[]> {
  const equal = fc.constant(Array<TypedCell>(rows).fill(1 / rows));
  const rounded = parts(rows, 10n ** 9n).map((digits) => digits.map((part) => Math.round(Number(part) / 1e5) / 100));
  return fc
    .oneof(
      { weight: 4, arbitrary: parts(rows, 100n).map((digits) => digits.map(Number)) },
      { weight: 2, arbitrary: spellings(rows).map(({ fraction }) => fraction) },
      { weight: 2, arbitrary: spellings(rows).map(({ percent }) => percent) },
      { weight: 1, arbitrary: spellings(rows).map(({ text }) => text) },
      { weight: 2, arbitrary: equal },
      { weight: 1, arbitrary: rounded },
    )
    .filter((cells) => weights(cells) !== null);
}

/** Values anywhere, or within some percents of where the targets want them. */
function valuesFor(targets: readonly Rational[], most: number): fc.Arbitrary<readonly bigint[]> {
  const anywhere = fc.array(upTo(most), { minLength: targets.length, maxLength: targets.length });
  const near = fc
    .tuple(
      fc.integer({ min: 100, max: most }),
      fc.constantFrom(0, 1, 10, 100, 400),
      fc.array(fc.integer({ min: -100, max: 100 }), { minLength: targets.length, maxLength: targets.length }),
    )
    .map(([whole, width, offsets]) =>
      targets.map((target, row) =>
        target
          .times(Rational.of(whole))
          .times(Rational.of(100_000 + (offsets[row] as number) * width, 100_000))
          .round(),
      ),
    );
  return fc.oneof({ weight: 3, arbitrary: anywhere }, { weight: 2, arbitrary: near });
}

/** True when the last row that says anything looks like a total: no target, and worth the rows above it. */
function endsInTotal({ values, targets }: Pick<Account, "values" | "targets">): boolean {
  const filled = values.map((_, row) => row).filter((row) => values[row] !== 0n || targets[row]?.sign() !== 0);
  const last = filled.at(-1) as number;
  if (targets[last]?.sign() !== 0) return false;
  const gap = (values[last] as bigint) - total(values.slice(0, last));
  return gap >= -1n && gap <= 1n;
}

/** False for what the contract refuses whatever is asked: nothing held at all, or a total row among the funds. */
export const meaningful = (allocation: Account): boolean => total(allocation.values) > 0n && !endsInTotal(allocation);

const accountsUpTo = (rows: number, most: number, all: bigint): fc.Arbitrary<Account> =>
  rowCounts(rows)
    .chain(typedTargets)
    .chain((typed) => {
      const targets = weights(typed) as readonly Rational[];
      return valuesFor(targets, most).map((values) => ({ values, typed, targets }));
    })
    .filter((allocation) => total(allocation.values) <= all && meaningful(allocation));

/** Up to 200 rows of up to $10 billion each. */
export const accounts = (rows = 200): fc.Arbitrary<Account> => accountsUpTo(rows, MOST_IN_A_ROW, MOST_IN_ALL);

/** Up to $90 trillion in all. */
export const vastAccounts = (): fc.Arbitrary<Account> => accountsUpTo(5, MOST_EXACT_IN_A_ROW, MOST_IN_ALL / 2n);

/** Small enough for a person to follow and for ties to happen. */
export const plainAccounts = (): fc.Arbitrary<Account> =>
  fc
    .integer({ min: 1, max: 5 })
    .chain((rows) =>
      fc.tuple(parts(rows, 20n), fc.array(fc.integer({ min: 0, max: 40 }), { minLength: rows, maxLength: rows })),
    )
    .map(([twentieths, units]) => {
      const typed = twentieths.map((part) => Number(part) * 5);
      return {
        values: units.map((unit) => BigInt(unit * 2_500)),
        typed,
        targets: weights(typed) as readonly Rational[],
      };
    })
    .filter(meaningful);

/** Whole percents as targets: they can be halved without losing a digit. */
export const wholePercentAccounts = (rows = 30): fc.Arbitrary<Account> =>
  fc
    .integer({ min: 1, max: rows })
    .chain((count) => parts(count, 100n))
    .chain((digits) => {
      const typed = digits.map(Number);
      const targets = weights(typed) as readonly Rational[];
      return valuesFor(targets, MOST_IN_A_ROW).map((values) => ({ values, typed, targets }));
    })
    .filter(meaningful);

/** An account whose row `over` stands exactly at the upper edge of its band, and `under` as far below its target. */
export const atTheEdge: fc.Arbitrary<{ allocation: Account; band: Worded; over: number; under: number }> = fc
  .integer({ min: 2, max: 12 })
  .chain((rows) =>
    fc.record({ digits: parts(rows, 100n), band: rowBands, thousands: fc.integer({ min: 1, max: 100_000 }) }),
  )
  .filter(({ digits }) => digits.filter((part) => part > 0n).length > 1)
  .chain(({ digits, band, thousands }) => {
    const typed = digits.map(Number);
    const targets = weights(typed) as readonly Rational[];
    const rising = typed
      .map((_, row) => row)
      .filter((row) => typed[row] !== 0)
      .sort((one, other) => (typed[one] as number) - (typed[other] as number));
    const [over, under] = [rising[0] as number, rising.at(-1) as number];
    const whole = BigInt(thousands) * 100_000_000n;
    const half = edges(targets[over] as Rational, band.policy.band as RowBand)
      .highest.minus(targets[over] as Rational)
      .times(Rational.of(whole))
      .cut();
    const values = targets.map((target, row) => {
      const atTarget = target.times(Rational.of(whole)).cut();
      return row === over ? atTarget + half : row === under ? atTarget - half : atTarget;
    });
    return fc.constant({ allocation: { values, typed, targets }, band, over, under });
  })
  .filter(({ allocation, under }) => (allocation.values[under] as bigint) > 0n);

/** A contribution in cents, from a cent to several times the account. */
export const contributions: fc.Arbitrary<bigint> = upTo(MOST_IN_A_ROW).map((amount) => (amount === 0n ? 1n : amount));

/** A part of what is there, in cents, down to a cent and up to everything. */
export const withdrawals = ({ values }: Account): fc.Arbitrary<bigint> => {
  const all = total(values);
  return fc.oneof(
    { weight: 4, arbitrary: fc.bigInt({ min: 1n, max: all }) },
    { weight: 1, arbitrary: fc.constant(all) },
    { weight: 1, arbitrary: fc.constant(1n) },
  );
};

/** Cash of either sign that the account can bear, often none, never all there is. */
export const cashFor = (allocation: Account): fc.Arbitrary<bigint> =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant(0n) },
    { weight: 2, arbitrary: contributions },
    {
      weight: 2,
      arbitrary: withdrawals(allocation).map((amount) => (amount === total(allocation.values) ? 0n : -amount)),
    },
  );

export const withCash = (some: fc.Arbitrary<Account>): fc.Arbitrary<{ allocation: Account; cash: bigint }> =>
  some.chain((allocation) => cashFor(allocation).map((cash) => ({ allocation, cash })));

export const withContribution = (some: fc.Arbitrary<Account>): fc.Arbitrary<{ allocation: Account; amount: bigint }> =>
  fc.record({ allocation: some, amount: contributions });

export const withWithdrawal = (some: fc.Arbitrary<Account>): fc.Arbitrary<{ allocation: Account; amount: bigint }> =>
  some.chain((allocation) => withdrawals(allocation).map((amount) => ({ allocation, amount })));

const percent = (hundredths: number): { text: string; share: Rational } => {
  const text = decimal(BigInt(hundredths), 2);
  return { text: `${text}%`, share: exactly(`${text}%`) };
};

/** Bands that each row has for itself. */
export const rowBands: fc.Arbitrary<Worded> = fc.oneof(
  fc.constant<Worded>({
    text: "5/25",
    policy: { band: { kind: "smaller", points: exactly("5%"), share: exactly("25%") } },
  }),
  fc.integer({ min: 1, max: 2_000 }).map((hundredths): Worded => {
    const { text, share } = percent(hundredths);
    return { text, policy: { band: { kind: "points", points: share } } };
  }),
  fc.integer({ min: 1, max: 9_900 }).map((hundredths): Worded => {
    const { text, share } = percent(hundredths);
    return { text: `${text} relative`, policy: { band: { kind: "relative", share } } };
  }),
);

/** Every band, also that of the whole portfolio. */
export const bands: fc.Arbitrary<Worded> = fc.oneof(
  { weight: 3, arbitrary: rowBands },
  {
    weight: 2,
    arbitrary: fc.integer({ min: 1, max: 4_000 }).map((hundredths): Worded => {
      const { text, share } = percent(hundredths);
      return { text: `drift ${text}`, policy: { band: { kind: "drift", limit: share } } };
    }),
  },
);

export const destinations: fc.Arbitrary<Worded> = fc.oneof(
  fc.constant<Worded>({ text: "to target", policy: { destination: "target" } }),
  fc.constant<Worded>({ text: "to halfway", policy: { destination: "halfway" } }),
  fc.constant<Worded>({ text: "to edge", policy: { destination: "edge" } }),
  fc.integer({ min: 1, max: 1_000 }).map((hundredths): Worded => {
    const { text, share } = percent(hundredths);
    return { text: `to ${text.replace("%", "pp")}`, policy: { destination: { within: share } } };
  }),
);

/** Clauses one after the other, as one policy. */
export const together = (...clauses: readonly (Worded | null)[]): Worded => {
  const said = clauses.filter((clause) => clause !== null);
  return {
    text: said.map(({ text }) => text).join("; "),
    policy: Object.assign({}, ...said.map(({ policy }) => policy)) as Policy,
  };
};

export const bandsWithDestination: fc.Arbitrary<Worded> = fc
  .tuple(bands, destinations)
  .map(([band, destination]) => together(band, destination));

/** $1 billion. */
const MOST_IN_A_CLAUSE = 100_000_000_000n;

/** An amount of money in whole dollars or cents, or a share of the total, in words and exactly. */
const amounts = (
  most: bigint,
  share: number,
): fc.Arbitrary<{ readonly text: string; readonly amount: { cents: bigint } | { share: Rational } }> =>
  fc.oneof(
    fc
      .bigInt({ min: 1n, max: most < MOST_IN_A_CLAUSE ? most : MOST_IN_A_CLAUSE })
      .map((cents) => ({ text: `$${decimal(cents, 2)}`, amount: { cents } })),
    fc.integer({ min: 1, max: share }).map((hundredths) => {
      const { text, share: exact } = percent(hundredths);
      return { text, amount: { share: exact } };
    }),
  );

/** A minimum trade that an account of this size notices: up to a quarter of it. */
export const minimums = (allocation: Account): fc.Arbitrary<Worded> =>
  amounts(total(allocation.values) / 4n + 2n, 2_000).map(({ text, amount }) => ({
    text: `min ${text}`,
    policy: { minimum: amount },
  }));

/** A cash buffer, often smaller than the cash. */
export const buffers = (cash: bigint): fc.Arbitrary<Worded> =>
  amounts((cash < 0n ? 0n : cash) + 100n, 5_000).map(({ text, amount }) => ({
    text: `keep ${text}`,
    policy: { keep: amount },
  }));

export const wholeDollars: Worded = { text: "whole dollars", policy: { unit: "whole dollars" } };
/** Multiples of some dollars, from a cent to more than most accounts have. */
export const multiples: fc.Arbitrary<Worded> = fc
  .oneof(
    fc.constantFrom(1n, 5n, 25n, 50n, 500n, 1_000n, 2_500n, 10_000n, 100_000n),
    fc.bigInt({ min: 1n, max: 1_000_000n }),
  )
  .map((multiplesOf) => ({ text: `multiples of $${decimal(multiplesOf, 2)}`, policy: { unit: { multiplesOf } } }));
export const wholePercent: Worded = { text: "whole percent", policy: { unit: "whole percent" } };
export const noSells: Worded = { text: "no sells", policy: { noSells: true } };
export const unassignedHold: Worded = { text: "unassigned hold", policy: { unassigned: "hold" } };

/** An account with an order to lay its rows out anew. */
export const withOrder = <Asked extends { allocation: Account }>(
  some: fc.Arbitrary<Asked>,
): fc.Arbitrary<Asked & { order: readonly number[] }> =>
  some.chain((asked) => {
    const rows = asked.allocation.values.map((_, row) => row);
    return fc
      .shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length })
      .filter((order) => meaningful(inOrder(asked.allocation, order)))
      .map((order) => ({ ...asked, order }));
  });

export const inOrder = ({ values, typed, targets }: Account, order: readonly number[]): Account => ({
  values: order.map((row) => values[row] as bigint),
  typed: order.map((row) => typed[row] as TypedCell),
  targets: order.map((row) => targets[row] as Rational),
});
