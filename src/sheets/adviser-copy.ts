import { withoutAccountNumbers, type AdviserFacts } from "./adviser-facts";
import { halfOf, writeChartAndChecks, writeNotes, writeTop, writeWebPage, type Part } from "./adviser-parts";
import { statusFlags, tableAt, writeTable } from "./adviser-table";
import type { Book, Flag, Picture } from "./book";
import { Page } from "./page";

export const adviserSheet = "Adviser copy";

/** US Letter on its side within the margins that files are written with, in points. */
const PAPER = { width: 10 * 72, height: 7.15 * 72 };
/** Content that is this much too high for its pages is made smaller rather than given another page. */
const TOLERANCE = 1.12;
/** Free space above each part, in points. */
const GAP = 15;
/** Printers differ in what they get onto a page; so much of it is counted on. */
const SURE = 0.94;

/**
 * A workbook of one sheet that an adviser reads without Keel and can check: what was typed, and Keel's trades, statuses
 * and bands, are values; weights, drift, what is there after the trades, totals and checks are Excel formulas over them.
 * It is one US Letter page wide. Account numbers are masked in every text.
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
  const layout = arranged(page, table.total + 1, [
    [chart, webPage, notes],
    [webPage, chart, notes],
    [webPage, notes, chart],
  ]);
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
          orientation: "landscape",
          area: { sheet: adviserSheet, row: 0, column: 0, height: row, width: last + 1 },
          pagesTall: layout.pages,
          ...(breaks.length > 0 ? { breaks } : {}),
          // Over texts alone, the table's headings would say nothing.
          ...(page.heightOf(0, table.total + 1) > paperHeight(page)
            ? { repeat: { from: table.header, to: table.header } }
            : {}),
          footer: `${facts.title}, ${facts.date}. Keel ${facts.version}, not advice.`,
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
  readonly parts: readonly { readonly write: Write; readonly onNewPage: boolean }[];
  readonly pages: number;
}

/**
 * Chooses the order of parts that takes the fewest pages, of equal ones the earliest given. A part that the end of a
 * page would cut begins on the next page.
 */
function arranged(page: Page, from: number, orders: readonly (readonly Write[])[]): Layout {
  const whole = paperHeight(page);
  const paper = whole * SURE;
  const start = page.heightOf(0, from);
  const layouts = orders.map((order): Layout => {
    const parts: { readonly write: Write; readonly onNewPage: boolean }[] = [];
    let pages = Math.ceil(start / paper);
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
    return { parts, pages };
  });
  const [first] = layouts;
  const together = first?.parts.reduce((sum, { write }) => sum + GAP + heightOf(page, write), start) ?? start;
  if (first && together <= whole * TOLERANCE) {
    return { parts: first.parts.map(({ write }) => ({ write, onNewPage: false })), pages: 1 };
  }
  return layouts.reduce((best, layout) => (layout.pages < best.pages ? layout : best));
}

/** The height of a page in the sheet's own points: what is fitted to its width is made smaller, by whole percents. */
function paperHeight(page: Page): number {
  const width = page.pixels(0, page.widths.length - 1) * 0.75;
  return PAPER.height / Math.min(1, Math.floor((PAPER.width / width) * 100) / 100);
}

/** How high a part will be, found by writing it on a sheet that is thrown away. */
function heightOf({ sheet, widths }: Page, write: Write): number {
  const scrap = new Page(sheet, widths);
  return scrap.heightOf(0, write(scrap, 0).end);
}
