import { sameName, within, type Block, type Book, type Sheet } from "../sheets";
import { textOf } from "./block-cells";
import { coloursOf } from "./colours";
import { UnreadableWorkbook } from "./errors";
import { refersOutside, typedFormula } from "./formulas";
import { isName } from "./names";
import { openParts, type Parts } from "./parts";
import { printOf, type PrintNames } from "./read-page";
import { chartsOf, noCharts, type ReadCharts } from "./read-charts";
import { blocksOf, sheetOf, type ReadSheet } from "./read-sheet";
import { stylesOf } from "./read-styles";
import { Room } from "./room";
import { plainText } from "./stored-text";
import { listsSheet } from "./validation-parts";
import { usable } from "./usable-names";
import { childrenOf, find, holds, walk, type Element } from "./xml";

/** What a file holds, and in plain sentences what of it Keel doesn't keep. */
export interface ReadBook {
  readonly book: Book;
  readonly leftOut: readonly string[];
  /** Those of them that are about charts, pictures and drawings, which people ask about first. */
  readonly drawn: readonly string[];
}

/** Who wants to know how far the reading is. */
export interface ReadOptions {
  /** Is told now and then how many cells have been read. */
  readonly progress?: (cells: number) => void;
}

/**
 * Reads an .xlsx or .xlsm file: cells with their styles and formulas, tables, names, sizes, flags, validations, print
 * set-up, and charts of plain bars and points. Rejects with `UnreadableWorkbook`, whose message is a sentence for the user, for anything else.
 *
 * Days are numbers of the usual count, also in a workbook that counts from 1904. Text with several styles is plain text,
 * a link its text. A formula over several cells comes back as a result that fills them.
 */
export function readBook(bytes: Uint8Array, options: ReadOptions = {}): Promise<ReadBook> {
  return new Promise((resolve) => {
    resolve(readOrRefuse(bytes, options));
  });
}

function readOrRefuse(bytes: Uint8Array, options: ReadOptions): ReadBook {
  try {
    return read(openParts(bytes), options);
  } catch (error) {
    if (error instanceof UnreadableWorkbook) throw error;
    if (error instanceof RangeError) throw new UnreadableWorkbook(tooMuch, { cause: error });
    throw new UnreadableWorkbook(
      "This workbook can’t be read. Open it in Excel and save it again, then try once more.",
      {
        cause: error,
      },
    );
  }
}

/** A RangeError is what a page gets that asks for more than there is. */
const tooMuch =
  "Something in this workbook is nested too deeply, or takes more memory than the browser gives to a page. Open it in Excel and save the sheets that you need as a workbook of their own.";

function read(parts: Parts, { progress }: ReadOptions): ReadBook {
  const leftOut = new Set<string>();
  const leaveOut = (sentence: string): void => void leftOut.add(sentence);
  const drawn = new Set<string>();
  const leaveDrawing = (sentence: string): void => {
    drawn.add(sentence);
    leaveOut(sentence);
  };
  const room = new Room(leaveOut, progress);
  const main = [...parts.relationships("").values()].find(({ type }) => type === "officeDocument")?.target;
  const path = main ?? "xl/workbook.xml";
  const workbook = parts.tree(path);
  if (workbook?.name !== "workbook") {
    throw new UnreadableWorkbook(
      "This is not an Excel workbook, or a part of it is missing. Choose a file that ends in .xlsx.",
    );
  }
  const relationships = parts.relationships(path);
  const partOf = (type: string): string | undefined =>
    [...relationships.values()].find((lead) => lead.type === type)?.target;
  const tree = (type: string): Element | undefined => {
    const target = partOf(type);
    return target === undefined ? undefined : parts.tree(target);
  };
  const stylesTree = tree("styles");
  const styles = stylesOf(stylesTree, coloursOf(tree("theme"), stylesTree), leaveOut);
  const strings = stringsOf(parts.text(partOf("sharedStrings") ?? ""), leaveOut);
  const from1904 = holds(childrenOf(workbook, "workbookPr")[0]?.attributes["date1904"]);

  const entries = childrenOf(childrenOf(workbook, "sheets")[0], "sheet");
  const sheets = entries.map(
    ({ attributes: { name = "", state = "visible", "r:id": id = "" } }): ReadSheet | undefined => {
      const lead = relationships.get(id);
      const xml = lead?.type === "worksheet" ? parts.text(lead.target) : undefined;
      if (xml === undefined || !lead) {
        leaveDrawing("Sheets that are a chart or a macro are left out.");
        return undefined;
      }
      const hidden = state !== "visible";
      const context = { parts, path: lead.target, hidden, styles, strings, from1904, room, leaveOut };
      return sheetOf(xml, { ...context, sheet: name });
    },
  );
  const names = namesOf(workbook, leaveOut);
  const withoutCharts = sheets.map((one, index) => one && finish(one, index, names, sheets, leaveOut));
  const charts = withoutCharts.map((sheet, index) => {
    const drawing = sheets[index]?.drawing;
    return sheet && drawing !== undefined ? chartsOf(drawing, sheet, withoutCharts, parts) : noCharts;
  });
  const finished = withoutCharts.map((sheet, index) => sheet && { ...sheet, charts: charts[index]?.charts ?? [] });
  const kept = finished.filter((sheet) => sheet !== undefined).filter(({ name }) => name !== listsSheet);
  if (kept.length === 0) throw new UnreadableWorkbook("This workbook has no sheet with cells.");
  notice(parts, relationships, charts, leaveOut, leaveDrawing);

  const first = find(workbook, "workbookView")?.attributes["activeTab"];
  const active = first === undefined ? undefined : finished[Number(first)]?.name;
  const title = titleOf(parts);
  const book: Book = {
    sheets: kept,
    names: names.global,
    ...(active === undefined ? {} : { active }),
    ...(title ? { title } : {}),
  };
  const saveable = usable(book, leaveOut);
  return { book: saveable, leftOut: [...leftOut], drawn: [...drawn] };
}

