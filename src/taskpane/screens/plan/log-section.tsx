import { Button } from "@fluentui/react-components";
import { useEffect, useRef, useState, type ReactElement } from "react";
import type { PolicyRange } from "../../../ranges";
import type { Block, LogEntry, LoggedTrade } from "../../../sheets";
import type { Workbook } from "../../../workbook";
import { dayInWords } from "../../standing/day";
import { messageOf, type OnLook } from "../../standing/looks";
import { CellLink, placeInWords } from "../../components/cell-link";
import { dollars, percentInColumn } from "../../components/figures";
import { useLayout } from "../../components/layout";
import { notTakenBack } from "../../components/not-taken-back";
import { lookChangeFor, type RuledPlan } from "./last-look";
import { LogForm } from "./log-form";
import type { Logged, Rebalance, Ticks, Writing } from "./log-writing";
import type { TypedLog } from "./typed-log";
import { useLog } from "./use-log";

/** How many past rebalances are shown. */
const SHOWN = 5;

interface LogSectionProps {
  readonly workbook: Workbook;
  readonly onLook: OnLook;
  readonly surveyAgain: () => void;
  readonly plan: RuledPlan | undefined;
  /** How the plan's policy was read. */
  readonly rule: PolicyRange;
  /** Names the list, so that what was typed about one isn't taken for another. */
  readonly list: string;
  readonly today: number;
  /** Undefined where nothing is to be traded. */
  readonly measured: Omit<Rebalance, "date"> | undefined;
  /** Total drift now, as a fraction. */
  readonly drift: number;
  /** The trades themselves. */
  readonly trades: readonly Omit<LoggedTrade, "date">[];
  /** Where the owner ticks trades; undefined without a plan on a sheet. */
  readonly ticks: Ticks | undefined;
  /** The owner's column of values. */
  readonly values: Block;
  /** When the trades are to be written down. */
  readonly afterwards: string;
  readonly typed: TypedLog;
  readonly type: (typed: TypedLog) => void;
  readonly say: (sentence: string) => void;
}

/** Writes this rebalance, or a look without trades, down; and shows the last ones. */
export function LogSection(props: LogSectionProps): ReactElement | null {
  const {
    workbook,
    onLook,
    surveyAgain,
    plan,
    rule,
    list,
    today,
    measured,
    drift,
    trades,
    ticks,
    values,
    afterwards,
    typed,
    say,
  } = props;
  const layout = useLayout();
  const [written, setWritten] = useState<Logged>();
  const entries = useLog(workbook, onLook);
  // A workbook opened meanwhile may have a list of this name too, and no log.
  const earlier = typed.logged?.row && (entries ?? []).length === 0 ? undefined : typed.logged;

  const type = (part: Partial<TypedLog>): void => props.type({ ...typed, ...part });
  const done = (logged: Logged): void => {
    setWritten(logged);
    props.type({ list, open: false, setsLook: true, logged });
    say(doneWords(logged));
    surveyAgain();
  };

  const takenBack = (): void => {
    setWritten(undefined);
    type({ logged: undefined });
    surveyAgain();
  };
  // Without trades there is only a last look to set, if the rule counts from one.
  const something = measured !== undefined || (plan && lookChangeFor(plan, rule, today) !== undefined);
  if (!something && !written && !typed.open && !earlier && (entries ?? []).length === 0) return null;
  return (
    <section className={layout.card} aria-labelledby="keel-log">
      <h3 className={layout.subheading} id="keel-log">
        {measured || !something ? "Rebalance log" : "Your last look"}
      </h3>
      {written ? (
        <Written workbook={workbook} logged={written} fresh takenBack={takenBack} say={say} />
      ) : typed.open ? (
        <LogForm
          workbook={workbook}
          plan={plan}
          rule={rule}
          today={today}
          measured={measured}
          looked={(entries ?? []).length > 0 ? lookWithoutTrades(drift) : undefined}
          trades={trades}
          ticks={ticks}
          values={values}
          logged={(entries ?? []).map(({ date }) => date)}
          typed={typed}
          type={type}
          written={done}
          cancel={() => type({ open: false })}
          say={say}
        />
      ) : (
        <>
          {earlier && <Written workbook={workbook} logged={earlier} takenBack={takenBack} say={say} />}
          {something && (
            <>
              <p className={layout.text}>
                {measured
                  ? afterwards
                  : "A look without trades counts too. Write it down, and your rule counts from that day."}
                {measured &&
                  plan &&
                  lookChangeFor(plan, rule, today) &&
                  " Your rule then counts its next look from that date."}
              </p>
              <div className={layout.buttons}>
                <Button onClick={() => type({ open: true })}>
                  {measured ? "Log this rebalance" : "Set my last look"}
                </Button>
              </div>
            </>
          )}
        </>
      )}
      <Entries entries={entries} />
    </section>
  );
}

