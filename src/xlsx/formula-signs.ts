import { closing, isCall, type Word } from "./formula-words";

// What is typed as a sign and stands in a file as a function around what the sign belongs to.

/** Functions that take the blank cells off a range's ends, and whether a dot stands before and after the range's colon. */
const trims = [
  { wrapper: "_xlfn._TRO_ALL", leading: true, trailing: true },
  { wrapper: "_xlfn._TRO_LEADING", leading: true, trailing: false },
  { wrapper: "_xlfn._TRO_TRAILING", leading: false, trailing: true },
] as const;

/** One end of a range: a cell, a column or a row. */
const rangeEnd = /^(?:\$?[A-Z]{1,3}\$?\d{1,7}|\$?[A-Z]{1,3}|\$?\d{1,7})$/i;

/** Writes `A2:.A9`, `A2.:A9` and `A2.:.A9` as functions. */
export function withTrims(words: readonly Word[]): Word[] {
  const result: Word[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    const last = result.at(-1);
    const next = words[index + 1];
    if (!word) break;
    const leading = last?.kind === "name" && last.text.endsWith(".") && rangeEnd.test(last.text.slice(0, -1));
    const trailing =
      next?.kind === "name" &&
      next.text.startsWith(".") &&
      (rangeEnd.test(next.text.slice(1)) || isCall(words, index + 1));
    const trim = trims.find((each) => each.leading === leading && each.trailing === trailing);
    if (word.text !== ":" || !trim || !last || !next) {
      result.push(word);
      continue;
    }
    const end = isCall(words, index + 1) ? closing(words, index + 2) + 1 : index + 2;
    const start = operandStart(result);
    const left = result.splice(start).slice(0, -1);
    const right = [
      { ...next, text: trailing ? next.text.slice(1) : next.text },
      ...withTrims(words.slice(index + 2, end)),
    ];
    result.push({ kind: "name", text: trim.wrapper }, { kind: "sign", text: "(" });
    for (const each of left) result.push(each);
    result.push({ ...last, text: leading ? last.text.slice(0, -1) : last.text }, word);
    for (const each of right) result.push(each);
    result.push({ kind: "sign", text: ")" });
    index = end - 1;
  }
  return result;
}

/** Writes `A2#` and `@A2:A9` as functions. */
export function withSigns(words: readonly Word[], array: boolean): Word[] {
  const result: Word[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (!word) break;
    if (word.kind === "sign" && word.text === "#") {
      const start = operandStart(result);
      result.splice(start, 0, { kind: "name", text: "_xlfn.ANCHORARRAY" }, { kind: "sign", text: "(" });
      result.push({ kind: "sign", text: ")" });
    } else if (word.kind === "sign" && word.text === "@") {
      const end = operandEnd(words, index + 1);
      const operand = withSigns(words.slice(index + 1, end), array);
      if (array) result.push({ kind: "name", text: "_xlfn.SINGLE" }, { kind: "sign", text: "(" });
      for (const each of operand) result.push(each);
      if (array) result.push({ kind: "sign", text: ")" });
      index = end - 1;
    } else {
      result.push(word);
    }
  }
  return result;
}

/**
 * Writes such functions as signs: `_xlfn.ANCHORARRAY(A2)` becomes `A2#`. One whose argument can't be typed with its sign,
 * as `_xlfn.ANCHORARRAY(A1:A9)`, stays as it is.
 */
export function withoutWrappers(words: readonly Word[]): readonly Word[] {
  if (!words.some(({ text }) => /^_xlfn\.(?:ANCHORARRAY|SINGLE|_TRO_)/i.test(text))) return words;
  let result = unwrapped(words, "_xlfn.ANCHORARRAY", (inner) =>
    inner.length > 0 && operandStart(inner) === 0 ? [...inner, { kind: "sign", text: "#" }] : undefined,
  );
  for (const { wrapper, leading, trailing } of trims) {
    result = unwrapped(result, wrapper, (inner) => trimmed(inner, leading, trailing));
  }
  return unwrapped(result, "_xlfn.SINGLE", (inner) => {
    const simple = inner.length > 0 && operandEnd(inner, 0) === inner.length;
    const operand: Word[] = simple ? [...inner] : [{ kind: "sign", text: "(" }, ...inner, { kind: "sign", text: ")" }];
    return [{ kind: "sign", text: "@" }, ...operand];
  });
}

/** A range with dots at its colon; undefined for what isn't one range of two plain ends. */
function trimmed(inner: readonly Word[], leading: boolean, trailing: boolean): Word[] | undefined {
  const colon = inner.findIndex(({ kind, text }) => kind === "sign" && text === ":");
  const [left, right] = [inner[colon - 1], inner[colon + 1]];
  if (!left || !right || inner.length !== colon + 2) return undefined;
  if (!rangeEnd.test(left.text) || !rangeEnd.test(right.text)) return undefined;
  return inner.map((word, index) => {
    if (index === colon - 1 && leading) return { ...word, text: `${word.text}.` };
    return index === colon + 1 && trailing ? { ...word, text: `.${word.text}` } : word;
  });
}

/** Puts other words in the place of each call of a function, where `rewrite` gives any for its argument. */
function unwrapped(
  words: readonly Word[],
  wrapper: string,
  rewrite: (inner: readonly Word[]) => readonly Word[] | undefined,
): readonly Word[] {
  let result = words;
  // From the last call to the first: those inside another are done before it.
  for (let index = words.length - 1; index >= 0; index--) {
    if (!isCall(result, index) || result[index]?.text.toUpperCase() !== wrapper.toUpperCase()) continue;
    const end = closing(result, index + 1);
    const instead = end < 0 ? undefined : rewrite(result.slice(index + 2, end));
    if (instead) result = [...result.slice(0, index), ...instead, ...result.slice(end + 1)];
  }
  return result;
}

/** Where the reference or call that ends a list of words begins. */
function operandStart(words: readonly Word[]): number {
  let start = words.length - 1;
  if (words[start]?.text === ")") {
    let depth = 0;
    for (; start > 0; start--) {
      if (words[start]?.text === ")") depth++;
      else if (words[start]?.text === "(" && --depth === 0) break;
    }
    if (words[start - 1]?.kind === "name") start--;
  }
  while (words[start]?.kind === "bracket") start--;
  if (words[start - 1]?.text === "!") {
    start -= 2;
    // The first of two sheets, as in Jan:Dec!A1; a cell there would have its own sheet before it.
    if (words[start - 1]?.text === ":" && words[start - 2]?.kind === "name" && words[start - 3]?.text !== "!")
      start -= 2;
  }
  return Math.max(0, start);
}

/** The index after the reference, call or group that begins at `from`. */
function operandEnd(words: readonly Word[], from: number): number {
  let end = from;
  for (;;) {
    if (words[end + 1]?.text === "!") end += 2;
    if (words[end]?.text === "(") end = closing(words, end);
    else if (isCall(words, end)) end = closing(words, end + 1);
    end++;
    while (words[end]?.kind === "bracket" || words[end]?.text === "#") end++;
    if (words[end]?.text !== ":") return end;
    end++;
  }
}
