import { describe, expect, it } from "@jest/globals";
import { families, helpExamples, operationByName } from "../../src/operations";

describe("an operation by its function's name", () => {
  it("is there for every function, and for nothing else", () => {
    expect(Object.keys(helpExamples).filter((name) => !operationByName(name))).toEqual([]);
    expect(operationByName("NOSUCH")).toBeUndefined();
    expect(operationByName("toString")).toBeUndefined();
  });

  it("answers a choice that stands in a cell", () => {
    const answer = operationByName("DRIFT")?.([[6500], [3500]], [[60], [40]], [["money"]]);
    expect(answer).toMatchObject({ ok: true, cells: [[500], [-500]] });
  });
});

it("every function answers one question", () => {
  expect(families.flatMap(({ functions }) => functions).sort()).toEqual(Object.keys(helpExamples).sort());
});
