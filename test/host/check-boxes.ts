import type { WorkbookModel } from "./model";

/** Of the library's own making, as far as a property that it doesn't know is played with it. */
interface Played {
  _handleResult: (this: Playing, value: unknown) => void;
}
interface Playing {
  readonly context: unknown;
  played?: unknown;
}

/**
 * Plays `Range.control`, which the library of this version lacks: what Keel sets goes over the wire as any other property,
 * and what the host answers comes back to it. Returns how to take it away again.
 */
export function playCheckBoxes(): () => void {
  const range = (Excel as unknown as { Range: { prototype: Played } }).Range.prototype;
  const { _handleResult: handle } = range;
  range._handleResult = function (value) {
    handle.call(this, value);
    if (typeof value === "object" && value !== null && "Control" in value) this.played = value.Control;
  };
  const { ActionFactory } = OfficeExtension as unknown as {
    ActionFactory: { createSetPropertyAction: (...given: readonly unknown[]) => void };
  };
  Object.defineProperty(range, "control", {
    configurable: true,
    get(this: Playing) {
      return this.played;
    },
    set(this: Playing, control: unknown) {
      ActionFactory.createSetPropertyAction(this.context, this, "Control", control, 0);
    },
  });
  return () => {
    range._handleResult = handle;
    delete (range as { control?: unknown }).control;
  };
}

/** The cells of a sheet that are check boxes, by their place. */
export function checkBoxesOn(model: WorkbookModel, sheet: string): readonly string[] {
  return [...model.sheet(sheet).checkBoxes];
}
