import { overlap, type Block, type PlanSubject } from "../sheets";
import type { Contents, Table, Workbook } from "../workbook";
import { listIn, type ListColumns, type List, shownAs } from "./list";
import { readInside } from "./read-inside";

/** Finds the list that a plan is about, with its columns as the plan's formulas take them. */
export async function listOfPlan(
  workbook: Workbook,
  tables: readonly Table[],
  subject: PlanSubject,
): Promise<List | undefined> {
  if ("table" in subject) {
    const table = tables.find(({ name }) => name.toLowerCase() === subject.table.toLowerCase());
    return table && listIn(table, columnsNamed(table, subject.value, subject.target, subject.fund));
  }
  const { values, targets, funds } = subject;
  const columns = [values, targets, ...(funds ? [funds] : [])].map(({ column }) => column);
  // A plan written for a host that can't name every column gives a table's columns by address: the list is the table.
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

/** Which columns the headings name. One that the table doesn't have anymore, because it was renamed or taken out, is left out. */
function columnsNamed({ values }: Table, value: string, target: string, fund: string | undefined): ListColumns {
  const headings = (values[0] ?? []).map((heading) => shownAs(heading).toLowerCase());
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
