// Knows: cells and how people fill them; how engine records are read from cells; every sentence that Keel says.
// Doesn't know: Excel's API, functions' names and arguments, how anything is computed.
// Add here: a new column name, a new way to type a number or a policy, the sentence for a new problem.
export { readAccount, readTargets, readValues, type AccountRange, type MixRange, type MoneyRange } from "./account";
export { type Argument, type Cells, type ResultCell } from "./cells";
export { alignColumns, position, readColumn, type Columns, type NumberColumn } from "./column";
export { recogniseColumns, type ColumnKind, type RecognisedColumns } from "./columns";
export { type Clause } from "./policy/clauses";
export { readPolicy, type PolicyRange } from "./policy/read";
export { columnOf, pairsOf, type ResultCells } from "./results";
export { readAmount, readChoice, readScalar } from "./scalar";
export { noteSentence } from "./wording/notes";
export { policySentence, settingRows, type SettingRow } from "./wording/policy";
export { cellError, sentence, type CellError } from "./wording/problems";
