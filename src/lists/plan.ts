import { isLabelOf, type Cells } from "../ranges";
import {
  callsFunction,
  cashLabel,
  defaultChoices,
  isAbout,
  isWholeTable,
  keelCalls,
  overlap,
  placesFor,
  placesByPolicy,
  placesByTrade,
  readsRules,
  policyHeadings,
  policyLabel,
  subjectOf,
  type Block,
  type KeelCall,
  type PlanPlaces,
  type PlanSubject,
  type Source,
} from "../sheets";
import type { CellValue, Contents, Table, Workbook } from "../workbook";
import { listOfPlan } from "./about";
import type { List } from "./list";
import { readInside } from "./read-inside";

/** What the owner has decided: dollars to invest and a policy, as formulas take them. */
export interface Decisions {
  readonly cash: unknown;
  /** A text in one cell, or a range of labels and values. */
  readonly policy: Cells;
  /** Past returns, a column for each fund; absent where the workbook has no table of them. */
  readonly returns?: Cells;
  /** Where their cells are. */
  readonly blocks?: { readonly cash: Block; readonly policy: Block };
}

/** Keel's own cells about a list: where they stand and what the owner's cells say now. */
export interface Plan {
  readonly cash: CellValue;
  readonly cashCell: Block;
  /** As the formulas take it: a text in one cell, or the rows of a Policy table. */
  readonly policy: Cells;
  /** The cell or the table, its header row included. */
  readonly policyCells: Block;
  /** Whether its trades don't read a column Lock or Band that the list has, which was added since. */
  readonly rulesUnread?: boolean;
  /** What stands on a sheet of its own; undefined for the columns beside the list that the ribbon's button inserts. */
  readonly sheet?: { readonly places: PlanPlaces; readonly policyTable: string };
}

/** How far to the right of a list its plan is looked for, in columns. */
const REACH = 24;

/** Finds a list's plan: on a sheet of its own, else in columns to the right of the list. */
export async function findPlan(workbook: Workbook, source: Source): Promise<Plan | undefined> {
  for (const found of await planSheets(workbook, source.values.height)) {
    if (isAbout(found.subject, source)) return planOn(found, source);
  }
  const places = placesFor(source);
  // Its labels and the first fund's formulas tell it. The rows below are as many as the list has.
  const all = headOf(places.all, places.policy);
  // A host refuses to read beyond the sheet's last column. Near it, only as many columns are read as a plan is wide.
  const contents = (await readInside(workbook, { ...all, width: REACH })) ?? (await readInside(workbook, all));
  return contents && planBeside(contents, source);
}

/** The upper part of a block, down to where the last of the given ones begins. */
function headOf(all: Block, ...down: readonly Block[]): Block {
  const last = Math.max(...down.map(({ row }) => row));
  return { ...all, height: Math.max(1, Math.min(all.height, last + 1 - all.row)) };
}

/** A list that a plan on a sheet of its own is about, with its columns as the plan's formulas take them. */
export interface PlannedList {
  readonly list: List;
  /** Whether a block lies on the plan. */
  readonly planCovers: (block: Block) => boolean;
}

/** The lists that the plans of a workbook are about, in the order of the plans' tables. */
export async function plannedLists(workbook: Workbook, tables: readonly Table[]): Promise<readonly PlannedList[]> {
  const lists: PlannedList[] = [];
  // How many funds a plan has isn't known yet. Its formulas stand in the first fund's row, so one row finds them.
  for (const { subject, places } of await planSheets(workbook, 1, tables)) {
    const list = await listOfPlan(workbook, tables, subject);
    if (list) lists.push({ list, planCovers: (block) => isOnPlan(block, places) });
  }
  return lists;
}

/**
 * Whether a block lies on a plan whose places were worked out for a single fund. The formulas of a longer list fill the
 * cells further down, as many as it has funds, which isn't known here: whatever stands below the plan's first rows, in
 * its columns, counts as the plan's. Otherwise its own results would be taken for a list of funds.
 */
function isOnPlan(block: Block, { all }: PlanPlaces): boolean {
  return overlap(block, { ...all, height: Math.max(all.height, block.row + block.height - all.row) });
}

/** A sheet that a plan stands on: its Policy table, and the list that its formulas are about. */
interface PlanSheet {
  readonly table: Table;
  readonly places: PlanPlaces;
  readonly cash: CellValue;
  readonly subject: PlanSubject;
  /** Whether a formula stands where the funds' names belong. */
  readonly named: boolean;
}

async function planSheets(
  workbook: Workbook,
  height: number,
  tables?: readonly Table[],
): Promise<readonly PlanSheet[]> {
  const found: PlanSheet[] = [];
  for (const table of (tables ?? (await workbook.tables())).filter(isPolicy)) {
    let plan: PlanSheet | undefined;
    for (const places of placesByPolicy(table.block, height)) {
      plan = await planAt(workbook, table, places);
      if (plan) break;
    }
    plan ??= await planByFormulas(workbook, table, height);
    if (plan) found.push(plan);
  }
  return found;
}

