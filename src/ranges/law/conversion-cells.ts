import { dollars, type BracketRoom, type Conversion, type YearLaw } from "../../engine";
import type { ResultCell } from "../cells";
import type { ResultCells } from "../results";
import { CONVERSION_LABELS, conversionNotes } from "../wording/law/conversion";

/** Lays a conversion out, a figure a row. */
export function conversionCells({ tax, brackets, lastRate, before, after }: Conversion, law: YearLaw): ResultCells {
  const label = CONVERSION_LABELS;
  const roomCell = ({ room }: BracketRoom): ResultCell => (room === undefined ? label.noEnd : dollars(room));
  return [
    label.header,
    [label.tax, dollars(tax)],
    ...brackets.map((each) => [label.bracket(each.rate), dollars(each.tax)]),
    [label.lastRate, lastRate.toNumber()],
    [label.before, roomCell(before)],
    [label.after, roomCell(after)],
    ...conversionNotes(law.year, law.incomeBrackets.source).map((note) => [label.note, note]),
  ];
}
