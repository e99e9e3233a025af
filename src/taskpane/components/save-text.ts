/** Long enough for a browser to have begun the download, in milliseconds. */
const BEGUN = 10_000;

/** Has the browser save a text as a file. Some windows ignore it, and don't say so. */
export function saveText(file: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), BEGUN);
}
