import type { Block, Book, BookCell, Description, Sheet } from "../../src/sheets";

/**
 * What a description has made of a workbook, in one form whichever host it comes from. Figures that formulas give are
 * left out: not every host calculates. So are a chart's words for those who can't see it: Excel takes none.
 */
export function comparable(book: Book, description: Description): unknown {
  const added = new Set(description.steps.flatMap((step) => (step.do === "add sheet" ? [step.name] : [])));
  const results = description.steps.flatMap((step) => (step.do === "write formula" ? [step.block] : []));
  return {
    active: book.active,
    names: book.names.map(({ name, refersTo }) => [name, refersTo.replaceAll(/[$']/g, "")]).sort(),
    sheets: book.sheets
      .filter(({ name }) => added.has(name))
      .map((sheet) => ({
        name: sheet.name,
        cells: Object.fromEntries(
          sheet.cells.flatMap((cell) => {
            const kept = comparableCell(
              cell,
              results.some((block) => within(block, sheet.name, cell)),
            );
            return kept ? [[`${cell.row},${cell.column}`, kept]] : [];
          }),
        ),
        widths: Object.fromEntries(sheet.widths.map(({ column, characters }) => [column, Math.round(characters)])),
        tables: sheet.tables.map(({ name, block }) => [name, block]),
        flags: sheet.flags.map(({ block, formula, fill, ink }) => [block, formula, fill, ink]),
        validations: validationsIn(sheet),
        print: sheet.print,
        charts: sheet.charts.map((chart) => ({ ...chart, words: undefined })),
      })),
  };
}

function comparableCell({ value, formula, format, style = {} }: BookCell, isResult: boolean): unknown {
  const dressed = Object.entries(style)
    .filter(([, part]) => part !== undefined && part !== false)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const kept = {
    ...(formula === undefined ? {} : { formula }),
    ...(isResult || value === "" ? {} : { value }),
    ...(format === undefined ? {} : { format }),
    ...(dressed.length === 0 ? {} : { style: Object.fromEntries(dressed) }),
  };
  return Object.keys(kept).length === 0 ? undefined : kept;
}

/** The last rule that was given to each cell. */
function validationsIn({ validations }: Sheet): unknown {
  return Object.fromEntries(
    validations
      .flatMap(({ block, allow, prompt, refusal = "" }) =>
        placesIn(block).map(
          (place) => [place, { allow, prompt, refusal: allow.kind === "any" ? "" : refusal }] as const,
        ),
      )
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

function placesIn({ row, column, height, width }: Block): string[] {
  return Array.from(
    { length: height * width },
    (_, index) => `${row + Math.floor(index / width)},${column + (index % width)}`,
  );
}

function within(block: Block, sheet: string, { row, column }: BookCell): boolean {
  return (
    block.sheet === sheet &&
    block.row <= row &&
    row < block.row + block.height &&
    block.column <= column &&
    column < block.column + block.width
  );
}
