import { noteSentence, type Note } from "../../ranges";
import { whole } from "../components/figures";

/** Notes of one kind up to so many are all said; of more, so many are, and the rest is counted. */
const FEW = 5;
const SAID = 3;

/** Says what is worth knowing, each thing once. In a long list one thing may hold for thousands of rows. */
export function noteSentences(notes: readonly Note[]): readonly string[] {
  const kinds = new Map<Note["code"], Set<string>>();
  for (const note of notes) {
    const sentences = kinds.get(note.code) ?? new Set();
    kinds.set(note.code, sentences.add(noteSentence(note)));
  }
  return [...kinds.values()].flatMap((sentences) => {
    const all = [...sentences];
    if (all.length <= FEW) return all;
    return [...all.slice(0, SAID), `The same holds for ${whole(all.length - SAID)} more cells of the list.`];
  });
}
