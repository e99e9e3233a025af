import { expect, test } from "@jest/globals";
import { percentPattern, signedPercentPattern } from "../../src/sheets/percent-pattern";

test.each([
  [1, "0.0%"],
  [6, "0.0%"],
  [100, "0.0%"],
  [101, "0.00%"],
  [1_000, "0.00%"],
  [5_000, "0.000%"],
  [100_000, "0.0000%"],
])("percents of %i rows are shown as %s", (rows, pattern) => {
  expect(percentPattern(rows)).toBe(pattern);
});

test("differences have their sign", () => {
  expect(signedPercentPattern(6)).toBe("+0.0%;-0.0%;0.0%");
});
