import type { ReactElement } from "react";
import type { Workbook } from "../../workbook/index";
import type { Trouble } from "../standing/trouble";
import { troubleCell, troubleSentence } from "../words/trouble-sentence";
import { CellLink } from "./cell-link";
import { useLayout } from "./layout";

interface TroubleWordsProps {
  readonly trouble: Trouble;
  readonly workbook: Workbook;
  readonly say: (sentence: string) => void;
}

/** Says what is wrong and which cell to look at, with a way there. */
export function TroubleWords({ trouble, workbook, say }: TroubleWordsProps): ReactElement {
  const layout = useLayout();
  const { at } = trouble;
  const cell = troubleCell(trouble);
  return (
    <>
      {cell !== undefined && (
        <p className={layout.text}>
          Look at cell <strong>{cell}</strong>.{" "}
          {at && <CellLink workbook={workbook} block={at} words="Go to cell" say={say} />}
        </p>
      )}
      <p className={layout.text}>{troubleSentence(trouble)}</p>
      <p className={layout.small}>Correct it in the sheet; Keel reads it again by itself.</p>
    </>
  );
}
