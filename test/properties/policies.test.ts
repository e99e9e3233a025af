import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { call, CellError, column, down } from "../functions/shipped";
import { edges, side, type RowBand } from "../oracle/bands";
import { moneyDrift, totalDrift } from "../oracle/measures";
import type { Amount } from "../oracle/policy";
import { larger, Rational, total, ZERO } from "../oracle/rational";
import { assigned, cashNeeded, contribute, invested, rebalance, unitOf, withdraw } from "../oracle/rebalance";
import { Refusal } from "../oracle/settle";
import {
  accounts,
  bands,
  bandsWithDestination,
  buffers,
  contributions,
  inOrder,
  meaningful,
  minimums,
  multiples,
  noSells,
  plainAccounts,
  rowBands,
  together,
  unassignedHold,
  vastAccounts,
  wholeDollars,
  wholePercent,
  withCash,
  withContribution,
  withOrder,
  withWithdrawal,
  type Account,
  type Worded,
} from "./accounts";
import { after, apart, inCents, targetCells, trades, valueCells } from "./asking";

/** Destinations short of the target. */
const NEARER: readonly Worded[] = [
  { text: "to edge", policy: { destination: "edge" } },
  { text: "to halfway", policy: { destination: "halfway" } },
];

const anyAccount = fc.oneof(
  { weight: 4, arbitrary: accounts(60) },
  { weight: 2, arbitrary: plainAccounts() },
  { weight: 1, arbitrary: vastAccounts() },
);

/** What is traded, or "refused" for an answer that is an error. */
function outcome<Answer>(ask: () => Answer): Answer | "refused" {
  try {
    return ask();
  } catch (problem) {
    if (problem instanceof CellError || problem instanceof Refusal) return "refused";
    throw problem;
  }
}

const shares = (allocation: Account, whole: bigint): Rational[] =>
  allocation.targets.map((target) => target.times(Rational.of(whole)));
const statuses = (allocation: Account, policy: string): unknown[] =>
  column("STATUS", valueCells(allocation), targetCells(allocation), down(policy));
const isInBand = (allocation: Account, { text, policy: { band } }: Worded): boolean =>
  band?.kind === "drift"
    ? totalDrift(allocation.values, allocation.targets).compare(band.limit) <= 0
    : statuses(allocation, text).every((status) => status === "In band" || status === "");
/** At least $100 a row, or a hundred units: with a few cents left, a band may hold no whole cent to stop at. */
const roomy = ({ values }: Account, cash: bigint, unit = 1n): boolean =>
  total(values) + cash >= 100n * (unit < 100n ? 100n : unit) * BigInt(values.length);
const turnover = (traded: readonly bigint[]): bigint => total(traded.map((trade) => apart(trade, 0n)));
const none = (allocation: Account): bigint[] => allocation.values.map(() => 0n);

const dollarUnits = fc.oneof(fc.constantFrom(null, wholeDollars), multiples);

describe("REBALANCE gives the oracle's trades", () => {
  const agrees = (
    clauses: (allocation: Account, cash: bigint) => fc.Arbitrary<Worded>,
    numRuns = 150,
    some = anyAccount,
  ): void => {
    const asked = withCash(some).chain(({ allocation, cash }) =>
      clauses(allocation, cash).map((policy) => ({ allocation, cash, policy })),
    );
    fc.assert(
      fc.property(asked, ({ allocation, cash, policy: { text, policy } }) => {
        expect(outcome(() => trades("REBALANCE", allocation, cash, text))).toEqual(
          outcome(() => rebalance(allocation.values, allocation.targets, cash, policy)),
        );
      }),
      { numRuns },
    );
  };

  test("with every band and destination", () => agrees(() => bandsWithDestination, 300));
  test("under `no sells`", () => agrees(() => fc.option(bandsWithDestination).map((rule) => together(rule, noSells))));
  test("with a minimum trade", () => agrees((allocation) => minimums(allocation), 300));
  test("with a band and a minimum trade", () =>
    agrees(
      (allocation) => fc.tuple(bandsWithDestination, minimums(allocation)).map((clauses) => together(...clauses)),
      300,
    ));
  test("with a cash buffer", () =>
    agrees((_, cash) =>
      fc.tuple(fc.option(bandsWithDestination), buffers(cash)).map((clauses) => together(...clauses)),
    ));
  test("in whole dollars", () =>
    agrees(() => fc.option(bandsWithDestination).map((rule) => together(rule, wholeDollars))));
  test("in multiples of dollars", () =>
    agrees(() => fc.tuple(fc.option(bandsWithDestination), multiples).map((clauses) => together(...clauses)), 300));
  test("in whole percents", () =>
    // The oracle tries every way in which rows can stand at their bounds.
    agrees(
      () => fc.option(bandsWithDestination).map((rule) => together(rule, wholePercent)),
      150,
      fc.oneof(accounts(6), plainAccounts()),
    ));
  test("with money without a target held", () =>
    agrees(() => fc.option(bandsWithDestination).map((rule) => together(rule, unassignedHold))));
  test("with every clause at once", () =>
    agrees((allocation, cash) =>
      fc
        .tuple(
          fc.option(bandsWithDestination),
          fc.option(minimums(allocation)),
          fc.option(buffers(cash)),
          dollarUnits,
          fc.constantFrom(null, unassignedHold),
          fc.constantFrom(null, null, noSells),
        )
        .map((clauses) => together(...clauses)),
    ));
});

