import { useEffect, useState } from "react";
import type { Block } from "../../sheets";
import type { Contents } from "../../workbook";
import type { ScreenProps } from "../screens/screen";
import { useLooks } from "../standing/use-survey";

/** The formulas in a block of cells, read again after each look at the workbook; undefined until then. */
export function useFormulas(
  workbook: ScreenProps["workbook"],
  onLook: ScreenProps["onLook"],
  { sheet, row, column, height, width }: Block,
): Contents["formulas"] | undefined {
  const [formulas, setFormulas] = useState<Contents["formulas"]>();
  const looks = useLooks(onLook);
  useEffect(() => {
    let current = true;
    workbook.read({ sheet, row, column, height, width }).then(
      (contents) => current && setFormulas(contents.formulas),
      // What can't be read now is read at the next look; until then nothing is offered.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [workbook, looks, sheet, row, column, height, width]);
  return formulas;
}
