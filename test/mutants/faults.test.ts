import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { FAULTS } from "./faults";

test("every fault that the tests are to notice still has its place, once, in the file that it is for", () => {
  const misplaced = FAULTS.map(({ name, file, find }) => {
    const places = readFileSync(join(__dirname, "../..", file), "utf8").split(find).length - 1;
    return { name, file, places };
  }).filter(({ places }) => places !== 1);
  expect(misplaced).toEqual([]);
});
