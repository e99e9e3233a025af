import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import loadHighs from "highs";
import { loadSolver } from "../../src/compute";
import type { LinearProgram, LinearSolution } from "../../src/engine";

/** A program of rows written out, each with as many coefficients as there are costs. */
interface Written {
  readonly costs: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly rows: readonly { readonly of: readonly number[]; readonly least: number; readonly most: number }[];
}

const none = Infinity;

function programOf({ costs, lower, upper, rows }: Written): LinearProgram {
  const entries = rows.map(({ of }) => [...of.entries()].filter(([, value]) => value !== 0));
  const starts = [0];
  for (const row of entries) starts.push((starts.at(-1) as number) + row.length);
  return {
    costs: Float64Array.from(costs),
    lower: Float64Array.from(lower),
    upper: Float64Array.from(upper),
    rowLower: Float64Array.from(rows, ({ least }) => least),
    rowUpper: Float64Array.from(rows, ({ most }) => most),
    starts: Int32Array.from(starts),
    indices: Int32Array.from(entries.flat(), ([column]) => column),
    values: Float64Array.from(entries.flat(), ([, value]) => value),
  };
}

async function solved(written: Written): Promise<LinearSolution | undefined> {
  const model = (await loadSolver()).create(programOf(written));
  try {
    return model.solve();
  } finally {
    model.dispose();
  }
}

const times = (one: Iterable<number>, other: ArrayLike<number>): number =>
  [...one].reduce((sum, each, index) => sum + each * (other[index] as number), 0);

/** By hand: two of x at 1 each are all there is, the rest of 4 is y at 2 each. One more asked costs 2; one more x saves 1. */
const byHand: Written = {
  costs: [1, 2],
  lower: [0, 0],
  upper: [2, none],
  rows: [{ of: [1, 1], least: 4, most: none }],
};

test("finds the optimum, what a row's bound is worth, and what a column costs beyond that", async () => {
  const { x, rowDuals, reducedCosts } = (await solved(byHand)) as LinearSolution;
  expect([...x]).toEqual([2, 2]);
  expect([...rowDuals]).toEqual([2]);
  expect([...reducedCosts]).toEqual([-1, 0]);
});

test("where there is no optimum it gives none: against the rows, against the bounds, or without end", async () => {
  expect(await solved({ ...byHand, upper: [2, 1] })).toBeUndefined();
  expect(await solved({ ...byHand, lower: [0, 3], upper: [2, 1] })).toBeUndefined();
  expect(await solved({ ...byHand, costs: [1, -2] })).toBeUndefined();
  expect(await solved({ ...byHand, costs: [0, 0], rows: [{ of: [0, 0], least: 1, most: none }] })).toBeUndefined();
});

test("a program without columns, whose rows HiGHS doesn't look at, has no answer", async () => {
  const empty = { costs: [], lower: [], upper: [] };
  expect(await solved({ ...empty, rows: [] })).toBeUndefined();
  expect(await solved({ ...empty, rows: [{ of: [], least: 1, most: 5 }] })).toBeUndefined();
});

test("costs, bounds and coefficients change between solves", async () => {
  const model = (await loadSolver()).create(programOf(byHand));
  const x = (): number[] => [...(model.solve()?.x ?? [])];
  try {
    expect(x()).toEqual([2, 2]);
    model.setCosts(Float64Array.of(3, 2));
    expect(x()).toEqual([0, 4]);
    model.setColumnBounds(0, 1, 2);
    expect(x()).toEqual([1, 3]);
    model.setRowBounds(0, 5, none);
    expect(x()).toEqual([1, 4]);
    model.setCoefficient(0, 1, 4);
    expect(x()).toEqual([1, 1]);
    // What can't be is no end: the next change is answered again.
    model.setColumnBounds(1, 0, 0.5);
    expect(x()).toEqual([]);
    model.setColumnBounds(1, 0, none);
    expect(x()).toEqual([1, 1]);
    model.setCoefficient(0, 0, 0);
    expect(x()).toEqual([1, 1.25]);
  } finally {
    model.dispose();
  }
});

