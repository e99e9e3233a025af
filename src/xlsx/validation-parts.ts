import {
  address,
  blankSheet,
  localAddress,
  tickInWords,
  type Book,
  type BookCell,
  type Sheet,
  type Validation,
} from "../sheets";
import { cut, storedText } from "./stored-text";
import { escaped } from "./xml";

/** The sheet, hidden even from Excel's Unhide, that holds the words of lists which don't fit into their rule. */
export const listsSheet = "_keel_lists";

/** Further than any number a person types: a rule "any number" is written as this range. */
export const anyNumber = 1e300;

/** Excel's limits for a rule's messages and its list of words, in letters. */
export const mostInRule = { title: 32, text: 255, list: 255 } as const;

type List = Extract<Validation["allow"], { kind: "list" }>;

/**
 * The sheet with the words of all lists that don't fit into their rule, one list a column; undefined if all fit.
 * A rule holds its words as one text, separated by commas.
 */
export function listsOf(book: Book): Sheet | undefined {
  const lists = longLists(book);
  if (lists.length === 0) return undefined;
  const cells = lists.flatMap((words, column) => words.map((value, row): BookCell => ({ row, column, value })));
  return { ...blankSheet, name: listsSheet, cells, hidden: true };
}

/** Writes a sheet's validation rules; "" if it has none. */
export function validationPart(sheet: Sheet, book: Book): string {
  if (sheet.validations.length === 0) return "";
  const lists = longLists(book);
  const rules = sheet.validations.map(({ block, ...rule }) => ruleOf(rule, localAddress(block), lists));
  return `<dataValidations count="${rules.length}">${rules.join("")}</dataValidations>`;
}

function ruleOf({ allow, prompt, refusal }: Validation, place: string, lists: readonly (readonly string[])[]): string {
  const attribute = (name: string, value: string): string =>
    value ? ` ${name}="${escaped(storedText(value)).replaceAll("&#10;", "_x000a_")}"` : "";
  const checks = allow.kind !== "any";
  const { type, formulas } = testOf(allow, lists);
  return (
    `<dataValidation${type}${checks ? ' allowBlank="1" showErrorMessage="1"' : ""} showInputMessage="1"` +
    attribute("error", cut(refusal ?? "", mostInRule.text)) +
    attribute("promptTitle", cut(prompt.title, mostInRule.title)) +
    attribute("prompt", cut(prompt.text, mostInRule.text)) +
    ` sqref="${place}">${formulas.map((formula, index) => `<formula${index + 1}>${escaped(formula)}</formula${index + 1}>`).join("")}</dataValidation>`
  );
}

function testOf(
  allow: Validation["allow"],
  lists: readonly (readonly string[])[],
): { type: string; formulas: readonly string[] } {
  switch (allow.kind) {
    case "any":
      return { type: "", formulas: [] };
    case "tick":
      return testOf(tickInWords, lists);
    case "list": {
      const type = ` type="list"${allow.strict ? "" : ' errorStyle="warning"'}`;
      if (fits(allow)) return { type, formulas: [`"${allow.words.join(",")}"`] };
      const column = lists.findIndex((words) => same(words, allow.words));
      const block = { sheet: listsSheet, row: 0, column, height: allow.words.length, width: 1 };
      return { type, formulas: [address(block, true)] };
    }
    case "number": {
      const { least, most: greatest } = allow;
      if (least !== undefined && greatest === undefined) {
        return { type: ' type="decimal" operator="greaterThanOrEqual"', formulas: [number(least)] };
      }
      if (least === undefined && greatest !== undefined) {
        return { type: ' type="decimal" operator="lessThanOrEqual"', formulas: [number(greatest)] };
      }
      return { type: ' type="decimal"', formulas: [number(least ?? -anyNumber), number(greatest ?? anyNumber)] };
    }
  }
}

/** A number as a formula holds it: 1E+300. */
function number(value: number): string {
  return String(value).toUpperCase();
}

function longLists(book: Book): readonly (readonly string[])[] {
  const lists: (readonly string[])[] = [];
  for (const { allow } of book.sheets.flatMap((sheet) => sheet.validations)) {
    if (allow.kind !== "list" || fits(allow) || lists.some((words) => same(words, allow.words))) continue;
    lists.push(allow.words);
  }
  return lists;
}

function fits({ words }: List): boolean {
  return (
    words.length > 0 &&
    words.join(",").length <= mostInRule.list &&
    words.every((word) => word !== "" && word === word.trim() && !/[,"_=\n\r]/.test(word))
  );
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((word, index) => word === other[index]);
}
