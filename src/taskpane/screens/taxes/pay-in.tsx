import type { ReactElement } from "react";
import { limit } from "../../../operations";
import { useLayout } from "../../components/layout";
import { AnswerCard, Headline, Steps, TaxFigures } from "./answer";
import { numberCell } from "./arguments";
import { readAge, readYear } from "./entries";
import type { Form } from "./form";
import { KeepAnswer } from "./keep-answer";
import { limitFigures, limitHeadline, LIMITS_LEFT_OUT } from "./pay-in-words";
import type { QuestionProps } from "./question-props";
import { useAnswer } from "./use-answer";

/** What may be paid in at an age: into plans at work, and into IRAs. */
export function PayIn(props: QuestionProps & { readonly form: Form }): ReactElement {
  const { form } = props;
  const layout = useLayout();
  const age = form.number("age", readAge);
  const year = form.number("year", readYear);
  const given = age === undefined || year === undefined ? undefined : ([[[year]], [[age]]] as const);
  const plans = useAnswer(limit, given && [...given, "deferral + catch-up"]);
  const catchUp = useAnswer(limit, given && [...given, "catch-up"]);
  const iras = useAnswer(limit, given && [...given, "ira + catch-up"]);
  return (
    <>
      <h3 className={layout.subheading}>What you may pay in</h3>
      <AnswerCard
        answer={plans}
        label="What you may pay in"
        missing="Say your age, and the limits of the year stand here."
      >
        {({ limits: [most], laws: [law] }, answered) =>
          most === undefined || law === undefined ? null : (
            <>
              <Headline words={limitHeadline(most, law)} />
              <TaxFigures
                figures={limitFigures(
                  {
                    most,
                    catchUp: catchUp?.state === "answered" ? catchUp.record.limits[0] : undefined,
                    iras: iras?.state === "answered" ? iras.record.limits[0] : undefined,
                  },
                  law,
                )}
              />
              <p className={layout.small}>{LIMITS_LEFT_OUT}</p>
              <Steps answered={answered} />
              <KeepAnswer
                {...props}
                question="limit"
                answered={answered}
                keeping={{
                  ...{ title: "What you may pay in", sheet: "Keel limit", function: "LIMIT" },
                  arguments: [numberCell("year", year), numberCell("yearEndAge", age)],
                }}
              />
            </>
          )
        }
      </AnswerCard>
    </>
  );
}
