import { generateRandomId, type IWorkbookData, LocaleType } from "@univerjs/core";
import { sheetSize } from "./dimensions";
import { newWorkbookId } from "./grid-from-book";

/** An empty workbook of one sheet. */
export function emptyWorkbook(name: string, sheet: string): IWorkbookData {
  const id = generateRandomId();
  return {
    id: newWorkbookId(),
    name,
    appVersion: "",
    locale: LocaleType.EN_US,
    styles: {},
    sheetOrder: [id],
    sheets: { [id]: { id, name: sheet, ...sheetSize } },
  };
}
