/** Whether something was not done because the user cancelled it. */
export function isCancelled(failure: unknown): boolean {
  return whyStopped(failure) === "cancelled";
}

/** What went wrong, why, and what to do, in sentences for the user. */
export function inWords(failure: unknown): string {
  if (whyStopped(failure) === "too long") {
    return "It took longer than a minute to read, so it was stopped. Open it in Excel, save the sheets that you need as a workbook of their own, and open that.";
  }
  const { name, message } = failure instanceof Error ? failure : { name: "", message: String(failure) };
  // What Keel throws for users is a sentence; what a browser throws is not.
  if (/^[A-Z].*[.!?]$/s.test(message) && !isOfBrowser(failure)) return message;
  switch (name) {
    case "NotReadableError":
    case "NotFoundError":
      return "The browser could not read the file. It may have been moved, changed or locked by another program since you chose it: close it there and choose it again.";
    case "RangeError":
      return "It takes more memory than the browser gives to a page. Close other tabs and try again, or use a smaller workbook.";
    case "ChunkLoadError":
      return "A part of this page could not be loaded. Check the connection, reload the page and try again: what you typed is kept.";
    default:
      return `This page has met a fault of its own (${message.replace(/[.\s]+$/, "").slice(0, 120)}). Reload the page and try again. If it happens again, open the file in Excel, save it under another name, and use that.`;
  }
}

function whyStopped(failure: unknown): unknown {
  return failure instanceof Error && failure.name === "Stopped" && "why" in failure ? failure.why : undefined;
}

function isOfBrowser(failure: unknown): boolean {
  return (
    failure instanceof DOMException ||
    [TypeError, RangeError, ReferenceError, SyntaxError].some((kind) => failure instanceof kind)
  );
}
