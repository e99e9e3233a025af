import type { ReactElement } from "react";
import type { List } from "../../lists";
import type { ScreenProps } from "../screens/screen";
import { BringInOffer } from "./bring-in-offer";
import { useLayout } from "./layout";
import { TroubleCard } from "./trouble-card";

interface QuestionsCardProps extends Pick<ScreenProps, "goTo"> {
  readonly list: List;
  /** What the list leaves open, a sentence each. */
  readonly questions: readonly string[];
}

export const questionsTitle = "Put this right first";

/** What has to be put right in a list before anything can be said of it, with Bring in as a way. */
export function QuestionsCard({ list, questions, goTo }: QuestionsCardProps): ReactElement {
  const layout = useLayout();
  return (
    <TroubleCard title={questionsTitle}>
      <ul className={layout.list}>
        {questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
      <BringInOffer goTo={goTo} list={list} />
    </TroubleCard>
  );
}
