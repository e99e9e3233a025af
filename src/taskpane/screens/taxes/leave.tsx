import type { ReactElement } from "react";
import { jobChange } from "../../../operations";
import { JOB_CHANGE_CHOICES, jobChangeRules } from "../../../ranges";
import { PartsBars } from "../../charts";
import { useLayout } from "../../components/layout";
import { AnswerCard, Headline, Steps, TaxFigures } from "./answer";
import { moneyCell, numberCell, personCells } from "./arguments";
import { asTyped, inDollars, readAge, readMoney } from "./entries";
import { AgeField, MoneyField, PersonFields } from "./fields";
import { formOf, personIn } from "./form";
import { KeepAnswer } from "./keep-answer";
import { cashOutFigures, choiceFigure, choicesInWords, jobChangeHeadline } from "./leave-words";
import { planOf } from "./paying-accounts";
import type { QuestionProps } from "./question-props";
import { useAnswer } from "./use-answer";
import { PARTS_KEPT } from "./withdraw-words";

/** "I'm leaving my job": what can become of the plan's money, and what each way costs. */
export function Leave(props: QuestionProps): ReactElement {
  const layout = useLayout();
  const plan = planOf(props.known.accounts);
  const typed = formOf(props);
  const form = formOf(props, {
    ...(plan && { balance: asTyped(plan.balance) }),
    // Most people ask in the year in which they leave.
    separationAge: typed.text("age"),
  });
  const person = personIn(form, true);
  const balance = form.number("balance", readMoney) ?? 0;
  const leftAt = form.number("separationAge", readAge);
  const answer = useAnswer(
    jobChange,
    person?.age !== undefined && leftAt !== undefined && balance > 0
      ? [[[balance]], [[person.age]], [[leftAt]], [[person.income]], person.filing, [[person.year]]]
      : undefined,
  );
  return (
    <>
      <section className={layout.card} aria-label="What Keel needs to know">
        <MoneyField
          form={form}
          name="balance"
          label="What is in this job’s plan"
          hint={plan && `Filled in from ${plan.name} in your workbook.`}
        />
        <PersonFields form={form} ageHint="In years; 59.5 for 59½." />
        <AgeField
          form={form}
          name="separationAge"
          label="Age in the year you leave"
          hint="Reached in that calendar year: from 55 on, this plan pays without penalty."
        />
      </section>
      <AnswerCard
        answer={answer}
        missing="Say what is in the plan, how you file, your other income and your age, and the answer stands here."
      >
        {({ choices, cashedOut, separationAge, law }, answered) => (
          <>
            <Headline words={jobChangeHeadline(cashedOut, balance)} />
            <PartsBars
              parts={PARTS_KEPT}
              rows={choices.map((each) => ({
                name: JOB_CHANGE_CHOICES[each.choice],
                amounts: [each.kept, each.tax, each.penalty].map((amount) => Math.max(0, inDollars(amount))),
                figure: choiceFigure(each),
              }))}
              words={choicesInWords(choices)}
            />
            {choices.map(({ choice }) => (
              <div key={choice}>
                <h3 className={layout.subheading}>{JOB_CHANGE_CHOICES[choice]}</h3>
                {choice === "cash out" && <TaxFigures figures={cashOutFigures(cashedOut, law)} />}
                <p className={layout.small}>{jobChangeRules(choice, separationAge, cashedOut)}</p>
              </div>
            ))}
            <Steps answered={answered} />
            {person && (
              <KeepAnswer
                {...props}
                question="leave"
                answered={answered}
                keeping={{
                  ...{ title: "Job change", sheet: "Keel job change", function: "JOBCHANGE" },
                  arguments: [
                    ...[
                      moneyCell("balance", balance, form.isKnown("balance") ? plan?.from : undefined),
                      numberCell("age", person.age),
                    ],
                    ...[numberCell("separationAge", leftAt), ...personCells(person)],
                  ],
                }}
              />
            )}
          </>
        )}
      </AnswerCard>
    </>
  );
}
