import { headingCharacters } from "./column-width";
import type { Step, Value } from "./description";
import type { MoneyPatterns } from "./money-pattern";
import type { Block } from "./place";

/** One column of a table that Keel adds rows to: its heading, and the part of an entry that it holds. */
export interface LogColumn<Entry> {
  readonly heading: string;
  readonly field: keyof Entry & string;
  /** A number format, or money as the owner's list shows it. */
  readonly format: string | { readonly money: keyof MoneyPatterns } | undefined;
  readonly characters: number;
}

/** A table of entries as it is found in a workbook, with its header row. */
export interface FoundLog {
  readonly name: string;
  readonly block: Block;
  readonly values: readonly (readonly unknown[])[];
}

type Columns<Entry> = readonly LogColumn<Entry>[];

/** Describes a new table of these entries whose headings begin at the top left cell of `place`. What is absent is "". */
export function newLogTable<Entry>(
  name: string,
  place: Pick<Block, "sheet" | "row" | "column">,
  columns: Columns<Entry>,
  entries: readonly Entry[],
  money: MoneyPatterns,
): readonly Step[] {
  return [
    ...logCells(place, columns, entries, money),
    { do: "add table", name, block: { ...place, height: entries.length + 1, width: columns.length } },
    ...logWidths(place, columns),
  ];
}

/** Describes the headings and entries of a table, before it is made one. What is absent is "". */
export function logCells<Entry>(
  place: Pick<Block, "sheet" | "row" | "column">,
  columns: Columns<Entry>,
  entries: readonly Entry[],
  money: MoneyPatterns,
): readonly Step[] {
  const block: Block = { ...place, height: entries.length + 1, width: columns.length };
  const body: Block = { ...block, row: block.row + 1, height: entries.length };
  return [
    ...formats(body, columns, money, (index) => block.column + index),
    {
      do: "write values",
      block,
      values: [
        columns.map(({ heading }) => heading),
        ...entries.map((entry) => columns.map(({ field }) => valueOf(entry, field))),
      ],
    },
  ];
}

/** Describes how wide its columns are. */
export function logWidths<Entry>(
  { sheet, row, column }: Pick<Block, "sheet" | "row" | "column">,
  columns: Columns<Entry>,
): readonly Step[] {
  return columns.map(({ heading, characters }, index): Step => ({
    do: "set width",
    block: { sheet, row, column: column + index, height: 1, width: 1 },
    characters: Math.max(characters, headingCharacters(heading)),
  }));
}

/** Where so many further entries go: below the table's last filled row, as wide as the table. */
export function nextLogRows({ block, values }: FoundLog, height: number): Block {
  let filled = values.length;
  while (filled > 1 && (values[filled - 1] ?? []).every((cell) => cell === "")) filled -= 1;
  return { ...block, row: block.row + filled, height };
}

/**
 * Describes rows below a table's last one, in the columns that its headings name, whatever their order. Undefined if it
 * has no column that is called like the first of `columns`: it is not the table that Keel knows.
 */
export function furtherLogRows<Entry>(
  found: FoundLog,
  columns: Columns<Entry>,
  entries: readonly Entry[],
  money: MoneyPatterns,
): readonly Step[] | undefined {
  const places = placesOf(found, columns);
  const columnOf = (index: number): number | undefined => {
    const at = places[index] ?? -1;
    return at < 0 ? undefined : found.block.column + at;
  };
  if (columnOf(0) === undefined) return undefined;
  const place = nextLogRows(found, entries.length);
  const { block } = found;
  const end = place.row + place.height;
  return [
    ...formats(place, columns, money, columnOf),
    ...columns.flatMap(({ field }, index): Step[] => {
      const column = columnOf(index);
      if (column === undefined) return [];
      const values = entries.map((entry) => [valueOf(entry, field)]);
      return [{ do: "write values", block: { ...place, column, width: 1 }, values }];
    }),
    // The table takes the new rows in once they are filled.
    ...(end <= block.row + block.height
      ? []
      : [{ do: "resize table", name: found.name, block: { ...block, height: end - block.row } } as const]),
  ];
}

/** Reads the cells of a table's rows by the headings of `columns`: "" where it has no such column. */
export function readLogRows<Entry>(
  found: FoundLog,
  columns: Columns<Entry>,
): readonly Readonly<Record<keyof Entry & string, unknown>>[] {
  const places = placesOf(found, columns);
  return found.values
    .slice(1)
    .map(
      (cells) =>
        Object.fromEntries(columns.map(({ field }, index) => [field, cells[places[index] ?? -1] ?? ""])) as Record<
          keyof Entry & string,
          unknown
        >,
    );
}

/** Whether a table has the column that holds this part of an entry. */
export function hasLogColumn<Entry>(found: FoundLog, columns: Columns<Entry>, field: keyof Entry & string): boolean {
  return (placesOf(found, columns)[columns.findIndex((column) => column.field === field)] ?? -1) >= 0;
}

/** Which of a table's columns have the headings of `columns`, from 0; −1 where none has. */
function placesOf<Entry>({ values }: FoundLog, columns: Columns<Entry>): readonly number[] {
  const headings = (values[0] ?? []).map((heading) => String(heading).trim().toLowerCase());
  return columns.map(({ heading }) => headings.indexOf(heading.toLowerCase()));
}

function valueOf<Entry>(entry: Entry, field: keyof Entry): Value {
  return (entry[field] as Value | undefined) ?? "";
}

function formats<Entry>(
  body: Block,
  columns: Columns<Entry>,
  money: MoneyPatterns,
  columnOf: (index: number) => number | undefined,
): readonly Step[] {
  return columns.flatMap(({ format }, index): Step[] => {
    const column = columnOf(index);
    if (format === undefined || column === undefined) return [];
    const pattern = typeof format === "string" ? format : money[format.money];
    return [{ do: "format numbers", block: { ...body, column, width: 1 }, format: pattern }];
  });
}
