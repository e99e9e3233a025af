import { useEffect, useRef, useState } from "react";
import { localAddress, type Block } from "../../../sheets";
import type { CellFormula, Workbook } from "../../../workbook";
import type { Catalogue } from "../../catalogue/catalogue";
import type { ReadyList } from "../../../lists";
import { messageOf } from "../../standing/looks";
import { useLooks } from "../../standing/use-survey";
import type { ScreenProps } from "../screen";
import type { Explained } from "./explained";
import { explain } from "./explanation";

export type Explaining =
  | { readonly state: "reading" }
  | { readonly state: "failed"; readonly message: string }
  /** The selected cell has no formula of Keel's; these cells have. */
  | { readonly state: "nothing"; readonly selected: Block; readonly formulas: readonly CellFormula[] }
  | { readonly state: "explained"; readonly selected: Block; readonly explained: Explained };

/** Explains the selected cell anew each time the pane has looked at the workbook: after a change of cells or selection. */
export function useExplained(
  workbook: Workbook,
  { survey, onLook, namespace }: Pick<ScreenProps, "survey" | "onLook" | "namespace">,
  catalogue: Catalogue | undefined,
): Explaining {
  const [explaining, setExplaining] = useState<Explaining>({ state: "reading" });
  const latest = useRef(0);
  const looks = useLooks(onLook);
  useEffect(() => {
    if (!catalogue || survey.state === "surveying") return;
    const list = survey.state === "seen" && survey.sight.found === "list" ? survey.sight.list : undefined;
    latest.current += 1;
    const mine = latest.current;
    const answer = async (): Promise<void> => {
      const outcome = await explainSelection(workbook, catalogue, list, namespace).catch(
        (failure: unknown): Explaining => ({
          state: "failed",
          message: messageOf(failure),
        }),
      );
      // What was asked later may have been answered sooner.
      if (mine === latest.current) setExplaining(outcome);
    };
    void answer();
    return () => {
      latest.current += 1;
    };
  }, [workbook, survey, looks, catalogue, namespace]);
  return explaining;
}

async function explainSelection(
  workbook: Workbook,
  catalogue: Catalogue,
  list: ReadyList | undefined,
  namespace: string,
): Promise<Explaining> {
  const { block } = await workbook.selection();
  const selected = { ...block, height: 1, width: 1 };
  const formula = await workbook.formulaFor(selected);
  const explained = formula && (await explain(workbook, formula, catalogue, list, { namespace, selected }));
  if (explained) return { state: "explained", selected, explained };
  return { state: "nothing", selected, formulas: await workbook.keelFormulas() };
}

/** What the screen is about, in a few words: `F4`, or `F6, filled from F4`. */
export function selectedInWords({ selected, explained }: Extract<Explaining, { state: "explained" }>): string {
  const { cell } = explained.formula;
  if (cell.row === selected.row && cell.column === selected.column) return localAddress(selected);
  return `${localAddress(selected)}, filled from ${localAddress({ ...cell, height: 1, width: 1 })}`;
}
