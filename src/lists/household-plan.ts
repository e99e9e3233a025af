import type { Cells } from "../ranges";
import {
  callsFunction,
  householdPlaces,
  householdPlacesBy,
  householdRow,
  householdSubjectOf,
  keelCalls,
  overlap,
  sameName,
  type Block,
  type HouseholdPlaces,
  type HouseholdSubject,
} from "../sheets";
import type { Contents, Table, Workbook } from "../workbook";
import { classTargetsIn, type ClassTargets } from "./class-targets";
import { isOnTrades, tradesOf, type HouseholdTrades } from "./household-trades";
import { listIn, shownAs, type List, type Whereabouts } from "./list";
import { readInside } from "./read-inside";

/** Keel's plan of a household, on a sheet of its own. */
export interface HouseholdPlan {
  /** The rows of its Policy table. */
  readonly policy: Cells;
  /** The table with its header row. */
  readonly policyCells: Block;
  readonly policyTable: string;
  /** Whether the targets have a column of bands that its formulas don't read: it was added since. */
  readonly bandsUnread?: boolean;
  readonly places: HouseholdPlaces;
  /** Its trades by account; absent where it has none, as those that earlier versions of Keel wrote. */
  readonly trades?: HouseholdTrades;
}

/** A household's plan, and what its formulas are about. */
export interface PlannedHousehold {
  readonly plan: HouseholdPlan;
  readonly list: List;
  readonly targets: ClassTargets;
}

/**
 * Finds the household that the plan with this Policy table is about; undefined where its formulas are another plan's. They
 * are looked for where Keel wrote them, or, `moved`, wherever its owner has put them.
 */
export async function plannedHousehold(
  workbook: Workbook,
  tables: readonly Table[],
  table: Table,
  moved: boolean,
): Promise<PlannedHousehold | undefined> {
  const found = moved ? await movedAct(workbook, table) : await actOf(workbook, table);
  if (!found) return undefined;
  const { subject, places } = found;
  const targets = await targetsOf(workbook, tables, subject);
  const contents = await holdingsOf(workbook, tables, subject.holdings);
  if (!targets || !contents) return undefined;
  const all = found.asWritten ? householdPlacesBy(targets.classes.height, table.block, places.act) : undefined;
  const trades = await tradesOf(workbook, table.name, found.shown, places.act.sheet);
  const plan: HouseholdPlan = {
    policy: table.values.slice(1),
    policyCells: table.block,
    policyTable: table.name,
    ...(targets.bands && !subject.bands && { bandsUnread: true }),
    places: all ?? places,
    ...(trades && { trades }),
  };
  return { plan, list: listIn(contents), targets };
}

/** Whether a plan is about a list: the same table, or cells that overlap. */
export function isPlanOf({ list: planned }: PlannedHousehold, list: Whereabouts): boolean {
  return planned.table === undefined || list.table === undefined
    ? overlap(planned.block, list.block)
    : sameName(planned.table, list.table);
}

/** Whether a block lies on a plan, or on its trades. */
export function isOnPlan(block: Block, { places, trades }: HouseholdPlan): boolean {
  return overlap(block, places.all) || (trades !== undefined && isOnTrades(block, trades));
}

interface Found {
  readonly subject: HouseholdSubject;
  readonly places: HouseholdPlaces;
  /** Whether all of it stands together as Keel wrote it. */
  readonly asWritten: boolean;
  /** The formula in the cell that shows the trades in one line; "" where there is none. */
  readonly shown: string;
}

/** How far to the left of its Policy table a plan's first cells stand at most, in columns. */
const REACH = 24;

/** What Keel writes into some columns of a plan: a column among them parts the figures from where they belong. */
const FIGURES = { value: "BYCLASS", weight: "WEIGHTS", drift: "DRIFT", status: "STATUS" } as const;

/** The cell that says whether to act, where Keel wrote it: beside the Policy table, with the classes' figures below. */
async function actOf(workbook: Workbook, { name, block }: Table): Promise<Found | undefined> {
  const column = Math.max(0, block.column - REACH);
  if (block.column === column) return undefined;
  const { facts, policy, classes } = householdRow;
  const [row, height] = [block.row + facts - policy, classes - facts + 1];
  const contents = await readInside(workbook, { ...block, row, height, column, width: block.column - column });
  if (!contents) return undefined;
  const formulaAt = (cell: Block): string => contents.formulas[cell.row - row]?.[cell.column - column] ?? "";
  for (const [across, formula] of (contents.formulas[0] ?? []).entries()) {
    const subject = householdSubjectOf(formula, block.sheet, name);
    const act = { ...block, row, column: column + across, height: 1, width: 1 };
    const places = subject && householdPlacesBy(1, block, act);
    if (!subject || !places) continue;
    const found = Object.entries(FIGURES).map(([column, name]): boolean | undefined => {
      const [call] = keelCalls(formulaAt(places.columns[column as keyof typeof FIGURES]), block.sheet);
      return call && call.name === name;
    });
    if (found.includes(true) && !found.includes(false)) {
      return { subject, places, asWritten: true, shown: formulaAt(places.trades) };
    }
  }
  return undefined;
}

