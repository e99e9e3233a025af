import { generateRandomId, type IWorkbookData } from "@univerjs/core";
import { get, set, update } from "idb-keyval";
import { newWorkbookId } from "./grid-from-book";

/** What this browser keeps between two visits. */
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
}

/** What the browser had kept: nothing, a workbook, or something that can't be read as one. */
export type Found =
  | { readonly is: "nothing" }
  | { readonly is: "workbook"; readonly data: IWorkbookData; readonly unfiled: boolean; readonly shown: string }
  | { readonly is: "unreadable" };

/** How a save went: the browser would not, or another tab has saved since this one last saw it and nothing was written. */
export type Saved = "kept" | "another tab's" | "refused";

/** Where the workbook is kept. What is set aside goes under the same name with the time behind it. */
const key = "keel-workbench";

/** Keeps the workbook in this browser, for this address, and sees to it that two tabs don't overwrite each other unasked. */
export class Keeping {
  #seen: string | undefined;
  readonly #channel = new BroadcastChannel(key);

  /** Calls back when another tab has saved its workbook. */
  onOtherTab(listener: () => void): void {
    this.#channel.addEventListener("message", listener);
  }

  /** Reads what is kept. From then on a save in this tab takes its place. */
  async read(): Promise<Found> {
    const kept: unknown = await get(key).catch(() => undefined);
    if (kept === undefined) return { is: "nothing" };
    if (!isKept(kept)) return { is: "unreadable" };
    this.#seen = kept.mark;
    try {
      return { is: "workbook", data: withNewId(kept.workbook), unfiled: kept.unfiled, shown: kept.shown };
    } catch {
      return { is: "unreadable" };
    }
  }

  /** Saves the workbook. Unless `over` is given, what another tab has saved in the meantime is left as it is. */
  async save(
    data: IWorkbookData,
    { over = false, ...rest }: Pick<Kept, "unfiled" | "shown"> & { readonly over?: boolean },
  ): Promise<Saved> {
    const mark = generateRandomId(16);
    const mine: Kept = { form: 1, mark, at: Date.now(), ...rest, workbook: JSON.stringify(data) };
    const written = { mine: true };
    try {
      await update<unknown>(key, (kept) => {
        written.mine = over || !isKept(kept) || kept.mark === this.#seen;
        return written.mine ? mine : kept;
      });
    } catch {
      return "refused";
    }
    if (!written.mine) return "another tab's";
    this.#seen = mark;
    this.#channel.postMessage(mark);
    return "kept";
  }

  /** Copies what is kept to a place of its own, where nothing overwrites it. Returns its text, undefined if there is none. */
  async setAside(): Promise<string | undefined> {
    const kept: unknown = await get(key);
    if (kept === undefined) return undefined;
    await set(`${key} ${new Date().toISOString()}`, kept);
    return JSON.stringify(kept);
  }
}

function isKept(kept: unknown): kept is Kept {
  if (typeof kept !== "object" || kept === null) return false;
  return "form" in kept && kept.form === 1 && "workbook" in kept && typeof kept.workbook === "string" && "mark" in kept;
}

/** Reads a workbook under another id: Univer can't hold two of one id, not even for the moment in which one follows the other. */
function withNewId(text: string): IWorkbookData {
  const { id } = JSON.parse(text) as IWorkbookData;
  // Tables, charts and rules refer to the id as well, some of them inside texts of JSON of their own, where reading the
  // workbook as a tree would not find it: so it is replaced in the whole text.
  return JSON.parse(text.replaceAll(id, newWorkbookId())) as IWorkbookData;
}
