import type { IWorkbookData } from "@univerjs/core";
import {
  address,
  defaultChoices,
  sample,
  sampleHousehold,
  sampleHouseholdSheet,
  sampleSheet,
  type Book,
} from "../sheets";
import type { ReadBook } from "../xlsx";
import { bookFromGrid } from "./book-from-grid";
import { download } from "./download";
import { emptyWorkbook } from "./empty-workbook";
import type { GridWorkbook } from "./grid";
import { gridFromBook } from "./grid-from-book";
import { flagsWithoutRoom } from "./grid-size";
import type { Mutation } from "./journal";
import type { Going } from "./notice";
import { inSlices } from "./slices";
import { isTextFile, withoutEnding } from "./text-files";
import { ownList, ownListSheet } from "./own-list";
import { rulesNotInFile } from "./validations";

/** What a workbook is called before it has been a file. */
export const sampleName = "My 401(k)";
const householdName = "Our accounts";
const blankName = "My workbook";

/** A workbook to try things on: a family's accounts with their plan, or one 401(k). */
export type Sample = "household" | "401k";

/** The sample that the page opens with: the household, or the one that its address asks for, as `workbench.html?sample=401k`. */
export function sampleOf(address: URL): Sample {
  return address.searchParams.get("sample")?.toLowerCase() === "401k" ? "401k" : "household";
}

/** Puts a sample into the grid, in the place of what is there. */
export async function openSample(workbook: GridWorkbook, which: Sample): Promise<void> {
  if (which === "401k") {
    await workbook.open(emptyWorkbook(sampleName, sampleSheet));
    await workbook.apply(sample);
  } else {
    await workbook.open(emptyWorkbook(householdName, sampleHouseholdSheet));
    // The grid reads plain column names only.
    await workbook.apply(sampleHousehold({ namespace: defaultChoices.namespace, names: "plain" }));
  }
  // Undo must not take the sample away and leave a new user before an empty sheet.
  workbook.forget();
}

/** Puts a workbook of one empty sheet into the grid, in the place of what is there. */
export async function openBlank(workbook: GridWorkbook): Promise<void> {
  await workbook.open(emptyWorkbook(blankName, "Sheet1"));
}

/** Puts a workbook into the grid whose owner only has to type a fund a row, in the place of what is there. */
export async function openOwnList(workbook: GridWorkbook): Promise<void> {
  await workbook.open(emptyWorkbook(sampleName, ownListSheet));
  await workbook.apply(ownList);
  workbook.forget();
}

/**
 * Puts a workbook that the browser had kept into the grid, with what was noted behind it, and shows the sheet of this name.
 * Throws if it can't be read.
 */
export async function openKept(
  workbook: GridWorkbook,
  data: IWorkbookData,
  shown: string,
  noted: readonly Mutation[] = [],
): Promise<void> {
  await workbook.open(data, { noted });
  showSheet(workbook, shown);
}

/** Says what of the workbook a file will not hold, in sentences. */
export function notInFile({ cells }: GridWorkbook): readonly string[] {
  return rulesNotInFile(cells);
}

/** Hands the workbook to the browser as an .xlsx file, and returns the file's name. */
export async function saveFile(workbook: GridWorkbook): Promise<string> {
  const { writeBook } = await import("../xlsx");
  const book = bookFromGrid(workbook.cells);
  const name = `${fileName(book.title ?? sampleName)}.xlsx`;
  download({ name, bytes: await writeBook(book) });
  return name;
}

/** How long a file may take to be read, in milliseconds. A million cells take some seconds on a slow computer. */
const patience = 60_000;

/** How long the page may be kept busy at a time while a workbook is made for the grid, in milliseconds. */
const busy = 30;

/** What there is to say of a file that was opened, in sentences. */
export interface Opened {
  /** What of it could not be shown. */
  readonly said: readonly string[];
  /** What came to light after that, when formulas that take long were worked out. */
  readonly later?: Promise<readonly string[]>;
}

