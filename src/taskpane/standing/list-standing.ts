import type { Note } from "../../ranges";
import { columnOf, fundName, rowRulesOf, type Decisions, type ReadyList } from "../../lists";
import { assess, type Acting, type Assessment, type RowStanding } from "../../operations";
import { atOnce, type Parts } from "./in-parts";
import { notesOnSheet, troubleFrom, wrongTotal, type OrTrouble } from "./trouble";

/** How one fund of a list stands. Its `row` counts from 0 among the list's rows of funds. */
export interface Fund extends RowStanding {
  readonly name: string;
}

/** How a list of funds stands on a day, and what its rule would trade. */
export interface ListStanding extends Pick<
  Assessment,
  "rule" | "portfolioBand" | "totalDrift" | "due" | "nextLook" | "checkup"
> {
  readonly funds: readonly Fund[];
  readonly acting: OrTrouble<Acting>;
  /** What was accepted but is worth saying; rows are the sheet's. */
  readonly notes: readonly Note[];
}

/** How many rows of funds are worked out at once: in less time than a frame takes. */
const FEW = 500;

/** Whether a list can be worked out at once; any longer one keeps the page from answering, unless it is done in slices. */
export function isShort(list: Pick<ReadyList, "height">): boolean {
  return list.height <= FEW;
}

/** Says how the funds of a list stand under the owner's decisions on a day (as Excel counts days). */
export function standingOf(list: ReadyList, decisions: Decisions, today: number): OrTrouble<ListStanding> {
  return atOnce(standingInParts(list, decisions, today));
}

/** Works out in parts how the funds of a list stand. */
export function* standingInParts(list: ReadyList, decisions: Decisions, today: number): Parts<OrTrouble<ListStanding>> {
  const totalTrouble = wrongTotal(list);
  if (totalTrouble) return { ok: false, trouble: totalTrouble };
  const rules = rowRulesOf(list);
  const assessed = yield* assess({
    values: columnOf(list, list.columns.value),
    targets: columnOf(list, list.columns.target),
    policy: decisions.policy,
    cash: [[decisions.cash]],
    today,
    ...(rules && { rows: rules }),
    ...(decisions.returns && { returns: decisions.returns }),
  });
  yield;
  if (!assessed.ok) return { ok: false, trouble: troubleFrom(assessed, list, decisions) };
  const { rule, portfolioBand, totalDrift, due, nextLook, checkup, rows, acting, notes } = assessed.value;
  return {
    ok: true,
    rule,
    portfolioBand,
    totalDrift,
    due,
    nextLook,
    checkup,
    funds: rows.map((row) => ({ ...row, name: fundName(list, row.row) })),
    acting: acting.ok ? { ok: true, ...acting.value } : { ok: false, trouble: troubleFrom(acting, list, decisions) },
    notes: notesOnSheet(notes, list, decisions),
  };
}
