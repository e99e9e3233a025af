import { useEffect, useMemo, useState } from "react";
import { logEntries, type LogEntry } from "../../../sheets";
import type { Table, Workbook } from "../../../workbook";
import type { OnLook } from "../../standing/looks";
import { useLooks } from "../../standing/use-survey";
import { findLog, findTrades } from "./log-writing";

/** The rebalances in the workbook's log, latest first, read again after each look at the workbook. Undefined until then. */
export function useLog(workbook: Workbook, onLook: OnLook): readonly LogEntry[] | undefined {
  const log = useTable(workbook, onLook, findLog);
  return useMemo(() => log && (log.found ? logEntries(log.found) : []), [log]);
}

/** The table of past rebalances itself; undefined until it was looked for, and where there is none. */
export function useLogTable(workbook: Workbook, onLook: OnLook): Table | undefined {
  return useTable(workbook, onLook, findLog)?.found;
}

/** The workbook's log of single trades, read again after each look; undefined until then, and where there is none. */
export function useTradeLog(workbook: Workbook, onLook: OnLook): Table | undefined {
  return useTable(workbook, onLook, findTrades)?.found;
}

/** A table of the workbook, once it was looked for. */
function useTable(
  workbook: Workbook,
  onLook: OnLook,
  find: (workbook: Workbook) => Promise<Table | undefined>,
): { readonly found: Table | undefined } | undefined {
  const [table, setTable] = useState<{ readonly found: Table | undefined }>();
  const looks = useLooks(onLook);
  useEffect(() => {
    let current = true;
    find(workbook).then(
      (found) => current && setTable({ found }),
      // What can't be read now is read at the next look; until then all stays as it was.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [workbook, looks, find]);
  return table;
}
