import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { expect, test } from "@jest/globals";
import ts from "typescript";

const root = resolve(__dirname, "../..");
const source = join(root, "src");

/** What a room may take in. A room under `types` may be named in types only. */
interface Allowance {
  readonly rooms: readonly string[];
  readonly types?: readonly string[];
  readonly packages: RegExp;
}

const none = /^$/;
const allowed: Readonly<Record<string, Allowance>> = {
  engine: { rooms: [], packages: /^decimal\.js$/ },
  ranges: { rooms: ["engine"], packages: none },
  operations: { rooms: ["engine", "ranges", "compute"], packages: none },
  functions: { rooms: ["operations"], packages: none },
  sheets: { rooms: ["ranges"], types: ["engine"], packages: none },
  workbook: { rooms: ["ranges", "sheets"], types: ["engine"], packages: none },
  xlsx: { rooms: ["ranges", "sheets"], types: ["engine"], packages: /^fflate$/ },
  csv: { rooms: [], packages: /^papaparse$/ },
  lists: { rooms: ["ranges", "operations", "sheets", "workbook"], types: ["engine"], packages: none },
  taskpane: {
    rooms: ["ranges", "operations", "sheets", "workbook", "xlsx", "csv", "lists"],
    types: ["engine"],
    packages: /^(react|react-dom\/client|@fluentui\/react-components|d3-scale|d3-shape)$/,
  },
  commands: { rooms: ["ranges", "operations", "sheets", "workbook", "lists"], types: ["engine"], packages: none },
  workbench: {
    rooms: ["ranges", "operations", "sheets", "workbook", "xlsx", "csv", "functions", "taskpane", "compute"],
    types: ["engine"],
    packages: /^(react|react-dom\/client|rxjs|idb-keyval|@univerjs\/.+)$/,
  },
  compute: { rooms: ["engine", "xlsx"], types: ["sheets"], packages: /^highs$/ },
  build: {
    rooms: ["engine", "ranges", "operations", "sheets", "xlsx"],
    packages: /^(node:.+|fflate|webpack|webpack-dev-server|@swc\/core|office-addin-dev-certs(\/.+)?)$/,
  },
};

/** Files outside src/ that a room reads. */
const outside: Readonly<Record<string, string>> = {
  "src/operations/about.ts": "package.json", // the version is written in one place
};

interface Import {
  readonly file: string;
  readonly line: number;
  readonly specifier: string;
  readonly typesOnly: boolean;
  /** The file that a relative import leads to. */
  readonly target?: string;
}

const rules = [...readFileSync(join(source, "README.md"), "utf8").matchAll(/^(\d+)\. (.+)$/gm)];
const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => join(source, name));
const imports = files.flatMap(importsOf);

test("each room imports only what src/README.md gives it, through the door", () => {
  expect(imports.flatMap(broken)).toEqual([]);
});

test("no file imports itself, directly or through others", () => {
  expect(cycles().map((cycle) => `${cycle.map(shown).join(" → ")}: ${rule(4)}`)).toEqual([]);
});

test("only workbook/excel*.ts and commands/ say Excel or Office", () => {
  const speakers = files.filter((file) => !/^src\/(workbook\/excel[^/]*\.ts|commands\/.+)$/.test(shown(file)));
  expect(speakers.flatMap((file) => hostWords(file).map((line) => `${shown(file)}:${line}: ${rule(5)}`))).toEqual([]);
});

test("only compute/ says WebAssembly, Worker or import.meta", () => {
  const others = files.filter((file) => roomOf(file) !== "compute");
  expect(others.flatMap((file) => machineWords(file).map((line) => `${shown(file)}:${line}: ${rule(9)}`))).toEqual([]);
});

test("every room has a door with its three lines, and every room is in the table", () => {
  const rooms = readdirSync(source, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? entry.name : [],
  );
  expect(rooms.filter((room) => !(room in allowed))).toEqual([]);
  // Two have no door, since nobody imports them: webpack enters their files by name.
  const doors = rooms.filter((room) => room !== "functions" && room !== "workbench");
  const three = /^\/\/ Knows: .+\n\/\/ Doesn't know: .+\n\/\/ Add here: .+\n/;
  expect(
    doors.filter((room) => {
      const door = join(source, room, "index.ts");
      return !existsSync(door) || !three.test(readFileSync(door, "utf8"));
    }),
  ).toEqual([]);
});

