/** A file that can't be read as a workbook. The message is a sentence for the person who chose the file. */
export class UnreadableWorkbook extends Error {
  override readonly name = "UnreadableWorkbook";
}

/** A book that Excel would refuse to open. The message is a sentence for the person who asked for the file. */
export class UnwritableWorkbook extends Error {
  override readonly name = "UnwritableWorkbook";
}
