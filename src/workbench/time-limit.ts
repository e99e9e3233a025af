/** What stands for an answer that did not come in time. */
export const late = Symbol("late");

/** Waits for an answer so many milliseconds at most. */
export function within<T>(milliseconds: number, answer: Promise<T>): Promise<T | typeof late> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => resolve(late), milliseconds);
    answer.then(resolve, reject).finally(() => clearTimeout(limit));
  });
}