/** The plan that stands at these places, if its formulas do. */
async function planAt(workbook: Workbook, table: Table, places: PlanPlaces): Promise<PlanSheet | undefined> {
  const contents = await readInside(workbook, headOf(places.all, places.columns.drift, places.cash));
  if (!contents) return undefined;
  const { all, columns, cash } = places;
  const within = <T>(rows: readonly (readonly T[])[], block: Block): T | undefined =>
    rows[block.row - all.row]?.[block.column - all.column];
  const formulaAt = (block: Block): string => within(contents.formulas, block) ?? "";
  const trade = formulaAt(columns.trade);
  const names = formulaAt(columns.fund);
  const subject = subjectOf(formulaAt(columns.drift), all.sheet, names, trade);
  if (!subject || !keelCalls(trade, all.sheet).some((call) => reads(call, table))) return undefined;
  const found = { table, places: asFound(places, table), cash: within(contents.values, cash) ?? "", subject };
  return { ...found, named: names !== "" };
}

/** Whether a call reads a Policy table. */
function reads(call: KeelCall, { name }: Table): boolean {
  return call.arguments.some((argument) => isWholeTable(argument, name));
}

/** The places of a plan with its Policy table as it is: its owner may have put the settings in another order. */
function asFound(places: PlanPlaces, { block, values }: Table): PlanPlaces {
  const lastLook = values.findIndex(([label]) => isLabelOf(label, "lastLook"));
  return {
    ...places,
    policy: block,
    lastLook:
      lastLook < 0
        ? places.lastLook
        : { sheet: block.sheet, row: block.row + lastLook, column: block.column + 1, height: 1, width: 1 },
  };
}

/**
 * Finds a plan by the formulas that read its Policy table, where the owner has put rows between or has moved the table
 * away from the rest.
 */
async function planByFormulas(workbook: Workbook, table: Table, height: number): Promise<PlanSheet | undefined> {
  const plans: PlanSheet[] = [];
  for (const places of await placesByFormulas(workbook, table, height)) {
    const plan = await planAt(workbook, table, places);
    if (plan) plans.push(plan);
  }
  // Which columns are which is told by the names. The owner may have typed over them.
  return plans.find(({ named }) => named) ?? plans[0];
}

/** Where a plan may stand whose trades read a Policy table: a place for each layout. */
async function placesByFormulas(workbook: Workbook, table: Table, height: number): Promise<readonly PlanPlaces[]> {
  const formulas = await workbook.keelFormulas();
  const [trade] = formulas.flatMap(({ cell, formula }) =>
    keelCalls(formula, cell.sheet)
      .filter((call) => call.name === "REBALANCE" && reads(call, table))
      .map((call) => ({ cell, cash: call.arguments[2] })),
  );
  if (trade?.cash?.is !== "block") return [];
  const { sheet } = trade.cell;
  const cash = { ...trade.cash.block, sheet };
  const here = formulas.filter(({ cell }) => cell.sheet === sheet);
  const cellOf = (name: string): Block | undefined => here.find(({ formula }) => callsFunction(formula, name))?.cell;
  return placesByTrade(trade.cell, height).map((places) => ({
    ...places,
    cash,
    act: cellOf("ISDUE") ?? places.act,
    totalDrift: cellOf("DRIFTTOTAL") ?? places.totalDrift,
    nextLook: cellOf("NEXTLOOK") ?? places.nextLook,
  }));
}

function planOn({ table, places, cash, subject }: PlanSheet, source: Source): Plan {
  const { block, values, name } = table;
  return {
    cash,
    cashCell: places.cash,
    policy: values.slice(1),
    policyCells: block,
    ...(!readsRules(subject, source) && { rulesUnread: true }),
    sheet: { places, policyTable: name },
  };
}

/** What a plan says, as the pane assesses it; without a plan, Keel's usual rule and no cash. */
export function decisionsOf(plan: Plan | undefined): Decisions {
  if (!plan) return { cash: defaultChoices.cash, policy: [[defaultChoices.policy]] };
  const { cash, cashCell, policy, policyCells } = plan;
  return {
    cash,
    policy,
    blocks: { cash: cashCell, policy: policyCells },
  };
}

/** Whether a table holds the settings of a plan. */
export function isPolicy({ values, block }: Table): boolean {
  return block.width === policyHeadings.length && policyHeadings.every((heading, at) => values[0]?.[at] === heading);
}

function planBeside(contents: Contents, source: Source): Plan | undefined {
  const width = contents.block.width;
  for (let column = 0; column + 6 <= width; column += 1) {
    const places = placesFor(source, { firstColumn: contents.block.column + column });
    const at = (block: Block): CellValue =>
      contents.values[block.row - contents.block.row]?.[block.column - contents.block.column] ?? "";
    const line = contents.formulas[places.drift.row - contents.block.row] ?? [];
    const formula = line[column] ?? "";
    const labels = { ...places.labels, row: places.labels.row + 1 };
    if (callsFunction(formula, "DRIFT") && at(places.labels) === cashLabel && at(labels) === policyLabel) {
      const { cash, policy, drift, trade } = places;
      const subject = subjectOf(formula, drift.sheet, "", line[column + trade.column - drift.column]);
      return {
        cash: at(cash),
        cashCell: cash,
        policy: [[at(policy)]],
        policyCells: policy,
        ...(subject && !readsRules(subject, source) && { rulesUnread: true }),
      };
    }
  }
  return undefined;
}
