import { lazy, Suspense, useEffect, type ReactElement } from "react";
import { nameOf, type List, type ReadyList } from "../../../lists";
import { topLeft } from "../../../sheets";
import { BringInOffer } from "../../components/bring-in-offer";
import { CellLink } from "../../components/cell-link";
import { useLayout } from "../../components/layout";
import { TroubleCard } from "../../components/trouble-card";
import { TroubleWords } from "../../components/trouble-words";
import { UnclearList } from "../../components/unclear-list";
import { Waiting } from "../../components/waiting";
import { WhereRead } from "../../components/where-read";
import { WithList, type InSight } from "../../components/with-list";
import { WorthKnowing } from "../../components/worth-knowing";
import { noteSentences } from "../../words/note-sentences";
import { outdatedHeadline, outdatedSentence } from "../../words/outdated-words";
import { troubleSentence } from "../../words/trouble-sentence";
import type { ScreenProps } from "../screen";
import { draftFor } from "../set-up/draft";
import { DriftBars } from "./drift-bars";
import { SeldomCards } from "./seldom-cards";
import { verdictOf } from "./verdict";
import { VerdictCard } from "./verdict-card";

// What several accounts need comes with the other screens' code, so that the pane opens sooner.
const HouseholdHome = lazy(async () => {
  const found = await import(/* webpackChunkName: "screens" */ "./household-home");
  return { default: found.HouseholdHome };
});

const RowRulesCard = lazy(async () => {
  const found = await import(/* webpackChunkName: "screens" */ "./row-rules-card");
  return { default: found.RowRulesCard };
});

/** Answers "am I fine?" for the list of funds in sight. */
export function Home(props: ScreenProps): ReactElement {
  const { survey, changeDraft, goTo, workbook, say } = props;
  if (survey.state !== "seen" || survey.sight.found !== "list" || !survey.unfinished) {
    return (
      <WithList
        props={props}
        household={(sight) => (
          <Suspense fallback={<Waiting label="Opening" />}>
            <HouseholdHome {...props} sight={sight} />
          </Suspense>
        )}
      >
        {(inSight) => <Answer {...props} {...inSight} />}
      </WithList>
    );
  }
  // One page has one answer: the verdict on another list beside what this one lacks would be taken for this one's.
  const { unfinished, sight } = survey;
  return (
    <Lacking
      list={unfinished}
      other={sight.list}
      workbook={workbook}
      goTo={goTo}
      say={say}
      setUp={() => {
        changeDraft(() => draftFor(unfinished, undefined));
        goTo("set up");
      }}
    />
  );
}

interface LackingProps extends Pick<ScreenProps, "workbook" | "goTo" | "say"> {
  readonly list: List;
  /** The list that was shown before, and is again once a cell of it is selected. */
  readonly other: ReadyList;
  readonly setUp: () => void;
}

/** Says what the list under the selection lacks, and leads back to the one that is complete. */
function Lacking({ list, other, workbook, goTo, say, setUp }: LackingProps): ReactElement {
  const layout = useLayout();
  return (
    <>
      <UnclearList list={list} goTo={goTo} setUp={setUp} />
      <p className={layout.small}>
        <CellLink workbook={workbook} block={topLeft(other.block)} words={`Back to ${nameOf(other)}`} say={say} />, on
        sheet {other.block.sheet}.
      </p>
    </>
  );
}

type AnswerProps = ScreenProps & InSight;

function Answer(props: AnswerProps): ReactElement {
  const { workbook, list, plan, standing, outdated, say, goTo } = props;
  const layout = useLayout();
  const spoken = spokenAnswer(props);
  useEffect(() => say(spoken), [say, spoken]);

  if (!standing.ok) {
    return (
      <>
        <TroubleCard title="No answer yet">
          <TroubleWords trouble={standing.trouble} workbook={workbook} say={say} />
          {standing.trouble.problem.code === "not a number" && standing.trouble.fund !== undefined && (
            <BringInOffer goTo={goTo} list={list} />
          )}
        </TroubleCard>
        <p className={layout.small}>
          Read from {nameOf(list)} on sheet {list.block.sheet}.
        </p>
      </>
    );
  }
  return (
    <>
      {/* A verdict on values from before the trades would call for them a second time. */}
      <SeldomCards {...props} />
      {!outdated && (
        <VerdictCard
          standing={standing}
          thing="fund"
          {...(plan ? {} : { setUp: () => goTo("set up") })}
          seeTrades={() => goTo("plan")}
          workbook={workbook}
          say={say}
        />
      )}
      <WorthKnowing notes={[...noteSentences(standing.notes, list), ...totalNotes(list)]} />
      {standing.funds.some(({ lock, ownBand }) => lock ?? ownBand) && (
        <Suspense fallback={null}>
          <RowRulesCard {...props} standing={standing} />
        </Suspense>
      )}
      <section className={layout.card} aria-label="Drift of each fund">
        <h3 className={layout.subheading}>{outdated ? "Your funds before those trades" : "Your funds"}</h3>
        <DriftBars funds={standing.funds} together={standing.portfolioBand !== undefined} />
      </section>
      <WhereRead list={list} plan={plan} standing={standing} workbook={workbook} say={say} />
    </>
  );
}

function spokenAnswer({ list, standing, outdated }: AnswerProps): string {
  if (!standing.ok) return troubleSentence(standing.trouble);
  if (outdated) return `${outdatedHeadline}. ${outdatedSentence(list, outdated)}`;
  const { headline, because } = verdictOf(standing);
  return `${headline}. ${because}`;
}

function totalNotes({ total, block }: List): readonly string[] {
  return total ? [`Row ${block.row + total.row + 1} is the total of the rows above and is left out.`] : [];
}
