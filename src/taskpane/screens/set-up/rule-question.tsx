import { Field, Input, Select } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Setting } from "../../../engine";
import { sameSetting, writePolicy, type Choice } from "../../../ranges";
import { useLayout } from "../../components/layout";
import { Choices } from "./choices";
import type { RuleDraft } from "./draft";
import { isChoice, withChoice, type Asked } from "./rule";

/** What is wrong, by the field that it belongs to; `whole` is about the rule and the funds together. */
export interface Troubles {
  readonly text: string | undefined;
  /** By the setting that is typed. */
  readonly typed: Readonly<Partial<Record<Setting, string>>>;
  readonly cash: string | undefined;
  readonly whole: string | undefined;
}

/** The answers as they stand, and what is wrong with them. */
export interface QuestionFields {
  readonly rule: RuleDraft;
  readonly changeRule: (part: Partial<RuleDraft>) => void;
  readonly troubles: Troubles;
}

type QuestionProps = QuestionFields & { readonly question: Asked };

/** One question, with its answers or its field. */
export function RuleQuestion({ question, rule, changeRule, troubles }: QuestionProps): ReactElement {
  const layout = useLayout();
  const { ask, setting } = question;
  if (!isChoice(question)) {
    return <TypedAnswer {...{ question, rule, changeRule, troubles }} />;
  }
  const choices = question.choices();
  const chosen = choices.find((choice) => sameSetting(setting, choice.policy, rule.chosen));
  const choose = (choice: Choice | undefined): void => {
    if (choice) changeRule(withChoice(rule, question, choice));
  };
  if (question.kind === "buttons") {
    const index = chosen ? choices.indexOf(chosen) : -1;
    return <Choices question={ask} choices={choices} chosen={index} choose={(at) => choose(choices[at])} />;
  }
  return (
    <Field label={ask}>
      <Select
        className={layout.choice}
        value={chosen ? wordsOf(chosen) : ""}
        onChange={({ target }) => choose(choices[target.selectedIndex])}
      >
        {choices.map((choice) => (
          <option key={choice.name} value={wordsOf(choice)}>
            {choice.name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** An answer that is typed, or one of those that are ready, the last of which goes on in a field. */
function TypedAnswer(
  props: QuestionFields & { readonly question: Exclude<Asked, { choices: unknown }> },
): ReactElement {
  const { question, rule, changeRule, troubles } = props;
  const layout = useLayout();
  const { ask, setting, ready } = question;
  const text = rule.typed[setting] ?? "";
  const type = (typed: string): void => changeRule({ typed: { ...rule.typed, [setting]: typed } });
  const open = ready?.at(-1);
  const before = open?.typed ?? "";
  const rest = text.startsWith(before) ? text.slice(before.length) : text;
  const field = (
    <Field label={open?.field ?? ask} hint={question.hint} {...shown(troubles.typed[setting])}>
      <Input
        className={layout.field}
        {...(question.kind === "day" ? { type: "date" as const } : { autoComplete: "off" })}
        value={open ? rest : text}
        onChange={(_, { value }) => type(before + value)}
      />
    </Field>
  );
  if (!ready || !open) return field;
  const same = ready.findIndex(({ typed }) => typed === text);
  const chosen = same >= 0 ? same : ready.length - 1;
  return (
    <>
      <Choices question={ask} choices={ready} chosen={chosen} choose={(at) => type(ready[at]?.typed ?? "")} />
      {chosen === ready.length - 1 && field}
    </>
  );
}

/** What a choice is to a list of choices: the policy's words for it, "" for none. */
function wordsOf({ policy }: Choice): string {
  return writePolicy(policy);
}

/** What a field says of itself where its answer can't be taken. */
export function shown(trouble: string | undefined): object {
  return trouble === undefined ? {} : { validationMessage: trouble, validationState: "error" as const };
}
