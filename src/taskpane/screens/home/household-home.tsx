import { Button } from "@fluentui/react-components";
import { useEffect, type ReactElement } from "react";
import { policySentence } from "../../../ranges";
import { heldClasses, nameOf, type HouseholdList, type HouseholdSight } from "../../../lists";
import type { ListStanding } from "../../standing/list-standing";
import { Accounts } from "../../components/accounts";
import { BringInOffer } from "../../components/bring-in-offer";
import { CellLink } from "../../components/cell-link";
import { useLayout } from "../../components/layout";
import { TroubleCard } from "../../components/trouble-card";
import { TroubleWords } from "../../components/trouble-words";
import { WorthKnowing } from "../../components/worth-knowing";
import {
  guessedInWords,
  householdInWords,
  householdNotes,
  householdQuestions,
  householdStandingNotes,
  unclassedInWords,
  whyNoTrades,
} from "../../words/household-words";
import { troubleSentence } from "../../words/trouble-sentence";
import type { ScreenProps } from "../screen";
import { DriftBars } from "./drift-bars";
import { verdictOf } from "./verdict";
import { VerdictCard } from "./verdict-card";

type HouseholdHomeProps = ScreenProps & { readonly sight: HouseholdSight };

/** Home for several accounts: how they stand by class, all together, and what each holds. */
export function HouseholdHome(props: HouseholdHomeProps): ReactElement {
  const { sight, standing, say } = props;
  const { list, account } = sight;
  const one = account !== undefined;
  const layout = useLayout();
  const questions = householdQuestions(list);
  const spoken = questions[0] ?? spokenAnswer(standing);
  useEffect(() => say(spoken), [say, spoken]);
  const judged = questions.length === 0 && standing?.ok ? standing : undefined;
  return (
    <>
      {judged ? <Judged {...props} judged={judged} /> : <Unjudged {...props} questions={questions} />}
      <section className={layout.card} aria-labelledby="keel-accounts">
        <h3 className={layout.subheading} id="keel-accounts">
          {one ? "Your list" : "Your accounts"}
        </h3>
        <p className={layout.text}>
          {nameOf(list)} on sheet {list.block.sheet} holds {householdInWords(list.household)}.
        </p>
        {!one && <Accounts household={list.household} />}
        <p className={layout.small}>{whyNoTrades(list.household)}</p>
      </section>
      <WorthKnowing
        notes={[
          ...(account?.added ? [guessedInWords(account.added)] : []),
          ...(judged ? householdStandingNotes(judged, list) : householdNotes(list)),
        ]}
      />
      {judged && <WhereFrom {...props} judged={judged} />}
    </>
  );
}

function spokenAnswer(standing: ScreenProps["standing"]): string {
  if (!standing) return "Add your targets.";
  if (!standing.ok) return troubleSentence(standing.trouble);
  const { headline, because } = verdictOf(standing, "class");
  return `${headline}. ${because}`;
}

type JudgedProps = HouseholdHomeProps & { readonly judged: ListStanding };

/** The verdict by class. */
function Judged({ sight: { plan, account }, judged, workbook, goTo, say }: JudgedProps): ReactElement {
  const layout = useLayout();
  return (
    <>
      <VerdictCard
        standing={judged}
        thing="class"
        {...(plan ? {} : { setUp: () => goTo("set up") })}
        workbook={workbook}
        say={say}
      />
      <section className={layout.card} aria-label="Drift of each class">
        <h3 className={layout.subheading}>{account ? "Your classes" : "Your classes, all accounts together"}</h3>
        <DriftBars funds={judged.funds} together={judged.portfolioBand !== undefined} thing="class" />
      </section>
    </>
  );
}

/** Which cells the verdict was read from, with ways there. */
function WhereFrom({ sight: { targets, plan }, judged, workbook, say }: JudgedProps): ReactElement {
  const layout = useLayout();
  return (
    <div className={layout.stack}>
      {targets && (
        <p className={layout.small}>
          Your targets by class are in <CellLink workbook={workbook} block={targets.weights} say={say} />.
          {plan?.bandsUnread && " Beside them are bands that your plan doesn’t read yet: update it in Set up."}
        </p>
      )}
      <p className={layout.small}>
        {plan ? (
          <>
            Your rule, in <CellLink workbook={workbook} block={plan.policyCells} say={say} />:{" "}
          </>
        ) : (
          "Keel’s usual rule: "
        )}
        {policySentence(judged.rule.policy, "class")}
      </p>
    </div>
  );
}

/** Why there is no verdict yet, and what to do. */
function Unjudged(props: HouseholdHomeProps & { readonly questions: readonly string[] }): ReactElement {
  const { sight, standing, questions, workbook, goTo, say } = props;
  const layout = useLayout();
  if (questions.length > 0) {
    return (
      <TroubleCard title="Put this right first">
        <ul className={layout.list}>
          {questions.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ul>
        <BringInOffer goTo={goTo} list={sight.list} />
      </TroubleCard>
    );
  }
  if (standing && !standing.ok) {
    return (
      <TroubleCard title="No answer yet">
        <TroubleWords trouble={standing.trouble} workbook={workbook} say={say} />
        <BringInOffer goTo={goTo} list={sight.list} />
      </TroubleCard>
    );
  }
  return <AddTargets list={sight.list} goTo={goTo} />;
}

function AddTargets({ list, goTo }: { readonly list: HouseholdList } & Pick<ScreenProps, "goTo">): ReactElement {
  const layout = useLayout();
  const unclassed = unclassedInWords(heldClasses(list).unclassed);
  return (
    <TroubleCard title="Add your targets">
      <p className={layout.text}>Targets for several accounts are by class, such as 60% stocks and 40% bonds.</p>
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
