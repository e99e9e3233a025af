import { Button, Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, type ComponentType, type ReactElement } from "react";
import { returnsTable, type HouseholdSight } from "../../../lists";
import { CellLink } from "../../components/cell-link";
import { useLayout } from "../../components/layout";
import { TroubleCard } from "../../components/trouble-card";
import { TroubleWords } from "../../components/trouble-words";
import { Waiting } from "../../components/waiting";
import { WithList, type InSight } from "../../components/with-list";
import type { Trouble } from "../../standing/trouble";
import { householdQuestions } from "../../words/household-words";
import type { ScreenProps } from "../screen";
import { CrashSection } from "./crash-section";
import { passedOver, questions, ruleInWords, thenAsk } from "./evidence-words";
import { FutureSection } from "./future-section";
import { FrontierSection } from "./frontier-section";
import { lookInstead, rowsTooFew } from "./looks-words";
import { Mapping } from "./mapping";
import { MovingSection } from "./moving-section";
import { PastSection } from "./past-section";
import { RulesSection } from "./rules-section";
import { lookingLess, useRuleInSetUp } from "./rule-in-set-up";
import { askedPast, householdSubjectOf, subjectOf, type Subject } from "./subject";
import type { TopicProps } from "./topic-props";
import type { EvidenceTopic } from "./typed-evidence";

/** What the rule in the workbook would have done, beside others, what may come of it, and how it stood the crashes. */
export function Evidence(props: ScreenProps): ReactElement {
  return (
    <WithList props={props} household={(sight) => <OfHousehold {...props} sight={sight} />}>
      {(inSight) => <OfList {...props} {...inSight} />}
    </WithList>
  );
}

function OfList(props: ScreenProps & InSight): ReactElement {
  const { list, plan, standing, survey } = props;
  const returns = survey.state === "seen" && survey.sight.found === "list" ? survey.sight.returns : undefined;
  const subject = useMemo(
    () => (standing.ok ? subjectOf(list, plan, standing, returns) : undefined),
    [list, plan, standing, returns],
  );
  if (!standing.ok) return <NoStanding {...props} trouble={standing.trouble} />;
  return subject ? <Answered {...props} subject={subject} /> : <Waiting label="Reading your workbook" />;
}

function OfHousehold(props: ScreenProps & { readonly sight: HouseholdSight }): ReactElement {
  const { sight, standing, goTo } = props;
  const layout = useLayout();
  const open = householdQuestions(sight.list);
  const subject = useMemo(
    () => (standing?.ok === true ? householdSubjectOf(sight, standing) : undefined),
    [sight, standing],
  );
  if (standing?.ok === false) return <NoStanding {...props} trouble={standing.trouble} />;
  if (open.length === 0 && subject) return <Answered {...props} subject={subject} />;
  return (
    <TroubleCard title={open.length > 0 ? "Put this right first" : "Targets come first"}>
      {open.length > 0 ? (
        <ul className={layout.list}>
          {open.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ul>
      ) : (
        <>
          <p className={layout.text}>
            The past is asked about a target for each class, such as 60% stocks and 40% bonds.
          </p>
          <div className={layout.buttons}>
            <Button appearance="primary" onClick={() => goTo("set up")}>
              Set targets by class
            </Button>
          </div>
        </>
      )}
    </TroubleCard>
  );
}

type NoStandingProps = Pick<ScreenProps, "workbook" | "say"> & { readonly trouble: Trouble };

function NoStanding({ trouble, workbook, say }: NoStandingProps): ReactElement {
  return (
    <TroubleCard title="No answer yet">
      <TroubleWords trouble={trouble} workbook={workbook} say={say} />
    </TroubleCard>
  );
}

const useStyles = makeStyles({
  topics: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS },
  topic: { justifyContent: "flex-start", textAlign: "left" },
});

/** Dollars that a backtest starts with. */
const START = 10_000;

/** Each question's answer, in the order of their buttons. */
const answers: readonly (readonly [EvidenceTopic, ComponentType<TopicProps>])[] = [
  ["past", PastSection],
  ["crashes", CrashSection],
  ["rules", RulesSection],
  ["future", FutureSection],
  ["moving", MovingSection],
  ["frontier", FrontierSection],
];

function Answered(props: ScreenProps & { readonly subject: Subject }): ReactElement {
  const { typed, changeTyped, subject, goTo, workbook, say } = props;
  const layout = useLayout();
  const styles = useStyles();
  const { evidence } = typed;
  const series = evidence.series[subject.name];
  const { own } = evidence;
  const asked = useMemo(() => askedPast(subject, { series, own }, START), [subject, series, own]);
  const [, Answer] = answers.find(([topic]) => topic === evidence.topic) ?? [undefined, PastSection];
  const isOwn = own && subject.own !== undefined;
  const askOwn = (own: boolean): void => changeTyped((now) => ({ evidence: { ...now.evidence, own } }));
  const setUp = useRuleInSetUp(props);
  if (subject.assets.length === 0) {
    return (
      <TroubleCard title="Targets come first">
        <p className={layout.text}>The past is asked about your targets, and {subject.name} has none so far.</p>
        <div className={layout.buttons}>
          <Button appearance="primary" onClick={() => goTo("set up")}>
            Set up
          </Button>
        </div>
      </TroubleCard>
    );
  }
  return (
    <>
      <div className={layout.card}>
        <h2 className={layout.heading} id="keel-evidence" tabIndex={-1}>
          Evidence
        </h2>
        <p className={layout.text}>
          {ruleInWords(subject)}
          {subject.policyCells && (
            <>
              {" "}
              <CellLink workbook={workbook} block={subject.policyCells} words="Go to rule" say={say} />
            </>
          )}
        </p>
        {!subject.policyCells && (
          <div className={layout.buttons}>
            <Button onClick={() => goTo("set up")}>Set up a rule of my own</Button>
          </div>
        )}
        {subject.own && (
          <Checkbox
            label={`Ask my own table ${returnsTable}, not the built-in US returns`}
            checked={evidence.own}
            onChange={(_, { checked }) => askOwn(checked === true)}
          />
        )}
        {!isOwn && <Mapping changeTyped={changeTyped} subject={subject} chosen={{ series, own }} />}
        {!asked && <p className={layout.small}>{thenAsk}</p>}
        {passedOver(subject, isOwn).map((words) => (
          <p className={layout.small} key={words}>
            {words}
          </p>
        ))}
      </div>
      {asked && (
        <>
          {answers.length > 1 && (
            <div className={styles.topics} role="group" aria-label="Questions">
              {answers.map(([topic]) => (
                <Button
                  key={topic}
                  className={styles.topic}
                  aria-pressed={evidence.topic === topic}
                  appearance={evidence.topic === topic ? "primary" : "secondary"}
                  onClick={() => changeTyped((now) => ({ evidence: { ...now.evidence, topic } }))}
                >
                  {questions[topic]}
                </Button>
              ))}
            </div>
          )}
          <Answer
            {...props}
            {...asked}
            otherwise={(problem) => {
              const looks = rowsTooFew(problem);
              return [
                ...(looks
                  ? [{ words: lookInstead(looks.rows), go: () => setUp(lookingLess(subject.rule, looks)) }]
                  : []),
                isOwn
                  ? { words: "Ask the built-in US returns", go: () => askOwn(false) }
                  : { words: "Change my rule", go: () => goTo("set up") },
              ];
            }}
          />
        </>
      )}
      <p className={layout.small}>
        Read from {subject.name} on sheet {subject.sheet}.
      </p>
    </>
  );
}
