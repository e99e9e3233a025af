import { Button } from "@fluentui/react-components";
import { useEffect, useMemo, type ReactElement } from "react";
import type { DecidedPlan } from "../../../operations";
import {
  cashFlowsOf,
  heldClasses,
  nameOf,
  type HouseholdList,
  type HouseholdSight,
  type OutdatedHousehold,
} from "../../../lists";
import { useHouseholdPlanning, type PlanningState } from "../../standing/household-planning";
import type { ListStanding } from "../../standing/list-standing";
import { Accounts } from "../../components/accounts";
import { BringInOffer } from "../../components/bring-in-offer";
import { HouseholdOutdatedCard } from "../../components/household-outdated-card";
import { useLayout } from "../../components/layout";
import { QuestionsCard } from "../../components/questions-card";
import { TargetsAndRule } from "../../components/targets-and-rule";
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
} from "../../words/household-words";
import { householdFindings } from "../../words/household-findings-words";
import { outdatedHeadline, outdatedHouseholdSentence } from "../../words/outdated-words";
import { planSummary } from "../../words/plan-summary-words";
import { troubleSentence } from "../../words/trouble-sentence";
import type { ScreenProps } from "../screen";
import { DriftBars } from "./drift-bars";
import { householdVerdict, type HouseholdVerdict } from "./household-verdict-words";
import { VerdictCard } from "./verdict-card";

type HouseholdHomeProps = ScreenProps & { readonly sight: HouseholdSight };

/** Home for several accounts: how they stand by class, all together, what to do about it, and what each holds. */
export function HouseholdHome(props: HouseholdHomeProps): ReactElement {
  const { sight, standing, survey, today } = props;
  const questions = useMemo(() => householdQuestions(sight.list), [sight.list]);
  const planning = useHouseholdPlanning(sight, today);
  const flows = useMemo(() => cashFlowsOf(sight.list), [sight.list]);
  if (questions.length > 0 || !standing?.ok) return <WithoutVerdict {...props} questions={questions} />;
  const outdated = survey.state === "seen" ? survey.outdatedHousehold : undefined;
  // A verdict on values from before the trades would call for them a second time.
  if (outdated) return <BeforeTrades {...props} judged={standing} outdated={outdated} />;
  const planned = plannedIn(planning);
  const verdict = householdVerdict(standing, flows, planned);
  return <WithVerdict {...props} judged={standing} verdict={verdict} planning={planning} />;
}

/** What was planned; undefined as long as it isn't, and where it can't be. */
function plannedIn(planning: PlanningState | undefined): DecidedPlan | undefined {
  return planning?.state === "planned" && planning.planning.ok ? planning.planning.decided : undefined;
}

function WithoutVerdict(props: HouseholdHomeProps & { readonly questions: readonly string[] }): ReactElement {
  const { sight, standing, questions, say } = props;
  const spoken = questions[0] ?? (standing && !standing.ok ? troubleSentence(standing.trouble) : "Add your targets.");
  useEffect(() => say(spoken), [say, spoken]);
  return (
    <>
      <Unjudged {...props} />
      <YourAccounts sight={sight} />
      <WorthKnowing notes={[...addedNotes(sight), ...householdNotes(sight.list)]} />
    </>
  );
}

type JudgedProps = HouseholdHomeProps & { readonly judged: ListStanding };

