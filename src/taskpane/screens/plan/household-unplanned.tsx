import { Button } from "@fluentui/react-components";
import { useEffect, type ReactElement } from "react";
import { heldClasses } from "../../../lists";
import { BringInOffer } from "../../components/bring-in-offer";
import { useLayout } from "../../components/layout";
import { QuestionsCard, questionsTitle } from "../../components/questions-card";
import { TroubleCard } from "../../components/trouble-card";
import { TroubleWords } from "../../components/trouble-words";
import { TryAgain } from "../../components/try-again";
import type { Trouble } from "../../standing/trouble";
import { unclassedInWords } from "../../words/household-words";
import { troubleSentence } from "../../words/trouble-sentence";
import type { HouseholdPlanProps } from "./household-props";
import { noPlanHeadline, plannerMissing } from "./household-words";

type NotPlannedProps = HouseholdPlanProps & { readonly questions: readonly string[] };

/** What comes before a plan: what the list leaves open, then targets. */
export function NotPlanned({ sight: { list }, questions, goTo, say }: NotPlannedProps): ReactElement {
  const layout = useLayout();
  const unclassed = unclassedInWords(heldClasses(list).unclassed);
  const title = questions.length > 0 ? questionsTitle : "Targets come first";
  useEffect(() => say(`${title}.`), [say, title]);
  if (questions.length > 0) {
    return <QuestionsCard list={list} questions={questions} goTo={goTo} />;
  }
  return (
    <TroubleCard title={title}>
      <p className={layout.text}>
        Keel plans the trades of all accounts together, towards a target for each class, such as 60% stocks and 40%
        bonds.
      </p>
      {unclassed === undefined ? (
        <div className={layout.buttons}>
          <Button appearance="primary" onClick={() => goTo("set up")}>
            Set targets by class
          </Button>
        </div>
      ) : (
        <>
          <p className={layout.text}>{unclassed}</p>
          <BringInOffer goTo={goTo} list={list} />
        </>
      )}
    </TroubleCard>
  );
}

type NoPlanProps = HouseholdPlanProps & { readonly trouble: Trouble; readonly again: () => void };

/** Why there is no plan: a cell that is wrong, hard rules that conflict, nothing found, or no solver. */
export function NoPlan({ sight, trouble, again, workbook, goTo, say }: NoPlanProps): ReactElement {
  const layout = useLayout();
  const { code } = trouble.problem;
  const title = noPlanHeadline(code);
  const isMissing = code === "no solver" || code === "not loaded";
  const spoken = `${title}. ${isMissing ? plannerMissing : troubleSentence(trouble)}`;
  useEffect(() => say(spoken), [say, spoken]);
  if (isMissing) return <TryAgain title={title} message={plannerMissing} again={again} />;
  return (
    <TroubleCard title={title}>
      <TroubleWords trouble={trouble} workbook={workbook} say={say} />
      <div className={layout.buttons}>
        <Button onClick={() => goTo("set up")}>{sight.plan ? "Change the plan in Set up" : "Set up a plan"}</Button>
      </div>
    </TroubleCard>
  );
}

/** A fault of Keel's own, in its words. */
export function Unanswered({ message, again }: { readonly message: string; readonly again: () => void }): ReactElement {
  return <TryAgain title="The trades could not be worked out" message={message} again={again} />;
}
