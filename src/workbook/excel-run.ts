import { WorkbookFailure } from "./host";

/** Tells whether this Excel carries out a version of its programming interface, such as "1.20". False outside Excel. */
export function supports(version: string): boolean {
  // Outside Excel there is no Office, and in a plain browser page its context has no requirements.
  const context = typeof Office === "undefined" ? undefined : (Office.context as Partial<Office.Context> | undefined);
  return context?.requirements?.isSetSupported("ExcelApi", version) ?? false;
}

/** False once Excel has refused to make one step of a batch: then it isn't asked to for the rest of the session. */
let grouping = true;

/** Whether a batch that asks for it is one step of Excel's own undo: from ExcelApi 1.20 on, unless Excel has refused it. */
export function groups(): boolean {
  return grouping && supports("1.20");
}

/**
 * Tells whether Excel broke a batch off because something in it can't be a part of one undo step; no further batch is
 * made one step then, so that it can happen once. Source: Microsoft, "Undo support with the Excel JavaScript API", Undo grouping.
 */
export function refusedGroup(failure: unknown): boolean {
  const refused = grouping && failure instanceof WorkbookFailure && codeOf(failure.cause) === "UndoNotSupported";
  if (refused) grouping = false;
  return refused;
}

/**
 * Runs a batch in Excel, after the user has left a cell that is being edited. With `oneStep`, everything that the batch
 * does is one step of Excel's own undo, where Excel can do that; nothing in it may delete a sheet, which Excel refuses as
 * a part of one. Rejects with a `WorkbookFailure`.
 */
export async function inExcel<T>(
  batch: (context: Excel.RequestContext) => Promise<T>,
  { oneStep = false }: { readonly oneStep?: boolean } = {},
): Promise<T> {
  if (typeof Excel === "undefined") throw new WorkbookFailure("Excel is not ready yet. Reload Keel.", "lost");
  const mergeUndoGroup = oneStep && groups();
  try {
    return await Excel.run({ delayForCellEdit: true, ...(mergeUndoGroup ? { mergeUndoGroup } : {}) }, batch);
  } catch (cause) {
    throw failureFor(cause);
  }
}

const busy = "Excel is busy. Finish what you are typing in a cell (press Enter or Esc), then try again.";
const locked = "This sheet is protected. On the Review tab choose Unprotect Sheet, then try again.";
const gone = "What Keel was working on is no longer there: it was renamed, moved or deleted. Select your funds again.";

/**
 * Words and reasons for the error codes of Excel that a user can meet. Source of the codes: Microsoft, "Error handling
 * with the application-specific JavaScript APIs".
 */
const known: ReadonlyMap<string, readonly [WorkbookFailure["reason"], string]> = new Map([
  ["InvalidOperationInCellEditMode", ["busy", busy]],
  ["HostIsBusy", ["busy", busy]],
  ["ActivityLimitReached", ["busy", busy]],
  ["RequestAborted", ["busy", busy]],
  ["ServiceNotAvailable", ["busy", busy]],
  ["AccessDenied", ["protected", locked]],
  ["Unauthenticated", ["protected", locked]],
  ["ItemNotFound", ["lost", gone]],
  ["InvalidReference", ["lost", gone]],
  ["InvalidBinding", ["lost", gone]],
  ["InvalidObjectPath", ["lost", gone]],
  ["InactiveWorkbook", ["lost", "Another workbook is in front. Click on your workbook, then try again."]],
  ["InvalidSelection", ["refused", "Select one block of cells, then try again."]],
  ["FilteredRangeConflict", ["refused", "A filter hides some of these rows. Clear the filter, then try again."]],
  ["MergedRangeConflict", ["refused", "Some of these cells are merged. Unmerge them, then try again."]],
  ["PivotTableRangeConflict", ["refused", "A PivotTable is in the way. Choose another place, then try again."]],
  ["ResponsePayloadSizeLimitExceeded", ["refused", "That is too much at once. Select fewer cells, then try again."]],
  ["RequestPayloadSizeLimitExceeded", ["refused", "That is too much at once. Select fewer cells, then try again."]],
]);

/** The code of an error of Excel's; "" for any other error. */
export function codeOf(cause: unknown): string {
  return typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : "";
}

/** Tells whether Excel gave up because an answer was too large. */
export function tooMuch(cause: unknown): boolean {
  return codeOf(cause) === "ResponsePayloadSizeLimitExceeded";
}

/** Says in words what went wrong in Excel. A failure that is in words already stays as it is. */
export function failureFor(cause: unknown): WorkbookFailure {
  if (cause instanceof WorkbookFailure) return cause;
  const code = codeOf(cause);
  const [reason, words] = known.get(code) ?? [
    "refused",
    `Excel could not do that${code ? ` (${code})` : ""}. Try again; if it stays, close and reopen Keel.`,
  ];
  return new WorkbookFailure(words, reason, { cause });
}
