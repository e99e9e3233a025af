import { Button, Spinner } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { VERSION } from "../../../operations";
import { ailment, type Ailment } from "../../../sheets";
import type { CellFormula, Receipt } from "../../../workbook";
import type { HealthReport } from "../../health/health";
import { unknownFunctions, unknownInWords } from "../../health/misspelled";
import { formulasInWords, functionsInWords, timeInWords } from "../../health/words";
import { messageOf } from "../../standing/looks";
import { count } from "../../components/figures";
import { FormulaList } from "../../components/formula-list";
import { useLayout } from "../../components/layout";
import { notTakenBack } from "../../components/not-taken-back";
import { NotRead } from "../../components/not-read";
import type { ScreenProps } from "../screen";
import { rewrite, type Rewritten } from "./rewrite";

type Course =
  | { readonly state: "not begun" }
  | { readonly state: "under way" }
  | { readonly state: "failed"; readonly message: string }
  | ({ readonly state: "done"; /** Whether it could not be taken back. */ readonly stays?: boolean } & Rewritten)
  | { readonly state: "taken back" };

/** Keel formulas that stopped working, and how to mend them; and whether all is well. */
export function Repair(props: ScreenProps): ReactElement {
  const { workbook, namespace, checking, checkAgain, say } = props;
  const [course, setCourse] = useState<Course>({ state: "not begun" });

  const mend = async (ailing: readonly CellFormula[]): Promise<void> => {
    setCourse({ state: "under way" });
    const next = await rewrite(workbook, ailing, namespace).then(
      (rewritten): Course => ({ state: "done", ...rewritten }),
      (failure: unknown): Course => ({ state: "failed", message: messageOf(failure) }),
    );
    setCourse(next);
    say(courseInWords(next));
    checkAgain();
  };
  const takeBack = async (receipt: Receipt): Promise<void> => {
    const next = await workbook.undo(receipt).then(
      (undone): Course => (undone || course.state !== "done" ? { state: "taken back" } : { ...course, stays: true }),
      (failure: unknown): Course => ({ state: "failed", message: messageOf(failure) }),
    );
    setCourse(next);
    say(courseInWords(next));
    checkAgain();
  };

  if (checking.state === "checking") return <Spinner label="Looking over your formulas" size="small" />;
  if (checking.state === "failed") return <NotRead message={checking.message} surveyAgain={checkAgain} />;
  return (
    <>
      <Formulas
        {...props}
        checkup={checking}
        course={course}
        mend={() => void mend(checking.ailing)}
        takeBack={(receipt) => void takeBack(receipt)}
      />
      {((course.state === "done" && course.still.length > 0) || isNotLoaded(checking)) && <HiddenCauses />}
      <HealthCard checkup={checking} checkAgain={checkAgain} />
    </>
  );
}

function isNotLoaded({ functions, ailing }: HealthReport): boolean {
  return functions === undefined && ailing.length > 0;
}

/** What is said of a course; "" while there is nothing to say. */
function courseInWords(course: Course): string {
  switch (course.state) {
    case "not begun":
      return "";
    case "under way":
      return "Rewriting the formulas.";
    case "failed":
      return course.message;
    case "taken back":
      return "Taken back. The formulas are as they were before.";
    case "done": {
      const { formulas, still, stays = false } = course;
      if (stays) return notTakenBack;
      if (still.length === 0) {
        return formulas === 1 ? "The formula works again." : `All ${formulas} formulas work again.`;
      }
      const [first] = still;
      const showing = typeof first?.shows === "string" && first.shows.startsWith("#") ? first.shows : "no result";
      return still.length === formulas
        ? `${formulas === 1 ? "The formula still shows" : "The formulas still show"} ${showing}. See below what else may be the cause.`
        : `${formulas - still.length} of ${formulas} formulas work again; ${still.length} still ${still.length === 1 ? "shows" : "show"} ${showing}.`;
    }
  }
}

interface FormulasProps extends ScreenProps {
  readonly checkup: HealthReport;
  readonly course: Course;
  readonly mend: () => void;
  readonly takeBack: (receipt: Receipt) => void;
}

