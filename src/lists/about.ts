import { blockAt, overlap, type Block } from "../sheets";
import type { Contents, Table, Workbook } from "../workbook";
import { listIn, type ListColumns, type List } from "./list";
import { readInside } from "./read-inside";

/** What a plan's formulas are about: columns of a table by their headings, or cells by their addresses. */
type Subject =
  | { readonly table: string; readonly value: string; readonly target: string }
  | { readonly values: Block; readonly targets: Block };

/**
 * Reads a drift formula of a plan: `=KEEL.DRIFT(Holdings[Value],Holdings[Target])`. Undefined if it is about anything
 * else than two columns.
 */
export function subjectOf(driftFormula: string): Subject | undefined {
  const inside = /DRIFT\((.*)\)$/i.exec(driftFormula.trim())?.[1] ?? "";
  // A name may hold a comma: each comma is tried.
  for (let comma = inside.indexOf(","); comma >= 0; comma = inside.indexOf(",", comma + 1)) {
    const [first, second] = [inside.slice(0, comma), inside.slice(comma + 1)];
    const [value, target] = [tableColumn(first), tableColumn(second)];
    if (value && target && value.table === target.table) {
      return { table: value.table, value: value.column, target: target.column };
    }
    const [values, targets] = [blockAt(first), blockAt(second)];
    if (values?.width === 1 && targets?.width === 1 && values.sheet === targets.sheet) return { values, targets };
  }
  return undefined;
}

/** `Holdings[[Value (USD)]]` → the table and the column's heading. */
function tableColumn(reference: string): { readonly table: string; readonly column: string } | undefined {
  const [, table, double, single] = /^([^[\]\s'!]+)\[(?:\[(.*)\]|(.*))\]$/.exec(reference.trim()) ?? [];
  const column = double ?? single;
  return table === undefined || column === undefined ? undefined : { table, column: column.replace(/'(.)/g, "$1") };
}

/** Finds the list that a plan is about, with its columns as the plan's formulas take them. */
export async function listOfPlan(
  workbook: Workbook,
  tables: readonly Table[],
  driftFormula: string,
  fundFormula: string,
): Promise<List | undefined> {
  const subject = subjectOf(driftFormula);
  if (!subject) return undefined;
  if ("table" in subject) {
    const table = tables.find(({ name }) => name.toLowerCase() === subject.table.toLowerCase());
    const fund = tableColumn(fundFormula.trim().replace(/^=|&""$/g, ""));
    return table && listIn(table, columnsNamed(table, subject.value, subject.target, fund?.column));
  }
  const { values, targets } = subject;
  const funds = blockAt(/^=(.+)&""$/.exec(fundFormula.trim())?.[1] ?? "");
  const columns = [values, targets, ...(funds?.sheet === values.sheet ? [funds] : [])].map(({ column }) => column);
  // Columns that belong to a table are the table's, though they are called by address.
  const home = tables.find(({ block }) => overlap(block, values));
  if (home) return listIn(home, columnsAt(home.block, values, targets, funds));
  const left = Math.min(...columns);
  const headed = values.row > 0 ? 1 : 0;
  const block: Block = {
    sheet: values.sheet,
    row: values.row - headed,
    column: left,
    height: values.height + headed,
    width: Math.max(...columns) - left + 1,
  };
  const contents: Contents | undefined = await readInside(workbook, block);
  return contents && listIn(contents, columnsAt(block, values, targets, funds));
}

/** A column that the table has no more is left out. */
function columnsNamed({ values }: Table, value: string, target: string, fund: string | undefined): ListColumns {
  const headings = (values[0] ?? []).map((heading) => String(heading).toLowerCase());
  const named = Object.entries({ value, target, fund }).flatMap(([role, heading]) => {
    const column = heading === undefined ? -1 : headings.indexOf(heading.toLowerCase());
    return column < 0 ? [] : [[role, column] as const];
  });
  return Object.fromEntries(named);
}

function columnsAt({ column }: Block, values: Block, targets: Block, funds: Block | undefined): ListColumns {
  return {
    value: values.column - column,
    target: targets.column - column,
    ...(funds ? { fund: funds.column - column } : {}),
  };
}
