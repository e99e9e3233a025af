import type { Injector } from "@univerjs/core";
import { LexerTreeBuilder } from "@univerjs/engine-formula";

/**
 * Mends Univer's formula reader. It reads a formula at each keystroke, and forgets to forget an open square bracket:
 * once somebody has typed as far as `=SUM(Holdings[`, every later formula with a comma or a text shows #NAME?.
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
}
