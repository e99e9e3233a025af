import { IUndoRedoService } from "@univerjs/core";
import type { GridWorkbook } from "./grid";
import { Journal, type JournalPlace, type Unkept } from "./journal";
import { Keeping, newMark, type Found, type KeptWorkbook, type Saved } from "./keeping";
import { Mutations } from "./mutations";
import { letPass, notify } from "./notice";
import { place } from "./place";
import type { Spreadsheet } from "./spreadsheet";
import { SteppedUndo } from "./undo";
import { openKept, openSample, sampleOf } from "./workbook-files";
import { textAtOnce, textInSlices } from "./workbook-text";

/** How long changes must have paused before the workbook is kept whole, in milliseconds; by then each is in the journal. */
const pause = 700;
/** How long to wait before a browser that refused is asked again, in milliseconds. */
const afterRefusal = 10_000;
/** How often a change may come between while the workbook is written out in slices, before it is written out at once. */
const mostTries = 3;

const words = {
  kept: "Kept in this browser.",
  keeping: "Being kept in this browser…",
  notKept: "Not kept in this browser: save a file.",
  held: "This tab is not kept.",
  otherTab:
    "The workbook was changed in another tab or window. To keep that work safe, what you do here is not kept in the browser until you choose one of the two. If you want both, save this one as a file first.",
  cameLate:
    "This browser took long to say what it had kept from before. To keep that work safe, what you do here is not kept in the browser until you choose one of the two. If you want both, save this one as a file first.",
  unreadable:
    "The workbook that this browser had kept could not be read, so this is the sample. What was kept has been set aside, not deleted.",
  notSetAside:
    "The workbook that this browser had kept could not be read, and the browser has no room to set it aside. So that it is not lost, what you do here is not kept in the browser until you choose.",
  stillUnreadable: "It could still not be read. What was kept stays set aside.",
  lastChangesLost:
    "The last changes before the page was closed could not be put back. Check the cells that you changed last.",
} as const;

/**
 * Sees to it that the workbook is kept in this browser, and knows whether it has changes that no file has. Each step goes
 * into the journal at once; the whole workbook is kept when changes pause, or at once where the journal can't take a step.
 */
export class Saving {
  readonly #keeping = new Keeping();
  readonly #journal = new Journal();
  readonly #mutations: Mutations;
  #unfiled = false;
  /** Counts the steps; `#kept` is how many of them are in the workbook that was kept last. */
  #steps = 0;
  #kept = 0;
  /** The last step that is not in the journal: steps behind it would be of no use there, until the workbook is kept. */
  #gap = 0;
  #noting = false;
  #tries = 0;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;
  /** How long keeping the whole workbook took last time, in milliseconds. */
  #took = 0;
  #refused = false;
  #askedToPersist = false;
  /** Another workbook is kept in the same place: this one is not kept until the user has chosen. */
  #held = false;

