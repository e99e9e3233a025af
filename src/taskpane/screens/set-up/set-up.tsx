import { makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { useEffect, useMemo, useRef, useState, type ReactElement } from "react";
import type { Workbook } from "../../../workbook";
import { canBeTable, freeTableName, fundRows, isValued, propose, type List } from "../../../lists";
import type { OnLook, SurveyState } from "../../standing/looks";
import { useLooks } from "../../standing/use-survey";
import { HouseholdElsewhere } from "../../components/household-elsewhere";
import { useLayout } from "../../components/layout";
import { NoList } from "../../components/no-list";
import { NotRead } from "../../components/not-read";
import type { ScreenProps } from "../screen";
import { DoneStep } from "./done-step";
import { draftFor, freshDraft, withList, withLookThere, type Draft, type StepName } from "./draft";
import { FundsStep } from "./funds-step";
import { PreviewStep } from "./preview-step";
import { RuleStep } from "./rule-step";
import { targetsState } from "./target-fields";
import { TargetsStep } from "./targets-step";

/** The fifth step is the insertion, and what is there afterwards. */
const steps: readonly { readonly name: StepName; readonly title: string }[] = [
  { name: "funds", title: "Your funds" },
  { name: "targets", title: "Your targets" },
  { name: "rule", title: "Your rule" },
  { name: "preview", title: "Preview" },
  { name: "done", title: "Your plan is live" },
];

const useStyles = makeStyles({
  progress: { display: "flex", columnGap: tokens.spacingHorizontalXS, margin: 0, padding: 0, listStyleType: "none" },
  reached: {
    flexGrow: 1,
    borderTopWidth: "4px",
    borderTopStyle: "solid",
    borderTopColor: tokens.colorBrandForeground1,
    "@media (forced-colors: active)": { borderTopColor: "Highlight" },
  },
  ahead: {
    flexGrow: 1,
    borderTopWidth: "4px",
    borderTopStyle: "solid",
    borderTopColor: tokens.colorNeutralStroke1,
    "@media (forced-colors: active)": { borderTopColor: "GrayText", borderTopStyle: "dotted" },
  },
});

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
    else if (sight.found !== "nothing") {
      const plan = sight.found === "list" ? sight.plan : undefined;
      changeDraft(() => draftFor(sight.list, plan));
    }
  }, [draft, seen, changeDraft]);

  if (draft.step !== "done") {
    if (survey.state === "surveying") return <Spinner label="Reading your workbook" size="small" />;
    if (survey.state === "failed") return <NotRead message={survey.message} surveyAgain={surveyAgain} />;
    if (survey.sight.found === "nothing") return <NoList {...props} />;
    if (survey.sight.found === "household") {
      return <HouseholdElsewhere list={survey.sight.list} title="Targets by class follow" goTo={props.goTo} />;
    }
  }
  return <Steps {...props} />;
}

const tablesOfList = "Holdings";

function Steps(props: ScreenProps): ReactElement {
  const { workbook, namespace, survey, surveyAgain, goTo, say, draft, changeDraft, choose } = props;
  const layout = useLayout();
  const styles = useStyles();
  const sight = survey.state === "seen" && survey.sight.found !== "nothing" ? survey.sight : undefined;
  const list = sight?.list;
  const plan = sight?.found === "list" ? sight.plan : undefined;
  const taken = useTakenNames(workbook, props.onLook, list);
  const tableName = freeTableName(tablesOfList, taken);
  const valued = list && isValued(list) ? list : undefined;
  const targets = useMemo(() => valued && targetsState(valued, draft.targets), [valued, draft.targets]);
  const proposal = useMemo(
    () =>
      valued && targets?.complete
        ? propose(valued, targets.percents, draft.makeTable && canBeTable(valued) ? tableName : undefined)
        : undefined,
    [valued, targets, draft.makeTable, tableName],
  );
  // If the list lost a column meanwhile, the first step asks again; what was typed stays.
  const step: StepName = draft.step === "done" || valued ? draft.step : "funds";
  const position = steps.findIndex(({ name }) => name === step);

  useEffect(() => {
    changeDraft((old) => withLookThere(old, plan));
  }, [plan, changeDraft]);

  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    // Only a step taken by the user moves the focus, and only while it is in the pane.
    if (shown.current !== step && draft.step === step) heading.current?.focus();
    shown.current = step;
  }, [step, draft.step]);

  const change = (part: Partial<Draft>): void => changeDraft((old) => ({ ...old, ...part }));
  const to = (name: StepName): void => change({ step: name });
  const takenBack = step === "done" && draft.inserted?.state === "taken back";

  return (
    <section className={layout.card} aria-labelledby="keel-step">
      {!takenBack && (
        <div>
          <p className={layout.small}>
            Step {position + 1} of {steps.length}
          </p>
          <div className={styles.progress} aria-hidden="true">
            {steps.map(({ name }, index) => (
              <span key={name} className={index <= position ? styles.reached : styles.ahead} />
            ))}
          </div>
        </div>
      )}
      <h2 className={layout.heading} id="keel-step" tabIndex={-1} ref={heading}>
        {takenBack ? "Taken back" : steps[position]?.title}
      </h2>
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
        />
      )}
      {step === "targets" && valued && targets && (
        <TargetsStep
          list={valued}
          draft={draft.targets}
          state={targets}
          change={(part) => changeDraft((old) => ({ ...old, targets: { ...old.targets, ...part } }))}
          next={() => to("rule")}
          back={() => to("funds")}
        />
      )}
      {step === "rule" && (
        <RuleStep
          list={proposal?.list}
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
            changeDraft((old) =>
              old.inserted
                ? {
                    ...old,
                    inserted: { ...old.inserted, state },
                    ...(state === "taken back" ? { list: old.inserted.before } : {}),
                  }
                : old,
            );
            surveyAgain();
          }}
          goTo={goTo}
          backToPreview={() => to("preview")}
          startAgain={() => changeDraft(() => freshDraft)}
          say={say}
        />
      )}
    </section>
  );
}

function whereaboutsOf({ block, table }: List): NonNullable<Draft["list"]> {
  return { block, ...(table === undefined ? {} : { table }) };
}

/** A list under the selection that is not the one being set up. */
function otherList(survey: SurveyState): List | undefined {
  return survey.state === "seen" ? (survey.selected ?? survey.unfinished ?? survey.cells) : undefined;
}

/** Whether cells look enough like a list of funds to begin with them: names beside numbers, over a few rows. */
function mayBeFunds(cells: List): boolean {
  return cells.columns.fund !== undefined && fundRows(cells).length > 1;
}

/** Names that a new table can't have: those of tables, and of the sheets that are known. Read anew with each look. */
function useTakenNames(workbook: Workbook, onLook: OnLook, list: List | undefined): readonly string[] {
  const [tables, setTables] = useState<readonly string[]>([]);
  const looks = useLooks(onLook);
  useEffect(() => {
    let current = true;
    workbook.tables().then(
      (found) => {
        const names = found.flatMap(({ name, block }) => [name, block.sheet]);
        if (current) setTables((old) => (old.join("\n") === names.join("\n") ? old : names));
      },
      // A name that is taken is refused by the workbook itself.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [workbook, looks]);
  const sheet = list?.block.sheet;
  return useMemo(() => (sheet === undefined ? tables : [...tables, sheet]), [tables, sheet]);
}
