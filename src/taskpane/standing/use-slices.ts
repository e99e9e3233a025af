import { useEffect, useMemo, useRef, useState } from "react";
import { atOnce, inSlices, type Parts } from "./in-parts";

/** How long somebody who types has paused before long work begins, in milliseconds: none is begun for each letter. */
const PAUSE = 150;

/** Where the last work took longer than this, the next begins only when it is said to be under way: one part may be long. */
const LONG = 500;

/** An answer, with the work it is of. */
interface Done<Answer> {
  readonly of: () => Parts<Answer>;
  /** Throws where the work failed. */
  readonly answer: () => Answer;
}

/**
 * Works something out for what is drawn: at once where it is short, else in slices between which the page answers what its
 * user does. `begin` is made anew, by `useCallback`, whenever there is something else to work out; what was under way is
 * left then. Undefined until the answer is there.
 */
export function useSlices<Answer>(begin: () => Parts<Answer>, short: boolean): Answer | undefined {
  const now = useMemo(() => (short ? { answer: atOnce(begin()) } : undefined), [begin, short]);
  const [done, setDone] = useState<Done<Answer>>();
  const took = useRef(0);
  useEffect(() => {
    if (short) return undefined;
    let left = false;
    const work = async (): Promise<void> => {
      const began = performance.now();
      try {
        const worked = await inSlices(begin(), () => left);
        if (!worked || left) return;
        took.current = performance.now() - began;
        setDone({ of: begin, answer: () => worked.answer });
      } catch (failure) {
        const fail = (): never => {
          throw failure;
        };
        setDone({ of: begin, answer: fail });
      }
    };
    const pause = setTimeout(() => void work(), took.current > LONG ? LONG : PAUSE);
    return () => {
      left = true;
      clearTimeout(pause);
    };
  }, [begin, short]);
  if (now) return now.answer;
  return done?.of === begin ? done.answer() : undefined;
}
