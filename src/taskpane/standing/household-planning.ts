import { useEffect, useMemo, useState } from "react";
import { plan as planned, type DecidedPlan } from "../../operations";
import { sameList, type HouseholdList, type HouseholdSight } from "../../lists";
import { argumentNames, type Cells, type Problem } from "../../ranges";
import type { Block } from "../../sheets";
import { householdDecisions, householdTrouble, type HouseholdDecisions } from "./household-standing";
import { messageOf } from "./looks";
import type { OrTrouble, Trouble } from "./trouble";

/** A household's plan as its functions decide it, or what is wrong. */
export type Planning = OrTrouble<{ readonly decided: DecidedPlan }>;

/** What a household is planned by: how it is judged, with its targets as one table. */
export interface PlanningDecisions extends HouseholdDecisions {
  /** Headings and rows. */
  readonly table: Cells;
  /** Where that table is; absent as long as it is only typed in the pane. */
  readonly tableAt?: Block;
}

/** What a household in sight is planned by; undefined where it has no targets. */
export function planningDecisions(sight: HouseholdSight): PlanningDecisions | undefined {
  const decisions = householdDecisions(sight);
  const { targets, plan } = sight;
  if (!decisions || !targets) return undefined;
  const { cells, block } = targets.whole;
  const column = plan?.bandsUnread && targets.bands ? targets.bands.column - block.column : undefined;
  // The pane says what the plan's own formulas say, and those don't read these bands yet.
  const table = column === undefined ? cells : cells.map((row) => row.map((cell, at) => (at === column ? "" : cell)));
  return { ...decisions, table, tableAt: block };
}

/** Plans a household on a day, as PLAN over its cells would. Rejects only for a fault of Keel's own. */
export async function planningOf(list: HouseholdList, decisions: PlanningDecisions, today: number): Promise<Planning> {
  const { table, policy, returns } = decisions;
  const decided = await planned.decide(list.cells, table, policy, [[today]], null, returns ?? null);
  return decided.ok
    ? { ok: true, decided: decided.value }
    : { ok: false, trouble: planningTrouble(decided.problem, list, decisions) };
}

/** What is wrong, with its cell on the sheet: PLAN counts the rows of its targets with their headings. */
function planningTrouble(problem: Problem, list: HouseholdList, decisions: PlanningDecisions): Trouble {
  const place = "at" in problem && problem.at.argument === argumentNames.targets ? problem.at : undefined;
  if (place?.row === undefined) return householdTrouble(problem, list, decisions);
  const { table, tableAt } = decisions;
  const headings = table[0]?.map((cell) => String(cell)) ?? [];
  const column = Math.max(0, headings.indexOf(place.column ?? ""));
  return {
    problem: "at" in problem && tableAt ? { ...problem, at: { ...place, row: tableAt.row + place.row } } : problem,
    ...(tableAt && {
      at: { ...tableAt, row: tableAt.row + place.row, column: tableAt.column + column, height: 1, width: 1 },
    }),
  };
}

/** A plan that is worked out, or will be; or the sentence that says why it can't be. */
export type PlanningState =
  | { readonly state: "planning" }
  | { readonly state: "failed"; readonly message: string }
  /** `behind`: the workbook has changed since, and the plan of what it says now is under way. */
  | { readonly state: "planned"; readonly planning: Planning; readonly behind: boolean };

/** What was worked out last, and of what. */
interface Done {
  readonly list: HouseholdList;
  readonly decisions: PlanningDecisions;
  readonly today: number;
  readonly attempt: number;
  readonly state: PlanningState;
}

/** Plans the household in sight (`usePlanning`). Undefined where it has no targets. */
export function useHouseholdPlanning(sight: HouseholdSight, today: number, attempt = 0): PlanningState | undefined {
  return usePlanning(
    sight.list,
    useMemo(() => planningDecisions(sight), [sight]),
    today,
    attempt,
  );
}

/**
 * Plans a household anew whenever it, what it is planned by or `attempt` change. What was planned stays until the next
 * plan is there, so that nothing flickers and the focus stays where it is. Undefined as long as nothing is decided.
 */
export function usePlanning(
  list: HouseholdList,
  decisions: PlanningDecisions | undefined,
  today: number,
  attempt = 0,
): PlanningState | undefined {
  const [done, setDone] = useState<Done>();
  useEffect(() => {
    let left = false;
    if (!decisions) return undefined;
    const tell = (state: PlanningState): void => {
      if (!left) setDone({ list, decisions, today, attempt, state });
    };
    planningOf(list, decisions, today).then(
      (planning) => tell({ state: "planned", planning, behind: false }),
      (failure: unknown) => tell({ state: "failed", message: messageOf(failure) }),
    );
    return () => {
      left = true;
    };
  }, [list, decisions, today, attempt]);
  if (!decisions) return undefined;
  if (done === undefined) return { state: "planning" };
  const isOfThese = done.list === list && done.decisions === decisions && done.today === today;
  if (isOfThese && done.attempt === attempt) return done.state;
  if (done.state.state === "planned" && done.attempt === attempt && sameList(done.list, list)) {
    return { ...done.state, behind: true };
  }
  return { state: "planning" };
}
