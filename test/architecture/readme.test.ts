import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "@jest/globals";

const root = resolve(__dirname, "../..");
const read = (name: string): string => readFileSync(join(root, name), "utf8");
const readme = read("README.md");
const { dependencies, devDependencies, scripts, version } = JSON.parse(read("package.json")) as Record<
  "dependencies" | "devDependencies" | "scripts",
  Record<string, string>
> & { version: string };

test("README says of every dependency why it is there", () => {
  const section = readme.slice(readme.indexOf("## Dependencies"));
  const firstColumn = [...section.matchAll(/^\|([^|]+)\|/gm)].map((row) => row[1] ?? "").join();
  const reasons = new Set([...firstColumn.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ""));
  const names = Object.keys({ ...dependencies, ...devDependencies });
  const families = [...reasons].filter((name) => name.endsWith("*")).map((name) => name.slice(0, -1));
  expect(names.filter((name) => !reasons.has(name) && !families.some((family) => name.startsWith(family)))).toEqual([]);
  const gone = [...reasons].filter((name) => !name.endsWith("*") && !names.includes(name));
  expect(gone).toEqual([]);
});

test("README links every function", () => {
  const ids = Object.keys(JSON.parse(read("test/architecture/functions.lock.json")) as Record<string, unknown>);
  const linked = [...readme.matchAll(/^\| \[`([A-Z]+)`\]/gm)].map((match) => match[1]);
  expect(linked.sort()).toEqual(ids.sort());
});

test("README's commands, pictures and pages are there", () => {
  const commands = [...readme.matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1] ?? "");
  expect(commands.filter((command) => !(command in scripts))).toEqual([]);
  const paths = [...readme.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((match) => match[1] ?? "");
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test("the list of decisions has each of them", () => {
  const listed = [...read("docs/decisions/README.md").matchAll(/^\| \[[^\]]+\]\(([^)]+)\)/gm)].map(
    (match) => match[1] ?? "",
  );
  const there = readdirSync(join(root, "docs/decisions")).filter((name) => name !== "README.md");
  expect(listed.sort()).toEqual(there.sort());
});

test("CONTRIBUTING's commands are there, and the pages that it leads to", () => {
  const contributing = read("CONTRIBUTING.md");
  const commands = [...contributing.matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1] ?? "");
  expect(commands.filter((command) => !(command in scripts))).toEqual([]);
  const paths = [...contributing.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((match) => match[1] ?? "");
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test("CHANGELOG has this version", () => {
  expect(/^## \[([^\]]+)\]/m.exec(read("CHANGELOG.md"))?.[1]).toBe(version);
});
