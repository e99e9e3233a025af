import { argumentNames, noteSentence, quoted, type Note } from "../../ranges";
import type { ReadyList } from "../../lists";
import { dollars, whole } from "../components/figures";
import { fundAtRow, placesOfFunds } from "./fund-places";

/** Notes of one kind up to so many are all said; of more, so many are, and the rest is counted. */
const FEW = 5;
const SAID = 3;

/** Says what is worth knowing, each thing once. In a long list one thing may hold for thousands of rows. */
export function noteSentences(notes: readonly Note[], list: ReadyList): readonly string[] {
  return eachOnce(notes, (note) => inThePane(note, list));
}

/** Says notes, each thing once, and counts those of a kind where there are many. */
export function eachOnce(notes: readonly Note[], say: (note: Note) => string): readonly string[] {
  const kinds = new Map<Note["code"], Set<string>>();
  for (const note of notes) {
    const sentences = kinds.get(note.code) ?? new Set();
    kinds.set(note.code, sentences.add(say(note)));
  }
  return [...kinds.values()].flatMap((sentences) => {
    const all = [...sentences];
    if (all.length <= FEW) return all;
    return [...all.slice(0, SAID), `The same holds for ${whole(all.length - SAID)} more cells of the list.`];
  });
}

/** A note as the pane says it, which calls the policy your rule. */
export function paneNote(note: Note): string {
  return note.code === "no tax rates"
    ? "Your rule gives no tax rates: a dollar of gain counts like any other, and Tax is 0. Add them to your rule, such as income 22%; gains rate 15%."
    : noteSentence(note);
}

/** Where a note is about a fund's money, the owner knows it by the fund and in dollars. */
function inThePane(note: Note, list: ReadyList): string {
  const fundAt = (row: number | undefined): string | undefined => fundAtRow(list, row);
  const places = placesOfFunds(fundAt);
  if (!("at" in note) || note.at.argument !== argumentNames.values) return noteSentence(note, places);
  const fund = fundAt(note.at.row);
  if (fund === undefined) return noteSentence(note, places);
  if (note.code === "read as number") {
    return `${places.cell(note.at)}: the text "${quoted(note.found)}" was read as ${dollars(note.number)}.`;
  }
  if (note.code === "untargeted money") {
    return `${quoted(fund)} holds money but has no target, so it counts as a fund to sell. To keep it, give it a target under Set up.`;
  }
  return noteSentence(note, places);
}
