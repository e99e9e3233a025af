import { IUndoRedoService, LocaleType, mergeLocales, Univer } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverDataValidationPlugin } from "@univerjs/data-validation";
import dataValidationTexts from "@univerjs/data-validation/locale/en-US";
import designTexts from "@univerjs/design/locale/en-US";
import { UniverDocsPlugin } from "@univerjs/docs";
import { UniverDocsDrawingPlugin } from "@univerjs/docs-drawing";
import { UniverDocsUIPlugin } from "@univerjs/docs-ui";
import docsUiTexts from "@univerjs/docs-ui/locale/en-US";
import { UniverDrawingPlugin } from "@univerjs/drawing";
import { UniverDrawingUIPlugin } from "@univerjs/drawing-ui";
import drawingUiTexts from "@univerjs/drawing-ui/locale/en-US";
import { UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import { DocumentSkeleton, SpreadsheetSkeleton, UniverRenderEnginePlugin } from "@univerjs/engine-render";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import sheetsTexts from "@univerjs/sheets/locale/en-US";
import {
  ConditionalFormattingFormulaService,
  UniverSheetsConditionalFormattingPlugin,
} from "@univerjs/sheets-conditional-formatting";
import { UniverSheetsConditionalFormattingUIPlugin } from "@univerjs/sheets-conditional-formatting-ui";
import conditionalFormattingTexts from "@univerjs/sheets-conditional-formatting-ui/locale/en-US";
import { UniverSheetsDataValidationPlugin } from "@univerjs/sheets-data-validation";
import sheetsDataValidationTexts from "@univerjs/sheets-data-validation/locale/en-US";
import { UniverSheetsDataValidationUIPlugin } from "@univerjs/sheets-data-validation-ui";
import sheetsDataValidationUiTexts from "@univerjs/sheets-data-validation-ui/locale/en-US";
import { UniverSheetsDrawingPlugin } from "@univerjs/sheets-drawing";
import { UniverSheetsDrawingUIPlugin } from "@univerjs/sheets-drawing-ui";
import sheetsDrawingUiTexts from "@univerjs/sheets-drawing-ui/locale/en-US";
import { UniverSheetsFilterPlugin } from "@univerjs/sheets-filter";
import filterTexts from "@univerjs/sheets-filter/locale/en-US";
import { UniverSheetsFilterUIPlugin } from "@univerjs/sheets-filter-ui";
import filterUiTexts from "@univerjs/sheets-filter-ui/locale/en-US";
import { CalculationMode, UniverSheetsFormulaPlugin } from "@univerjs/sheets-formula";
import { UniverSheetsFormulaUIPlugin } from "@univerjs/sheets-formula-ui";
import formulaUiTexts from "@univerjs/sheets-formula-ui/locale/en-US";
import { UniverSheetsNumfmtPlugin } from "@univerjs/sheets-numfmt";
import { UniverSheetsNumfmtUIPlugin } from "@univerjs/sheets-numfmt-ui";
import numfmtTexts from "@univerjs/sheets-numfmt-ui/locale/en-US";
import { UniverSheetsSortPlugin } from "@univerjs/sheets-sort";
import { UniverSheetsSortUIPlugin } from "@univerjs/sheets-sort-ui";
import sortTexts from "@univerjs/sheets-sort-ui/locale/en-US";
import { UniverSheetsTablePlugin } from "@univerjs/sheets-table";
import tableTexts from "@univerjs/sheets-table/locale/en-US";
import { UniverSheetsTableUIPlugin } from "@univerjs/sheets-table-ui";
import tableUiTexts from "@univerjs/sheets-table-ui/locale/en-US";
import { UniverSheetsUIPlugin } from "@univerjs/sheets-ui";
import sheetsUiTexts from "@univerjs/sheets-ui/locale/en-US";
import { UniverUIPlugin } from "@univerjs/ui";
import uiTexts from "@univerjs/ui/locale/en-US";
import { mendGraphemes } from "./graphemes";
import { registerCharts } from "./live-chart";
import type { Spreadsheet } from "./spreadsheet";
import { mendLongWords } from "./long-words";
import { mendFormulaMemory } from "./formula-memory";
import { pace } from "./pace";
import { mendPlainRows } from "./plain-rows";
import { formulaWords } from "./progress-texts";
import { mendRangeTotals } from "./range-totals";
import { mendFormulaReader } from "./reader";
import { mendRowHeights } from "./row-heights";
import { mendValueIndex } from "./value-index";
import { mendRowRules } from "./row-rules";
import { keelTables } from "./table-style";
import { SteppedUndo } from "./undo";

// Imported for their effect: each adds methods to Univer's API. Without its line the types still promise them, and the
// page fails with "not a function".
import "@univerjs/sheets/facade";
import "@univerjs/ui/facade";
import "@univerjs/docs-ui/facade";
import "@univerjs/sheets-ui/facade";
import "@univerjs/engine-formula/facade";
import "@univerjs/sheets-formula/facade";
import "@univerjs/sheets-numfmt/facade";
import "@univerjs/sheets-formula-ui/facade";
import "@univerjs/sheets-table/facade";
import "@univerjs/sheets-filter/facade";
import "@univerjs/sheets-sort/facade";
import "@univerjs/sheets-data-validation/facade";
import "@univerjs/sheets-conditional-formatting/facade";
import "@univerjs/sheets-drawing/facade";
import "@univerjs/sheets-drawing-ui/facade";

import "@univerjs/design/lib/index.css";
import "@univerjs/ui/lib/index.css";
import "@univerjs/docs-ui/lib/index.css";
import "@univerjs/sheets-ui/lib/index.css";
import "@univerjs/sheets-formula-ui/lib/index.css";
import "@univerjs/sheets-numfmt-ui/lib/index.css";
import "@univerjs/sheets-table-ui/lib/index.css";
import "@univerjs/sheets-filter-ui/lib/index.css";
import "@univerjs/sheets-sort-ui/lib/index.css";
import "@univerjs/sheets-data-validation-ui/lib/index.css";
import "@univerjs/sheets-conditional-formatting-ui/lib/index.css";
import "@univerjs/drawing-ui/lib/index.css";
import "@univerjs/sheets-drawing-ui/lib/index.css";

/** Starts Univer in an element of the page, without a workbook. */
export function startUniver(container: HTMLElement): Spreadsheet {
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: {
      [LocaleType.EN_US]: mergeLocales(
        designTexts,
        uiTexts,
        docsUiTexts,
        sheetsTexts,
        sheetsUiTexts,
        formulaWords,
        formulaUiTexts,
        numfmtTexts,
        tableTexts,
        tableUiTexts,
        filterTexts,
        filterUiTexts,
        sortTexts,
        dataValidationTexts,
        sheetsDataValidationTexts,
        sheetsDataValidationUiTexts,
        conditionalFormattingTexts,
        drawingUiTexts,
        sheetsDrawingUiTexts,
      ),
    },
    override: [[IUndoRedoService, { useClass: SteppedUndo }]],
  });
  // The order matters to Univer: a plugin comes after those whose services it asks for.
  univer.registerPlugin(UniverDocsPlugin);
  univer.registerPlugin(UniverRenderEnginePlugin);
  univer.registerPlugin(UniverUIPlugin, { container, ribbonType: "simple", disableAutoFocus: true });
  univer.registerPlugin(UniverDocsUIPlugin);
  univer.registerPlugin(UniverFormulaEnginePlugin, { intervalCount: pace() });
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsUIPlugin);
  univer.registerPlugin(UniverSheetsNumfmtPlugin);
  univer.registerPlugin(UniverSheetsNumfmtUIPlugin);
  // All formulas are worked out when a workbook opens: a kept one holds the result of a spilling formula, but not the
  // cells that it spilled over, which would stay empty.
  univer.registerPlugin(UniverSheetsFormulaPlugin, { initialFormulaComputing: CalculationMode.FORCED });
  univer.registerPlugin(UniverSheetsFormulaUIPlugin);
  univer.registerPlugin(UniverSheetsTablePlugin, { userThemes: [keelTables] });
  // Univer would draw a tab with the table's name over the cells above the table, and hide what they say.
  univer.registerPlugin(UniverSheetsTableUIPlugin, { hideAnchor: true });
  univer.registerPlugin(UniverSheetsFilterPlugin);
  univer.registerPlugin(UniverSheetsFilterUIPlugin);
  univer.registerPlugin(UniverSheetsSortPlugin);
  univer.registerPlugin(UniverSheetsSortUIPlugin);
  univer.registerPlugin(UniverDataValidationPlugin);
  univer.registerPlugin(UniverSheetsDataValidationPlugin);
  univer.registerPlugin(UniverSheetsDataValidationUIPlugin);
  univer.registerPlugin(UniverSheetsConditionalFormattingPlugin);
  univer.registerPlugin(UniverSheetsConditionalFormattingUIPlugin);
  univer.registerPlugin(UniverDrawingPlugin);
  univer.registerPlugin(UniverDocsDrawingPlugin);
  univer.registerPlugin(UniverDrawingUIPlugin);
  univer.registerPlugin(UniverSheetsDrawingPlugin);
  univer.registerPlugin(UniverSheetsDrawingUIPlugin);
  const spreadsheet = { api: FUniver.newAPI(univer), injector: univer.__getInjector() };
  mendGraphemes();
  mendLongWords(DocumentSkeleton);
  mendFormulaMemory();
  mendFormulaReader(spreadsheet.injector);
  mendRowHeights(spreadsheet.injector);
  mendPlainRows(SpreadsheetSkeleton);
  mendRowRules(ConditionalFormattingFormulaService);
  mendValueIndex();
  mendRangeTotals();
  registerCharts(spreadsheet);
  return spreadsheet;
}
