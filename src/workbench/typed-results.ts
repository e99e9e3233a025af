import { IUndoRedoService } from "@univerjs/core";
import { SetRangeValuesCommand, type ISetRangeValuesCommandParams } from "@univerjs/sheets";
import type { FRange, FWorksheet } from "@univerjs/sheets/facade";
import { operationByName, type Answer, type CellKind, type CellKinds } from "../operations";
import type { Argument } from "../ranges";
import { columnPixels, dollarPatterns, isWhole, keelCalls, percentPattern, type Block } from "../sheets";
import { kindIn } from "../taskpane";
import { sheetSize } from "./dimensions";
import type { GridWorkbook } from "./grid";
import type { GridCell } from "./problems";
import type { Spreadsheet } from "./spreadsheet";
import { SteppedUndo } from "./undo";

/**
 * What the numbers of results stand for, of formulas that somebody has just typed. A function says it when it is worked
 * out; of other formulas nobody asks.
 */
export class TypedResults {
  readonly #awaited = new Map<string, CellKinds | undefined>();

  /** Wants to know what the formula in a cell gives, the next time that it is worked out. */
  await(cell: GridCell): void {
    this.#awaited.set(keyOf(cell), undefined);
  }

  /** A function was worked out for the formula in a cell. Of several the outermost comes last, and it is the one that counts. */
  report(cell: GridCell, name: string, given: readonly unknown[]): void {
    if (this.#awaited.size === 0 || !this.#awaited.has(keyOf(cell))) return;
    const answer = operationByName(name)?.answer(...(given as readonly Argument[]));
    const note = (settled: Answer | undefined): void => {
      this.#awaited.set(keyOf(cell), settled?.ok === true ? settled.holds : undefined);
    };
    // What is answered later is remembered by now: it is there before whoever takes it comes.
    if (answer instanceof Promise) void answer.then(note);
    else note(answer);
  }

  /** What is known by now; asks no longer. */
  take(cell: GridCell): CellKinds | undefined {
    const kinds = this.#awaited.get(keyOf(cell));
    this.#awaited.delete(keyOf(cell));
    return kinds;
  }
}

function keyOf({ sheetId, row, column }: GridCell): string {
  return `${row},${column},${sheetId}`;
}

/** More formulas than this at once were not typed. */
const mostTyped = 100;

/**
 * Gives the result of a Keel formula that is typed a number format that fits, where its cells have none, as Excel does for
 * its own functions: a weight of 0.2 shows as 20.0%, a trade as money, a day as a day. Undo takes it back with the formula.
 */
export function formatTyped(workbook: GridWorkbook, { api, injector }: Spreadsheet, typed: TypedResults): void {
  const undo = injector.get(IUndoRedoService);
  if (!(undo instanceof SteppedUndo)) return;
  api.addEvent(api.Event.CommandExecuted, ({ id, params }) => {
    // What Keel writes has its formats already.
    if (id !== SetRangeValuesCommand.id || undo.isGathering) return;
    const { range, unitId } = (params ?? {}) as Partial<ISetRangeValuesCommandParams>;
    const { cells } = workbook;
    const sheet = cells.book.getActiveSheet();
    if (!range || (unitId !== undefined && unitId !== cells.book.getId())) return;
    const written = keelFormulasIn(workbook, sheet, range);
    if (written.length === 0) return;
    for (const cell of written) typed.await(cell);
    const step = undo.latest(cells.book.getId());
    void workbook.calculated().then(() => {
      if (workbook.cells !== cells) return;
      // A cell that holds another formula by now is of that one's step, which waits for its own result.
      const still = written.filter(({ row, column, formula }) => cells.formulaIn(sheet, row, column) === formula);
      const results = still.map((cell) => ({ cell, kinds: typed.take(cell) }));
      // The format belongs to the step that wrote the formula, however many were made while its result was worked out.
      if (!step || !undo.mayJoin(step)) return;
      undo.join(step, () => {
        for (const { cell, kinds } of results) if (kinds !== undefined) format(workbook, sheet, cell, kinds);
      });
    });
  });
}

/** A formula that was typed into a cell. */
interface TypedFormula extends GridCell {
  readonly formula: string;
}

/** The formulas of a range that are one Keel function and nothing around it. */
function keelFormulasIn(
  { cells }: GridWorkbook,
  sheet: FWorksheet,
  range: NonNullable<ISetRangeValuesCommandParams["range"]>,
): readonly TypedFormula[] {
  const { startRow, endRow, startColumn, endColumn } = range;
  if ((endRow - startRow + 1) * (endColumn - startColumn + 1) > mostTyped) return [];
  const found: TypedFormula[] = [];
  for (let row = startRow; row <= endRow; row++) {
    for (let column = startColumn; column <= endColumn; column++) {
      const formula = cells.formulaIn(sheet, row, column);
      const [call] = formula === "" ? [] : keelCalls(formula, sheet.getSheetName());
      if (call && isWhole(call, formula)) {
        found.push({ sheetId: sheet.getSheetId(), row, column, formula });
      }
    }
  }
  return found;
}

function format({ cells }: GridWorkbook, sheet: FWorksheet, { row, column }: GridCell, kinds: CellKinds): void {
  const alone: Block = { sheet: sheet.getSheetName(), row, column, height: 1, width: 1 };
  const block = cells.spills(sheet).find((each) => each.row === row && each.column === column)?.block ?? alone;
  const { values } = cells.contents(block);
  const formats = cells.numberFormats(block);
  const isFree = (down: number, right: number): boolean => formats[down]?.[right] === "General";
  for (let right = 0; right < block.width; right++) {
    // Cells of a column that follow one another and get the same format are formatted at once.
    for (let down = 0; down < block.height;) {
      const from = down;
      const pattern = patternAt(from);
      do down++;
      while (down < block.height && patternAt(down) === pattern);
      if (pattern === undefined) continue;
      cells
        .range({ ...block, row: row + from, column: column + right, height: down - from, width: 1 })
        .setNumberFormat(pattern);
    }
    widen(sheet, cells.range({ ...block, column: column + right, width: 1 }));
    function patternAt(down: number): string | undefined {
      return isFree(down, right) ? patternOf(kindIn(kinds, values, down, right), block.height) : undefined;
    }
  }
}

/**
 * Makes a column of the usual width wide enough for a result, as Excel does: an amount that is cut off reads as another
 * one. A column that somebody has made wider or narrower stays so.
 */
function widen(sheet: FWorksheet, result: FRange): void {
  const column = result.getColumn();
  if (sheet.getColumnWidth(column) !== sheetSize.defaultColumnWidth) return;
  const longest = result.getDisplayValues().reduce((most, [shown = ""]) => Math.max(most, shown.length), 0);
  // Fonts differ: a tenth is added.
  const pixels = columnPixels(Math.ceil(longest * 1.1) + 1);
  if (pixels > sheetSize.defaultColumnWidth) sheet.setColumnWidth(column, Math.min(pixels, widest));
}

/** As wide as a column is made for a text, in pixels. */
const widest = 220;

function patternOf(kind: CellKind, rows: number): string | undefined {
  switch (kind) {
    case "money":
      return dollarPatterns.either;
    case "percent":
      return percentPattern(rows);
    case "day":
      return "yyyy-mm-dd";
    case "plain":
      return undefined;
  }
}
