import { Spinner } from "@fluentui/react-components";
import { useEffect, useMemo, type ReactElement } from "react";
import { canBeTable, freeTableName, fundRows, isValued, propose, type HouseholdSight, type List } from "../../../lists";
import { judgeOfList } from "../../standing/judge";
import type { SurveyState } from "../../standing/looks";
import { NoList } from "../../components/no-list";
import { NotRead } from "../../components/not-read";
import type { ScreenProps } from "../screen";
import { ClassTargetsFound } from "./class-targets-found";
import { DoneStep } from "./done-step";
import {
  draftFor,
  draftOfSight,
  freshDraft,
  isTakenBack,
  withInsertion,
  withList,
  withLookThere,
  type Draft,
  type StepName,
} from "./draft";
import { FundsStep } from "./funds-step";
import { canBeByFund, HouseholdSteps } from "./household-steps";
import { PreviewStep } from "./preview-step";
import { RuleStep } from "./rule-step";
import { StepFrame, type Titles } from "./step-frame";
import { useTakenNames } from "./taken-names";
import { targetsState } from "./target-fields";
import { TargetsStep } from "./targets-step";

const titles: Titles = {
  funds: "Your funds",
  targets: "Your targets",
  rule: "Your rule",
  preview: "Preview",
  done: "Your plan is live",
};

/** From a bare list of funds to a live plan: funds, targets, rule, preview, insert. */
export function SetUp(props: ScreenProps): ReactElement {
  const { survey, surveyAgain, draft, changeDraft } = props;
  const seen = survey.state === "seen" ? survey : undefined;

  // The list under the selection is the one to set up, else the one in sight; from then on the pane stays with it.
  useEffect(() => {
    if (draft.list || draft.step === "done" || !seen) return;
    const { sight, unfinished, cells } = seen;
    const begun = unfinished ?? (cells && mayBeFunds(cells) ? cells : undefined);
    if (begun) changeDraft(() => draftFor(begun, undefined));
    else if (sight.found !== "nothing") changeDraft(() => draftOfSight(sight));
  }, [draft, seen, changeDraft]);

  if (draft.step !== "done") {
    if (survey.state === "surveying") return <Spinner label="Reading your workbook" size="small" />;
    if (survey.state === "failed") return <NotRead message={survey.message} surveyAgain={surveyAgain} />;
    if (survey.sight.found === "nothing") return <NoList {...props} />;
  }
  const household = seen?.sight.found === "household" ? seen.sight : undefined;
  const written = draft.step === "done" ? draft.inserted : undefined;
  const byClass = written ? written.of === "household" : household && !isByFund(household, draft);
  if (byClass) return <HouseholdSteps {...props} sight={household} other={otherList(survey)} />;
  return <Steps {...props} sight={household} />;
}

const tablesOfList = "Holdings";

interface StepsProps extends ScreenProps {
  /** Of one account with targets by class, whose funds get targets of their own. */
  readonly sight: HouseholdSight | undefined;
}

