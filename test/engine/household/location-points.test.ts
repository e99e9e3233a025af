import { expect, it } from "@jest/globals";
import { locationClassOf } from "../../../src/engine";

it.each([
  ["Municipal bonds", "municipal bonds"],
  ["CA muni", "municipal bonds"],
  ["US Bonds", "bonds"],
  ["TIPS", "bonds"],
  ["Treasuries", "bonds"],
  ["Fixed income", "bonds"],
  ["Stable value", "bonds"],
  ["High-yield", "bonds"],
  ["Emerging market bonds", "bonds"],
  ["Real estate", "real assets"],
  ["REITs", "real assets"],
  ["Commodities", "real assets"],
  ["Gold", "real assets"],
  ["US small cap value", "small, value or emerging"],
  ["Emerging markets", "small, value or emerging"],
  ["US stocks", "stocks"],
  ["International", "stocks"],
  ["Int'l", "stocks"],
  ["U.S. equity", "stocks"],
  ["Large cap", "stocks"],
  ["Ex-US", "stocks"],
  ["Cash", "other"],
  ["US cash", "other"],
  ["Money market", "other"],
  ["Bitcoin", "other"],
  ["Industry", "other"],
  // Words are whole words.
  ["Bondi", "other"],
])("a class called %s is placed like %s", (name, placed) => {
  expect(locationClassOf(name)).toBe(placed);
});
