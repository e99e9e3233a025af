import { Button } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { nameOf, type HouseholdList } from "../../../lists";
import { Accounts } from "../../components/accounts";
import { BringInOffer } from "../../components/bring-in-offer";
import { useLayout } from "../../components/layout";
import { TroubleCard } from "../../components/trouble-card";
import { householdInWords, householdNotes, householdQuestions, tradesFollow } from "../../words/household-words";
import type { ScreenProps } from "../screen";

type HouseholdHomeProps = ScreenProps & { readonly list: HouseholdList };

/** Home for several accounts: what they hold, and how it stands by class. */
export function HouseholdHome({ list, goTo }: HouseholdHomeProps): ReactElement {
  const layout = useLayout();
  const questions = householdQuestions(list);
  const notes = householdNotes(list);
  const { household } = list;
  return (
    <>
      <TroubleCard title={questions.length > 0 ? "Put this right first" : "Add your targets"}>
        <p className={layout.text}>
          {nameOf(list)} on sheet {list.block.sheet} holds {householdInWords(household)}.
        </p>
        {questions.length > 0 ? (
          <>
            <ul className={layout.list}>
              {questions.map((question) => (
                <li key={question}>{question}</li>
              ))}
            </ul>
            <BringInOffer goTo={goTo} />
          </>
        ) : (
          <>
            <p className={layout.text}>Targets for several accounts are by class, such as 60% stocks and 40% bonds.</p>
            <div className={layout.buttons}>
              <Button appearance="primary" onClick={() => goTo("set up")}>
                Set targets by class
              </Button>
            </div>
          </>
        )}
        <p className={layout.small}>{tradesFollow}</p>
      </TroubleCard>
      <section className={layout.card} aria-labelledby="keel-accounts">
        <h3 className={layout.subheading} id="keel-accounts">
          Your accounts
        </h3>
        <Accounts household={household} />
      </section>
      {notes.length > 0 && (
        <section className={layout.card} aria-label="Worth knowing">
          <h3 className={layout.subheading}>Worth knowing</h3>
          <ul className={layout.list}>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
