import { readBook, UnreadableWorkbook } from "../xlsx";
import type { Told } from "./messages";

/** So many cells at a time: the page has to unpack what it is told, and can't do anything else meanwhile. */
const piece = 10_000;

const tell = (told: Told): void => postMessage(told);

addEventListener("message", ({ data }: MessageEvent<Uint8Array>) => {
  readBook(data, { progress: (cells) => tell({ is: "reading", cells }) }).then(
    ({ book, ...rest }) => {
      for (const [sheet, { cells }] of book.sheets.entries()) {
        for (let from = 0; from < cells.length; from += piece) {
          tell({ is: "cells", sheet, cells: cells.slice(from, from + piece) });
        }
      }
      tell({ is: "read", book: { ...book, sheets: book.sheets.map((sheet) => ({ ...sheet, cells: [] })) }, ...rest });
    },
    (failure: unknown) => {
      // Whatever is not refused in words is a fault. A rejection would stay in the worker: reported, it reaches the page.
      if (failure instanceof UnreadableWorkbook) tell({ is: "unreadable", words: failure.message });
      else reportError(failure);
    },
  );
});
