import { useMemo, type ReactElement } from "react";
import { project } from "../../../operations";
import { LineChart } from "../../charts";
import { dollarsInShort } from "../../components/figures";
import { useLayout } from "../../components/layout";
import { AnswerCard, Headline, Steps, TaxFigures } from "./answer";
import { moneyCell, numberCell, percentCell, textCell } from "./arguments";
import { readAge, readMoney, readPercent, readYear, readYears } from "./entries";
import { MoneyField, PercentField, YearsField } from "./fields";
import type { Form } from "./form";
import { KeepAnswer } from "./keep-answer";
import type { KnownAccount } from "./known";
import { projectionLines, type Projected } from "./projection-lines";
import {
  GROWTH_IS_A_GUESS,
  PROJECTION_LINES,
  projectionFigures,
  projectionHeadline,
  projectionInWords,
  remarksInWords,
} from "./projection-words";
import type { QuestionProps } from "./question-props";
import { useAnswer } from "./use-answer";

type ProjectionProps = QuestionProps & { readonly form: Form; readonly plan: KnownAccount | undefined };

/** What a plan may come to, year by year, within the limits. */
export function Projection(props: ProjectionProps): ReactElement {
  const { form, plan } = props;
  const layout = useLayout();
  const salary = form.number("salary", readMoney);
  const rate = form.number("rate", readPercent);
  const balance = form.number("balance", readMoney) ?? 0;
  const growth = form.number("growth", readPercent);
  const raise = form.number("raise", readPercent);
  const years = form.number("years", readYears);
  const year = form.number("year", readYear);
  const age = form.number("age", readAge);
  const formula = form.text("match").trim();
  const cell = (number: number | undefined): number[][] | null => (number === undefined ? null : [[number]]);
  const isWhole =
    salary !== undefined && rate !== undefined && formula !== "" && growth !== undefined && years !== undefined;
  const answer = useAnswer(
    project,
    isWhole && year !== undefined
      ? [
          ...([[[balance]], [[salary]], [[rate]], formula, [[years]], [[growth]], [[year]]] as const),
          ...([cell(raise), cell(age)] as const),
        ]
      : undefined,
  );
  return (
    <>
      <h3 className={layout.subheading}>What it may come to</h3>
      <section className={layout.card} aria-label="What the projection needs to know">
        <MoneyField
          form={form}
          name="balance"
          label="What is in this job’s plan"
          hint={plan && `Filled in from ${plan.name} in your workbook.`}
        />
        <PercentField form={form} name="growth" label="It grows a year" hint={GROWTH_IS_A_GUESS} />
        <PercentField form={form} name="raise" label="Your pay grows a year" hint="Blank if it stays as it is." />
        <YearsField form={form} name="years" label="For how many years" />
      </section>
      <AnswerCard
        answer={answer}
        label="What it may come to"
        missing="Say your pay, what you pay in, what your employer adds and how much it may grow, and the answer stands here."
      >
        {({ years: found, law }, answered) => (
          <>
            <Picture projected={{ balance, years: found, growth: growth ?? 0 }} />
            <TaxFigures figures={projectionFigures({ balance, years: found, growth: growth ?? 0 }, law)} />
            {remarksInWords(found).map((words) => (
              <p key={words} className={layout.small}>
                {words}
              </p>
            ))}
            <Steps answered={answered} />
            <KeepAnswer
              {...props}
              question="projection"
              answered={answered}
              keeping={{
                ...{ title: "What the plan may come to", sheet: "Keel projection", function: "PROJECT" },
                arguments: [
                  moneyCell("balance", balance, form.isKnown("balance") ? plan?.from : undefined),
                  ...[moneyCell("salary", salary ?? 0), percentCell("rate", rate ?? 0), textCell("match", formula)],
                  ...[numberCell("years", years), percentCell("growth", growth ?? 0), numberCell("year", year)],
                  ...[raise === undefined ? undefined : percentCell("raise", raise), numberCell("yearEndAge", age)],
                ],
              }}
            />
          </>
        )}
      </AnswerCard>
    </>
  );
}

/** The answer in one sentence, and the balance by year over what was paid in. */
function Picture({ projected }: { readonly projected: Projected }): ReactElement {
  const lines = useMemo(() => projectionLines(projected), [projected]);
  const [balance, both, own] = PROJECTION_LINES;
  return (
    <>
      <Headline words={projectionHeadline(projected)} />
      <LineChart
        title="At the end of each year"
        words={projectionInWords(projected)}
        x={lines.x}
        xFormat={(year) => (Number.isInteger(year) ? String(year) : "")}
        scale="linear"
        format={dollarsInShort}
        lines={[
          { name: balance, values: lines.balance, filled: true },
          { name: both, values: lines.paidByBoth },
          { name: own, values: lines.paidByOwner },
        ]}
      />
    </>
  );
}
