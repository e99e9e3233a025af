import { IUndoRedoService, type IUndoRedoItem } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { FormulaDataModel, SetArrayFormulaDataMutation } from "@univerjs/engine-formula";
import {
  InsertColMutation,
  InsertRowMutation,
  InsertSheetMutation,
  MoveRangeMutation,
  RemoveColMutation,
  RemoveRowMutation,
  RemoveSheetMutation,
  ReorderRangeMutation,
  SetRangeValuesMutation,
  SetWorksheetNameMutation,
} from "@univerjs/sheets";
import type { FWorkbook } from "@univerjs/sheets/facade";
import { AddSheetTableMutation, DeleteSheetTableMutation, SetSheetTableMutation } from "@univerjs/sheets-table";
import { claims, overlap, type Block, type Description } from "../sheets";
import {
  WorkbookFailure,
  type Applied,
  type Contents,
  type Release,
  type Selection,
  type Table,
  type Workbook,
} from "../workbook";
import { blockOf, GridCells } from "./cells";
import { carryOut, check, checkNames } from "./steps";
import { SteppedUndo } from "./undo";
import type { Spreadsheet } from "./univer";

/** How long changes must have paused before they are told, in milliseconds: one keystroke recalculates in several bursts. */
const pause = 120;

/** What changes cells, tables or sheets. Recalculated results come as range values, spilled ones as array formula data. */
const changes = new Set([
  SetRangeValuesMutation.id,
  SetArrayFormulaDataMutation.id,
  MoveRangeMutation.id,
  ReorderRangeMutation.id,
  InsertRowMutation.id,
  RemoveRowMutation.id,
  InsertColMutation.id,
  RemoveColMutation.id,
  InsertSheetMutation.id,
  RemoveSheetMutation.id,
  SetWorksheetNameMutation.id,
  AddSheetTableMutation.id,
  DeleteSheetTableMutation.id,
  SetSheetTableMutation.id,
]);

/** The port to a workbook, carried out by Univer's grid. */
export class GridWorkbook implements Workbook {
  readonly host = { name: "workbench", undo: "host" } as const;
  readonly cells: GridCells;
  readonly #api: FUniver;
  readonly #book: FWorkbook;
  readonly #undo: SteppedUndo;
  /** The steps that `apply` made, the latest last. */
  readonly #applied: IUndoRedoItem[] = [];

  constructor({ api, injector }: Spreadsheet, book: FWorkbook) {
    const undo = injector.get(IUndoRedoService);
    if (!(undo instanceof SteppedUndo)) throw new Error("The grid was started without its own undo.");
    this.#api = api;
    this.#book = book;
    this.#undo = undo;
    this.cells = new GridCells(book, injector.get(FormulaDataModel));
  }

  tables(): Promise<readonly Table[]> {
    return answer(() => this.cells.tables());
  }

  selection(): Promise<Selection> {
    return answer(() => {
      const sheet = this.#book.getActiveSheet();
      const block = blockOf(sheet, (this.#book.getActiveRange() ?? sheet.getRange(0, 0)).getRange());
      const table = this.cells.tablesOf(sheet).find((candidate) => overlap(candidate.block, block));
      const single = block.height === 1 && block.width === 1;
      const around = this.cells.contents(single ? this.cells.region(block) : block);
      return table ? { block, table, around } : { block, around };
    });
  }

  read(block: Block): Promise<Contents> {
    return answer(() => this.cells.contents(block));
  }

  async apply(description: Description, options: { readonly replace?: boolean } = {}): Promise<Applied> {
    await this.#finishEditing();
    check(this.cells, description);
    const filled = claims(description).flatMap((block) => this.cells.filledIn(block));
    if (filled.length > 0 && !options.replace) return { outcome: "blocked", filled };
    if (!options.replace) checkNames(this.cells, description);

    const shown = this.#book.getActiveSheet();
    try {
      const step = await this.#undo.oneStep(this.#book.getId(), () => carryOut(this.cells, description));
      if (step) this.#applied.push(step);
    } catch (cause) {
      throw inWords(cause);
    } finally {
      // Univer shows a sheet that it adds. Nobody asked for that unless something is selected.
      if (!description.steps.some((each) => each.do === "select")) this.#book.setActiveSheet(shown);
    }
    await this.#calculated();
    return { outcome: "applied" };
  }

  async undo(): Promise<boolean> {
    await this.#finishEditing();
    const last = this.#applied.at(-1);
    // What the user has changed since must not be lost, so a step with later ones on top of it stays.
    if (!last || this.#undo.latest(this.#book.getId()) !== last) return false;
    this.#book.undo();
    if (this.#undo.latest(this.#book.getId()) === last) return false;
    this.#applied.pop();
    await this.#calculated();
    return true;
  }

  onChange(listener: () => void): Promise<Release> {
    const burst = afterPause(listener);
    const heard = this.#api.addEvent(this.#api.Event.CommandExecuted, ({ id }) => {
      if (changes.has(id)) burst.happen();
    });
    return answer(() => () => {
      heard.dispose();
      return answer(burst.cancel);
    });
  }

  onSelectionChange(listener: () => void): Promise<Release> {
    const burst = afterPause(listener);
    const moved = this.#api.addEvent(this.#api.Event.SelectionChanged, burst.happen);
    const shown = this.#api.addEvent(this.#api.Event.ActiveSheetChanged, burst.happen);
    return answer(() => () => {
      moved.dispose();
      shown.dispose();
      return answer(burst.cancel);
    });
  }

  async #finishEditing(): Promise<void> {
    if (this.#book.isCellEditing()) await this.#book.endEditingAsync(true);
  }

  async #calculated(): Promise<void> {
    await this.#api.getFormula().onCalculationResultApplied();
  }
}

/** Reads, so that what is thrown becomes a rejection in words. */
function answer<T>(read: () => T): Promise<T> {
  try {
    return Promise.resolve(read());
  } catch (cause) {
    return Promise.reject(inWords(cause));
  }
}

function inWords(cause: unknown): WorkbookFailure {
  if (cause instanceof WorkbookFailure) return cause;
  return new WorkbookFailure("The grid could not do that. Nothing was changed.", "refused", { cause });
}

/** Calls back once, when what happens has paused. */
function afterPause(listener: () => void): { readonly happen: () => void; readonly cancel: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    happen: () => {
      clearTimeout(timer);
      timer = setTimeout(listener, pause);
    },
    cancel: () => clearTimeout(timer),
  };
}
