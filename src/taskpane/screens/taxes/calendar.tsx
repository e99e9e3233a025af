import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, type ReactElement } from "react";
import type { SafeDate } from "../../../engine";
import { safeDates } from "../../../operations";
import { isHousehold } from "../../../lists";
import { useFirstOfMany } from "../../components/first-of-many";
import { useLayout } from "../../components/layout";
import { Waiting } from "../../components/waiting";
import { dayInWords } from "../../standing/day";
import { AnswerCard, Headline, Steps } from "./answer";
import { dateReason, datesHeadline, datesSource, dateTitle } from "./calendar-words";
import { ChoiceField } from "./fields";
import { formOf } from "./form";
import { KeepAnswer } from "./keep-answer";
import { wholeList } from "./known";
import type { QuestionProps } from "./question-props";
import { SaveCalendar } from "./save-calendar";
import { useTrades, type TradesTable } from "./trades-found";
import { useAnswer } from "./use-answer";

/** No trades: their headings alone, which the function reads as a table of none. */
const NO_TRADES = { cells: [["Date", "Fund", "Amount"]], reference: '{"Date","Fund","Amount"}' } as const;

/** "What may I do when?": the next look, and from when what may be bought or sold again, as a list and as a file. */
export function Calendar(props: QuestionProps): ReactElement {
  const { known, workbook, survey, goTo } = props;
  const layout = useLayout();
  const found = useTrades(workbook, survey);
  const form = formOf(props, { trades: found?.[0]?.name ?? "" });
  if (found === undefined) return <Waiting label="Reading your workbook" />;
  const trades = found.find(({ name }) => name === form.text("trades")) ?? found[0];
  if (trades === undefined && known.policy === undefined) {
    return (
      <section className={layout.card} aria-label="Answer">
        <p className={layout.text}>
          Keel sees no rule and no trades here. The dates come from the rule that Set up writes into your workbook, and
          from the trades that you log in Plan, or a table of your own with Date, Fund, Shares, Price and Account.
        </p>
        <div className={layout.buttons}>
          <Button onClick={() => goTo("set up")}>Set up a plan</Button>
        </div>
      </section>
    );
  }
  return (
    <>
      {found.length > 1 && (
        <section className={layout.card} aria-label="What Keel needs to know">
          <ChoiceField
            form={form}
            name="trades"
            label="Your trades"
            hint="The table that lists the trades of all accounts, your spouse’s too."
            choices={found.map(({ name, block }) => [name, `${name} on sheet ${block.sheet}`] as const)}
          />
        </section>
      )}
      <Dates {...props} trades={trades} />
    </>
  );
}

function Dates(props: QuestionProps & { readonly trades: TradesTable | undefined }): ReactElement {
  const { known, today, trades } = props;
  const layout = useLayout();
  const { list, policy } = known;
  // Lots have shares, and a list of accounts says which of them are taxable.
  const lots = list && isHousehold(list) && list.household.table.columns.has("shares") ? list : undefined;
  const given = useMemo(
    () =>
      [
        ...[trades?.values ?? NO_TRADES.cells, lots?.cells ?? null],
        ...[policy?.cells ?? null, [[today]]],
      ] as unknown as Parameters<typeof safeDates.decide>,
    [trades, lots, policy, today],
  );
  const answer = useAnswer(safeDates, given);
  return (
    <AnswerCard answer={answer} missing="">
      {({ dates }, answered) => (
        <>
          <Headline words={datesHeadline(dates)} />
          <DateRows dates={dates} />
          {dates.length > 0 && <SaveCalendar {...props} dates={dates} />}
          {trades && !trades.hasShares && (
            <p className={layout.small}>
              {trades.name} has amounts and no shares, so Keel can’t tell which sales were at a loss. Each sale in a
              taxable account counts as if it were one.
            </p>
          )}
          <p className={layout.small}>
            {datesSource(trades?.name, lots && (lots.table ?? "your list"), policy !== undefined)}
          </p>
          <Steps answered={answered} />
          <KeepAnswer
            {...props}
            question="calendar"
            answered={answered}
            keeping={{
              ...{ title: "What may be done when", sheet: "Keel dates", function: "SAFEDATES" },
              arguments: [
                { reference: trades ? wholeList({ table: trades.name, block: trades.block }) : NO_TRADES.reference },
                lots && { reference: wholeList(lots) },
                policy && { reference: policy.reference },
                { reference: "TODAY()" },
              ],
            }}
          />
        </>
      )}
    </AnswerCard>
  );
}

const useStyles = makeStyles({ date: { paddingBottom: tokens.spacingVerticalS } });

function DateRows({ dates }: { readonly dates: readonly SafeDate[] }): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  const { shown, list, rest } = useFirstOfMany(dates, "date");
  return (
    <>
      <ul className={layout.rows} ref={list}>
        {shown.map((date) => (
          <li key={JSON.stringify(date)} className={styles.date}>
            <div className={layout.row}>
              <strong className={layout.rowName}>{dateTitle(date)}</strong>
              <span className={layout.rowFigure}>{dayInWords(date.day)}</span>
            </div>
            <p className={layout.small}>{dateReason(date)}</p>
          </li>
        ))}
      </ul>
      {rest}
    </>
  );
}
