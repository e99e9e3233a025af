import { fundName, type ReadyList } from "../../../lists";
import { address, localAddress, type Block } from "../../../sheets";

/** An address as a formula in a cell says it: with the sheet only where it is another one. */
export function seenFrom(block: Block, cell: Block): string {
  return block.sheet === cell.sheet ? localAddress(block) : address(block);
}

/** The fund that a row of a sheet is about, if it is a row of the list in sight. */
export function fundAt(list: ReadyList | undefined, sheet: string, row: number): string | undefined {
  if (list?.columns.fund === undefined || list.block.sheet !== sheet) return undefined;
  const index = row - list.block.row - list.firstRow;
  return index >= 0 && index < list.height ? fundName(list, index) : undefined;
}
