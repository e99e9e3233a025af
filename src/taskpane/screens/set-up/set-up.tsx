import { makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { useEffect, useRef, type ReactElement } from "react";
import { isReady } from "../../holdings/list";
import { useLayout } from "../../look/layout";
import { NoList } from "../../look/no-list";
import { NotRead } from "../../look/not-read";
import type { ScreenProps } from "../screen";
import { DoneStep } from "./done-step";
import { draftFor, freshDraft, withList, type Draft, type StepName } from "./draft";
import { HoldingsStep } from "./holdings-step";
import { PreviewStep } from "./preview-step";
import { RuleStep } from "./rule-step";

const steps: readonly { readonly name: StepName; readonly title: string }[] = [
  { name: "holdings", title: "Your list of funds" },
  { name: "rule", title: "Your rule" },
  { name: "preview", title: "Preview" },
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

/** The shortest way from a bare list of funds to live formulas: list, rule, preview, insert. */
export function SetUp(props: ScreenProps): ReactElement {
  const { looking, lookAgain, draft, changeDraft } = props;
  const sight = looking.state === "seen" ? looking.sight : undefined;

  // The first list in sight is the one to set up; from then on the pane stays with it.
  useEffect(() => {
    if (draft.list || draft.step === "done" || !sight || sight.found === "nothing") return;
    const plan = sight.found === "list" ? sight.plan : undefined;
    changeDraft(() => draftFor(sight.list, plan));
  }, [draft, sight, changeDraft]);

  if (draft.step !== "done") {
    if (looking.state === "looking") return <Spinner label="Reading your workbook" size="small" />;
    if (looking.state === "failed") return <NotRead message={looking.message} lookAgain={lookAgain} />;
    if (looking.sight.found === "nothing") return <NoList lookAgain={lookAgain} />;
  }
  return <Steps {...props} />;
}

function Steps(props: ScreenProps): ReactElement {
  const { workbook, namespace, looking, lookAgain, goTo, say, draft, changeDraft, choose } = props;
  const layout = useLayout();
  const styles = useStyles();
  const sight = looking.state === "seen" && looking.sight.found !== "nothing" ? looking.sight : undefined;
  const list = sight?.list;
  const plan = sight?.found === "list" ? sight.plan : undefined;
  // If the list lost a column meanwhile, the first step asks again; what was typed stays.
  const step: StepName = draft.step === "done" || (list && isReady(list)) ? draft.step : "holdings";
  const position = steps.findIndex(({ name }) => name === step);

  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    // Only a step taken by the user moves the focus, and only while it is in the pane.
    if (shown.current !== step && draft.step === step) heading.current?.focus();
    shown.current = step;
  }, [step, draft.step]);

  const change = (part: Partial<Draft>): void => changeDraft((old) => ({ ...old, ...part }));
  const to = (name: StepName): void => change({ step: name });
  const title =
    step === "done"
      ? draft.inserted?.state === "taken back"
        ? "Taken back"
        : "Your formulas are live"
      : (steps[position]?.title ?? "");

  return (
    <section className={layout.card} aria-labelledby="keel-step">
      {step !== "done" && (
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
        {title}
      </h2>
      {step === "holdings" && list && (
        <HoldingsStep
          list={list}
          selected={looking.state === "seen" ? looking.selected : undefined}
          take={(other) => changeDraft((old) => withList(old, other))}
          choose={choose}
          next={() => to("rule")}
        />
      )}
      {step === "rule" && list && isReady(list) && (
        <RuleStep list={list} draft={draft} change={change} next={() => to("preview")} back={() => to("holdings")} />
      )}
      {step === "preview" && list && isReady(list) && (
        <PreviewStep
          workbook={workbook}
          namespace={namespace}
          list={list}
          plan={plan}
          draft={draft}
          change={change}
          done={(inserted) => {
            change({ step: "done", inserted });
            lookAgain();
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
            changeDraft((old) => (old.inserted ? { ...old, inserted: { ...old.inserted, state } } : old));
            lookAgain();
          }}
          goHome={() => goTo("home")}
          backToPreview={() => to("preview")}
          startAgain={() => changeDraft(() => freshDraft)}
          say={say}
        />
      )}
    </section>
  );
}
