import type { ReactElement } from "react";
import { earlyWithdrawal } from "../../../operations";
import { ROTH_WORDS } from "../../../ranges";
import { PartsBars } from "../../charts";
import { dollars } from "../../components/figures";
import { useLayout } from "../../components/layout";
import { AnswerCard, Headline, Steps, TaxFigures } from "./answer";
import { moneyCell, numberCell, personCells, textCell } from "./arguments";
import { inDollars, readAge, readMoney } from "./entries";
import { AgeField, ChoiceField, MoneyField, PersonFields } from "./fields";
import { formOf, personIn } from "./form";
import { KeepAnswer } from "./keep-answer";
import type { KnownAccount } from "./known";
import { payingChoices } from "./paying-accounts";
import type { QuestionProps } from "./question-props";
import { Required } from "./required";
import { SellLots } from "./sell-lots";
import { useAnswer } from "./use-answer";
import {
  accountWords,
  PARTS_KEPT,
  partsInWords,
  payingWords,
  REASON_WORDS,
  withdrawalFigures,
  withdrawalHeadline,
} from "./withdraw-words";

/** The age from which on people ask what they must take out: some years before it begins. */
const ASKS_OF_REQUIRED = 70;

/** "I need money now": what is left of money that is taken out of a retirement account. */
export function Withdraw(props: QuestionProps): ReactElement {
  const { known } = props;
  const taxable = known.accounts.filter(({ kind }) => kind === "taxable");
  const form = formOf(props);
  const sold = taxable.find(({ name }) => sellingValue(name) === form.text("account"));
  return sold ? (
    <FromTaxable {...props} taxable={taxable} account={sold} />
  ) : (
    <FromRetirement {...props} taxable={taxable} />
  );
}

type FromProps = QuestionProps & { readonly taxable: readonly KnownAccount[] };

/** What the form keeps for a taxable account. */
function sellingValue(name: string): string {
  return `lots ${name}`;
}

/** The accounts to choose from, the workbook's own first. */
function accountChoices(
  accounts: readonly KnownAccount[],
  taxable: readonly KnownAccount[],
): readonly (readonly [value: string, words: string])[] {
  const paying = payingChoices(accounts);
  const hasOwn = paying.some(({ known }) => known !== undefined) || taxable.length > 0;
  const words = (each: (typeof paying)[number]): readonly [string, string] => [each.value, payingWords(each, hasOwn)];
  return [
    ...paying.filter(({ known }) => known !== undefined).map(words),
    ...taxable.map((known) => [sellingValue(known.name), accountWords(known)] as const),
    ...paying.filter(({ known }) => known === undefined).map(words),
  ];
}

/** Money out of a taxable account is money from lots that are sold. */
function FromTaxable(props: FromProps & { readonly account: KnownAccount }): ReactElement {
  const { known, taxable } = props;
  const layout = useLayout();
  const form = formOf(props);
  return (
    <>
      <section className={layout.card} aria-label="What Keel needs to know">
        <MoneyField form={form} name="withdrawal" label="How much to take out" />
        <ChoiceField
          form={form}
          name="account"
          label="From which account"
          choices={accountChoices(known.accounts, taxable)}
        />
      </section>
      <SellLots {...props} />
    </>
  );
}

function FromRetirement(props: FromProps): ReactElement {
  const { known, taxable } = props;
  const layout = useLayout();
  const choices = payingChoices(known.accounts);
  const form = formOf(props, { account: choices[0]?.value ?? "" });
  const account = choices.find(({ value }) => value === form.text("account")) ?? choices[0];
  const person = personIn(form, true);
  const amount = form.number("withdrawal", readMoney) ?? 0;
  const isPlan = account?.source === "plan";
  const reason = form.text("reason");
  const basis = account?.isRoth ? form.number("basis", readMoney) : undefined;
  const leftAt = isPlan ? form.number("separationAge", readAge) : undefined;
  const isWhole = amount > 0 && (basis !== undefined || !account?.isRoth);
  const mayBeRequired = (form.number("age", readAge) ?? 0) >= ASKS_OF_REQUIRED;
  const cell = (number: number | undefined): number[][] | null => (number === undefined ? null : [[number]]);
  const answer = useAnswer(
    earlyWithdrawal,
    person && account && isWhole
      ? [
          ...([[[amount]], cell(person.age), [[person.income]], person.filing, [[person.year]]] as const),
          ...([reason, account.type, cell(leftAt), cell(basis)] as const),
        ]
      : undefined,
  );
  const short = account?.known !== undefined && amount > account.known.balance ? account.known : undefined;
  return (
    <>
      <section className={layout.card} aria-label="What Keel needs to know">
        <MoneyField form={form} name="withdrawal" label="How much to take out" />
        <ChoiceField
          form={form}
          name="account"
          label="From which account"
          choices={accountChoices(known.accounts, taxable)}
        />
        {short && (
          <p className={layout.text} role="alert">
            {short.name} holds {dollars(short.balance)} only.
          </p>
        )}
        {account?.isRoth && (
          <MoneyField
            form={form}
            name="basis"
            label="Of that, taxed before"
            hint="Your own contributions come out of a Roth IRA first. Type 0 if none of it is."
          />
        )}
        <ChoiceField
          form={form}
          name="reason"
          label="What it is for"
          none="None of these"
          hint="Some reasons are exceptions from the penalty."
          choices={Object.entries(REASON_WORDS)}
        />
        {isPlan && (
          <AgeField
            form={form}
            name="separationAge"
            label="Age in the year you left this job"
            hint="Blank if you still work there."
          />
        )}
        <PersonFields form={form} ageHint="In years; 59.5 for 59½." />
      </section>
      <AnswerCard
        answer={answer}
        missing="Say how much to take out, how you file, your other income and your age, and the answer stands here."
      >
        {(record, answered) => (
          <>
            <Headline words={withdrawalHeadline(record)} />
            <PartsBars
              parts={PARTS_KEPT}
              rows={[
                {
                  name: "",
                  amounts: [record.outcome.inHand, record.outcome.tax, record.outcome.penalty].map(shownAmount),
                  figure: dollars(inDollars(record.withdrawal.amount)),
                },
              ]}
              words={partsInWords(record.outcome)}
            />
            <TaxFigures figures={withdrawalFigures(record)} />
            {record.isRoth && record.outcome.taxable > 0 && <p className={layout.text}>{ROTH_WORDS}</p>}
            <Steps answered={answered} />
            {person && account && (
              <KeepAnswer
                {...props}
                question="withdraw"
                answered={answered}
                keeping={{
                  ...{ title: "Early withdrawal", sheet: "Keel withdrawal", function: "EARLYWITHDRAWAL" },
                  arguments: [
                    ...[moneyCell("withdrawal", amount), numberCell("age", person.age), ...personCells(person)],
                    ...[textCell("reason", reason === "" ? undefined : reason), textCell("account", account.type)],
                    ...[
                      numberCell("separationAge", leftAt),
                      basis === undefined ? undefined : moneyCell("basis", basis),
                    ],
                  ],
                }}
              />
            )}
          </>
        )}
      </AnswerCard>
      {mayBeRequired && <Required {...props} account={account?.isRoth ? undefined : account?.known} />}
    </>
  );
}

/** A bar has no length below 0: what is owed above the amount itself isn't drawn. */
function shownAmount(cents: number): number {
  return Math.max(0, inDollars(cents));
}
