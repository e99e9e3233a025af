import type { WorkbookFile } from "../workbook";

const mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Hands a workbook file to the browser, which keeps it where it keeps downloads or asks where. */
export function download({ name, bytes }: WorkbookFile): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mediaType }));
  link.download = name;
  link.click();
  // The browser may read the file a while after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
