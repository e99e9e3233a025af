import type { BookCell } from "../sheets";
import { readBook, UnreadableWorkbook, type ReadBook } from "../xlsx";
import type { Told } from "./messages";

/** How a workbook is read: until when, and who wants to know how far it is. */
export interface Reading {
  /** Stops the reading when it is aborted. */
  readonly signal: AbortSignal;
  /** The longest that it may take, in milliseconds. */
  readonly limit: number;
  /** Is told now and then how many cells have been read. */
  readonly progress?: (cells: number) => void;
}

/** Why something was not done to its end: somebody stopped it, or it took too long. */
export class Stopped extends Error {
  override readonly name = "Stopped";

  constructor(readonly why: "cancelled" | "too long") {
    super(why);
  }
}

/**
 * Reads a workbook file as `readBook` does, in a worker: the page stays free, and a file that is read without end can be
 * stopped. Rejects with `UnreadableWorkbook` or `Stopped`. Where the browser gives no worker, it is read on the page.
 */
export function readBookBeside(bytes: Uint8Array, { signal, limit, progress }: Reading): Promise<ReadBook> {
  return new Promise((resolve, reject) => {
    const worker = startWorker();
    if (!worker) {
      resolve(readBook(bytes, progress ? { progress } : {}));
      return;
    }
    const cells: BookCell[][] = [];
    let heard = false;
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", cancelled);
      worker.terminate();
    };
    const stop = (why: Stopped["why"]): void => {
      end();
      reject(new Stopped(why));
    };
    const cancelled = (): void => stop("cancelled");
    const timer = setTimeout(() => stop("too long"), limit);
    signal.addEventListener("abort", cancelled);
    if (signal.aborted) {
      cancelled();
      return;
    }
    worker.onmessage = ({ data }: MessageEvent<Told>) => {
      heard = true;
      switch (data.is) {
        case "reading":
          progress?.(data.cells);
          return;
        case "cells":
          // Each piece at once: to put them together in the end would keep the page busy.
          for (const cell of data.cells) (cells[data.sheet] ??= []).push(cell);
          return;
        case "read": {
          const sheets = data.book.sheets.map((sheet, at) => ({ ...sheet, cells: cells[at] ?? [] }));
          end();
          resolve({ book: { ...data.book, sheets }, leftOut: data.leftOut, drawn: data.drawn });
          return;
        }
        case "unreadable":
          end();
          reject(new UnreadableWorkbook(data.words));
      }
    };
    worker.onerror = (event: Event) => {
      event.preventDefault();
      end();
      // A fault in the worker comes with its message. Without one, and before a word from it, the browser has refused to
      // load the worker: some do, for pages that are opened from a folder.
      const message = event instanceof ErrorEvent ? event.message : "";
      if (!heard && message === "") resolve(readBook(bytes, progress ? { progress } : {}));
      else reject(new Error(message));
    };
    worker.postMessage(bytes);
  });
}

function startWorker(): Worker | undefined {
  try {
    return new Worker(new URL("./read-book.worker.ts", import.meta.url), { name: "read-book" });
  } catch {
    return undefined;
  }
}
