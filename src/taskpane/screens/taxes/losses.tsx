import { Button } from "@fluentui/react-components";
import { useMemo, type ReactElement } from "react";
import { harvest, type DecidedHarvest } from "../../../operations";
import type { List } from "../../../lists";
import { dollars } from "../../components/figures";
import { useFirstOfMany } from "../../components/first-of-many";
import { useLayout } from "../../components/layout";
import { AnswerCard, Headline, Steps } from "./answer";
import { columnNamesIn } from "./balance-formulas";
import { KeepAnswer } from "./keep-answer";
import { kindsIn, lossesIn, lotsSource, type LossFound } from "./losses-found";
import { lossesHeadline, lotWords, savedWords, washedWords, washRule } from "./losses-words";
import type { QuestionProps } from "./question-props";
import { TakenLosses } from "./taken-losses";
import { useTrades } from "./trades-found";
import { useAnswer } from "./use-answer";

/** "What losses can I take?": the lots of taxable accounts that are worth less than was paid. */
export function Losses(props: QuestionProps): ReactElement {
  const { known, goTo, workbook, survey } = props;
  const layout = useLayout();
  const trades = useTrades(workbook, survey)?.find(({ hasShares }) => hasShares);
  if (known.list) {
    return (
      <>
        <LossesOf {...props} list={known.list} />
        {trades && <TakenLosses {...props} trades={trades} />}
      </>
    );
  }
  return (
    <section className={layout.card} aria-label="Answer">
      <p className={layout.text}>
        Keel sees no list of holdings here. It needs one with Fund, Shares, Price, Cost basis and Acquired, a row for
        each lot, and Account type where there are several accounts.
      </p>
      <div className={layout.buttons}>
        <Button onClick={() => goTo("bring in")}>Bring in a list</Button>
      </div>
    </section>
  );
}

function LossesOf(props: QuestionProps & { readonly list: List }): ReactElement {
  const { list, known, today, workbook } = props;
  const layout = useLayout();
  const source = useMemo(() => lotsSource(list, columnNamesIn(workbook)), [list, workbook]);
  const policy = known.policy;
  const given = useMemo(
    () => [source.lots, source.prices, [[today]], policy?.cells ?? null] as Parameters<typeof harvest.decide>,
    [source, today, policy],
  );
  const answer = useAnswer(harvest, given);
  return (
    <AnswerCard answer={answer} missing="">
      {(record, answered) => (
        <>
          <Found record={record} />
          <Steps answered={answered} />
          <p className={layout.small}>
            Read from the lots of {list.table ?? "your list"} on sheet {list.block.sheet}, at its prices.
          </p>
          <KeepAnswer
            {...props}
            question="losses"
            answered={answered}
            keeping={{
              ...{ title: "Losses to take", sheet: "Keel losses", function: "HARVEST" },
              arguments: [
                { reference: source.references.lots },
                { reference: source.references.prices },
                { reference: "TODAY()" },
                policy && { reference: policy.reference },
              ],
            }}
          />
        </>
      )}
    </AnswerCard>
  );
}

function Found({ record }: { readonly record: DecidedHarvest }): ReactElement {
  const layout = useLayout();
  const losses = useMemo(() => lossesIn(record), [record]);
  const { taxable, others } = kindsIn(record);
  const { shown, list, rest } = useFirstOfMany<LossFound>(losses, "lot");
  const saved = savedWords(losses);
  return (
    <>
      <Headline words={lossesHeadline(losses, taxable)} />
      {saved !== undefined && <p className={layout.text}>{saved}</p>}
      <ul className={layout.rows} ref={list}>
        {shown.map((loss) => (
          <li key={loss.row}>
            <div className={layout.row}>
              <strong className={layout.rowName}>{loss.fund}</strong>
              <span className={layout.rowFigure}>{dollars(-loss.loss)}</span>
            </div>
            <p className={layout.small}>{lotWords(loss)}</p>
            <p className={layout.small}>{washedWords(loss)}</p>
          </li>
        ))}
      </ul>
      {rest}
      {losses.length > 0 && <p className={layout.text}>{washRule(record.buyAgainFrom)}</p>}
      {taxable && others && (
        <p className={layout.small}>Nothing is taxed inside your retirement accounts, so their losses don’t count.</p>
      )}
    </>
  );
}
