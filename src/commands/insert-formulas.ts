import { rebalance } from "../operations";
import { recogniseColumns, type Cells } from "../ranges";
import { defaultChoices, planFormulas, type Block, type Source } from "../sheets";
import type { Contents, Selection, Workbook } from "../workbook";

export type Inserted =
  | "inserted"
  /** Nothing was written: the pane has to ask or to explain something first. */
  | "pane opened";

/**
 * Inserts drift, status and trades beside the list of funds under the selection, as the wizard would with its default
 * choices. Where anything is not plain, nothing is written and the pane is opened: there is no list of funds, a row needs
 * a word, Keel can't work with the numbers, or the place is filled.
 */
export async function insertFormulas(
  workbook: Workbook,
  openPane: () => Promise<void>,
  namespace: string = defaultChoices.namespace,
): Promise<Inserted> {
  if (await insert(workbook, namespace)) return "inserted";
  await openPane();
  return "pane opened";
}

async function insert(workbook: Workbook, namespace: string): Promise<boolean> {
  const source = sourceIn(await workbook.selection());
  if (!source) return false;
  const { outcome } = await workbook.apply(planFormulas(source, { ...defaultChoices, namespace }));
  return outcome === "applied";
}

/** The list of funds under a selection, if it is plain what its columns mean and Keel can work with it. */
export function sourceIn({ table, around }: Selection): Source | undefined {
  const list: Contents = table ?? around;
  const { headerRow, columns } = recogniseColumns(list.values);
  const { value, target } = columns;
  if (headerRow < 0 || value === undefined || target === undefined) return undefined;

  const rows = list.values.slice(headerRow + 1);
  // A value without a target may be a total row, which would count the money twice: the pane knows how to tell.
  if (rows.some((row) => row[value] !== "" && row[target] === "")) return undefined;
  const cellsOf = (column: number): Cells => rows.map((row) => [row[column]]);
  const { cash, policy } = defaultChoices;
  if (!rebalance.answer(cellsOf(value), cellsOf(target), [[cash]], [[policy]]).ok) return undefined;

  const blockOf = (column: number): Block => ({
    sheet: list.block.sheet,
    row: list.block.row + headerRow + 1,
    column: list.block.column + column,
    height: rows.length,
    width: 1,
  });
  const nameOf = (column: number): string => String(list.values[0]?.[column] ?? "");
  return {
    list: list.block,
    values: blockOf(value),
    targets: blockOf(target),
    ...(table && headerRow === 0 ? { table: { name: table.name, value: nameOf(value), target: nameOf(target) } } : {}),
  };
}
