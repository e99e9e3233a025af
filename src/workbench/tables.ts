import type { ITableInfoWithUnitId } from "@univerjs/sheets-table";
import { address, overlap, sameBlock, sameName, topLeft, type Block } from "../sheets";
import { WorkbookFailure, type Table } from "../workbook";
import type { GridCells } from "./cells";

/** Makes a named table of a block; one of that name in that place already is left as it is. */
export async function addTable(cells: GridCells, name: string, block: Block): Promise<void> {
  const { startRow, endRow, startColumn, endColumn } = cells.range(block).getRange();
  const tables = cells.tables();
  const namesake = tables.find((table) => sameName(table.name, name));
  // A description that is carried out a second time finds the table that it made the first time.
  if (namesake && sameBlock(namesake.block, block)) return;
  if (namesake) {
    throw new WorkbookFailure(
      `There is a table called ${name} already, in ${address(namesake.block)}. Rename it, then try again.`,
      "refused",
    );
  }
  insistOnRoom(tables, block);
  const added = await cells.sheet(block.sheet).addTable(name, { startRow, endRow, startColumn, endColumn });
  if (!added) {
    const words = `The workbench can’t call a table ${name}: a sheet has that name, or it has a blank or looks like a cell.`;
    throw new WorkbookFailure(words, "refused");
  }
}

/** Gives a table another extent from the same top left cell. */
export async function resizeTable(cells: GridCells, name: string, block: Block): Promise<void> {
  const { startRow, endRow, startColumn, endColumn } = cells.range(block).getRange();
  const table = tableCalled(cells, name);
  const others = cells.tables().filter((other) => !sameName(other.name, name));
  insistOnRoom(others, block);
  if (sameBlock(table.block, block)) return;
  const sheet = cells.sheet(table.block.sheet);
  const { id } = tableInfo(cells, table);
  await sheet.setTableRange(id, { startRow, endRow, startColumn, endColumn });
}

/** Refuses, before anything is written, to give a table that isn't there another extent, or one from another cell. */
export function checkResize(cells: GridCells, name: string, block: Block): void {
  const table = tableCalled(cells, name);
  const moved = !sameBlock(topLeft(table.block), topLeft(block));
  if (!moved && block.height > 1) return;
  const words = moved
    ? `The table ${name} begins in another cell than ${address(block)} does.`
    : `The table ${name} needs a row below its headings.`;
  throw new WorkbookFailure(words, "refused");
}

function tableCalled(cells: GridCells, name: string): Table {
  const table = cells.tables().find((candidate) => sameName(candidate.name, name));
  if (!table) throw new WorkbookFailure(`There is no table called ${name} anymore.`, "lost");
  return table;
}

function tableInfo(cells: GridCells, { name, block }: Table): ITableInfoWithUnitId {
  const info = cells
    .sheet(block.sheet)
    .getSubTableInfos()
    .find((candidate) => candidate.name === name);
  if (!info) throw new WorkbookFailure(`There is no table called ${name} anymore.`, "lost");
  return info;
}

function insistOnRoom(tables: readonly Table[], block: Block): void {
  const inTheWay = tables.find((table) => overlap(table.block, block));
  if (!inTheWay) return;
  const words = `${address(block)} would overlap the table ${inTheWay.name} in ${address(inTheWay.block)}. Move that table, then try again.`;
  throw new WorkbookFailure(words, "refused");
}
