import { beforeAll, describe, expect, it } from "@jest/globals";
import { loadSolver } from "../../../src/compute";
import { planHousehold, type LinearSolution, type LinearSolver } from "../../../src/engine";
import { householdOf } from "./households";

// No solver's answer leaves without a certificate: what these solvers say is almost right.

let solver: LinearSolver;

beforeAll(async () => {
  solver = await loadSolver();
});

/** A solver whose answers are changed on their way. */
function lying(change: (solution: LinearSolution) => LinearSolution): LinearSolver {
  return {
    create: (program) => {
      const model = solver.create(program);
      return {
        setCosts: (costs) => model.setCosts(costs),
        setColumnBounds: (...given) => model.setColumnBounds(...given),
        setRowBounds: (...given) => model.setRowBounds(...given),
        setCoefficient: (...given) => model.setCoefficient(...given),
        dispose: () => model.dispose(),
        solve: () => {
          const solution = model.solve();
          return solution && change(solution);
        },
      };
    },
  };
}

/** $60 of stocks may become bonds and should; $40 may not. Moves: buy and sell stocks, buy bonds, buy and sell stocks. */
const HOUSEHOLD = householdOf(
  { "401(k)": { kind: "deferred" }, Roth: { kind: "Roth" } },
  [
    { account: "401(k)", fund: "Stocks", value: 60 },
    { account: "401(k)", fund: "Bonds", value: 0 },
    { account: "Roth", fund: "Stocks", value: 40 },
  ],
  { Stocks: 30, Bonds: 70 },
);

const [SALE, PURCHASE] = [1, 2];

/** With so much of the $60 traded, and multipliers so many times as large. */
function traded(sold: number, bought: number, times = 1): LinearSolver {
  return lying(({ x, reducedCosts, rowDuals }) => ({
    x: x.map((amount, column) => (column === SALE ? sold : column === PURCHASE ? bought : amount)),
    reducedCosts,
    rowDuals: rowDuals.map((dual) => times * dual),
  }));
}

function answer(by: LinearSolver): unknown {
  const made = planHousehold(HOUSEHOLD, {}, {}, by);
  return made.ok ? made.value.trades.map(({ amount }) => amount) : made.problem.code;
}

describe("a solver's answer", () => {
  it("is taken where it is right", () => {
    expect(answer(solver)).toEqual([-6_000, 6_000]);
    expect(answer(traded(60, 60))).toEqual([-6_000, 6_000]);
  });

  it("is none where the classes could come nearer to their goals", () => {
    expect(answer(traded(55, 55))).toBe("no plan found");
    expect(answer(traded(0, 0))).toBe("no plan found");
  });

  it("isn't proved by multipliers that are none", () => {
    expect(answer(traded(55, 55, 1.5))).toBe("no plan found");
  });

  it("is none where it sells more than there is", () => {
    expect(answer(traded(65, 65))).toBe("no plan found");
  });

  it("is none where an account's money doesn't add up", () => {
    expect(answer(traded(60, 61))).not.toEqual([-6_000, 6_100]);
  });
});
