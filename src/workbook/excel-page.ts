import { columnName, keelMargins, printOf, sheetFooter, type PrintSetUp, type StepOf } from "../sheets";

/** Queues how a sheet is printed: one page wide, in as many pages as it takes. */
export function setUpPage(context: Excel.RequestContext, step: StepOf<"set up page">): void {
  setUp(context.workbook.worksheets.getItem(step.block.sheet).pageLayout, printOf(step));
}

function setUp(pageLayout: Excel.PageLayout, { orientation, areas, repeat }: PrintSetUp): void {
  pageLayout.orientation = orientation === "landscape" ? "Landscape" : "Portrait";
  // What is left out is as many pages as it takes.
  pageLayout.zoom = { horizontalFitToPages: 1 };
  pageLayout.setPrintMargins("Inches", keelMargins);
  // Whole columns, as a step gives them.
  const columns = areas.map(({ column, width }) => `${columnName(column)}:${columnName(column + width - 1)}`);
  if (columns.length > 0) pageLayout.setPrintArea(columns.join(","));
  if (repeat) pageLayout.setPrintTitleRows(`$${repeat.from + 1}:$${repeat.to + 1}`);
  setFooter(pageLayout.headersFooters.defaultForAllPages);
}

function setFooter(page: Excel.HeaderFooter): void {
  page.centerFooter = sheetFooter.middle;
  page.rightFooter = sheetFooter.right;
}
