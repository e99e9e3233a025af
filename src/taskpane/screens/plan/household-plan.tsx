import { useEffect, useMemo, useRef, useState, type ReactElement } from "react";
import type { DecidedPlan } from "../../../operations";
import { isoDay, readPolicy, typedDollars } from "../../../ranges";
import { blockOf, nameOf, type HouseholdSight } from "../../../lists";
import { tradesLogged, type Block } from "../../../sheets";
import { ClassesByAccounts } from "../../charts";
import { HouseholdOutdatedCard } from "../../components/household-outdated-card";
import { useLayout } from "../../components/layout";
import { Waiting } from "../../components/waiting";
import { WorthKnowing } from "../../components/worth-knowing";
import { planningDecisions, useHouseholdPlanning } from "../../standing/household-planning";
import { guessedInWords, householdPlanNotes, householdQuestions } from "../../words/household-words";
import { outdatedHeadline, outdatedHouseholdSentence } from "../../words/outdated-words";
import { Checklist } from "./checklist";
import { clocksOf } from "./clocks";
import { ClocksSection } from "./clocks-section";
import { showDates } from "../taxes/show-question";
import { together } from "./extracts";
import { HouseholdAnswer } from "./household-answer";
import { householdExtracts, householdTradesExtract } from "./household-extracts";
import { moneyTableOf } from "./household-money";
import type { HouseholdPlanProps } from "./household-props";
import { HouseholdTrades } from "./household-trades";
import { householdTrading, type HouseholdLine, type HouseholdTrading } from "./household-trading";
import { NoPlan, NotPlanned, Unanswered } from "./household-unplanned";
import { HouseholdWebPages } from "./household-web-pages";
import { HouseholdWhereRead } from "./household-where-read";
import { becauseOf, headlineOf, outcomeOf, reasonFor, whyNone, whyNotPossible } from "./household-words";
import { FollowedSection } from "./followed-section";
import { LogSection } from "./log-section";
import { TakeAway } from "./take-away";
import { typedAbout } from "./typed-log";
import { checklistAbout } from "./typed-checklist";
import { useTradeLog } from "./use-log";
import { stepsOf } from "./use-steps";

/** The Plan screen of a household: what PLAN answers over its cells, and all that is done with it. */
export function HouseholdPlan(props: HouseholdPlanProps): ReactElement {
  const { sight, today, say } = props;
  const [attempt, setAttempt] = useState(0);
  const questions = householdQuestions(sight.list);
  const planning = useHouseholdPlanning(sight, today, attempt);
  const again = (): void => setAttempt(attempt + 1);
  if (questions.length > 0 || !planning) return <NotPlanned {...props} questions={questions} />;
  switch (planning.state) {
    case "planning":
      return <Waiting label="Working out the trades of your accounts" />;
    case "failed":
      return <Unanswered message={planning.message} again={again} />;
    case "planned": {
      if (!planning.planning.ok) return <NoPlan {...props} trouble={planning.planning.trouble} again={again} />;
      return (
        <>
          {planning.behind && <Waiting label="Your workbook has changed. Working out the trades again" />}
          <Planned {...props} decided={planning.planning.decided} say={say} />
        </>
      );
    }
  }
}

type PlannedProps = HouseholdPlanProps & { readonly decided: DecidedPlan };

/** New money that is assumed of each paycheck as long as nobody says how much it is, in dollars. */
const USUAL_PAYCHECK = 1000;

function Planned(props: PlannedProps): ReactElement {
  const { workbook, onLook, surveyAgain, survey, sight, decided, today, typed, changeTyped, say } = props;
  const { list, plan, account } = sight;
  const name = nameOf(list);
  const logged = useTradeLog(workbook, onLook);
  const paycheck = typed.paycheck.trim() === "" ? undefined : typedDollars(typed.paycheck);
  const { tradingRule } = typed;
  const assumed = paycheck !== undefined && paycheck > 0 ? paycheck : USUAL_PAYCHECK;
  const trading = useMemo(() => {
    const clocks = logged ? clocksOf(logged, today, tradingRule) : [];
    const before = { today, trades: logged ? tradesLogged(logged) : [], clocks };
    return householdTrading(decided, before, assumed);
  }, [decided, logged, today, tradingRule, assumed]);
  const outdated = survey.state === "seen" ? survey.outdatedHousehold : undefined;
  useSpoken(outdated ? `${outdatedHeadline}. ${outdatedHouseholdSentence(list, outdated)}` : answerOf(decided), say);

  const { checklist, some, isAtEnd, isMade, check, begin } = stepsOf(props, name, trading);
  const trades = trading.any && !outdated;
  const checking = trades && checklist.open;
  const lines = linesIn(trading);
  const made = lines.filter(({ account: of, line }) => isMade({ account: of, fund: line.fund, amount: line.amount }));
  const rule = readPolicy(planningDecisions(sight)?.policy);
  const log = typedAbout(typed.log, name);
  return (
    <>
      <HouseholdOutdatedCard {...props} list={list} outdated={outdated} />
      {outdated ? null : checking ? (
        <Checklist
          trading={trading}
          typed={checklist}
          type={check}
          loggable={some && made.length > 0}
          afterLogging="Keel then says from when your fund company lets you trade each fund again."
          log={() => changeTyped((now) => ({ log: { ...typedAbout(now.log, name), open: true } }))}
          say={say}
        />
      ) : (
        <WholePlan {...props} trading={trading} assumed={assumed} begun={some} begin={begin} />
      )}
      {(!checking || (isAtEnd && log.open)) && rule.ok && (
        <LogSection
          workbook={workbook}
          onLook={onLook}
          surveyAgain={surveyAgain}
          plan={plan}
          rule={rule.value}
          list={name}
          today={today}
          measured={trades ? measuredFor(decided, trading, made) : undefined}
          drift={trading.driftBefore}
          trades={(trades ? made : []).map(({ account: of, line }) => ({
            ...{ fund: line.fund, account: of, amount: line.amount, valueBefore: line.value },
          }))}
          ticks={undefined}
          values={valuesOf(sight)}
          afterwards="Once you have made the trades in your accounts, write down that you did."
          typed={log}
          type={(next) =>
            changeTyped((now) => ({
              log: next,
              // What is logged isn't to be made again; taken back, the ticks are still there.
              ...(next.logged && { checklist: { ...checklistAbout(now.checklist, name), open: false, at: 0 } }),
            }))
          }
          say={say}
        />
      )}
      {!checking && <FollowedSection {...props} />}
      {!checking && (
        <>
          <ClocksSection
            trades={logged}
            today={today}
            rule={tradingRule}
            choose={(chosen) => changeTyped(() => ({ tradingRule: chosen }))}
            showDates={() => showDates(props)}
          />
          <WorthKnowing
            notes={[
              ...(account?.added ? [guessedInWords(account.added)] : []),
              ...householdPlanNotes(decided.notes, list),
            ]}
          />
          <HouseholdWhereRead {...props} />
        </>
      )}
    </>
  );
}