/** Says what is wrong with an import: nothing, or one line with file, line and the rule it breaks. */
function broken(one: Import): string[] {
  const { file, line, specifier, typesOnly, target } = one;
  const room = roomOf(file);
  const allowance = allowed[room];
  const complain = (number: number): string[] => [`${shown(file)}:${line} imports "${specifier}": ${rule(number)}`];
  if (!allowance) return complain(1);
  if (target === undefined) return allowance.packages.test(specifier) ? [] : complain(8);
  if (!target.startsWith(source + sep)) return outside[shown(file)] === shown(target) ? [] : complain(1);
  const other = roomOf(target);
  if (other === room) return [];
  if (["workbench", "commands", "functions"].includes(other) && !allowance.rooms.includes(other)) return complain(7);
  // The functions have no door: the workbench takes the files that register them as they are.
  if (other !== "functions" && target !== join(source, other, "index.ts")) return complain(3);
  if (allowance.rooms.includes(other)) return [];
  if (!allowance.types?.includes(other)) return complain(1);
  return typesOnly ? [] : complain(2);
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, "utf8");
  const parsed = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName: specifier, pos }) => {
    const statement = parsed.statements.find((each) => each.pos <= pos && pos < each.end);
    const target = specifier.startsWith(".") ? targetOf(file, specifier) : undefined;
    return {
      file,
      specifier,
      line: parsed.getLineAndCharacterOfPosition(pos).line + 1,
      typesOnly: statement !== undefined && isTypesOnly(statement),
      ...(target && { target }),
    };
  });
}

function targetOf(file: string, specifier: string): string {
  const path = resolve(dirname(file), specifier);
  const candidates = [path, `${path}.ts`, `${path}.tsx`, join(path, "index.ts")];
  return candidates.find((each) => /\.\w+$/.test(each) && existsSync(each)) ?? path;
}

/** Whether an import or re-export leaves nothing behind once types are stripped. */
function isTypesOnly(statement: ts.Statement): boolean {
  if (ts.isImportDeclaration(statement)) {
    const clause = statement.importClause;
    if (!clause) return false;
    if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
    const named = clause.namedBindings;
    return (
      !clause.name && named !== undefined && ts.isNamedImports(named) && named.elements.every((one) => one.isTypeOnly)
    );
  }
  if (!ts.isExportDeclaration(statement)) return false;
  const exported = statement.exportClause;
  if (statement.isTypeOnly) return true;
  return exported !== undefined && ts.isNamedExports(exported) && exported.elements.every((one) => one.isTypeOnly);
}

/** The lines of a file on which it speaks of the host's globals: as a value or in a type, not in a text or as a member. */
function hostWords(file: string): number[] {
  const parsed = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, true);
  const lines: number[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && /^(Excel|Office|OfficeExtension)$/.test(node.text)) {
      const parent = node.parent;
      const isMember =
        (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) &&
        parent.name === node;
      if (!isMember) lines.push(parsed.getLineAndCharacterOfPosition(node.getStart()).line + 1);
    }
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return lines;
}

/** The lines of a file on which it speaks of what computes beside the page: WebAssembly, workers, its own address. */
function machineWords(file: string): number[] {
  const parsed = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, true);
  const lines: number[] = [];
  const visit = (node: ts.Node): void => {
    const named = ts.isIdentifier(node) && /^(WebAssembly|Worker|SharedWorker)$/.test(node.text);
    if (named || ts.isMetaProperty(node)) lines.push(parsed.getLineAndCharacterOfPosition(node.getStart()).line + 1);
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return lines;
}

/** Finds rings of files that import each other: each once, from the file where the search met it. */
function cycles(): string[][] {
  const next = new Map<string, string[]>();
  for (const { file, target } of imports) {
    if (target) next.set(file, [...(next.get(file) ?? []), target]);
  }
  const found: string[][] = [];
  const done = new Set<string>();
  const follow = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) {
      found.push([...path.slice(start), file]);
      return;
    }
    if (done.has(file)) return;
    for (const target of next.get(file) ?? []) follow(target, [...path, file]);
    done.add(file);
  };
  for (const file of next.keys()) follow(file, []);
  return found;
}

function roomOf(file: string): string {
  return relative(source, file).split(sep)[0] ?? "";
}

function shown(file: string): string {
  return relative(root, file).split(sep).join("/");
}

function rule(number: number): string {
  const sentence = rules.find((each) => each[1] === String(number))?.[2];
  if (!sentence) throw new Error(`src/README.md has no rule ${number}.`);
  return sentence;
}
