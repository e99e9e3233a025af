import { useEffect, useMemo, useState } from "react";
import type { Workbook } from "../../../workbook";
import type { List } from "../../../lists";
import type { OnLook } from "../../standing/looks";
import { useLooks } from "../../standing/use-survey";

/** Names that a new table can't have: those of tables, and of the sheets that are known. Read anew with each look. */
export function useTakenNames(workbook: Workbook, onLook: OnLook, list: List | undefined): readonly string[] {
  const [tables, setTables] = useState<readonly string[]>([]);
  const looks = useLooks(onLook);
  useEffect(() => {
    let current = true;
    workbook.tables().then(
      (found) => {
        const names = found.flatMap(({ name, block }) => [name, block.sheet]);
        if (current) setTables((old) => (old.join("\n") === names.join("\n") ? old : names));
      },
      // A name that is taken is refused by the workbook itself.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [workbook, looks]);
  const sheet = list?.block.sheet;
  return useMemo(() => (sheet === undefined ? tables : [...tables, sheet]), [tables, sheet]);
}
