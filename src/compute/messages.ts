import type { Book, BookCell } from "../sheets";

/** What the worker that reads workbooks tells the page. The cells come in pieces, before the book, which is without them. */
export type Told =
  | { readonly is: "reading"; readonly cells: number }
  | { readonly is: "cells"; readonly sheet: number; readonly cells: readonly BookCell[] }
  | { readonly is: "read"; readonly book: Book; readonly leftOut: readonly string[] }
  | { readonly is: "unreadable"; readonly words: string };
