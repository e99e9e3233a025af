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
import { address, tickInWords, topLeft, type Block, type Validation } from "../sheets";
import { blockOf, type GridCells } from "./cells";

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

/** The validation of a cell; undefined if there is none that Keel's words can say. */
export function validationAt(cells: GridCells, cell: Block): Validation | undefined {
  const rule = cells.range(topLeft(cell)).getDataValidation()?.rule;
  return rule && validationOf(rule);
}

/** The validations of a sheet that Keel's words can say, each with one of its blocks. */
export function validationsOf(sheet: FWorksheet): readonly ({ readonly block: Block } & Validation)[] {
  return sheet.getDataValidations().flatMap((each) => {
    const validation = validationOf(each.rule);
    if (!validation) return [];
    return each.getRanges().map((range) => ({ block: blockOf(sheet, range.getRange()), ...validation }));
  });
}

/** Says which rules for what may be typed a file will not hold, in a sentence for each kind with the first cells of it. */
export function rulesNotInFile(cells: GridCells): readonly string[] {
  const first = new Map<boolean, Block>();
  for (const sheet of cells.book.getSheets()) {
    for (const each of sheet.getDataValidations()) {
      const [range] = each.getRanges();
      const isList = each.rule.type === types.list;
      if (range && !first.has(isList) && !validationOf(each.rule)) first.set(isList, blockOf(sheet, range.getRange()));
    }
  }
  return [...first].map(([isList, block]) =>
    isList
      ? `Lists of choices that stand in cells, such as in ${address(block)}. Lists that are typed word by word are saved.`
      : `Rules for what may be typed other than numbers and lists, such as in ${address(block)}.`,
  );
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
      return { type: types.list, formula1: serializeListOptions([...allow.words]), ...style };
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

function validationOf(rule: Rule): Validation | undefined {
  const allow = allowedBy(rule);
  return (
    allow && {
      allow,
      prompt: { title: rule.promptTitle ?? "", text: rule.prompt ?? "" },
      ...(rule.error !== undefined && { refusal: rule.error }),
    }
  );
}

function allowedBy({ type, operator, formula1, formula2, errorStyle }: Rule): Validation["allow"] | undefined {
  if (type === types.any) return { kind: "any" };
  if (type === types.list && formula1 !== undefined && !formula1.startsWith("=")) {
    const strict = errorStyle === undefined || errorStyle === DataValidationErrorStyle.STOP;
    return { kind: "list", words: deserializeListOptions(formula1), strict };
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
