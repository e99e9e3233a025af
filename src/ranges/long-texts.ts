/**
 * Letters of a cell that are read. No number, date, heading, policy or fund is as long, but the notes that people keep
 * beside them are, and a cell may hold 32,767 letters: a column of such cells would take minutes to be compared.
 */
const MOST_READ = 500;

const { imul } = Math;

const isLong = (given: unknown): boolean =>
  typeof given === "string" ? given.length > MOST_READ : Array.isArray(given) && given.some(isLong);

/**
 * The arguments of a function with long texts cut, and a mark of the whole text at the end: cut ones are no number that
 * they weren't, and two that are alike only where they begin stay two. Cells around a long text are as they were.
 */
export function withoutLongTexts<Given>(given: Given): Given {
  if (!isLong(given)) return given;
  return (Array.isArray(given) ? given.map(withoutLongTexts) : cut((given as string).trim())) as Given;
}

function cut(text: string): string {
  if (text.length <= MOST_READ) return text;
  // FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv: V8 hashes texts of more than 16,383 letters by their length alone.
  let mark = 0;
  for (let at = 0; at < text.length; at++) mark = imul(mark ^ text.charCodeAt(at), 16_777_619);
  return `${text.slice(0, MOST_READ)}…${mark}`;
}
