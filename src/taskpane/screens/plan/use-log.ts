import { useEffect, useState } from "react";
import { logEntries, type LogEntry } from "../../../sheets";
import type { Workbook } from "../../../workbook";
import type { SurveyState } from "../../standing/use-survey";
import { findLog } from "./log-writing";

/** The rebalances in the workbook's log, latest first, read again after each look at the workbook. Undefined until then. */
export function useLog(workbook: Workbook, survey: SurveyState): readonly LogEntry[] | undefined {
  const [entries, setEntries] = useState<readonly LogEntry[]>();
  useEffect(() => {
    let current = true;
    const read = async (): Promise<void> => {
      const log = await findLog(workbook);
      if (current) setEntries(log ? logEntries(log) : []);
    };
    // What can't be read now is read at the next look; until then the list stays as it was.
    read().catch(() => undefined);
    return () => {
      current = false;
    };
  }, [workbook, survey]);
  return entries;
}
