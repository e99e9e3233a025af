import { useCallback, useEffect, useRef, useState } from "react";
import { WorkbookFailure, type Release, type Workbook } from "../../workbook";
import { look, type Look, type Memory } from "./look";
import type { Whereabouts } from "./list";

export type Looking =
  | { readonly state: "looking" }
  | { readonly state: "failed"; readonly message: string }
  | ({ readonly state: "seen" } & Look);

/**
 * Keeps looking at the workbook: once at the start, then after each change of cells or selection. What was seen stays
 * until the next look has ended, so that nothing flickers. Also gives a way to look again now.
 */
export function useLook(workbook: Workbook, memory: Omit<Memory, "last">): readonly [Looking, () => void] {
  const [looking, setLooking] = useState<Looking>({ state: "looking" });
  const current = useRef(memory);
  const last = useRef<Whereabouts>();
  const asked = useRef(0);
  const underWay = useRef(false);

  const lookNow = useCallback(async (): Promise<void> => {
    asked.current += 1;
    // One look at a time: a burst of events during a look is answered by one more look after it.
    if (underWay.current) return;
    underWay.current = true;
    let answered: number;
    do {
      answered = asked.current;
      const seen = await lookOrFail(workbook, {
        ...current.current,
        ...(last.current ? { last: last.current } : {}),
      });
      if (seen.state === "seen" && seen.sight.found === "list") last.current = seen.sight.list;
      setLooking(seen);
    } while (asked.current !== answered);
    underWay.current = false;
  }, [workbook]);

  useEffect(() => {
    const listeners: Promise<Release>[] = [
      workbook.onChange(() => void lookNow()),
      workbook.onSelectionChange(() => void lookNow()),
    ];
    for (const listener of listeners) {
      // Without events the pane still works: it looks when asked to.
      listener.catch((failure: unknown) => setLooking({ state: "failed", message: messageOf(failure) }));
    }
    void lookNow();
    return () => {
      for (const listener of listeners) {
        void listener.then(
          (release) => release(),
          () => undefined,
        );
      }
    };
  }, [workbook, lookNow]);

  useEffect(() => {
    current.current = memory;
    void lookNow();
  }, [memory, lookNow]);

  const again = useCallback(() => void lookNow(), [lookNow]);
  return [looking, again];
}

async function lookOrFail(workbook: Workbook, memory: Memory): Promise<Looking> {
  try {
    return { state: "seen", ...(await look(workbook, memory)) };
  } catch (failure) {
    return { state: "failed", message: messageOf(failure) };
  }
}

/** What the user is told when a workbook does not do what it was asked. */
export function messageOf(failure: unknown): string {
  if (failure instanceof WorkbookFailure) return failure.message;
  return "Keel could not read this workbook. Try again; if it stays, close and reopen Keel.";
}
