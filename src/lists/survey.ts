import { isKeelFormula, logTable, overlap, sameName, tradeTable, type Block } from "../sheets";
import type { Contents, Selection, Table, Workbook } from "../workbook";
import {
  hasTargets,
  sourceOf,
  type HouseholdList,
  isHousehold,
  isOnePot,
  isReady,
  isValued,
  listIn,
  sameList,
  type ListColumns,
  type List,
  type ReadyList,
  roles,
  type Whereabouts,
} from "./list";
import { classTargetsIn, type ClassTargets } from "./class-targets";
import {
  firstClassTargets,
  isOnPlan,
  isPlanOf,
  plannedHousehold,
  type HouseholdPlan,
  type PlannedHousehold,
} from "./household-plan";
import type { byClassIn, OneAccount } from "./one-account";
import { outdatedBy, type Outdated } from "./outdated";
import type { OutdatedHousehold } from "./outdated-household";
import { fundsBelow, listRegionsIn, ROWS_BELOW } from "./continued";
import { findPlan, isPolicy, plannedLists, type Plan, type PlannedList } from "./plan";
import { readIfThere } from "./read-inside";
import { regionsIn } from "./regions";

/** What a table of past returns is called, which some rules need: a column for each fund, in the list's order. */
export const returnsTable = "Returns";

/** What the pane found in the workbook. */
export type Sight =
  /** A list of funds with its columns known, and Keel's plan for it if there is one. */
  | { readonly found: "list"; readonly list: ReadyList; readonly plan?: Plan; readonly returns?: Contents["values"] }
  /** A list of several accounts: it is judged by class, and never fund by fund as one pot. */
  | HouseholdSight
  /** Cells that may be a list, but it is not plain which column holds what, or a row is in the way of formulas. */
  | { readonly found: "cells"; readonly list: List }
  | { readonly found: "nothing" };

/** A household, with its targets by class and Keel's plan for it, if there are any. */
export interface HouseholdSight {
  readonly found: "household";
  readonly list: HouseholdList;
  readonly targets?: ClassTargets;
  readonly plan?: HouseholdPlan;
  /** Given if it is a single account, whose list could get a target for each fund instead. */
  readonly account?: OneAccount;
  readonly returns?: Contents["values"];
  /** The log of its past rebalances, if there is one. */
  readonly log?: Contents["values"];
}

export interface Survey {
  readonly sight: Sight;
  /** A list under the selection that is not the one in sight, because the pane stays with that one. */
  readonly selected?: List;
  /** A list under the selection that lacks its values or its targets, while another one is in sight. */
  readonly unfinished?: List;
  /** Other cells under the selection with numbers in them: a list only if the owner says so. */
  readonly cells?: List;
  /** What the list in sight still shows from before the trades that were logged last; absent where it shows none. */
  readonly outdated?: Outdated;
  /** The same of a household. */
  readonly outdatedHousehold?: OutdatedHousehold;
  /** Rows right below the list in sight, if it is a table, that look like funds and aren't in it. */
  readonly below?: Block;
}

/** Whether the pane can answer for a list: by its funds, or, of several accounts, by its classes. */
function isAnswered(list: List): boolean {
  return isHousehold(list) || (isReady(list) && isOnePot(list));
}

/** Whether a list of one account has no targets of its own, and those by class of the workbook's tables are about it. */
type IsByClass = (list: List) => boolean;

/** What knows funds by their tickers comes with the other screens' code: few workbooks have targets by class. */
async function loadByClass(): Promise<typeof byClassIn> {
  const loaded = await import(/* webpackChunkName: "screens" */ "./one-account");
  return loaded.byClassIn;
}

async function byClassOf(tables: readonly Table[]): Promise<IsByClass> {
  const targets = firstClassTargets(tables);
  if (!targets) return () => false;
  const read = await loadByClass();
  return (list) => !isHousehold(list) && !hasTargets(list) && read(list, targets) !== undefined;
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
  readonly columns: ListColumns;
}

/**
 * Finds the list of funds to show: the pinned one; else the one under the selection, or that a plan under the selection
 * is about; else the one shown before; else the first table of the workbook that is one, or the first that a plan is
 * about; else the only one on the sheet in front.
 */
