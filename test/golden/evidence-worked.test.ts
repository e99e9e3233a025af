import { describe, expect, it } from "@jest/globals";
import { monthlyReturns } from "../../src/compute/history";
import {
  builtInSeries,
  dayOf,
  Draws,
  episodesOf,
  inShort,
  lookChance,
  serialOf,
  simulate,
  standardGrid,
  statisticsOf,
  PathGround,
  pathOf,
  stateOf,
  type Episode,
  type LookChance,
  type Policy,
  type ReturnSeries,
  type Simulation,
} from "../../src/engine";
import { drawnRows } from "../oracle/draws";
import { policyOf, seriesOf, statistics, targetsOf } from "../engine/evidence/asking";

// The worked numbers of the contract that settle evidence: 52, 54, 57, 60 to 65.

const SIXTY_FORTY = targetsOf(60, 40);
const MONTHS = builtInSeries(monthlyReturns, ["stocks", "bonds"]);
const THREE_YEARS = seriesOf([
  [0.2, 0.02],
  [-0.3, 0.05],
  [0.25, 0.01],
]);

const GROUND = new PathGround(MONTHS, SIXTY_FORTY);

function rebalances(policy: Policy): number {
  const path = pathOf(GROUND, { policy, start: 10_000, contribution: 0 });
  if (!path.ok) throw new Error(path.problem.code);
  return statisticsOf(path.value, GROUND, 0).rebalances;
}

describe("worked number 52: policies on the built-in months", () => {
  it("counts what each policy of the grid trades", () => {
    const counts = standardGrid(12).map(rebalances);
    const grid = [counts.slice(0, 4), counts.slice(6, 10), counts.slice(12, 16), counts.slice(18)];
    expect(grid).toEqual([[1199, 412, 65, 23], [399, 259, 53, 22], [99, 88, 33, 15], [0]]);
  });

  it("grows and falls as it says under annual looks with 5 points", () => {
    const found = statistics({ series: MONTHS, targets: SIXTY_FORTY, policy: "annual and 5%" });
    expect(found.growth).toBeCloseTo(0.087184, 6);
    expect(found.maxDrawdown).toBeCloseTo(-0.5948, 4);
  });
});

describe("worked number 54: the generator", () => {
  it("begins with four outputs of splitmix32", () => {
    expect(stateOf(1)).toEqual([1580013426, 350525680, 3524174333, 3011703609]);
  });

  const drawn = (draws: Draws, many: number): number[] => {
    const places = new Int32Array(many);
    draws.fill(places);
    return [...places].map((place) => place >>> 0);
  };

  it("draws rows by rejection, in order", () => {
    const draws = new Draws(1, 98);
    expect([...drawn(draws, 3), ...drawn(draws, 5)]).toEqual([36, 61, 17, 64, 26, 47, 84, 5]);
  });

  it("draws anew where a remainder would make small rows likelier", () => {
    // A quarter of all outputs lies beyond the largest multiple of this.
    const below = 1.5 * 2 ** 30;
    const apart = drawnRows(1, below);
    const wanted = Array.from({ length: 20 }, () => apart.next().value);
    expect(drawn(new Draws(1, below), 20)).toEqual(wanted);
  });

  it("gives the published outputs", () => {
    // Below 2³² − 1 a remainder is the output itself, but for the largest.
    expect(drawn(new Draws(1, 2 ** 32 - 1), 4)).toEqual([393288148, 2174103013, 3814759091, 2092745082]);
    expect(drawn(new Draws(0, 2 ** 32 - 1, [1, 2, 3, 4]), 4)).toEqual([11520, 0, 5927040, 70819200]);
  });

  it("takes a seed mod 2³²", () => {
    expect(stateOf(2 ** 32 + 1)).toEqual(stateOf(1));
    expect(stateOf(-1)).toEqual(stateOf(2 ** 32 - 1));
  });
});

function simulated(given: Partial<Parameters<typeof simulate>[0]> & { readonly rule: string }): Simulation {
  const run = simulate({
    series: THREE_YEARS,
    targets: SIXTY_FORTY,
    policy: policyOf(given.rule),
    rows: 2,
    paths: 2,
    seed: 1,
    start: 10_000,
    contribution: 0,
    ...given,
  });
  for (;;) {
    const step = run.next();
    if (step.done !== true) continue;
    if (!step.value.ok) throw new Error(step.value.problem.code);
    return step.value.value;
  }
}

