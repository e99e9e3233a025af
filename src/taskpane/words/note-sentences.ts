import { noteSentence, type Note } from "../../ranges";

/** Says what is worth knowing, each thing once. */
export function noteSentences(notes: readonly Note[]): readonly string[] {
  return [...new Set(notes.map((note) => noteSentence(note)))];
}
