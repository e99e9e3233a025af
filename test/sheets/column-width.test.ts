import { expect, test } from "@jest/globals";
import { columnCharacters, columnPixels, columnPoints, storedColumnPixels, storedColumnWidth } from "../../src/sheets";
import { headingCharacters } from "../../src/sheets/column-width";

test("Excel's standard column of 8.43 characters is 64 pixels, or 48 points, and 9.140625 in a file", () => {
  expect([columnPixels(8.43), columnPoints(8.43), storedColumnWidth(8.43)]).toEqual([64, 48, 9.140625]);
});

test.each([0, 1, 6, 11, 12, 13, 64, 65, 145, 1790])("a column of %i pixels says its width and comes back", (pixels) => {
  const characters = columnCharacters(pixels);
  expect(columnPixels(characters)).toBe(pixels);
  expect(columnCharacters(storedColumnPixels(storedColumnWidth(characters)))).toBeCloseTo(characters, 1);
});

test("below one character the padding shrinks as well", () => {
  expect([columnPixels(0), columnPixels(0.5), columnPixels(1)]).toEqual([0, 6, 12]);
});

test("a table's heading has room for its bold letters, about a digit each, and for the button beside them", () => {
  for (const heading of ["Drift before", "Trades done", "International bonds", "Zielgewichtung"]) {
    expect(headingCharacters(heading)).toBeGreaterThanOrEqual(heading.length + 3);
    expect(headingCharacters(heading)).toBeLessThan(2 * heading.length + 4);
  }
  // Ideographs are wider than digits.
  expect(headingCharacters("目標配分")).toBeGreaterThan(4 * 2 + 3);
});
