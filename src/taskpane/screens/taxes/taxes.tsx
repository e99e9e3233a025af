import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, type ReactElement } from "react";
import { useLayout } from "../../components/layout";
import { NotRead } from "../../components/not-read";
import { Waiting } from "../../components/waiting";
import type { ScreenProps } from "../screen";
import { Calendar } from "./calendar";
import { columnNamesIn } from "./balance-formulas";
import { Convert } from "./convert";
import { knownTo } from "./known";
import { Leave } from "./leave";
import { Losses } from "./losses";
import { Match } from "./match";
import type { QuestionProps } from "./question-props";
import { leavesOut, NOT_ADVICE, QUESTION_WORDS } from "./taxes-words";
import { TAX_QUESTIONS, type TaxQuestion } from "./typed-taxes";
import { Withdraw } from "./withdraw";

const useStyles = makeStyles({
  question: {
    display: "flex",
    flexDirection: "column",
    width: "100%",
    padding: tokens.spacingHorizontalM,
    textAlign: "left",
    font: "inherit",
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  item: { "& + li": { marginTop: tokens.spacingVerticalS } },
});

const QUESTIONS: Readonly<Record<TaxQuestion, (props: QuestionProps) => ReactElement>> = {
  convert: Convert,
  withdraw: Withdraw,
  leave: Leave,
  match: Match,
  losses: Losses,
  calendar: Calendar,
};

/** Answers a few plain questions about taxes: each with its steps, its year and its sources. */
export function Taxes(props: ScreenProps): ReactElement {
  const { workbook, survey, surveyAgain, typed, changeTyped, goTo } = props;
  const layout = useLayout();
  const styles = useStyles();
  const known = useMemo(() => knownTo(survey, columnNamesIn(workbook)), [survey, workbook]);
  if (survey.state === "surveying") return <Waiting label="Reading your workbook" />;
  if (survey.state === "failed") return <NotRead message={survey.message} surveyAgain={surveyAgain} />;
  const open = (question: TaxQuestion | undefined): void => {
    changeTyped(({ taxes }) => ({ taxes: { ...taxes, question } }));
    // Moves the focus to the heading of what is shown now.
    goTo("taxes");
  };
  const { question } = typed.taxes;
  if (question === undefined) {
    return (
      <>
        <h2 className={layout.heading} tabIndex={-1}>
          Taxes
        </h2>
        <p className={layout.text}>What do you want to know?</p>
        <ul className={layout.rows}>
          {TAX_QUESTIONS.map((each) => (
            <li key={each} className={styles.item}>
              <button type="button" className={styles.question} onClick={() => open(each)}>
                <strong className={layout.text}>{QUESTION_WORDS[each].question}</strong>
                <span className={layout.small}>{QUESTION_WORDS[each].about}</span>
              </button>
            </li>
          ))}
        </ul>
        <p className={layout.small}>
          Federal law of the United States, by the year, with its sources. State taxes are not counted. {NOT_ADVICE}
        </p>
      </>
    );
  }
  const Question = QUESTIONS[question];
  return (
    <>
      <h2 className={layout.heading} tabIndex={-1}>
        {QUESTION_WORDS[question].question}
      </h2>
      <div className={layout.buttons}>
        <Button onClick={() => open(undefined)}>All questions</Button>
      </div>
      <Question {...props} known={known} />
      <p className={layout.small}>{leavesOut(question)}</p>
    </>
  );
}
