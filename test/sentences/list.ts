// Lists every sentence that a user can read, file by file, to be read through in one go: `npm run sentences`.
import { readFileSync, readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import ts from "typescript";

const root = resolve(__dirname, "../..");
/** The rooms that speak to people; the others know codes and numbers. */
const speaking = ["functions", "ranges", "operations", "sheets", "workbook", "taskpane", "workbench", "xlsx", "build"];

for (const room of speaking) {
  const folder = join(root, "src", room);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.(tsx?|html)$/.test(name),
  );
  for (const file of files.sort()) {
    const sentences = [...new Set(sentencesIn(join(folder, file)))];
    if (sentences.length === 0) continue;
    console.log(`\n## ${relative(root, join(folder, file))}`);
    for (const sentence of sentences) console.log(sentence);
  }
}

/** The texts of a file that are words for people, in order; a gap that is filled at run time shows as `{…}`. */
function sentencesIn(path: string): string[] {
  const text = readFileSync(path, "utf8");
  if (path.endsWith(".html")) return htmlSentences(text);
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const found: string[] = [];
  const add = (words: string): void => {
    const line = words.replace(/\s+/g, " ").trim();
    if (isForPeople(line)) found.push(line);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isJsxElement(node) || ts.isJsxFragment(node)) add(node.children.map(jsxWords).join(""));
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) add(node.text);
    if (ts.isTemplateExpression(node)) {
      add(node.head.text + node.templateSpans.map(({ literal }) => `{…}${literal.text}`).join(""));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function jsxWords(child: ts.JsxChild): string {
  if (ts.isJsxText(child)) return child.text;
  if (!ts.isJsxExpression(child)) return " ";
  const { expression } = child;
  if (!expression) return "";
  return ts.isStringLiteral(expression) ? expression.text : "{…}";
}

function htmlSentences(html: string): string[] {
  const body = html.replace(/<head>[\s\S]*?<title>/, "<title>").replace(/<(style|script)[\s\S]*?<\/\1>/g, "");
  return body
    .split(/<\/?(?:p|li|h\d|button|title|a|ul|div|section|header|main|aside|dialog|form|label)\b[^>]*>/)
    .map((part) =>
      part
        .replace(/<[^>]+>/g, "")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .filter(isForPeople);
}

/** Words for people have two words, or one that begins with a capital letter; code, styles and addresses don't. */
function isForPeople(line: string): boolean {
  if (!/\p{L}{2}/u.test(line) || /^[\w-]+\/[\w/.-]+$/.test(line) || /^https?:/.test(line)) return false;
  if (/^[A-Z][a-z]+(?:[A-Z][a-z]+)+$/.test(line) || /^[A-Z_]+$/.test(line)) return false;
  if (/^(?:\d|var\(|@media|[\w-]+:\s*[\w(#-]+;?$|M\d)/.test(line) || /^[MLHVCZmlhvcz\d\s.,-]+$/.test(line))
    return false;
  return /\p{L}[\p{L}’']*[ ,:…][^;{}<>=]*\p{L}|^\p{Lu}\p{Ll}+\??$|\{…\}/u.test(line) && /\p{L}{3}/u.test(line);
}
