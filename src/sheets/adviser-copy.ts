import { withoutAccountNumbers, type AdviserFacts } from "./adviser-facts";
import { halfOf, writeChartAndChecks, writeNotes, writeTop, writeWebPage, type Part } from "./adviser-parts";
import { statusFlags, tableAt, writeTable } from "./adviser-table";
import { pageFooter, type Book, type Flag, type Picture } from "./book";
import { Page } from "./page";
import { paperHeight, SURE, TOLERANCE, type Orientation } from "./paper";

export const adviserSheet = "Adviser copy";

/** An adviser gets no more pages than this if turning the paper upright avoids it. */
const FEW_PAGES = 2;
/** Free space above each part, in points. */
const GAP = 15;

/**
 * A workbook of one sheet that an adviser reads without Keel and can check: what was typed, and Keel's trades, statuses
 * and bands, are values; weights, drift, what is there after the trades, totals and checks are Excel formulas over them.
 * It is one US Letter page wide; a long list is printed upright, to come to fewer pages. Account numbers are masked in every text.
 */
export function adviserCopy(named: AdviserFacts): Book {
  const facts = withoutAccountNumbers(named);
  const page = pageFor(facts);
  const last = page.widths.length - 1;
  const table = tableAt(writeTop(page, facts).end, facts);
  writeTable(page, table, facts);

  const chart: Write = (on, at) => writeChartAndChecks(on, facts, table, at);
  const webPage: Write = (on, at) => writeWebPage(on, facts, at);
  const notes: Write = (on, at) => writeNotes(on, facts, at);
  const orders = [
    [chart, webPage, notes],
    [webPage, chart, notes],
    [webPage, notes, chart],
    [chart, notes, webPage],
    [notes, chart, webPage],
    [notes, webPage, chart],
  ];
  const wide = arranged(page, "landscape", table.total + 1, orders);
  const upright = wide.pages > FEW_PAGES ? arranged(page, "portrait", table.total + 1, orders) : wide;
  const layout = upright.pages < wide.pages ? upright : wide;
  const pictures: Picture[] = [];
  const flags: Flag[] = [...statusFlags(table, adviserSheet)];
  const breaks: number[] = [];
  let row = table.total + 1;
  for (const { write, onNewPage } of layout.parts) {
    page.raise(row, GAP);
    row += 1;
    if (onNewPage) breaks.push(row);
    const part = write(page, row);
    if (part.picture) pictures.push(part.picture);
    flags.push(...(part.flags ?? []));
    row = part.end;
  }

  return {
    title: facts.title,
    names: [],
    sheets: [
      {
        name: adviserSheet,
        cells: page.cells,
        widths: page.widths.map((characters, column) => ({ column, characters })),
        heights: page.heights,
        merged: page.merged,
        tables: [],
        flags,
        validations: [],
        charts: [],
        pictures,
        gridlines: false,
        print: {
          orientation: layout.orientation,
          areas: [{ sheet: adviserSheet, row: 0, column: 0, height: row, width: last + 1 }],
          pagesTall: layout.pages,
          ...(breaks.length > 0 ? { breaks } : {}),
          // On a page that begins behind the table, its headings would stand over figures that they don't belong to.
          ...(layout.pages > 1 && layout.pages === layout.tablePages
            ? { repeat: { from: table.header, to: table.header } }
            : {}),
          footer: pageFooter(`${facts.title}, ${facts.date}. Keel ${facts.version}, not advice.`),
        },
      },
    ],
  };
}

/** How wide the chart of an adviser copy is to be drawn, in CSS pixels. */
export function adviserChartWidth(facts: AdviserFacts): number {
  const page = pageFor(withoutAccountNumbers(facts));
  return page.pixels(0, halfOf(page) - 1);
}

function pageFor(facts: AdviserFacts): Page {
  const widths = tableAt(0, facts).columns.map(({ characters }) => characters);
  return new Page(adviserSheet, widths);
}

type Write = (page: Page, at: number) => Part;

/** Parts in order, and how many pages they come to with what stands before them. */
interface Layout {
  readonly orientation: Orientation;
  readonly parts: readonly { readonly write: Write; readonly onNewPage: boolean }[];
  readonly pages: number;
  /** How many of the pages the table takes, with what stands above it. */
  readonly tablePages: number;
}

/**
 * Chooses the order of parts that takes the fewest pages, of equal ones the earliest given. A part that the end of a
 * page would cut begins on the next page.
 */
function arranged(page: Page, orientation: Orientation, from: number, orders: readonly (readonly Write[])[]): Layout {
  const whole = paperHeight(page, orientation);
  const paper = whole * SURE;
  const start = page.heightOf(0, from);
  const tablePages = Math.ceil(start / paper);
  const layouts = orders.map((order): Layout => {
    const parts: { readonly write: Write; readonly onNewPage: boolean }[] = [];
    let pages = tablePages;
    let used = start - (pages - 1) * paper;
    for (const write of order) {
      const height = heightOf(page, write);
      if (height === 0) continue;
      const onNewPage = used + GAP + height > paper && height < paper;
      used = onNewPage ? height : used + GAP + height;
      pages += onNewPage ? 1 : Math.ceil(used / paper) - 1;
      used -= onNewPage ? 0 : (Math.ceil(used / paper) - 1) * paper;
      parts.push({ write, onNewPage });
    }
    return { orientation, parts, pages, tablePages };
  });
  const [first] = layouts;
  const together = first?.parts.reduce((sum, { write }) => sum + GAP + heightOf(page, write), start) ?? start;
  if (first && together <= whole * TOLERANCE) {
    const parts = first.parts.map(({ write }) => ({ write, onNewPage: false }));
    return { orientation, parts, pages: 1, tablePages: 1 };
  }
  return layouts.reduce((best, layout) => (layout.pages < best.pages ? layout : best));
}

/** How high a part will be, found by writing it on a sheet that is thrown away. */
function heightOf({ sheet, widths }: Page, write: Write): number {
  const scrap = new Page(sheet, widths);
  return scrap.heightOf(0, write(scrap, 0).end);
}
