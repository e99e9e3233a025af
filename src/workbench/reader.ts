import type { Injector } from "@univerjs/core";
import { ErrorType, LexerTreeBuilder } from "@univerjs/engine-formula";

/**
 * Mends Univer's formula reader. It reads a formula at each keystroke, and forgets to forget an open square bracket:
 * once somebody has typed as far as `=SUM(Holdings[`, every later formula with a comma or a text shows #NAME?. And a
 * formula of thousands of steps is a tree so deep that Univer runs out of stack in the middle of a calculation, and never
 * calculates again: such a formula shows #VALUE!.
 */
export function mendFormulaReader(injector: Injector): void {
  const reader = injector.get(LexerTreeBuilder);
  const beginAnew: unknown = Reflect.get(reader, "_resetTemp");
  if (typeof beginAnew !== "function") throw new Error("Univer's formula reader has changed: see reader.ts.");
  Reflect.set(reader, "_resetTemp", () => {
    beginAnew.call(reader);
    Reflect.set(reader, "_squareBracketState", 0);
    Reflect.set(reader, "_tableBracketState", false);
  });
  const treeOf = reader.treeBuilder.bind(reader);
  reader.treeBuilder = (formula, ...rest) => (isTooDeep(formula) ? ErrorType.VALUE : treeOf(formula, ...rest));
}

/** As many operators and opening brackets as a formula may have: Univer manages three times as many on an idle page. */
const mostSteps = 1_000;

function isTooDeep(formula: string): boolean {
  if (formula.length <= mostSteps) return false;
  const steps = formula.replaceAll(/"[^"]*"|'[^']*'/g, "").match(/[-+*/^&=<>({[]/g);
  return (steps?.length ?? 0) > mostSteps;
}
