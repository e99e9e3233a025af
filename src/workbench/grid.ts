import { type IWorkbookData, IUndoRedoService, type IUndoRedoItem, IUniverInstanceService } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { SetArrayFormulaDataMutation, SetTriggerFormulaCalculationStartMutation } from "@univerjs/engine-formula";
import { SetSelectionsOperation, SheetsSelectionsService } from "@univerjs/sheets";
import { FormulaCalculationSessionService } from "@univerjs/sheets-formula";
import type { FWorkbook } from "@univerjs/sheets/facade";
import { VERSION } from "../operations";
import {
  claims,
  isKeelFormula,
  overlap,
  plainSeparators,
  type Block,
  type Description,
  type Separators,
} from "../sheets";
import {
  WorkbookFailure,
  type Applied,
  type CellFormula,
  type Contents,
  type Health,
  type Receipt,
  type Release,
  type Selection,
  type Table,
  type Workbook,
  type WorkbookFile,
} from "../workbook";
import { blockOf, GridCells } from "./cells";
import { changes } from "./changes";
import { download } from "./download";
import { reviveFlags } from "./flags";
import { followChanges } from "./following";
import { readAhead } from "./formula-memory";
import type { Mutation } from "./journal";
import { LaterAnswers } from "./later-answers";
import { doAgain } from "./mutations";
import { carryOut, check } from "./steps";
import { inSlices, pageAnswered, pagePainted } from "./slices";
import { Spilled } from "./spilled";
import { SteppedUndo } from "./undo";
import type { Spreadsheet } from "./spreadsheet";

/** How long changes must have paused before they are told, in milliseconds: one keystroke recalculates in several bursts. */
const pause = 120;
/** How long a workbook that was opened or changed waits for its formulas before it goes on without, in milliseconds. */
const patience = 5_000;

/**
 * After how long, in milliseconds, changes that no calculation has followed will have none: Univer gathers them for 100
 * before it begins.
 */
const gathering = 150;

/** How long the page may be kept busy at a time while formulas are read ahead, in milliseconds. */
const busy = 30;

/** So many cells keep the page busy for a while that is noticed. */
const manyCells = 10_000;

/** How a workbook is put into the grid. */
interface Opening {
  /** What was done to it after it was kept, and is done once more. */
  readonly noted?: readonly Mutation[];
  /** Whether it is still wanted; asked for the last time before it takes the place of the one before. */
  readonly goOn?: () => boolean;
  /** Is called when it has come to that. */
  readonly stands?: () => void;
}

