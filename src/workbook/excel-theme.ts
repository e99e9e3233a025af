import type { Release } from "./host";

export type Theme = "light" | "dark";

/** Excel's colours. Older Excel, and Excel on the web (office-js issue 6134), tell none: then they count as light. */
export function theme(told: Partial<Office.OfficeTheme> | undefined = current()): Theme {
  return told?.isDarkTheme ? "dark" : "light";
}

function current(): Partial<Office.OfficeTheme> | undefined {
  return (Office.context as Partial<Office.Context> | undefined)?.officeTheme;
}

/**
 * Calls back when Excel's colours change. The event is documented for Outlook only, and Office's script knows it for
 * Excel's document too. Not observed in a running Excel: where it isn't told there, nothing happens.
 */
export function followTheme(listener: (theme: Theme) => void): Release {
  const document = (Office.context as Partial<Office.Context> | undefined)?.document as
    Partial<Office.Document> | undefined;
  const type = (Office.EventType as Partial<typeof Office.EventType> | undefined)?.OfficeThemeChanged;
  if (!document?.addHandlerAsync || type === undefined) return () => Promise.resolve();
  let listening = true;
  const handler = (told?: object): void => {
    // What comes with the event is newer than the context (office-js issue 6348).
    const { officeTheme = current() } = (told ?? {}) as Partial<Office.OfficeThemeChangedEventArgs>;
    if (listening) listener(theme(officeTheme));
  };
  try {
    document.addHandlerAsync(type, handler);
  } catch {
    // This Excel knows no such event.
    return () => Promise.resolve();
  }
  return () => {
    listening = false;
    try {
      document.removeHandlerAsync?.(type, { handler });
    } catch {
      // It was never added.
    }
    return Promise.resolve();
  };
}
