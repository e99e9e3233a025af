import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "@jest/globals";
import type { FunctionsJson } from "../../src/build/functions-json";
import { families, helpExamples, operationByName, operations } from "../../src/operations";

const built = JSON.parse(readFileSync(join(__dirname, "../../dist/functions.json"), "utf8")) as FunctionsJson;

describe("an operation by its function's name", () => {
  it("is there for every function, and for nothing else", () => {
    expect(operations.map(({ name }) => name).sort()).toEqual(built.functions.map(({ id }) => id).sort());
    expect(operationByName("NOSUCH")).toBeUndefined();
    expect(operationByName("toString")).toBeUndefined();
  });

  it("answers a choice that stands in a cell", () => {
    const answer = operationByName("DRIFT")?.answer([[6500], [3500]], [[60], [40]], [["money"]]);
    expect(answer).toMatchObject({ ok: true, cells: [[500], [-500]], holds: "money" });
  });
});

test.each(built.functions.map(({ id, parameters }) => [id, parameters] as const))(
  "%s takes what its declaration says",
  (id, parameters) => {
    expect(operationByName(id)?.arguments.map(({ name }) => name)).toEqual(parameters.map(({ name }) => name));
  },
);

test.each(operations.map(({ name }) => [name.toLowerCase()]))("%s has a spec of its own", (name) => {
  expect(existsSync(join(__dirname, `../functions/${name}.test.ts`))).toBe(true);
});

it("every function answers one question and has a worked example", () => {
  const names = operations.map(({ name }) => name);
  expect(families.flatMap(({ functions }) => functions)).toEqual(names);
  expect(Object.keys(helpExamples).sort()).toEqual([...names].sort());
});
