import { expect, test } from "@jest/globals";
import { exampleOf } from "../../src/workbench/argument-examples";
import { fromDist } from "../dist";

interface Declared {
  readonly name: string;
  readonly parameters: readonly { readonly name: string }[];
}

test("each argument of each function has an example, which is more than its name", () => {
  const { functions } = JSON.parse(fromDist("functions.json")) as { readonly functions: readonly Declared[] };
  expect(functions.length).toBeGreaterThan(20);
  const bare = functions.flatMap(({ name, parameters }) =>
    parameters.filter((each) => exampleOf(name, each.name) === each.name).map((each) => `${name} ${each.name}`),
  );
  expect(bare).toEqual([]);
});
