/** Whether work that takes long is still wanted. */
export interface Stop {
  readonly isStopped: boolean;
}

/** Work goes on for so long at a time before the page has its turn. */
const MILLISECONDS_A_SLICE = 8;

/**
 * Carries work out a slice at a time, so that the page stays free meanwhile: the work yields the part that is done, which
 * `progress` is told between slices. Resolves with what the work comes to, or with undefined where it was stopped.
 */
export async function inSlices<Found>(
  work: Generator<number, Found>,
  stop: Stop,
  progress: (done: number) => void = () => undefined,
): Promise<Found | undefined> {
  for (;;) {
    const end = performance.now() + MILLISECONDS_A_SLICE;
    let done = 0;
    do {
      const step = work.next();
      if (step.done === true) return step.value;
      done = step.value;
    } while (performance.now() < end);
    progress(done);
    await aTurn();
    if (stop.isStopped) return undefined;
  }
}

/** Waits until whatever else is to be done has had its turn. A timer would be held up for long in a hidden page. */
function aTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
