import {
  address,
  blockAt,
  columnCharacters,
  columnName,
  columnNumber,
  storedColumnPixels,
  within,
  type Block,
  type BookCell,
  type BookTable,
  type Flag,
  type Sheet,
  type Validation,
} from "../sheets";
import { daysIn, movedCondition, movedRule } from "./days-1904";
import { shifted, storedCondition, typedFormula } from "./formulas";
import { isName } from "./names";
import type { Parts } from "./parts";
import { cellsOf, type CellContext } from "./read-cells";
import type { Styles } from "./read-styles";
import { viewOf } from "./read-view";
import { cut, plainText } from "./stored-text";
import { styleName, withoutHeadingStyle } from "./table-parts";
import { anyNumber, mostInRule } from "./validation-parts";
import { childrenOf, find, holds, parse, type Element } from "./xml";

/** What a sheet is read with, beside its own part. */
export interface SheetContext extends Omit<CellContext, "style" | "tableAt"> {
  readonly parts: Parts;
  readonly path: string;
  readonly hidden: boolean;
  readonly styles: Styles;
}

const rows = 1_048_576;
const columns = 16_384;

/** A sheet as far as its own part tells: without its print area, which is a name of the workbook's, and its charts. */
export interface ReadSheet {
  readonly sheet: Sheet;
  /** Its own part without its cells, for what other parts belong to. */
  readonly part: Element;
  /** Lists that stand in cells: by the index of the validation, the formula that says where. */
  readonly lists: ReadonlyMap<number, string>;
  /** The path of its drawing, with its charts. */
  readonly drawing?: string;
}

/** Reads a sheet's part and its tables. */
export function sheetOf(xml: string, context: SheetContext): ReadSheet {
  const { sheet: name, hidden, parts, path, styles, room, leaveOut } = context;
  const rest = parse(withoutCells(xml));
  const relationships = parts.relationships(path);
  const tables = childrenOf(childrenOf(rest, "tableParts")[0], "tablePart").flatMap((entry) => {
    const lead = relationships.get(entry.attributes["r:id"] ?? "");
    const table = lead && parts.tree(lead.target);
    return table ? tableOf(table, name, leaveOut) : [];
  });
  const tableAt = (row: number, column: number): string | undefined =>
    tables.find(({ whole }) => row > whole.row && within(whole, { row, column }))?.table.name;
  const { cells, heights, last } = cellsOf(xml, { ...context, style: styles.cell, tableAt });
  const { validations, lists } = validationsOf(rest, context);
  const days = context.from1904 ? daysIn(cells) : undefined;
  const flags = flagsOf(rest, context);
  const drawing = relationships.get(childrenOf(rest, "drawing")[0]?.attributes["r:id"] ?? "")?.target;
  noticed(rest, relationships, leaveOut);
  return {
    sheet: {
      name,
      cells: withoutHeadingLooks(cells, tables),
      widths: widthsOf(childrenOf(rest, "cols")[0], last.column, leaveOut),
      heights,
      merged: room.blocks(
        childrenOf(childrenOf(rest, "mergeCells")[0], "mergeCell").flatMap((entry) =>
          blocksOf(entry.attributes["ref"], name),
        ),
      ),
      tables: tables.map(({ table }) => table),
      flags: days ? flags.map((flag) => ({ ...flag, formula: movedCondition(flag.formula, name, days) })) : flags,
      validations: days ? validations.map((rule) => movedRule(rule, days)) : validations,
      charts: [],
      pictures: [],
      ...(hidden ? { hidden } : {}),
      ...viewOf(rest, leaveOut),
    },
    part: rest,
    lists,
    ...(drawing ? { drawing } : {}),
  };
}

/** The part without its cells, which are read another way: what is left is small. */
function withoutCells(xml: string): string {
  const start = /<(?:[\w-]+:)?sheetData\b[^>]*>/.exec(xml);
  if (!start || start[0].endsWith("/>")) return xml;
  const end = xml.lastIndexOf(`</${start[0].slice(1).split(/[\s>]/)[0] ?? ""}>`);
  return end < 0 ? xml : xml.slice(0, start.index + start[0].length) + xml.slice(end);
}

