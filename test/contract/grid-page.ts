import { blockAt, type Block } from "../../src/sheets";
import { bookFromGrid } from "../../src/workbench/book-from-grid";
import { chartsOn } from "../../src/workbench/charts";
import { sheetSize } from "../../src/workbench/dimensions";
import { GridWorkbook } from "../../src/workbench/grid";
import { startUniver } from "../../src/workbench/univer";
import { validationAt } from "../../src/workbench/validations";
import { workbookCases, type Expect } from "./workbook-contract";

/** What the page offers to the browser test that opens it. */
declare global {
  var keelContract: {
    readonly names: readonly string[];
    /** Runs a case on a fresh workbook with one empty sheet. Undefined if it holds, else why not. */
    run(name: string): Promise<string | undefined>;
  };
}

const spreadsheet = startUniver(document.body.appendChild(document.createElement("div")));
type Book = ReturnType<typeof spreadsheet.api.createWorkbook>;
let books = 0;

function openBook(): Book {
  books += 1;
  return spreadsheet.api.createWorkbook({
    id: `book${books}`,
    name: "Contract",
    sheetOrder: ["sheet"],
    sheets: { sheet: { id: "sheet", name: "Sheet1", ...sheetSize } },
  });
}

function rangeAt(book: Book, address: string): ReturnType<ReturnType<Book["getActiveSheet"]>["getRange"]> {
  const { sheet, row, column, height, width } = blockAt(address) as Block;
  const found = book.getSheetByName(sheet);
  if (!found) throw new Error(`The workbook has no sheet ${sheet}.`);
  return found.getRange(row, column, height, width);
}

const expect: Expect = (actual) => ({
  toEqual(expected) {
    const [found, wanted] = [actual, expected].map((value) => JSON.stringify({ value }, inOrder));
    if (found !== wanted) throw new Error(`found ${found ?? ""}, not ${wanted ?? ""}`);
  },
});

/** In an object the order of its parts doesn't matter, and undefined reads the same as nothing there. */
function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}

globalThis.keelContract = {
  names: workbookCases.map(({ name }) => name),
  async run(name) {
    const book = openBook();
    const workbook = new GridWorkbook(spreadsheet, book);
    const subject = {
      workbook,
      user: {
        type: (address: string, entries: readonly (readonly (number | string | boolean)[])[]): void => {
          rangeAt(book, address).setValues(entries.map((row) => [...row]));
        },
        select: (address: string): void => {
          const sheet = book.getSheetByName((blockAt(address) as Block).sheet);
          if (sheet) book.setActiveSheet(sheet);
          rangeAt(book, address).activate();
        },
      },
      calculates: true,
      see: {
        charts: (sheet: string) => chartsOn(workbook.cells, workbook.cells.sheet(sheet)).map((chart) => chart.name),
        prompt: (address: string) => validationAt(workbook.cells, blockAt(address) as Block)?.prompt.title ?? "",
        book: () => bookFromGrid(workbook.cells),
      },
    };
    try {
      await workbookCases.find((each) => each.name === name)?.run(subject, expect);
      return undefined;
    } catch (failure) {
      return failure instanceof Error ? failure.message : String(failure);
    } finally {
      spreadsheet.api.disposeUnit(book.getId());
    }
  },
};
