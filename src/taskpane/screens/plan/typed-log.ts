import type { Logged } from "./log-writing";

/** What the owner has typed into the log's form and written last, and for which list. */
export interface TypedLog {
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

/** What was typed about a list; nothing yet for another one. */
export function typedAbout(typed: TypedLog | undefined, list: string): TypedLog {
  return typed?.list === list ? typed : { list, open: false, setsLook: true };
}
