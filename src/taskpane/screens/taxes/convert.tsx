import { Button } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Conversion, YearLaw } from "../../../engine";
import { rothConversion, tax } from "../../../operations";
import { conversionNotes } from "../../../ranges";
import { BracketsFilled } from "../../charts";
import { dollars } from "../../components/figures";
import { useLayout } from "../../components/layout";
import { AnswerCard, Headline, Steps, TaxFigures } from "./answer";
import { moneyCell, numberCell, personCells } from "./arguments";
import { convertedBrackets } from "./convert-brackets";
import {
  bracketFigure,
  bracketsInWords,
  conversionFigures,
  conversionHeadline,
  conversionRule,
  deductionWords,
} from "./convert-words";
import { asTyped, inDollars, readMoney } from "./entries";
import { MoneyField, PersonFields } from "./fields";
import { formOf, personIn, type Form, type Person } from "./form";
import { KeepAnswer } from "./keep-answer";
import type { QuestionProps } from "./question-props";
import { rateWords } from "./taxes-words";
import { useAnswer } from "./use-answer";

/** A dollar asks for the room in the brackets before any amount is typed. */
const A_DOLLAR = 1;

/** "Should I convert some to Roth?": what it adds to the tax, and which brackets it fills. */
export function Convert(props: QuestionProps): ReactElement {
  const layout = useLayout();
  const form = formOf(props);
  const person = personIn(form, false);
  const amount = form.number("conversion", readMoney) ?? 0;
  const age = person?.age === undefined ? null : [[person.age]];
  const answer = useAnswer(
    rothConversion,
    person && [[[amount > 0 ? amount : A_DOLLAR]], [[person.income]], person.filing, [[person.year]], age],
  );
  const base = useAnswer(tax, person && [[[person.income]], person.filing, [[person.year]], null, age]);
  const income = base?.state === "answered" ? base.record.taxes[0]?.tax : undefined;
  const pretax = props.known.accounts.filter(({ kind }) => kind === "deferred");
  const held = pretax.reduce((sum, { balance }) => sum + balance, 0);
  return (
    <>
      <section className={layout.card} aria-label="What Keel needs to know">
        <PersonFields form={form} ageHint="At the end of that year. Needed from 65 on; blank counts as younger." />
        <MoneyField
          form={form}
          name="conversion"
          label="How much to convert"
          hint={held > 0 ? `Your pre-tax accounts hold ${dollars(held)}.` : undefined}
        />
        {answer?.state === "answered" && <FillBracket form={form} conversion={answer.record.conversion} />}
      </section>
      <AnswerCard
        answer={amount > 0 ? answer : undefined}
        missing="Say how you file, your other income and how much to convert, and the answer stands here."
      >
        {({ conversion, law }, answered) => (
          <>
            <Headline words={conversionHeadline(conversion, amount, law)} />
            {income && person && <Picture conversion={conversion} income={income} law={law} filing={person.filing} />}
            {[deductionWords(conversion, amount), conversionRule(conversion, amount)].map(
              (words) =>
                words !== undefined && (
                  <p key={words} className={layout.text}>
                    {words}
                  </p>
                ),
            )}
            <TaxFigures figures={conversionFigures(conversion, law)} />
            <ul className={layout.list}>
              {conversionNotes(law.year, law.incomeBrackets.source).map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
            <Steps answered={answered} />
            {person && (
              <KeepAnswer
                {...props}
                question="convert"
                answered={answered}
                keeping={{
                  ...{ title: "Roth conversion", sheet: "Keel conversion", function: "ROTHCONVERSION" },
                  arguments: [moneyCell("conversion", amount), ...personCells(person), numberCell("age", person.age)],
                }}
              />
            )}
          </>
        )}
      </AnswerCard>
    </>
  );
}

/** Offers the amount that fills the bracket which the other income ends in. */
function FillBracket({
  form,
  conversion: { before },
}: {
  readonly form: Form;
  readonly conversion: Conversion;
}): ReactElement | null {
  const layout = useLayout();
  if (!before.room) return null;
  const room = inDollars(before.room);
  return (
    <div className={layout.buttons}>
      <Button onClick={() => form.set("conversion", asTyped(room))}>
        Fill the {rateWords(before.rate)} bracket: {dollars(room)}
      </Button>
    </div>
  );
}

interface PictureProps {
  readonly conversion: Conversion;
  readonly income: Parameters<typeof convertedBrackets>[1];
  readonly law: YearLaw;
  readonly filing: Person["filing"];
}

function Picture({ conversion, income, law, filing }: PictureProps): ReactElement {
  const brackets = convertedBrackets(conversion, income, law, filing);
  return (
    <BracketsFilled
      words={bracketsInWords(brackets)}
      beforeName="Your income"
      addedName="The conversion"
      brackets={brackets.map((each) => ({ ...each, name: rateWords(each.rate), figure: bracketFigure(each) }))}
    />
  );
}
