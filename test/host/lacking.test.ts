import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@jest/globals";
import ts from "typescript";
import { lacking } from "./lacking";

const known = JSON.parse(readFileSync(path.join(__dirname, "lacking.json"), "utf8")) as {
  /** Members of these names that Keel asks other objects for, and which. */
  readonly used: Readonly<Record<string, string>>;
  readonly lacking: readonly string[];
};
const source = path.join(__dirname, "../../src");

/** Every name behind a dot in the files that speak to Excel, with the files that say it. */
function namesSaid(): ReadonlyMap<string, ReadonlySet<string>> {
  const said = new Map<string, Set<string>>();
  for (const room of ["workbook", "commands"]) {
    for (const file of readdirSync(path.join(source, room)).filter((name) => /\.ts$/.test(name))) {
      const text = readFileSync(path.join(source, room, file), "utf8");
      const visit = (node: ts.Node): void => {
        if (ts.isPropertyAccessExpression(node)) {
          const name = node.name.text;
          said.set(name, (said.get(name) ?? new Set()).add(file));
        }
        ts.forEachChild(node, visit);
      };
      visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
    }
  }
  return said;
}

test("what the types have and the genuine library lacks is listed, and the list is true", () => {
  expect(lacking()).toEqual(known.lacking);
}, 30_000);

test("Keel asks Excel for nothing that the library of its tests lacks, but for what is listed with its reason", () => {
  const members = new Map(known.lacking.map((each) => [each.split(".")[1] ?? "", each]));
  const found = [...namesSaid()].flatMap(([name, files]) => {
    const member = members.get(name);
    return member === undefined || member in known.used ? [] : [`${member} in ${[...files].join(", ")}`];
  });
  // A method of the same name on another object is listed as such.
  expect(found).toEqual([]);
});

test("the library doesn't know merged undo, which the host therefore plays", () => {
  const library = require.resolve("@microsoft/office-js/dist/excel-web-16.00.js");
  expect(readFileSync(library, "utf8")).not.toContain("mergeUndoGroup");
});
