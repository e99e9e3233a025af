import { expect, it } from "@jest/globals";
import { callLater, down, failureLater } from "./shipped";

it("says what each class was read as, and its points", async () => {
  const table = await callLater(
    "LOCATION",
    down("Class", "US stocks", "Emerging markets", "Muni bonds", "TIPS", "Gold", "Cash", "Art"),
  );
  expect(table).toEqual([
    ["Class", "Read as", "Deferred", "Roth", "HSA", "Taxable"],
    ["US stocks", "stocks", 1, 2, 2, 2],
    ["Emerging markets", "small, value or emerging", 1, 3, 3, 1],
    ["Muni bonds", "municipal bonds", 0, 0, 0, 3],
    ["TIPS", "bonds", 3, 0, 0, 0],
    ["Gold", "real assets", 2, 2, 2, 0],
    ["Cash", "other", 1, 1, 1, 1],
    ["Art", "other", 1, 1, 1, 1],
  ]);
});

it("shows the owner's own points", async () => {
  const table = await callLater("LOCATION", [
    ["Class", "Weight", "Taxable", "Deferred", "Roth", "HSA"],
    ["Stocks", 1, 5, 0, 1, 2],
  ]);
  expect(table[1]).toEqual(["Stocks", "your own points", 0, 1, 2, 5]);
});

it("needs a table", async () => {
  expect((await failureLater("LOCATION", null)).code).toBe("#VALUE!");
});
