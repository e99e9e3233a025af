import type { BookCell } from "../sheets";
import type { ReadBook } from "../xlsx";

/** What the worker that reads workbooks tells the page. The cells come in pieces, before the book, which is without them. */
export type Told =
  | { readonly is: "reading"; readonly cells: number }
  | { readonly is: "cells"; readonly sheet: number; readonly cells: readonly BookCell[] }
  | ({ readonly is: "read" } & ReadBook)
  | { readonly is: "unreadable"; readonly words: string };