/** The texts that cells refer to by number. A text's parts of different style are joined; readings of signs are not text. */
function stringsOf(xml: string | undefined, leaveOut: (sentence: string) => void): readonly string[] {
  const strings: string[] = [];
  if (xml === undefined) return strings;
  let text = "";
  let inText = false;
  let aside = 0;
  walk(xml, {
    open(name) {
      if (name === "si") text = "";
      else if (name === "t") inText = true;
      else if (name === "rPh") aside++;
      else if (name === "rPr") leaveOut("Text of several looks in one cell takes the cell’s.");
    },
    text(piece) {
      if (inText && aside === 0) text += piece;
    },
    close(name) {
      if (name === "si") strings.push(plainText(text));
      else if (name === "t") inText = false;
      else if (name === "rPh") aside--;
    },
  });
  return strings;
}

interface Names {
  readonly global: Book["names"];
  /** The names that belong to a sheet and mean something to its printing, by the sheet's index. */
  readonly local: ReadonlyMap<number, PrintNames>;
}

function namesOf(workbook: Element, leaveOut: (sentence: string) => void): Names {
  const global = new Map<string, { name: string; refersTo: string }>();
  const local = new Map<number, PrintNames>();
  const entries = childrenOf(childrenOf(workbook, "definedNames")[0], "definedName");
  // Names for the whole workbook come first: one of a sheet's own must not stand in their place.
  const ordered = [...entries].sort(
    (one, other) => Number("localSheetId" in one.attributes) - Number("localSheetId" in other.attributes),
  );
  for (const { attributes, text } of ordered) {
    const { name = "", localSheetId, hidden } = attributes;
    const sheet = Number(localSheetId);
    // Some programs write one name for each of several areas.
    if (name === "_xlnm.Print_Area") {
      const area = [local.get(sheet)?.area, text].filter(Boolean).join(",");
      local.set(sheet, { ...local.get(sheet), area });
    }
    if (name === "_xlnm.Print_Titles") local.set(sheet, { ...local.get(sheet), titles: text });
    if (name.startsWith("_xlnm.")) continue;
    const stored = plainText(text);
    const refersTo = typedFormula(stored, { ofName: true })?.slice(1);
    if (holds(hidden)) leaveOut("Hidden names are left out.");
    else if (refersTo === undefined && refersOutside(stored))
      leaveOut("Names that refer to other workbooks are left out.");
    else if (refersTo === undefined || !isName(name)) leaveOut("Names that Excel does not take are left out.");
    else if (!global.has(name.toLowerCase())) global.set(name.toLowerCase(), { name, refersTo });
    else leaveOut("Where several sheets define the same name, only the first one is kept.");
  }
  return { global: [...global.values()], local };
}

