import { beforeAll, describe, expect, it, jest } from "@jest/globals";
import { Styles, Worksheet, WrapStrategy, type ICellData, type IStyleData } from "@univerjs/core";
import fc from "fast-check";
import type { mendPlainRows } from "../../src/workbench/plain-rows";

// Node can't load by require what draws: here it is asked for nothing.
jest.mock("@univerjs/engine-render", () => ({ DEFAULT_PADDING_DATA: { t: 0, b: 2 } }));
jest.mock("@univerjs/sheets-data-validation", () => ({ SheetDataValidationModel: "rules" }));
let mend: typeof mendPlainRows;
beforeAll(async () => {
  ({ mendPlainRows: mend } = await import("../../src/workbench/plain-rows"));
});

const [least, columns] = [20, 6];
const lineHeight = ({ fs = 11 }: IStyleData): number => fs + 4;

/** What a sheet shows in a cell beside what it keeps there. */
interface Shown {
  /** A result that spills over it. */
  readonly spilled?: boolean;
  /** A list of choices. */
  readonly list?: boolean;
}

interface Drawn {
  readonly cells: Readonly<Record<number, Readonly<Record<number, ICellData>>>>;
  readonly shown: Readonly<Record<number, Shown>>;
  readonly defaultStyle?: IStyleData;
  readonly columnStyle?: IStyleData;
  readonly rowStyle?: IStyleData;
  readonly merged: boolean;
}

/** What draws one row, as Univer does it: it asks every cell of the row for all that decorates it. */
class Drawing {
  readonly worksheet: Worksheet;
  readonly styles = new Styles({ big: { fs: 30 }, wrapped: { tb: WrapStrategy.WRAP }, turned: { tr: { a: 45 } } });
  readonly _injector = { get: () => ({ getRuleIdByLocation: this.ruleAt.bind(this) }) };
  asked = 0;

  constructor(private readonly drawn: Drawn) {
    const { cells, defaultStyle, columnStyle, rowStyle, merged } = drawn;
    this.worksheet = new Worksheet(
      "book",
      {
        id: "sheet",
        defaultRowHeight: least,
        columnCount: columns,
        cellData: cells,
        mergeData: merged ? [{ startRow: 0, endRow: 0, startColumn: 1, endColumn: 2 }] : [],
        ...(defaultStyle && { defaultStyle }),
        ...(columnStyle && { columnData: { 2: { s: columnStyle } } }),
        ...(rowStyle && { rowData: { 0: { s: rowStyle } } }),
      },
      this.styles,
    );
  }

  getStyles(): Styles {
    return this.styles;
  }

  ruleAt(_: string, __: string, ___: number, column: number): string | undefined {
    return this.drawn.shown[column]?.list ? "rule" : undefined;
  }

  calculateAutoHeightForCell(row: number, column: number): number | undefined {
    this.asked += 1;
    const cell = this.worksheet.getCellRaw(row, column);
    const { list, spilled } = this.drawn.shown[column] ?? {};
    if (this.worksheet.getMergedCell(row, column)) return undefined;
    if (list && cell) return 17 * String(cell.v ?? "").length;
    if (cell?.p) return 90;
    const style = this.worksheet.getComposedCellStyleByCellData(row, column, cell);
    const shows = cell?.v ?? (spilled ? 1 : undefined);
    if (style.tr) return 70;
    if (shows === undefined) return undefined;
    const height = lineHeight(style) + (style.pd?.t ?? 0) + (style.pd?.b ?? 2);
    return style.tb === WrapStrategy.WRAP ? 3 * height : height;
  }

  _calculateRowAutoHeight(row: number): number {
    let height = least;
    for (let column = 0; column < columns; column += 1)
      height = Math.max(height, this.calculateAutoHeightForCell(row, column) ?? 0);
    return height;
  }
}

/** Univer's class with the mending: its own line is measured with its padding. */
function mended(): typeof Drawing {
  class Mended extends Drawing {}
  mend(Mended, (style) => lineHeight(style) + (style.pd?.t ?? 0) + (style.pd?.b ?? 2));
  return Mended;
}

const styles = fc.constantFrom<ICellData["s"]>(
  ...["big", "wrapped", "turned", "none such", undefined, null],
  ...[{ fs: 8 }, { fs: 24, pd: { t: 3, b: 4 } }, { tb: WrapStrategy.CLIP }, { tr: { a: 0, v: 1 } }],
);
const held = fc.record(
  { v: fc.constantFrom<ICellData["v"]>("a text", "", 7, null), s: styles, p: fc.constant({ id: "rich" } as never) },
  { requiredKeys: [] },
);
const wider = fc.constantFrom<IStyleData>({ fs: 40 }, { tb: WrapStrategy.WRAP }, {});
const drawings = fc.record({
  cells: fc.dictionary(fc.constantFrom("0", "1", "2", "3", "4", "5"), held).map((row): Drawn["cells"] => ({ 0: row })),
  shown: fc.dictionary(
    fc.constantFrom("0", "1", "2", "3", "4", "5"),
    fc.constantFrom<Shown>({ spilled: true }, { list: true }),
  ),
  merged: fc.boolean(),
  more: fc.constantFrom<(style: IStyleData) => Partial<Drawn>>(
    ...[() => ({}), () => ({}), (defaultStyle: IStyleData) => ({ defaultStyle })],
    ...[(columnStyle: IStyleData) => ({ columnStyle }), (rowStyle: IStyleData) => ({ rowStyle })],
  ),
  wider,
});

describe("the heights of rows, mended", () => {
  it("are what Univer measures, whatever a row holds", () => {
    const Mended = mended();
    fc.assert(
      fc.property(drawings, ({ cells, shown, merged, more, wider: style }) => {
        const drawn: Drawn = { cells, shown, merged, ...more(style) };
        const [univers, ours] = [new Drawing(drawn), new Mended(drawn)];
        expect(ours._calculateRowAutoHeight(0)).toBe(univers._calculateRowAutoHeight(0));
        for (let column = 0; column < columns; column += 1) {
          const [his, mine] = [univers, ours].map((each) => each.calculateAutoHeightForCell(0, column) ?? 0);
          // Where the two differ, it makes no row higher.
          if (his !== mine) expect([Math.max(least, his ?? 0), mine]).toEqual([least, 0]);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it("of lines that can't break ask no cell for what decorates it", () => {
    const Mended = mended();
    const row = { 0: { v: "Fund" }, 1: { v: 12, s: "big" }, 4: { v: "401(k)", s: { fs: 9 } } };
    const drawing = new Mended({ cells: { 0: row }, shown: {}, merged: false });
    expect(drawing._calculateRowAutoHeight(0)).toBe(36);
    expect(drawing.asked).toBe(0);
  });
});
