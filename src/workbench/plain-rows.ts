import {
  WrapStrategy,
  type IColumnData,
  type Injector,
  type IStyleData,
  type Nullable,
  type Styles,
  type Worksheet,
} from "@univerjs/core";
import { DEFAULT_PADDING_DATA, FontCache, getFontStyleString } from "@univerjs/engine-render";
import { SheetDataValidationModel } from "@univerjs/sheets-data-validation";

/** What draws a sheet, as far as it says how high rows have to be. */
interface Skeleton {
  readonly worksheet: Worksheet;
  readonly _injector: Pick<Injector, "get">;
  getStyles(): Pick<Styles, "get">;
  calculateAutoHeightForCell(row: number, column: number): number | undefined;
  _calculateRowAutoHeight(row: number): number;
}

/** How high one line is in the font of a style, in pixels. */
type LineHeight = (style: IStyleData) => number;

/**
 * Mends how Univer measures how high rows have to be, which it does for all rows of whatever is written, pasted, undone or
 * made wider. It has each cell decorated by all that decorates what is drawn: formats, conditions, tables, lists of
 * choices. For a list of 5,000 rows that takes a second, several times over. But a cell that can't break into lines is as
 * high as a line of its font, and an empty one as high as any: here only the others are decorated.
 */
export function mendPlainRows({ prototype }: { readonly prototype: object }, lineHeight = measuredLine): void {
  const own = (name: keyof Skeleton): unknown => Reflect.get(prototype, name);
  const [ofCell, ofRow] = [own("calculateAutoHeightForCell"), own("_calculateRowAutoHeight")];
  if (typeof ofCell !== "function" || typeof ofRow !== "function")
    throw new Error("How Univer measures rows has changed: see plain-rows.ts.");
  const heights = new Heights(lineHeight);
  Object.assign(prototype, {
    calculateAutoHeightForCell(this: Skeleton, row: number, column: number): number | undefined {
      const plain = heights.ofCell(this, row, column);
      if (plain === "may break") return ofCell.call(this, row, column) as number | undefined;
      return plain === "no value" ? undefined : plain;
    },
    _calculateRowAutoHeight(this: Skeleton, row: number): number {
      const columns = heights.columnsThatCount(this, row);
      if (!columns) return ofRow.call(this, row) as number;
      const least = this.worksheet.getConfig().defaultRowHeight;
      return columns.reduce((most, column) => Math.max(most, this.calculateAutoHeightForCell(row, column) ?? 0), least);
    },
  });
}

/** How high cells are that hold one line at most, as far as that can be told from what the sheet keeps of them. */
class Heights {
  /** Univer never changes a style that it keeps. */
  readonly #known = new WeakMap<IStyleData, number | "may break">();
  readonly #unstyled: IStyleData = {};

  constructor(private readonly lineHeight: LineHeight) {}

  ofCell(skeleton: Skeleton, row: number, column: number): number | "no value" | "may break" {
    const { worksheet } = skeleton;
    const cell = worksheet.getCellRaw(row, column);
    if (cell?.p || hasWiderStyles(worksheet, row) || worksheet.getColumnStyle(column, true)) return "may break";
    const height = this.#ofStyle(skeleton, cell?.s);
    if (height === "may break") return "may break";
    if (worksheet.getMergeData().length > 0 && worksheet.getMergedCell(row, column)) return "may break";
    if (cell?.v === undefined || cell.v === null) {
      // A result may spill over it, and is a line of this font then: no row is less high than its sheet's rows are.
      return height > worksheet.getConfig().defaultRowHeight ? "may break" : "no value";
    }
    // A list of choices breaks its choice into lines beside its arrow.
    const rules = skeleton._injector.get(SheetDataValidationModel);
    const rule = rules.getRuleIdByLocation(worksheet.getUnitId(), worksheet.getSheetId(), row, column);
    return rule === undefined ? height : "may break";
  }

  /** The columns whose cells can make a row higher than its sheet's rows are; undefined where any may. */
  columnsThatCount(skeleton: Skeleton, row: number): readonly number[] | undefined {
    const { worksheet } = skeleton;
    const { defaultRowHeight, columnData } = worksheet.getConfig();
    if (
      hasWiderStyles(worksheet, row) ||
      Object.values(columnData as Record<number, Partial<IColumnData>>).some(({ s }) => s)
    )
      return undefined;
    const empty = this.#ofStyle(skeleton, undefined);
    if (empty === "may break" || empty > defaultRowHeight) return undefined;
    return Object.keys(worksheet.getCellMatrix().getRow(row) ?? {}).map(Number);
  }

  #ofStyle(skeleton: Skeleton, named: Nullable<string | IStyleData>): number | "may break" {
    const style = skeleton.getStyles().get(named) ?? this.#unstyled;
    const known = this.#known.get(style);
    if (known !== undefined) return known;
    const height = style.tb === WrapStrategy.WRAP || isTurned(style) ? "may break" : this.lineHeight(style);
    this.#known.set(style, height);
    return height;
  }
}

/** Whether cells of a row may look another way than their own styles say. */
function hasWiderStyles(worksheet: Worksheet, row: number): boolean {
  return Boolean(worksheet.getDefaultCellStyle() ?? worksheet.getRowStyle(row, true));
}

function isTurned({ tr }: IStyleData): boolean {
  return Boolean(tr && (tr.a !== 0 || tr.v));
}

/** As Univer itself measures a cell of one line. */
function measuredLine(style: IStyleData): number {
  const { fontBoundingBoxAscent, fontBoundingBoxDescent } = FontCache.getMeasureText(
    "A",
    getFontStyleString(style).fontCache,
  );
  const { t, b } = DEFAULT_PADDING_DATA;
  return fontBoundingBoxAscent + fontBoundingBoxDescent + (style.pd?.t ?? t) + (style.pd?.b ?? b);
}