export async function survey(workbook: Workbook, memory: Memory): Promise<Survey> {
  const tables = await workbook.tables();
  const seen = await lookFor(workbook, memory, tables);
  const returns = tables.find(({ name }) => sameName(name, returnsTable))?.values;
  if (seen.sight.found === "household") {
    const log = tables.find(({ name }) => sameName(name, logTable))?.values;
    const sight = { ...seen.sight, ...(returns && { returns }), ...(log && { log }) };
    const outdatedHousehold = await outdatedHouseholdIn(tables, sight.list);
    return { ...seen, sight, ...(outdatedHousehold && { outdatedHousehold }) };
  }
  if (seen.sight.found !== "list") return seen;
  const outdated = outdatedBy(tables, seen.sight.list);
  const below = await belowTable(workbook, seen.sight.list);
  const sight = { ...seen.sight, ...(returns && { returns }) };
  return { ...seen, sight, ...(outdated && { outdated }), ...(below && { below }) };
}

/** What tells it comes with the other screens' code: few workbooks have a log of trades. */
async function outdatedHouseholdIn(
  tables: readonly Table[],
  list: HouseholdList,
): Promise<OutdatedHousehold | undefined> {
  if (!tables.some(({ name }) => sameName(name, tradeTable))) return undefined;
  const loaded = await import(/* webpackChunkName: "screens" */ "./outdated-household");
  return loaded.outdatedHouseholdBy(tables, list);
}

async function lookFor(workbook: Workbook, memory: Memory, tables: readonly Table[]): Promise<Survey> {
  const selection = await workbook.selection();
  const { households, planned } = await plansIn(workbook, tables);
  const isByClass = await byClassOf(tables);
  const read = reader(tables, planned, memory.chosen, isByClass);
  const see = (list: List): Promise<Sight> => sightOf(workbook, list, tables, households);

  // Keel's own results look like a list of funds: whoever selects them means the list that they are about.
  const ofPlan = planned.find(({ planCovers }) => planCovers(selection.block))?.list;
  const known = [memory.pinned, memory.last].find((list) => list && ofPlan && sameCells(list, ofPlan));
  const under = known
    ? read(await workbook.read(known.block), known.block)
    : (ofPlan ?? (await underSelection(workbook, selection, read)));
  const answers = (list: List): boolean => isAnswered(list) || isByClass(list);
  const selected = under && answers(under) ? under : undefined;

  const again = async (list: Whereabouts | undefined): Promise<List | undefined> => {
    if (list === undefined) return undefined;
    if (under && sameList(list, under)) return under;
    const contents =
      list.table === undefined
        ? await readIfThere(workbook, list.block)
        : tables.find(({ name }) => name === list.table);
    return contents && read(contents, list.block);
  };
  const lackingBeside = (shown: List): Pick<Survey, "unfinished" | "cells"> => {
    const another = under && !selected && !sameList(under, shown) && hasNumbers(under) ? under : undefined;
    if (!another || calculated(selection.around)) return {};
    return isBegun(another) ? { unfinished: another } : { cells: another };
  };

  const pinned = await again(memory.pinned);
  if (pinned && (answers(pinned) || hasNumbers(pinned))) {
    const elsewhere = selected && !sameList(selected, pinned) ? { selected } : lackingBeside(pinned);
    return { sight: await see(pinned), ...elsewhere };
  }
  if (selected) return { sight: await see(selected) };
  const last = await again(memory.last);
  const inTables = tables.map((table) => read(table, table.block)).filter((list) => list !== undefined);
  const other =
    last && answers(last) ? last : (inTables.find(isAnswered) ?? planned[0]?.list ?? inTables.find(answers));
  if (other && answers(other)) return { sight: await see(other), ...lackingBeside(other) };
  const isNumbers = under !== undefined && hasNumbers(under);
  if (isNumbers && under.held > 0) return { sight: await see(under) };
  // What a broker writes above its list has numbers too.
  const clear = await onlyListOn(workbook, selection.block.sheet, read);
  if (clear && (!isNumbers || clear.held > 0)) return { sight: await see(clear) };
  return { sight: isNumbers ? { found: "cells", list: under } : { found: "nothing" } };
}

/** Reads cells as a list, or a table that lies in them. Undefined for tables of Keel's own. `near` is where the owner is. */
type Read = (contents: Contents | Table, near: Block) => List | undefined;

