import { tickInWords, type Block, type Validation } from "../sheets";
import { placeOf, placeProperties, rangeOf } from "./excel-contents";
import { supports } from "./excel-run";
import type { Reading, There } from "./excel-there";
import { WorkbookFailure } from "./host";

/** So many letters Excel takes. Source: Microsoft, "Excel specifications and limits" and Range.dataValidation. */
const most = { title: 32, text: 255, refusal: 225, list: 255 };

/** The largest number that may be typed into a cell. Source: Microsoft, "Excel specifications and limits". */
const largest = 9.99999999999999e307;

/** Refuses a rule that Excel would refuse half way. */
export function checkValidation({ allow, prompt, refusal = "" }: Validation): void {
  const words = allow.kind === "list" ? allow.words : [];
  const fits =
    prompt.title.length <= most.title &&
    prompt.text.length <= most.text &&
    refusal.length <= most.refusal &&
    words.join(",").length <= most.list &&
    // In Excel a comma ends a word of the list.
    words.every((word) => word !== "" && !word.includes(","));
  if (!fits)
    throw new WorkbookFailure(
      `Excel can’t take the words beside the cells for ${prompt.title}: they are too long.`,
      "refused",
    );
}

/** Queues what may be typed into a range. */
export function validate(range: Excel.Range, { allow, prompt, refusal = "" }: Validation): void {
  const validation = range.dataValidation;
  // A rule can't be set over cells that have different ones (office-js issue 2594).
  validation.clear();
  if (allow.kind === "tick" && hasCheckBoxes(range)) {
    range.control = checkBox;
  } else if (allow.kind === "tick") {
    validation.rule = { list: { inCellDropDown: true, source: tickInWords.words.join(",") } };
  } else if (allow.kind === "list") {
    validation.rule = { list: { inCellDropDown: true, source: allow.words.join(",") } };
  } else if (allow.kind === "number") {
    const { least = -largest, most: greatest = largest } = allow;
    validation.rule = { decimal: { formula1: least, formula2: greatest, operator: "Between" } };
  }
  validation.prompt = { title: prompt.title, message: prompt.text, showPrompt: true };
  if (allow.kind === "any" || (allow.kind === "tick" && hasCheckBoxes(range))) return;
  const strict = allow.kind !== "list" || allow.strict;
  validation.errorAlert = {
    title: prompt.title,
    message: refusal,
    // A warning asks whether to go on; a stop doesn't let it in.
    style: strict ? "Stop" : "Warning",
    showAlert: true,
  };
}

/** Excel's words for a check box and for none, as they go over the wire. */
const checkBox = { type: "Checkbox" } as unknown as Excel.CellControl;
const noControl = { type: "Empty" } as unknown as Excel.CellControl;

/** Whether cells can be check boxes here: from ExcelApi 1.18 on, if the library that came with Excel knows of them too. */
function hasCheckBoxes(range: Excel.Range): boolean {
  return supports("1.18") && "control" in range;
}

/** What may be typed into a block, as Excel told it. */
export interface RememberedValidation {
  readonly block: Block;
  /** Undefined where everything may be typed. */
  readonly rule?: Excel.DataValidationRule;
  readonly prompt?: Excel.DataValidationPrompt;
  readonly errorAlert?: Excel.DataValidationErrorAlert;
  readonly ignoreBlanks?: boolean;
  /** Whether the cells have become check boxes, and were none before. */
  readonly wasNoCheckBox?: boolean;
}

const properties = `${placeProperties},dataValidation/type,dataValidation/rule,dataValidation/prompt,dataValidation/errorAlert,dataValidation/ignoreBlanks`;

/** Queues the reading of what may be typed into a block: one rule, or one for each cell where they differ. */
export function rememberValidation(
  there: There,
  block: Block,
  { kind }: Validation["allow"],
): Reading<readonly RememberedValidation[]> {
  const range = there.range(block)?.load(properties);
  const boxes = kind === "tick" && range && hasCheckBoxes(range) ? range.load("control") : undefined;
  let parts: readonly Excel.Range[] = range ? [range] : [];
  return {
    more: () => {
      if (!range || isUniform(range)) return false;
      // Cells with different rules don't tell them together.
      parts = Array.from({ length: range.rowCount * range.columnCount }, (_, index) =>
        range.getCell(Math.floor(index / range.columnCount), index % range.columnCount).load(properties),
      );
      return true;
    },
    read: () => {
      const wasNoCheckBox = boxes !== undefined && boxes.control.type !== checkBox.type;
      return parts.map((part) => ({ ...rememberedValidation(part), ...(wasNoCheckBox ? { wasNoCheckBox } : {}) }));
    },
  };
}

function isUniform({ dataValidation: { type } }: Excel.Range): boolean {
  return type !== "Inconsistent" && type !== "MixedCriteria";
}

function rememberedValidation(range: Excel.Range): RememberedValidation {
  const { type, rule, prompt, errorAlert, ignoreBlanks } = range.dataValidation;
  const kept = type === "None" ? undefined : ruleOf(rule);
  // Not observed in a running Excel: whether cells without a rule tell their prompt as an object or as null.
  const prompts = prompt as Excel.DataValidationPrompt | null;
  return {
    block: placeOf(range),
    ...(kept ? { rule: kept, errorAlert, ignoreBlanks } : {}),
    ...(prompts && (prompts.title || prompts.message) ? { prompt: prompts } : {}),
  };
}

/** Excel names all kinds of rules and gives null for those that it isn't; it takes only one. */
function ruleOf(rule: Excel.DataValidationRule): Excel.DataValidationRule {
  return Object.fromEntries(Object.entries(rule).filter(([, part]) => part !== null && part !== undefined));
}

/** Queues the giving back of what could be typed. */
export function restoreValidation(
  context: Excel.RequestContext,
  { block, rule, prompt, errorAlert, ignoreBlanks, wasNoCheckBox }: RememberedValidation,
): void {
  const range = rangeOf(context, block);
  if (wasNoCheckBox) range.control = noControl;
  const validation = range.dataValidation;
  validation.clear();
  if (rule) validation.rule = rule;
  if (prompt) validation.prompt = prompt;
  if (errorAlert) validation.errorAlert = errorAlert;
  if (ignoreBlanks !== undefined) validation.ignoreBlanks = ignoreBlanks;
}
