import type { Highs } from "./shares-highs";

/**
 * Where rows may end, as the contract says it, for a linear program: money between two bounds, and the money that each
 * row should have. All in dollars.
 */
export interface RowProgram {
  /** One entry a row that isn't held. */
  readonly rows: readonly { readonly low: number; readonly high: number; readonly goal: number }[];
  /** What the rows hold together in the end. */
  readonly money: number;
}

type Programmed = RowProgram["rows"][number];

/** HiGHS allows constraints to be off by so many dollars. */
const ACCURACY = 1e-9;
/** What a sum of gaps may exceed the least by, where the program asks for something else besides. */
const SLACK = 1e-6;

const options = {
  output_flag: false,
  primal_feasibility_tolerance: ACCURACY,
  dual_feasibility_tolerance: ACCURACY,
} as const;

const number = (amount: number): string => amount.toFixed(9);
const sum = (terms: readonly string[]): string => terms.join(" + ");

/** What every program about the rows has: their bounds, their money, and each gap at least as large as the distance. */
function program(
  { rows, money }: RowProgram,
  { goal, extra, free = "" }: { readonly goal: string; readonly extra: string; readonly free?: string },
): string {
  const gaps = rows.map(
    (row, at) =>
      ` over${at}: gap${at} - x${at} >= ${number(-row.goal)}\n under${at}: gap${at} + x${at} >= ${number(row.goal)}\n`,
  );
  const bounds = rows.map(
    ({ low, high }, at) => ` ${number(low)} <= x${at} <= ${Number.isFinite(high) ? number(high) : "+inf"}\n`,
  );
  return `Minimize
 goal: ${goal}
Subject To
 money: ${sum(rows.map((_, at) => `x${at}`))} = ${number(money)}
${gaps.join("")}${extra}Bounds
${bounds.join("")}${free}End`;
}

/** The least Σ|final − goal| in dollars, by HiGHS. Undefined where no way keeps the bounds. */
export function leastGaps(highs: Highs, rows: RowProgram): number | undefined {
  const solved = highs.solve(program(rows, { goal: sum(rows.rows.map((_, at) => `gap${at}`)), extra: "" }), options);
  if (solved.Status === "Optimal") return solved.ObjectiveValue;
  if (solved.Status === "Infeasible") return undefined;
  throw new Error(`HiGHS says ${solved.Status}.`);
}

/**
 * What the rows hold in the end where the sum of gaps is least and, of all ways with that sum, the largest relative gap
 * is least, then the largest of those that can still differ, and so on: one linear program after the other. Goals are
 * above 0.
 */
export function evenestGaps(highs: Highs, asked: RowProgram): readonly number[] {
  const least = leastGaps(highs, asked);
  if (least === undefined) throw new Error("No way keeps the bounds.");
  const { rows } = asked;
  const fewest = ` sum: ${sum(rows.map((_, at) => `gap${at}`))} <= ${number(least + SLACK)}\n`;
  /** The most that each settled row's relative gap may be. */
  const settled = new Map<number, number>();
  const capped = (most: (at: number) => string): string =>
    rows
      .map(({ goal }, at) => {
        const fixed = settled.get(at);
        return fixed === undefined
          ? ` cap${at}: gap${at}${most(goal)}\n`
          : ` cap${at}: gap${at} <= ${number(fixed * goal + SLACK)}\n`;
      })
      .join("");
  let last: readonly number[] = [];
  while (settled.size < rows.length) {
    const solved = highs.solve(
      program(asked, {
        goal: "worst",
        extra: fewest + capped((goal) => ` - ${number(goal)} worst <= 0`),
        free: " 0 <= worst <= +inf\n",
      }),
      options,
    );
    if (solved.Status !== "Optimal") throw new Error(`HiGHS says ${solved.Status}.`);
    const worst = solved.ObjectiveValue;
    last = rows.map((_, at) => solved.Columns[`x${at}`]?.Primal ?? Number.NaN);
    // A row is settled where its gap can't be smaller while no open row's is larger.
    const open = rows.flatMap((_, at) => (settled.has(at) ? [] : [at]));
    const stuck = open.filter((at) => {
      const { goal } = rows[at] as Programmed;
      const extra = fewest + capped((each) => ` <= ${number(worst * each + SLACK)}`);
      const smallest = highs.solve(program(asked, { goal: `gap${at}`, extra }), options);
      if (smallest.Status !== "Optimal") throw new Error(`HiGHS says ${smallest.Status}.`);
      return smallest.ObjectiveValue >= worst * goal - 100 * SLACK;
    });
    if (stuck.length === 0) throw new Error("No row is settled.");
    for (const at of stuck) settled.set(at, worst);
  }
  return last;
}
