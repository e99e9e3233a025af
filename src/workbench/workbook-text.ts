import { IResourceManagerService, UniverInstanceType, type Injector, type IWorkbookData } from "@univerjs/core";
import type { FWorkbook } from "@univerjs/sheets/facade";
import { inSlices } from "./slices";

/** How long the page may be kept busy at a time, in milliseconds. */
const slice = 8;

/**
 * The workbook as Univer keeps it, as JSON. It is written a few milliseconds at a time, so that nobody has to wait for a
 * long list; undefined if `goOn` says meanwhile that there is no use in it, such as when something has changed.
 */
export async function textInSlices(
  book: FWorkbook,
  injector: Injector,
  goOn: () => boolean,
): Promise<string | undefined> {
  return inSlices(joined(piecesOf(book, injector)), goOn, slice);
}

function* joined(pieces: Iterable<string>): Generator<undefined, string> {
  const all: string[] = [];
  for (const piece of pieces) {
    all.push(piece);
    yield;
  }
  return all.join("");
}

/** The same, all at once. */
export function textAtOnce(book: FWorkbook, injector: Injector): string {
  return [...piecesOf(book, injector)].join("");
}

function* piecesOf(book: FWorkbook, injector: Injector): Generator<string> {
  // Univer's own `save` copies the whole workbook before anything can be done with it.
  const { sheets, ...rest } = book.getWorkbook().getSnapshot();
  const resources = injector.get(IResourceManagerService).getResources(book.getId(), UniverInstanceType.UNIVER_SHEET);
  yield* membersBut("sheets", { ...rest, resources } satisfies Omit<IWorkbookData, "sheets">);
  let before = "";
  for (const [id, { cellData = {}, ...sheet }] of Object.entries(sheets)) {
    yield `${before}${JSON.stringify(id)}:`;
    yield* membersBut("cellData", sheet);
    before = "";
    for (const row in cellData) {
      if (!cellData[row]) continue;
      yield `${before}${JSON.stringify(row)}:${JSON.stringify(cellData[row])}`;
      before = ",";
    }
    yield "}}";
    before = ",";
  }
  yield "}}";
}

/** An object's members, and the beginning of one more. */
function* membersBut(name: string, rest: object): Generator<string> {
  const members = JSON.stringify(rest).slice(0, -1);
  yield `${members}${members === "{" ? "" : ","}${JSON.stringify(name)}:{`;
}
