import { argumentNames, inTheRange, quoted, type Places } from "../../ranges";
import { fundName, type ReadyList, shownAs, type ValuedList } from "../../lists";
import { fundsInWords } from "./funds-in-words";

/** How many funds are named before the rest is only counted. */
const NAMED = 4;

/**
 * What sentences call the cells of a list: `The value of Bonds`. `fundAt` names the fund in a row of the sheet, counted
 * from 0; `funds` those of a problem that is about several rows.
 */
export function placesOfFunds(
  fundAt: (row: number | undefined) => string | undefined,
  funds: readonly string[] = [],
): Places {
  return {
    rows: (rows) => (funds.length > 0 ? fundsInWords(funds, NAMED) : inTheRange.rows(rows)),
    cell: (at) => {
      const fund = fundAt(at.row);
      if (fund === undefined) return inTheRange.cell(at);
      if (at.argument === argumentNames.values) return `The value of ${quoted(fund)}`;
      if (at.argument === argumentNames.targets) return `The target of ${quoted(fund)}`;
      // A row's rule stands in a column of the owner's: Lock or Band.
      if (at.argument === argumentNames.rows) return `${at.column ?? at.argument} of ${quoted(fund)}`;
      return inTheRange.cell(at);
    },
  };
}

/** The fund in a row of the sheet, counted from 0; undefined where the list has no name for it. */
export function fundAtRow(list: ReadyList | ValuedList, row: number | undefined): string | undefined {
  const { fund } = list.columns;
  const index = row === undefined ? -1 : row - list.block.row - list.firstRow;
  if (fund === undefined || index < 0 || index >= list.height) return undefined;
  // A row without a name is known by its number.
  return shownAs(list.cells[list.firstRow + index]?.[fund]).trim() === "" ? undefined : fundName(list, index);
}
