import { Button, Field, Input, makeStyles, Select, Textarea, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { standingOf } from "../../standing/list-standing";
import { problemSentence, troubleSentence } from "../../words/trouble-sentence";
import { daySerial } from "../../standing/day";
import type { Decisions, ReadyList } from "../../../lists";
import { isoDay, policySentence, readPolicy } from "../../../ranges";
import { typedDollars } from "../../components/figures";
import { useLayout } from "../../components/layout";
import { Choices } from "./choices";
import { cashOf, policyOf, type Draft, type RuleDraft } from "./draft";
import { bands, destinations, looks, sales, triggers } from "./questions";
import { policyCells, settingsOf, textOfPolicy } from "./rule";
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
  /** The list as it will be, with the targets of the step before; undefined while these don't add up. */
  readonly list: ReadyList | undefined;
  readonly draft: Draft;
  readonly change: (change: Partial<Draft>) => void;
  readonly next: () => void;
  readonly back: () => void;
}

/** Step 3: when to look, how far a fund may drift, and money to invest; the rarer questions on request. */
export function RuleStep({ list, draft, change, next, back }: RuleStepProps): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  const { rule } = draft;
  const changeRule = (part: Partial<RuleDraft>): void => change({ rule: { ...rule, ...part } });
  const troubles = troublesWith(draft, list);
  const policy = policyOf(draft);
  const read = readPolicy(policy);
  const unfinished = rule.inOwnWords && rule.text.trim() === "";
  const ready = list !== undefined && !unfinished && Object.values(troubles).every((trouble) => trouble === undefined);

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
        <Questions rule={rule} changeRule={changeRule} troubles={troubles} />
      )}
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
      <div className={styles.meaning} role="status" aria-label="What it means">
        <p className={layout.small}>What it means</p>
        <p className={layout.text}>
          {troubles.whole ??
            (unfinished
              ? "Type your rule."
              : read.ok
                ? policySentence(read.value.policy)
                : "Keel can’t read the rule yet.")}
        </p>
      </div>
      {list === undefined && (
        <p className={layout.text} role="status">
          Your targets don’t add up to 100% anymore. Go back one step to complete them.
        </p>
      )}
      <StepButtons next="Next: preview" onNext={next} ready={ready} onBack={back} />
    </>
  );
}

interface QuestionsProps {
  readonly rule: RuleDraft;
  readonly changeRule: (part: Partial<RuleDraft>) => void;
  readonly troubles: Troubles;
}

function Questions({ rule, changeRule, troubles }: QuestionsProps): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  const more = rule.more || troubles.minimum !== undefined || troubles.lastLook !== undefined;
  return (
    <>
      <Field label="How often do you want to look?">
        <Select className={layout.choice} value={rule.look} onChange={(_, { value }) => changeRule({ look: value })}>
          {looks.map(({ policy, name }) => (
            <option key={policy} value={policy}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Choices
        question="How far may a fund drift before you act?"
        choices={bands}
        chosen={rule.band}
        choose={(band) => changeRule({ band })}
      />
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
          {rule.look !== "" && rule.band !== "" && (
            <Choices
              question="When do you act?"
              choices={triggers}
              chosen={rule.trigger}
              choose={(trigger) => changeRule({ trigger })}
            />
          )}
          {rule.band !== "" && (
            <Choices
              question="When a fund has drifted, how far do you go back?"
              choices={destinations}
              chosen={rule.destination}
              choose={(destination) => changeRule({ destination })}
            />
          )}
          <Choices
            question="May funds be sold?"
            choices={sales}
            chosen={rule.sells}
            choose={(sells) => changeRule({ sells })}
          />
          <Field
            label="Leave out trades smaller than"
            hint="Dollars such as 100, or 0.5% of the total. Leave empty for none."
            {...shown(troubles.minimum)}
          >
            <Input
              className={layout.field}
              value={rule.minimum}
              onChange={(_, { value }) => changeRule({ minimum: value })}
              autoComplete="off"
            />
          </Field>
          <Field
            label="When did you last look?"
            hint="Whether you traded or not. Leave empty if you don’t know."
            {...shown(troubles.lastLook)}
          >
            <Input
              className={layout.field}
              type="date"
              value={rule.lastLook}
              onChange={(_, { value }) => changeRule({ lastLook: value })}
            />
          </Field>
          <Button
            className={styles.more}
            onClick={() =>
              changeRule({
                inOwnWords: true,
                text: rule.text.trim() === "" ? textOfPolicy(policyCells(settingsOf(rule))) : rule.text,
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

/** What is wrong, by the field that it belongs to; `whole` is about the rule and the funds together. */
interface Troubles {
  readonly text: string | undefined;
  readonly minimum: string | undefined;
  readonly lastLook: string | undefined;
  readonly cash: string | undefined;
  readonly whole: string | undefined;
}

function troublesWith(draft: Draft, list: ReadyList | undefined): Troubles {
  const { rule } = draft;
  const policy = policyOf(draft);
  const cash = cashOf(draft);
  const text = rule.inOwnWords && rule.text.trim() !== "" ? ruleTrouble(policy) : undefined;
  const minimum = rule.inOwnWords ? undefined : minimumTrouble(rule.minimum);
  const lastLook = rule.inOwnWords ? undefined : dayTrouble(rule.lastLook);
  const readable = text === undefined && minimum === undefined && lastLook === undefined;
  const without = list && readable ? cannotFollow(list, { cash: 0, policy }) : undefined;
  const withCash =
    list && readable && without === undefined && cash !== undefined && cash !== 0
      ? cannotFollow(list, { cash, policy })
      : undefined;
  return {
    text: text ?? (rule.inOwnWords ? without : undefined),
    minimum,
    lastLook,
    cash: cash === undefined ? "Type an amount such as 1,200, or −500 to take money out." : withCash,
    whole: rule.inOwnWords ? undefined : without,
  };
}

function ruleTrouble(policy: Decisions["policy"]): string | undefined {
  const read = readPolicy(policy);
  return read.ok ? undefined : problemSentence(read.problem);
}

function minimumTrouble(typed: string): string | undefined {
  const amount = typedDollars(typed);
  if (amount !== undefined && amount >= 0) return undefined;
  const words = "Type an amount such as 100, or a percent such as 0.5%.";
  return /%\s*$/.test(typed) ? (readPolicy([["Minimum trade", typed.trim()]]).ok ? undefined : words) : words;
}

function dayTrouble(day: string): string | undefined {
  if (day === "") return undefined;
  if (!readPolicy([["Last look", day]]).ok) return "Type a date with year, month and day.";
  return day > isoDay(daySerial(new Date())) ? "That day is still to come." : undefined;
}

/** Why the columns can't follow a rule that was read, or these amounts; undefined if they can. */
function cannotFollow(list: ReadyList, decisions: Decisions): string | undefined {
  const standing = standingOf(list, decisions, daySerial(new Date()));
  if (!standing.ok) return troubleSentence(standing.trouble);
  return standing.acting.ok ? undefined : troubleSentence(standing.acting.trouble);
}

function shown(trouble: string | undefined): object {
  return trouble === undefined ? {} : { validationMessage: trouble, validationState: "error" as const };
}