describe.each([
  { id: "CONTRIBUTE", asked: withContribution(anyAccount), oracle: contribute, sign: 1n },
  { id: "WITHDRAW", asked: withWithdrawal(anyAccount), oracle: withdraw, sign: -1n },
] as const)("$id gives the oracle's trades", ({ id, asked, oracle, sign }) => {
  const agrees = (clauses: (allocation: Account, cash: bigint) => fc.Arbitrary<Worded>): void => {
    const worded = asked.chain(({ allocation, amount }) =>
      clauses(allocation, amount * sign).map((policy) => ({ allocation, amount, policy })),
    );
    fc.assert(
      fc.property(worded, ({ allocation, amount, policy: { text, policy } }) => {
        expect(outcome(() => trades(id, allocation, amount, text))).toEqual(
          outcome(() => oracle(allocation.values, allocation.targets, amount, policy)),
        );
      }),
    );
  };

  test("with a minimum trade", () => agrees((allocation) => minimums(allocation)));
  test("with a cash buffer, in whole dollars, with money without a target held", () =>
    agrees((allocation, cash) =>
      fc
        .tuple(
          fc.option(minimums(allocation)),
          fc.option(buffers(cash)),
          dollarUnits,
          fc.constantFrom(null, unassignedHold),
        )
        .map((clauses) => together(...clauses)),
    ));
});

test("CASHNEEDED gives the oracle's amount with a cash buffer, in whole dollars, with money without a target held", () => {
  const asked = accounts(30).chain((allocation) =>
    fc
      .tuple(fc.option(buffers(total(allocation.values))), dollarUnits, fc.constant(unassignedHold))
      .map((clauses) => ({ allocation, policy: together(...clauses) })),
  );
  fc.assert(
    fc.property(asked, ({ allocation, policy: { text, policy } }) => {
      const needed = cashNeeded(allocation.values, allocation.targets, policy) as bigint;
      // Above $90 trillion there is no such contribution.
      fc.pre(needed < 10n ** 15n);
      expect(inCents(call("CASHNEEDED", valueCells(allocation), targetCells(allocation), down(text))[0]?.[0])).toBe(
        needed,
      );
    }),
  );
});

/** A question with any clauses that can stand together. */
const everyClause = withCash(anyAccount).chain(({ allocation, cash }) =>
  fc
    .record({
      rule: fc.option(bandsWithDestination),
      least: fc.option(minimums(allocation)),
      kept: fc.option(buffers(cash)),
      unit: fc.oneof(dollarUnits, fc.constant(wholePercent)),
      held: fc.constantFrom(null, unassignedHold),
      sells: fc.constantFrom(null, null, noSells),
    })
    .filter(({ unit, least }) => unit !== wholePercent || least === null)
    .map(({ rule, least, kept, unit, held, sells }) => ({
      allocation,
      cash,
      policy: together(rule, least, kept, unit, held, sells),
    })),
);

const withRule = (some: fc.Arbitrary<Worded>): fc.Arbitrary<{ allocation: Account; cash: bigint; rule: Worded }> =>
  withCash(anyAccount).chain(({ allocation, cash }) => some.map((rule) => ({ allocation, cash, rule })));

