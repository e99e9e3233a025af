import type { Contents } from "../workbook";

/** Splits cells into their filled regions, each bounded by blank rows and columns, from the top left on. */
export function regionsIn(contents: Contents): readonly Contents[] {
  const { values, formulas } = contents;
  const filled = (row: number, column: number): boolean =>
    values[row]?.[column] !== "" || formulas[row]?.[column] !== "";
  const rows = values.map((_, row) => row);
  const columns = (values[0] ?? []).map((_, column) => column);
  const bands = runs(rows, (row) => columns.some((column) => filled(row, column)));
  const stripes = runs(columns, (column) => rows.some((row) => filled(row, column)));
  const [band] = bands;
  const [stripe] = stripes;
  if (!band || !stripe) return [];
  const whole = bands.length === 1 && stripes.length === 1;
  if (whole && band.length === rows.length && stripe.length === columns.length) return [contents];
  return bands.flatMap((band) =>
    stripes.flatMap((stripe) => regionsIn(part(contents, band.start, stripe.start, band.length, stripe.length))),
  );
}

interface Run {
  readonly start: number;
  readonly length: number;
}

/** The runs of numbers in a row for which something holds. */
function runs(numbers: readonly number[], holds: (number: number) => boolean): readonly Run[] {
  const found: Run[] = [];
  let start: number | undefined;
  for (const number of numbers) {
    if (holds(number)) start ??= number;
    else if (start !== undefined) {
      found.push({ start, length: number - start });
      start = undefined;
    }
  }
  if (start !== undefined) found.push({ start, length: numbers.length - start });
  return found;
}

function part(
  { block, values, formulas }: Contents,
  row: number,
  column: number,
  height: number,
  width: number,
): Contents {
  const cut = <T>(cells: readonly (readonly T[])[]): readonly (readonly T[])[] =>
    cells.slice(row, row + height).map((line) => line.slice(column, column + width));
  return {
    block: { ...block, row: block.row + row, column: block.column + column, height, width },
    values: cut(values),
    formulas: cut(formulas),
  };
}
