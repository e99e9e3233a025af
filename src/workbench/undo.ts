import { type IUndoRedoItem, LocalUndoRedoService, sequenceExecute } from "@univerjs/core";

/**
 * Univer's undo, able to make one step of many commands. Univer's own batching takes the parts of a step back in the
 * order in which they were done, which ends at a middle value; here the last is taken back first.
 */
export class SteppedUndo extends LocalUndoRedoService {
  #gathering: { readonly unitID: string; readonly items: IUndoRedoItem[] } | undefined;

  override pushUndoRedo(item: IUndoRedoItem): void {
    // The cell editor is a unit of its own, and follows what is written into the cell it stands on.
    if (this.#gathering?.unitID === item.unitID) this.#gathering.items.push(item);
    else super.pushUndoRedo(item);
  }

  /**
   * Runs commands on a unit (a workbook) as one step, and returns it; undefined if nothing changed. If `work` fails,
   * what it did is taken back.
   */
  async oneStep(unitID: string, work: () => Promise<void>): Promise<IUndoRedoItem | undefined> {
    const items: IUndoRedoItem[] = [];
    this.#gathering = { unitID, items };
    try {
      await work();
    } catch (failure) {
      sequenceExecute(undoing(items), this._commandService);
      throw failure;
    } finally {
      this.#gathering = undefined;
    }
    if (items.length === 0) return undefined;
    const redoMutations = items.flatMap((item) => item.redoMutations);
    const step = { unitID, redoMutations, undoMutations: undoing(items) };
    super.pushUndoRedo(step);
    return step;
  }

  /** The step that undo would take back next. */
  latest(unitID: string): IUndoRedoItem | undefined {
    return this._getUndoStack(unitID)?.at(-1);
  }
}

function undoing(items: readonly IUndoRedoItem[]): IUndoRedoItem["undoMutations"] {
  return [...items].reverse().flatMap((item) => item.undoMutations);
}
