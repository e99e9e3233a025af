import type { IRange } from "@univerjs/core";
import { CFRuleType, CFSubRuleType, type IConditionFormattingRule } from "@univerjs/sheets-conditional-formatting";
import type { FWorksheet } from "@univerjs/sheets/facade";
import { flagStyles, type Flag, type Step } from "../sheets";
import { blockOf, type GridCells } from "./cells";
import { colourOf } from "./univer-styles";

/** Adds a conditional format to a block. */
export function addFlag(cells: GridCells, { block, formula, style }: Extract<Step, { do: "flag" }>): void {
  const sheet = cells.sheet(block.sheet);
  const rule = sheet
    .newConditionalFormattingRule()
    .whenFormulaSatisfied(formula)
    .setRanges([cells.range(block).getRange()])
    .setBackground(flagStyles[style].fill)
    .setFontColor(flagStyles[style].ink)
    .build();
  sheet.addConditionalFormattingRule(rule);
}

/** Takes away the flags of the blocks that will be flagged, so that carrying a description out again doesn't double them. */
export function removeFlags(cells: GridCells, steps: readonly Step[]): void {
  for (const step of steps) {
    const sheet = step.do === "flag" ? cells.sheetIfAny(step.block.sheet) : undefined;
    if (step.do !== "flag" || !sheet) continue;
    const flagged = cells.range(step.block).getRange();
    for (const { cfId, ranges } of sheet.getConditionalFormattingRules()) {
      if (ranges.every((range) => sameRange(range, flagged))) sheet.deleteConditionalFormattingRule(cfId);
    }
  }
}

/** The conditional formats of a sheet that a formula decides on, the strongest first; other kinds are not listed. */
export function flagsOf(sheet: FWorksheet): readonly Flag[] {
  return sheet.getConditionalFormattingRules().flatMap(({ rule, ranges }) => {
    if (!decidedByFormula(rule)) return [];
    const fill = colourOf(rule.style.bg);
    const ink = colourOf(rule.style.cl);
    return ranges.map((range) => ({
      block: blockOf(sheet, range),
      formula: rule.value,
      ...(fill !== undefined && { fill }),
      ...(ink !== undefined && { ink }),
    }));
  });
}

/** A flag as Univer keeps it in a saved workbook. */
export function ruleOf({ formula, fill, ink }: Flag, range: IRange, id: string): IConditionFormattingRule {
  return {
    cfId: id,
    stopIfTrue: false,
    ranges: [range],
    rule: {
      type: CFRuleType.highlightCell,
      subType: CFSubRuleType.formula,
      value: formula,
      style: { ...(fill !== undefined && { bg: { rgb: fill } }), ...(ink !== undefined && { cl: { rgb: ink } }) },
    },
  };
}

/**
 * Adds the conditional formats of a workbook that was just opened once more: Univer works their formulas out only if they
 * are added after the workbook.
 */
export function reviveFlags(cells: GridCells): void {
  for (const sheet of cells.book.getSheets()) {
    const rules = [...sheet.getConditionalFormattingRules()];
    for (const { cfId } of rules) sheet.deleteConditionalFormattingRule(cfId);
    // To Univer the rule added last is the strongest: added in the file's order, the weakest would win.
    for (const rule of rules.reverse()) sheet.addConditionalFormattingRule(rule);
  }
}

function sameRange(one: IRange, other: IRange): boolean {
  return (
    one.startRow === other.startRow &&
    one.endRow === other.endRow &&
    one.startColumn === other.startColumn &&
    one.endColumn === other.endColumn
  );
}

type FormulaRule = Extract<IConditionFormattingRule["rule"], { subType: CFSubRuleType.formula }>;

function decidedByFormula(rule: IConditionFormattingRule["rule"]): rule is FormulaRule {
  return rule.type === CFRuleType.highlightCell && "subType" in rule && rule.subType === CFSubRuleType.formula;
}
