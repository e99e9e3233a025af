import { useCallback, useEffect, useRef, useState } from "react";
import { WorkbookFailure, type Release, type Workbook } from "../../workbook";
import { alike } from "./alike";
import { survey, type Memory, type Survey, type Whereabouts } from "../../lists";

export type SurveyState =
  | { readonly state: "surveying" }
  | { readonly state: "failed"; readonly message: string }
  | ({ readonly state: "seen" } & Survey);

/**
 * Keeps looking at the workbook: once at the start, then after each change of cells or selection. What was seen stays
 * until the next look has ended, so that nothing flickers. Also gives a way to look again now.
 */
export function useSurvey(workbook: Workbook, memory: Omit<Memory, "last">): readonly [SurveyState, () => void] {
  const [survey, setLooking] = useState<SurveyState>({ state: "surveying" });
  const current = useRef(memory);
  const last = useRef<Whereabouts>();
  const before = useRef<Survey["sight"]>();
  const asked = useRef(0);
  const underWay = useRef(false);

  const surveyNow = useCallback(async (): Promise<void> => {
    asked.current += 1;
    // One look at a time: a burst of events during a look is answered by one more look after it.
    if (underWay.current) return;
    underWay.current = true;
    let answered: number;
    do {
      answered = asked.current;
      const seen = await surveyOrFail(workbook, {
        ...current.current,
        ...(last.current ? { last: last.current } : {}),
      });
      if (seen.state !== "seen") {
        setLooking(seen);
        continue;
      }
      // What is about a list is worked out from it and drawn anew only where the list has changed: with thousands of
      // rows that would hold up every click.
      const sight = before.current && alike(before.current, seen.sight) ? before.current : seen.sight;
      before.current = sight;
      if (sight.found === "list") last.current = sight.list;
      setLooking({ ...seen, sight });
    } while (asked.current !== answered);
    underWay.current = false;
  }, [workbook]);

  useEffect(() => {
    const listeners: Promise<Release>[] = [
      workbook.onChange(() => void surveyNow()),
      workbook.onSelectionChange(() => void surveyNow()),
    ];
    for (const listener of listeners) {
      // Without events the pane still works: it looks when asked to.
      listener.catch((failure: unknown) => setLooking({ state: "failed", message: messageOf(failure) }));
    }
    void surveyNow();
    return () => {
      for (const listener of listeners) {
        void listener.then(
          (release) => release(),
          () => undefined,
        );
      }
    };
  }, [workbook, surveyNow]);

  useEffect(() => {
    current.current = memory;
    void surveyNow();
  }, [memory, surveyNow]);

  const again = useCallback(() => void surveyNow(), [surveyNow]);
  return [survey, again];
}

async function surveyOrFail(workbook: Workbook, memory: Memory): Promise<SurveyState> {
  try {
    return { state: "seen", ...(await survey(workbook, memory)) };
  } catch (failure) {
    return { state: "failed", message: messageOf(failure) };
  }
}

/** What the user is told when a workbook does not do what it was asked. */
export function messageOf(failure: unknown): string {
  if (failure instanceof WorkbookFailure) return failure.message;
  return "Keel could not read this workbook. Try again; if it stays, close and reopen Keel.";
}
