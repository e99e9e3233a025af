import type { Block, Validation } from "../sheets";
import { placeOf, placeProperties } from "./excel-contents";
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
  if (allow.kind === "list") {
    validation.rule = { list: { inCellDropDown: true, source: allow.words.join(",") } };
  } else if (allow.kind === "number") {
    const { least = -largest, most: greatest = largest } = allow;
    validation.rule = { decimal: { formula1: least, formula2: greatest, operator: "Between" } };
  }
  validation.prompt = { title: prompt.title, message: prompt.text, showPrompt: true };
  if (allow.kind === "any") return;
  const strict = allow.kind === "number" || allow.strict;
  validation.errorAlert = {
    title: prompt.title,
    message: refusal,
    // A warning asks whether to go on; a stop doesn't let it in.
    style: strict ? "Stop" : "Warning",
    showAlert: true,
  };
}

/** What may be typed into a block, as Excel told it. */
export interface FormerValidation {
  readonly block: Block;
  /** Undefined where everything may be typed. */
  readonly rule?: Excel.DataValidationRule;
  readonly prompt?: Excel.DataValidationPrompt;
  readonly errorAlert?: Excel.DataValidationErrorAlert;
  readonly ignoreBlanks?: boolean;
}

const properties = `${placeProperties},dataValidation/type,dataValidation/rule,dataValidation/prompt,dataValidation/errorAlert,dataValidation/ignoreBlanks`;

/** Queues the reading of what may be typed into a range: call `cells` after the next sync, and `read` after one more if `cells` has any. */
export function validationOf(range: Excel.Range): {
  readonly cells: () => readonly Excel.Range[];
  readonly read: () => readonly FormerValidation[];
} {
  range.load(properties);
  let parts: readonly Excel.Range[] = [range];
  return {
    cells: () => {
      if (isUniform(range)) return [];
      // Cells with different rules don't tell them together.
      parts = Array.from({ length: range.rowCount * range.columnCount }, (_, index) =>
        range.getCell(Math.floor(index / range.columnCount), index % range.columnCount).load(properties),
      );
      return parts;
    },
    read: () => parts.map(formerValidation),
  };
}

function isUniform({ dataValidation: { type } }: Excel.Range): boolean {
  return type !== "Inconsistent" && type !== "MixedCriteria";
}

function formerValidation(range: Excel.Range): FormerValidation {
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
export function revalidate(range: Excel.Range, { rule, prompt, errorAlert, ignoreBlanks }: FormerValidation): void {
  const validation = range.dataValidation;
  validation.clear();
  if (rule) validation.rule = rule;
  if (prompt) validation.prompt = prompt;
  if (errorAlert) validation.errorAlert = errorAlert;
  if (ignoreBlanks !== undefined) validation.ignoreBlanks = ignoreBlanks;
}
