import { readFileSync, readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { expect, test } from "@jest/globals";
import ts from "typescript";

const source = resolve(__dirname, "../../src");

function filesIn(room: string): readonly string[] {
  return readdirSync(join(source, room), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(source, room, name));
}

function parsed(file: string): ts.SourceFile {
  const kind = file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true, kind);
}

function shown(file: string, node: ts.Node): string {
  const { line } = node.getSourceFile().getLineAndCharacterOfPosition(node.getStart());
  return `src/${relative(source, file).split("\\").join("/")}:${line + 1}`;
}

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}

/** What the door of ranges takes from its wording room, types left out. */
const worded = new Set(
  parsed(join(source, "ranges/index.ts")).statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement) || statement.isTypeOnly) return [];
    const { moduleSpecifier: from, exportClause } = statement;
    if (!from || !ts.isStringLiteral(from) || !from.text.startsWith("./wording/")) return [];
    if (!exportClause || !ts.isNamedExports(exportClause)) return [];
    return exportClause.elements.flatMap(({ isTypeOnly, name }) => (isTypeOnly ? [] : [name.text]));
  }),
);

/** What draws, and what words: the only places of the pane that make sentences. */
const MAY_SAY = /(\.tsx|words\/[^/]+\.ts|[/-]words\.ts)$/;

test("the pane's logic reads records, and makes no sentences of Keel's", () => {
  expect(worded.size).toBeGreaterThan(5);
  const sayers = [...filesIn("taskpane"), ...filesIn("lists")].filter(
    (file) => !MAY_SAY.test(file.split("\\").join("/")),
  );
  const found = sayers.flatMap((file) =>
    parsed(file).statements.flatMap((statement) => {
      if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
      if (!/(^|\/)ranges$/.test(statement.moduleSpecifier.text)) return [];
      const named = statement.importClause?.namedBindings;
      const names = named && ts.isNamedImports(named) ? named.elements.map(({ name }) => name.text) : [];
      return names.filter((name) => worded.has(name)).map((name) => `${shown(file, statement)} imports ${name}`);
    }),
  );
  expect(found).toEqual([]);
});

/** Texts that Keel's own sentences, headings and cells are made of. */
const OWN_WORDS: ReadonlySet<string> = new Set(
  filesIn("ranges/wording").flatMap((file) => {
    const texts: string[] = [];
    visit(parsed(file), (node) => {
      // Codes of problems and kinds are data that the wording reads, not words that it writes.
      if (!ts.isStringLiteral(node) && !ts.isNoSubstitutionTemplateLiteral(node)) return;
      if (ts.isCaseClause(node.parent) || ts.isImportDeclaration(node.parent) || ts.isExportDeclaration(node.parent))
        return;
      if (ts.isPropertyAssignment(node.parent) && node.parent.name === node) return;
      if (ts.isBinaryExpression(node.parent) || ts.isLiteralTypeNode(node.parent)) return;
      if (/[A-Z]/.test(node.text) && /[a-z]/.test(node.text)) texts.push(node.text);
    });
    return texts;
  }),
);

/** A comparison with a text that Keel itself wrote: `cell === "In band"`, `header.startsWith("Percent of From")`. */
function comparesOwnWords(node: ts.Node): boolean {
  const isOwn = (part: ts.Node | undefined): boolean =>
    part !== undefined &&
    ts.isStringLiteralLike(part) &&
    (OWN_WORDS.has(part.text) || (part.text.length > 4 && [...OWN_WORDS].some((words) => words.startsWith(part.text))));
  if (ts.isBinaryExpression(node)) {
    const equal = [ts.SyntaxKind.EqualsEqualsEqualsToken, ts.SyntaxKind.ExclamationEqualsEqualsToken];
    return equal.includes(node.operatorToken.kind) && (isOwn(node.left) || isOwn(node.right));
  }
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    /^(startsWith|endsWith|includes|indexOf|localeCompare)$/.test(node.expression.name.text) &&
    isOwn(node.arguments[0])
  );
}

test("nothing is read back out of what Keel itself worded", () => {
  expect(OWN_WORDS.has("In band")).toBe(true);
  const found = [...filesIn("taskpane"), ...filesIn("lists")].flatMap((file) => {
    const places: string[] = [];
    visit(parsed(file), (node) => {
      if (comparesOwnWords(node)) places.push(`${shown(file, node)}: ${node.getText()}`);
    });
    return places;
  });
  expect(found).toEqual([]);
});

test("such a comparison would be found", () => {
  const found: string[] = [];
  const file = ts.createSourceFile(
    "example.ts",
    `const a = cell === "In band"; const b = header.startsWith("Percent of From"); const c = name === "Holdings";`,
    ts.ScriptTarget.Latest,
    true,
  );
  visit(file, (node) => {
    if (comparesOwnWords(node)) found.push(node.getText());
  });
  expect(found).toEqual(['cell === "In band"', 'header.startsWith("Percent of From")']);
});
