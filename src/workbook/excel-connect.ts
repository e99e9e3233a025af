import { excelWorkbook } from "./excel";
import { failureFor } from "./excel-run";
import type { Workbook } from "./host";

/** What became of the wish to speak with Excel. */
export type Connection =
  | { readonly kind: "excel"; readonly workbook: Workbook; readonly theme: "light" | "dark" }
  /** The page is open in a browser, or in another program of Office. */
  | { readonly kind: "not-excel" }
  /** Excel has not answered in time: it sometimes never does, and reloading the page is the cure. */
  | { readonly kind: "timeout" };

/** How long Excel may take to answer, in milliseconds. */
const patience = 5000;

/** Connects with Excel. Never hangs. */
export async function connectExcel(options: { readonly patience?: number } = {}): Promise<Connection> {
  if (typeof Office === "undefined") return { kind: "not-excel" };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Connection>((resolve) => {
    timer = setTimeout(() => resolve({ kind: "timeout" }), options.patience ?? patience);
  });
  try {
    return await Promise.race([late, whenReady()]);
  } finally {
    clearTimeout(timer);
  }
}

async function whenReady(): Promise<Connection> {
  const { host } = await Office.onReady();
  // Outside Office the host is null; the Excel library is there only inside Excel.
  if ((host as unknown) !== "Excel" || typeof Excel === "undefined") return { kind: "not-excel" };
  return { kind: "excel", workbook: excelWorkbook(), theme: theme() };
}

function theme(): "light" | "dark" {
  // Older Excel has no theme to tell.
  const colours = Office.context.officeTheme as Partial<Office.OfficeTheme> | undefined;
  return colours?.isDarkTheme ? "dark" : "light";
}

/** Shows the task pane: for a ribbon command that has something to explain. */
export async function openPane(): Promise<void> {
  try {
    await Office.addin.showAsTaskpane();
  } catch (cause) {
    throw failureFor(cause);
  }
}
