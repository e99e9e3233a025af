import { frontier, momentsOf, type ReturnHistory } from "../../src/engine";
import { report, timesOf } from "./timing";

const FUNDS = 30;
const POINTS = 50;
const MONTHS = 240;

/** Measures the frontier of many funds against the least that any has to do: one system of equations solved a point. */
export function benchPortfolios(): void {
  const moments = momentsOf(drawnHistory());
  report({
    what: `a frontier of ${FUNDS} funds and ${POINTS} points, each proved`,
    ours: timesOf(() => frontier(moments, undefined, POINTS), 60),
    peer: `a bare elimination of ${FUNDS} equations, once a point`,
    theirs: timesOf(() => eliminateAll(moments.covariance), 60),
  });
}

/** Months of funds that move with two things that they share, and by themselves. */
function drawnHistory(): ReturnHistory {
  let state = 1;
  const draw = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
  const shared = Array.from({ length: MONTHS }, () => [draw() / 5, draw() / 8] as const);
  const columns = Array.from({ length: FUNDS }, (_, fund) => {
    const [one, other] = [draw() + 0.7, draw()];
    return Float64Array.from(shared, ([first, second]) => fund / 5000 + one * first + other * second + draw() / 20);
  });
  return { columns, periodsPerYear: 12 };
}

function eliminateAll(matrix: Float64Array): number {
  let sum = 0;
  for (let point = 0; point < POINTS; point++) {
    const rows = matrix.slice();
    const right = new Float64Array(FUNDS).fill(1);
    for (let pivot = 0; pivot < FUNDS; pivot++) {
      for (let row = pivot + 1; row < FUNDS; row++) {
        const part = (rows[row * FUNDS + pivot] as number) / (rows[pivot * FUNDS + pivot] as number);
        for (let column = pivot; column < FUNDS; column++) {
          const at = row * FUNDS + column;
          rows[at] = (rows[at] as number) - part * (rows[pivot * FUNDS + column] as number);
        }
        right[row] = (right[row] as number) - part * (right[pivot] as number);
      }
    }
    sum += right[FUNDS - 1] as number;
  }
  return sum;
}
