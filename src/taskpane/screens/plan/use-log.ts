import { useEffect, useState } from "react";
import { logEntries, type LogEntry } from "../../../sheets";
import type { Workbook } from "../../../workbook";
import type { OnLook } from "../../standing/looks";
import { useLooks } from "../../standing/use-survey";
import { findLog } from "./log-writing";

/** The rebalances in the workbook's log, latest first, read again after each look at the workbook. Undefined until then. */
export function useLog(workbook: Workbook, onLook: OnLook): readonly LogEntry[] | undefined {
  const [entries, setEntries] = useState<readonly LogEntry[]>();
  const looks = useLooks(onLook);
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
  }, [workbook, looks]);
  return entries;
}