/**
 * Puts an .xlsx file, or a table in a text file, into the grid, in the place of what is there. Returns what of it could not be shown.
 * `agree` is asked first where charts or pictures of it would not be there.
 * Until the new workbook stands, the one before stays as it is: if this rejects, it is still there.
 */
export async function openFile(
  workbook: GridWorkbook,
  file: File,
  going: Going,
  agree: (lost: readonly string[]) => Promise<boolean>,
): Promise<Opened> {
  const { Stopped } = await import("../compute");
  const read = await readFile(file, going);
  if (!read) throw new Stopped("cancelled");
  const { book, leftOut, drawn } = read;
  if (drawn.length > 0 && !(await agree(drawn))) throw new Stopped("cancelled");
  going.say(`Opening ${file.name}: putting it into the grid…`);
  const goOn = (): boolean => !going.signal.aborted;
  const data = await inSlices(gridFromBook(book, withoutEnding(file.name)), goOn, busy);
  const calculated =
    data &&
    (await workbook.open(data, { goOn, stands: () => going.last(`Opening ${file.name}: working out its formulas…`) }));
  if (calculated === undefined) throw new Stopped("cancelled");
  if (book.active !== undefined) showSheet(workbook, book.active);
  const said = [...leftOut, ...notWorkedOut(flagsWithoutRoom(book.sheets))];
  if (calculated) return { said: [...said, ...nowWrong(workbook, book)] };
  const opened = workbook.cells;
  const later = workbook.calculated().then(() => (workbook.cells === opened ? nowWrong(workbook, book) : []));
  return { said: [...said, stillCalculating], later };
}

/** Reads a workbook, or a text file as one. Undefined if that was cancelled between two pieces of a text. */
async function readFile(file: File, going: Going): Promise<ReadBook | undefined> {
  const progress = (cells: number): void =>
    going.say(`Opening ${file.name}: ${cells.toLocaleString("en-US")} cells read…`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (isTextFile(file.name, bytes)) {
    const { bookFromText } = await import("./book-from-text");
    return inSlices(bookFromText(bytes, file.name, progress), () => !going.signal.aborted, busy);
  }
  const { readBookBeside } = await import("../compute");
  return readBookBeside(bytes, { signal: going.signal, limit: patience, progress });
}

const stillCalculating =
  "Its formulas are still being worked out. Until then, their cells show what was saved in the file.";

/** Says how many conditional formats are not on the grid. */
function notWorkedOut(flags: number): readonly string[] {
  if (flags === 0) return [];
  const [which, them] = flags === 1 ? ["One is", "it"] : [`${flags.toLocaleString("en-US")} are`, "them"];
  return [
    `Conditional formats cover more cells than can be worked out here: ${which} not shown. Saving keeps ${them}.`,
  ];
}

/** Shows a sheet, if it is there and not hidden. */
function showSheet({ cells }: GridWorkbook, name: string): void {
  const sheet = cells.sheetIfAny(name);
  if (sheet && !sheet.isSheetHidden()) cells.book.setActiveSheet(sheet);
}

/** Says which formulas show an error here that they don't have in the file. */
function nowWrong({ cells }: GridWorkbook, book: Book): readonly string[] {
  const wrong = book.sheets.flatMap((sheet) => {
    const here = cells.sheetIfAny(sheet.name);
    if (!here) return [];
    return sheet.cells.flatMap(({ row, column, value, formula }) => {
      if (formula === undefined || typeof value === "object" || !cells.showsError(here, row, column)) return [];
      return [address({ sheet: sheet.name, row, column, height: 1, width: 1 })];
    });
  });
  const [first] = wrong;
  if (first === undefined) return [];
  const which = wrong.length === 1 ? `The formula in ${first}` : `${wrong.length} formulas, the first in ${first},`;
  const show = wrong.length === 1 ? "shows" : "show";
  return [
    `${which} ${show} an error here and not in the file: this spreadsheet does not know everything that Excel does. Saving keeps the formula.`,
  ];
}

/** A name that every system takes for a file. */
function fileName(title: string): string {
  const plain = title
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 100);
  return plain === "" || plain.startsWith(".") ? sampleName : plain;
}