function reader(
  tables: readonly Table[],
  planned: readonly PlannedList[],
  chosen: readonly Correction[],
  isByClass: IsByClass,
): Read {
  const columnsFor = (list: List): ListColumns => {
    const correction = chosen.find((each) => sameList(each.list, list));
    const plan = planned.find((each) => overlap(each.list.block, list.block))?.list;
    return { ...correction?.columns, ...withPlan(correction?.columns, plan, list) };
  };
  const asList = (contents: Contents | Table): List => {
    const list = listIn(contents);
    const columns = columnsFor(list);
    return Object.keys(columns).length === 0 ? list : listIn(contents, columns);
  };
  // Targets by class are a part of the household that stands in another table.
  const hasByClass = tables.some(
    (table) => !isKeels(table) && (isHousehold(listIn(table)) || isByClass(listIn(table))),
  );
  const isNoList = (table: Table): boolean =>
    isKeels(table) || (hasByClass && !isHousehold(listIn(table)) && classTargetsIn(table) !== undefined);
  return (contents, near) => {
    if ("name" in contents) return isNoList(contents) ? undefined : asList(contents);
    // A cell beside a table belongs to its region: whoever types there means the table.
    const within = tables.filter(({ block }) => overlap(block, contents.block));
    const [home] = within
      .filter((table) => !isNoList(table) && isValued(asList(table)))
      .sort((one, another) => distance(one.block, near) - distance(another.block, near));
    if (home) return asList(home);
    return within.some(isNoList) ? undefined : asList(contents);
  };
}

/** What the owner hasn't chosen is what the plan's formulas take it for. */
function withPlan(chosen: ListColumns = {}, plan: List | undefined, list: List): ListColumns {
  if (!plan) return {};
  return Object.fromEntries(
    roles.flatMap((role) => {
      const column = plan.columns[role];
      if (chosen[role] !== undefined || column === undefined) return [];
      return [[role, column + plan.block.column - list.block.column] as const];
    }),
  );
}

/** Whether a table is none of the owner's lists, but a plan's settings, a log of past rebalances or trades, or past returns. */
function isKeels(table: Table): boolean {
  return [logTable, tradeTable, returnsTable].some((name) => sameName(name, table.name)) || isPolicy(table);
}

/** How many rows or columns lie between two blocks, whichever are more; 0 if they touch or overlap. */
function distance(one: Block, other: Block): number {
  const gap = (start: number, length: number, otherStart: number, otherLength: number): number =>
    Math.max(0, otherStart - start - length, start - otherStart - otherLength);
  return Math.max(
    gap(one.row, one.height, other.row, other.height),
    gap(one.column, one.width, other.column, other.width),
  );
}

/** The list under the selection. A table that one of Keel's functions spilled, PLAN's say, is none. */
async function underSelection(
  workbook: Workbook,
  { table, around, block }: Selection,
  read: (contents: Contents, block: Block) => List | undefined,
): Promise<List | undefined> {
  if (table) return read(table, block);
  if (isKeelFormula(around.formulas[0]?.[0] ?? "")) return undefined;
  return read(await wholeOf(workbook, around), block);
}

/** The filled region around a selection, or the whole of the list that it is a part of, where blank rows part its funds. */
async function wholeOf(workbook: Workbook, around: Contents): Promise<Contents> {
  const { sheet, row, column, height, width } = around.block;
  const { height: down, width: across } = LOOKED_THROUGH;
  if (sheet === "" || width < 2 || row + height > down || column + width > across) return around;
  const contents = await readIfThere(workbook, { sheet, ...LOOKED_THROUGH });
  const whole = contents && listRegionsIn(contents).find(({ block }) => overlap(block, around.block));
  return whole && whole.block.height > height ? whole : around;
}

/** The rows right below a table that look like funds and aren't in it. */
async function belowTable(workbook: Workbook, list: ReadyList): Promise<Block | undefined> {
  if (list.table === undefined) return undefined;
  const { block } = list;
  const below = await readIfThere(workbook, { ...block, row: block.row + block.height, height: ROWS_BELOW });
  return below && fundsBelow(list, below);
}

/** How far a sheet is looked through for a list. */
const LOOKED_THROUGH = { row: 0, column: 0, height: 200, width: 30 };

/** The list on a sheet that nobody has selected, if there is only one: complete if one is, else one that is begun. */
async function onlyListOn(workbook: Workbook, sheet: string, read: Read): Promise<List | undefined> {
  const contents = sheet === "" ? undefined : await readIfThere(workbook, { sheet, ...LOOKED_THROUGH });
  const lists = (contents ? listRegionsIn(contents) : []).flatMap((region) => {
    const list = calculated(region) ? undefined : read(region, region.block);
    return list && hasNumbers(list) && isBegun(list) ? [list] : [];
  });
  const ready = lists.filter(isAnswered);
  const [only, ...more] = ready.length > 0 ? ready : lists;
  return more.length === 0 ? only : undefined;
}

