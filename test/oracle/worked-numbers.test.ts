import { expect, test } from "@jest/globals";
import { searchedElections } from "./elections";
import type { Policy } from "./policy";
import { Rational } from "./rational";
import { cents, weights } from "./reading";
import { cashNeeded, contribute, rebalance, withdraw } from "./rebalance";

// The contract's worked numbers that concern the oracle, by their line there.

const dollars = (...cells: number[]): bigint[] => cells.map(cents);
const targets = (...cells: number[]): readonly Rational[] => weights(cells) as readonly Rational[];
const percent = (text: string): Rational => Rational.parse(text).over(Rational.of(100n));
const fiveTwentyFive: Policy = { band: { kind: "smaller", points: percent("5"), share: percent("25") } };
const points = (text: string, destination: NonNullable<Policy["destination"]>): Policy => ({
  band: { kind: "points", points: percent(text) },
  destination,
});

const B = [dollars(33600, 8000, 11000, 7400), targets(50, 15, 25, 10)] as const;
const cash = cents;

test("1 all the way to target, and with a band that fires", () => {
  expect(rebalance(...B, cash(1200))).toEqual(dollars(-3000, 1180, 4300, -1280));
  expect(rebalance(...B, cash(1200), fiveTwentyFive)).toEqual(dollars(-3000, 1180, 4300, -1280));
});

test("2 contributions", () => {
  expect(contribute(...B, cash(1200))).toEqual(dollars(0, 0, 1200, 0));
  expect(contribute(...B, cash(4800))).toEqual(dollars(0, 925, 3875, 0));
  expect(cashNeeded(...B)).toBe(cash(14000));
});

test("3 a withdrawal", () => {
  expect(withdraw(...B, cash(10000))).toEqual(dollars(-7600, -200, 0, -2200));
});

test("4 to the edge with cash", () => {
  expect(rebalance(...B, cash(1200), { ...fiveTwentyFive, destination: "edge" })).toEqual(dollars(0, 0, 1240, -40));
});

test("5 and 6 edge and halfway", () => {
  const fifth = [dollars(6800, 2100, 1100), targets(60, 20, 20)] as const;
  expect(rebalance(...fifth, 0n, points("5", "edge"))).toEqual(dollars(-400, 0, 400));
  expect(rebalance(...fifth, 0n, points("5", "halfway"))).toEqual(dollars(-650, 0, 650));
  const sixth = [dollars(7000, 1500, 1500), targets(60, 20, 20)] as const;
  expect(rebalance(...sixth, 0n, points("5", "edge"))).toEqual(dollars(-500, 250, 250));
  expect(rebalance(...sixth, 0n, points("5", "halfway"))).toEqual(dollars(-750, 375, 375));
});

test("7 halfway of a relative band", () => {
  const policy: Policy = { band: { kind: "relative", share: percent("20") }, destination: "halfway" };
  expect(rebalance(dollars(7400, 1600, 1000), targets(60, 20, 20), 0n, policy)).toEqual(dollars(-800, 0, 800));
});

test("8 total drift", () => {
  const quarters = [dollars(3000, 2000, 3000, 2000), targets(25, 25, 25, 25)] as const;
  const drift = (destination: NonNullable<Policy["destination"]>): Policy => ({
    band: { kind: "drift", limit: percent("3") },
    destination,
  });
  expect(rebalance(...quarters, 0n, drift("edge"))).toEqual(dollars(-350, 350, -350, 350));
  expect(rebalance(...quarters, 0n, drift("halfway"))).toEqual(dollars(-425, 425, -425, 425));
});

test("10 a row that is not held yet", () => {
  expect(rebalance(dollars(600, 300, 0), targets(60, 30, 10))).toEqual(dollars(-60, -30, 90));
});

test("11 money without a target", () => {
  const stray = [dollars(6000, 3000, 1000), targets(60, 40, 0)] as const;
  expect(rebalance(...stray)).toEqual(dollars(0, 1000, -1000));
  expect(rebalance(...stray, 0n, { unassigned: "hold" })).toEqual(dollars(-600, 600, 0));
  expect(() => rebalance(...stray, 0n, { unassigned: "stop" })).toThrow();
});

test("13 cash beside a row without a target", () => {
  const stray = [dollars(6000, 3000, 1000), targets(60, 40, 0)] as const;
  expect(withdraw(...stray, cash(600))).toEqual(dollars(0, 0, -600));
  expect(withdraw(...stray, cash(1500))).toEqual(dollars(-500, 0, -1000));
  expect(contribute(...stray, cash(1500))).toEqual(dollars(300, 1200, 0));
});

test("17, 18 and 19 the minimum trade", () => {
  const minimum = (amount: number): Policy => ({ minimum: { cents: cents(amount) } });
  const small = [dollars(5150, 3920, 930), targets(50, 40, 10)] as const;
  expect(rebalance(...small, 0n, minimum(100))).toEqual(dollars(-111.11, 111.11, 0));
  expect(withdraw(...B, cash(10000), minimum(500))).toEqual(dollars(-7766.67, 0, 0, -2233.33));
  expect(rebalance(dollars(500, 500), targets(50, 50), cash(60), minimum(100))).toEqual(dollars(60, 0));
});

test("31 the cent that is left", () => {
  const thirds = [dollars(100, 100, 100), targets(1 / 3, 1 / 3, 1 / 3)] as const;
  expect(rebalance(...thirds, cash(100))).toEqual(dollars(33.34, 33.33, 33.33));
  expect(rebalance(...thirds, cash(-100))).toEqual(dollars(-33.34, -33.33, -33.33));
});

test("32 elections", () => {
  const column = (...cells: number[]): Rational[] => cells.map((cell) => Rational.of(cell));
  expect(searchedElections(column(1, 1, 1))).toEqual([34, 33, 33]);
  expect(searchedElections(column(1, 1, 1), 5)).toEqual([35, 35, 30]);
  expect(searchedElections(column(700, 300, 200))).toEqual([58, 25, 17]);
});

test("34 targets that add up to 101 are refused", () => {
  expect(weights([60, 41, ...Array<number>(18).fill(0)])).toBeNull();
});
