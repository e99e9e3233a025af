import { Button, Field, Input, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { useCallback, useMemo, type ReactElement } from "react";
import { daySerial } from "../../standing/day";
import type { Parts } from "../../standing/in-parts";
import type { Judge } from "../../standing/judge";
import type { Trouble } from "../../standing/trouble";
import { useSlices } from "../../standing/use-slices";
import { problemSentence, troubleSentence } from "../../words/trouble-sentence";
import type { Decisions } from "../../../lists";
import { policySentence, questions, readPolicy, settingInPlan, type HouseholdTrait } from "../../../ranges";
import { useLayout } from "../../components/layout";
import { Waiting } from "../../components/waiting";
import { cashOf, policyOf, type Draft, type RuleDraft } from "./draft";
import { policyCells, questionsFor, rowsOfAnswers, textOfPolicy, troubleWith } from "./rule";
import { RuleQuestion, shown, type QuestionFields, type Troubles } from "./rule-question";
import { StepButtons } from "./step-buttons";

const useStyles = makeStyles({
  meaning: {
    margin: 0,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground2,
    borderLeft: `4px solid ${tokens.colorBrandForeground1}`,
    overflowWrap: "anywhere",
  },
  more: { alignSelf: "flex-start" },
  text: { "& textarea": { minHeight: "5rem" } },
});

interface RuleStepProps {
  /** Judges with the targets of the step before; undefined while these don't add up. */
  readonly judge: Judge | undefined;
  /** Whether cash to invest is asked for. */
  readonly cash?: boolean;
  /** What the rule is about. */
  readonly ruled?: "fund" | "class";
  /** What a household has, for the questions that are asked of it alone. */
  readonly traits?: readonly HouseholdTrait[];
  readonly draft: Draft;
  readonly change: (change: Partial<Draft>) => void;
  readonly next: () => void;
  readonly back: () => void;
}

/** Step 3: when to look, how far a fund may drift, and money to invest; the rarer questions on request. */
export function RuleStep(props: RuleStepProps): ReactElement {
  const { judge, cash = false, ruled = "fund", traits, draft, change, next, back } = props;
  const layout = useLayout();
  const styles = useStyles();
  const { rule } = draft;
  const changeRule = (part: Partial<RuleDraft>): void => change({ rule: { ...rule, ...part } });
  const { waiting, ...troubles } = useTroubles(draft, judge);
  const policy = policyOf(draft);
  const read = readPolicy(policy);
  const unfinished = rule.inOwnWords && rule.text.trim() === "";
  const { typed, ...others } = troubles;
  const ready =
    judge !== undefined &&
    !unfinished &&
    [...Object.values(typed), ...Object.values(others)].every((trouble) => trouble === undefined);

  return (
    <>
      {rule.inOwnWords ? (
        <>
          <Field label="Your rule" hint="Such as annual and 5/25; to halfway; min $100" {...shown(troubles.text)}>
            <Textarea
              className={styles.text}
              value={rule.text}
              onChange={(_, { value }) => changeRule({ text: value })}
              spellCheck={false}
            />
          </Field>
          <Button className={styles.more} onClick={() => changeRule({ inOwnWords: false })}>
            Answer questions instead
          </Button>
        </>
      ) : (
        <Questions rule={rule} changeRule={changeRule} troubles={troubles} traits={traits} />
      )}
      {cash && (
        <Field
          label="Cash to invest"
          hint="Leave empty if there is none. A minus takes money out."
          {...shown(troubles.cash)}
        >
          <Input
            className={layout.field}
            value={draft.cash}
            onChange={(_, { value }) => change({ cash: value })}
            contentBefore="$"
            inputMode="decimal"
            autoComplete="off"
          />
        </Field>
      )}
      <div className={styles.meaning} role="status" aria-label="What it means">
        <p className={layout.small}>What it means</p>
        <p className={layout.text}>
          {troubles.whole ??
            (unfinished
              ? "Type your rule."
              : read.ok
                ? policySentence(read.value.policy, ruled)
                : "Keel can’t read the rule yet.")}
        </p>
        {waiting && <Waiting label="Working it out…" />}
      </div>
      {judge === undefined && (
        <p className={layout.text} role="status">
          Your targets don’t add up to 100% anymore. Go back one step to complete them.
        </p>
      )}
      <StepButtons next="Next: preview" onNext={next} ready={ready} onBack={back} />
    </>
  );
}

interface QuestionsProps extends QuestionFields {
  readonly traits: RuleStepProps["traits"];
}

function Questions({ rule, changeRule, troubles, traits }: QuestionsProps): ReactElement {
  const styles = useStyles();
  const all = questionsFor(traits);
  const more = rule.more || all.some(({ rare, setting }) => rare && troubles.typed[setting] !== undefined);
  const asked = (wanted: boolean): readonly ReactElement[] =>
    all.flatMap((question) =>
      question.rare === wanted && (settingInPlan(question.setting).matters?.(rule.chosen) ?? true)
        ? [<RuleQuestion key={question.setting} question={question} {...{ rule, changeRule, troubles }} />]
        : [],
    );
  return (
    <>
      {asked(false)}
      <Button
        className={styles.more}
        aria-expanded={more}
        onClick={() => changeRule({ more: !more })}
        disabledFocusable={more && !rule.more}
      >
        {more ? "Fewer questions" : "More questions"}
      </Button>
      {more && (
        <>
          {asked(true)}
          <Button
            className={styles.more}
            onClick={() =>
              changeRule({
                inOwnWords: true,
                text: rule.text.trim() === "" ? textOfPolicy(policyCells(rowsOfAnswers(rule))) : rule.text,
              })
            }
          >
            Write the rule in my own words
          </Button>
        </>
      )}
    </>
  );
}

/** What is wrong with a draft; `waiting` while it isn't known yet whether a long list can follow the rule. */
function useTroubles(draft: Draft, judge: Judge | undefined): Troubles & { readonly waiting: boolean } {
  const { rule, cash } = draft;
  const ofFields = useMemo(() => troublesOfFields({ rule, cash }), [rule, cash]);
  const followed = judge && ofFields.readable ? judge : undefined;
  const begin = useCallback(() => outcomeInParts(followed, { rule, cash }), [followed, rule, cash]);
  const outcome = useSlices(begin, followed === undefined || followed.short);
  const without = outcome?.without && troubleSentence(outcome.without);
  return {
    text: ofFields.text ?? (rule.inOwnWords ? without : undefined),
    typed: ofFields.typed,
    cash: ofFields.cash ?? (outcome?.withCash && troubleSentence(outcome.withCash)),
    whole: rule.inOwnWords ? undefined : without,
    waiting: outcome === undefined,
  };
}

/** What is wrong with the fields by themselves, and whether the rule can be read from them. */
function troublesOfFields(
  draft: Pick<Draft, "rule" | "cash">,
): Omit<Troubles, "whole"> & { readonly readable: boolean } {
  const { rule } = draft;
  const text = rule.inOwnWords && rule.text.trim() !== "" ? ruleTrouble(policyOf(draft)) : undefined;
  const typed = rule.inOwnWords ? {} : typedTroubles(rule);
  return {
    text,
    typed,
    cash: cashOf(draft) === undefined ? "Type an amount such as 1,200, or −500 to take money out." : undefined,
    readable: text === undefined && Object.keys(typed).length === 0,
  };
}

function ruleTrouble(policy: Decisions["policy"]): string | undefined {
  const read = readPolicy(policy);
  return read.ok ? undefined : problemSentence(read.problem);
}

function typedTroubles(rule: RuleDraft): Troubles["typed"] {
  const today = daySerial(new Date());
  return Object.fromEntries(
    questions().flatMap((question) => {
      const trouble = troubleWith(question, rule, today);
      return trouble === undefined ? [] : [[question.setting, trouble]];
    }),
  );
}

/** Why a list can't follow a rule, or these amounts under it. */
interface Outcome {
  readonly without?: Trouble | undefined;
  readonly withCash?: Trouble | undefined;
}

/** Tries in parts a rule that was read on a list, first without cash: then what is wrong is the rule's. */
function* outcomeInParts(judge: Judge | undefined, draft: Pick<Draft, "rule" | "cash">): Parts<Outcome> {
  if (!judge) return {};
  const policy = policyOf(draft);
  const without = yield* cannotFollow(judge, { cash: 0, policy });
  const cash = cashOf(draft) ?? 0;
  if (without || cash === 0) return { without };
  yield;
  return { withCash: yield* cannotFollow(judge, { cash, policy }) };
}

/** Why the columns can't follow a rule, or these amounts; undefined if they can. */
function* cannotFollow(judge: Judge, decisions: Decisions): Parts<Trouble | undefined> {
  const standing = yield* judge.stands(decisions);
  if (!standing.ok) return standing.trouble;
  return standing.acting.ok ? undefined : standing.acting.trouble;
}
