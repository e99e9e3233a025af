/** Work that comes in parts, and its answer with the last. */
export type Parts<Answer> = Generator<undefined, Answer, undefined>;

/** How long the page may be kept from answering its user, in milliseconds: less than a frame. */
const SLICE = 12;

/** Does all parts of a piece of work, however long the page has to wait for it. */
export function atOnce<Answer>(work: Parts<Answer>): Answer {
  for (;;) {
    const part = work.next();
    if (part.done) return part.value;
  }
}

/**
 * Does a piece of work in slices, between which the page answers what its user does. Undefined if `stop` says between two
 * parts that it isn't wanted now: given the same work again, it goes on where it was.
 */
export async function inSlices<Answer>(
  work: Parts<Answer>,
  stop: () => boolean,
): Promise<{ readonly answer: Answer } | undefined> {
  let began = performance.now();
  while (!stop()) {
    const part = work.next();
    if (part.done) return { answer: part.value };
    if (performance.now() - began < SLICE) continue;
    await breath();
    began = performance.now();
  }
  return undefined;
}

/** Lets the page answer what has happened, and draw. */
export function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
