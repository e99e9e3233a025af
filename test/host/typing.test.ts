import { expect, test } from "@jest/globals";
import { typed } from "./typing";

test.each([
  ["0123", 123],
  ["5%", 0.05],
  ["-$1,200.50", -1200.5],
  ["TRUE", true],
  ["1/2/2026", 46_024],
  ["2026-01-02", 46_024],
  ["'0123", "0123"],
  ["''", "'"],
  ["Bonds", "Bonds"],
  ["401(k)", "401(k)"],
  ["1/2 of it", "1/2 of it"],
])("%s typed into a cell becomes %p", (entry, value) => {
  expect(typed(entry, "General")).toEqual({ value, formula: "" });
});

test.each([
  ["=A1", "=A1"],
  ["-A1", "=-A1"],
  ["@A1", "=@A1"],
])("%s typed into a cell becomes the formula %s", (entry, formula) => {
  expect(typed(entry, "General")).toEqual({ value: "", formula });
});

test("in a text cell everything stays as it was typed", () => {
  for (const entry of ["=A1", "0123", "5/25", "'0123"])
    expect(typed(entry, "@")).toEqual({ value: entry, formula: "" });
});
