import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { cents, lookThrough, type Holding, type FundClasses } from "../../../src/engine";

const CLASSES = ["US", "Intl", "Bond"];

function fundClasses(parts: Readonly<Record<string, number>>, whole?: number): FundClasses {
  const entries = Object.entries(parts);
  return { parts: new Map(entries), whole: whole ?? entries.reduce((sum, [, part]) => sum + part, 0) };
}

function holding(fund: string, value: number, of: FundClasses): Holding {
  return { fund, value: cents(value), fundClasses: of };
}

const THIRDS = fundClasses({ US: 1, Intl: 1, Bond: 1 });

describe("lookThrough", () => {
  it("takes mixed funds apart and adds up by class", () => {
    const holdings = [
      holding("Target date", 80_000_00, fundClasses({ US: 54, Intl: 36, Bond: 10 })),
      holding("Bond", 20_000_00, fundClasses({ Bond: 1 })),
      holding("US", 50_000_00, fundClasses({ US: 1 })),
    ];
    expect(lookThrough(holdings, CLASSES)).toEqual({
      amounts: [93_200_00, 28_800_00, 28_000_00],
      leftOut: [],
      owed: 0,
    });
  });

  it("gives missing cents to the largest cut parts, ties by the order of the classes", () => {
    expect(lookThrough([holding("A", 100, THIRDS)], CLASSES).amounts).toEqual([34, 33, 33]);
    expect(lookThrough([holding("A", 100, THIRDS)], ["Bond", "US", "Intl"]).amounts).toEqual([34, 33, 33]);
    expect(lookThrough([holding("A", 1, fundClasses({ US: 1, Bond: 2 }))], CLASSES).amounts).toEqual([0, 0, 1]);
  });

  it("rounds a fund once, in however many rows it stands", () => {
    const rows = [holding("A", 100, THIRDS), holding("A", 100, THIRDS), holding("A", 100, THIRDS)];
    expect(lookThrough(rows, CLASSES).amounts).toEqual([100, 100, 100]);
    // Other funds are rounded by themselves.
    expect(lookThrough([holding("A", 100, THIRDS), holding("B", 100, THIRDS)], CLASSES).amounts).toEqual([68, 66, 66]);
  });

  it("leaves out money in no class, or gives it to Unclassified", () => {
    const gold = holding("Gold", 500, fundClasses({}, 1));
    const mixed = holding("Mixed", 1000, fundClasses({ US: 6, Bond: 1 }, 10));
    expect(lookThrough([gold, mixed], CLASSES)).toEqual({
      amounts: [600, 0, 100],
      leftOut: [
        { holding: gold, amount: 500 },
        { holding: mixed, amount: 300 },
      ],
      owed: 0,
    });
    const listed = [...CLASSES, "Unclassified"];
    expect(lookThrough([gold, mixed], listed, "Unclassified")).toEqual({
      amounts: [600, 0, 100, 800],
      leftOut: [],
      owed: 0,
    });
  });

  it("takes owed cash from its class, down to 0", () => {
    const cash = fundClasses({ Cash: 1 });
    const classes = ["US", "Cash"];
    const owed = holding("Cash", -200, cash);
    expect(lookThrough([owed, holding("Cash", 500, cash)], classes)).toMatchObject({ amounts: [0, 300], owed: 0 });
    expect(lookThrough([owed, holding("Cash", 150, cash)], classes)).toMatchObject({ amounts: [0, 0], owed: 50 });
    expect(lookThrough([holding("Cash", -200, fundClasses({}, 1))], classes)).toEqual({
      amounts: [0, 0],
      leftOut: [],
      owed: 200,
    });
    expect(lookThrough([holding("Cash", -101, fundClasses({ US: 1, Cash: 1 }))], classes)).toMatchObject({ owed: 101 });
  });

  const anyHolding = fc
    .record({
      fund: fc.constantFrom("A", "B", "C"),
      value: fc.integer({ min: 1, max: 1e12 }),
      parts: fc.array(fc.integer({ min: 0, max: 1e14 }), { minLength: 3, maxLength: 3 }),
      unknown: fc.integer({ min: 0, max: 1e14 }),
    })
    .map(({ fund, value, parts, unknown }) => {
      const named = CLASSES.map((each, index) => [each, parts[index] as number] as const).filter(
        ([, part]) => part > 0,
      );
      const whole = parts.reduce((sum, part) => sum + part, unknown);
      return holding(fund, value, { parts: new Map(named), whole: whole === 0 ? 1 : whole });
    });
  const manyHoldings = fc.array(anyHolding, { maxLength: 40 });

  it("loses and makes no cent", () => {
    fc.assert(
      fc.property(manyHoldings, (holdings) => {
        const { amounts, leftOut } = lookThrough(holdings, CLASSES);
        const placed = amounts.reduce<number>((sum, amount) => sum + amount, 0);
        const out = leftOut.reduce<number>((sum, { amount }) => sum + amount, 0);
        expect(placed + out).toBe(holdings.reduce<number>((sum, { value }) => sum + value, 0));
      }),
    );
  });

  it("is within a cent a fund of the exact figure, in exact fractions", () => {
    fc.assert(
      fc.property(manyHoldings, (holdings) => {
        const { amounts } = lookThrough(holdings, CLASSES);
        CLASSES.forEach((each, index) => {
          // The second route: sums of exact fractions, funds one after the other.
          const exact = holdings.reduce((sum, { value, fundClasses: { parts, whole } }) => {
            const scaled = (BigInt(value) * BigInt(parts.get(each) ?? 0) * 10n ** 9n) / BigInt(whole);
            return sum + scaled;
          }, 0n);
          const gap = BigInt(amounts[index] as number) * 10n ** 9n - exact;
          const room = BigInt(holdings.length + 1) * 10n ** 9n;
          expect(gap <= room && gap >= -room).toBe(true);
        });
      }),
    );
  });

  it("doesn't mind the order of the rows", () => {
    fc.assert(
      fc.property(manyHoldings, (holdings) => {
        expect(lookThrough([...holdings].reverse(), CLASSES).amounts).toEqual(lookThrough(holdings, CLASSES).amounts);
      }),
    );
  });
});