/** A table, and whether Keel gave it its style. */
interface Styled {
  readonly table: BookTable;
  /** Its cells with its total row, which `table` is without. */
  readonly whole: Block;
  readonly own: boolean;
}

function tableOf(part: Element, sheet: string, leaveOut: (sentence: string) => void): Styled[] {
  const { displayName, name, ref, headerRowCount, totalsRowCount = "0" } = part.attributes;
  const [block] = blocksOf(ref, sheet);
  if (!block || headerRowCount === "0") {
    leaveOut("Tables without a header row are kept as plain cells.");
    return [];
  }
  if (!isName(displayName ?? name ?? "")) {
    leaveOut("Tables whose name Excel does not take are kept as plain cells.");
    return [];
  }
  // A column that only has its button hidden has no criterion, and hides nothing.
  const filters = childrenOf(childrenOf(part, "autoFilter")[0], "filterColumn");
  if (filters.some(({ children }) => children.length > 0))
    leaveOut("Filters of tables are taken off; the rows that they hid stay hidden.");
  if (Number(totalsRowCount) > 0) leaveOut("Total rows of tables are kept as plain rows below them.");
  const look = childrenOf(part, "tableStyleInfo")[0]?.attributes["name"] ?? "";
  const table: BookTable = {
    name: displayName ?? name ?? "",
    block: { ...block, height: block.height - Number(totalsRowCount) },
    ...(/^TableStyle(?:Light|Medium|Dark)\d{1,2}$/.test(look) ? { style: look } : {}),
  };
  return [{ table, whole: block, own: look === styleName }];
}

/** The cells without what `writeBook` gave the headings of Keel's tables for programs that know no table styles. */
function withoutHeadingLooks(cells: readonly BookCell[], tables: readonly Styled[]): readonly BookCell[] {
  const headers = tables.filter(({ own }) => own).map(({ table }) => table.block);
  if (headers.length === 0) return cells;
  return cells.map((cell) => {
    const { row, column } = cell;
    const isHeading = headers.some(
      (block) => row === block.row && column >= block.column && column < block.column + block.width,
    );
    return isHeading ? withoutHeadingStyle(cell) : cell;
  });
}

function widthsOf(
  list: Element | undefined,
  lastColumn: number,
  leaveOut: (sentence: string) => void,
): Sheet["widths"] {
  const settings = childrenOf(list, "col")
    .map(({ attributes: { min, max, width, hidden, customWidth } }) => {
      const from = Math.max(0, Number(min) - 1);
      // A setting up to the sheet's last column is meant for all the empty ones too.
      const to = Number(max) >= columns ? Math.max(from, lastColumn) : Number(max) - 1;
      const fixed = holds(customWidth) && width !== undefined;
      return { from, to, characters: Number(width ?? 9.140625), hidden: holds(hidden), fixed };
    })
    .filter(({ from, to, characters }) => from < columns && to >= from && characters >= 0)
    .sort((one, other) => one.from - other.from);
  const widths: Sheet["widths"][number][] = [];
  let free = 0;
  for (const { from, to, characters, hidden, fixed } of settings) {
    if (from < free) leaveOut("Where settings of a column’s width contradict each other, only the first is kept.");
    for (let column = Math.max(from, free); column <= to && (hidden || fixed); column++) {
      widths.push({
        column,
        characters: columnCharacters(storedColumnPixels(characters)),
        ...(hidden ? { hidden: true } : {}),
      });
    }
    free = Math.max(free, to + 1);
  }
  return widths;
}

function flagsOf(rest: Element, { sheet, styles, room, leaveOut }: SheetContext): Flag[] {
  const found = childrenOf(rest, "conditionalFormatting").flatMap((format) => {
    const blocks = blocksOf(format.attributes["sqref"], sheet);
    return childrenOf(format, "cfRule").flatMap((rule) => {
      const style = styles.flag(Number(rule.attributes["dxfId"] ?? -1));
      const formula = conditionOf(rule, blocks);
      if (formula === undefined || !(style.fill || style.ink)) {
        leaveOut("Conditional formats other than colors by a formula (data bars, color scales, icons) are left out.");
        return [];
      }
      const priority = Number(rule.attributes["priority"] ?? 0);
      return room.blocks(blocks).flatMap((block) => {
        const moved = formula(block);
        return room.formula(moved.length) ? [{ priority, flag: { block, formula: moved, ...style } }] : [];
      });
    });
  });
  return found.sort((one, other) => one.priority - other.priority).map(({ flag }) => flag);
}

