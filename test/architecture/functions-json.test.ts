import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import type { FunctionsJson, Parameter } from "../../src/build/functions-json";
import { fromDist } from "../dist";

/** What workbooks out there rely on: the functions' names and what they take, in order. */
type Lock = Readonly<Record<string, { readonly parameters: readonly string[]; readonly result: string }>>;

const text = fromDist("functions.json");
const built = JSON.parse(text) as FunctionsJson;
const lock = JSON.parse(readFileSync(join(__dirname, "functions.lock.json"), "utf8")) as Lock;

describe("what is released stays", () => {
  test.each(Object.entries(lock))("%s", (id, locked) => {
    const entry = built.functions.find((one) => one.id === id);
    expect(entry?.name).toBe(id);
    const parameters = entry?.parameters.map(inWords) ?? [];
    // An argument list only grows, at its end, by arguments that can be left out.
    expect(parameters.slice(0, locked.parameters.length)).toEqual(locked.parameters);
    expect(parameters.slice(locked.parameters.length).filter((one) => !one.endsWith("optional"))).toEqual([]);
    expect(entry?.result.dimensionality ?? "scalar").toBe(locked.result);
  });

  test("and the lock knows all that there is", () => {
    const shape = Object.fromEntries(
      built.functions.map(({ id, parameters, result }) => [
        id,
        { parameters: parameters.map(inWords), result: result.dimensionality ?? "scalar" },
      ]),
    );
    expect(lock).toEqual(shape);
  });
});

describe("every function says what it is", () => {
  test.each(built.functions.map((entry) => [entry.id, entry] as const))("%s", (id, entry) => {
    expect(id).toMatch(/^[A-Z]+$/);
    expect(lengthOf(entry.description)).toBeGreaterThan(0);
    expect(lengthOf(entry.description)).toBeLessThanOrEqual(200);
    expect(entry.helpUrl).toMatch(new RegExp(`^https://.+/help/${id.toLowerCase()}\\.html$`));
    for (const parameter of entry.parameters) {
      expect([parameter.name, lengthOf(parameter.description) > 0]).toEqual([parameter.name, true]);
      expect([parameter.name, lengthOf(parameter.description) <= 120]).toEqual([parameter.name, true]);
      // Excel converts what it can't and fails without a word, but for `any[][]`; a choice is a text.
      const choice = parameter.customEnumId !== undefined;
      expect([parameter.name, parameter.type]).toEqual([parameter.name, choice ? "string" : "any"]);
      if (choice) expect(built.enums?.map(({ id: choices }) => choices)).toContain(parameter.customEnumId);
      else expect([parameter.name, parameter.dimensionality]).toEqual([parameter.name, "matrix"]);
      expect(parameter.repeating ?? false).toBe(false);
    }
    const optional = entry.parameters.map((parameter) => parameter.optional ?? false);
    expect(optional).toEqual([...optional].sort());
  });
});

test("error cells and data types reach the functions, and Office LTSC 2021 is not crashed", () => {
  expect(built.allowCustomDataForDataTypeAny).toBe(true);
  // With both flags that version of Excel crashes (office-js issue 4385).
  expect(Object.keys(built).filter((key) => key.startsWith("allow"))).toEqual(["allowCustomDataForDataTypeAny"]);
});

test("each id is there once, and the file is small enough for desktop Excel", () => {
  const ids = built.functions.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
  expect(text.length).toBeLessThan(1_000_000);
});

/** `values matrix`, `measure scalar optional`. */
function inWords({ name, dimensionality = "scalar", optional }: Parameter): string {
  return [name, dimensionality, ...(optional ? ["optional"] : [])].join(" ");
}

function lengthOf(description: string | undefined): number {
  return description?.trim().length ?? 0;
}
