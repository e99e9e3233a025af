import type { ReactElement } from "react";
import type { Trouble } from "../../standing/trouble";
import { useLayout } from "../../components/layout";
import { TroubleCard } from "../../components/trouble-card";
import { troubleCell, troubleSentence } from "../../words/trouble-sentence";

/** Why there is no copy yet, and which cell to look at. */
export function NothingToShare({ trouble }: { readonly trouble: Trouble }): ReactElement {
  const layout = useLayout();
  const cell = troubleCell(trouble);
  return (
    <TroubleCard title="Nothing to share yet">
      {cell !== undefined && (
        <p className={layout.text}>
          Look at cell <strong>{cell}</strong>.
        </p>
      )}
      <p className={layout.text}>{troubleSentence(trouble)}</p>
      <p className={layout.small}>Correct it in the sheet; Keel reads it again by itself.</p>
    </TroubleCard>
  );
}
