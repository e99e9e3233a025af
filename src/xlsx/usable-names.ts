import {
  overlap,
  sameName,
  withCells,
  within,
  type Block,
  type Book,
  type BookCell,
  type BookTable,
  type Sheet,
} from "../sheets";
import { formulaOf, wordsOf } from "./formula-words";
import { mergesApart } from "./merges";
import { isSheetName, mostInSheetName } from "./names";

/**
 * Makes a book that was read one that can be saved again: files of other programs hold names and blocks that Excel doesn't
 * take. What refers to a sheet or a table follows its new name; all that changes is said.
 */
export function usable(book: Book, leaveOut: (sentence: string) => void): Book {
  return withUsableTables(withUsableSheets(withSheetInSight(book, leaveOut), leaveOut), leaveOut);
}

function withSheetInSight(book: Book, leaveOut: (sentence: string) => void): Book {
  if (book.sheets.some(({ hidden }) => !hidden)) return book;
  leaveOut("All sheets were hidden: the first is shown.");
  return {
    ...book,
    sheets: book.sheets.map(({ hidden, ...sheet }, index) => (index > 0 && hidden ? { ...sheet, hidden } : sheet)),
  };
}

function withUsableSheets(book: Book, leaveOut: (sentence: string) => void): Book {
  const taken = new Set<string>();
  const names = book.sheets.map(({ name }, index) => {
    const wanted = isSheetName(name) ? name : usableSheetName(name, index);
    let unique = wanted;
    for (let count = 2; taken.has(unique.toLowerCase()); count++) {
      const end = ` (${count})`;
      unique = wanted.slice(0, mostInSheetName - end.length) + end;
    }
    taken.add(unique.toLowerCase());
    return unique;
  });
  if (names.every((name, index) => name === book.sheets[index]?.name)) return book;
  leaveOut("Sheets whose name Excel does not take, or that another sheet has, got another name.");
  // Of several sheets of one name, what refers to it means the first.
  const renamed = new Map<string, string>();
  for (const [index, { name }] of book.sheets.entries()) {
    if (!renamed.has(name.toLowerCase())) renamed.set(name.toLowerCase(), names[index] ?? name);
  }
  const nameOf = (sheet: string): string => renamed.get(sheet.toLowerCase()) ?? sheet;
  const formula = (text: string): string => withSheetNames(text, nameOf);
  return {
    ...book,
    sheets: book.sheets.map((sheet, index) => renamedSheet(sheet, names[index] ?? sheet.name, nameOf, formula)),
    names: book.names.map(({ name, refersTo }) => ({ name, refersTo: formula(refersTo) })),
    ...(book.active === undefined ? {} : { active: nameOf(book.active) }),
  };
}

/** A name that Excel takes for a sheet, as near to a given one as can be; `Sheet` and its number, `index` + 1, where nothing of that can be used. */
export function usableSheetName(name: string, index: number): string {
  const clean = name
    .replaceAll(/[:\\/?*[\]\p{Cc}]+/gu, " ")
    .slice(0, mostInSheetName)
    .replace(/[\uD800-\uDBFF]$/, "")
    .replaceAll(/^[' ]+|[' ]+$/g, "");
  return isSheetName(clean) ? clean : `Sheet${index + 1}`;
}

/** A sheet under another name, which its own blocks have too. */
function renamedSheet(
  sheet: Sheet,
  name: string,
  nameOf: (sheet: string) => string,
  formula: (text: string) => string,
): Sheet {
  const own = <T extends { readonly block: Block }>(each: T): T => ({ ...each, block: { ...each.block, sheet: name } });
  const elsewhere = (block: Block): Block =>
    // A chart's cells on its own sheet are its own, whichever of two sheets of one name that is.
    ({ ...block, sheet: sameName(block.sheet, sheet.name) ? name : nameOf(block.sheet) });
  return {
    ...sheet,
    name,
    cells: sheet.cells.map((cell) => (cell.formula === undefined ? cell : { ...cell, formula: formula(cell.formula) })),
    merged: sheet.merged.map((block) => ({ ...block, sheet: name })),
    tables: sheet.tables.map(own),
    flags: sheet.flags.map((flag) => ({ ...own(flag), formula: formula(flag.formula) })),
    validations: sheet.validations.map(own),
    charts: sheet.charts.map((chart) => ({
      ...withCells(chart, elsewhere),
      at: { ...chart.at, sheet: name },
    })),
    ...(sheet.print
      ? { print: { ...sheet.print, areas: sheet.print.areas.map((area) => ({ ...area, sheet: name })) } }
      : {}),
  };
}

/** A formula whose sheets have other names. */
function withSheetNames(formula: string, nameOf: (sheet: string) => string): string {
  const words = wordsOf(formula);
  return formulaOf(
    words.map((word, index) => {
      const before =
        words[index + 1]?.text === "!" || (words[index + 1]?.text === ":" && words[index + 3]?.text === "!");
      if (!before || (word.kind !== "sheet" && word.kind !== "name")) return word;
      const name = word.kind === "sheet" ? word.text.slice(1, -1).replaceAll("''", "'") : word.text;
      const other = nameOf(name);
      return other === name ? word : { kind: "sheet", text: `'${other.replaceAll("'", "''")}'` };
    }),
  );
}

function withUsableTables(book: Book, leaveOut: (sentence: string) => void): Book {
  const taken = new Set<string>();
  const sheets = book.sheets.map((sheet) => {
    const renamed: { readonly table: BookTable; readonly name: string }[] = [];
    const tables: BookTable[] = [];
    for (const table of sheet.tables) {
      if (tables.some(({ block }) => overlap(block, table.block))) {
        leaveOut("Tables that share cells with another are kept as plain cells.");
        continue;
      }
      let name = table.name;
      for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${table.name}_${count}`;
      taken.add(name.toLowerCase());
      tables.push({ ...table, name });
      if (name !== table.name) renamed.push({ table, name });
    }
    if (renamed.length > 0) leaveOut("Tables that have the name of another table got another name.");
    const merged = mergesApart({ merged: sheet.merged, tables });
    if (merged.length < sheet.merged.filter(({ height, width }) => height * width > 1).length) {
      leaveOut("Merged cells that share cells with others or with a table are left apart.");
    }
    return { ...sheet, merged, tables, cells: sheet.cells.map((cell) => inRenamedTable(cell, renamed)) };
  });
  const names = book.names.filter(({ name }) => !taken.has(name.toLowerCase()));
  if (names.length < book.names.length) leaveOut("Names that Excel does not take are left out.");
  return { ...book, sheets, names };
}

/** A cell whose formula says its own table's name, which that table no longer has. */
function inRenamedTable(
  cell: BookCell,
  renamed: readonly { readonly table: BookTable; readonly name: string }[],
): BookCell {
  if (cell.formula === undefined) return cell;
  const own = renamed.find(({ table }) => within(table.block, cell));
  if (!own) return cell;
  const words = wordsOf(cell.formula);
  const formula = formulaOf(
    words.map((word, index) =>
      word.kind === "name" && words[index + 1]?.kind === "bracket" && sameName(word.text, own.table.name)
        ? { ...word, text: own.name }
        : word,
    ),
  );
  return { ...cell, formula };
}
