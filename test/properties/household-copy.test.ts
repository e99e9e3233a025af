import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { householdCopy, type Book } from "../../src/sheets";
import { planning } from "../engine/household/planning";
import { Calculator } from "../sheets/calculator";
import { checksIn, copyFacts } from "../sheets/household-copies";
import { household, households, TODAY, type Drawn } from "./household-draw";

const ask = planning();

/** The copy of a household that was drawn; undefined where nothing within its rules can be planned. */
function copyOf(drawn: Drawn, shown: boolean): Book | undefined {
  const made = household(drawn);
  const now = { today: TODAY };
  const answer = ask(made, drawn.policy, now);
  return answer.ok ? householdCopy(copyFacts(made, drawn.policy, now, answer.value, shown)) : undefined;
}

describe("the adviser copy of a household", () => {
  it("has a certificate that reads TRUE by a second calculator, whatever the household", () => {
    let seen = 0;
    fc.assert(
      fc.property(households({ accounts: 5, funds: 8 }), fc.boolean(), (drawn, shown) => {
        const book = copyOf(drawn, shown);
        if (!book) return;
        const checks = [...checksIn(book)];
        expect(checks.length).toBeGreaterThan(3);
        expect(checks.filter(([, holds]) => holds !== true)).toEqual([]);
        seen += 1;
      }),
      { numRuns: 100 },
    );
    expect(seen).toBeGreaterThan(50);
  }, 120_000);

  it("gives every formula the value that it has", () => {
    fc.assert(
      fc.property(households({ accounts: 4, funds: 6 }), fc.boolean(), (drawn, shown) => {
        const book = copyOf(drawn, shown);
        const calculator = new Calculator(...(book?.sheets ?? []));
        for (const { name, cells } of book?.sheets ?? []) {
          for (const { value, formula, row, column } of cells) {
            if (formula === undefined) continue;
            const expected = calculator.valueOf(formula, name);
            const place = `${name} ${row + 1}, ${column + 1}: ${formula}`;
            // Gains are cents; where one is half a cent, a calculator may round the other way.
            const isSame =
              typeof expected === "number"
                ? Math.abs(Number(value) - expected) <= 0.0101 + Math.abs(expected) * 1e-9
                : value === expected;
            expect([place, isSame]).toEqual([place, true]);
          }
        }
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});
