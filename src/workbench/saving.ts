import { IUndoRedoService } from "@univerjs/core";
import type { GridWorkbook } from "./grid";
import { Keeping } from "./keeping";
import { letPass, notify } from "./notice";
import { place } from "./place";
import type { Spreadsheet } from "./spreadsheet";
import { SteppedUndo } from "./undo";
import { openKept, openSample } from "./workbook-files";

/** How long changes must have paused before the workbook is kept, in milliseconds. */
const pause = 700;

/** Sees to it that the workbook is kept in this browser, and knows whether it has changes that no file has. */
export class Saving {
  readonly #keeping = new Keeping();
  #unfiled = false;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  /** Another tab keeps its workbook in the same place: this one is not kept until the user has chosen. */
  #elsewhere = false;

  constructor(
    private readonly workbook: GridWorkbook,
    { injector }: Spreadsheet,
  ) {
    const undo = injector.get(IUndoRedoService);
    if (undo instanceof SteppedUndo) {
      undo.onStep = (unitID) => {
        if (unitID === workbook.cells.book.getId()) this.#changed();
      };
    }
    this.#keeping.onOtherTab(() => this.#otherTab());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") this.#flush();
    });
    addEventListener("pagehide", () => this.#flush());
  }

  /** Whether there are changes that no file has. */
  get unfiled(): boolean {
    return this.#unfiled;
  }

  /** Puts into the grid what the browser had kept, or else the sample. */
  async restore(): Promise<void> {
    const found = await this.#keeping.read();
    if (found.is === "workbook") {
      try {
        await openKept(this.workbook, found.data, found.shown);
        this.#settled(found.unfiled);
        this.#show();
        return;
      } catch {
        // A kept workbook that Univer refuses to open is treated as one that can't be read: the sample opens, and the
        // notice below offers the kept one as a file.
      }
    }
    await openSample(this.workbook);
    this.#settled();
    if (found.is === "nothing") {
      this.#show();
      return;
    }
    const text = await this.#keeping.setAside();
    notify(
      [
        "The workbook that this browser had kept could not be read, so this is the sample. What was kept has been set aside, not deleted.",
      ],
      "trouble",
      text === undefined ? [] : [{ words: "Save what was kept as a file", act: () => saveText(text) }],
    );
  }

  /** The workbook has just become a file. */
  filed(): void {
    this.#settled();
    void this.#keep();
  }

  /** Another workbook has taken the place of the one that was open. */
  replaced(): void {
    this.#settled();
    void this.#keep();
  }

  /** What has changed up to now needs no saving by itself. */
  #settled(unfiled = false): void {
    this.#unfiled = unfiled;
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
  }

  #changed(): void {
    this.#unfiled = true;
    letPass();
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.#flush(), pause);
  }

  #flush(): void {
    if (this.#waiting === undefined) return;
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
    void this.#keep();
  }

  async #keep(over = false): Promise<void> {
    if (this.#elsewhere && !over) return;
    const { book } = this.workbook.cells;
    const shown = book.getActiveSheet().getSheetName();
    const saved = await this.#keeping.save(book.save(), { unfiled: this.#unfiled, shown, over });
    if (saved === "another tab's") this.#otherTab();
    else if (saved === "refused") this.#show("This browser does not keep the workbook: save it as a file.");
    else this.#show();
  }

  #otherTab(): void {
    if (this.#elsewhere) return;
    this.#elsewhere = true;
    this.#show("This tab is not kept.");
    notify(
      [
        "The workbook was changed in another tab or window. To keep that work safe, what you do here is not kept in the browser until you choose one of the two. If you want both, save this one as a file first.",
      ],
      "trouble",
      [
        { words: "Show the other one", act: () => void this.#takeOther() },
        { words: "Keep this one", act: () => void this.#takeMine() },
      ],
    );
  }

  async #takeOther(): Promise<void> {
    this.#elsewhere = false;
    await this.restore();
  }

  async #takeMine(): Promise<void> {
    await this.#keeping.setAside();
    this.#elsewhere = false;
    await this.#keep(true);
  }

  #show(words = "Kept in this browser."): void {
    document.title = `${this.workbook.cells.book.getName()} – Keel workbench`;
    const line = place("kept");
    if (line.textContent !== words) line.textContent = words;
  }
}

function saveText(text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = "Keel workbook that could not be read.json";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
