import { loadSolver } from "../../../src/compute/highs";
import { planHousehold, type Household, type HouseholdPlan, type LinearSolver } from "../../../src/engine";
import {
  checkCells,
  planCells,
  planNotes,
  readHousehold,
  readPolicy,
  sentence,
  tradeColumn,
  withNames,
  type Cells,
  type HouseholdRange,
  type ResultCell,
} from "../../../src/ranges";

let solver: LinearSolver | undefined;

/** Loads the solver, which `planned` answers with at once. */
export async function readySolver(): Promise<void> {
  solver = await loadSolver();
}

/** A household's tables taken through the reader, the engine and the layout. */
export interface Planned {
  readonly range: HouseholdRange;
  readonly household: Household;
  readonly record: HouseholdPlan;
  /** PLAN's rows without its header, and of each its account, fund, action and amount. */
  readonly plan: readonly (readonly ResultCell[])[];
  readonly trades: readonly (readonly ResultCell[])[];
  /** PLANCHECK's rows by their labels. */
  readonly check: ReadonlyMap<ResultCell | undefined, readonly ResultCell[]>;
  /** PLANTRADES without its heading. */
  readonly column: readonly ResultCell[];
}

/** Plans a household, or throws the sentence of why it has no plan. */
export function planned(holdings: Cells, targets: Cells, text = "", today?: number): Planned {
  if (solver === undefined) throw new Error("The solver isn't loaded.");
  const policy = readPolicy([[text]]);
  if (!policy.ok) throw new Error(sentence(policy.problem));
  const read = readHousehold(holdings, targets, policy.value.policy, today);
  if (!read.ok) throw new Error(sentence(read.problem));
  const now = today === undefined ? {} : { today };
  const found = planHousehold(read.value.household, policy.value.policy, now, solver);
  if (!found.ok) throw new Error(sentence(withNames(found.problem, read.value)));
  const [, ...plan] = planCells(read.value, found.value, policy.value.policy);
  const notes = planNotes(read.value, found.value, policy.value.policy, today);
  const [, ...check] = checkCells(read.value, found.value, notes);
  const [, ...column] = tradeColumn(read.value, found.value);
  return {
    range: read.value,
    household: read.value.household,
    record: found.value,
    plan,
    trades: plan.map((row) => row.slice(0, 4)),
    check: new Map(check.map(([label, ...cells]) => [label, cells])),
    column: column.map(([cell]) => cell as ResultCell),
  };
}
