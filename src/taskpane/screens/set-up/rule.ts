import type { Policy, Setting } from "../../../engine";
import {
  labelOf,
  questions,
  readPolicy,
  samePolicy,
  sameSetting,
  settingInPlan,
  usualLabels,
  writePolicy,
  writePolicyRows,
  type Cells,
  type Choice,
  type ChoiceQuestion,
  type HouseholdTrait,
} from "../../../ranges";
import type { PolicyRow } from "../../../sheets";

/** The owner's answers to the questions about the rule: what was chosen, and what stands in the fields to type in. */
export interface RuleAnswers {
  readonly chosen: Policy;
  readonly typed: Readonly<Partial<Record<Setting, string>>>;
}

/** A question where one of a few answers is chosen, or one with a field. */
export type Asked = ReturnType<typeof questions>[number];

/** What is asked of a list by itself, or of a household that has these traits. */
export function questionsFor(traits: readonly HouseholdTrait[] = []): readonly Asked[] {
  return questions().filter(({ where }) => where === undefined || where.some((one) => traits.includes(one)));
}

/** The settings that a household with these traits has a row for, also where they aren't given. */
export function labelsAsked(traits: readonly HouseholdTrait[]): readonly PolicyRow[0][] {
  return questionsFor(traits).flatMap(({ where, setting }) => (where ? [labelOf(setting)] : []));
}

export function isChoice(question: Asked): question is Asked & ChoiceQuestion {
  return question.kind === "list" || question.kind === "buttons";
}

export const usualAnswers: RuleAnswers = {
  chosen: Object.assign({}, ...questions().map((one) => (isChoice(one) ? one.choices()[0]?.policy : {}))) as Policy,
  typed: {},
};

/** Which of a question's choices a policy has; undefined if it says something else. */
function choiceIn(policy: Policy, { setting, choices }: Asked & ChoiceQuestion): Choice | undefined {
  return choices().find((choice) => sameSetting(setting, choice.policy, policy));
}

/** The answers with another one to a question. */
export function withChoice(answers: RuleAnswers, { setting }: Asked, choice: Choice): RuleAnswers {
  const others = Object.entries(answers.chosen).filter(([other]) => other !== setting);
  return { ...answers, chosen: { ...Object.fromEntries(others), ...choice.policy } };
}

/** Why what was typed as an answer can't be taken, on a day as Excel counts days; undefined if it can. */
export function troubleWith(question: Asked, { typed }: RuleAnswers, today: number): string | undefined {
  if (isChoice(question)) return undefined;
  const read = question.read(typed[question.setting] ?? "");
  if (read === undefined) return question.unread;
  const day = question.kind === "day" ? read.lastLook : undefined;
  return day !== undefined && day > today ? question.tooLate : undefined;
}

/** The policy that the answers mean, without what makes no difference and what can't be read. */
export function policyOfAnswers({ chosen, typed }: RuleAnswers): Policy {
  const policy: Policy = Object.assign(
    { ...chosen },
    ...questions().map((one) => (isChoice(one) ? {} : one.read(typed[one.setting] ?? ""))),
  ) as Policy;
  const matters = (setting: string): boolean => settingInPlan(setting as Setting).matters?.(policy) ?? true;
  return Object.fromEntries(Object.entries(policy).filter(([setting]) => matters(setting)));
}

/** The rows of the Policy table that the answers mean. What can't be read stands there as it was typed. */
export function rowsOfAnswers(answers: RuleAnswers): readonly PolicyRow[] {
  const policy = policyOfAnswers(answers);
  const written = new Map(writePolicyRows(policy));
  return questions().flatMap((question): readonly PolicyRow[] => {
    const label = labelOf(question.setting);
    const value = written.get(label);
    if (isChoice(question)) {
      return value === undefined ? [] : [[label, choiceIn(policy, question)?.words ?? value]];
    }
    const typed = (answers.typed[question.setting] ?? "").trim();
    return value !== undefined ? [[label, value]] : question.read(typed) === undefined ? [[label, typed]] : [];
  });
}

/** The policy as formulas take it from the table: a row a setting. */
export function policyCells(settings: readonly PolicyRow[]): Cells {
  return settings.map((setting) => [...setting]);
}

/** The policy that a text says; undefined if it can't be read. */
export function policyOfText(text: string): Policy | undefined {
  const read = readPolicy([[text]]);
  return read.ok ? read.value.policy : undefined;
}

/** Says the rows of a Policy table, or a single cell of policy, as a policy text. What can't be read is said as it stands. */
export function textOfPolicy(policy: Cells): string {
  const read = readPolicy(policy);
  if (read.ok) return writePolicy(read.value.policy);
  return policy
    .map((row) => row.filter((cell) => cell !== "").join(" "))
    .filter((row) => row !== "")
    .join("; ");
}

/** Takes a policy as answers to the questions; undefined if they can't say the same. */
export function answersOf(policy: Policy): RuleAnswers | undefined {
  const answers = questions().map((question) => {
    if (!isChoice(question)) return { typed: { [question.setting]: question.type(policy) } };
    const choice = choiceIn(policy, question);
    return choice && { chosen: choice.policy };
  });
  if (answers.includes(undefined)) return undefined;
  const all: RuleAnswers = {
    chosen: Object.assign({}, ...answers.map((answer) => answer?.chosen)) as Policy,
    typed: Object.assign({}, ...answers.map((answer) => answer?.typed)) as RuleAnswers["typed"],
  };
  // What no question asks for would be lost.
  return samePolicy(policy, policyOfAnswers(all)) ? all : undefined;
}

/** Puts settings in the table's order: those that every plan has, then the others that are given. */
export function inOrder(settings: readonly PolicyRow[]): readonly PolicyRow[] {
  const usual = usualLabels();
  const standard = usual.map((label): PolicyRow => [label, settings.find(([name]) => name === label)?.[1] ?? ""]);
  return [...standard, ...settings.filter(([label]) => !usual.includes(label))];
}
