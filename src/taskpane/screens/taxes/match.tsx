import { Field, Input } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { employerMatch } from "../../../operations";
import { PartsBars } from "../../charts";
import { dollars } from "../../components/figures";
import { useLayout } from "../../components/layout";
import { AnswerCard, Headline, Steps, TaxFigures } from "./answer";
import { moneyCell, numberCell, percentCell, textCell } from "./arguments";
import { asTyped, inDollars, readMoney, readPercent, readYear } from "./entries";
import { AgeField, MoneyField, PercentField, YearField } from "./fields";
import { formOf } from "./form";
import { KeepAnswer } from "./keep-answer";
import { matchFigures, matchHeadline, matchInWords, PARTS_OF_MATCH, type MatchFound } from "./match-words";
import { PayIn } from "./pay-in";
import { planOf } from "./paying-accounts";
import { Projection } from "./projection";
import type { QuestionProps } from "./question-props";
import { useAnswer } from "./use-answer";

/** "Am I getting the whole match?": what the employer adds, and what is left behind. */
export function Match(props: QuestionProps): ReactElement {
  const layout = useLayout();
  const plan = planOf(props.known.accounts);
  const form = formOf(props, { ...(plan && { balance: asTyped(plan.balance) }), years: "20" });
  const salary = form.number("salary", readMoney);
  const rate = form.number("rate", readPercent);
  const year = form.number("year", readYear);
  const formula = form.text("match").trim();
  const answer = useAnswer(
    employerMatch,
    salary !== undefined && rate !== undefined && year !== undefined && formula !== ""
      ? [[[salary]], [[rate]], formula, [[year]]]
      : undefined,
  );
  return (
    <>
      <section className={layout.card} aria-label="What Keel needs to know">
        <MoneyField form={form} name="salary" label="Your yearly pay" hint="Before any deduction." />
        <PercentField
          form={form}
          name="rate"
          label="You pay in"
          hint="The share of your pay that goes into the plan."
        />
        <Field
          label="What your employer adds"
          hint="As your plan says it, such as: 100% of 3%, 50% of 2%; or 50% up to 6%, max $3,000."
        >
          <Input
            className={layout.field}
            value={form.text("match")}
            onChange={(_, data) => form.set("match", data.value)}
          />
        </Field>
        <AgeField
          form={form}
          name="age"
          label="Your age"
          hint="At the end of that year. Limits are higher from 50 on; blank counts as younger."
        />
        <YearField form={form} />
      </section>
      <AnswerCard
        answer={answer}
        missing="Say your pay, what you pay in and what your employer adds, and the answer stands here."
      >
        {({ matches: [first], laws: [law] }, answered) => {
          if (first === undefined) return null;
          const found: MatchFound = {
            match: first.match,
            whole: first.whole.amount,
            needed: first.whole.deferred.toNumber(),
          };
          return (
            <>
              <Headline words={matchHeadline(found)} />
              <PartsBars
                parts={PARTS_OF_MATCH}
                rows={[
                  {
                    name: "",
                    amounts: [inDollars(found.match), inDollars(found.whole - found.match)],
                    figure: dollars(inDollars(found.whole)),
                  },
                ]}
                words={matchInWords(found)}
              />
              <TaxFigures figures={matchFigures(found, law)} />
              <p className={layout.small}>
                This is a year’s sum. What your employer adds may become yours over some years only: your plan’s vesting
                says when.
              </p>
              <Steps answered={answered} />
              <KeepAnswer
                {...props}
                question="match"
                answered={answered}
                keeping={{
                  ...{ title: "Employer match", sheet: "Keel match", function: "EMPLOYERMATCH" },
                  arguments: [
                    ...[moneyCell("salary", salary ?? 0), percentCell("rate", rate ?? 0)],
                    ...[textCell("match", formula), numberCell("year", year)],
                  ],
                }}
              />
            </>
          );
        }}
      </AnswerCard>
      <PayIn {...props} form={form} />
      <Projection {...props} form={form} plan={plan} />
    </>
  );
}
