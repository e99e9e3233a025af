import { DrawingTypeEnum, generateRandomId, ICommandService } from "@univerjs/core";
import {
  InsertSheetDrawingCommand,
  ISheetDrawingService,
  type ISheetDrawing,
  type ISheetFloatDom,
  RemoveSheetDrawingCommand,
  SheetDrawingAnchorType,
} from "@univerjs/sheets-drawing";
import type { FWorksheet } from "@univerjs/sheets/facade";
import { chartAlone, sameName, type Chart, type ChartWithout } from "../sheets";
import type { GridCells } from "./cells";

/** What the grid calls the component that draws a chart over its cells. */
export const chartComponent = "KeelChart";

/** What the grid keeps of a chart; where it stands is the drawing's own. */
export type KeptChart = ChartWithout<"at">;

/** Draws a live chart over a block. A chart of that name on that sheet is replaced. */
export async function drawChart(cells: GridCells, chart: Chart): Promise<void> {
  const commands = cells.injector.get(ICommandService);
  const sheet = cells.sheet(chart.at.sheet);
  const unitId = cells.book.getId();
  cells.range(chart.at);
  const namesakes = drawnOn(cells, sheet).filter(({ kept }) => sameName(kept.name, chart.name));
  if (namesakes.length > 0) {
    const drawings = namesakes.map(({ drawing }) => drawing);
    await commands.executeCommand(RemoveSheetDrawingCommand.id, { unitId, drawings });
  }
  const drawings = [drawingOf(chart, { unitId, subUnitId: sheet.getSheetId() }, sizesOf(sheet))];
  const drawn = await commands.executeCommand(InsertSheetDrawingCommand.id, { unitId, drawings });
  if (!drawn) throw new Error(`Univer did not draw the chart ${chart.name}.`);
}

/** The charts of a sheet, in the order in which they were drawn, each where the user has moved it. */
export function chartsOn(cells: GridCells, sheet: FWorksheet): readonly Chart[] {
  return drawnOn(cells, sheet).map(
    ({
      kept,
      drawing: {
        sheetTransform: { from, to },
      },
    }) => ({
      ...kept,
      at: {
        sheet: sheet.getSheetName(),
        row: from.row,
        column: from.column,
        // A corner on the line between two cells belongs to the next one, of which it covers nothing.
        height: Math.max(1, to.row - from.row + (to.rowOffset > 1 ? 1 : 0)),
        width: Math.max(1, to.column - from.column + (to.columnOffset > 1 ? 1 : 0)),
      },
    }),
  );
}

/** The widths of a sheet's columns and the heights of its rows, in pixels. */
export interface CellSizes {
  readonly width: (column: number) => number;
  readonly height: (row: number) => number;
}

/** A chart as Univer keeps it: a drawing that moves and grows with the cells under it. */
export function drawingOf(
  chart: Chart,
  place: { readonly unitId: string; readonly subUnitId: string },
  sizes: CellSizes,
): Omit<ISheetFloatDom, "data"> & { readonly data: KeptChart } {
  const { at, ...data } = chartAlone(chart);
  const sheetTransform = {
    from: { row: at.row, rowOffset: 0, column: at.column, columnOffset: 0 },
    to: { row: at.row + at.height, rowOffset: 0, column: at.column + at.width, columnOffset: 0 },
  };
  return {
    ...place,
    drawingId: `${chartComponent}-${generateRandomId()}`,
    drawingType: DrawingTypeEnum.DRAWING_DOM,
    componentKey: chartComponent,
    data,
    allowTransform: true,
    anchorType: SheetDrawingAnchorType.Both,
    sheetTransform,
    axisAlignSheetTransform: sheetTransform,
    transform: {
      left: headings.width + total(sizes.width, 0, at.column),
      top: headings.height + total(sizes.height, 0, at.row),
      width: total(sizes.width, at.column, at.width),
      height: total(sizes.height, at.row, at.height),
    },
  };
}

/** The grey headings of rows and columns, in pixels: drawings are measured from their corner. */
const headings = { width: 46, height: 20 };

function total(size: (index: number) => number, first: number, count: number): number {
  return Array.from({ length: count }, (_, index) => size(first + index)).reduce((sum, each) => sum + each, 0);
}

function sizesOf(sheet: FWorksheet): CellSizes {
  const cells = sheet.getSheet();
  return { width: (column) => cells.getColumnWidth(column), height: (row) => cells.getRowHeight(row) };
}

/** The charts of a sheet as Univer keeps them. Their data is read back as `drawingOf` wrote it, also from a saved workbook. */
function drawnOn(
  cells: GridCells,
  sheet: FWorksheet,
): readonly { readonly drawing: ISheetFloatDom; readonly kept: KeptChart }[] {
  const drawings = cells.injector.get(ISheetDrawingService);
  const [unitId, subUnitId] = [cells.book.getId(), sheet.getSheetId()];
  const data = drawings.getDrawingData(unitId, subUnitId);
  return drawings.getDrawingOrder(unitId, subUnitId).flatMap((id) => {
    const drawing = data[id];
    return drawing && isChart(drawing) ? [{ drawing, kept: drawing.data as unknown as KeptChart }] : [];
  });
}

function isChart(drawing: ISheetDrawing): drawing is ISheetFloatDom {
  return "componentKey" in drawing && drawing.componentKey === chartComponent;
}