  constructor(
    private readonly workbook: GridWorkbook,
    private readonly spreadsheet: Spreadsheet,
  ) {
    const { injector } = spreadsheet;
    this.#mutations = new Mutations(injector);
    const undo = injector.get(IUndoRedoService);
    if (undo instanceof SteppedUndo) undo.onStep = (unitID) => this.#stepped(unitID);
    this.#keeping.onOtherTab(() => this.#hold(words.otherTab));
    this.#journal.onOtherTab(() => this.#hold(words.otherTab));
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") this.#leave();
    });
    addEventListener("pagehide", () => this.#leave());
  }

  /** Whether there are changes that no file has. */
  get unfiled(): boolean {
    return this.#unfiled;
  }

  /** Puts into the grid what the browser had kept, or else the sample. */
  async restore(): Promise<void> {
    const found = await this.#keeping.read();
    if (found.is === "workbook" && (await this.#takeIn(found))) return;
    await openSample(this.workbook, sampleOf(new URL(location.href)));
    this.#begin(newMark());
    if (found.is === "nothing") await this.#keepSample();
    else if (found.is === "no answer") this.#goOnWithout(found.afterAll);
    else await this.#setAside();
  }

  /** The workbook has just become a file. */
  filed(): void {
    this.#unfiled = false;
    void this.#keep();
  }

  /** Another workbook has taken the place of the one that was open. Waits until it is kept: what is typed into it comes after it. */
  async replaced(): Promise<void> {
    const mark = newMark();
    this.#begin(mark);
    await this.#keep({ mark });
  }

  /** From now on the steps in the workbook that is open count. */
  #begin(mark: string, unkept?: Unkept): void {
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
    this.#unfiled = false;
    this.#kept = this.#steps;
    this.#gap = 0;
    this.#noting = false;
    this.#mutations.follow(this.workbook.cells.book.getId());
    this.#journal.begin(mark, unkept);
  }

  /** Opens a kept workbook with what the journal has behind it. False if it can't be opened. */
  async #takeIn(kept: KeptWorkbook): Promise<boolean> {
    const unkept = this.#journal.behind(kept, kept.data.id);
    try {
      await openKept(this.workbook, kept.data, unkept?.shown ?? kept.shown, unkept?.mutations);
      this.#begin(kept.mark, unkept);
      this.#unfiled = kept.unfiled || unkept !== undefined;
      this.#show();
      return true;
    } catch {
      if (!unkept) return false;
    }
    // Without the journal, then. The grid has worked on what it could not take: it is read again.
    const again = await this.#keeping.read();
    if (again.is !== "workbook") return false;
    try {
      await openKept(this.workbook, again.data, again.shown);
    } catch {
      return false;
    }
    this.#begin(again.mark);
    this.#unfiled = true;
    this.#show();
    const text = JSON.stringify(unkept.mutations);
    notify([words.lastChangesLost], "trouble", [{ words: "Save these changes as a file", act: () => saveText(text) }]);
    return true;
  }

  /** Keeps the sample, so that the journal has something to go on from. Where another tab came first, its workbook opens. */
  async #keepSample(): Promise<void> {
    const saved = await this.#keepWhole({ mark: newMark(), quietly: true, atOnce: true });
    if (saved === "another tab's") await this.restore();
  }

  /** Goes on with the sample: the browser has said nothing in time, and may never. */
  #goOnWithout(afterAll: Promise<Found>): void {
    this.#refuse();
    void afterAll.then((found) => {
      if (found.is === "nothing") void this.#keep();
      else this.#hold(words.cameLate);
    });
  }

  async #setAside(): Promise<void> {
    this.#show();
    const aside = await this.#keeping.setAside();
    if (!aside) {
      this.#hold(words.notSetAside);
      return;
    }
    const { place: where, text } = aside;
    notify([words.unreadable], "trouble", [
      { words: "Save what was kept as a file", act: () => saveText(text) },
      { words: "Try to read it again", act: () => void this.#readAgain(where, text) },
    ]);
    await this.#keep();
  }

  async #readAgain(where: string, text: string): Promise<void> {
    const found = await this.#keeping.read(where);
    try {
      if (found.is !== "workbook") throw new Error("It can still not be read.");
      await openKept(this.workbook, found.data, found.shown);
      await this.replaced();
      this.#unfiled = found.unfiled;
    } catch {
      notify([words.stillUnreadable], "trouble", [
        { words: "Save what was kept as a file", act: () => saveText(text) },
      ]);
    }
  }

  #stepped(unitID: string): void {
    if (unitID !== this.#mutations.workbook) return;
    this.#steps += 1;
    this.#unfiled = true;
    letPass();
    // A step of several parts is written as one: half of it would be worse than none.
    if (!this.#noting) queueMicrotask(() => this.#note());
    this.#noting = true;
  }

  /** Writes down what was done since this was last called. */
  #note(): void {
    if (!this.#noting) return;
    this.#noting = false;
    const mutations = this.#mutations.take();
    if (this.#held) {
      this.#gap = this.#steps;
      return;
    }
    const { book } = this.workbook.cells;
    const step = { workbook: book.getId(), shown: book.getActiveSheet().getSheetName(), mutations };
    const noted = this.#gap === 0 && this.#journal.write(step);
    if (!noted) {
      this.#gap = this.#steps;
      // What isn't in the journal is lost if the page is killed now.
      if (!this.#refused) this.#show(words.keeping);
    }
    this.#plan();
  }

  /** Keeps the whole workbook in a while: soon where the journal lacks something, else when changes have paused. */
  #plan(): void {
    const soon = this.#gap > 0;
    if (soon && this.#waiting !== undefined) return;
    clearTimeout(this.#waiting);
    const wait = this.#refused ? afterRefusal : soon ? 2 * this.#took : Math.max(pause, 4 * this.#took);
    this.#waiting = setTimeout(() => void this.#keep(), wait);
  }

  /** The page may go away now. What is in the journal is safe; what isn't has no time to lose. */
  #leave(): void {
    this.#note();
    if (this.#kept === this.#steps || this.#refused) return;
    if (this.#gap > 0) void this.#keepWhole({ atOnce: true });
    else void this.#keep();
  }

  /** Keeps the whole workbook; one time after another. */
  async #keep(how: How = {}): Promise<void> {
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
    const before = this.#running;
    this.#running = (async () => {
      await before;
      await this.#keepWhole(how);
    })();
    await this.#running;
  }

  async #keepWhole({
    over = false,
    quietly = false,
    atOnce = false,
    mark = newMark(),
  }: How): Promise<Saved | "not now"> {
    if (this.#held && !over) return "not now";
    this.#note();
    const began = performance.now();
    const steps = this.#steps;
    const journal = this.#journal.place;
    const { book } = this.workbook.cells;
    const { injector } = this.spreadsheet;
    const same = (): boolean => this.#steps === steps && this.workbook.cells.book === book;
    const text =
      atOnce || this.#tries >= mostTries ? textAtOnce(book, injector) : await textInSlices(book, injector, same);
    this.#tries = text === undefined ? this.#tries + 1 : 0;
    if (text === undefined) {
      this.#plan();
      return "not now";
    }
    const shown = book.getActiveSheet().getSheetName();
    const saved = await this.#keeping.save(text, { unfiled: this.#unfiled, shown, journal, mark, over, quietly });
    this.#took = performance.now() - began;
    if (saved === "another tab's") {
      if (!quietly) this.#hold(words.otherTab);
    } else if (saved === "refused") this.#refuse();
    else this.#keptUpTo(steps, journal, mark);
    return saved;
  }

  #keptUpTo(steps: number, journal: JournalPlace, mark: string): void {
    this.#journal.settled(journal, mark);
    this.#refused = false;
    this.#kept = Math.max(this.#kept, steps);
    if (this.#gap <= steps) this.#gap = 0;
    if (this.#kept < this.#steps) this.#plan();
    if (this.#held) return;
    this.#show(this.#gap > 0 ? words.keeping : words.kept);
    if (this.#unfiled && !this.#askedToPersist) {
      this.#askedToPersist = true;
      askToPersist();
    }
  }

  #refuse(): void {
    this.#refused = true;
    this.#show(words.notKept);
    if (this.#kept < this.#steps) this.#plan();
  }

  /** Keeps nothing more until the user has chosen between this workbook and the one that is kept. */
  #hold(why: string): void {
    if (this.#held) return;
    this.#held = true;
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
    this.#show(words.held);
    notify([why], "trouble", [
      { words: "Show the other one", act: () => void this.#takeOther() },
      { words: "Keep this one", act: () => void this.#takeMine() },
    ]);
  }

  async #takeOther(): Promise<void> {
    this.#held = false;
    await this.restore();
  }

  async #takeMine(): Promise<void> {
    await this.#keeping.setAside();
    this.#held = false;
    await this.#keep({ over: true });
  }

  #show(line: string = words.kept): void {
    document.title = `${this.workbook.cells.book.getName()} – Keel workbench`;
    const kept = place("kept");
    kept.classList.toggle("not", line !== words.kept && line !== words.keeping);
    if (kept.textContent !== line) kept.textContent = line;
  }
}

/** How a workbook is kept: over what another tab has kept, without telling other tabs, at once, under which mark. */
interface How {
  readonly over?: boolean;
  readonly quietly?: boolean;
  readonly atOnce?: boolean;
  readonly mark?: string;
}

/** Asks the browser not to throw the workbook away when the computer runs out of room. Some ask the user; nothing waits for it. */
function askToPersist(): void {
  // Pages without https have none, and older browsers have one that can't.
  const { storage } = navigator as { readonly storage?: Partial<StorageManager> };
  void storage?.persist?.().catch(() => undefined);
}

function saveText(text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = "Keel workbook that could not be read.json";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
