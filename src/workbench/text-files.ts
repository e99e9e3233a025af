/** A text file's ending. */
const ENDING = /\.(?:csv|tsv|txt)$/i;

/** Tells whether a file is a table in a text file. A workbook that is called one by mistake is still a workbook. */
export function isTextFile(name: string, bytes: Uint8Array): boolean {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return ENDING.test(name) && !isZip;
}

/** What a file is called without the letters that say what kind it is. */
export function withoutEnding(name: string): string {
  return name.replace(/\.(?:xls[xm]|csv|tsv|txt)$/i, "");
}
