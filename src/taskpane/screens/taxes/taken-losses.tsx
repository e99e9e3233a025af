import { useMemo, type ReactElement } from "react";
import { washSales } from "../../../operations";
import type { Table } from "../../../workbook";
import { useFirstOfMany } from "../../components/first-of-many";
import { useLayout } from "../../components/layout";
import { AnswerCard, Steps } from "./answer";
import { KeepAnswer } from "./keep-answer";
import { lossesTakenIn, type LossTaken } from "./losses-taken";
import { takenWords } from "./losses-words";
import { wholeList } from "./known";
import type { QuestionProps } from "./question-props";
import { useAnswer } from "./use-answer";

/** What the wash-sale rule leaves of the losses that were taken already, by the workbook's table of trades. */
export function TakenLosses(props: QuestionProps & { readonly trades: Table }): ReactElement {
  const { trades, today } = props;
  const layout = useLayout();
  const given = useMemo(() => [trades.values, [[today]]] as Parameters<typeof washSales.decide>, [trades, today]);
  const answer = useAnswer(washSales, given);
  return (
    <>
      <h3 className={layout.subheading}>Losses you have taken</h3>
      <AnswerCard answer={answer} label="Losses you have taken" missing="">
        {(record, answered) => (
          <>
            <Sales losses={lossesTakenIn(record)} />
            <Steps answered={answered} />
            <p className={layout.small}>
              Read from {trades.name} on sheet {trades.block.sheet}. It has to list the trades of all accounts, your
              spouse’s too.
            </p>
            <KeepAnswer
              {...props}
              question="losses taken"
              answered={answered}
              keeping={{
                ...{ title: "Wash sales", sheet: "Keel wash sales", function: "WASHSALES" },
                arguments: [
                  { reference: wholeList({ table: trades.name, block: trades.block }) },
                  { reference: "TODAY()" },
                ],
              }}
            />
          </>
        )}
      </AnswerCard>
    </>
  );
}

function Sales({ losses }: { readonly losses: readonly LossTaken[] }): ReactElement {
  const layout = useLayout();
  const { shown, list, rest } = useFirstOfMany(losses, "sale");
  if (losses.length === 0) return <p className={layout.text}>It shows no sale at a loss in a taxable account.</p>;
  return (
    <>
      <ul className={layout.rows} ref={list}>
        {shown.map((loss) => (
          <li key={loss.row}>
            <div className={layout.row}>
              <strong className={layout.rowName}>{loss.fund}</strong>
            </div>
            <p className={layout.small}>{takenWords(loss)}</p>
          </li>
        ))}
      </ul>
      {rest}
    </>
  );
}
