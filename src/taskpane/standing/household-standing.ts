import { shownAs, type ClassTargets, type Decisions, type HouseholdList, type HouseholdSight } from "../../lists";
import { assess, byClass } from "../../operations";
import { argumentNames, type Cells, type Problem } from "../../ranges";
import { defaultChoices, type Block } from "../../sheets";
import type { Parts } from "./in-parts";
import type { ListStanding } from "./list-standing";
import type { OrTrouble, Trouble } from "./trouble";

/** What a household is judged by. */
export interface HouseholdDecisions extends Pick<Decisions, "policy" | "returns"> {
  readonly targets: ClassTargets["cells"];
  /** The log of past rebalances, if there is one. */
  readonly log?: Cells;
  /** Where the owner's cells are; absent as long as they are only typed in the pane. */
  readonly at?: Partial<Pick<ClassTargets, "classes" | "weights" | "bands">> & { readonly policy?: Block };
}

/** What BYCLASS calls the table of holdings in what it notes. */
export const holdingsArgument = "Holdings";

/** What a household in sight is judged by: its plan, or its targets and Keel's usual rule. */
export function householdDecisions({ targets, plan, returns, log }: HouseholdSight): HouseholdDecisions | undefined {
  if (!targets) return undefined;
  return {
    // The pane says what the plan's own formulas say.
    targets: plan?.bandsUnread ? { classes: targets.cells.classes, weights: targets.cells.weights } : targets.cells,
    policy: plan?.policy ?? [[defaultChoices.policy]],
    at: {
      ...{ classes: targets.classes, weights: targets.weights, ...(targets.bands && { bands: targets.bands }) },
      ...(plan && { policy: plan.policyCells }),
    },
    ...(returns && { returns }),
    ...(log && { log }),
  };
}

/**
 * Works out in parts how a household stands by class on a day: its `funds` are the classes. What its rule would trade is
 * worked out of the classes as a whole, which is nobody's trade: accounts share no money.
 */
export function* householdStandingInParts(
  list: HouseholdList,
  decisions: HouseholdDecisions,
  today: number,
): Parts<OrTrouble<ListStanding>> {
  const { targets, policy, returns, log } = decisions;
  const values = byClass.answer(list.cells, targets.classes, policy);
  if (!values.ok) return { ok: false, trouble: householdTrouble(values.problem, list, decisions) };
  yield;
  const assessed = yield* assess({
    ...{ values: values.cells, targets: targets.weights, policy, cash: null, today },
    ...(targets.bands && { rows: targets.bands }),
    ...(returns && { returns }),
    ...(log && { log }),
  });
  yield;
  if (!assessed.ok) return { ok: false, trouble: householdTrouble(assessed.problem, list, decisions) };
  const { rule, portfolioBand, totalDrift, due, nextLook, checkup, rows, acting, notes } = assessed.value;
  const ofRule = new Set(rule.notes.map(({ code }) => code));
  return {
    ok: true,
    ...{ rule, portfolioBand, totalDrift, due, nextLook, checkup },
    funds: rows.map((row) => ({ ...row, name: shownAs(targets.classes[row.row]?.[0]) })),
    acting: acting.ok
      ? { ok: true, ...acting.value }
      : { ok: false, trouble: householdTrouble(acting.problem, list, decisions) },
    // Both have read the rule; what is worth saying of it is said once.
    notes: [...values.notes.filter(({ code }) => !ofRule.has(code)), ...notes],
  };
}

/** What is wrong, with its cell on the sheet and that sheet's row, where the problem is about a cell of the owner's. */
export function householdTrouble(problem: Problem, list: HouseholdList, { targets, at }: HouseholdDecisions): Trouble {
  const place = "at" in problem ? problem.at : undefined;
  if (place?.row === undefined) return { problem };
  const { row, argument } = place;
  if (argument === holdingsArgument) {
    const column = place.column === undefined ? 0 : Math.max(0, list.names.indexOf(place.column));
    const cell = { ...list.block, row: list.block.row + row, column: list.block.column + column, height: 1, width: 1 };
    return { problem: onRow(problem, cell.row), at: cell };
  }
  if (argument === argumentNames.policy) {
    const policy = at?.policy;
    const cell = policy && { ...policy, row: policy.row + 1 + row, column: policy.column + 1, height: 1, width: 1 };
    return { problem, ...(cell && { at: cell }) };
  }
  const columns: Readonly<Record<string, Block | undefined>> = {
    [argumentNames.targets]: at?.weights,
    [argumentNames.rows]: at?.bands,
  };
  const column = argument in columns ? columns[argument] : at?.classes;
  const fund = shownAs(targets.classes[row]?.[0]);
  return {
    problem,
    ...(column && { at: { ...column, row: column.row + row, height: 1 } }),
    ...(fund !== "" && { fund }),
  };
}

function onRow(problem: Problem, row: number): Problem {
  return "at" in problem ? { ...problem, at: { ...problem.at, row } } : problem;
}
