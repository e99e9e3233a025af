import { expect, test } from "@jest/globals";
import type { Book, Sheet } from "../../src/sheets";
import { readBook, writeBook } from "../../src/xlsx";
import { fileOf, type Foreign } from "./foreign-file";

// What files of other programs say of how a sheet is looked at comes back from a saved file, or is said.

async function read(foreign: Foreign): Promise<{ book: Book; sheet: Sheet; leftOut: readonly string[] }> {
  const { book, leftOut } = await readBook(fileOf(foreign));
  const again = await readBook(await writeBook(book));
  expect(again.book).toEqual(book);
  const [sheet] = book.sheets;
  if (!sheet) throw new Error("no sheet");
  return { book, sheet, leftOut };
}

test("how large a sheet is shown is kept; a view other than the usual is left out, and that is said", async () => {
  const view = (attributes: string) => ({
    sheet: `<sheetViews><sheetView ${attributes} workbookViewId="0"/></sheetViews><sheetData/>`,
  });
  const zoomed = await read(view('zoomScale="85" zoomScaleNormal="85"'));
  expect([zoomed.sheet.zoom, zoomed.leftOut]).toEqual([85, []]);
  expect((await readBook(await writeBook(zoomed.book))).book.sheets[0]?.zoom).toBe(85);
  for (const usual of [
    'zoomScale="100"',
    'zoomScale="5"',
    'zoomScale="401"',
    'zoomScale="x"',
    'view="normal" showZeros="1"',
  ]) {
    const { sheet, leftOut } = await read(view(usual));
    expect([usual, sheet.zoom, leftOut]).toEqual([usual, undefined, []]);
  }
  const unusual = [
    'rightToLeft="1"',
    'showFormulas="true"',
    'showRowColHeaders="0"',
    'showZeros="0"',
    'view="pageLayout"',
  ];
  for (const other of unusual) {
    const { leftOut } = await read(view(other));
    expect([other, leftOut]).toEqual([
      other,
      ["Sheets are shown from left to right, with headings, zeros and results: other views of a sheet are left out."],
    ]);
  }
});
