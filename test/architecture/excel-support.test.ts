import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { expect, test } from "@jest/globals";
import ts from "typescript";

// Every ability of Excel that Keel uses stands in docs/excel-support.md, with where and what happens without it.

const root = resolve(__dirname, "../..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");

/** What every Excel has that the manifest's SharedRuntime 1.1 lets in: on Windows it is of version 2002, on a Mac 16.35. */
const everywhere = 10;

/** The rows of the page's table of sets, by set. */
const rows = new Map(
  [...read("docs/excel-support.md").matchAll(/^\| (\w+ \d+\.\d+) \|(.*)$/gm)].map(([, set = "", row = ""]) => [
    set,
    row,
  ]),
);

interface Use {
  readonly set: string;
  /** As the page names it: `Range.hasSpill`. */
  readonly member: string;
  /** From the root of the repository, with slashes. */
  readonly file: string;
}

const files = ["src/workbook", "src/commands", "src/functions"].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `${folder}/${name}`),
);
const uses = usesIn(files);
const asked = files.flatMap((file) =>
  [...read(file).matchAll(/\bsupports\("([\d.]+)"\)|\bneeds: \["([\d.]+)"/g)].map((match) => ({
    file,
    version: match[1] ?? match[2] ?? "",
  })),
);

/** What uses more than every supported Excel has. */
const above = uses.filter(({ set }) => {
  const [name, version = ""] = set.split(" ");
  return name === "ExcelApi" && minor(version) > everywhere;
});

test("every set that is used has its row, and no row is of another", () => {
  expect(uses.length).toBeGreaterThan(100);
  const manifest = read("manifest.xml");
  const demanded = [...manifest.matchAll(/<Set Name="(\w+)" MinVersion="([\d.]+)"/g)].map(
    ([, name = "", version = ""]) => `${name} ${version}`,
  );
  const byMarkup = [
    ["AddinCommands 1.1", manifest, "Office.AutoShowTaskpaneWithDocument"],
    ["CustomFunctionsRuntime 1.1", manifest, 'xsi:type="CustomFunctions"'],
    ["CustomFunctionsRuntime 1.4", read("src/build/functions-json.ts"), "allowCustomDataForDataTypeAny: true"],
  ].flatMap(([set = "", text = "", markup = ""]) => (text.includes(markup) ? [set] : []));
  const used = [
    ...demanded,
    ...byMarkup,
    ...uses.map(({ set }) => set),
    ...asked.map(({ version }) => `ExcelApi ${version}`),
  ];
  expect([...rows.keys()].sort()).toEqual([...new Set(used)].sort());
});

test("what not every supported Excel has is named in its row, with the files that use it", () => {
  expect(above.length).toBeGreaterThan(0);
  const other = uses.filter(({ set }) => /^(CustomFunctionsRuntime|SharedRuntime|Mailbox) /.test(set));
  const missing = [...above, ...other].flatMap(({ set, member, file }) => {
    const row = rows.get(set) ?? "";
    return [member, file].filter((each) => !row.includes(`\`${each}\``)).map((each) => `${set}: ${each}`);
  });
  expect(missing).toEqual([]);
  const notThere = [...rows].flatMap(([set, row]) =>
    [...row.matchAll(/`(\w+\.\w+)`/g)].flatMap(([, member = ""]) =>
      member === "manifest.xml" || uses.some((use) => use.set === set && use.member === member)
        ? []
        : [`${set}: ${member}`],
    ),
  );
  expect(notThere).toEqual([]);
});

test("what not every supported Excel has is asked for in the file that uses it", () => {
  const unasked = above.flatMap(({ set, member, file }) =>
    asked.some((one) => one.file === file && minor(one.version) >= minor(set.split(" ")[1] ?? ""))
      ? []
      : [`${member} (${set}) in ${file}`],
  );
  expect(unasked).toEqual([]);
});

test("whoever asks Excel for a set stands in its row", () => {
  const missing = asked.flatMap(({ file, version }) =>
    rows.get(`ExcelApi ${version}`)?.includes(`\`${file}\``) ? [] : [`ExcelApi ${version}: ${file}`],
  );
  expect(missing).toEqual([]);
  // All ask by one function, so that nothing escapes the test above.
  const others = files.filter((file) => read(file).includes("isSetSupported") && file !== "src/workbook/excel-run.ts");
  expect(others).toEqual([]);
  expect(read("src/workbook/excel-run.ts").match(/isSetSupported\(/g)).toHaveLength(1);
  // An option that no class has: it is found by its name.
  expect(files.filter((file) => read(file).includes("mergeUndoGroup"))).toEqual(["src/workbook/excel-run.ts"]);
  expect(rows.get("ExcelApi 1.20")).toContain("`mergeUndoGroup`");
});

test("every platform is spoken of, and that none was observed", () => {
  const page = read("docs/excel-support.md");
  for (const platform of ["Microsoft 365", "bought once", "LTSC 2024", "LTSC 2021", "Mac", "Web", "iPad"]) {
    expect([platform, new RegExp(`^\\|[^|]*${platform}`, "m").test(page)]).toEqual([platform, true]);
  }
  expect(page).toContain("**Nothing on this page was observed in a running Excel**");
});

function minor(version: string): number {
  return Number(version.split(".")[1]);
}

/** Every name of Microsoft's that the files use and that belongs to a set, by what the types say of it. */
function usesIn(names: readonly string[]): readonly Use[] {
  const program = ts.createProgram(
    names.map((name) => join(root, name)),
    {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      resolveJsonModule: true,
      types: ["office-js", "custom-functions-runtime"],
      lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
      typeRoots: [join(root, "node_modules/@types")],
    },
  );
  const checker = program.getTypeChecker();
  const found = new Map<string, Use>();
  for (const name of names) {
    const visit = (node: ts.Node): void => {
      if (ts.isPropertyAccessExpression(node)) {
        for (const use of usesOf(checker.getSymbolAtLocation(node.name), relative(root, join(root, name)))) {
          found.set(`${use.set} ${use.member} ${use.file}`, use);
        }
      }
      ts.forEachChild(node, visit);
    };
    const source = program.getSourceFile(join(root, name));
    if (source) visit(source);
  }
  return [...found.values()];
}

function usesOf(symbol: ts.Symbol | undefined, path: string): readonly Use[] {
  const file = path.replaceAll("\\", "/");
  return (symbol?.declarations ?? []).flatMap((declaration) => {
    const source = declaration.getSourceFile();
    if (!/@types[\\/](office-js|custom-functions-runtime)[\\/]/.test(source.fileName)) return [];
    const comment = source.text.slice(declaration.getFullStart(), declaration.getStart(source));
    // "[Api set: ExcelApi 1.12]"; of what other programs of Office have too, the set that Excel has it by comes in a list.
    const told =
      /\[\s*Api set:\s*(\w+ \d+\.\d+)/i.exec(comment)?.[1] ?? /\| (SharedRuntime \d+\.\d+)\s*\}/.exec(comment)?.[1];
    if (told === undefined) return [];
    const { parent } = declaration;
    const owner = ts.isModuleBlock(parent) ? "" : `${nameOf(parent)}.`;
    return [{ set: told, member: `${owner}${symbol?.name ?? ""}`, file }];
  });
}

function nameOf(node: ts.Node): string {
  return ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isEnumDeclaration(node)
    ? (node.name?.text ?? "")
    : "";
}