/**
 * Whether a plan about plain cells is about a list that is known already. They need not be the same block: the plan knows
 * only the columns that its formulas call, without titles above and columns beside, so the known list is read instead.
 */
function sameCells(known: Whereabouts, ofPlan: List): boolean {
  return known.table === undefined && ofPlan.table === undefined && overlap(known.block, ofPlan.block);
}

/** The plans of a workbook: those of households apart, whose classes are no list of funds. */
async function plansIn(
  workbook: Workbook,
  tables: readonly Table[],
): Promise<{ readonly households: readonly PlannedHousehold[]; readonly planned: readonly PlannedList[] }> {
  const households: PlannedHousehold[] = [];
  const others: Table[] = [];
  const ask = async (table: Table, moved: boolean): Promise<void> => {
    const found = await plannedHousehold(workbook, tables, table, moved);
    if (found) households.push(found);
    else if (!moved) others.push(table);
  };
  const policies = tables.filter(isPolicy);
  for (const table of policies) await ask(table, false);
  const lists = await plannedLists(workbook, [...tables.filter((table) => !isPolicy(table)), ...others]);
  if (lists.length < others.length) for (const table of others) await ask(table, true);
  const ofHouseholds = households.map(({ list, plan }): PlannedList => ({
    list,
    planCovers: (block) => isOnPlan(block, plan),
  }));
  return { households, planned: [...ofHouseholds, ...lists] };
}

async function sightOf(
  workbook: Workbook,
  list: List,
  tables: readonly Table[],
  households: readonly PlannedHousehold[],
): Promise<Sight> {
  const planned = households.find((each) => isPlanOf(each, list));
  const given = isHousehold(list) || !hasTargets(list);
  const targets = given
    ? (planned?.targets ?? firstClassTargets(freeOf(tables, households)) ?? (await targetsBeside(workbook, list)))
    : undefined;
  const found = { ...(targets && { targets }), ...(planned && { plan: planned.plan }) };
  if (isHousehold(list)) return { found: "household", list, ...found };
  const byClass = targets && (await loadByClass())(list, targets);
  if (byClass) return { found: "household", ...byClass, ...found };
  if (!isReady(list) || !isOnePot(list)) return { found: "cells", list };
  const plan = await findPlan(workbook, sourceOf(list));
  return { found: "list", list, ...(plan ? { plan } : {}) };
}

/** The tables that no household's plan takes its targets from: those are that household's, and no other's. */
function freeOf(tables: readonly Table[], households: readonly PlannedHousehold[]): readonly Table[] {
  return tables.filter(({ block }) => !households.some(({ targets }) => overlap(targets.whole.block, block)));
}

/** Targets by class in plain cells of a list's sheet. */
async function targetsBeside(workbook: Workbook, { block }: List): Promise<ClassTargets | undefined> {
  const contents = await readIfThere(workbook, { sheet: block.sheet, ...LOOKED_THROUGH });
  for (const region of contents ? regionsIn(contents) : []) {
    const found = overlap(region.block, block) || calculated(region) ? undefined : classTargetsIn(region);
    if (found) return found;
  }
  return undefined;
}

/** A list has at least a column of numbers, be they written as texts, and another one, over a few cells. */
function hasNumbers(list: List): boolean {
  if (list.held > 0) return true;
  const rows = list.cells.slice(list.firstRow, list.firstRow + list.height);
  return list.block.width > 1 && rows.some((row) => row.some((cell) => typeof cell === "number" && cell !== 0));
}

/**
 * Somebody has begun a list of funds: it has headings, and it is plain who the funds are and what they are worth. Numbers
 * that stand beside no fund and no class, as a broker's summary of accounts has them, are none.
 */
function isBegun(list: List): boolean {
  const { fund, value } = list.columns;
  return list.headed && fund !== undefined && (value === undefined ? list.priced : list.held > 0);
}

/** Whether Keel's own results fill these cells, a table of trades, say: they are no list of the owner's. */
function calculated({ formulas }: Contents): boolean {
  return formulas.some((row) => row.some(isKeelFormula));
}
