import { monthlyReturns } from "../../src/compute/history";
import {
  builtInSeries,
  Draws,
  PathGround,
  pathOf,
  simulate,
  standardGrid,
  statisticsOf,
  type Policy,
  type ReturnSeries,
  type SimulationRequest,
} from "../../src/engine";
import { policyOf, targetsOf } from "../engine/evidence/asking";
import { report, timesOf } from "./timing";

/** Measures the simulator of evidence: one path, the grid of policies, and many drawn paths. */
export function benchEvidence(): void {
  benchPath();
  benchGrid();
  benchSimulation();
}

/** 97 years of months of four assets. */
const FOUR = builtInSeries(monthlyReturns, ["stocks", "bonds", "bills", "inflation"], { from: 36 });
const QUARTERS = targetsOf(40, 30, 20, 10);

function path(ground: PathGround, policy: Policy): number {
  const found = pathOf(ground, { policy, start: 10_000, contribution: 0 });
  return found.ok ? statisticsOf(found.value, ground, 0).finalValue : Number.NaN;
}

function benchPath(): void {
  const ground = new PathGround(FOUR, QUARTERS);
  const hybrid = policyOf("annual and 5/25");
  const growth = growthRows(FOUR);
  report({
    what: "a path of 1,164 months and 4 assets, annual and 5/25, with its statistics",
    ours: timesOf(() => path(ground, hybrid), 300),
    peer: "a bare loop that only multiplies what is held",
    theirs: timesOf(() => multiplyAll(growth, 4, 1), 300),
  });
}

function benchGrid(): void {
  const series = builtInSeries(monthlyReturns, ["stocks", "bonds"]);
  const targets = targetsOf(60, 40);
  const grid = standardGrid(12);
  const growth = growthRows(series);
  report({
    what: "the whole grid of COMPARE on 1,200 months",
    ours: timesOf(() => {
      const ground = new PathGround(series, targets);
      return grid.map((policy) => path(ground, policy));
    }, 60),
    peer: "as many bare loops that only multiply what is held",
    theirs: timesOf(() => multiplyAll(growth, 2, grid.length), 60),
  });
}

function benchSimulation(): void {
  const drawnFrom = builtInSeries(monthlyReturns, ["stocks", "bonds", "bills", "inflation", "stocks"]);
  const growth = growthRows(drawnFrom);
  for (const contribution of [0, 500]) {
    const request: SimulationRequest = {
      series: drawnFrom,
      targets: targetsOf(30, 30, 20, 10, 10),
      policy: policyOf("annual and 5/25"),
      rows: 360,
      paths: 10_000,
      seed: 1,
      start: 10_000,
      contribution,
    };
    report({
      what: `10,000 drawn paths of 360 months and 5 assets, with and without the rule, $${contribution} paid in a month`,
      ours: timesOf(() => {
        const run = simulate(request);
        while (run.next().done !== true);
      }, 9),
      peer: "a bare loop that only draws and multiplies both portfolios",
      theirs: timesOf(() => drawAndMultiply(growth, 5, request), 9),
    });
  }
}

function growthRows({ columns }: ReturnSeries): Float64Array {
  const rows = columns[0]?.length ?? 0;
  return Float64Array.from({ length: rows * columns.length }, (_, at) => {
    const column = columns[at % columns.length] as Float64Array;
    return 1 + (column[Math.floor(at / columns.length)] as number);
  });
}

/** Holds equal parts through all rows, so many times, and returns what becomes of them. */
function multiplyAll(growth: Float64Array, assets: number, times: number): number {
  let sum = 0;
  for (let time = 0; time < times; time++) {
    const held = new Float64Array(assets).fill(1 / assets);
    for (let from = 0; from < growth.length; from += assets) {
      for (let asset = 0; asset < assets; asset++) {
        held[asset] = (held[asset] as number) * (growth[from + asset] as number);
      }
    }
    for (const each of held) sum += each;
  }
  return sum;
}

function drawAndMultiply(growth: Float64Array, assets: number, { rows, paths, seed }: SimulationRequest): number {
  const draws = new Draws(seed, growth.length / assets);
  const drawn = new Int32Array(rows);
  const one = new Float64Array(assets);
  const other = new Float64Array(assets);
  let sum = 0;
  for (let path = 0; path < paths; path++) {
    draws.fill(drawn);
    one.fill(1);
    other.fill(1);
    for (let row = 0; row < rows; row++) {
      const from = (drawn[row] as number) * assets;
      for (let asset = 0; asset < assets; asset++) {
        const factor = growth[from + asset] as number;
        one[asset] = (one[asset] as number) * factor;
        other[asset] = (other[asset] as number) * factor;
      }
    }
    for (let asset = 0; asset < assets; asset++) sum += (one[asset] as number) + (other[asset] as number);
  }
  return sum;
}
