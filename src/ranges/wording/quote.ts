/** Letters of a cell that a sentence quotes. A cell may hold 32,767, and Excel shows an error's sentence in a small box. */
export const MOST_QUOTED = 60;

/** A text as a sentence quotes it: long ones cut at 60 letters, with an ellipsis. */
export function quoted(text: string): string {
  if (text.length <= MOST_QUOTED) return text;
  const cut = text.slice(0, MOST_QUOTED - 1);
  // Half of a surrogate pair is no letter.
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/** A record with each text in it as sentences quote it. Whatever a sentence says of a cell, it takes from such a record. */
export function withQuoted<Said>(record: Said): Said {
  if (typeof record === "string") return quoted(record) as Said;
  if (Array.isArray(record)) return record.map((each: unknown) => withQuoted(each)) as Said;
  if (typeof record !== "object" || record === null || Object.getPrototypeOf(record) !== Object.prototype)
    return record;
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, withQuoted(value as unknown)])) as Said;
}
