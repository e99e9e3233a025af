import { columnNumber, within, type Block, type BookCell, type Sheet } from "../sheets";
import { formulaOf, wordsOf, type Word } from "./formula-words";
import { isDateFormat } from "./number-formats";

/** Days between the two days that workbooks count from: 1 January 1904 is day 1,462 of the usual count. */
export const days1904 = 1462;

/** Which cells of a sheet hold days, by their format. */
export type Days = (block: Block) => boolean;

export function daysIn(cells: readonly BookCell[]): Days {
  const dated = cells.filter(({ format }) => format !== undefined && isDateFormat(format));
  return (block) => dated.some((cell) => within(block, cell));
}

/** A rule for numbers from a workbook that counts its days from 1904: on cells that hold days its limits are days, too. */
export function movedRule(rule: Sheet["validations"][number], days: Days): Sheet["validations"][number] {
  const { allow, block } = rule;
  if (allow.kind !== "number" || !days(block)) return rule;
  const { least, most } = allow;
  return {
    ...rule,
    allow: {
      kind: "number",
      ...(least === undefined ? {} : { least: least + days1904 }),
      ...(most === undefined ? {} : { most: most + days1904 }),
    },
  };
}

/** A condition from such a workbook: a number that a cell with a day is compared with is a day, too. */
export function movedCondition(formula: string, sheet: string, days: Days): string {
  const words = wordsOf(formula);
  const solid = words.flatMap((word, index) => (word.kind === "blank" ? [] : [index]));
  const moved = new Set<number>();
  solid.forEach((at, place) => {
    if (!comparison.test(words[at]?.text ?? "")) return;
    const [left, right] = [solid[place - 1], solid[place + 1]];
    if (left === undefined || right === undefined) return;
    // A cell of another sheet, or a part of a sum, is no cell of its own here.
    const [before, after] = [words[solid[place - 2] ?? -1]?.text, words[solid[place + 2] ?? -1]?.text];
    if (isDay(words[left], sheet, days) && (before === undefined || opening.test(before))) moved.add(right);
    if (isDay(words[right], sheet, days) && (after === undefined || closing.test(after))) moved.add(left);
  });
  return formulaOf(
    words.map((word, index) =>
      moved.has(index) && /^\d+(?:\.\d+)?$/.test(word.text)
        ? { ...word, text: String(Number(word.text) + days1904) }
        : word,
    ),
  );
}

const comparison = /^(?:<|>|=|<=|>=|<>)$/;
/** What a comparison may stand between. */
const opening = /^[(,=]$/;
const closing = /^[),]$/;

function isDay(word: Word | undefined, sheet: string, days: Days): boolean {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(word?.kind === "name" ? word.text : "") ?? [];
  if (!letters || !digits) return false;
  return days({ sheet, row: Number(digits) - 1, column: columnNumber(letters), height: 1, width: 1 });
}
