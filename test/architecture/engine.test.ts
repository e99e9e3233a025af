import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import ts from "typescript";

// The engine speaks of rows and dollars. Where a row stands and how a problem is said is for ranges/ to know, so that
// the same arithmetic serves whoever has no cells.

const engine = join(__dirname, "../../src/engine");
const parsed = readdirSync(engine, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => ts.createSourceFile(name, readFileSync(join(engine, name), "utf8"), ts.ScriptTarget.ES2022, true));

/** Where the engine has nodes that `isMeant`: `errors.ts:12: …`. */
function found(isMeant: (node: ts.Node) => boolean, files = parsed): string[] {
  const places: string[] = [];
  for (const file of files) {
    const visit = (node: ts.Node): void => {
      if (isMeant(node)) {
        const { line } = file.getLineAndCharacterOfPosition(node.getStart());
        places.push(`${file.fileName}:${line + 1}: ${node.getText()}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return places;
}

function textOf(node: ts.Node): string | undefined {
  return ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)
    ? node.text
    : undefined;
}

/** A message of an error that no input can cause is for whoever mends Keel, and nobody is shown it. */
function isThrown(node: ts.Node): boolean {
  return ts.isNewExpression(node.parent) && ts.isThrowStatement(node.parent.parent);
}

/** Words that open as a sentence does, or close as one. */
function isSentence(node: ts.Node): boolean {
  const text = textOf(node);
  if (text === undefined || isCitation(text)) return false;
  return /^[A-Z][a-z]* |[a-z%)"] ?[.:?!]( |$)/.test(text) && !isThrown(node);
}

/** The names of laws, procedures, notices and regulations, which figures of the law carry as their source. */
function isCitation(text: string): boolean {
  const one =
    /^(IRC \d[\w()., ]*|Rev\. (Proc|Rul)\. [\d-]+|Notice [\d-]+|P\.L\. [\d-]+( sec\. \d+)?|Treas\. Reg\. [\d.()a-z-]+)$/;
  return text.split("; ").every((part) => one.test(part));
}

test("the engine says no sentences", () => {
  expect(found(isSentence)).toEqual([]);
});

test("the engine knows no cells and no arguments of functions", () => {
  const cellWords = /^(argument|CellPlace|CellProblem|Cells|Note)$/;
  expect(found((node) => ts.isIdentifier(node) && cellWords.test(node.text))).toEqual([]);
});

test("every problem of the engine is one that the engine itself finds", () => {
  const isCode = (node: ts.Node): boolean =>
    ts.isStringLiteral(node) &&
    (ts.isPropertyAssignment(node.parent) || ts.isLiteralTypeNode(node.parent)) &&
    /\bcode: "/.test(node.parent.parent.getText());
  const codesIn = (files: typeof parsed): string[] =>
    found(isCode, files).map((place) => place.slice(place.indexOf('"')));
  const listed = codesIn(parsed.filter(({ fileName }) => fileName === "errors.ts"));
  const produced = new Set(codesIn(parsed.filter(({ fileName }) => fileName !== "errors.ts")));
  expect(listed.length).toBeGreaterThan(0);
  expect(listed.filter((code) => !produced.has(code))).toEqual([]);
});

test("what counts as a sentence", () => {
  const said = (code: string): number =>
    found(isSentence, [ts.createSourceFile("example.ts", code, ts.ScriptTarget.ES2022, true)]).length;
  expect(said('say("Values: everything is 0 or empty.")')).toBe(1);
  expect(said("say(`${name} is missing. Type a number.`)")).toBe(1);
  expect(said('say("the total row was left out.")')).toBe(1);
  expect(said('throw new Error("The trades cost more than there is.")')).toBe(0);
  expect(said('find({ code: "no sells, but money out" })')).toBe(0);
  expect(said('figure(1, "IRC 401(a)(39); Notice 2026-33")')).toBe(0);
  expect(said('figure(1, "Notice 2026-33 has it.")')).toBe(1);
});
