import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { formulaWords } from "../../src/workbench/progress-texts";

describe("the words beside the bar of a long calculation", () => {
  it("are all that Univer asks for", () => {
    const code = readFileSync(require.resolve("@univerjs/sheets-formula"), "utf8");
    const asked = [...code.matchAll(/"sheets-formula\.progress\.([a-z-]+)"/g)].flatMap(([, key = ""]) => [key]);
    expect(asked.length).toBeGreaterThan(0);
    expect(Object.keys(formulaWords["sheets-formula"].progress).sort()).toEqual([...new Set(asked)].sort());
  });
});