interface WholePlanProps extends PlannedProps {
  readonly trading: HouseholdTrading;
  /** What new money is assumed, in dollars. */
  readonly assumed: number;
  readonly begun: boolean;
  readonly begin: () => void;
}

/** All of a plan: the answer, the picture, the trades, and what plans' web pages are told. */
function WholePlan(props: WholePlanProps): ReactElement {
  const { workbook, sight, decided, today, trading, say } = props;
  const layout = useLayout();
  const money = useMemo(() => moneyTableOf(decided), [decided]);
  const fileFor = (part: string): string | undefined =>
    workbook.host.savesFiles ? `keel-${part}-${isoDay(today)}.csv` : undefined;
  return (
    <>
      <HouseholdAnswer {...props}>
        {trading.any && (
          <TakeAway
            what="everything"
            shown
            rows={together(householdExtracts(trading, money))}
            file={fileFor("plan")}
            say={say}
          />
        )}
      </HouseholdAnswer>
      <section className={layout.card} aria-labelledby="keel-household">
        <h3 className={layout.subheading} id="keel-household">
          {sight.account ? "Your classes" : "Your household, by class and account"}
        </h3>
        {decided.range.household.accounts.some(({ countsAs }) => countsAs !== 1) && (
          <p className={layout.small}>The classes are counted after tax, as your list or your rule says.</p>
        )}
        <ClassesByAccounts money={money} />
      </section>
      {decided.plan.trades.length > 0 && (
        <HouseholdTrades
          trading={trading}
          rows={householdTradesExtract(trading).rows}
          file={fileFor("trades")}
          say={say}
        />
      )}
      <HouseholdWebPages {...props} fileFor={fileFor} />
    </>
  );
}

/** Has the answer heard when it is another one. */
function useSpoken(answer: string, say: (sentence: string) => void): void {
  const said = useRef<string>();
  useEffect(() => {
    if (answer === said.current) return;
    said.current = answer;
    say(answer);
  }, [say, answer]);
}

function answerOf(decided: DecidedPlan): string {
  const { trades, offGoal } = decided.plan;
  const headline = headlineOf(decided);
  if (trades.length > 0) return `${headline}. ${outcomeOf(decided)} ${becauseOf(decided)}`;
  return `${headline}. ${offGoal.length === 0 ? whyNone(decided) : whyNotPossible}`;
}

/** Every trade that somebody has to order, with its account. */
function linesIn({
  accounts,
}: HouseholdTrading): readonly { readonly account: string; readonly line: HouseholdLine }[] {
  return accounts.flatMap(({ account, trades }) => trades.map((line) => ({ account, line })));
}

function measuredFor(
  decided: DecidedPlan,
  { accounts, driftBefore, only }: HouseholdTrading,
  made: ReturnType<typeof linesIn>,
): { reason: string; driftBefore: number; driftAfter: number; traded: number } {
  // Cash moves along with the trades of its account.
  const trading = new Set(made.map(({ account }) => account));
  const cash = accounts.flatMap(({ account, lines }) =>
    trading.has(account) ? lines.filter(({ isCash }) => isCash) : [],
  );
  const some = new Set([...made.map(({ line }) => line.index), ...cash.map(({ index }) => index)]);
  return { reason: reasonFor(decided), driftBefore, ...only(some) };
}

/** Where the list shows money, to write the log's money alike. */
function valuesOf({ list }: HouseholdSight): Block {
  const { value } = list.columns;
  return value === undefined ? list.block : blockOf(list, value);
}
