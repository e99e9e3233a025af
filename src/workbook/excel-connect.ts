import { excelWorkbook } from "./excel";
import { failureFor } from "./excel-run";
import { followTheme, theme, type Theme } from "./excel-theme";
import type { Release, Workbook } from "./host";

/** What became of the wish to speak with Excel. */
export type Connection =
  | {
      readonly kind: "excel";
      readonly workbook: Workbook;
      /** Excel's colours now. */
      readonly theme: Theme;
      /** Calls back when Excel's colours change, where Excel tells; else never. */
      readonly onThemeChange: (listener: (theme: Theme) => void) => Release;
    }
  /** The page is open in a browser, or in another program of Office. */
  | { readonly kind: "not-excel" }
  /** The page is open in Excel, and Microsoft's script, by which it speaks with Excel, did not come. */
  | { readonly kind: "blocked" }
  /** Excel has not answered in time: it sometimes never does, and reloading the page is the cure. */
  | {
      readonly kind: "timeout";
      /** What Excel says if it answers after all. */
      readonly late: Promise<Connection>;
    };

/** How long Excel may take to answer, in milliseconds. */
const patience = 5000;

/** Excel sometimes says that it is ready without saying that it is Excel: so often it is asked again, after so many milliseconds. */
const retries = { most: 3, pause: 250 };

/**
 * Connects with Excel. Never hangs. `address` is the page's own: Excel writes into it which program has opened it, before
 * any script is there.
 */
export async function connectExcel(
  options: { readonly address?: string; readonly patience?: number } = {},
): Promise<Connection> {
  if (typeof Office === "undefined") {
    return {
      kind: /[?&]_host_Info=Excel\b/i.test(decodeURIComponent(options.address ?? "")) ? "blocked" : "not-excel",
    };
  }
  const answer = whenReady();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<Connection>((resolve) => {
    timer = setTimeout(() => resolve({ kind: "timeout", late: answer }), options.patience ?? patience);
  });
  try {
    return await Promise.race([timeout, answer]);
  } finally {
    clearTimeout(timer);
  }
}

async function whenReady(): Promise<Connection> {
  for (let asked = 0; asked <= retries.most; asked += 1) {
    if (asked > 0) await new Promise((resolve) => setTimeout(resolve, retries.pause));
    // Outside Office the host is null; the Excel library is there only inside Excel.
    const host = (await Office.onReady()).host as unknown;
    if (host === "Excel" && typeof Excel !== "undefined") {
      return { kind: "excel", workbook: excelWorkbook(), theme: theme(), onThemeChange: followTheme };
    }
    // Another program of Office stays what it is.
    if (host && host !== "Excel") break;
  }
  return { kind: "not-excel" };
}

/** Shows the task pane: for a ribbon command that has something to explain. */
export async function openPane(): Promise<void> {
  try {
    await Office.addin.showAsTaskpane();
  } catch (cause) {
    throw failureFor(cause);
  }
}