/** Adds what other parts say about a sheet: how it is printed, and the words of lists that stand in cells. */
function finish(
  { sheet, part, lists }: ReadSheet,
  index: number,
  names: Names,
  all: readonly (ReadSheet | undefined)[],
  leaveOut: (sentence: string) => void,
): Sheet {
  const print = printOf(part, names.local.get(index) ?? {}, sheet.name, leaveOut);
  const validations = sheet.validations.map((rule, at) => {
    const place = lists.get(at);
    if (place === undefined || rule.allow.kind !== "list") return rule;
    const words = wordsAt(place, sheet.name, all, names.global);
    if (words.length > 0) {
      // What Keel wrote there because it didn't fit into the rule is a list of words.
      if (!place.includes(listsSheet))
        leaveOut("Lists of choices that stand in cells keep the words that are there now.");
      return { ...rule, allow: { ...rule.allow, words } };
    }
    leaveOut("Lists of choices that a formula works out, or that stand in no cells, keep only their messages.");
    return { ...rule, allow: { kind: "any" } as const };
  });
  return {
    ...sheet,
    validations,
    ...(print ? { print } : {}),
  };
}

/** The words of a list that a rule finds in cells, by their address or by a name; none if it isn't one block of cells. */
function wordsAt(
  place: string,
  sheet: string,
  all: readonly (ReadSheet | undefined)[],
  names: Book["names"],
): readonly string[] {
  const refersTo = names.find(({ name }) => sameName(name, place))?.refersTo ?? place;
  const end = refersTo.lastIndexOf("!");
  const own = refersTo
    .slice(0, Math.max(0, end))
    .replace(/^'(.*)'$/s, "$1")
    .replaceAll("''", "'");
  const block = columnAt(refersTo, all) ?? blocksOf(refersTo.slice(end + 1), own || sheet)[0];
  const target = block && all.find((one) => one !== undefined && sameName(one.sheet.name, block.sheet))?.sheet;
  if (!target) return [];
  return target.cells.filter((cell) => within(block, cell) && cell.value !== "").map((cell) => textOf(cell));
}

/** The cells of a table's column, `Holdings[Fund]`. */
function columnAt(reference: string, all: readonly (ReadSheet | undefined)[]): Block | undefined {
  const [, table = "", column = ""] = /^([^[\]]+)\[([^[\]]+)\]$/.exec(reference) ?? [];
  for (const one of all) {
    const block = one?.sheet.tables.find(({ name }) => sameName(name, table))?.block;
    const heading = one?.sheet.cells.find(
      (cell) => block && cell.row === block.row && within(block, cell) && sameName(textOf(cell), column),
    );
    if (block && heading)
      return { ...block, row: block.row + 1, height: block.height - 1, column: heading.column, width: 1 };
  }
  return undefined;
}

function titleOf(parts: Parts): string | undefined {
  const target = [...parts.relationships("").values()].find(({ type }) => type === "core-properties")?.target;
  return target === undefined ? undefined : plainText(find(parts.tree(target), "title")?.text ?? "");
}

/** Says what of the workbook is left out. */
function notice(
  parts: Parts,
  relationships: ReturnType<Parts["relationships"]>,
  charts: readonly ReadCharts[],
  leaveOut: (sentence: string) => void,
  leaveDrawing: (sentence: string) => void,
): void {
  const has = (pattern: RegExp): boolean => parts.paths.some((path) => pattern.test(path));
  const types = new Set([...relationships.values()].map(({ type }) => type));
  if (types.has("vbaProject") || has(/vbaProject\.bin$/i)) leaveOut("Macros are left out.");
  const kept = new Set(charts.flatMap((each) => each.kept.map((path) => path.toLowerCase())));
  const others = parts.paths.filter((path) => chartPath.test(path) && !kept.has(path.toLowerCase()));
  if (others.length > 0 || charts.some(({ leftOut }) => leftOut > 0)) {
    leaveDrawing(kept.size > 0 ? "Charts other than plain bars and points are left out." : "Charts are left out.");
  }
  if (shows(parts, /<(?:\w+:)?(?:pic|sp|cxnSp|grpSp)[\s/>]/)) {
    leaveDrawing("Pictures and drawings are left out.");
  }
  if (types.has("externalLink")) leaveOut("Links to other workbooks are left out.");
  if (types.has("connections") || has(/(?:^|\/)queryTables\//i))
    leaveOut("Connections to data outside the workbook are left out.");
}

/** Charts of any kind, without the parts that only give them a style. */
const chartPath = /(?:^|\/)charts(?:ex)?\/(?!(?:style|colors)\d*\.xml$)[^/]+\.xml$/i;

function shows(parts: Parts, pattern: RegExp): boolean {
  return parts.paths.some(
    (path) => /(?:^|\/)drawings\/[^/]+\.xml$/i.test(path) && pattern.test(parts.text(path) ?? ""),
  );
}
