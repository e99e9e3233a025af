import { Button } from "@fluentui/react-components";
import { useMemo, type ReactElement } from "react";
import type { Block } from "../../../sheets";
import { nameOf, type HouseholdList, type HouseholdSight } from "../../../lists";
import type { ListStanding } from "../../standing/list-standing";
import { useHouseholdPlanning, type Planning } from "../../standing/household-planning";
import { HouseholdOutdatedCard } from "../../components/household-outdated-card";
import { useLayout } from "../../components/layout";
import { QuestionsCard } from "../../components/questions-card";
import { TroubleCard } from "../../components/trouble-card";
import { Waiting } from "../../components/waiting";
import { householdQuestions } from "../../words/household-words";
import { troubleSentence } from "../../words/trouble-sentence";
import type { ScreenProps } from "../screen";
import { Contents } from "./contents-card";
import { householdContentsOf, householdMaskingOf } from "./contents";
import type { Wishes } from "./facts";
import { Handover } from "./handover";
import { hasTickersBeside, householdFactsFor, readWithoutPlan, type ReadHousehold } from "./household-facts";
import { makeHouseholdCopy } from "./make-copy";
import { NothingToShare } from "./nothing-to-share";
import { Options } from "./options";
import { Trust } from "./trust";

type HouseholdShareProps = ScreenProps & { readonly sight: HouseholdSight };

/** Makes a copy of a household, or of one account that is judged by class, that an adviser can read without Keel. */
export function HouseholdShare(props: HouseholdShareProps): ReactElement {
  const { sight, survey, workbook, say } = props;
  const { list } = sight;
  const layout = useLayout();
  const outdated = survey.state === "seen" ? survey.outdatedHousehold : undefined;
  return (
    <>
      <HouseholdOutdatedCard {...props} list={list} outdated={outdated} />
      <CopyOrWhyNot {...props} />
      {workbook.trust && <Trust trust={workbook.trust} say={say} />}
      <p className={layout.small}>
        Read from {nameOf(list)} on sheet {list.block.sheet}.
      </p>
    </>
  );
}

function CopyOrWhyNot(props: HouseholdShareProps): ReactElement {
  const { sight, standing, today, goTo } = props;
  const layout = useLayout();
  const planning = useHouseholdPlanning(sight, today);
  const questions = householdQuestions(sight.list);
  if (questions.length > 0) {
    return <QuestionsCard list={sight.list} questions={questions} goTo={goTo} />;
  }
  if (!standing || !planning) {
    return (
      <TroubleCard title="Nothing to share yet">
        <p className={layout.text}>An adviser copy says how each class stands beside its target.</p>
        <div className={layout.buttons}>
          <Button appearance="primary" onClick={() => goTo("set up")}>
            Set targets by class
          </Button>
        </div>
      </TroubleCard>
    );
  }
  if (!standing.ok) return <NothingToShare trouble={standing.trouble} />;
  if (planning.state === "planning") return <Waiting label="Working out the trades" />;
  if (planning.state === "failed") {
    return (
      <TroubleCard title="Nothing to share yet">
        <p className={layout.text}>{planning.message}</p>
      </TroubleCard>
    );
  }
  return <Planned {...props} standing={standing} planning={planning.planning} />;
}

interface PlannedProps extends Omit<HouseholdShareProps, "standing"> {
  readonly standing: ListStanding;
  readonly planning: Planning;
}

function Planned(props: PlannedProps): ReactElement {
  const { sight, standing, planning, today } = props;
  const read = useMemo(
    (): ReadHousehold | undefined =>
      planning.ok
        ? { range: planning.decided.range, decided: planning.decided }
        : readWithoutPlan(sight, standing.rule.policy, today),
    [sight, standing, planning, today],
  );
  // What can't be read at all has no accounts to show either.
  if (!read) return planning.ok ? <></> : <NothingToShare trouble={planning.trouble} />;
  return <Copy {...props} read={read} />;
}

function Copy({
  workbook,
  say,
  sight,
  standing,
  planning,
  read,
  today,
  typed: { wishes },
  changeTyped,
}: PlannedProps & { readonly read: ReadHousehold }): ReactElement {
  const layout = useLayout();
  const { list } = sight;
  const facts = useMemo(
    () => householdFactsFor(sight, standing, read, wishes, today),
    [sight, standing, read, wishes, today],
  );
  const change = (part: Partial<Wishes>): void => changeTyped((typed) => ({ wishes: { ...typed.wishes, ...part } }));
  return (
    <>
      <section className={layout.card} aria-labelledby="keel-share">
        <h2 className={layout.heading} id="keel-share" tabIndex={-1}>
          Share with an adviser
        </h2>
        <p className={layout.text}>
          Keel makes a workbook of its own that anybody can read, check and print, with or without Keel. Your own
          workbook stays as it is.
        </p>
        <Options
          wishes={wishes}
          change={change}
          tickers={hasTickersBeside(list.household.table)}
          {...(planning.ok ? {} : { noTrades: troubleSentence(planning.trouble) })}
        />
        <Handover
          workbook={workbook}
          make={(money) => makeHouseholdCopy({ ...facts, money }, new Date())}
          values={valuesOf(list)}
          say={say}
        />
      </section>
      <Contents lines={householdContentsOf(facts)} masking={householdMaskingOf(facts, numberedIn(list))} />
    </>
  );
}

/** The column of values; a list may have shares and prices alone. */
function valuesOf({ block, household: { table } }: HouseholdList): Block | undefined {
  const column = table.columns.get("value")?.column;
  return column === undefined ? undefined : { ...block, column: block.column + column, width: 1 };
}

/** The accounts that have a number, by the names that show its last digits. */
function numberedIn({ household: { table } }: HouseholdList): readonly string[] {
  return table.accounts.flatMap(({ name, number }) => (number === undefined ? [] : [name]));
}
