import type { Workbook } from "../../../workbook";
import type { Logged } from "./log-writing";

/** What the owner has typed into the log's form and written last, and for which list. */
export interface Typed {
  readonly list: string;
  readonly open: boolean;
  /** ISO text; undefined until it is changed. */
  readonly date?: string;
  readonly reason?: string;
  /** Whether the last look is to be set too. */
  readonly setsLook: boolean;
  /** What was written last and not taken back. */
  readonly logged?: Logged | undefined;
}

const byWorkbook = new WeakMap<Workbook, Typed>();

/** What was typed about a list, kept while other screens are shown; nothing yet for another list. */
export function typedAbout(workbook: Workbook, list: string): Typed {
  const typed = byWorkbook.get(workbook);
  return typed?.list === list ? typed : { list, open: false, setsLook: true };
}

export function keepTyped(workbook: Workbook, typed: Typed): void {
  byWorkbook.set(workbook, typed);
}
