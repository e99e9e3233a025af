import type { DocumentSkeleton } from "@univerjs/engine-render";

/** On how many lines one word may go, as far as its width can be told beforehand. */
const mostLines = 300;
/** How wide a letter is on average, as a part of the size of its font. */
const letter = 0.6;
/** Pixels of a point, and the size in points of a text that says none. */
const pixels = 4 / 3;
const usualSize = 11;

/** What a line doesn't break in. Between the signs of some scripts it may break anywhere. */
const word =
  /[^\s\p{Cc}\p{Ideographic}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}-]+/gu;

/** How wide a text must at least be laid out so that none of its words goes on too many lines, in pixels; 0 for most texts. */
export function leastWidth(text: string, size: number = usualSize): number {
  if (text.length <= mostLines) return 0;
  let longest = 0;
  for (const [{ length }] of text.matchAll(word)) longest = Math.max(longest, length);
  return longest <= mostLines ? 0 : Math.ceil(longest / mostLines) * size * pixels * letter;
}

/**
 * Mends how Univer lays out a word that is longer than its line: each line calls the next one, so that a word of tens of
 * thousands of letters in a narrow column or in the formula bar of a narrow page ends the script. Such a word is laid out on
 * longer lines: nobody would read it to its end.
 */
export function mendLongWords({ prototype }: Pick<typeof DocumentSkeleton, "prototype">): void {
  const layOut: unknown = Reflect.get(prototype, "calculate");
  if (typeof layOut !== "function") throw new Error("How Univer lays out texts has changed: see long-words.ts.");
  prototype.calculate = function (this: DocumentSkeleton, bounds) {
    const { documentStyle, body } = this.getViewModel().getDataModel().getSnapshot();
    const { pageSize } = documentStyle;
    const sizes = [documentStyle.textStyle?.fs, ...(body?.textRuns ?? []).map(({ ts }) => ts?.fs)];
    const largest = Math.max(usualSize, ...sizes.map((size) => size ?? 0));
    const least = pageSize?.width ? leastWidth(body?.dataStream ?? "", largest) : 0;
    if (!pageSize?.width || pageSize.width >= least) {
      layOut.call(this, bounds);
      return;
    }
    documentStyle.pageSize = { ...pageSize, width: least };
    try {
      layOut.call(this, bounds);
    } finally {
      documentStyle.pageSize = pageSize;
    }
  };
}
