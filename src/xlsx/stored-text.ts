/**
 * Writes text the way a workbook's parts hold it: a character that XML can't carry becomes `_x0007_`, and text that
 * looks like such a mark gets its underscore marked (`_x0041_` becomes `_x005F_x0041_`).
 * Source: ECMA-376 Part 1, 22.9.2.19 ST_Xstring.
 */
export function storedText(text: string): string {
  return text.replaceAll(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_").replaceAll(uncarried, mark);
}

/** Text for a place that has no such marks, as a drawing: without the characters that XML can't carry. */
export function withoutControls(text: string): string {
  return text.replaceAll(uncarried, "");
}

/** Reads such text back. */
export function plainText(stored: string): string {
  if (!stored.includes("_x")) return stored;
  return stored.replaceAll(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

const uncarried = /(?![\t\n])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu;

function mark(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
}

/** The beginning of a text, without half a character at its end. */
export function cut(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, most).replace(/[\uD800-\uDBFF]$/, "");
}
