import { overlap } from "../../sheets";
import type { Contents, Workbook } from "../../workbook";
import { sourceOf, isReady, listIn, sameList, type Columns, type List, type ReadyList, type Whereabouts } from "./list";
import { findPlan, listOfPlanAt, type Plan } from "./plan";

/** What the pane found in the workbook. */
export type Sight =
  /** A list of funds with its columns known, and Keel's plan for it if there is one. */
  | { readonly found: "list"; readonly list: ReadyList; readonly plan?: Plan }
  /** Cells that may be a list, but it is not plain which column holds what. */
  | { readonly found: "cells"; readonly list: List }
  | { readonly found: "nothing" };

export interface Look {
  readonly sight: Sight;
  /** A list under the selection that is not the one in sight, because the pane stays with that one. */
  readonly selected?: ReadyList;
  /** A list under the selection that lacks its values or its targets, while another one is in sight. */
  readonly unfinished?: List;
}

/** What the pane knows before it looks. */
export interface Memory {
  /** The list to stay with while the owner is setting it up. */
  readonly pinned?: Whereabouts;
  /** The list that was in sight last: it stays when the selection moves to cells that are no list. */
  readonly last?: Whereabouts;
  /** Columns that the owner chose. */
  readonly chosen: readonly Correction[];
}

export interface Correction {
  readonly list: Whereabouts;
  readonly columns: Columns;
}

/**
 * Finds the list of funds to show: the pinned one; else the one under the selection, or that a plan under the selection
 * is about; else the one shown before; else the first table of the workbook that is one, or the first that a plan is
 * about.
 */
export async function look(workbook: Workbook, memory: Memory): Promise<Look> {
  const chosenFor = (list: Whereabouts): Columns =>
    memory.chosen.find((correction) => sameList(correction.list, list))?.columns ?? {};
  const asList = (contents: Parameters<typeof listIn>[0]): List =>
    listIn(contents, chosenFor({ block: contents.block, ...("name" in contents ? { table: contents.name } : {}) }));

  const selection = await workbook.selection();
  // Keel's own results look like a list of funds: whoever selects them means the list that they are about.
  const ofPlan = await listOfPlanAt(workbook, selection.block);
  const known = [memory.pinned, memory.last].find((list) => list && ofPlan && sameCells(list, ofPlan));
  const under = known
    ? asList(await workbook.read(known.block))
    : (ofPlan ?? asList(selection.table ?? selection.around));
  const selected = isReady(under) ? under : undefined;

  const again = async (list: Whereabouts | undefined): Promise<List | undefined> => {
    if (list === undefined) return undefined;
    if (sameList(list, under)) return under;
    if (list.table === undefined) return asList(await workbook.read(list.block));
    const table = (await workbook.tables()).find(({ name }) => name === list.table);
    return table && asList(table);
  };
  const unfinishedBeside = (shown: List): Pick<Look, "unfinished"> =>
    !selected && !sameList(under, shown) && isBegun(under) && !calculated(selection.around)
      ? { unfinished: under }
      : {};

  const pinned = await again(memory.pinned);
  if (pinned && (isReady(pinned) || hasNumbers(pinned))) {
    const elsewhere = selected && !sameList(selected, pinned) ? { selected } : unfinishedBeside(pinned);
    return { sight: await sightOf(workbook, pinned), ...elsewhere };
  }
  if (selected) return { sight: await sightOf(workbook, selected) };
  const last = await again(memory.last);
  const other =
    last && isReady(last)
      ? last
      : ((await workbook.tables()).map(asList).find(isReady) ?? (await listOfPlanAt(workbook)));
  if (other && isReady(other)) return { sight: await sightOf(workbook, other), ...unfinishedBeside(other) };
  return { sight: hasNumbers(under) ? { found: "cells", list: under } : { found: "nothing" } };
}

/** A plan calls plain cells by address: it doesn't know of titles above the list, or of columns that it doesn't need. */
function sameCells(known: Whereabouts, ofPlan: List): boolean {
  return known.table === undefined && ofPlan.table === undefined && overlap(known.block, ofPlan.block);
}

async function sightOf(workbook: Workbook, list: List): Promise<Sight> {
  if (!isReady(list)) return { found: "cells", list };
  const plan = await findPlan(workbook, sourceOf(list));
  return { found: "list", list, ...(plan ? { plan } : {}) };
}

/** A list has at least a column of numbers and another one, over a few cells. */
function hasNumbers(list: List): boolean {
  const rows = list.cells.slice(list.firstRow, list.firstRow + list.height);
  return list.block.width > 1 && rows.some((row) => row.some((cell) => typeof cell === "number" && cell !== 0));
}

/** Somebody has begun a list of funds: its headings name the funds, and what they are worth or a share of them costs. */
function isBegun(list: List): boolean {
  const { fund, value } = list.columns;
  return list.headed && fund !== undefined && (value !== undefined || list.priced) && hasNumbers(list);
}

/** Whether Keel's own results fill these cells, a table of trades, say: they are no list of the owner's. */
function calculated({ formulas }: Contents): boolean {
  return formulas.some((row) => row.some((formula) => /KEEL\w*[._]\w+\(/i.test(formula)));
}
