import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { call, column, down, failure, type CellError } from "../functions/shipped";
import { edges, side, type RowBand } from "../oracle/bands";
import { moneyDrift, pointDrift, heldWeights, relativeDrift, totalDrift } from "../oracle/measures";
import { Rational, sum, total } from "../oracle/rational";
import { rebalance } from "../oracle/rebalance";
import { accounts, atTheEdge, rowBands, vastAccounts, type Account } from "./accounts";
import { inCents, inDollars, targetCells, trades, valueCells } from "./asking";

const drift = (allocation: Account, measure: string | null = null): unknown[] =>
  column("DRIFT", valueCells(allocation), targetCells(allocation), measure);
const statuses = (allocation: Account, policy: string | null): unknown[] =>
  column("STATUS", valueCells(allocation), targetCells(allocation), policy === null ? null : down(policy));
/** Never null, NaN, Infinity or −0. */
const numbers = (cells: readonly unknown[]): number[] =>
  cells.map((cell) => {
    expect(Number.isFinite(cell) && !Object.is(cell, -0)).toBe(true);
    return cell as number;
  });
/** Within a few last digits of the exact number. */
const expectClose = (shown: unknown, exact: Rational): void => {
  const wanted = exact.toNumber();
  expect(Math.abs((shown as number) - wanted)).toBeLessThanOrEqual(1e-15 * Math.max(1, Math.abs(wanted)));
};
const added = (parts: readonly number[]): number => parts.reduce((sofar, part) => sofar + part, 0);

describe("WEIGHTS", () => {
  test("each row's share of the total, and they add up to 1", () => {
    fc.assert(
      fc.property(fc.oneof(accounts(), vastAccounts()), (allocation) => {
        const weights = numbers(column("WEIGHTS", valueCells(allocation)));
        heldWeights(allocation.values).forEach((weight, row) => expectClose(weights[row], weight));
        expect(added(weights)).toBeCloseTo(1, 12);
      }),
    );
  });
});

describe("DRIFT", () => {
  test("in points: weight less target, and they add up to 0", () => {
    fc.assert(
      fc.property(fc.oneof(accounts(), vastAccounts()), (allocation) => {
        const points = numbers(drift(allocation));
        pointDrift(allocation.values, allocation.targets).forEach((part, row) => expectClose(points[row], part));
        expect(added(points)).toBeCloseTo(0, 12);
      }),
    );
  });

  test("relative: weight over target less 1; money without a target is #N/A in its own cell", () => {
    fc.assert(
      fc.property(accounts(), (allocation) => {
        const shown = drift(allocation, "relative");
        relativeDrift(allocation.values, allocation.targets).forEach((part, row) => {
          if (part === null) expect((shown[row] as CellError).code).toBe("#N/A");
          else expectClose(shown[row], part);
        });
      }),
    );
  });

  test("in money: whole cents within a cent of the exact gap, adding up to exactly 0, and what a full rebalance undoes", () => {
    fc.assert(
      fc.property(accounts(), (allocation) => {
        const money = drift(allocation, "money").map(inCents);
        expect(total(money)).toBe(0n);
        const exact = moneyDrift(allocation.values, allocation.targets);
        money.forEach((part, row) => {
          const gap = Rational.of(part).minus(exact[row] as Rational);
          expect(gap.absolute().compare(Rational.of(1n))).toBe(-1);
        });
        expect(money).toEqual(rebalance(allocation.values, allocation.targets).map((trade) => -trade));
        expect(trades("REBALANCE", allocation, 0n)).toEqual(money.map((part) => -part));
      }),
    );
  });
});

describe("DRIFTTOTAL", () => {
  test("half the sum of absolute drifts", () => {
    fc.assert(
      fc.property(fc.oneof(accounts(), vastAccounts()), (allocation) => {
        const [[measured]] = call("DRIFTTOTAL", valueCells(allocation), targetCells(allocation)) as [[number]];
        expectClose(measured, totalDrift(allocation.values, allocation.targets));
        expect(measured).toBeCloseTo(added(numbers(drift(allocation)).map(Math.abs)) / 2, 12);
      }),
    );
  });
});