function Steps(props: StepsProps): ReactElement {
  const { workbook, namespace, survey, surveyAgain, goTo, say, draft, changeDraft, choose } = props;
  const sight = survey.state === "seen" && survey.sight.found !== "nothing" ? survey.sight : undefined;
  const { account, targets: classed } = props.sight ?? {};
  const list = account?.list ?? sight?.list;
  const plan = sight?.found === "list" ? sight.plan : undefined;
  const taken = useTakenNames(workbook, props.onLook, list);
  const tableName = freeTableName(tablesOfList, taken);
  const valued = list && isValued(list) ? list : undefined;
  const targets = useMemo(
    () => valued && targetsState(valued, draft.targets, account?.fundTargets),
    [valued, draft.targets, account],
  );
  const proposal = useMemo(
    () =>
      valued && targets?.complete
        ? propose(valued, targets.percents, draft.makeTable && canBeTable(valued) ? tableName : undefined)
        : undefined,
    [valued, targets, draft.makeTable, tableName],
  );
  // If the list lost a column meanwhile, the first step asks again; what was typed stays.
  const step: StepName = draft.step === "done" || valued ? draft.step : "funds";
  useEffect(() => {
    changeDraft((old) => withLookThere(old, plan));
  }, [plan, changeDraft]);

  const change = (part: Partial<Draft>): void => changeDraft((old) => ({ ...old, ...part }));
  const to = (name: StepName): void => change({ step: name });
  const judge = useMemo(() => proposal && judgeOfList(proposal.list), [proposal]);

  return (
    <StepFrame titles={titles} step={step} asked={draft.step} takenBack={isTakenBack(draft)}>
      {step === "funds" && list && (
        <FundsStep
          list={list}
          selected={otherList(survey)}
          take={(other) => changeDraft((old) => withList(old, other))}
          choose={choose}
          makeTable={draft.makeTable}
          setMakeTable={(makeTable) => change({ makeTable })}
          tableName={tableName}
          next={() => to("targets")}
        >
          {classed && (
            <ClassTargetsFound
              targets={classed}
              account={account}
              chosen="fund"
              byFund
              choose={(targetsFor) => change({ targetsFor })}
            />
          )}
        </FundsStep>
      )}
      {step === "targets" && valued && targets && (
        <TargetsStep
          thing="fund"
          {...(valued.columns.target === undefined ? { adds: "Keel adds a column called Target to your list." } : {})}
          draft={draft.targets}
          state={targets}
          change={(part) => changeDraft((old) => ({ ...old, targets: { ...old.targets, ...part } }))}
          next={() => to("rule")}
          back={() => to("funds")}
        />
      )}
      {step === "rule" && (
        <RuleStep
          judge={judge}
          cash
          draft={draft}
          change={change}
          next={() => to("preview")}
          back={() => to("targets")}
        />
      )}
      {step === "preview" && list && (
        <PreviewStep
          workbook={workbook}
          namespace={namespace}
          proposal={proposal}
          plan={plan}
          taken={taken}
          draft={draft}
          change={change}
          done={(inserted) => {
            changeDraft((old) => ({
              ...old,
              step: "done",
              inserted: { ...inserted, before: old.list ?? list, state: "there" },
              // A list that has become a table is found by its name from now on.
              ...(proposal ? { list: whereaboutsOf(proposal.list) } : {}),
            }));
            surveyAgain();
          }}
          back={() => to("rule")}
          say={say}
        />
      )}
      {step === "done" && draft.inserted && (
        <DoneStep
          workbook={workbook}
          inserted={draft.inserted}
          changeState={(state) => {
            changeDraft((old) => withInsertion(old, state));
            surveyAgain();
          }}
          goTo={goTo}
          backToPreview={() => to("preview")}
          startAgain={() => changeDraft(() => freshDraft)}
          say={say}
        />
      )}
    </StepFrame>
  );
}

function whereaboutsOf({ block, table }: List): NonNullable<Draft["list"]> {
  return { block, ...(table === undefined ? {} : { table }) };
}

/** Whether one account whose targets are by class is set up fund by fund: its owner says so, or each class has one fund. */
function isByFund({ account, plan }: HouseholdSight, { targetsFor }: Draft): boolean {
  if (!account || !canBeByFund(account)) return false;
  return (targetsFor ?? (account.fundTargets && !plan ? "fund" : "class")) === "fund";
}

/** A list under the selection that is not the one being set up. */
function otherList(survey: SurveyState): List | undefined {
  return survey.state === "seen" ? (survey.selected ?? survey.unfinished ?? survey.cells) : undefined;
}

/** Whether cells look enough like a list of funds to begin with them: names beside numbers, over a few rows. */
function mayBeFunds(cells: List): boolean {
  return cells.columns.fund !== undefined && fundRows(cells).length > 1;
}
