import { WorkbookFailure, type TrustPrompt } from "./host";

/** Where Excel runs, in Office's words: `PC`, `Mac`, `OfficeOnline`; "" outside Excel. */
function platform(): string {
  const told: unknown = context()?.platform;
  return typeof told === "string" ? told : "";
}

function context(): Partial<Office.Context> | undefined {
  return typeof Office === "undefined" ? undefined : Office.context;
}

/** Whether the window in which Excel shows this page saves files that the page offers. */
export function savesFiles(): boolean {
  return platform() !== "Mac";
}

/** The workbook's setting by which it tells Office not to ask. Source: Microsoft, "Managing trust options for Office Add-ins". */
const doesNotAsk = "Office.DisableTrustUX";

/** What Excel asks people without the add-in, where it asks: on Windows and on a Mac. */
export function trustPrompt(): TrustPrompt | undefined {
  const settings = (context()?.document as Partial<Office.Document> | undefined)?.settings;
  if (!settings || !["PC", "Mac"].includes(platform())) return undefined;
  return {
    asks: () => settings.get(doesNotAsk) !== true,
    letAsk: (ask) =>
      new Promise((resolve, reject) => {
        const before: unknown = settings.get(doesNotAsk);
        if (ask) settings.remove(doesNotAsk);
        else settings.set(doesNotAsk, true);
        settings.saveAsync(({ status, error }) => {
          const word: unknown = status;
          if (word === "succeeded") {
            resolve();
            return;
          }
          if (before === undefined || before === null) settings.remove(doesNotAsk);
          else settings.set(doesNotAsk, before);
          reject(
            new WorkbookFailure("Excel could not keep this with the workbook. Try again.", "refused", { cause: error }),
          );
        });
      }),
  };
}
