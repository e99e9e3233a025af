import { beforeEach, expect, jest, test } from "@jest/globals";
import type loadHighs from "highs";
import type { Highs } from "highs";
import type { LinearProgram } from "../../src/engine";

/** What the package's own function is stood in for: it counts, fails when told to, and shows what was loaded. */
const loader = { calls: 0, failing: false, loaded: undefined as Highs | undefined };

jest.mock("highs", () => ({
  __esModule: true,
  default: async () => {
    loader.calls += 1;
    if (loader.failing) throw new Error("CompileError: blocked by Content Security Policy");
    return (loader.loaded = await jest.requireActual<typeof loadHighs>("highs")());
  },
}));

beforeEach(() => {
  jest.resetModules();
  Object.assign(loader, { calls: 0, failing: false, loaded: undefined });
});

test("a load that failed says so, and the next who asks has it tried again", async () => {
  const { loadSolver, SolverMissing } = await import("../../src/compute");
  loader.failing = true;
  const [one, other] = await Promise.allSettled([loadSolver(), loadSolver()]);
  expect(one).toMatchObject({ status: "rejected", reason: expect.any(SolverMissing) });
  expect(other).toEqual(one);
  expect(loader.calls).toBe(1);
  loader.failing = false;
  expect(await loadSolver()).toBe(await loadSolver());
  expect(loader.calls).toBe(2);
});

test("a thousand models leave no memory behind, whether or not they have an answer", async () => {
  const { loadSolver } = await import("../../src/compute");
  const solver = await loadSolver();
  const work = (models: number): void => {
    for (let each = 0; each < models; each++) {
      const model = solver.create(exchange(40, each % 5 === 0 ? 2e6 : 1000));
      try {
        expect(model.solve() === undefined).toBe(each % 5 === 0);
      } finally {
        model.dispose();
      }
    }
  };
  work(50);
  const { memoryBytes } = loader.loaded as Highs;
  work(1000);
  expect((loader.loaded as Highs).memoryBytes).toBe(memoryBytes);
}, 60_000);

/** Moves so much money among funds that hold 10,000 each, where buying and selling each cost something. */
function exchange(funds: number, money: number): LinearProgram {
  const columns = 2 * funds;
  const ones = Float64Array.from({ length: columns }, (_, column) => (column < funds ? 1 : -1));
  return {
    costs: Float64Array.from({ length: columns }, (_, column) => 1 + ((column * 7) % 11)),
    lower: new Float64Array(columns),
    upper: new Float64Array(columns).fill(10_000),
    rowLower: Float64Array.of(money),
    rowUpper: Float64Array.of(money),
    starts: Int32Array.of(0, columns),
    indices: Int32Array.from({ length: columns }, (_, column) => column),
    values: ones,
  };
}
