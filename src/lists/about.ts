import { overlap, type Block, type PlanSubject } from "../sheets";
import type { Contents, Table, Workbook } from "../workbook";
import { listIn, ruleColumnsOf, type ListColumns, type List, shownAs } from "./list";
import { readInside } from "./read-inside";

/** Finds the list that a plan is about, with its columns as the plan's formulas take them. */
export async function listOfPlan(
  workbook: Workbook,
  tables: readonly Table[],
  subject: PlanSubject,
): Promise<List | undefined> {
  if ("table" in subject) {
    const table = tables.find(({ name }) => name.toLowerCase() === subject.table.toLowerCase());
    return table && withRules(table, columnsNamed(table, subject), headingsAt(table, subject.rules ?? []));
  }
  const { values, targets, funds, rules = [] } = subject;
  const columns = [values, targets, ...(funds ? [funds] : []), ...rules].map(({ column }) => column);
  // A plan written for a host that can't name every column gives a table's columns by address: the list is the table.
  const home = tables.find(({ block }) => overlap(block, values));
  const from = (left: number): readonly number[] => rules.map(({ column }) => column - left);
  if (home) return withRules(home, columnsAt(home.block, values, targets, funds), from(home.block.column));
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
  return contents && withRules(contents, columnsAt(block, values, targets, funds), from(left));
}

/** Reads a list with the columns of rules that the plan reads: those that their headings don't tell come from its formulas. */
function withRules(contents: Contents | Table, columns: ListColumns, rules: readonly number[]): List {
  const list = listIn(contents, columns);
  const untold = rules.filter((column) => !ruleColumnsOf(list).includes(column));
  const open = (["lock", "band"] as const).filter((role) => list.columns[role] === undefined);
  const said = open.flatMap((role, index) => (untold[index] === undefined ? [] : [[role, untold[index]] as const]));
  return said.length === 0 ? list : listIn(contents, { ...columns, ...Object.fromEntries(said) });
}

/** Which columns the headings name. One that the table doesn't have anymore, because it was renamed or taken out, is left out. */
function columnsNamed(
  table: Table,
  { value, target, fund }: Readonly<Record<"value" | "target", string>> & { readonly fund?: string },
): ListColumns {
  const named = Object.entries({ value, target, fund }).flatMap(([role, heading]) =>
    headingsAt(table, heading === undefined ? [] : [heading]).map((column) => [role, column] as const),
  );
  return Object.fromEntries(named);
}

/** In which columns of a table these headings stand, those aside that it doesn't have. */
function headingsAt({ values }: Table, headings: readonly string[]): readonly number[] {
  const own = (values[0] ?? []).map((heading) => shownAs(heading).toLowerCase());
  return headings.map((heading) => own.indexOf(heading.toLowerCase())).filter((column) => column >= 0);
}

function columnsAt({ column }: Block, values: Block, targets: Block, funds: Block | undefined): ListColumns {
  return {
    value: values.column - column,
    target: targets.column - column,
    ...(funds ? { fund: funds.column - column } : {}),
  };
}
