/** A piece of a formula. Together they make up the whole text, blanks included. */
export interface Word {
  readonly kind: "text" | "sheet" | "bracket" | "error" | "name" | "blank" | "sign";
  readonly text: string;
}

// In this order: "a text", 'a sheet', #N/A, blanks, a name with numbers and references, two-letter signs, any one sign.
const pattern =
  /("(?:[^"]|"")*")|('(?:[^']|'')*')|(#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|GETTING_DATA|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|BUSY!))|(\s+)|((?:[\d.]+E[+-]\d+)|[\p{L}\p{N}\p{M}\p{So}\p{Sk}\u200D_.$\\?]+)|(<=|>=|<>|[\s\S])/giuy;

/**
 * The most parentheses in one another. Excel takes 64 calls in one another, each with a group in it; what reads formulas
 * goes one step deeper for each, and would come to its end with thousands.
 */
const mostDeep = 128;

/** Cuts a formula, with or without its `=`, into words. A structured reference's brackets are one word. */
export function wordsOf(formula: string): Word[] {
  const words: Word[] = [];
  pattern.lastIndex = 0;
  while (pattern.lastIndex < formula.length) {
    const at = pattern.lastIndex;
    if (formula[at] === "[") {
      const end = bracketEnd(formula, at);
      words.push({ kind: end > at ? "bracket" : "sign", text: formula.slice(at, Math.max(end, at + 1)) });
      pattern.lastIndex = Math.max(end, at + 1);
      continue;
    }
    const match = pattern.exec(formula);
    if (!match) break;
    const [text, quoted, sheet, error, blank, name] = match;
    const kind = quoted ? "text" : sheet ? "sheet" : error ? "error" : blank ? "blank" : name ? "name" : "sign";
    words.push({ kind, text });
  }
  return words;
}

/** Joins words back into a formula. */
export function formulaOf(words: readonly Word[]): string {
  return words.map((word) => word.text).join("");
}

/** Where the bracket that opens at `at` has closed; -1 if it never does. An apostrophe makes the next sign an ordinary one. */
function bracketEnd(formula: string, at: number): number {
  let depth = 0;
  for (let here = at; here < formula.length; here++) {
    const sign = formula[here];
    if (sign === "'") here++;
    else if (sign === "[") depth++;
    else if (sign === "]" && --depth === 0) return here + 1;
  }
  return -1;
}

/** Tells whether the word at `index` is a function's name, with its parenthesis right after it. */
export function isCall(words: readonly Word[], index: number): boolean {
  return words[index]?.kind === "name" && words[index + 1]?.text === "(";
}

/** The index of the parenthesis that closes the one at `open`; -1 without one. */
export function closing(words: readonly Word[], open: number): number {
  let depth = 0;
  for (let index = open; index < words.length; index++) {
    const { kind, text } = words[index] ?? {};
    if (kind !== "sign") continue;
    if (text === "(") depth++;
    else if (text === ")" && --depth === 0) return index;
  }
  return -1;
}

/** The arguments of the call whose parenthesis opens at `open`: for each the index of its first word and the one after its last. */
export function argumentsOf(words: readonly Word[], open: number): readonly { from: number; to: number }[] {
  const end = closing(words, open);
  const found: { from: number; to: number }[] = [];
  let depth = 0;
  let from = open + 1;
  for (let index = open + 1; index < end; index++) {
    const { kind, text } = words[index] ?? {};
    if (kind !== "sign") continue;
    if (text === "(" || text === "{") depth++;
    else if (text === ")" || text === "}") depth--;
    else if (text === "," && depth === 0) {
      found.push({ from, to: index });
      from = index + 1;
    }
  }
  return [...found, { from, to: end }];
}

/**
 * Tells whether a formula hangs together: quotes and parentheses closed, an operator between operands, not too deep. Excel
 * refuses a whole file for one formula that doesn't. What a name stands for may also be several areas with commas
 * between them, and cells of whatever sheet it is used on (`!$A$1`).
 */
export function hangsTogether(words: readonly Word[], ofName = false): boolean {
  const open: ("call" | "group" | "array")[] = [];
  // What came last decides what may follow: an operand, an operator, or the start of something.
  let last: "start" | "comma" | "operator" | "operand" = "start";
  for (const [index, word] of words.entries()) {
    if (word.kind === "blank") continue;
    if (word.kind !== "sign") {
      // A structured reference follows its table's name; a blank between two references means where they cross.
      const crossed = words[index - 1]?.kind === "blank" && isReference(words[index - 2]) && isReference(word);
      // #REF!A1 is a cell of a sheet that was deleted.
      const joined = word.kind === "bracket" || crossed || words[index - 1]?.text === "#REF!";
      if (last === "operand" && !joined) return false;
      if (word.kind === "sheet" && words[index + 1]?.text !== "!") return false;
      last = "operand";
      continue;
    }
    switch (word.text) {
      case "(":
        if (last === "operand" && !isCall(words, index - 1) && words[index - 1]?.text !== ")") {
          if (words[index - 1]?.kind !== "blank") return false;
        }
        open.push(last === "operand" ? "call" : "group");
        if (open.length > mostDeep) return false;
        last = "start";
        break;
      case "{":
        if (last === "operand") return false;
        open.push("array");
        last = "start";
        break;
      case ")": {
        const kind = open.pop();
        if (kind !== "call" && kind !== "group") return false;
        if (last === "operator" || (kind === "group" && last !== "operand")) return false;
        last = "operand";
        break;
      }
      case "}":
        if (open.pop() !== "array" || last !== "operand") return false;
        last = "operand";
        break;
      case ",":
      case ";":
        if (last === "operator" || (word.text === ";" && open.at(-1) !== "array")) return false;
        if (open.length === 0 && !(ofName && last === "operand")) return false;
        last = "comma";
        break;
      case "%":
      case "#":
        if (last !== "operand") return false;
        break;
      case "+":
      case "-":
      case "@":
        if (word.text === "@" && last === "operand") return false;
        last = "operator";
        break;
      default:
        if (ofName && word.text === "!" && last !== "operand") break;
        if (last !== "operand" || !/^(?:[*/^&=<>:!]|<=|>=|<>)$/.test(word.text)) return false;
        last = "operator";
    }
  }
  return open.length === 0 && last === "operand";
}

/** Tells whether a word may end or begin a reference: a name or cell, a sheet, brackets, a parenthesis. */
function isReference(word: Word | undefined): boolean {
  if (!word) return false;
  return word.kind === "name" ? !/^[\d.]/.test(word.text) || /^\d+$/.test(word.text) : word.kind !== "text";
}
