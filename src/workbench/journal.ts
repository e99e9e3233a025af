import { generateRandomId } from "@univerjs/core";

/** A change to the workbook as Univer carries it out: its name and what it is told. */
export interface Mutation {
  readonly id: string;
  readonly params: object;
}

/** A place in a journal: whose, and behind which of its entries, counted from 1. */
export interface JournalPlace {
  readonly thread: string;
  readonly upTo: number;
}

/** What was changed at one time. */
interface Entry {
  /** The mark of the kept workbook that this comes after. */
  readonly on: string;
  /** When, in milliseconds since 1970. */
  readonly at: number;
  /** The workbook's id on the page that wrote this; mutations name it. */
  readonly workbook: string;
  /** The name of the sheet that was shown. */
  readonly shown: string;
  readonly mutations: readonly Mutation[];
}

/** What is to be done to a kept workbook so that it is as it was last. */
export interface Unkept {
  readonly thread: string;
  readonly mutations: readonly Mutation[];
  readonly shown: string;
}

const prefix = "keel-workbench journal ";
/**
 * Letters of one entry, and of all together: thousands of rows that are pasted are one entry. Beyond, the whole workbook
 * is kept instead, which takes longer than killing a page: a browser has room for some 5 million.
 */
const most = { entry: 2_000_000, all: 3_500_000 };
/** How long an entry whose workbook is not the kept one may stay, in milliseconds: it may be of a tab that is about to keep its own. */
const mostAge = 24 * 60 * 60 * 1000;

/**
 * What was changed since the workbook was last kept whole. Each step is written while the page waits, because a page
 * that is killed is told of nothing, and keeping a whole workbook takes longer than killing it.
 */
export class Journal {
  readonly #storage = storage();
  /** A thread belongs to one workbook on one page: two tabs never write into each other's. */
  #thread = "";
  /** The threads whose entries the workbook that is kept next has in it, or takes the place of. */
  readonly #over = new Set<string>();
  #on = "";
  #last = 0;
  #letters = 0;
  /** What another page had written behind the kept workbook, and this one shows: it goes before the first step of its own. */
  #inherited: readonly Mutation[] = [];

  /** Calls back when another tab has written into its journal: somebody works there. */
  onOtherTab(listener: () => void): void {
    // The browser tells it to the other pages only.
    addEventListener("storage", ({ key, newValue }) => {
      if (newValue !== null && key?.startsWith(prefix)) listener();
    });
  }

  /** The place behind what is written now. */
  get place(): JournalPlace {
    return { thread: this.#thread, upTo: this.#last };
  }

  /** Begins anew: what is written from now on comes after the workbook kept under this mark and what was unkept behind it. */
  begin(mark: string, unkept?: Unkept): void {
    for (const thread of [this.#thread, unkept?.thread]) if (thread) this.#over.add(thread);
    this.#thread = generateRandomId(16);
    this.#last = 0;
    this.#letters = 0;
    this.#on = mark;
    this.#inherited = unkept?.mutations ?? [];
  }

  /** Writes a step down. False if it could not, or should not, and the workbook must be kept whole. */
  write(step: Omit<Entry, "on" | "at">): boolean {
    if (!this.#storage || this.#thread === "") return false;
    const mutations = [...this.#inherited, ...step.mutations];
    if (!isSmall(mutations, most.entry)) return false;
    const entry = JSON.stringify({ ...step, mutations, on: this.#on, at: Date.now() } satisfies Entry);
    if (this.#letters + entry.length > most.all) return false;
    try {
      this.#storage.setItem(this.#keyOf(this.#last + 1), entry);
    } catch {
      return false;
    }
    this.#last += 1;
    this.#letters += entry.length;
    this.#inherited = [];
    return true;
  }

  /**
   * What was changed behind a kept workbook, for one that has the id `workbook` now. Of several journals that go on from
   * it, the one that was written last counts.
   */
  behind(kept: { readonly mark: string; readonly journal?: JournalPlace }, workbook: string): Unkept | undefined {
    const threads = new Map<string, Entry[]>();
    for (const { thread, number, entry } of this.#entries()) {
      const goesOn = thread === kept.journal?.thread ? number > kept.journal.upTo : entry.on === kept.mark;
      if (goesOn) threads.set(thread, [...(threads.get(thread) ?? []), entry]);
    }
    const [latest] = [...threads].sort(([, one], [, other]) => lastTime(other) - lastTime(one));
    if (!latest) return undefined;
    const [thread, entries] = latest;
    const shown = entries.at(-1)?.shown ?? "";
    return { thread, shown, mutations: entries.flatMap((entry) => renamed(entry, workbook)) };
  }

  /** The workbook is kept whole up to a place, under a mark: what is before it is not needed anymore. */
  settled(kept: JournalPlace, mark: string): void {
    const now = kept.thread === this.#thread;
    if (now) {
      this.#on = mark;
      this.#inherited = [];
      this.#letters = 0;
    }
    for (const { key, thread, number, entry } of this.#entries()) {
      const own = thread === kept.thread;
      const old = Date.now() - entry.at > mostAge;
      if (own ? number <= kept.upTo : old || (now && this.#over.has(thread))) this.#forget(key);
      else if (own) this.#letters += JSON.stringify(entry).length;
    }
  }

  #forget(key: string): void {
    try {
      this.#storage?.removeItem(key);
    } catch {
      // It stays, and belongs to a kept workbook that is no more: nobody reads it.
    }
  }

  #keyOf(number: number): string {
    return `${prefix}${this.#thread} ${number}`;
  }

  /** All entries that can be read, of all pages, each page's in its order. */
  #entries(): readonly {
    readonly key: string;
    readonly thread: string;
    readonly number: number;
    readonly entry: Entry;
  }[] {
    const found: { key: string; thread: string; number: number; entry: Entry }[] = [];
    try {
      for (const key of Object.keys(this.#storage ?? {})) {
        const [, thread = "", number = ""] =
          /^(\S+) (\d+)$/.exec(key.startsWith(prefix) ? key.slice(prefix.length) : "") ?? [];
        const entry = thread === "" ? undefined : entryIn(this.#storage?.getItem(key) ?? "");
        if (entry) found.push({ key, thread, number: Number(number), entry });
      }
    } catch {
      return [];
    }
    return found.sort((one, other) => one.number - other.number);
  }
}

/** The browser's storage that answers at once; undefined where it has none, or refuses it by throwing. */
function storage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

function entryIn(text: string): Entry | undefined {
  try {
    const entry: unknown = JSON.parse(text);
    return typeof entry === "object" && entry !== null && "mutations" in entry ? (entry as Entry) : undefined;
  } catch {
    return undefined;
  }
}

function renamed({ mutations, workbook: before }: Entry, now: string): readonly Mutation[] {
  return JSON.parse(JSON.stringify(mutations).replaceAll(before, now)) as readonly Mutation[];
}

function lastTime(entries: readonly Entry[]): number {
  return entries.at(-1)?.at ?? 0;
}

/** Whether something has few enough values to be written out at once; stops counting at the first too many. */
function isSmall(thing: unknown, most: number): boolean {
  let left = most / 10;
  const count = (each: unknown): void => {
    left -= typeof each === "string" ? 1 + each.length / 10 : 1;
    if (left < 0 || typeof each !== "object" || each === null) return;
    for (const name in each) {
      if (left < 0) return;
      count((each as Readonly<Record<string, unknown>>)[name]);
    }
  };
  count(thing);
  return left >= 0;
}
