import { useEffect, useState } from "react";
import type { Block } from "../../../sheets";
import type { Workbook } from "../../../workbook";
import { freeSheet } from "./writing";

/** The name of a sheet on which the cells that will be written are free; undefined until it is known. */
export function useFreeSheet(
  workbook: Workbook,
  blockOn: (sheet: string) => Block,
  usual?: string,
): string | undefined {
  const [name, setName] = useState<string>();
  useEffect(() => {
    let current = true;
    freeSheet(workbook, blockOn, usual).then(
      (free) => {
        if (current) setName(free);
      },
      // If it can't be found now, Insert still asks: the workbook itself refuses to write over filled cells.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [workbook, blockOn, usual]);
  return name;
}
