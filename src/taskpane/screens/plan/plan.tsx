import { Button } from "@fluentui/react-components";
import { useEffect, useMemo, type ReactElement } from "react";
import { isoDay } from "../../../ranges";
import { address } from "../../../sheets";
import { assess, type OrTrouble, type ListStanding } from "../../holdings/assess";
import { dayInWords, daySerial } from "../../holdings/day";
import { decisionsOf, type Plan as FoundPlan, type ReadyList } from "../../../lists";
import { count } from "../../components/figures";
import { useLayout } from "../../components/layout";
import { NoList } from "../../components/no-list";
import { NotRead } from "../../components/not-read";
import { TroubleCard } from "../../components/trouble-card";
import { TroubleWords } from "../../components/trouble-words";
import { UnclearList } from "../../components/unclear-list";
import { Waiting } from "../../components/waiting";
import { WhereRead } from "../../components/where-read";
import type { ScreenProps } from "../screen";
import { balancesExtract, electionsExtract, exchangesExtract, together, tradesExtract } from "./extracts";
import { calendarOf } from "./last-look";
import { LogSection } from "./log-section";
import { becauseOf, reasonFor, remarksOf, whyNoTrades } from "./reasons";
import { TakeAway } from "./take-away";
import { TradesSection } from "./trades-section";
import { tradingOf, type Trading } from "./trading";
import { WebPageSection } from "./web-page-section";

/** What to trade and why, as the plan's web page wants it typed, and the log of what was done. */
export function Plan(props: ScreenProps): ReactElement {
  const { survey, surveyAgain, goTo } = props;
  if (survey.state === "surveying") return <Waiting label="Reading your workbook" />;
  if (survey.state === "failed") return <NotRead message={survey.message} surveyAgain={surveyAgain} />;
  const { sight } = survey;
  if (sight.found === "nothing") return <NoList {...props} />;
  if (sight.found === "cells") return <UnclearList list={sight.list} setUp={() => goTo("set up")} />;
  return <Decision key={identityOf(sight.list)} {...props} list={sight.list} plan={sight.plan} />;
}

/** Tells one list from another. */
function identityOf({ table, block }: ReadyList): string {
  return table ?? address(block);
}

interface DecisionProps extends ScreenProps {
  readonly list: ReadyList;
  readonly plan: FoundPlan | undefined;
}

function Decision(props: DecisionProps): ReactElement {
  const { workbook, survey, surveyAgain, list, plan, goTo, say } = props;
  const layout = useLayout();
  const today = daySerial(new Date());
  const decided = useMemo(() => decide(list, plan, today), [list, plan, today]);
  const headline = decided.ok ? headlineOf(decided.trading) : "No answer yet";
  const because = decided.ok ? whyOf(decided) : decided.trouble.sentence;
  useEffect(() => say(`${headline}. ${because}`), [say, headline, because]);

  if (!decided.ok) {
    return (
      <TroubleCard title={headline}>
        <TroubleWords trouble={decided.trouble} workbook={workbook} say={say} />
      </TroubleCard>
    );
  }
  const { standing, trading } = decided;
  const { nextLook } = standing;
  const fileFor = (part: string): string => `keel-${part}-${isoDay(today)}.csv`;
  return (
    <>
      <section className={layout.card} aria-labelledby="keel-plan">
        <h2 className={layout.heading} id="keel-plan" tabIndex={-1}>
          {headline}
        </h2>
        <p className={layout.text}>{because}</p>
        {!trading.any && nextLook !== undefined && <p className={layout.text}>Next look: {dayInWords(nextLook)}.</p>}
        {!trading.any && nextLook === undefined && calendarOf(decisionsOf(plan).policy) === undefined && (
          <p className={layout.text}>Your rule has no dates: look whenever you like.</p>
        )}
        {!plan && (
          <>
            <p className={layout.small}>
              This is Keel’s usual rule, on your list. Set up a plan to choose your own and to keep it in your workbook.
            </p>
            <div className={layout.buttons}>
              <Button onClick={() => goTo("set up")}>Set up a plan</Button>
            </div>
          </>
        )}
        {trading.any && (
          <TakeAway what="everything" shown rows={together(extractsOf(trading))} file={fileFor("plan")} say={say} />
        )}
      </section>
      {trading.any && (
        <TradesSection
          trading={trading}
          remarks={remarksOf(trading.course, trading.rows, trading.left)}
          file={fileFor("trades")}
          say={say}
        />
      )}
      <WebPageSection trading={trading} plan={plan} fileFor={fileFor} say={say} />
      <LogSection
        workbook={workbook}
        survey={survey}
        surveyAgain={surveyAgain}
        plan={plan}
        list={identityOf(list)}
        today={today}
        measured={trading.any ? measuredFor(trading, plan) : undefined}
        say={say}
      />
      <WhereRead list={list} plan={plan} standing={standing} workbook={workbook} say={say} />
    </>
  );
}

interface Decided {
  readonly standing: ListStanding;
  readonly trading: Trading;
}

function decide(list: ReadyList, plan: FoundPlan | undefined, today: number): OrTrouble<Decided> {
  const decisions = decisionsOf(plan);
  const standing = assess(list, decisions, today);
  if (!standing.ok) return standing;
  if (!standing.trades.ok) return standing.trades;
  const trading = tradingOf(list, decisions, standing, today);
  return trading
    ? { ok: true, standing, trading }
    : { ok: false, trouble: { sentence: "The trades could not be worked out. Home says what is wrong." } };
}

function headlineOf(trading: Trading): string {
  const trades = trading.rows.filter(({ trade }) => trade !== 0).length;
  return trades === 0 ? "No trades needed" : `${count(trades, "trade")} to make`;
}

function whyOf({ trading, standing }: Decided): string {
  return trading.any ? becauseOf(trading.course, trading.rows) : whyNoTrades(trading.course, standing);
}

function measuredFor(
  trading: Trading,
  plan: FoundPlan | undefined,
): {
  reason: string;
  driftBefore: number;
  driftAfter: number;
  traded: number;
} {
  const { driftBefore, driftAfter, bought, sold, course, rows } = trading;
  const reason = reasonFor(course, rows, calendarOf(decisionsOf(plan).policy));
  return { reason, driftBefore, driftAfter, traded: Math.max(bought, sold) };
}

function extractsOf(trading: Trading): Parameters<typeof together>[0] {
  return [
    tradesExtract(trading),
    exchangesExtract(trading),
    balancesExtract(trading),
    electionsExtract(trading),
  ].filter(({ rows }) => rows.length > 1);
}
