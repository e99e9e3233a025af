/**
 * What Excel on the web, or on Windows and Mac, can't take back: in a group of one undo step it throws UndoNotSupported
 * for these, and outside of one they end the user's undo. Only what an add-in that works with cells, sheets, names,
 * tables and charts could ask for.
 * Source: Microsoft, "Undo support with the Excel JavaScript API", Unsupported APIs (September 2025).
 */
export const notUndoable: ReadonlySet<string> = new Set([
  "Chart.CategoryLabelLevel",
  "Chart.SeriesNameLevel",
  "DocumentProperties.Author",
  "DocumentProperties.Category",
  "DocumentProperties.Comments",
  "DocumentProperties.Company",
  "DocumentProperties.Keywords",
  "DocumentProperties.Manager",
  "DocumentProperties.Subject",
  "DocumentProperties.Title",
  "NamedItem.Comment",
  "Workbook.Close",
  "Workbook.InsertWorksheetsFromBase64",
  "Workbook.Save",
  "Worksheet.Copy",
  "Worksheet.Delete",
  "Worksheet.Name",
  "Worksheet.StandardWidth",
  "Worksheet.Position",
  "Worksheet.Visibility",
  "WorksheetCollection.AddFromBase64",
  "WorksheetProtection.PauseProtection",
  "WorksheetProtection.Protect",
  "WorksheetProtection.ResumeProtection",
  "WorksheetProtection.SetPassword",
  "WorksheetProtection.Unprotect",
  "WorksheetProtection.UpdateOptions",
  "WorkbookProtection.Protect",
  "WorkbookProtection.Unprotect",
]);

/** Batches that are one undo step while they run. */
const open = new Set<object>();

/** Whether a batch that is one undo step is running. */
export function isGrouped(): boolean {
  return open.size > 0;
}

/**
 * Plays `mergeUndoGroup`, which the library of this version passes over without a word: what it would tell Excel is kept
 * here instead. Once for a loaded library.
 */
export function playGroups(excel: { run: (...given: unknown[]) => Promise<unknown> }): void {
  const { run } = excel;
  excel.run = async (...given) => {
    const [options] = given;
    const merges = typeof options === "object" && options !== null && "mergeUndoGroup" in options;
    if (!merges || options.mergeUndoGroup !== true) return run.apply(excel, given);
    open.add(options);
    try {
      return await run.apply(excel, given);
    } finally {
      open.delete(options);
    }
  };
}
