import { expect, test } from "@jest/globals";
import { inLocalForm, plainSeparators } from "../../src/sheets";

const german = { argument: ";", decimal: "," } as const;
const swiss = { argument: ";", decimal: "." } as const;

test.each([
  ["=KEEL.DRIFT(B2:B7,C2:C7)", "=KEEL.DRIFT(B2:B7;C2:C7)"],
  ["=KEEL.BANDS(A1:A3, 0.05)", "=KEEL.BANDS(A1:A3; 0,05)"],
  ["=KEEL.VOLATILITY(A1:A9,.5,1.5E3)", "=KEEL.VOLATILITY(A1:A9;,5;1,5E3)"],
  // Texts, sheets and columns keep what they say.
  ['=KEEL.POLICY("5/25, no sells; 0.5%")', '=KEEL.POLICY("5/25, no sells; 0.5%")'],
  ["=KEEL.DRIFT('A, B 0.5'!A1:A2,T[a, b])", "=KEEL.DRIFT('A, B 0.5'!A1:A2;T[a, b])"],
  ["=KEEL.WEIGHTS(Holdings[[#All],[Value 1.5]])", "=KEEL.WEIGHTS(Holdings[[#All];[Value 1.5]])"],
  // A name may have a point between digits.
  ["=KEEL.DRIFT(Q4.2026,Rate_1.5)", "=KEEL.DRIFT(Q4.2026;Rate_1.5)"],
  ["KEEL.DRIFT(values, targets, [measure], [policy])", "KEEL.DRIFT(values; targets; [measure]; [policy])"],
  ["=KEEL.REBALANCE({600,400},{0.5,0.5},100)", "=KEEL.REBALANCE({600,400};{0.5,0.5};100)"],
])("%s", (formula, local) => {
  expect(inLocalForm(formula, german)).toBe(local);
  expect(inLocalForm(formula, plainSeparators)).toBe(formula);
});

test("a point before the decimals stays one where only lists have a semicolon", () => {
  expect(inLocalForm("=KEEL.BANDS(A1:A3,0.05)", swiss)).toBe("=KEEL.BANDS(A1:A3;0.05)");
});
