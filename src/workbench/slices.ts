/**
 * Does work that a generator does in small pieces for so many milliseconds at a time, and lets the page answer in between.
 * Returns what the generator returns; undefined if `goOn` says meanwhile that there is no use in it.
 */
export async function inSlices<Done>(
  work: Iterator<unknown, Done>,
  goOn: () => boolean,
  milliseconds: number,
): Promise<Done | undefined> {
  let since = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - since < milliseconds) continue;
    await pageAnswered();
    if (!goOn()) return undefined;
    since = performance.now();
  }
}

/** Waits until the page has answered to what came in meanwhile, such as a click. */
export function pageAnswered(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** A page that isn't shown paints nothing; it isn't waited for longer than this, in milliseconds. */
const unseen = 100;

/** Waits until the page has painted what has changed in it. */
export function pagePainted(): Promise<void> {
  return new Promise((resolve) => {
    const limit = setTimeout(resolve, unseen);
    requestAnimationFrame(() => {
      // What is asked for before a painting happens just before it.
      setTimeout(() => {
        clearTimeout(limit);
        resolve();
      });
    });
  });
}
