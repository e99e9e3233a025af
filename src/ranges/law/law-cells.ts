import type { LawLine } from "../../engine";
import type { ResultCells } from "../results";
import { evidenceWords, LAW_HEADER, lawFigureWords, subjectWords } from "../wording/law/figures";

/** Lays figures of the law out, one a row. */
export function lawCells(lines: readonly LawLine[]): ResultCells {
  return [
    LAW_HEADER,
    ...lines.map((line) => [
      lawFigureWords(line),
      line.value ?? "",
      subjectWords(line.subject),
      line.source,
      evidenceWords(line.evidence),
    ]),
  ];
}
