import { parseSync } from "@swc/core";

/** What the oldest browser in which Keel must run can't read or doesn't have. Source: caniuse.com, Safari 15.4. */
const UNKNOWN_METHODS = new Set([
  "canParse",
  "fromAsync",
  "groupBy",
  "isWellFormed",
  "toReversed",
  "toSorted",
  "toSpliced",
  "toWellFormed",
  "withResolvers",
]);

/** Looking behind, and the flag v: a syntax error in the oldest browser, which then reads nothing of the whole script. */
const LOOKS_BEHIND = /\(\?<[=!]/;

/**
 * What of a script Safari 15.4 can't read, in words; nothing if it reads all. Excel on a Mac shows the pane in the
 * Safari of its macOS: one such expression, and not one function of Keel is there.
 */
export function tooNew(script: string): readonly string[] {
  const found = new Set<string>();
  visit(parseSync(script, { syntax: "ecmascript", target: "es2022" }), found);
  return [...found];
}

function visit(node: unknown, found: Set<string>): void {
  if (Array.isArray(node)) {
    for (const each of node) visit(each, found);
    return;
  }
  if (typeof node !== "object" || node === null) return;
  const sentence = "type" in node ? whatIsNew(node as Syntax) : undefined;
  if (sentence !== undefined) found.add(sentence);
  for (const inside of Object.values(node)) visit(inside, found);
}

/** A node of the parsed script, as far as it is looked at. */
interface Syntax {
  readonly type: string;
  readonly pattern?: string;
  readonly flags?: string;
  readonly value?: unknown;
  readonly raw?: string;
  readonly callee?: { readonly property?: { readonly type?: string; readonly value?: unknown } };
}

function whatIsNew({ type, pattern = "", flags = "", value, raw = "", callee }: Syntax): string | undefined {
  switch (type) {
    case "StaticBlock":
      return "a static block in a class";
    case "RegExpLiteral":
      if (LOOKS_BEHIND.test(pattern)) return `an expression that looks behind: /${pattern}/`;
      return flags.includes("v") ? `an expression with the flag v: /${pattern}/` : undefined;
    case "StringLiteral":
      return typeof value === "string" && LOOKS_BEHIND.test(value) ? `a text that looks behind: ${value}` : undefined;
    case "TemplateElement":
      return LOOKS_BEHIND.test(raw) ? `a text that looks behind: ${raw}` : undefined;
    case "CallExpression": {
      const method = callee?.property?.type === "Identifier" ? callee.property.value : undefined;
      return typeof method === "string" && UNKNOWN_METHODS.has(method) ? `the method ${method}` : undefined;
    }
    default:
      return undefined;
  }
}
