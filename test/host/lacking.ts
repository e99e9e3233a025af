import { readFileSync } from "node:fs";
import ts from "typescript";
import { openHost } from ".";

/** Every member of Excel's classes that the types of the interface declare, as `Range.values`; a class as its name. */
function declared(): ReadonlyMap<string, readonly string[]> {
  const path = require.resolve("@types/office-js/index.d.ts");
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest);
  const classes = new Map<string, string[]>();
  for (const statement of source.statements) {
    if (!ts.isModuleDeclaration(statement) || statement.name.text !== "Excel") continue;
    if (!statement.body || !ts.isModuleBlock(statement.body)) continue;
    for (const inside of statement.body.statements) {
      if (!ts.isClassDeclaration(inside) || !inside.name) continue;
      const members = inside.members.flatMap(({ name }) => (name && ts.isIdentifier(name) ? [name.text] : []));
      classes.set(inside.name.text, [...new Set([...(classes.get(inside.name.text) ?? []), ...members])]);
    }
  }
  return classes;
}

/**
 * What the types of Excel's interface declare and the genuine library, at the version that the tests run over, doesn't
 * have: the compiler lets it pass, and a test over the in-page host proves nothing of it.
 */
export function lacking(): readonly string[] {
  openHost();
  const library = Excel as unknown as Readonly<Record<string, { readonly prototype: object } | undefined>>;
  return [...declared()].flatMap(([name, members]) => {
    const made = library[name]?.prototype;
    if (made === undefined) return [name];
    return members.filter((member) => !(member in made)).map((member) => `${name}.${member}`);
  });
}
