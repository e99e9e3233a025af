import type { Block, Description, Value } from "../sheets";
import type { CellValue } from "../workbook";
import { blockOf, columnOf, isOnePot, isReady, type List, type ReadyList, type ValuedList } from "./list";
import { areInPercents, fractionOf, readTyped, targetTexts } from "./targets";

/** What becomes of the owner's list when a plan is written: how it will read, and the steps that make it so. */
export interface Proposal {
  readonly list: ReadyList;
  readonly steps: Description["steps"];
  /** What happens to the targets; `cells` are those that are written, a new heading among them. */
  readonly targets:
    { readonly fate: "kept" } | { readonly fate: "rewritten" | "filled in" | "added"; readonly cells: Block };
  /** The table that the list becomes, if it is none yet and shall be one. */
  readonly newTable?: { readonly name: string; readonly block: Block };
}

type Written = Pick<Proposal, "steps" | "targets"> & { readonly list: List };

/**
 * Works out what to do to a list for these targets (a percent a row of the list, 40 for 40 %) and, given a name, to make
 * it a table. Undefined for a list that formulas can't be about even then.
 */
export function propose(list: ValuedList, percents: readonly number[], tableName?: string): Proposal | undefined {
  const { target } = list.columns;
  const written =
    target === undefined ? withNewTargets(list, percents) : withOtherTargets({ ...list, target }, percents);
  const { steps, targets } = written;
  const proposed = tableName === undefined ? written.list : asTable(written.list, tableName);
  if (!isReady(proposed) || !isOnePot(proposed)) return undefined;
  if (tableName === undefined) return { list: proposed, steps, targets };
  const newTable = { name: tableName, block: proposed.block };
  return { list: proposed, steps: [...steps, { do: "add table", ...newTable }], targets, newTable };
}

function withOtherTargets(
  { target, ...list }: ValuedList & { readonly target: number },
  percents: readonly number[],
): Written {
  const before = readTyped(targetTexts(list)).percents;
  if (percents.every((percent, row) => percent === before[row])) return { list, steps: [], targets: { fate: "kept" } };
  const cells = columnOf(list, target).map(([cell]) => cell ?? "");
  const inPercents = areInPercents(cells);
  const values = percents.map((percent, row) => cellFor(list, row, inPercents ? percent : fractionOf(percent)));
  const block = blockOf(list, target);
  return {
    list: { ...list, cells: withColumn(list, target, values) },
    steps: [
      ...(inPercents ? [] : [percentFormat(block, percents)]),
      { do: "write values", block, values: values.map((value) => [value]) },
    ],
    targets: { fate: cells.every((cell) => cell === "") ? "filled in" : "rewritten", cells: block },
  };
}

const targetHeading = "Target";

/** The column of targets goes directly to the right of the list: a blank column between would keep it out of the list. */
function withNewTargets(list: ValuedList, percents: readonly number[]): Written {
  const target = list.block.width;
  const block: Block = { ...list.block, width: target + 1 };
  const values = percents.map((percent, row) => cellFor(list, row, fractionOf(percent)));
  const cells = withColumn(list, target, values, targetHeading);
  const grown: List = {
    ...list,
    block,
    cells,
    names: [...list.names, targetHeading],
    columns: { ...list.columns, target },
  };
  const body = blockOf(grown, target);
  const headed = list.firstRow > 0;
  const written: Block = headed ? { ...body, row: body.row - 1, height: body.height + 1 } : body;
  const { table } = list;
  return {
    list: grown,
    steps: [
      {
        do: "write values",
        block: written,
        values: [...(headed ? [[targetHeading]] : []), ...values.map((value) => [value])],
      },
      percentFormat(body, percents),
      ...(table === undefined ? [] : [{ do: "resize table", name: table, block } as const]),
    ],
    targets: { fate: "added", cells: written },
  };
}

/** What is written for a row's target: nothing where the row is blank, since a 0 there would make it a fund. */
function cellFor(list: List, row: number, value: number): Value {
  const cells = list.cells[list.firstRow + row] ?? [];
  return value === 0 && cells.every((cell) => cell === "" || cell === 0) ? "" : value;
}

function withColumn(list: List, column: number, values: readonly Value[], heading?: string): List["cells"] {
  return list.cells.map((row, index) => {
    const changed: CellValue[] = Array.from({ length: Math.max(row.length, column + 1) }, (_, at) => row[at] ?? "");
    const inBody = index >= list.firstRow && index < list.firstRow + list.height;
    if (inBody) changed[column] = values[index - list.firstRow] ?? "";
    else if (heading !== undefined && index === list.firstRow - 1) changed[column] = heading;
    return changed;
  });
}

function percentFormat(block: Block, percents: readonly number[]): Description["steps"][number] {
  const format = percents.every((percent) => Number.isInteger(percent)) ? "0%" : "0.0#%";
  return { do: "format numbers", block, format };
}

/** Whether a list of plain cells can become a table: its headings are distinct texts, and no total row is in it. */
export function canBeTable(list: List): boolean {
  if (list.table !== undefined || !list.headed || list.firstRow < 1 || list.height < 1) return false;
  const headings = (list.cells[list.firstRow - 1] ?? []).map((cell) =>
    typeof cell === "string" ? cell.trim().toLowerCase() : "",
  );
  return !headings.includes("") && new Set(headings).size === headings.length;
}

/** The list as a table: from its headings to its last fund, without titles above and a total row below. */
function asTable({ block, cells, firstRow, tickers, ...list }: List, table: string): List {
  const { names, headed, familiar, columns, priced, held, obstacles, height } = list;
  const top = firstRow - 1;
  return {
    table,
    block: { ...block, row: block.row + top, height: height + 1 },
    cells: cells.slice(top, top + height + 1),
    names,
    headed,
    familiar,
    columns,
    ...(tickers === undefined ? {} : { tickers }),
    priced,
    firstRow: 1,
    height,
    held,
    obstacles,
  };
}

/** A name for a new table that no table, and no sheet among those given, has yet: Holdings, Holdings2 … */
export function freeTableName(name: string, taken: readonly string[]): string {
  const known = new Set(taken.map((one) => one.toLowerCase()));
  let free = name;
  for (let number = 2; known.has(free.toLowerCase()); number += 1) free = `${name}${number}`;
  return free;
}