const comparisons: Readonly<Record<string, string>> = {
  lessThan: "<",
  lessThanOrEqual: "<=",
  equal: "=",
  notEqual: "<>",
  greaterThanOrEqual: ">=",
  greaterThan: ">",
};

/** A rule as a formula relative to a block's first cell; undefined for a rule that is none. */
function conditionOf(rule: Element, blocks: readonly Block[]): ((block: Block) => string) | undefined {
  const { type, operator = "" } = rule.attributes;
  const [first, second] = childrenOf(rule, "formula").map(({ text }) => typedFormula(plainText(text))?.slice(1));
  if (!first) return undefined;
  // A file's formula is meant for the first cell of all the rule's ranges together.
  const row = blocks.reduce((least, block) => Math.min(least, block.row), rows);
  const column = blocks.reduce((least, block) => Math.min(least, block.column), columns);
  const cell = `${columnName(column)}${row + 1}`;
  const sign = comparisons[operator];
  const test =
    type === "expression"
      ? first
      : type !== "cellIs"
        ? undefined
        : sign
          ? `${cell}${sign}${first}`
          : !second
            ? undefined
            : operator === "between"
              ? `AND(${cell}>=${first},${cell}<=${second})`
              : operator === "notBetween"
                ? `OR(${cell}<${first},${cell}>${second})`
                : undefined;
  // What a file could not hold as a rule would be lost when the workbook is saved.
  if (test === undefined || storedCondition(test) === undefined) return undefined;
  return (block) => `=${shifted(test, block.row - row, block.column - column)}`;
}

function validationsOf(
  rest: Element,
  { sheet, room, leaveOut }: SheetContext,
): Pick<Sheet, "validations"> & Pick<ReadSheet, "lists"> {
  const validations: Sheet["validations"][number][] = [];
  const lists = new Map<number, string>();
  // Rules whose list is on another sheet may stand in an extension instead.
  const extended = childrenOf(childrenOf(rest, "extLst")[0], "ext").flatMap((one) =>
    childrenOf(one, "dataValidations"),
  );
  for (const rule of [...childrenOf(rest, "dataValidations"), ...extended].flatMap((one) =>
    childrenOf(one, "dataValidation"),
  )) {
    const { type = "none", operator = "between", errorStyle = "stop" } = rule.attributes;
    const text = (name: string, letters: number = mostInRule.text): string => {
      const whole = plainText(rule.attributes[name] ?? "").replaceAll("\r\n", "\n");
      if (whole.length > letters) leaveOut("Messages of validation rules are cut to the letters that Excel shows.");
      return cut(whole, letters);
    };
    const formula = (name: string): string => {
      const [entry] = childrenOf(rule, name);
      return (find(entry, "f") ?? entry)?.text.trim() ?? "";
    };
    const allow = allowed(type, operator, errorStyle, formula("formula1"), formula("formula2"));
    if (!allow) leaveOut("Validation rules other than numbers and lists keep only their messages.");
    const prompt = { title: text("promptTitle", mostInRule.title), text: text("prompt") };
    if (!allow && prompt.title === "" && prompt.text === "") continue;
    for (const block of room.blocks(blocksOf(rule.attributes["sqref"] ?? find(rule, "sqref")?.text, sheet))) {
      if (allow === "in cells") lists.set(validations.length, formula("formula1"));
      validations.push({
        block,
        allow:
          allow === "in cells"
            ? { kind: "list", words: [], strict: errorStyle === "stop" }
            : (allow ?? { kind: "any" }),
        prompt,
        ...(text("error") && allow ? { refusal: text("error") } : {}),
      });
    }
  }
  return { validations, lists };
}