function WithVerdict(
  props: JudgedProps & { readonly verdict: HouseholdVerdict; readonly planning: PlanningState | undefined },
): ReactElement {
  const { sight, judged, verdict, planning, workbook, goTo, say } = props;
  const { list, plan, account } = sight;
  const layout = useLayout();
  const spoken = `${verdict.headline}. ${verdict.because}`;
  useEffect(() => say(spoken), [say, spoken]);
  const planned = plannedIn(planning);
  const isHeldUp = planning?.state === "failed" || (planning?.state === "planned" && !planning.planning.ok);
  return (
    <>
      <HouseholdOutdatedCard {...props} list={list} outdated={undefined} />
      <VerdictCard
        standing={judged}
        verdict={verdict}
        thing="class"
        {...(plan ? {} : { setUp: () => goTo("set up") })}
        {...(verdict.trades && !isHeldUp && { seeTrades: () => goTo("plan") })}
        workbook={workbook}
        say={say}
      >
        <PlanLine {...props} wanted={verdict.trades} />
      </VerdictCard>
      <section className={layout.card} aria-label="Drift of each class">
        <h3 className={layout.subheading}>{account ? "Your classes" : "Your classes, all accounts together"}</h3>
        <DriftBars funds={judged.funds} together={judged.portfolioBand !== undefined} thing="class" />
      </section>
      <YourAccounts sight={sight} />
      <WorthKnowing
        notes={[...addedNotes(sight), ...householdStandingNotes(judged, list), ...householdFindings(judged, planned)]}
      />
      <TargetsAndRule {...props} policy={judged.rule.policy} />
    </>
  );
}

/** What is there in place of a verdict as long as the list shows values from before the last trades. */
function BeforeTrades(props: JudgedProps & { readonly outdated: OutdatedHousehold }): ReactElement {
  const { sight, judged, outdated, say } = props;
  const layout = useLayout();
  const spoken = `${outdatedHeadline}. ${outdatedHouseholdSentence(sight.list, outdated)}`;
  useEffect(() => say(spoken), [say, spoken]);
  return (
    <>
      <HouseholdOutdatedCard {...props} list={sight.list} outdated={outdated} />
      <section className={layout.card} aria-label="Drift of each class">
        <h3 className={layout.subheading}>Your classes before those trades</h3>
        <DriftBars funds={judged.funds} together={judged.portfolioBand !== undefined} thing="class" />
      </section>
      <YourAccounts sight={sight} />
      <TargetsAndRule {...props} policy={judged.rule.policy} />
    </>
  );
}

interface PlanLineProps extends Pick<ScreenProps, "workbook" | "say"> {
  readonly planning: PlanningState | undefined;
  /** Whether the verdict calls for trades. */
  readonly wanted: boolean;
}

/** What the plan comes to, once it is worked out, or why there is none. */
function PlanLine({ planning, wanted, workbook, say }: PlanLineProps): ReactElement | null {
  const layout = useLayout();
  if (!planning) return null;
  if (planning.state === "planning") return wanted ? <p className={layout.text}>Working out the trades…</p> : null;
  if (planning.state === "failed") return <p className={layout.text}>{planning.message}</p>;
  const { planning: found } = planning;
  if (!found.ok) return <TroubleWords trouble={found.trouble} workbook={workbook} say={say} />;
  return (
    <>
      {planSummary(found.decided).map((sentence) => (
        <p key={sentence} className={layout.text}>
          {sentence}
        </p>
      ))}
    </>
  );
}

/** What the list holds, account by account. */
function YourAccounts({ sight: { list, account } }: Pick<HouseholdHomeProps, "sight">): ReactElement {
  const layout = useLayout();
  return (
    <section className={layout.card} aria-labelledby="keel-accounts">
      <h3 className={layout.subheading} id="keel-accounts">
        {account ? "Your list" : "Your accounts"}
      </h3>
      <p className={layout.text}>
        {nameOf(list)} on sheet {list.block.sheet} holds {householdInWords(list.household)}.
      </p>
      {!account && <Accounts household={list.household} />}
    </section>
  );
}

function addedNotes({ account }: HouseholdSight): readonly string[] {
  return account?.added ? [guessedInWords(account.added)] : [];
}

/** Why there is no verdict yet, and what to do. */
function Unjudged(props: HouseholdHomeProps & { readonly questions: readonly string[] }): ReactElement {
  const { sight, standing, questions, workbook, goTo, say } = props;
  if (questions.length > 0) {
    return <QuestionsCard list={sight.list} questions={questions} goTo={goTo} />;
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
