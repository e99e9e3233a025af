import { type IUndoRedoItem, LocalUndoRedoService, sequenceExecute } from "@univerjs/core";
import {
  InsertColMutation,
  InsertRowMutation,
  MoveColsMutation,
  MoveRangeMutation,
  MoveRowsMutation,
  RemoveColMutation,
  RemoveRowMutation,
  RemoveSheetMutation,
  ReorderRangeMutation,
  SetWorksheetActiveOperation,
} from "@univerjs/sheets";

/**
 * Univer's undo, able to make one step of many commands. Univer's own batching takes the parts of a step back in the
 * order in which they were done, which ends at a middle value; here the last is taken back first.
 */
export class SteppedUndo extends LocalUndoRedoService {
  /**
   * Is called after each step that the user or Keel makes, takes back or makes again; not for what only recalculates.
   * The unit is a workbook, or the cell editor, which counts it as a step of its own when a cell is merely selected.
   */
  onStep: (unitID: string) => void = () => undefined;
  #gathering: { readonly unitID: string; readonly items: IUndoRedoItem[] } | undefined;

  override pushUndoRedo(item: IUndoRedoItem): void {
    // The cell editor is a unit of its own, and follows what is written into the cell it stands on.
    if (this.#gathering?.unitID === item.unitID) {
      this.#gathering.items.push(item);
      return;
    }
    super.pushUndoRedo(item);
    this.onStep(item.unitID);
  }

  override popUndoToRedo(): void {
    const step = this.pitchTopUndoElement();
    super.popUndoToRedo();
    if (step) this.onStep(step.unitID);
  }

  override popRedoToUndo(): void {
    const step = this.pitchTopRedoElement();
    super.popRedoToUndo();
    if (step) this.onStep(step.unitID);
  }

  /**
   * Runs commands on a unit (a workbook) as one step, and returns it; undefined if nothing changed. If `work` fails,
   * what it did is taken back. `shown` is the sheet to show before a sheet that the step added is taken away: Univer
   * can't be without one.
   */
  async oneStep(unitID: string, shown: string, work: () => Promise<void>): Promise<IUndoRedoItem | undefined> {
    const items: IUndoRedoItem[] = [];
    this.#gathering = { unitID, items };
    try {
      await work();
    } catch (failure) {
      sequenceExecute(undoing(items, shown), this._commandService);
      throw failure;
    } finally {
      this.#gathering = undefined;
    }
    if (items.length === 0) return undefined;
    const redoMutations = items.flatMap((item) => item.redoMutations);
    const step = { unitID, redoMutations, undoMutations: undoing(items, shown) };
    super.pushUndoRedo(step);
    this.onStep(unitID);
    return step;
  }

  /** Whether commands are being made one step. */
  get isGathering(): boolean {
    return this.#gathering !== undefined;
  }

  /**
   * Whether commands may still join a step: it wasn't taken back, and none of the steps on top of it has given cells
   * another place, so that what is done to a cell now is done to the same cell when those are taken back.
   */
  mayJoin(step: IUndoRedoItem): boolean {
    const stack = this._getUndoStack(step.unitID) ?? [];
    const at = stack.lastIndexOf(step);
    return at >= 0 && !stack.slice(at + 1).some(({ redoMutations }) => redoMutations.some(({ id }) => moving.has(id)));
  }

  /** Runs commands that belong to a step which was made before: they are taken back with it. They must not wait for anything. */
  join(step: IUndoRedoItem, work: () => void): void {
    const items: IUndoRedoItem[] = [];
    this.#gathering = { unitID: step.unitID, items };
    try {
      work();
    } finally {
      this.#gathering = undefined;
    }
    if (items.length === 0) return;
    step.redoMutations.push(...items.flatMap((item) => item.redoMutations));
    step.undoMutations.unshift(...[...items].reverse().flatMap((item) => item.undoMutations));
    this.onStep(step.unitID);
  }

  /** The step that undo would take back next. */
  latest(unitID: string): IUndoRedoItem | undefined {
    return this._getUndoStack(unitID)?.at(-1);
  }
}

/** What gives cells another place. */
const moving: ReadonlySet<string> = new Set(
  [
    ...[InsertRowMutation, InsertColMutation, RemoveRowMutation, RemoveColMutation],
    ...[MoveRangeMutation, MoveRowsMutation, MoveColsMutation, ReorderRangeMutation, RemoveSheetMutation],
  ].map(({ id }) => id),
);

function undoing(items: readonly IUndoRedoItem[], shown: string): IUndoRedoItem["undoMutations"] {
  return [...items]
    .reverse()
    .flatMap(({ unitID, undoMutations }) =>
      undoMutations.flatMap((mutation) =>
        mutation.id === RemoveSheetMutation.id
          ? [{ id: SetWorksheetActiveOperation.id, params: { unitId: unitID, subUnitId: shown } }, mutation]
          : [mutation],
      ),
    );
}
