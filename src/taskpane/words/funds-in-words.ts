import { quoted } from "../../ranges";
import { inWords } from "../components/figures";

/** Names funds in a sentence, each as sentences quote a cell: a name may have any length. More than `most` are counted. */
export function fundsInWords(names: readonly string[], most = names.length): string {
  // A long list has thousands of names, of which few are said.
  return inWords(
    names.map((name, index) => (index < most ? quoted(name) : name)),
    most,
  );
}

/** `Acme stock is locked`. */
export function lockedInWords(names: readonly string[], most?: number): string {
  return `${fundsInWords(names, most)} ${names.length === 1 ? "is" : "are"} locked`;
}