/** The port to a workbook, carried out by Univer's grid. It stays the same object when another workbook is opened in it. */
export class GridWorkbook implements Workbook {
  readonly host = { name: "workbench", undo: "host", savesFiles: true } as const;
  readonly #spreadsheet: Spreadsheet;
  readonly #api: FUniver;
  readonly #undo: SteppedUndo;
  #cells: GridCells;
  /** What formulas wait for. */
  readonly later = new LaterAnswers(() => this.#workOut());
  /** The steps that `apply` made in the workbook that is open. */
  readonly #applied = new Map<Receipt, IUndoRedoItem>();
  /** Is called as soon as another workbook stands in the place of this one. */
  onOpen: () => void = () => undefined;
  /** Who wants to know of changes and of the selection; another workbook is both. */
  readonly #listeners = new Set<() => void>();
  readonly #spilled = new Spilled();
  #lastCalculation: number | undefined;

  constructor(spreadsheet: Spreadsheet, book: FWorkbook) {
    const undo = spreadsheet.injector.get(IUndoRedoService);
    if (!(undo instanceof SteppedUndo)) throw new Error("The grid was started without its own undo.");
    this.#spreadsheet = spreadsheet;
    this.#api = spreadsheet.api;
    this.#undo = undo;
    this.#cells = new GridCells(book, spreadsheet.injector);
    // What Univer does with sheets is there from its first workbook on.
    followChanges(spreadsheet.injector);
    // A calculation ends before its results are in the cells.
    const results = afterPause(() => void this.#followShrunk());
    this.#api.getFormula().calculationEnd(() => {
      this.#lastCalculation = Date.now();
      results.happen();
    });
    // By the next pause a further change may have taken the results back.
    this.#api.addEvent(this.#api.Event.CommandExecuted, ({ id }) => {
      if (id === SetArrayFormulaDataMutation.id) this.#spilled.look(this.#cells);
    });
  }

  /** The cells of the workbook that is open now. */
  get cells(): GridCells {
    return this.#cells;
  }

  /**
   * Puts another workbook, as Univer keeps it, in the place of this one. There is nothing to undo afterwards. Throws if Univer
   * doesn't take it: then this workbook stays as it is, and so it does if `goOn` says no: then the answer is undefined.
   * Else it tells whether the formulas are worked out: if that takes long, it goes on behind, and `calculated` waits for it.
   */
  async open(
    data: IWorkbookData,
    { noted = [], goOn = () => true, stands }: Opening = {},
  ): Promise<boolean | undefined> {
    await this.#finishEditing();
    const { injector } = this.#spreadsheet;
    await inSlices(readAhead(injector, data), goOn, busy);
    if (!goOn()) return undefined;
    const before = this.#book;
    const book = this.#beside(before, data, noted);
    // Univer makes a workbook at one go. Who has asked meanwhile to cancel that is heard before the one before is gone.
    await pageAnswered();
    if (!goOn()) {
      this.#backTo(before, book.getId());
      return undefined;
    }
    stands?.();
    this.#cells = new GridCells(book, injector);
    this.#api.disposeUnit(before.getId());
    reviveFlags(this.#cells);
    // Before its formulas are worked out, so that nothing done meanwhile is taken for something done to the one before.
    this.onOpen();
    const calculated = await this.#within(patience, this.recalculate());
    this.forget();
    for (const listener of this.#listeners) listener();
    return calculated;
  }

  /** Makes a workbook beside the one that is open; of one that can't be made to the end nothing stays. */
  #beside(before: FWorkbook, data: IWorkbookData, noted: readonly Mutation[]): FWorkbook {
    const { injector } = this.#spreadsheet;
    try {
      const book = this.#api.createWorkbook(data);
      doAgain(injector, noted);
      return book;
    } catch (cause) {
      this.#backTo(before, data.id);
      throw new WorkbookFailure("The grid could not take this workbook.", "refused", { cause });
    }
  }

  /** Takes a workbook away that was made beside the one that is open. */
  #backTo(before: FWorkbook, made: string): void {
    this.#api.disposeUnit(made);
    this.#spreadsheet.injector.get(IUniverInstanceService).setCurrentUnitForType(before.getId());
  }

  /** Makes what was done up to now the beginning: undo doesn't go behind it. */
  forget(): void {
    this.#applied.clear();
    this.#undo.clearUndoRedo(this.#book.getId());
  }

  /** Works every formula out again. */
  async recalculate(): Promise<void> {
    await this.#workOut();
    // That may have waited for a calculation that was under way before.
    await this.calculated();
  }

  async #workOut(): Promise<void> {
    const params = { commands: [], forceCalculation: true };
    await this.#api.executeCommand(SetTriggerFormulaCalculationStartMutation.id, params);
    await this.#workedOut();
  }

  async #workedOut(): Promise<void> {
    await this.#spreadsheet.injector.get(FormulaCalculationSessionService).waitForLatestApplied(undefined, gathering);
  }

  /** Waits until all formulas are worked out, and have the answers that they wait for. */
  async calculated(): Promise<void> {
    await this.#workedOut();
    await this.later.shown();
  }

  tables(): Promise<readonly Table[]> {
    return answer(() => this.#cells.tables());
  }

  /** The selected cells, without what stands in them or around them. */
  selected(): Block {
    const sheet = this.#book.getActiveSheet();
    const { range } = this.#spreadsheet.injector.get(SheetsSelectionsService).getCurrentLastSelection() ?? {};
    const { row, column, height, width } = blockOf(sheet, range ?? sheet.getRange(0, 0).getRange());
    // A selected column stays as long as it was when the rows that were put in are taken out again.
    const down = Math.min(row, sheet.getMaxRows() - 1);
    const right = Math.min(column, sheet.getMaxColumns() - 1);
    return {
      sheet: sheet.getSheetName(),
      row: down,
      column: right,
      height: Math.min(height, sheet.getMaxRows() - down),
      width: Math.min(width, sheet.getMaxColumns() - right),
    };
  }

  selection(): Promise<Selection> {
    return answer(() => {
      const sheet = this.#book.getActiveSheet();
      const block = this.selected();
      const table = this.#cells.tablesOf(sheet).find((candidate) => overlap(candidate.block, block));
      const single = block.height === 1 && block.width === 1;
      const around = this.#cells.contents(single ? this.#cells.region(block) : block);
      return table ? { block, table, around } : { block, around };
    });
  }

  read(block: Block): Promise<Contents> {
    return answer(() => this.#cells.contents(block));
  }

  numberFormats(block: Block): Promise<readonly (readonly string[])[]> {
    return answer(() => this.#cells.numberFormats(block));
  }

  async apply(description: Description, options: { readonly replace?: boolean } = {}): Promise<Applied> {
    await this.#finishEditing();
    const claimed = claims(description);
    // Univer writes at one go. That it is being done is on the screen before.
    if (claimed.reduce((sum, { height, width }) => sum + height * width, 0) > manyCells) await pagePainted();
    check(this.#cells, description);
    const filled = claimed.flatMap((block) => this.#cells.filledIn(block));
    if (filled.length > 0 && !options.replace) return { outcome: "blocked", filled };

    const receipt = Symbol(description.title);
    const shown = this.#book.getActiveSheet();
    try {
      const step = await this.#undo.oneStep(this.#book.getId(), shown.getSheetId(), () =>
        carryOut(this.#cells, description),
      );
      if (step) this.#applied.set(receipt, step);
    } catch (cause) {
      throw inWords(cause);
    } finally {
      // Univer shows a sheet that it adds. Nobody asked for that unless something is selected.
      if (!description.steps.some((each) => each.do === "select")) this.#book.setActiveSheet(shown);
    }
    await this.#within(patience, this.calculated());
    return { outcome: "applied", receipt };
  }

  async undo(receipt: Receipt): Promise<boolean> {
    await this.#finishEditing();
    const step = this.#applied.get(receipt);
    // What was changed since must not be lost, so a step with later ones on top of it, Keel's or the user's, stays.
    if (!step || this.#undo.latest(this.#book.getId()) !== step) return false;
    this.#book.undo();
    if (this.#undo.latest(this.#book.getId()) === step) return false;
    this.#applied.delete(receipt);
    await this.#within(patience, this.calculated());
    return true;
  }

  show(block: Block): Promise<void> {
    return answer(() => this.#cells.show(block));
  }

  formulaFor(cell: Block): Promise<CellFormula | undefined> {
    return answer(() => this.#cells.formulaFor(cell));
  }

  keelFormulas(): Promise<readonly CellFormula[]> {
    return answer(() =>
      this.#book
        .getSheets()
        .flatMap((sheet) => this.#cells.formulasOf(sheet))
        .filter(({ formula }) => isKeelFormula(formula)),
    );
  }

  /** The grid reads formulas in their en-US form only. */
  separators(): Promise<Separators> {
    return answer(() => plainSeparators);
  }

  openCopy(file: WorkbookFile): Promise<"downloaded"> {
    return answer(() => {
      download(file);
      return "downloaded";
    });
  }

  health(): Promise<Health> {
    return answer(() => ({
      functions: VERSION,
      ...(this.#lastCalculation !== undefined && { lastCalculation: this.#lastCalculation }),
    }));
  }

  onChange(listener: () => void): Promise<Release> {
    const burst = afterPause(listener);
    const heard = this.#api.addEvent(this.#api.Event.CommandExecuted, ({ id }) => {
      if (changes.has(id)) burst.happen();
    });
    return answer(() => this.#release(burst, heard));
  }

  onSelectionChange(listener: () => void): Promise<Release> {
    const burst = afterPause(listener);
    const moved = this.#api.addEvent(this.#api.Event.SelectionChanged, burst.happen);
    // Univer passes over a selection that is the last one it told, though another was set in between without its telling.
    const set = this.#api.addEvent(this.#api.Event.CommandExecuted, ({ id }) => {
      if (id === SetSelectionsOperation.id) burst.happen();
    });
    const shown = this.#api.addEvent(this.#api.Event.ActiveSheetChanged, burst.happen);
    return answer(() => this.#release(burst, moved, set, shown));
  }

  #release(burst: Burst, ...heard: readonly { readonly dispose: () => void }[]): Release {
    this.#listeners.add(burst.happen);
    return () =>
      answer(() => {
        this.#listeners.delete(burst.happen);
        for (const each of heard) each.dispose();
        burst.cancel();
      });
  }

  get #book(): FWorkbook {
    return this.#cells.book;
  }

  async #finishEditing(): Promise<void> {
    if (this.#book.isCellEditing()) await this.#book.endEditingAsync(true);
  }

  /** Univer leaves formulas and flags as they were that read a cell from which a result has withdrawn. */
  async #followShrunk(): Promise<void> {
    await this.#workedOut();
    this.#spilled.look(this.#cells);
    if (this.#spilled.haveShrunk()) await this.recalculate();
  }

  /** Waits for formulas to be worked out, but not for ever, and tells whether they are. */
  async #within(milliseconds: number, calculated: Promise<void>): Promise<boolean> {
    let limit: ReturnType<typeof setTimeout> | undefined;
    const over = new Promise<boolean>((resolve) => (limit = setTimeout(() => resolve(false), milliseconds)));
    const done = await Promise.race([calculated.then(() => true), over]);
    clearTimeout(limit);
    return done;
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

interface Burst {
  readonly happen: () => void;
  readonly cancel: () => void;
}

/** Calls back once, when what happens has paused. */
function afterPause(listener: () => void): Burst {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    happen: () => {
      clearTimeout(timer);
      timer = setTimeout(listener, pause);
    },
    cancel: () => clearTimeout(timer),
  };
}
