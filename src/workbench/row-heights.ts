import { UniverInstanceType, type Injector } from "@univerjs/core";
import { IRenderManagerService } from "@univerjs/engine-render";

/** What Univer measures the heights of rows with, as far as it is mended here. */
interface RowHeights {
  _autoHeightTasks: unknown[];
  _calculateLoopId: number | null;
  _loopTask(task: unknown): void;
  _initialCalculateLoop(): void;
}

type IdleTime = Pick<IdleDeadline, "timeRemaining">;

/**
 * Mends how Univer measures the heights of rows, which it does piece by piece while the page is idle. It goes on when
 * its workbook is closed, and throws as soon as there is something left to measure; and it never ends, so that each
 * workbook that was ever open stays in memory and keeps the page busy.
 */
export function mendRowHeights(injector: Injector): void {
  const renders = injector.get(IRenderManagerService);
  const mending = renders.created$.subscribe(() => {
    const prototype = rowHeights(renders);
    if (!prototype) return;
    mending.unsubscribe();
    mend(prototype);
  });
}

function mend(prototype: RowHeights & { dispose(): void }): void {
  const dispose: unknown = Reflect.get(prototype, "dispose");
  if (typeof dispose !== "function") throw new Error("How Univer measures rows has changed: see row-heights.ts.");
  Object.assign(prototype, {
    _calculateLoop(this: RowHeights, idle: IdleTime) {
      this._calculateLoopId = null;
      while (this._autoHeightTasks.length > 0 && idle.timeRemaining() > 0)
        this._loopTask(this._autoHeightTasks.shift());
      if (this._autoHeightTasks.length > 0) this._initialCalculateLoop();
    },
    dispose(this: RowHeights) {
      this._autoHeightTasks = [];
      dispose.call(this);
    },
  });
}

/** Univer doesn't hand out the class: it is found among those that belong to each workbook that is drawn. */
function rowHeights(renders: IRenderManagerService): (RowHeights & { dispose(): void }) | undefined {
  const parts: unknown = Reflect.get(renders, "_renderDependencies");
  const ofSheets: unknown = parts instanceof Map ? parts.get(UniverInstanceType.UNIVER_SHEET) : undefined;
  if (!Array.isArray(ofSheets)) return undefined;
  for (const [part] of ofSheets as readonly (readonly unknown[])[]) {
    if (typeof part !== "function") continue;
    const prototype = part.prototype as unknown;
    const own = ["_loopTask", "_calculateLoop", "_initialCalculateLoop"];
    if (typeof prototype === "object" && prototype !== null && own.every((name) => Object.hasOwn(prototype, name))) {
      return prototype as RowHeights & { dispose(): void };
    }
  }
  return undefined;
}