async function movedAct(workbook: Workbook, { name }: Table): Promise<Found | undefined> {
  for (const { cell, formula } of await workbook.keelFormulas()) {
    const subject = callsFunction(formula, "ISDUE") ? householdSubjectOf(formula, cell.sheet, name) : undefined;
    if (subject)
      return { subject, places: { ...householdPlaces(cell.sheet, 1), act: cell }, asWritten: false, shown: "" };
  }
  return undefined;
}

async function holdingsOf(
  workbook: Workbook,
  tables: readonly Table[],
  holdings: HouseholdSubject["holdings"],
): Promise<Contents | Table | undefined> {
  return "table" in holdings
    ? tables.find(({ name }) => sameName(name, holdings.table))
    : readInside(workbook, holdings.cells);
}

async function targetsOf(
  workbook: Workbook,
  tables: readonly Table[],
  { classes, weights, bands }: HouseholdSubject,
): Promise<ClassTargets | undefined> {
  if ("cells" in classes && "cells" in weights) {
    const [named, given] = [await readInside(workbook, classes.cells), await readInside(workbook, weights.cells)];
    if (!named || !given) return undefined;
    const own = bands && "cells" in bands ? bands.cells : undefined;
    const said = own && (await readInside(workbook, own));
    const block = around([classes.cells, weights.cells, ...(own ? [own] : [])]);
    const whole = await readInside(workbook, block);
    if (!whole) return undefined;
    return {
      ...{ classes: classes.cells, weights: weights.cells },
      ...(own && { bands: own }),
      cells: { classes: column(named), weights: column(given), ...(said && { bands: column(said) }) },
      whole: { block, cells: whole.values },
    };
  }
  if (!("table" in classes) || !("table" in weights) || !sameName(classes.table, weights.table)) return undefined;
  const table = tables.find(({ name }) => sameName(name, classes.table));
  const at = (heading: string): number =>
    (table?.values[0] ?? []).findIndex((cell) => sameName(shownAs(cell).trim(), heading));
  const [named, given] = [at(classes.heading), at(weights.heading)];
  if (!table || named < 0 || given < 0) return undefined;
  // A column of bands may have come since the formulas were written, or under a heading that tells nothing.
  const known = bands && "heading" in bands ? at(bands.heading) : -1;
  const said = known < 0 ? classTargetsIn(table)?.bands : undefined;
  const band = said ? said.column - table.block.column : known;
  const body = (column: number): Block => ({
    ...table.block,
    row: table.block.row + 1,
    column: table.block.column + column,
    height: table.block.height - 1,
    width: 1,
  });
  const cellsAt = (column: number): ClassTargets["cells"]["classes"] =>
    table.values.slice(1).map((row) => [row[column] ?? ""]);
  return {
    classes: body(named),
    weights: body(given),
    ...(band >= 0 && { bands: body(band) }),
    columns: {
      ...{ table: table.name, block: table.block, class: classes.heading, weight: weights.heading },
      ...(band >= 0 && { band: shownAs(table.values[0]?.[band]) }),
    },
    cells: {
      ...{ classes: cellsAt(named), weights: cellsAt(given) },
      ...(band >= 0 && { bands: cellsAt(band) }),
    },
    whole: { block: table.block, cells: table.values },
  };
}

/** The smallest block that has these columns in it, with the row of their headings if there is one above. */
function around(columns: readonly Block[]): Block {
  const [first] = columns as readonly [Block, ...Block[]];
  const edge = (from: (block: Block) => number, to: (block: Block) => number): readonly [number, number] => {
    const start = Math.min(...columns.map(from));
    return [start, Math.max(...columns.map((block) => from(block) + to(block))) - start];
  };
  const [row, height] = edge(
    (block) => block.row,
    (block) => block.height,
  );
  const [column, width] = edge(
    (block) => block.column,
    (block) => block.width,
  );
  const above = row > 0 ? 1 : 0;
  return { sheet: first.sheet, row: row - above, column, height: height + above, width };
}

function column({ values }: Contents): ClassTargets["cells"]["classes"] {
  return values.map((row) => [row[0] ?? ""]);
}

/** The first table of the workbook that is one of targets by class. */
export function firstClassTargets(tables: readonly Table[]): ClassTargets | undefined {
  for (const table of tables) {
    const found = classTargetsIn(table);
    if (found) return found;
  }
  return undefined;
}