describe("BANDS and STATUS", () => {
  test("the edges are the contract's, clipped to 0 and 1, the target between them", () => {
    fc.assert(
      fc.property(accounts(), rowBands, (allocation, { text, policy }) => {
        const shown = call("BANDS", targetCells(allocation), down(text));
        allocation.targets.forEach((target, row) => {
          const { lowest, highest } = edges(target, policy.band as RowBand);
          expectClose(shown[row]?.[0], lowest);
          expectClose(shown[row]?.[1], highest);
          expect(lowest.sign() >= 0 && lowest.compare(target) <= 0 && target.compare(highest) <= 0).toBe(true);
        });
      }),
    );
  });

  test("STATUS compares the value with edge × total exactly", () => {
    fc.assert(
      fc.property(accounts(), fc.option(rowBands), (allocation, band) => {
        const whole = total(allocation.values);
        expect(statuses(allocation, band && band.text)).toEqual(
          allocation.targets.map((target, row) => {
            const value = allocation.values[row] as bigint;
            if (value === 0n && target.sign() === 0) return "";
            return side(value, whole, edges(target, band?.policy.band as RowBand | undefined));
          }),
        );
      }),
    );
  });

  test("STATUS agrees with WEIGHTS and BANDS wherever floats can tell", () => {
    fc.assert(
      fc.property(accounts(), rowBands, (allocation, { text }) => {
        const weights = numbers(column("WEIGHTS", valueCells(allocation)));
        const bands = call("BANDS", targetCells(allocation), down(text)) as [number, number][];
        statuses(allocation, text).forEach((status, row) => {
          const [weight, [lowest, highest]] = [weights[row] as number, bands[row] as [number, number]];
          const near = Math.min(Math.abs(weight - lowest), Math.abs(weight - highest)) < 1e-12;
          if (status === "" || near) return;
          expect(status).toBe(weight < lowest ? "Under" : weight > highest ? "Over" : "In band");
        });
      }),
    );
  });

  test("exactly at the edge is in, and a cent further is out", () => {
    fc.assert(
      fc.property(atTheEdge, ({ allocation, band, over, under }) => {
        expect(new Set(statuses(allocation, band.text))).toEqual(
          new Set(
            allocation.values.some((value, row) => value === 0n && allocation.typed[row] === 0)
              ? ["", "In band"]
              : ["In band"],
          ),
        );
        const values = allocation.values.map((value, row) =>
          row === over ? value + 1n : row === under ? value - 1n : value,
        );
        expect(statuses({ ...allocation, values }, band.text)[over]).toBe("Over");
      }),
    );
  });
});

describe("CASHNEEDED", () => {
  const needed = (allocation: Account): bigint =>
    inCents(call("CASHNEEDED", valueCells(allocation), targetCells(allocation))[0]?.[0]);
  const stray = ({ values, targets }: Account): boolean =>
    values.some((value, row) => value !== 0n && targets[row]?.sign() === 0);
  const withoutStrays = (allocation: Account): Account => ({
    ...allocation,
    values: allocation.values.map((value, row) => (allocation.targets[row]?.sign() === 0 ? 0n : value)),
  });
  const askable = accounts(30)
    .map(withoutStrays)
    .filter(({ values }) => total(values) > 0n)
    // The answer may be more money than there is anywhere.
    .filter(({ values, targets }) =>
      values.every(
        (value, row) =>
          value === 0n || Rational.of(value).compare((targets[row] as Rational).times(Rational.of(10n ** 15n))) < 0,
      ),
    );

  test("that much reaches the targets without selling, within a cent, and a cent less does not", () => {
    fc.assert(
      fc.property(askable, (allocation) => {
        const amount = needed(allocation);
        const bought = trades("CONTRIBUTE", allocation, amount);
        const reached = total(allocation.values) + amount;
        bought.forEach((buy, row) => {
          const wanted = (allocation.targets[row] as Rational).times(Rational.of(reached));
          const gap = Rational.of((allocation.values[row] as bigint) + buy).minus(wanted);
          expect(gap.absolute().compare(Rational.of(1n))).toBe(-1);
        });
        if (amount === 0n) return;
        const less = Rational.of(reached - 1n);
        const over = allocation.values.some(
          (value, row) => Rational.of(value).compare((allocation.targets[row] as Rational).times(less)) > 0,
        );
        expect(over).toBe(true);
      }),
    );
  });

  test("#N/A with a holding whose target is 0", () => {
    fc.assert(
      fc.property(accounts(30).filter(stray), (allocation) => {
        expect(failure("CASHNEEDED", valueCells(allocation), targetCells(allocation)).code).toBe("#N/A");
      }),
      { numRuns: 30 },
    );
  });
});

test("the oracle's own weights add up to exactly 1", () => {
  fc.assert(
    fc.property(accounts(), ({ targets, values }) => {
      expect(sum(targets).compare(Rational.of(1n))).toBe(0);
      expect(inCents(inDollars(values[0] as bigint))).toBe(values[0]);
    }),
  );
});
