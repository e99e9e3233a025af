import { Button } from "@fluentui/react-components";
import { useEffect, useMemo, useRef, type ReactElement } from "react";
import { isoDay } from "../../../ranges";
import { address, type LoggedTrade } from "../../../sheets";
import type { Cadence } from "../../../engine";
import { dayInWords } from "../../standing/day";
import type { ListStanding } from "../../standing/list-standing";
import type { OrTrouble } from "../../standing/trouble";
import { sourceOf, type ReadyList, type Whereabouts } from "../../../lists";
import { count } from "../../components/figures";
import { useLayout } from "../../components/layout";
import { OutdatedCard } from "../../components/outdated-card";
import { TroubleCard } from "../../components/trouble-card";
import { TroubleWords } from "../../components/trouble-words";
import { WhereRead } from "../../components/where-read";
import { WithList, type InSight } from "../../components/with-list";
import { outdatedHeadline, outdatedSentence } from "../../words/outdated-words";
import { troubleSentence } from "../../words/trouble-sentence";
import type { ScreenProps } from "../screen";
import { balancesExtract, electionsExtract, exchangesExtract, together, tradesExtract } from "./extracts";
import { Checklist } from "./checklist";
import { ClocksSection } from "./clocks-section";
import { showDates } from "../taxes/show-question";
import type { FundRow } from "./fund-row";
import { calendarOf } from "./last-look";
import { HouseholdPlan } from "./household-plan";
import { FollowedSection } from "./followed-section";
import { LogSection } from "./log-section";
import { becauseOf, reasonFor, remarksOf, whyNoTrades } from "./reason-words";
import { SteeringSection } from "./steering-section";
import { TakeAway } from "./take-away";
import { TradesSection } from "./trades-section";
import { checklistAbout } from "./typed-checklist";
import { typedAbout } from "./typed-log";
import { tradingOf, type Trading } from "./trading";
import { useTradeLog } from "./use-log";
import { stepsOf } from "./use-steps";
import { WebPageSection } from "./web-page-section";
import { contributionsPurpose, wholePercentWords } from "./web-page-words";

/** What to trade and why, as the plan's web page wants it typed, and the log of what was done. */
export function Plan(props: ScreenProps): ReactElement {
  return (
    <WithList
      props={props}
      household={(sight) => <HouseholdPlan key={identityOf(sight.list)} {...props} sight={sight} />}
    >
      {(inSight) => <Decision key={identityOf(inSight.list)} {...props} {...inSight} />}
    </WithList>
  );
}

/** Tells one list from another. */
function identityOf({ table, block }: Whereabouts): string {
  return table ?? address(block);
}

type DecisionProps = ScreenProps & InSight;

