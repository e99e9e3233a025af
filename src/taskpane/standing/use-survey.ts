import { useCallback, useEffect, useState } from "react";
import type { Memory } from "../../lists";
import type { Release, Workbook } from "../../workbook";
import { Looks, type OnLook, type SurveyState } from "./looks";

interface Surveying {
  readonly survey: SurveyState;
  /** Whether the workbook has changed since, and the next look takes long. */
  readonly behind: boolean;
  /** Looks again now. */
  readonly surveyAgain: () => void;
  readonly onLook: OnLook;
}

/**
 * Keeps looking at the workbook: once at the start, then after each change of cells or selection. What was seen stays
 * until the next look has ended, so that nothing flickers; a look that finds nothing new changes nothing.
 */
export function useSurvey(workbook: Workbook, memory: Omit<Memory, "last">): Surveying {
  const [survey, setSurvey] = useState<SurveyState>({ state: "surveying" });
  const [behind, setBehind] = useState(false);
  const [looks] = useState(() => new Looks(setSurvey, setBehind));
  const surveyAgain = useCallback(() => void looks.look(workbook), [looks, workbook]);

  useEffect(() => {
    const listeners: Promise<Release>[] = [workbook.onChange(surveyAgain), workbook.onSelectionChange(surveyAgain)];
    for (const listener of listeners) {
      // Without events the pane still works: it looks when asked to.
      listener.catch((failure: unknown) => looks.failed(failure));
    }
    return () => {
      for (const listener of listeners) {
        void listener.then(
          (release) => release(),
          () => undefined,
        );
      }
    };
  }, [workbook, looks, surveyAgain]);

  useEffect(() => {
    looks.remember(memory);
    surveyAgain();
  }, [looks, memory, surveyAgain]);

  return { survey, behind, surveyAgain, onLook: looks.onLook };
}

/** Counts the looks at the workbook: what a screen reads there by itself it reads again after each. */
export function useLooks(onLook: OnLook): number {
  const [looks, setLooks] = useState(0);
  useEffect(() => onLook(() => setLooks((number) => number + 1)), [onLook]);
  return looks;
}
