import { argumentNames, inTheRange, quoted, type Places } from "../../ranges";
import { fundName, type ReadyList, shownAs, type ValuedList } from "../../lists";

/** What sentences call the cells of a list: `The value of Bonds`. `fundAt` names the fund in a row of the sheet, counted from 0. */
export function placesOfFunds(fundAt: (row: number | undefined) => string | undefined): Places {
  return {
    ...inTheRange,
    cell: (at) => {
      const fund = fundAt(at.row);
      if (fund === undefined) return inTheRange.cell(at);
      if (at.argument === argumentNames.values) return `The value of ${quoted(fund)}`;
      return at.argument === argumentNames.targets ? `The target of ${quoted(fund)}` : inTheRange.cell(at);
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
