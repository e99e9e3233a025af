import { fanOf } from "../engine";
import { unpacked, type AskedFan, type ToldFan } from "./fan-messages";

/** The page hears how far it is no more often than it can show it, in milliseconds. */
const BETWEEN_WORDS = 50;

const tell = (told: ToldFan): void => postMessage(told);

addEventListener("message", ({ data }: MessageEvent<AskedFan>) => {
  const work = fanOf({ ...data, policy: unpacked(data.policy) });
  let last = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done === true) {
      tell({ is: "drawn", found: step.value });
      return;
    }
    if (performance.now() - last < BETWEEN_WORDS) continue;
    last = performance.now();
    tell({ is: "drawing", done: step.value });
  }
});