function Formulas({ workbook, namespace, checkup, course, mend, takeBack, goTo, say }: FormulasProps): ReactElement {
  const layout = useLayout();
  const [trouble, setTrouble] = useState<string>();
  const { ailing, misspelled, wrong, formulas } = checkup;
  const busy = course.state === "under way";
  const receipt = course.state === "done" ? course.receipt : undefined;

  const show = async (formula: CellFormula, then?: () => void): Promise<void> => {
    const hindrance = await workbook.show(formula.cell).then(() => undefined, messageOf);
    setTrouble(hindrance);
    if (hindrance === undefined) then?.();
    else say(hindrance);
  };

  return (
    <>
      <section className={layout.card} aria-labelledby="keel-repair">
        <h2 className={layout.heading} id="keel-repair">
          {ailing.length === 0
            ? formulas === 0
              ? "Nothing to repair"
              : misspelled.length > 0
                ? "No formula to rewrite"
                : "No formula needs repair"
            : `${count(ailing.length, "formula")} to repair`}
        </h2>
        {courseInWords(course) !== "" && <p className={layout.text}>{courseInWords(course)}</p>}
        {trouble !== undefined && <p className={layout.text}>{trouble}</p>}
        {ailing.length === 0 && misspelled.length === 0 && (
          <p className={layout.text}>
            {formulas === 0
              ? "This workbook has no Keel formula yet."
              : "Come back here when a Keel formula shows #NAME? or stays at #BUSY!."}
          </p>
        )}
        {ailing.length > 0 && (
          <>
            <ul className={layout.list}>
              {[...new Set(ailing.map(ailment))].map(
                (one) =>
                  one && (
                    <li key={one}>{ailmentInWords(one, ailing.filter((each) => ailment(each) === one).length)}</li>
                  ),
              )}
            </ul>
            <p className={layout.text}>
              Keel enters each one again, spelled as Excel knows it. Everything else stays as it is.
            </p>
          </>
        )}
        <div className={layout.buttons}>
          {ailing.length > 0 && (
            <Button appearance="primary" disabledFocusable={busy} onClick={mend}>
              {busy ? "Rewriting…" : ailing.length === 1 ? "Rewrite it" : "Rewrite them"}
            </Button>
          )}
          {receipt && <Button onClick={() => takeBack(receipt)}>Undo</Button>}
        </div>
        {ailing.length > 0 && (
          <FormulaList
            formulas={ailing}
            label="Formulas to repair"
            choose={(formula) => void show(formula)}
            name={() => "Show this cell in the sheet"}
          />
        )}
      </section>
      {misspelled.length > 0 && (
        <section className={layout.card} aria-labelledby="keel-misspelled">
          <h3 className={layout.subheading} id="keel-misspelled">
            {count(misspelled.length, "formula")} with a name to correct
          </h3>
          <ul className={layout.list}>
            {[...new Set(misspelled.flatMap(({ formula }) => unknownNames(formula, namespace)))].map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <p className={layout.text}>Choose one to go to its cell, and correct the name there.</p>
          <FormulaList
            formulas={misspelled}
            label="Formulas with a name to correct"
            choose={(formula) => void show(formula)}
            name={() => "Show this cell in the sheet"}
          />
        </section>
      )}
      {wrong.length > 0 && (
        <section className={layout.card} aria-labelledby="keel-wrong">
          <h3 className={layout.subheading} id="keel-wrong">
            {count(wrong.length, "formula")} with another error
          </h3>
          <p className={layout.text}>
            Keel is at work here, but something that the formula reads is not right. Choose one to see what.
          </p>
          <FormulaList
            formulas={wrong}
            label="Formulas with another error"
            choose={(formula) => void show(formula, () => goTo("explain"))}
            name={() => "Explain this cell"}
          />
        </section>
      )}
    </>
  );
}

function unknownNames(formula: string, namespace: string): readonly string[] {
  return unknownFunctions(formula).map((one) => unknownInWords(one, namespace));
}

function ailmentInWords(one: Ailment, formulas: number): string {
  const many = formulas > 1;
  switch (one) {
    case "stored name":
      return `${formulas} ${many ? "are" : "is"} still spelled as the file keeps ${many ? "them" : "it"}, such as _xldudf_KEEL_DRIFT.`;
    case "not found":
      return `${formulas} ${many ? "show" : "shows"} #NAME?: Keel was not loaded when ${many ? "they were" : "it was"} last worked out, or the name of a table or column is misspelled.`;
    case "stuck":
      return `${formulas} ${many ? "are" : "is"} stuck at #BUSY!: Excel is still waiting for an answer.`;
  }
}

/** What may stand behind #NAME? that rewriting doesn't cure. */
function HiddenCauses(): ReactElement {
  const layout = useLayout();
  return (
    <section className={layout.card} aria-labelledby="keel-causes">
      <h3 className={layout.subheading} id="keel-causes">
        If #NAME? stays
      </h3>
      <ol className={layout.list}>
        <li>Check the spelling in the formula: the function’s name, and the names of tables and columns.</li>
        <li>Save, close Excel completely, open the workbook again, and open this pane once.</li>
        <li>
          Let Excel load add-ins: File, Options, Trust Center, Trust Center Settings, Privacy Options, Privacy Settings;
          turn on optional connected experiences. On a Mac: Excel, Settings, Privacy.
        </li>
        <li>Wait a day after an update of Keel: Excel keeps the old list of functions for up to 24 hours.</li>
        <li>
          At work or at school, ask whoever looks after your Office: they may have blocked add-ins that come from the
          store.
        </li>
      </ol>
    </section>
  );
}

function HealthCard({
  checkup,
  checkAgain,
}: {
  readonly checkup: HealthReport;
  readonly checkAgain: () => void;
}): ReactElement {
  const layout = useLayout();
  const { lastCalculation } = checkup;
  const rows: readonly (readonly [string, string])[] = [
    ["Keel", `Version ${VERSION}.`],
    ["Functions", functionsInWords(checkup)],
    ["Formulas", sentenceCase(formulasInWords(checkup))],
    [
      "Last calculation",
      lastCalculation === undefined ? "None since this pane was opened." : `${timeInWords(lastCalculation)}.`,
    ],
  ];
  return (
    <section className={layout.card} aria-labelledby="keel-health">
      <h3 className={layout.subheading} id="keel-health">
        Health
      </h3>
      <dl className={layout.rows}>
        {rows.map(([name, words]) => (
          <div key={name} className={layout.row}>
            <dt className={layout.rowName}>{name}</dt>
            <dd className={layout.fact}>{words}</dd>
          </div>
        ))}
      </dl>
      <div className={layout.buttons}>
        <Button onClick={checkAgain}>Check again</Button>
      </div>
    </section>
  );
}

function sentenceCase(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