describe("worked number 57: the first paths of a simulation", () => {
  it("ends where it says, with and without rebalancing", () => {
    const { rule, never } = simulated({ rule: "annual" });
    expect([...rule.ends].map((end) => end.toFixed(2))).toEqual(["7056.00", "13017.12"]);
    expect([...never.ends].map((end) => end.toFixed(2))).toEqual(["7350.00", "13120.80"]);
    expect(inShort(rule, 10_000).chanceOfLoss).toBe(0.5);
  });
});

function chance(series: ReturnSeries, rule: string, today: string, paths: number): LookChance {
  const [year = 0, month = 0, day = 0] = today.split("-").map(Number);
  const found = lookChance({
    series,
    values: SIXTY_FORTY,
    targets: SIXTY_FORTY,
    policy: policyOf(rule),
    today: serialOf({ year, month, day }) ?? 0,
    paths,
    seed: 1,
  });
  if (!found.ok) throw new Error(found.problem.code);
  return found.value;
}

describe("worked numbers 64 and 65: the chance at the next look", () => {
  it("is the share of paths that are outside then", () => {
    expect(chance(THREE_YEARS, "annual; 5%; last 2026-01-05", "2026-01-05", 10_000)).toMatchObject({ chance: 0.3282, rows: 1 });
    expect(chance(THREE_YEARS, "annual; 5%; last 2026-01-05", "2026-01-05", 8).chance).toBe(0.5);
  });

  it("is over all rows of a year without a calendar", () => {
    expect(chance(MONTHS, "5%", "2026-06-30", 10_000)).toEqual({ chance: 0.2694, rows: 12, look: undefined });
    expect(chance(MONTHS, "annual and 5%; last 2026-06-30", "2026-06-30", 10_000)).toMatchObject({ chance: 0.1922, rows: 12 });
  });
});

const month = (serial: number): string => {
  const { year, month: number } = dayOf(serial);
  return `${year}-${String(number).padStart(2, "0")}`;
};

describe("worked numbers 60 to 63: the falls of 60/40 since 1926", () => {
  const found = episodesOf({ series: MONTHS, targets: SIXTY_FORTY, policy: policyOf("annual and 5%"), most: 10 });
  const episodes: readonly Episode[] = found.ok ? found.value : [];
  const days = MONTHS.dates?.kind === "days" ? MONTHS.dates.days : [];
  const at = (row: number | undefined): string => (row === undefined ? "" : month(days[row - 1] as number));

  it("are these ten", () => {
    expect(episodes.map(({ from, bottom, back, fall }) => [at(from), at(bottom), at(back), fall.toFixed(6)])).toEqual([
      ["1929-09", "1932-06", "1936-07", "-0.609700"],
      ["1937-03", "1938-04", "1943-03", "-0.257023"],
      ["1946-05", "1946-10", "1948-06", "-0.118470"],
      ["1962-03", "1962-06", "1963-04", "-0.120314"],
      ["1968-11", "1970-05", "1971-01", "-0.170190"],
      ["1973-01", "1974-09", "1976-01", "-0.250497"],
      ["1987-08", "1987-12", "1989-02", "-0.155593"],
      ["2000-08", "2003-02", "2004-02", "-0.180540"],
      ["2007-10", "2009-03", "2010-10", "-0.270046"],
      ["2021-12", "2022-10", "2024-03", "-0.186373"],
    ]);
  });

  it("took these months down and back", () => {
    expect(episodes.map(({ from, bottom, back = 0 }) => `${bottom - from}/${back - bottom}`).join(" ")).toBe(
      "33/49 13/59 5/20 3/10 18/8 20/16 4/14 30/12 17/19 10/17",
    );
  });

  it("were met by the rule as it says", () => {
    const told = [0, 5, 7, 8, 9].map((each) => episodes[each] as Episode);
    expect(told.map(({ bought }) => bought.toFixed(6))).toEqual(["0.227692", "0.050624", "0.168031", "0.133103", "0.000000"]);
    expect(told.map(({ ruleFall }) => ruleFall.toFixed(6))).toEqual(["-0.569581", "-0.242996", "-0.167195", "-0.244066", "-0.187640"]);
    expect(told.map(({ neverFall }) => neverFall.toFixed(6))).toEqual(["-0.455896", "-0.231507", "-0.124196", "-0.210443", "-0.187640"]);
  });
});
