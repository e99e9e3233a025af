import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import type { Answered } from "../../../operations";
import { explanationSentences } from "../../../ranges";
import { useLayout } from "../../components/layout";
import { Trouble } from "../../components/trouble";
import { Waiting } from "../../components/waiting";
import { eachOnce, paneNote } from "../../words/note-sentences";
import { taxTrouble } from "./taxes-words";
import type { TaxAnswer } from "./use-answer";

const useStyles = makeStyles({
  figures: { margin: 0, display: "flex", flexDirection: "column" },
  figure: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    "& dt": { minWidth: 0, overflowWrap: "anywhere" },
    "& dt + dd": { margin: 0, marginLeft: "auto", fontVariantNumeric: "tabular-nums" },
  },
  why: {
    margin: 0,
    width: "100%",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
  },
  summary: { cursor: "pointer", ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
});

/** A figure of an answer: what it is, how it is shown, and by which rule. */
export interface TaxFigure {
  readonly name: string;
  readonly shown: string;
  /** The rule with its year and source; absent where the figure is only a sum of others. */
  readonly why?: string | undefined;
}

/** Figures with the rule of each below it. */
export function TaxFigures({ figures }: { readonly figures: readonly TaxFigure[] }): ReactElement {
  const styles = useStyles();
  return (
    <dl className={styles.figures}>
      {figures.map(({ name, shown, why }) => (
        <div key={name} className={styles.figure}>
          <dt>{name}</dt>
          <dd>{shown}</dd>
          {why !== undefined && <dd className={styles.why}>{why}</dd>}
        </div>
      ))}
    </dl>
  );
}

/** Every step of an answer, and what is worth knowing of what was typed. */
export function Steps({ answered }: { readonly answered: Answered }): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  const { steps, rounded } = explanationSentences(answered.explain());
  const notes = eachOnce(answered.notes, paneNote);
  return (
    <>
      {notes.map((note) => (
        <p key={note} className={layout.small}>
          {note}
        </p>
      ))}
      <details className={layout.text}>
        <summary className={styles.summary}>Every step</summary>
        <ol className={layout.list}>
          {[...steps, ...rounded].map((step, index) => (
            <li key={index} style={{ whiteSpace: "pre-line" }}>
              {step}
            </li>
          ))}
        </ol>
      </details>
    </>
  );
}

interface AnswerCardProps<Record> {
  readonly answer: TaxAnswer<Record> | undefined;
  /** Tells it from the other answers on the screen. */
  readonly label?: string;
  /** What is said while something isn't typed yet. */
  readonly missing: string;
  readonly children: (record: Record, answered: Answered) => ReactNode;
}

/** The answer to a question; what is missing for it, or why there is none. */
export function AnswerCard<Record>({
  answer,
  label = "Answer",
  missing,
  children,
}: AnswerCardProps<Record>): ReactElement {
  const layout = useLayout();
  return (
    <section className={layout.card} aria-label={label}>
      {answer === undefined && <p className={layout.text}>{missing}</p>}
      {answer?.state === "asking" && <Waiting label="Working it out…" />}
      {answer?.state === "refused" && <Trouble words={taxTrouble(answer.problem)} />}
      {answer?.state === "answered" && children(answer.record, answer.answered)}
    </section>
  );
}

/** The answer in one sentence, which screen readers say when it changes. */
export function Headline({ words }: { readonly words: string }): ReactElement {
  const layout = useLayout();
  return (
    <p className={layout.text} role="status">
      <strong>{words}</strong>
    </p>
  );
}
