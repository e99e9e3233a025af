import { Button } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Plan, ReadyList } from "../../../lists";
import { useLayout } from "../../components/layout";
import type { ListStanding } from "../../standing/list-standing";
import { rowRulesInWords } from "../../words/row-rules-words";
import type { ScreenProps } from "../screen";
import { draftFor } from "../set-up/draft";

interface RowRulesCardProps extends Pick<ScreenProps, "changeDraft" | "goTo"> {
  readonly list: ReadyList;
  readonly standing: ListStanding;
  readonly plan: Plan | undefined;
}

/** What the list says of single funds, in its columns Lock and Band, and whether the plan's formulas know of them. */
export function RowRulesCard({ list, standing, plan, changeDraft, goTo }: RowRulesCardProps): ReactElement {
  const layout = useLayout();
  const update = (): void => {
    // The wizard may still stand at its end, where it wrote the plan as it is.
    changeDraft(() => draftFor(list, plan));
    goTo("set up");
  };
  return (
    <section className={layout.card} aria-labelledby="keel-row-rules">
      <h3 className={layout.subheading} id="keel-row-rules">
        Rules of single funds
      </h3>
      <ul className={layout.list}>
        {rowRulesInWords(standing.funds).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {plan?.rulesUnread && (
        <>
          <p className={layout.text}>
            Your plan’s formulas were written before the list had these columns, so its sheet still goes by your rule
            alone.
          </p>
          <div className={layout.buttons}>
            <Button onClick={update}>Update the plan</Button>
          </div>
        </>
      )}
    </section>
  );
}
