import type { Injector } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";

/** Univer at work in an element of the page: what it offers to callers, and where its parts are found. */
export interface Spreadsheet {
  readonly api: FUniver;
  readonly injector: Injector;
}
