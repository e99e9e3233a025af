import {
  DataValidationErrorStyle,
  DataValidationOperator,
  DataValidationRenderMode,
  DataValidationType,
  generateRandomId,
  type IDataValidationRule,
} from "@univerjs/core";
import { deserializeListOptions, serializeListOptions } from "@univerjs/sheets";
import { FDataValidation } from "@univerjs/sheets-data-validation/facade";
import type { FWorksheet } from "@univerjs/sheets/facade";
import { absoluteReference, address, sameName, tickInWords, topLeft, type Block, type Validation } from "../sheets";
import { blockOf, type GridCells } from "./cells";
import { cellsListed, listPlace, wordsListed } from "./lists";

/** What a rule is, wherever it applies. */
type Rule = Omit<IDataValidationRule, "ranges">;

/** What Univer calls the kinds of rules that Keel has words for. */
const types: Readonly<Record<Validation["allow"]["kind"], string>> = {
  any: DataValidationType.ANY,
  tick: DataValidationType.LIST,
  list: DataValidationType.LIST,
  number: DataValidationType.DECIMAL,
};

/** Says what may be typed into the cells of a block; takes the place of what was said before. */
export function validate(cells: GridCells, block: Block, validation: Validation): void {
  cells.range(block).setDataValidation(new FDataValidation({ ...ruleOf(validation, generateRandomId()), ranges: [] }));
}

/** The validation of a cell; undefined if there is none. One that Keel has no words for is its message only. */
export function validationAt(cells: GridCells, cell: Block): Validation | undefined {
  const rule = cells.range(topLeft(cell)).getDataValidation()?.rule;
  return rule && validationOf(rule, cells.book.getId());
}

/** The validations of a sheet, each with one of its blocks. Of those that Keel has no words for their messages are left. */
export function validationsOf(
  cells: GridCells,
  sheet: FWorksheet,
): readonly ({ readonly block: Block } & Validation)[] {
  return sheet.getDataValidations().flatMap((each) => {
    const validation = withWords(cells, sheet, validationOf(each.rule, cells.book.getId()));
    const { title, text } = validation.prompt;
    if (!allowedBy(each.rule, cells.book.getId()) && title === "" && text === "") return [];
    return each.getRanges().map((range) => ({ block: blockOf(sheet, range.getRange()), ...validation }));
  });
}

/**
 * Says which validations a file will not hold as they are here, in sentences. `holds` tells whether a file can hold a
 * formula that finds a list.
 */
export function notKept(cells: GridCells, holds: (formula: string) => boolean): readonly string[] {
  const said = new Set<string>();
  for (const sheet of cells.book.getSheets()) {
    for (const { rule } of sheet.getDataValidations()) {
      const allow = allowedBy(rule, cells.book.getId());
      if (!allow) said.add("Validation rules other than numbers and lists keep only their messages.");
      if (allow?.kind !== "list" || allow.from === undefined) continue;
      if (cellsListed(cells, sheet.getSheetName(), allow.from)) continue;
      const works = allow.from.includes("(") && holds(allow.from);
      said.add(
        works ? "Lists of choices that a formula works out do so in Excel, and keep only their messages here." : lost,
      );
    }
  }
  return [...said];
}

const lost = "Lists of choices that stand in no cells keep only their messages.";

/**
 * A list that stands in cells with what stands there now. A file's rule says these cells by a reference or by a name that
 * the whole workbook has: a table's column and a sheet's own name are said by a reference.
 */
function withWords(cells: GridCells, sheet: FWorksheet, validation: Validation): Validation {
  const { allow } = validation;
  if (allow.kind !== "list" || allow.from === undefined) return validation;
  const block = cellsListed(cells, sheet.getSheetName(), allow.from);
  if (!block) return allow.from.includes("(") ? validation : { ...validation, allow: { kind: "any" } };
  const from = sayable(cells, allow.from) ? allow.from : address(block, true);
  return { ...validation, allow: { ...allow, words: wordsListed(cells, block), from } };
}

function sayable({ book }: GridCells, from: string): boolean {
  const named = book.getDefinedNames().filter((name) => sameName(name.getName(), from));
  return named.length > 0 ? named.every((name) => name.isWorkbookScope()) : !from.includes("[");
}

/** A validation as Univer keeps it. Univer shows no prompt by itself, but keeps its words. */
export function ruleOf({ allow, prompt, refusal }: Validation, id: string): Rule {
  return {
    uid: id,
    ...criterionOf(allow),
    allowBlank: true,
    showInputMessage: prompt.title !== "" || prompt.text !== "",
    promptTitle: prompt.title,
    prompt: prompt.text,
    showErrorMessage: allow.kind !== "any",
    errorStyle:
      allow.kind === "list" && !allow.strict ? DataValidationErrorStyle.WARNING : DataValidationErrorStyle.STOP,
    ...(refusal !== undefined && { error: refusal }),
  };
}

function criterionOf(allow: Validation["allow"]): Pick<Rule, "type" | "operator" | "formula1" | "formula2"> {
  switch (allow.kind) {
    case "any":
      return { type: types.any };
    case "tick":
      return criterionOf(tickInWords);
    case "list": {
      const style = { showDropDown: true, renderMode: DataValidationRenderMode.ARROW };
      const formula1 = allow.from === undefined ? serializeListOptions([...allow.words]) : `=${allow.from}`;
      return { type: types.list, formula1, ...style };
    }
    case "number": {
      const type = types.number;
      const { least, most } = allow;
      if (least !== undefined && most !== undefined) {
        return { type, operator: DataValidationOperator.BETWEEN, formula1: String(least), formula2: String(most) };
      }
      if (most !== undefined) {
        return { type, operator: DataValidationOperator.LESS_THAN_OR_EQUAL, formula1: String(most) };
      }
      // Without any bound it must still be a number: none is below the lowest that there is.
      const lowest = String(least ?? -Number.MAX_VALUE);
      return { type, operator: DataValidationOperator.GREATER_THAN_OR_EQUAL, formula1: lowest };
    }
  }
}

function validationOf(rule: Rule, unitId: string): Validation {
  return {
    allow: allowedBy(rule, unitId) ?? { kind: "any" },
    prompt: { title: rule.promptTitle ?? "", text: rule.prompt ?? "" },
    ...(rule.error !== undefined && { refusal: rule.error }),
  };
}

function allowedBy(rule: Rule, unitId: string): Validation["allow"] | undefined {
  const { type, operator, formula1, formula2, errorStyle } = rule;
  if (type === types.any) return { kind: "any" };
  if (type === types.list && formula1 !== undefined) {
    const strict = errorStyle === undefined || errorStyle === DataValidationErrorStyle.STOP;
    const from = listPlace(rule, unitId);
    if (from === undefined) return { kind: "list", words: deserializeListOptions(formula1), strict };
    // Univer means the same cells for all cells of a rule, whatever the reference says.
    return { kind: "list", words: [], strict, from: absoluteReference(from) };
  }
  if (type !== types.number) return undefined;
  const [first, second] = [Number(formula1), Number(formula2)];
  if (formula1 === undefined || !Number.isFinite(first)) return undefined;
  switch (operator) {
    case DataValidationOperator.BETWEEN:
      return Number.isFinite(second) ? { kind: "number", least: first, most: second } : undefined;
    case DataValidationOperator.GREATER_THAN_OR_EQUAL:
      return first === -Number.MAX_VALUE ? { kind: "number" } : { kind: "number", least: first };
    case DataValidationOperator.LESS_THAN_OR_EQUAL:
      return { kind: "number", most: first };
    default:
      return undefined;
  }
}