const cost = fc.integer({ min: -20, max: 20 });
const bound = fc.integer({ min: 0, max: 30 });
const drawn = fc
  .record({ columns: fc.integer({ min: 1, max: 9 }), rows: fc.integer({ min: 1, max: 7 }) })
  .chain(({ columns, rows }) =>
    fc.record({
      costs: fc.array(cost, { minLength: columns, maxLength: columns }),
      boxes: fc.array(fc.tuple(bound, fc.option(bound)), { minLength: columns, maxLength: columns }),
      rows: fc.array(
        fc.record({
          of: fc.array(fc.integer({ min: -3, max: 3 }), { minLength: columns, maxLength: columns }),
          least: fc.option(fc.integer({ min: -90, max: 20 })),
          room: fc.option(fc.integer({ min: 0, max: 90 })),
        }),
        { minLength: rows, maxLength: rows },
      ),
    }),
  )
  .map(({ costs, boxes, rows }): Written => ({
    costs,
    lower: boxes.map(([low]) => low - 15),
    upper: boxes.map(([low, room]) => (room === null ? none : low - 15 + room)),
    rows: rows.map(({ of, least, room }) => ({
      of,
      least: least ?? -none,
      most: room === null ? none : (least ?? 0) + room,
    })),
  }));

test("every answer proves itself: it keeps the bounds, its duals have the signs of a minimum, and both come to the same", async () => {
  await loadSolver();
  let found = 0;
  await fc.assert(
    fc.asyncProperty(drawn, async (written) => {
      const solution = await solved(written);
      if (!solution) return;
      found += 1;
      const { costs, lower, upper, rows } = written;
      const { x, rowDuals, reducedCosts } = solution;
      const near = 1e-6;
      let bound = 0;
      const pays = (dual: number, least: number, most: number): void => {
        // A bound that isn't there can't be what a dual is paid for.
        if (Math.abs(dual) > near) bound += dual * (dual > 0 ? least : most);
      };
      rows.forEach(({ of, least, most }, row) => {
        const is = times(of, x);
        expect(is).toBeGreaterThanOrEqual(least - near);
        expect(is).toBeLessThanOrEqual(most + near);
        pays(rowDuals[row] as number, least, most);
      });
      costs.forEach((cost, column) => {
        expect(x[column]).toBeGreaterThanOrEqual((lower[column] as number) - near);
        expect(x[column]).toBeLessThanOrEqual((upper[column] as number) + near);
        const paid = rows.reduce((sum, { of }, row) => sum + (of[column] as number) * (rowDuals[row] as number), 0);
        expect(reducedCosts[column]).toBeCloseTo(cost - paid, 6);
        pays(reducedCosts[column] as number, lower[column] as number, upper[column] as number);
      });
      expect(bound).toBeCloseTo(times(costs, x), 4);
    }),
    { numRuns: 300 },
  );
  expect(found).toBeGreaterThan(60);
});

test("answers what HiGHS answers to the same program as text, and finds none where that finds none", async () => {
  const highs = await loadHighs();
  const says = ({ costs, lower, upper, rows }: Written): number | undefined => {
    const sum = (of: readonly number[]): string =>
      of.map((value, column) => `${value < 0 ? "-" : "+"} ${Math.abs(value)} x${column}`).join(" ");
    const text = `Minimize
 cost: ${sum(costs)}
Subject To
${rows
  .flatMap(({ of, least, most }, row) => [
    ...(least === -none ? [] : [` least${row}: ${sum(of)} >= ${least}`]),
    ...(most === none ? [] : [` most${row}: ${sum(of)} <= ${most}`]),
  ])
  .join("\n")}
Bounds
${lower.map((low, column) => ` ${low} <= x${column}${upper[column] === none ? "" : ` <= ${upper[column]}`}`).join("\n")}
End
`;
    const { Status, ObjectiveValue } = highs.solve(text, { output_flag: false });
    return Status === "Optimal" ? ObjectiveValue : undefined;
  };
  await fc.assert(
    fc.asyncProperty(drawn, async (written) => {
      const solution = await solved(written);
      const said = says(written);
      if (said === undefined || !solution) expect(solution && times(written.costs, solution.x)).toBe(said);
      else expect(times(written.costs, solution.x)).toBeCloseTo(said, 5);
    }),
    { numRuns: 100 },
  );
});

test("the same program has the same answer to the last bit, whatever was solved before", async () => {
  const [program] = fc.sample(drawn, { numRuns: 1, seed: 5 }) as [Written];
  const first = await solved(program);
  expect(first).toBeDefined();
  for (const other of fc.sample(drawn, 20)) await solved(other);
  expect(await solved(program)).toEqual(first);
});

test("it is loaded once", async () => {
  expect(await loadSolver()).toBe(await loadSolver());
});