/** A look after which nothing was traded, as a log that is kept has it: FOLLOWED counts it. */
function lookWithoutTrades(drift: number): Omit<Rebalance, "date"> {
  return { reason: "Looked, nothing to trade", driftBefore: drift, driftAfter: drift, traded: 0 };
}

interface WrittenProps {
  readonly workbook: Workbook;
  readonly logged: Logged;
  /** Whether it was written just now, and not before another screen was shown. */
  readonly fresh?: boolean;
  readonly takenBack: () => void;
  readonly say: (sentence: string) => void;
}

/** What was written, and the way back. */
function Written({ workbook, logged, fresh = false, takenBack, say }: WrittenProps): ReactElement {
  const layout = useLayout();
  const place = useRef<HTMLParagraphElement>(null);
  const [busy, setBusy] = useState(false);
  const [stuck, setStuck] = useState<string>();
  // The button that was pressed is gone; what came of it takes the focus.
  useEffect(() => {
    if (fresh) place.current?.focus();
  }, [fresh]);

  const undo = async (): Promise<void> => {
    setBusy(true);
    try {
      if (await workbook.undo(logged.receipt)) {
        say("Taken back.");
        takenBack();
        return;
      }
      setStuck(notTakenBack);
    } catch (failure) {
      setStuck(messageOf(failure));
    }
    setBusy(false);
  };
  const { log, look } = logged;
  return (
    <>
      <p className={layout.text} tabIndex={-1} ref={place}>
        {doneWords(logged)}
      </p>
      {stuck !== undefined && (
        <p className={layout.text} role="alert">
          {stuck}
        </p>
      )}
      <div className={layout.buttons}>
        <Button disabledFocusable={busy} onClick={() => void undo()}>
          Undo
        </Button>
      </div>
      <p className={layout.small}>
        {log && <CellLink workbook={workbook} block={log} words="Go to the log" say={say} />}
        {log && look && " · "}
        {look && <CellLink workbook={workbook} block={look.cell} words="Go to the last look" say={say} />}
      </p>
    </>
  );
}

function doneWords({ row, look }: Writing): string {
  const logged = row ? `Logged in row ${row.row + 1} of sheet ${row.sheet}.` : "";
  const set = look ? `Your last look is set in ${placeInWords(look.cell)}.` : "";
  return [logged, set].filter((part) => part !== "").join(" ");
}

/** The latest rebalances. */
function Entries({ entries }: { readonly entries: readonly LogEntry[] | undefined }): ReactElement | null {
  const layout = useLayout();
  if (entries === undefined) return null;
  if (entries.length === 0) return <p className={layout.small}>No rebalance is in your log yet.</p>;
  return (
    <div>
      <h4 className={layout.subheading}>Past rebalances</h4>
      <ul className={layout.rows}>
        {entries.slice(0, SHOWN).map(({ date, reason, driftBefore, driftAfter, traded, done }, index) => (
          <li key={index} className={layout.row}>
            <span className={layout.rowName}>
              {dayInWords(date)}
              {reason !== "" && `: ${reason}`}
            </span>
            <span className={layout.small}>
              {traded === 0
                ? `Drift ${percentInColumn(driftBefore)}, nothing traded`
                : `Drift ${percentInColumn(driftBefore)} → ${percentInColumn(driftAfter)}, ${dollars(traded)} traded`}
              {done !== undefined && `, ${done} trades done`}
            </span>
          </li>
        ))}
      </ul>
      {entries.length > SHOWN && <p className={layout.small}>{entries.length - SHOWN} more in your log.</p>}
    </div>
  );
}
