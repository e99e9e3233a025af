import { useEffect, useMemo, type ReactElement } from "react";
import {
  canBeTable,
  freeTableName,
  heldClasses,
  isOnePot,
  isValued,
  type HouseholdSight,
  type List,
  type OneAccount,
} from "../../../lists";
import { judgeOfHousehold } from "../../standing/judge";
import { problemSentence } from "../../words/trouble-sentence";
import type { ScreenProps } from "../screen";
import { AccountsStep } from "./accounts-step";
import { classColumns, moreFields, moreProblem } from "./class-columns";
import { ClassExtras } from "./class-extras";
import { classTargetsState } from "./class-fields";
import { ClassTargetsFound } from "./class-targets-found";
import { DoneStep } from "./done-step";
import {
  freshDraft,
  isTakenBack,
  withInsertion,
  withList,
  withLookThere,
  type Draft,
  type StepName,
  type TargetsDraft,
} from "./draft";
import { HouseholdPreview } from "./household-preview";
import { areNew, bandsOf } from "./household-targets-there";
import { traitsOf } from "./household-traits";
import { labelsAsked } from "./rule";
import { RuleStep } from "./rule-step";
import { StepFrame, type Titles } from "./step-frame";
import { useTakenNames } from "./taken-names";
import { TargetsStep } from "./targets-step";

const titles: Titles = {
  funds: "Your accounts",
  targets: "Your targets by class",
  rule: "Your rule",
  preview: "Preview",
  done: "Your plan is live",
};

interface HouseholdStepsProps extends ScreenProps {
  /** Absent once the plan is written, or taken back, and something else is in sight. */
  readonly sight: HouseholdSight | undefined;
  /** Another list, under the selection. */
  readonly other: List | undefined;
}

const titlesOfOne: Titles = { ...titles, funds: "Your list" };

/** Whether one account can be planned fund by fund instead. */
export function canBeByFund({ list }: OneAccount): boolean {
  return isValued(list) && isOnePot(list);
}

/** From a list of several accounts, or of one whose targets are by class, to a live plan by class: accounts, targets, rule, preview, insert. */
export function HouseholdSteps(props: HouseholdStepsProps): ReactElement {
  const { sight, other, workbook, namespace, onLook, surveyAgain, goTo, say, draft, changeDraft } = props;
  const list = sight?.list;
  const plan = sight?.plan;
  const own = sight?.targets;
  const account = sight?.account;
  const taken = useTakenNames(workbook, onLook, list);
  const tableName = freeTableName("Holdings", taken);
  const held = useMemo(() => list && heldClasses(list), [list]);
  const targets = useMemo(
    () => held && classTargetsState(held.classes, own, draft.targets),
    [held, own, draft.targets],
  );
  const traits = useMemo(() => (list ? traitsOf(list) : []), [list]);
  const asked = useMemo(() => labelsAsked(traits), [traits]);
  const rows = useMemo(
    () => targets?.names.map((name, index) => [name, targets.percents[index] ?? 0] as const),
    [targets],
  );
  const isNew = rows !== undefined && areNew({ own, plan, targets: rows });
  const fields = useMemo(
    () => (isNew && targets ? moreFields(targets.names, draft.targets) : {}),
    [isNew, targets, draft.targets],
  );
  const more = useMemo(() => classColumns(fields), [fields]);
  const moreTrouble = useMemo(() => targets && moreProblem(targets.names, fields), [targets, fields]);
  const judge = useMemo(() => {
    if (!list || !targets?.complete || !rows || moreTrouble) return undefined;
    const { names, percents } = targets;
    const written = more.find(({ says }) => says === "bands")?.cells.map((cell) => [cell] as const);
    const bands = written ?? bandsOf({ own, plan, targets: rows });
    return judgeOfHousehold(list, {
      classes: names.map((name) => [name]),
      weights: percents.map((percent) => [Number(`${percent}e-2`)]),
      ...(bands && { bands }),
    });
  }, [list, own, plan, targets, rows, more, moreTrouble]);
  const { step } = draft;

  useEffect(() => {
    changeDraft((old) => withLookThere(old, plan));
  }, [plan, changeDraft]);

  const change = (part: Partial<Draft>): void => changeDraft((old) => ({ ...old, ...part }));
  const changeTargets = (part: Partial<TargetsDraft>): void =>
    changeDraft((old) => ({ ...old, targets: { ...old.targets, ...part } }));
  const to = (name: StepName): void => change({ step: name });
  return (
    <StepFrame titles={account ? titlesOfOne : titles} step={step} asked={step} takenBack={isTakenBack(draft)}>
      {step === "funds" && list && held && (
        <AccountsStep
          list={list}
          held={held}
          added={account?.added}
          other={other}
          take={(each) => changeDraft((old) => withList(old, each))}
          makeTable={draft.makeTable}
          setMakeTable={(makeTable) => change({ makeTable })}
          tableName={tableName}
          next={() => to("targets")}
          goTo={goTo}
        >
          {own && (
            <ClassTargetsFound
              targets={own}
              account={account}
              chosen="class"
              byFund={account !== undefined && canBeByFund(account)}
              choose={(targetsFor) => change({ targetsFor })}
            />
          )}
        </AccountsStep>
      )}
      {step === "targets" && targets && (
        <TargetsStep
          thing="class"
          draft={draft.targets}
          state={targets}
          change={changeTargets}
          more={
            isNew ? (
              <ClassExtras
                names={targets.names}
                fields={fields}
                draft={draft.targets}
                change={changeTargets}
                trouble={moreTrouble && problemSentence(moreTrouble)}
              />
            ) : undefined
          }
          moreReady={moreTrouble === undefined}
          next={() => to("rule")}
          back={() => to("funds")}
        />
      )}
      {step === "rule" && (
        <RuleStep
          judge={judge}
          ruled="class"
          traits={traits}
          draft={draft}
          change={change}
          next={() => to("preview")}
          back={() => to("targets")}
        />
      )}
      {step === "preview" && list && rows && (
        <HouseholdPreview
          workbook={workbook}
          namespace={namespace}
          list={list}
          judge={judge}
          targets={rows}
          own={own}
          plan={plan}
          added={account?.added}
          more={more}
          asked={asked}
          tableName={draft.makeTable && canBeTable(list) ? tableName : undefined}
          taken={taken}
          draft={draft}
          change={change}
          done={(inserted, table) => {
            changeDraft((old) => ({
              ...old,
              step: "done",
              inserted: { ...inserted, of: "household", before: old.list ?? list, state: "there" },
              // A list that has become a table is found by its name from now on.
              list: { block: list.block, ...(table === undefined ? {} : { table }) },
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
