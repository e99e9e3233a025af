// Knows: tables in text files (.csv, .tsv, .txt): how bytes are text, where cells end, which are numbers and days.
// Doesn't know: what the cells mean, where a file comes from and what becomes of it.
// Add here: another encoding, another character between cells, another way in which files write numbers and days.
export { textOf } from "./decode";
export { csvInPieces, LargerThanASheet, readCsv, type CsvTable, type DecimalMark } from "./read-csv";
export { decimalMarkFor, typedCell, type TypedCell } from "./typed-cells";
