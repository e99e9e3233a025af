import type { Pitfall } from "../../engine";
import { inTheRange, pitfallSentence } from "../../ranges";
import type { ReadyList } from "../../lists";

/** Says the pitfalls of a list, its rows by their numbers on the sheet. */
export function pitfallSentences(pitfalls: readonly Pitfall[], { block, firstRow }: ReadyList): readonly string[] {
  const rows = (own: readonly number[]): string => inTheRange.rows(own.map((row) => block.row + firstRow + row));
  return pitfalls.map((pitfall) => pitfallSentence(pitfall, { ...inTheRange, rows }));
}
