import { failureFor, supports } from "./excel-run";
import { WorkbookFailure, type WorkbookFile } from "./host";

/**
 * Opens a file's bytes as a new workbook beside this one; Excel gives it a name of its own. Rejects with a failure that is
 * "refused" where Excel can't or won't do that: the file can then be downloaded.
 */
export async function openAsWorkbook({ bytes }: WorkbookFile): Promise<"opened"> {
  if (!supports("1.8")) {
    throw new WorkbookFailure("This version of Excel can’t open a new workbook from here.", "refused");
  }
  try {
    await Excel.createWorkbook(base64(bytes));
    return "opened";
  } catch (cause) {
    const failure = failureFor(cause);
    if (failure.reason === "busy") throw failure;
    throw new WorkbookFailure("Excel could not open the new workbook.", "refused", { cause });
  }
}

function base64(bytes: Uint8Array): string {
  // A call has room for so many arguments.
  const step = 0x8000;
  let text = "";
  for (let from = 0; from < bytes.length; from += step) {
    text += String.fromCharCode(...bytes.subarray(from, from + step));
  }
  return btoa(text);
}
