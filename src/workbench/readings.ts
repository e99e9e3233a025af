import {
  CommandType,
  type ICommandInfo,
  ICommandService,
  type Injector,
  type IRange,
  ObjectMatrix,
  Rectangle,
} from "@univerjs/core";
import { FormulaDataModel, LexerTreeBuilder } from "@univerjs/engine-formula";
import {
  type ISetRangeValuesMutationParams,
  SetRangeValuesMutation,
  SetWorksheetColWidthMutation,
  SetWorksheetRowAutoHeightMutation,
  SetWorksheetRowHeightMutation,
  SetWorksheetRowIsAutoHeightMutation,
} from "@univerjs/sheets";
import type { FWorkbook, FWorksheet } from "@univerjs/sheets/facade";
import { cellsIn, SheetCells, type SpilledCells } from "./sheet-cells";
import { SheetReading } from "./sheet-reading";

/** What changes how a sheet looks, and no cell. Whatever isn't listed has a sheet read anew. */
const looks: ReadonlySet<string> = new Set([
  SetWorksheetColWidthMutation.id,
  SetWorksheetRowAutoHeightMutation.id,
  SetWorksheetRowHeightMutation.id,
  SetWorksheetRowIsAutoHeightMutation.id,
]);

/** What spills over a sheet: the cells with what they show there, and the ranges of the results. */
interface Spilling {
  readonly cells: SpilledCells;
  readonly ranges: object | undefined;
}

/** A sheet as it was read, and what may have changed in it since. */
interface Kept {
  readonly cells: SheetCells;
  readonly reading: SheetReading;
  /** What spilled at the last reading. Univer makes these objects anew whenever it changes what is in them. */
  spilling: Spilling;
  /** The cells over which results spilled at the last reading. */
  ranges: readonly IRange[];
  /** The columns of cells that were written since, by their rows. */
  readonly written: Map<number, Set<number>>;
}

/**
 * What the sheets of a grid hold. Each is read once; what the grid changes later is read again cell by cell where the
 * change says which cells they are, and whole where it doesn't.
 */
export class Readings {
  static readonly #ofGrid = new WeakMap<Injector, Readings>();

  readonly #formulas: FormulaDataModel;
  readonly #lexer: LexerTreeBuilder;
  /** The workbook that was read last. Only its sheets are kept. */
  #book = "";
  readonly #kept = new Map<string, Kept>();

  /** The readings of a grid, which all who read it share. */
  static of(injector: Injector): Readings {
    const readings = Readings.#ofGrid.get(injector) ?? new Readings(injector);
    Readings.#ofGrid.set(injector, readings);
    return readings;
  }

  private constructor(injector: Injector) {
    this.#formulas = injector.get(FormulaDataModel);
    this.#lexer = injector.get(LexerTreeBuilder);
    injector.get(ICommandService).onCommandExecuted((command) => {
      if (command.type === CommandType.MUTATION) this.#changed(command);
    });
  }

  sheet(book: FWorkbook, sheet: FWorksheet): SheetReading {
    if (book.getId() !== this.#book) this.#kept.clear();
    this.#book = book.getId();
    const id = sheet.getSheetId();
    const kept = this.#kept.get(id);
    const spilling = this.#spilling(id);
    if (kept && this.#brought(kept, spilling)) return kept.reading;
    const cells = new SheetCells(sheet, () => this.#spilling(id).cells, this.#lexer);
    const reading = new SheetReading(cells);
    this.#kept.set(id, { cells, reading, spilling, ranges: rangesIn(spilling), written: new Map() });
    return reading;
  }

  /** What the results that spill over a sheet's cells show there; such a result isn't in the cells that it covers. */
  spilled(book: FWorkbook, sheet: FWorksheet): SpilledCells {
    return this.#formulas.getArrayFormulaCellData()[book.getId()]?.[sheet.getSheetId()];
  }

  /** Brings what was read up to date; false if all of it has to be read anew. */
  #brought(kept: Kept, spilling: Spilling): boolean {
    const { cells, reading, written } = kept;
    const places = [...written].flatMap(([row, columns]) => [...columns].map((column) => [row, column] as const));
    if (places.some(([row, column]) => cells.changedForOthers(row, column))) return false;
    reading.reread(places);
    written.clear();
    if (spilling.cells === kept.spilling.cells && spilling.ranges === kept.spilling.ranges) return true;
    const ranges = rangesIn(spilling);
    const withdrawn = kept.ranges.filter((before) => !ranges.some((now) => Rectangle.contains(now, before)));
    for (const range of [...withdrawn, ...ranges]) reading.reread(cellsIn(range));
    kept.spilling = spilling;
    kept.ranges = ranges;
    return true;
  }

  #changed({ id, params }: Readonly<ICommandInfo>): void {
    const { unitId, subUnitId } = (params ?? {}) as { readonly unitId?: string; readonly subUnitId?: string };
    // The cell editor is a unit of its own, and changes with every click.
    if ((unitId !== undefined && unitId !== this.#book) || looks.has(id)) return;
    if (id.startsWith("formula.mutation.")) return;
    if (id === SetRangeValuesMutation.id) this.#written(params as ISetRangeValuesMutationParams);
    else if (subUnitId === undefined) this.#kept.clear();
    else this.#kept.delete(subUnitId);
  }

  #written({ subUnitId, cellValue }: ISetRangeValuesMutationParams): void {
    const written = this.#kept.get(subUnitId)?.written;
    if (!written || !cellValue) return;
    new ObjectMatrix(cellValue).forValue((row, column) => {
      const columns = written.get(row) ?? new Set();
      written.set(row, columns.add(column));
    });
  }

  #spilling(sheet: string): Spilling {
    return {
      cells: this.#formulas.getArrayFormulaCellData()[this.#book]?.[sheet],
      ranges: this.#formulas.getArrayFormulaRange()[this.#book]?.[sheet],
    };
  }
}

/** The cells over which results spill, their own among them. */
function rangesIn({ ranges }: Spilling): readonly IRange[] {
  const found: IRange[] = [];
  new ObjectMatrix<IRange>((ranges ?? {}) as Record<number, Record<number, IRange>>).forValue((_, __, range) => {
    found.push({ ...range });
  });
  return found;
}