function allowed(
  type: string,
  operator: string,
  errorStyle: string,
  first: string,
  second: string,
): Validation["allow"] | "in cells" | undefined {
  if (type === "none") return { kind: "any" };
  if (type === "list") {
    const words = /^"([\s\S]*)"$/.exec(first)?.[1];
    if (words === undefined) return "in cells";
    const strict = errorStyle === "stop";
    return {
      kind: "list",
      words: words
        .replaceAll('""', '"')
        .split(",")
        .map((word) => word.trim()),
      strict,
    };
  }
  if (type !== "decimal" && type !== "whole") return undefined;
  const [one, other] = [Number(first), Number(second)];
  if (first === "" || Number.isNaN(one) || (operator === "between" && Number.isNaN(other))) return undefined;
  switch (operator) {
    case "between":
      return {
        kind: "number",
        ...(one > -anyNumber ? { least: one } : {}),
        ...(other < anyNumber ? { most: other } : {}),
      };
    case "greaterThanOrEqual":
      return { kind: "number", least: one };
    case "lessThanOrEqual":
      return { kind: "number", most: one };
    default:
      return undefined;
  }
}

/** Excel's usual width of a column, in letters, with the space at their sides. */
const usualWidth = 9.14;

/** Says what of a sheet is left out. */
function noticed(
  rest: Element,
  relationships: ReturnType<Parts["relationships"]>,
  leaveOut: (sentence: string) => void,
): void {
  const types = new Set([...relationships.values()].map(({ type }) => type));
  if (types.has("hyperlink") || find(rest, "hyperlink")) leaveOut("Links are kept as their text.");
  if (types.has("comments") || types.has("threadedComment")) leaveOut("Comments and notes are left out.");
  if (types.has("pivotTable")) leaveOut("Pivot tables are kept as values.");
  if (types.has("slicer") || types.has("timeline")) leaveOut("Slicers and timelines are left out.");
  if (types.has("oleObject") || types.has("package") || types.has("control") || types.has("ctrlProp")) {
    leaveOut("Buttons, form controls and embedded objects are left out.");
  }
  if (find(rest, "sheetProtection")) leaveOut("Sheet protection is taken off.");
  if (childrenOf(rest, "autoFilter")[0]) leaveOut("Filters outside tables are left out.");
  if (find(rest, "sparklineGroups")) leaveOut("Sparklines are left out.");
  if (childrenOf(rest, "picture")[0]) leaveOut("Pictures behind the cells are left out.");
  if (find(childrenOf(rest, "sheetPr")[0], "tabColor")) leaveOut("Colors of sheet tabs are left out.");
  const {
    outlineLevelRow = "0",
    outlineLevelCol = "0",
    defaultColWidth,
  } = childrenOf(rest, "sheetFormatPr")[0]?.attributes ?? {};
  if (Number(outlineLevelRow) > 0 || Number(outlineLevelCol) > 0) {
    leaveOut("Groups of rows and columns are left out; what they hid stays hidden.");
  }
  // Programs write the usual width in several roundings.
  if (defaultColWidth !== undefined && Math.abs(Number(defaultColWidth) - usualWidth) > 2) {
    leaveOut("Columns without a width of their own get the usual one.");
  }
  if (childrenOf(rest, "legacyDrawingHF")[0]) leaveOut("Pictures in headers and footers are left out.");
}

/** The blocks of a reference such as `B2:C9 E4`; rows and columns without an end reach to the sheet's. */
export function blocksOf(reference: string | undefined, sheet: string): Block[] {
  return (reference ?? "")
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((one) => {
      const place = one.replaceAll("$", "");
      const block = blockAt(
        `${address({ sheet, row: 0, column: 0, height: 1, width: 1 }).replace(/![^!]*$/, "!")}${place}`,
      );
      if (block) return [block];
      const [, firstColumn, lastColumn] = /^([A-Z]{1,3}):([A-Z]{1,3})$/i.exec(place) ?? [];
      if (firstColumn && lastColumn) {
        const column = columnNumber(firstColumn);
        return [{ sheet, row: 0, column, height: rows, width: columnNumber(lastColumn) - column + 1 }];
      }
      const [, firstRow, lastRow] = /^(\d+):(\d+)$/.exec(place) ?? [];
      if (!firstRow || !lastRow) return [];
      const row = Number(firstRow) - 1;
      return [{ sheet, row, column: 0, height: Number(lastRow) - row, width: columns }];
    });
}
