import { generateRandomId, type IWorkbookData } from "@univerjs/core";
import { get, set, update } from "idb-keyval";
import { newWorkbookId } from "./grid-from-book";
import type { JournalPlace } from "./journal";
import { late, within } from "./time-limit";

/** What this browser keeps between two visits: a whole workbook. What was typed since then is in the journal. */
interface Kept {
  /** Counts up when this form changes, so that an older page leaves a newer save alone. */
  readonly form: 1;
  /** Changes with every save: a tab knows by it whether the save is the one that it last saw. */
  readonly mark: string;
  /** When it was saved, in milliseconds since 1970. */
  readonly at: number;
  /** Whether there are changes in it that no file has. */
  readonly unfiled: boolean;
  /** The name of the sheet that was shown. */
  readonly shown: string;
  /** The workbook as Univer keeps it, as JSON. */
  readonly workbook: string;
  /** Up to where the journal is in it; absent in a workbook that was kept before there was a journal. */
  readonly journal?: JournalPlace;
}

/** A kept workbook that can be opened. */
export interface KeptWorkbook {
  readonly data: IWorkbookData;
  readonly unfiled: boolean;
  readonly shown: string;
  readonly mark: string;
  readonly journal?: JournalPlace;
}

/**
 * What the browser had kept: nothing, a workbook, or something that can't be read as one. "No answer" is from a browser
 * that has no such place, refuses it, or does not say in time what is there; `afterAll` answers if it says so later.
 */
export type Found =
  | { readonly is: "nothing" }
  | ({ readonly is: "workbook" } & KeptWorkbook)
  | { readonly is: "unreadable" }
  | { readonly is: "no answer"; readonly afterAll: Promise<Found> };

/** How a save went: the browser would not, or another tab has saved since this one last saw it and nothing was written. */
export type Saved = "kept" | "another tab's" | "refused";

/** Where the workbook is kept. What is set aside goes under the same name with the time behind it. */
const key = "keel-workbench";

/** How long the browser may take to answer, in milliseconds: some never do, and the page must not wait for them. */
const patience = { read: 4_000, save: 15_000 };

/** Keeps the workbook in this browser, for this address, and sees to it that two tabs don't overwrite each other unasked. */
export class Keeping {
  #seen: string | undefined;
  readonly #channel = channel();

  /** Calls back when another tab has saved its workbook. */
  onOtherTab(listener: () => void): void {
    this.#channel?.addEventListener("message", listener);
  }

  /** Reads what is kept, here or in a place where it was set aside. From then on a save in this tab takes its place. Never rejects. */
  async read(from = key): Promise<Found> {
    const reading = this.#read(from);
    const found = await within(patience.read, reading);
    return found === late ? { is: "no answer", afterAll: reading } : found;
  }

  async #read(from: string): Promise<Found> {
    let kept: unknown;
    try {
      kept = await get(from);
    } catch {
      return { is: "no answer", afterAll: new Promise(() => undefined) };
    }
    if (kept === undefined) return { is: "nothing" };
    if (!isKept(kept)) return { is: "unreadable" };
    // Also of one that turns out to be no workbook: what this tab keeps next goes over it, once it is set aside.
    if (from === key) this.#seen = kept.mark;
    const data = workbookIn(kept.workbook);
    if (!data) return { is: "unreadable" };
    const { unfiled, shown, mark, journal } = kept;
    return { is: "workbook", data, unfiled, shown, mark, ...(journal && { journal }) };
  }

  /**
   * Saves the workbook, which is JSON. What is kept there and isn't what this tab last saw stays as it is, unless `over`
   * says otherwise. Never rejects.
   */
  async save(
    workbook: string,
    {
      over = false,
      quietly = false,
      ...rest
    }: Pick<Kept, "unfiled" | "shown" | "journal" | "mark"> & { readonly over?: boolean; readonly quietly?: boolean },
  ): Promise<Saved> {
    const saving = this.#save({ form: 1, at: Date.now(), ...rest, workbook }, over);
    const saved = await within(patience.save, saving);
    if (saved === late) return "refused";
    if (saved === "kept" && !quietly) this.#channel?.postMessage(rest.mark);
    return saved;
  }

  async #save(mine: Kept, over: boolean): Promise<Saved> {
    const written = { mine: true };
    try {
      await update<unknown>(key, (kept) => {
        const seen = isKept(kept) ? kept.mark : undefined;
        written.mine = over || seen === undefined || seen === this.#seen;
        return written.mine ? mine : kept;
      });
    } catch {
      return "refused";
    }
    if (!written.mine) return "another tab's";
    this.#seen = mine.mark;
    return "kept";
  }

  /**
   * Copies what is kept to a place of its own, where nothing overwrites it. Returns the place and its text, undefined if
   * there is none or the browser would not.
   */
  async setAside(): Promise<{ readonly place: string; readonly text: string } | undefined> {
    try {
      const kept: unknown = await get(key);
      if (kept === undefined) return undefined;
      const place = `${key} ${new Date().toISOString()}`;
      await set(place, kept);
      return { place, text: JSON.stringify(kept) };
    } catch {
      return undefined;
    }
  }
}

/** A mark that no other save has. */
export function newMark(): string {
  return generateRandomId(16);
}

function channel(): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(key);
  } catch {
    // The browser has none: then a tab learns of another one by the journal, or at the latest when it saves.
    return undefined;
  }
}

function isKept(kept: unknown): kept is Kept {
  if (typeof kept !== "object" || kept === null) return false;
  return (
    "form" in kept &&
    kept.form === 1 &&
    "workbook" in kept &&
    typeof kept.workbook === "string" &&
    "mark" in kept &&
    typeof kept.mark === "string"
  );
}

/**
 * Reads a workbook under another id: Univer can't hold two of one id, not even for the moment in which one follows the
 * other. Undefined for a text that is no workbook with a sheet.
 */
function workbookIn(text: string): IWorkbookData | undefined {
  try {
    const written: unknown = JSON.parse(text);
    if (!isWorkbook(written)) return undefined;
    // Tables, charts and rules refer to the id as well, some of them inside texts of JSON of their own, where reading the
    // workbook as a tree would not find it: so it is replaced in the whole text.
    return JSON.parse(text.replaceAll(written.id, newWorkbookId())) as IWorkbookData;
  } catch {
    return undefined;
  }
}

function isWorkbook(written: unknown): written is IWorkbookData {
  if (typeof written !== "object" || written === null) return false;
  const { id, sheets, sheetOrder } = written as Partial<Record<keyof IWorkbookData, unknown>>;
  if (typeof id !== "string" || id.length < 6 || typeof sheets !== "object" || sheets === null) return false;
  return (
    Array.isArray(sheetOrder) &&
    sheetOrder.length > 0 &&
    sheetOrder.every((sheet) => typeof sheet === "string" && sheet in sheets)
  );
}