describe("laws under every clause", () => {
  test("1 and 4: the trades add up to the cash less what `keep` and the trade unit hold back, in whole units", () => {
    fc.assert(
      fc.property(everyClause, ({ allocation, cash, policy: { text, policy } }) => {
        const traded = outcome(() => trades("REBALANCE", allocation, cash, text));
        if (traded === "refused") return;
        const counted = total(
          assigned(allocation.values, allocation.targets, policy).map((row) => allocation.values[row] as bigint),
        );
        const invest = invested(counted, cash, policy);
        expect(total(traded)).toBe(invest);
        expect(traded.every((trade) => trade % unitOf(policy) === 0n)).toBe(true);
        // Never more than there is: what is paid in is not overspent, what is taken out is raised in full.
        expect(total(traded)).toBeLessThanOrEqual(cash);
      }),
      { numRuns: 200 },
    );
  });

  test("2 and 5: no holding ends below zero, and nothing is sold under `no sells`", () => {
    fc.assert(
      fc.property(everyClause, ({ allocation, cash, policy: { text, policy } }) => {
        const traded = outcome(() => trades("REBALANCE", allocation, cash, text));
        if (traded === "refused") return;
        expect(after(allocation, traded).values.every((value) => value >= 0n)).toBe(true);
        if (policy.noSells) expect(traded.every((trade) => trade >= 0n)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test("6: nothing is traded inside the band", () => {
    let inside = 0;
    fc.assert(
      fc.property(everyClause, ({ allocation, policy: { text, policy } }) => {
        if (!policy.band || policy.unassigned === "hold" || !isInBand(allocation, { text, policy })) return;
        inside++;
        expect(trades("REBALANCE", allocation, 0n, text)).toEqual(none(allocation));
      }),
      { numRuns: 300 },
    );
    expect(inside).toBeGreaterThan(10);
  });

  test("7: doing it twice trades nothing the second time, but for a minimum", () => {
    // Dropping the smallest trade, then the next, may spare other rows the second time: that is the contract's rule.
    fc.assert(
      fc.property(everyClause, ({ allocation, cash, policy: { text, policy } }) => {
        const { band, minimum, unit } = policy;
        fc.pre(roomy(allocation, cash, unitOf(policy)) && minimum === undefined);
        // Total drift has no edge for each row: whole units can leave a limit that is narrower than they are.
        fc.pre(band?.kind !== "drift" || unit === undefined);
        const traded = outcome(() => trades("REBALANCE", allocation, cash, text));
        if (traded === "refused") return;
        const held = after(allocation, traded);
        fc.pre(meaningful(held));
        const again = outcome(() => trades("REBALANCE", held, 0n, text));
        if (again !== "refused") expect(again).toEqual(none(allocation));
      }),
      { numRuns: 300 },
    );
  });

  test("8: row order doesn't matter, but for the cent of a tie", () => {
    fc.assert(
      fc.property(withOrder(withRule(bandsWithDestination)), ({ allocation, cash, rule, order }) => {
        const straight = trades("REBALANCE", allocation, cash, rule.text);
        const turned = trades("REBALANCE", inOrder(allocation, order), cash, rule.text);
        order.forEach((row, at) =>
          expect(apart(turned[at] as bigint, straight[row] as bigint)).toBeLessThanOrEqual(1n),
        );
      }),
    );
  });

  test("11: a row without value and target changes nothing", () => {
    fc.assert(
      fc.property(everyClause, fc.nat(), ({ allocation, cash, policy: { text } }, where) => {
        const at = where % (allocation.values.length + 1);
        const straight = outcome(() => trades("REBALANCE", allocation, cash, text));
        const longer = outcome(() =>
          trades(
            "REBALANCE",
            {
              values: [...allocation.values.slice(0, at), 0n, ...allocation.values.slice(at)],
              typed: [...allocation.typed.slice(0, at), null, ...allocation.typed.slice(at)],
            },
            cash,
            text,
          ),
        );
        expect(longer).toEqual(
          straight === "refused" ? straight : [...straight.slice(0, at), 0n, ...straight.slice(at)],
        );
      }),
    );
  });

  test("12: once triggered, `whole percent` leaves whole percents of the total that add up to 100", () => {
    fc.assert(
      fc.property(withCash(anyAccount), fc.option(bandsWithDestination), ({ allocation, cash }, rule) => {
        // Two cents are a percent of less: there would be no telling which percent a balance was meant to be.
        fc.pre(roomy(allocation, cash));
        const { text } = together(rule, wholePercent);
        const traded = trades("REBALANCE", allocation, cash, text);
        const held = after(allocation, traded).values;
        const whole = total(held);
        // A band of 100 points is never left: that is where placing the cash leads.
        const placed = after(allocation, trades("REBALANCE", allocation, cash, "100%"));
        if (rule !== null && isInBand(placed, rule)) return;
        const percents = held.map((value) => Rational.of(value * 100n, whole).round());
        if (rule === null) expect(total(percents)).toBe(100n);
        percents.forEach((percent, row) => {
          const gap = Rational.of(percent * whole, 100n).minus(Rational.of(held[row] as bigint));
          expect(gap.absolute().compare(Rational.of(1n))).toBe(-1);
        });
      }),
    );
  });

  test("14: never buys what is over, never sells what is under, also with a minimum and no cash", () => {
    const asked = anyAccount.chain((allocation) =>
      fc
        .tuple(fc.option(bandsWithDestination), fc.option(minimums(allocation)))
        .map((clauses) => ({ allocation, text: together(...clauses).text })),
    );
    fc.assert(
      fc.property(asked, ({ allocation, text }) => {
        const targets = shares(allocation, total(allocation.values));
        trades("REBALANCE", allocation, 0n, text).forEach((trade, row) => {
          const gap = Rational.of(allocation.values[row] as bigint).compare(targets[row] as Rational);
          if (trade > 0n) expect(gap).toBe(-1);
          if (trade < 0n) expect(gap).toBe(1);
        });
      }),
      { numRuns: 200 },
    );
  });

  test("15: the turnover is the least that brings the rows out of band to their destination", () => {
    const partWay = fc.tuple(rowBands, fc.constantFrom<Worded>(...NEARER)).map((clauses) => together(...clauses));
    fc.assert(
      fc.property(anyAccount, partWay, (allocation, { text, policy }) => {
        const whole = Rational.of(total(allocation.values));
        let [sold, bought] = [0n, 0n];
        allocation.targets.forEach((target, row) => {
          const value = allocation.values[row] as bigint;
          const { lowest, highest } = edges(target, policy.band as RowBand);
          const where = side(value, total(allocation.values), { lowest, highest });
          if (where === "In band") return;
          const half = policy.destination === "halfway" ? 2n : 1n;
          const end = target.plus((where === "Over" ? highest : lowest).minus(target).over(Rational.of(half)));
          const way = (share: Rational): Rational => share.times(whole).minus(Rational.of(value)).absolute();
          // Whole cents, inward, but never past the target.
          const [enough, most] = [way(end).ceiling(), way(target).floor()];
          const move = enough < most ? enough : most;
          if (where === "Over") sold += move;
          else bought += move;
        });
        expect(turnover(trades("REBALANCE", allocation, 0n, text))).toBe(2n * (sold > bought ? sold : bought));
      }),
    );
  });

  test("a nearer destination trades no more", () => {
    fc.assert(
      fc.property(anyAccount, bands, (allocation, { text }) => {
        fc.pre(roomy(allocation, 0n));
        const [edge, halfway, target] = ["edge", "halfway", "target"].map((place) =>
          turnover(trades("REBALANCE", allocation, 0n, `${text}; to ${place}`)),
        ) as [bigint, bigint, bigint];
        const rounding = 2n * BigInt(allocation.values.length);
        expect(edge).toBeLessThanOrEqual(halfway + rounding);
        expect(halfway).toBeLessThanOrEqual(target + rounding);
      }),
    );
  });

  test("16: more cash never lowers a buy under `no sells` by more than 2 cents", () => {
    fc.assert(
      fc.property(
        anyAccount,
        contributions,
        contributions,
        fc.option(bandsWithDestination),
        (allocation, one, other, rule) => {
          const [less, more] = one < other ? [one, other] : [other, one];
          const { text } = together(rule, noSells);
          const buys = trades("REBALANCE", allocation, more, text);
          trades("REBALANCE", allocation, less, text).forEach((buy, row) =>
            expect((buys[row] as bigint) - buy).toBeGreaterThanOrEqual(-2n),
          );
          expect(buys).toEqual(trades("CONTRIBUTE", allocation, more));
        },
      ),
    );
  });

  test("18: without cash and minimum the largest drift never grows by more than rounding", () => {
    const largest = (allocation: Account): Rational =>
      moneyDrift(allocation.values, allocation.targets)
        .map((drift) => drift.absolute())
        .reduce(larger, ZERO);
    fc.assert(
      fc.property(anyAccount, bandsWithDestination, (allocation, { text }) => {
        const held = after(allocation, trades("REBALANCE", allocation, 0n, text));
        expect(largest(held).minus(largest(allocation)).compare(Rational.of(1n))).toBe(-1);
      }),
    );
  });
});

describe("destinations", () => {
  test("every row is in its band afterwards, wherever a band holds a whole cent", () => {
    fc.assert(
      fc.property(
        withRule(rowBands),
        fc.constantFrom("edge", "halfway", "0.01pp"),
        ({ allocation, cash, rule }, place) => {
          const whole = Rational.of(total(allocation.values) + cash);
          // A cent on either side of the target, where filling up may end.
          const enough = (target: Rational, edge: Rational): boolean =>
            edge.minus(target).times(whole).absolute().compare(Rational.of(1n)) >= 0;
          fc.pre(roomy(allocation, cash));
          fc.pre(
            allocation.targets.every((target) => {
              const { lowest, highest } = edges(target, rule.policy.band as RowBand);
              return target.sign() === 0 || (enough(target, lowest) && enough(target, highest));
            }),
          );
          const held = after(allocation, trades("REBALANCE", allocation, cash, `${rule.text}; to ${place}`));
          fc.pre(meaningful(held));
          expect(statuses(held, rule.text).filter((status) => status !== "In band" && status !== "")).toEqual([]);
        },
      ),
    );
  });

  test("total drift ends within its limit", () => {
    fc.assert(
      fc.property(
        withCash(anyAccount),
        fc.integer({ min: 100, max: 4_000 }),
        fc.constantFrom("edge", "halfway", "50pp"),
        ({ allocation, cash }, hundredths, place) => {
          const limit = Rational.of(hundredths, 10_000);
          const held = after(
            allocation,
            trades("REBALANCE", allocation, cash, `drift ${hundredths / 100}%; to ${place}`),
          );
          // A limit of less than a cent a row is no limit in cents.
          fc.pre(limit.times(Rational.of(total(held.values))).compare(Rational.of(held.values.length)) > 0);
          expect(totalDrift(held.values, held.targets).compare(limit)).toBeLessThanOrEqual(0);
        },
      ),
    );
  });
});

test("no trade is below the minimum, but for the row that takes the cash when all are", () => {
  const asked = withCash(anyAccount).chain(({ allocation, cash }) =>
    fc
      .tuple(fc.option(bandsWithDestination), minimums(allocation))
      .map((clauses) => ({ allocation, cash, rule: together(...clauses) })),
  );
  fc.assert(
    fc.property(asked, ({ allocation, cash, rule: { text, policy } }) => {
      const traded = trades("REBALANCE", allocation, cash, text);
      const minimum = policy.minimum as Amount;
      const least =
        "cents" in minimum
          ? Rational.of(minimum.cents)
          : minimum.share.times(Rational.of(total(allocation.values) + cash));
      const small = traded.filter((trade) => trade !== 0n && Rational.of(apart(trade, 0n)).compare(least) < 0);
      if (small.length === 0) return;
      expect(cash).not.toBe(0n);
      expect(traded.every((trade) => trade * cash >= 0n)).toBe(true);
      // The next row is asked only when a sale stops at the holding.
      const open = traded.filter((trade, row) => trade !== 0n && trade !== -(allocation.values[row] as bigint));
      expect(open.length).toBeLessThanOrEqual(1);
    }),
    { numRuns: 200 },
  );
});

test("returns in which nothing moved are as if left out, unless the band is measured by them", () => {
  const policies = fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom("drift 3%", "drift 0.1%; to edge", "drift 2%; to halfway; min $10") },
    { weight: 1, arbitrary: fc.constantFrom("", "annual", "5/25; to edge", "20% relative; whole dollars") },
  );
  const heights = fc.integer({ min: 1, max: 5 });
  fc.assert(
    fc.property(accounts(12), policies, heights, fc.constantFrom(0, null, ""), (account, policy, height, nothing) => {
      fc.pre(total(account.values) > 0n);
      const funds = account.values.filter((value, row) => value > 0n || account.targets[row]?.sign() !== 0);
      const returns = Array.from({ length: height }, () => funds.map(() => nothing));
      const [values, targets] = [valueCells(account), targetCells(account)];
      const day = down("2026-01-05");
      const rebalance = (given: unknown, rule: string = policy): unknown =>
        call("REBALANCE", values, targets, null, down(rule), day, null, given);
      expect(rebalance(returns)).toEqual(rebalance(null));
      expect(rebalance([funds.map((_, fund) => `Fund ${fund}`), ...returns])).toEqual(rebalance(null));
      expect(call("ISDUE", values, targets, down(policy), day, null, returns)).toEqual(
        call("ISDUE", values, targets, down(policy), day),
      );
      expect(() => rebalance(returns, "tracking error 1%")).toThrow(/^Returns has 0 periods/);
    }),
  );
});
