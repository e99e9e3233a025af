import { sheetEnd, type Block, type CellReference, type ReferenceEnd, type ReferenceSpan } from "../sheets";

/** What happens to the places of a sheet's cells: where a block of them is afterwards, undefined where it is taken out. */
export interface Relocation {
  readonly sheet: string;
  readonly moved: (block: Block) => Block | undefined;
}

type Axis = "rows" | "columns";

/** Rows or columns `from` … `to`, both included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Where rows or columns are afterwards; undefined where they are taken out. */
export function spanAfter({ sheet, moved }: Relocation, axis: Axis, { from, to }: Span): Span | undefined {
  const count = to - from + 1;
  const whole = { sheet, row: 0, column: 0, height: sheetEnd.rows, width: sheetEnd.columns };
  const lines = axis === "rows" ? { ...whole, row: from, height: count } : { ...whole, column: from, width: count };
  const after = moved(lines);
  return after && sideOf(after, axis);
}

/**
 * What a reference is afterwards; undefined where its cells are gone. `toCells` tells whether it means cells of the changed
 * sheet, `by` how far the cell has moved that it is written for: a side without a $ stays as far from that cell as it was.
 */
export function referenceAfter(
  change: Relocation,
  reference: CellReference,
  toCells: boolean,
  by: { readonly down: number; readonly right: number },
): CellReference | undefined {
  const spans = [reference.rows, reference.columns].flatMap((span) => span ?? []);
  const fixed = spans.every(({ from, to }) => from.fixed && to.fixed);
  const whole = toCells && fixed ? change.moved(blockOf(change.sheet, reference)) : undefined;
  const after = (axis: Axis, span: ReferenceSpan, step: number): ReferenceSpan | undefined => {
    const [lowest, highest] = [Math.min(span.from.at, span.to.at), Math.max(span.from.at, span.to.at)];
    // Only what is fixed on both axes means certain cells; else each axis goes by itself.
    const side = fixed ? whole && sideOf(whole, axis) : spanAfter(change, axis, { from: lowest, to: highest });
    const together = span.from.fixed && span.to.fixed;
    const place = (end: ReferenceEnd): ReferenceEnd | undefined => {
      const alone = (): number | undefined => spanAfter(change, axis, { from: end.at, to: end.at })?.from;
      const both = (): number | undefined => (end.at === lowest ? side?.from : side?.to);
      const at = !end.fixed ? end.at + step : !toCells ? end.at : together ? both() : alone();
      return at === undefined || at < 0 || at >= sheetEnd[axis] ? undefined : { ...end, at };
    };
    const [from, to] = [place(span.from), place(span.to)];
    return from && to && { from, to };
  };
  const rows = reference.rows && after("rows", reference.rows, by.down);
  const columns = reference.columns && after("columns", reference.columns, by.right);
  if ((reference.rows && !rows) || (reference.columns && !columns)) return undefined;
  return sameSpan(rows, reference.rows) && sameSpan(columns, reference.columns)
    ? reference
    : { ...reference, ...(rows && { rows }), ...(columns && { columns }) };
}

function sameSpan(one: ReferenceSpan | undefined, other: ReferenceSpan | undefined): boolean {
  return one?.from.at === other?.from.at && one?.to.at === other?.to.at;
}

/** Puts `count` rows or columns before the one at `at`. */
export function inserted(sheet: string, axis: Axis, at: number, count: number): Relocation {
  const end = sheetEnd[axis];
  return alongAxis(sheet, axis, ({ from, to }) => {
    const first = from >= at ? from + count : from;
    if (from === 0 && to === end - 1) return { from, to };
    if (first >= end) return undefined;
    return { from: first, to: to >= at ? Math.min(to + count, end - 1) : to };
  });
}

/** Takes rows or columns out. What goes on to the sheet's end still does. */
export function removed(sheet: string, axis: Axis, out: Span): Relocation {
  const end = sheetEnd[axis];
  const count = out.to - out.from + 1;
  const before = (at: number): number => Math.min(Math.max(at - out.from, 0), count);
  return alongAxis(sheet, axis, ({ from, to }) => {
    if (out.from <= from && to <= out.to) return undefined;
    return { from: from - before(from), to: to === end - 1 ? to : to - before(to + 1) };
  });
}

function alongAxis(sheet: string, axis: Axis, after: (span: Span) => Span | undefined): Relocation {
  const moved = (block: Block): Block | undefined => {
    const side = after(sideOf(block, axis));
    if (!side) return undefined;
    const count = side.to - side.from + 1;
    return axis === "rows"
      ? { ...block, row: side.from, height: count }
      : { ...block, column: side.from, width: count };
  };
  return { sheet, moved };
}

function sideOf({ row, column, height, width }: Block, axis: Axis): Span {
  return axis === "rows" ? { from: row, to: row + height - 1 } : { from: column, to: column + width - 1 };
}

function blockOf(sheet: string, { rows, columns }: CellReference): Block {
  const [top, bottom] = ends(rows, sheetEnd.rows);
  const [left, right] = ends(columns, sheetEnd.columns);
  return { sheet, row: top, column: left, height: bottom - top + 1, width: right - left + 1 };
}

function ends(span: ReferenceSpan | undefined, count: number): readonly [number, number] {
  if (!span) return [0, count - 1];
  return [Math.min(span.from.at, span.to.at), Math.max(span.from.at, span.to.at)];
}
