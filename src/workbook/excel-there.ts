import { address, filledWith, localAddress, type Block, type Value } from "../sheets";
import { cardOf, contentProperties, contentsOf, isFault, rangeOf } from "./excel-contents";
import { entry } from "./excel-entry";
import { supports } from "./excel-run";
import { WorkbookFailure, type Contents } from "./host";

/** What has been queued for reading. */
export interface Reading<T> {
  /** After the first sync: queues what can only be asked then, and tells whether there is any. */
  more?(): boolean;
  /** After the last sync. */
  read(): T;
}

/** What cells held, so that it can be given back exactly. */
export interface RememberedCells {
  readonly block: Block;
  /** As they must be entered to come back: formulas, values, and texts that stay texts. */
  readonly entries: readonly (readonly Value[])[];
  readonly numberFormats: readonly (readonly string[])[];
}

interface CellsReading extends Reading<RememberedCells | undefined> {
  /** What the cells hold, after the first sync; undefined on a sheet that is not there yet. */
  contents(): Contents | undefined;
}

/** What is in the workbook before a description is carried out. Each method queues the reading of a part of it. */
export class There {
  readonly #read = new Map<string, CellsReading>();

  constructor(
    readonly context: Excel.RequestContext,
    readonly hasSheet: (name: string) => boolean,
  ) {}

  /** A block's range; undefined on a sheet that is not there yet, where there is nothing to remember. */
  range(block: Block): Excel.Range | undefined {
    return this.hasSheet(block.sheet) ? rangeOf(this.context, block) : undefined;
  }

  /** The cells of a block, which are read once however many steps ask for them. */
  cells(block: Block): CellsReading {
    const place = address(block);
    const reading = this.#read.get(place) ?? cellsOf(block, this.range(block));
    this.#read.set(place, reading);
    return reading;
  }
}

function cellsOf(block: Block, range: Excel.Range | undefined): CellsReading {
  const spills = supports("1.12");
  range?.load(`${contentProperties},numberFormat,valueTypes${spills ? ",hasSpill" : ""}`);
  let parents: readonly SpillParent[] | undefined;
  let asksTexts = false;
  return {
    contents: () => range && contentsOf(range),
    more: () => {
      if (!range) return false;
      parents ??= spills ? spillParents(range) : [];
      // A card's value is an error's word; only its text tells that it is a card.
      if (!asksTexts && contentsOf(range).values.flat().some(isFault)) {
        asksTexts = true;
        range.load("text");
      }
      return asksTexts || parents.length > 0;
    },
    read: () => {
      if (!range) return undefined;
      const entries = entriesOf(range, parents ?? []);
      if (asksTexts) refuseCards(range, entries);
      return { block, entries, numberFormats: range.numberFormat as string[][] };
    },
  };
}

/**
 * Refuses to replace a card that stands in a cell by itself, as one of Excel's Stocks does: nothing that can be entered
 * brings it back, so that an undo would leave its error's word. One that a formula gives comes back with the formula.
 */
function refuseCards(range: Excel.Range, entries: RememberedCells["entries"]): void {
  const { block, values } = contentsOf(range);
  entries.forEach((cells, down) =>
    cells.forEach((entered, across) => {
      const value = values[down]?.[across] ?? "";
      const card = isFault(value) && entered === value ? cardOf(range.text[down]?.[across] ?? "") : undefined;
      if (!card) return;
      const cell = { ...block, row: block.row + down, column: block.column + across, height: 1, width: 1 };
      const words = `${localAddress(cell)} on sheet ${cell.sheet} holds “${card.text}”, a card of Excel’s that Keel’s Undo could not put back. Move it or clear the cell, then try again.`;
      throw new WorkbookFailure(words, "refused");
    }),
  );
}

/** Queues giving cells back what they held, if they were there. */
export function restoreCells(context: Excel.RequestContext, cells: RememberedCells | undefined): void {
  if (!cells) return;
  const range = rangeOf(context, cells.block);
  // Under the format @ a formula would be taken as text, so the formats come back last.
  range.numberFormat = filledWith(cells.block, "General");
  range.formulas = cells.entries.map((row) => [...row]);
  range.numberFormat = cells.numberFormats.map((row) => [...row]);
}

/** A filled cell and, after a sync, the cell whose result fills it. */
interface SpillParent {
  readonly filler: Excel.Range;
  readonly row: number;
  readonly column: number;
}

/** Queues the question which cell spills over each filled cell, for a range that may have spilled cells. */
function spillParents(range: Excel.Range): readonly SpillParent[] {
  // False if no cell is spilled, null if some are.
  if ((range.hasSpill as boolean | null) === false) return [];
  const { block, values } = contentsOf(range);
  return values.flatMap((cells, down) =>
    cells.flatMap((value, across) => {
      if (value === "") return [];
      const filler = range.getCell(down, across).getSpillParentOrNullObject().load("rowIndex,columnIndex");
      return [{ filler, row: block.row + down, column: block.column + across }];
    }),
  );
}

/** A spilled cell is empty by itself: entered again, its value would be in the way of the formula that fills it. */
function entriesOf(range: Excel.Range, parents: readonly SpillParent[]): Value[][] {
  const { block, values, formulas } = contentsOf(range);
  const spilled = new Set(
    parents.flatMap(({ filler, row, column }) =>
      filler.isNullObject || (filler.rowIndex === row && filler.columnIndex === column) ? [] : [`${row},${column}`],
    ),
  );
  return values.map((cells, down) =>
    cells.map((value, across) => {
      if (spilled.has(`${block.row + down},${block.column + across}`)) return "";
      const formula = formulas[down]?.[across];
      if (formula) return formula;
      const type: string | undefined = range.valueTypes[down]?.[across];
      return type === "Error" ? value : entry(value, false);
    }),
  );
}
