import type { ReactElement } from "react";
import { rmd } from "../../../operations";
import { useLayout } from "../../components/layout";
import { AnswerCard, Headline, Steps, TaxFigures } from "./answer";
import { moneyCell, numberCell } from "./arguments";
import { asTyped, readMoney, readYear } from "./entries";
import { BirthYearField, MoneyField } from "./fields";
import { formOf } from "./form";
import { KeepAnswer } from "./keep-answer";
import type { KnownAccount } from "./known";
import type { QuestionProps } from "./question-props";
import { REQUIRED_LEFT_OUT, requiredFigures, requiredHeadline } from "./required-words";
import { useAnswer } from "./use-answer";

/** What must be taken out of a pre-tax account in a year. */
export function Required(props: QuestionProps & { readonly account: KnownAccount | undefined }): ReactElement {
  const { account } = props;
  const layout = useLayout();
  const form = formOf(props, { ...(account && { yearEnd: asTyped(account.balance) }) });
  const year = form.number("year", readYear);
  const born = form.number("birthYear", readYear);
  const balance = form.number("yearEnd", readMoney);
  const age = year === undefined || born === undefined ? undefined : year - born;
  const answer = useAnswer(
    rmd,
    age !== undefined && age > 0 && born !== undefined && balance !== undefined
      ? [[[balance]], [[age]], [[born]]]
      : undefined,
  );
  return (
    <>
      <h3 className={layout.subheading}>What you must take out</h3>
      <section className={layout.card} aria-label="What a required distribution depends on">
        <BirthYearField form={form} name="birthYear" label="The year you were born" />
        <MoneyField
          form={form}
          name="yearEnd"
          label="What the account held last December 31"
          hint={
            account &&
            `Today’s balance of ${account.name} stands here until you type that of December 31, which the rule counts.`
          }
        />
      </section>
      <AnswerCard
        answer={answer}
        label="What you must take out"
        missing="Say the year you were born and what the account held, and the answer stands here."
      >
        {({ distributions: [first], sources }, answered) =>
          first === undefined || year === undefined || age === undefined ? null : (
            <>
              <Headline words={requiredHeadline(first, age, year)} />
              <TaxFigures figures={requiredFigures(first, sources, age, year)} />
              <p className={layout.small}>{REQUIRED_LEFT_OUT}</p>
              <Steps answered={answered} />
              <KeepAnswer
                {...props}
                question="required distribution"
                answered={answered}
                keeping={{
                  ...{ title: "Required distribution", sheet: "Keel distribution", function: "RMD" },
                  arguments: [
                    moneyCell("yearEnd", balance ?? 0, form.isKnown("yearEnd") ? account?.from : undefined),
                    ...[numberCell("yearEndAge", age), numberCell("birthYear", born)],
                  ],
                }}
              />
            </>
          )
        }
      </AnswerCard>
    </>
  );
}