function Decision(props: DecisionProps): ReactElement {
  const {
    workbook,
    onLook,
    surveyAgain,
    list,
    plan,
    standing: found,
    outdated,
    today,
    typed,
    changeTyped,
    goTo,
    say,
  } = props;
  const layout = useLayout();
  const name = identityOf(list);
  const logged = useTradeLog(workbook, onLook);
  const decided = useMemo(() => decide(list, found), [list, found]);
  const headline = !decided.ok ? "No answer yet" : outdated ? outdatedHeadline : headlineOf(decided.trading);
  const because = !decided.ok
    ? troubleSentence(decided.trouble)
    : outdated
      ? outdatedSentence(list, outdated)
      : whyOf(decided);
  const said = useRef<string>();
  // After logging, its own words are said, and the verdict that was said before isn't said again when that is taken back.
  const answer = outdated ? undefined : `${headline}. ${because}`;
  useEffect(() => {
    if (answer === undefined || answer === said.current) return;
    said.current = answer;
    say(answer);
  }, [say, answer]);

  if (!decided.ok) {
    return (
      <TroubleCard title={headline}>
        <TroubleWords trouble={decided.trouble} workbook={workbook} say={say} />
      </TroubleCard>
    );
  }
  const { standing, trading } = decided;
  const trades = trading.any && !outdated;
  const several = trading.accounts.length > 1;
  const { checklist, some, isAtEnd, isMade, check, begin } = stepsOf(props, name, trading);
  const checking = trades && checklist.open;
  const made = ({ account, fund, trade }: FundRow): boolean =>
    trade !== 0 && isMade({ account, fund: fund.name, amount: trade / 100 });
  const { nextLook } = standing;
  const calendar = calendarOf(standing.rule.policy);
  const fileFor = (part: string): string | undefined =>
    workbook.host.savesFiles ? `keel-${part}-${isoDay(today)}.csv` : undefined;
  return (
    <>
      <OutdatedCard {...props} />
      {checking && (
        <Checklist
          trading={trading}
          typed={checklist}
          type={check}
          afterLogging="Keel then offers to put the values after trading in, and says from when your fund company lets you trade each fund again."
          loggable={some && trading.rows.some(made)}
          log={() => changeTyped((now) => ({ log: { ...typedAbout(now.log, name), open: true } }))}
          say={say}
        />
      )}
      {!outdated && !checking && (
        <section className={layout.card} aria-labelledby="keel-plan">
          <h2 className={layout.heading} id="keel-plan" tabIndex={-1}>
            {headline}
          </h2>
          <p className={layout.text}>{because}</p>
          {!trading.any && nextLook !== undefined && <p className={layout.text}>Next look: {dayInWords(nextLook)}.</p>}
          {!trading.any && nextLook === undefined && calendar === undefined && (
            <p className={layout.text}>Your rule has no dates: look whenever you like.</p>
          )}
          {!plan && (
            <>
              <p className={layout.small}>
                This is Keel’s usual rule, on your list. Set up a plan to choose your own and to keep it in your
                workbook.
              </p>
              <div className={layout.buttons}>
                <Button onClick={() => goTo("set up")}>Set up a plan</Button>
              </div>
            </>
          )}
          {trading.any && (
            <div className={layout.buttons}>
              <Button appearance="primary" onClick={begin}>
                {some ? "Go on with the checklist" : "Make them one at a time"}
              </Button>
            </div>
          )}
          {trading.any && (
            <TakeAway what="everything" shown rows={together(extractsOf(trading))} file={fileFor("plan")} say={say} />
          )}
        </section>
      )}
      {trades && !checking && (
        <TradesSection
          trading={trading}
          remarks={remarksOf(trading.course, trading.rows, trading.left)}
          file={fileFor("trades")}
          say={say}
        />
      )}
      {!outdated && !checking && (
        <WebPageSection
          trading={trading}
          named={several}
          contributions={{ purpose: contributionsPurpose(trading.course.locked) }}
          {...(several ? {} : { moreWays: wholePercentWords(plan) })}
          fileFor={fileFor}
          say={say}
        />
      )}
      {!outdated && !checking && isSteerable(trading, standing) && (
        <SteeringSection
          {...props}
          standing={standing}
          elections={trading.accounts[0]?.elections}
          file={fileFor("paychecks")}
        />
      )}
      {(!checking || (isAtEnd && typedAbout(typed.log, name).open)) && (
        <LogSection
          workbook={workbook}
          onLook={onLook}
          surveyAgain={surveyAgain}
          plan={plan}
          rule={standing.rule}
          list={name}
          today={today}
          measured={trades ? measuredFor(trading, trading.rows.filter(made), calendar) : undefined}
          drift={trading.driftBefore}
          trades={trades ? tradesOf(trading.rows.filter(made)) : []}
          ticks={
            plan?.sheet && {
              cells: plan.sheet.places.columns.done,
              trading: trading.rows.filter(made).map(({ fund }) => fund.row),
              only: trading.only,
            }
          }
          values={sourceOf(list).values}
          afterwards="Once you have typed the trades into your plan’s web page, write down that you did."
          typed={typedAbout(typed.log, name)}
          type={(log) =>
            changeTyped((now) => ({
              log,
              // What is logged isn't to be made again; taken back, the ticks are still there.
              ...(log.logged && { checklist: { ...checklistAbout(now.checklist, name), open: false, at: 0 } }),
            }))
          }
          say={say}
        />
      )}
      {!checking && <FollowedSection {...props} />}
      {!checking && (
        <ClocksSection
          trades={logged}
          today={today}
          rule={typed.tradingRule}
          choose={(tradingRule) => changeTyped(() => ({ tradingRule }))}
          showDates={() => showDates(props)}
        />
      )}
      <WhereRead list={list} plan={plan} standing={standing} workbook={workbook} say={say} />
    </>
  );
}

interface Decided {
  readonly standing: ListStanding;
  readonly trading: Trading;
}

function decide(list: ReadyList, standing: OrTrouble<ListStanding>): OrTrouble<Decided> {
  if (!standing.ok) return standing;
  if (!standing.acting.ok) return standing.acting;
  return { ok: true, standing, trading: tradingOf(list, standing, standing.acting) };
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
  made: readonly FundRow[],
  calendar: Cadence | undefined,
): {
  reason: string;
  driftBefore: number;
  driftAfter: number;
  traded: number;
} {
  const { driftBefore, course, rows, only } = trading;
  return { reason: reasonFor(course, rows, calendar), driftBefore, ...only(made.map(({ fund }) => fund.row)) };
}

/** Whole percents are shared among no more funds than there are percents. */
const MOST_STEERED = 100;

/**
 * Whether a paycheck's percents may bring the list nearer: to one account of a few funds that have drifted, and that all
 * follow the rule. Which paychecks bring funds with locks or bands of their own back isn't worked out.
 */
function isSteerable({ accounts }: Trading, { funds, totalDrift }: ListStanding): boolean {
  const ruled = funds.some(({ lock, ownBand }) => lock !== undefined || ownBand === true);
  return accounts.length === 1 && totalDrift > 0 && funds.length <= MOST_STEERED && !ruled;
}

/** Trades as the log of trades keeps them. */
function tradesOf(rows: readonly FundRow[]): readonly Omit<LoggedTrade, "date">[] {
  return rows.map(({ account, fund, trade }) => ({
    fund: fund.name,
    account,
    amount: trade / 100,
    valueBefore: fund.value / 100,
  }));
}

function extractsOf(trading: Trading): Parameters<typeof together>[0] {
  return [
    tradesExtract(trading),
    exchangesExtract(trading),
    balancesExtract(trading),
    electionsExtract(trading),
  ].filter(({ rows }) => rows.length > 1);
}
