import { useCallback, useEffect, useRef, useState } from "react";
import type { Release, Workbook } from "../../workbook";
import { messageOf } from "../standing/looks";
import { checkUp, type HealthReport } from "./health";

export type Checking =
  | { readonly state: "checking" }
  | { readonly state: "failed"; readonly message: string }
  | ({ readonly state: "checked" } & HealthReport);

/** How long a checkup waits after the last one, in milliseconds: it reads the formulas of every sheet. */
const PAUSE = 1000;

/** Looks over the workbook's formulas at the start and after cells changed. Also gives a way to do it again now. */
export function useHealth(workbook: Workbook): readonly [Checking, () => void] {
  const [checking, setChecking] = useState<Checking>({ state: "checking" });
  const asked = useRef(0);
  const underWay = useRef(false);
  const gone = useRef(false);

  const checkNow = useCallback(async (): Promise<void> => {
    asked.current += 1;
    if (underWay.current) return;
    underWay.current = true;
    for (let answered = 0; answered !== asked.current && !gone.current;) {
      if (answered > 0) await new Promise((resolve) => setTimeout(resolve, PAUSE));
      answered = asked.current;
      setChecking(await checkUpOrFail(workbook));
    }
    underWay.current = false;
  }, [workbook]);

  useEffect(() => {
    gone.current = false;
    const listener: Promise<Release> = workbook.onChange(() => void checkNow());
    listener.catch((failure: unknown) => setChecking({ state: "failed", message: messageOf(failure) }));
    void checkNow();
    return () => {
      gone.current = true;
      void listener.then(
        (release) => release(),
        () => undefined,
      );
    };
  }, [workbook, checkNow]);

  return [checking, useCallback(() => void checkNow(), [checkNow])];
}

async function checkUpOrFail(workbook: Workbook): Promise<Checking> {
  try {
    return { state: "checked", ...(await checkUp(workbook)) };
  } catch (failure) {
    return { state: "failed", message: messageOf(failure) };
  }
}
