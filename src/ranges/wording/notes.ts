import type { Note } from "../../engine";
import { count, place, plain } from "./figures";

/** Says what was accepted but is worth knowing, in a sentence. */
export function noteSentence(note: Note): string {
  switch (note.code) {
    case "targets scaled":
      return `Targets add up to ${note.as === "fractions" ? `${plain(note.sum * 100)}%` : `${plain(note.sum)}%`}; they were scaled to 100%.`;
    case "read as number":
      return `${place(note.at)}: the text "${note.found}" was read as ${plain(note.number)}.`;
    case "dash read as zero":
      return `${place(note.at)}: a dash was read as 0.`;
    case "header rows skipped":
      return `${note.argument}: the first ${count(note.rows, "row", "rows")} of text were taken for a header.`;
    case "untargeted money":
      return `${place(note.at)} holds money but has no target, so it counts as a fund to sell.`;
    case "date read as band":
      return "Policy: Excel had turned 5/25 into a date; it was read as the 5/25 band. Format the cell as text to keep it.";
  }
}
