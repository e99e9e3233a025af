import { Button, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { useEffect, useState, type ReactElement } from "react";
import { address, localAddress, typedName, type Block } from "../../../sheets";
import type { CellFormula } from "../../../workbook";
import { helpPage, type Catalogue } from "../../catalogue/catalogue";
import { useCatalogue } from "../../catalogue/use-catalogue";
import { messageOf } from "../../standing/looks";
import { FormulaList } from "../../components/formula-list";
import { useLayout } from "../../components/layout";
import { useLocalForm } from "../../components/local-formulas";
import { NotRead } from "../../components/not-read";
import type { ScreenProps } from "../screen";
import { cellsInWords, oneInWords } from "./cell-words";
import type { CallOutcome, ExplainedCall, Own, ReadArgument } from "./explained";
import { isAll, originBeside } from "./explanation";
import { seenFrom } from "./seen-from";
import { selectedInWords, useExplained, type Explaining } from "./use-explained";

const useStyles = makeStyles({
  formula: {
    margin: 0,
    padding: tokens.spacingHorizontalS,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    "@media (forced-colors: active)": { border: "1px solid CanvasText" },
  },
  arguments: { margin: 0 },
  argument: {
    padding: `${tokens.spacingVerticalXS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    "& dt": { fontWeight: tokens.fontWeightSemibold },
    "& dd": { margin: 0 },
  },
  result: { fontVariantNumeric: "tabular-nums" },
  // Below a formula it stands again with figures in it, on a line of its own.
  facts: { whiteSpace: "pre-line", fontVariantNumeric: "tabular-nums" },
  own: { fontWeight: tokens.fontWeightSemibold },
  code: { fontFamily: tokens.fontFamilyMonospace, fontSize: "0.9em" },
});

/** How the selected Keel cell came about: what it read, the steps, what bound, what was rounded. */
export function Explain(props: ScreenProps): ReactElement {
  const { workbook, surveyAgain, say } = props;
  const cataloguing = useCatalogue();
  const catalogue = cataloguing.state === "loaded" ? cataloguing.catalogue : undefined;
  const explaining = useExplained(workbook, props, catalogue);

  const spoken = inShort(explaining);
  useEffect(() => {
    if (spoken !== undefined) say(spoken);
  }, [say, spoken]);
  // What was said here is not true of another screen.
  useEffect(() => () => say(""), [say]);

  switch (explaining.state) {
    case "reading":
      return <Spinner label="Reading the selected cell" size="small" />;
    case "failed":
      return <NotRead message={explaining.message} surveyAgain={surveyAgain} />;
    case "nothing":
      return <Nothing {...props} formulas={explaining.formulas} />;
    case "explained":
      return <Explanation explaining={explaining} namespace={props.namespace} catalogue={catalogue} />;
  }
}

/** What a screen reader is told; undefined while the cell is still being read. */
function inShort(explaining: Explaining): string | undefined {
  switch (explaining.state) {
    case "reading":
      return undefined;
    case "failed":
      return explaining.message;
    case "nothing":
      return `${localAddress(explaining.selected)} has no Keel formula.`;
    case "explained":
      return `Explaining ${selectedInWords(explaining)}.`;
  }
}

interface ExplanationProps {
  readonly explaining: Extract<Explaining, { state: "explained" }>;
  readonly namespace: string;
  readonly catalogue: Catalogue | undefined;
}

function Explanation({ explaining, namespace, catalogue }: ExplanationProps): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  const toLocal = useLocalForm();
  const { formula, calls, own } = explaining.explained;
  const [outer] = calls;
  const whole = outer !== undefined && isAll(outer, formula);
  return (
    <>
      <section className={layout.card} aria-labelledby="keel-explain">
        <h2 className={layout.heading} id="keel-explain">
          {selectedInWords(explaining)}
        </h2>
        <p className={styles.formula}>{formula.local ?? toLocal(formula.formula)}</p>
        {!whole && (
          <p className={layout.small}>
            Keel explains its own part of this formula; the spreadsheet works out the rest.
          </p>
        )}
      </section>
      {calls.map((call, index) => (
        <Call
          key={`${index} ${call.text}`}
          call={call}
          namespace={namespace}
          catalogue={catalogue}
          inner={index > 0}
          seen={index === 0 && own ? { ...own, cell: explaining.selected } : undefined}
        />
      ))}
    </>
  );
}

interface CallProps {
  readonly call: ExplainedCall;
  readonly namespace: string;
  readonly catalogue: Catalogue | undefined;
  /** Whether it is not the first one of its formula: then its text tells which one it is. */
  readonly inner: boolean;
  readonly seen: Seen | undefined;
}

/** The selected cell among those that a call fills. */
interface Seen extends Own {
  readonly cell: Block;
}

function Call({ call, namespace, catalogue, inner, seen }: CallProps): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  const toLocal = useLocalForm();
  const described = catalogue?.get(call.name);
  const name = typedName(namespace, call.name);
  return (
    <section className={layout.card} aria-label={name}>
      <h3 className={layout.subheading}>{name}</h3>
      {inner && <p className={styles.formula}>{toLocal(call.text)}</p>}
      {described?.description !== undefined && described.description !== "" && (
        <p className={layout.text}>{described.description}</p>
      )}
      <Result outcome={call.outcome} seen={seen} />
      {call.arguments.length > 0 && (
        <div>
          <h4 className={layout.subheading}>What it read</h4>
          <dl className={styles.arguments}>
            {call.arguments.map((argument, index) => (
              <ArgumentRow key={`${index} ${argument.text}`} argument={argument} seen={seen} />
            ))}
          </dl>
        </div>
      )}
      {call.outcome.is === "answered" && (
        <>
          <Facts
            title={call.arguments.length > 0 ? "What it made of that" : "What it read"}
            facts={call.outcome.read}
          />
          <Facts title="What it did" facts={call.outcome.steps} />
          <Facts title="What held it back" facts={call.outcome.bound} />
          <Facts title="What was rounded" facts={call.outcome.rounded} />
        </>
      )}
      {described && (
        <p className={layout.text}>
          <a className={layout.link} href={helpPage(call.name)} target="_blank" rel="noreferrer">
            Help page of {name}
          </a>
        </p>
      )}
    </section>
  );
}

function Result({ outcome, seen }: { readonly outcome: CallOutcome; readonly seen: Seen | undefined }): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  switch (outcome.is) {
    case "answered":
      return (
        <div>
          <h4 className={layout.subheading}>What it gives</h4>
          {seen && (
            <p className={`${layout.text} ${styles.result} ${styles.own}`}>
              {localAddress(seen.cell)}
              {seen.fund !== undefined && <>, {seen.fund}</>}:{" "}
              {oneInWords(outcome.cells, seen.row, seen.column, outcome.kinds)}
            </p>
          )}
          <p className={`${seen ? layout.small : layout.text} ${styles.result}`}>
            {seen && "All of it: "}
            {cellsInWords(outcome.cells, outcome.kinds)}
          </p>
        </div>
      );
    case "error":
      return (
        <div>
          <h4 className={layout.subheading}>Why it shows {outcome.error}</h4>
          <p className={layout.text}>{outcome.because}</p>
        </div>
      );
    case "unexplained":
      return (
        <div>
          <h4 className={layout.subheading}>This can’t be explained here</h4>
          <p className={layout.text}>{outcome.because}</p>
        </div>
      );
  }
}

interface ArgumentRowProps {
  readonly argument: ReadArgument;
  readonly seen: Seen | undefined;
}

function ArgumentRow({ argument, seen }: ArgumentRowProps): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  const toLocal = useLocalForm();
  const { name, text, reading, kinds, address: where } = argument;
  const beside = seen && originBeside(argument, seen);
  return (
    <div className={`${layout.text} ${styles.argument}`}>
      <dt>{name}</dt>
      <dd>
        {reading.read === "nothing" ? (
          "left out"
        ) : (
          <>
            <span className={styles.code}>{toLocal(text)}</span>
            {where !== undefined && where.toUpperCase() !== text.toUpperCase().replaceAll("$", "") && <> is {where}</>}
          </>
        )}
      </dd>
      {reading.read === "cells" && seen && beside && (
        <dd className={styles.result}>
          {seenFrom({ ...beside, row: beside.row + seen.row, height: 1 }, seen.cell)}:{" "}
          {oneInWords(reading.cells, seen.row, 0, kinds)}
        </dd>
      )}
      {reading.read === "cells" && isWorthTelling(argument) && (
        <dd className={`${layout.small} ${styles.result}`}>{cellsInWords(reading.cells, kinds)}</dd>
      )}
    </div>
  );
}

/** A constant says by itself what it is. */
function isWorthTelling({ reading, text }: ReadArgument): boolean {
  return reading.read === "cells" && (reading.origin !== undefined || /[({]/.test(text.replace(/"[^"]*"/g, "")));
}

function Facts({
  title: heading,
  facts,
}: {
  readonly title: string;
  readonly facts: readonly string[];
}): ReactElement | null {
  const layout = useLayout();
  const styles = useStyles();
  if (facts.length === 0) return null;
  return (
    <div>
      <h4 className={layout.subheading}>{heading}</h4>
      <ul className={`${layout.list} ${styles.facts}`}>
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </div>
  );
}

interface NothingProps extends ScreenProps {
  readonly formulas: readonly CellFormula[];
}

/** Says what to select, and offers the workbook's Keel formulas. */
function Nothing({ workbook, formulas, goTo, say }: NothingProps): ReactElement {
  const layout = useLayout();
  const [trouble, setTrouble] = useState<string>();
  const show = async (formula: CellFormula): Promise<void> => {
    const hindrance = await workbook.show(formula.cell).then(() => undefined, messageOf);
    setTrouble(hindrance);
    if (hindrance !== undefined) say(hindrance);
  };
  return (
    <section className={layout.card} aria-labelledby="keel-explain">
      <h2 className={layout.heading} id="keel-explain">
        Explain a Keel cell
      </h2>
      {formulas.length > 0 ? (
        <>
          <p className={layout.text}>
            Select a cell with a Keel formula in the sheet, or choose one here. Keel then shows what it read, what it
            did, and what was rounded.
          </p>
          {trouble !== undefined && <p className={layout.text}>{trouble}</p>}
          <FormulaList
            formulas={formulas}
            label="Keel formulas in this workbook"
            choose={(formula) => void show(formula)}
            name={(formula) => `Explain ${address(formula.cell)}`}
          />
        </>
      ) : (
        <>
          <p className={layout.text}>
            This workbook has no Keel formula yet. Set up a plan, or type one: =KEEL. and the function’s name.
          </p>
          <div className={layout.buttons}>
            <Button appearance="primary" onClick={() => goTo("set up")}>
              Set up a plan
            </Button>
            <Button onClick={() => goTo("help")}>See the functions</Button>
          </div>
        </>
      )}
    </section>
  );
}
