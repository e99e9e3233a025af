import { Button, Checkbox, Field, Input } from "@fluentui/react-components";
import { useEffect, useRef, useState, type ReactElement } from "react";
import { isoDay, readDay, type PolicyRange } from "../../../ranges";
import { localAddress, logTable, tradeTable, type Block, type LoggedTrade } from "../../../sheets";
import type { Workbook } from "../../../workbook";
import { messageOf } from "../../standing/looks";
import { placeInWords } from "../../components/cell-link";
import { dollars, percentInColumn } from "../../components/figures";
import { useLayout } from "../../components/layout";
import { lookChangeFor, type LookChange, type RuledPlan } from "./last-look";
import { carryOut, prepare, type Logged, type Prepared, type Done, type Rebalance, type Ticks } from "./log-writing";
import type { TypedLog } from "./typed-log";

interface LogFormProps {
  readonly workbook: Workbook;
  readonly plan: RuledPlan | undefined;
  /** How the plan's policy was read. */
  readonly rule: PolicyRange;
  /** Today, as Excel counts days. */
  readonly today: number;
  /** What is known of the rebalance before the owner says when and why; undefined where nothing is traded. */
  readonly measured: Omit<Rebalance, "date"> | undefined;
  /** What a log that is kept says of a look without trades; undefined without a log. */
  readonly looked: Omit<Rebalance, "date"> | undefined;
  readonly trades: readonly Omit<LoggedTrade, "date">[];
  /** Where the owner ticks trades; undefined without a plan on a sheet. */
  readonly ticks: Ticks | undefined;
  /** The owner's column of values. */
  readonly values: Block;
  /** The days that the log has rows for. */
  readonly logged: readonly number[];
  readonly typed: TypedLog;
  readonly type: (part: Partial<TypedLog>) => void;
  readonly written: (logged: Logged) => void;
  readonly cancel: () => void;
  readonly say: (sentence: string) => void;
}

/** Asks when and why, says which cells are written, and writes them once the owner says so. */
export function LogForm(props: LogFormProps): ReactElement {
  const {
    workbook,
    plan,
    rule,
    today,
    measured,
    looked,
    trades,
    ticks,
    values,
    logged,
    typed,
    type,
    written,
    cancel,
    say,
  } = props;
  const layout = useLayout();
  const heading = useRef<HTMLHeadingElement>(null);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  // It answers the press of a button, so the focus comes along.
  useEffect(() => heading.current?.focus(), []);

  const date = typed.date ?? isoDay(today);
  const reason = typed.reason ?? measured?.reason ?? "";
  const day = dayFrom(date, today);
  const offered = plan && day.ok ? lookChangeFor(plan, rule, day.day) : undefined;
  const entry = entryOf(measured && { ...measured, reason: reason.trim() }, looked, day, logged);
  const look = typed.setsLook || !measured ? offered : undefined;
  const dated = entry ? trades.map((trade): LoggedTrade => ({ ...trade, date: entry.date })) : [];
  const prepared = usePrepared(workbook, values, entry, dated, look, ticks);

  const write = async (): Promise<void> => {
    setBusy(true);
    setTrouble(undefined);
    try {
      // The workbook may have changed since it was looked at.
      const now = await prepare(workbook, values, entry, dated, look, ticks);
      const done = now.ok ? await carryOut(workbook, now.writing) : now;
      if ("logged" in done) {
        written(done.logged);
        return;
      }
      setTrouble(done.trouble);
      say(done.trouble);
    } catch (failure) {
      setTrouble(messageOf(failure));
    } finally {
      setBusy(false);
    }
  };

  const part = (prepared?.ok === true && prepared.writing.done) || measured;
  const nothing = entry === undefined && look === undefined;
  return (
    <div role="group" aria-labelledby="keel-log-form" className={layout.stack}>
      <h4 className={layout.subheading} id="keel-log-form" tabIndex={-1} ref={heading}>
        {measured ? "When and why?" : "When did you look?"}
      </h4>
      <Field label="Date" {...(day.ok ? {} : { validationState: "error" as const, validationMessage: day.trouble })}>
        <Input
          className={layout.field}
          type="date"
          value={date}
          max={isoDay(today)}
          onChange={(_, data) => type({ date: data.value })}
        />
      </Field>
      {measured && part && (
        <>
          <Field label="Reason">
            <Input className={layout.field} value={reason} onChange={(_, data) => type({ reason: data.value })} />
          </Field>
          <p className={layout.text}>
            Drift {percentInColumn(measured.driftBefore)} before, {percentInColumn(part.driftAfter)} after.{" "}
            {dollars(part.traded)} traded.
          </p>
        </>
      )}
      {measured && day.ok && logged.includes(day.day) && (
        <p className={layout.text}>Your log has a row for that day already. Is this another rebalance?</p>
      )}
      {offered && measured && (
        <Checkbox
          checked={typed.setsLook}
          onChange={(_, data) => type({ setsLook: data.checked === true })}
          label="Also set my last look to that date"
        />
      )}
      <Writes prepared={prepared} look={look} nothing={nothing && day.ok} />
      {trouble !== undefined && (
        <p className={layout.text} role="alert">
          {trouble}
        </p>
      )}
      <div className={layout.buttons}>
        <Button
          appearance="primary"
          disabledFocusable={busy || nothing || !day.ok || prepared?.ok === false}
          onClick={() => void write()}
        >
          {busy ? "Writing…" : "Write it"}
        </Button>
        <Button onClick={cancel}>Cancel</Button>
      </div>
    </div>
  );
}

/** The log's new row: of the rebalance, or of a look without trades on a day that has no row yet. */
function entryOf(
  measured: Omit<Rebalance, "date"> | undefined,
  looked: Omit<Rebalance, "date"> | undefined,
  day: Day,
  logged: readonly number[],
): Rebalance | undefined {
  if (!day.ok) return undefined;
  if (measured) return { ...measured, date: day.day };
  return looked && !logged.includes(day.day) ? { ...looked, date: day.day } : undefined;
}

interface WritesProps {
  readonly prepared: Prepared | undefined;
  readonly look: LookChange | undefined;
  readonly nothing: boolean;
}

/** Lists the cells that are written, and what stands there now where something does. */
function Writes({ prepared, look, nothing }: WritesProps): ReactElement | null {
  const layout = useLayout();
  if (nothing) return <p className={layout.text}>Your last look is set to that date already.</p>;
  if (!prepared) return null;
  if (!prepared.ok) return <p className={layout.text}>{prepared.trouble}</p>;
  const { row, newSheet, trades, done } = prepared.writing;
  return (
    <div>
      {done && <p className={layout.text}>{doneWords(done)}</p>}
      <p className={layout.text}>This writes:</p>
      <ul className={layout.list}>
        {row && newSheet !== undefined && (
          <li>
            a new sheet called {newSheet}, with a table called {logTable}
          </li>
        )}
        {row && newSheet === undefined && <li>a new row in your log, {placeInWords(row)}</li>}
        {trades && (
          <li>
            each {done ? "ticked trade" : "trade"} with its amount and the fund’s value before it, in{" "}
            {placeInWords(trades.cells)}
            {trades.fate === "new table" && `, a table called ${tradeTable}`}
          </li>
        )}
        {look && <li>{lookWords(look)}</li>}
        {done && <li>no ticks in {placeInWords(done.cells)}, ready for the next trades</li>}
      </ul>
    </div>
  );
}

function doneWords({ count, of }: Done): string {
  return `${count} of ${of} ${of === 1 ? "trade is" : "trades are"} ticked as done.`;
}

function lookWords({ cell, from, to, holds }: LookChange): string {
  const name = holds === "rule" ? "your rule" : "your last look";
  const now = from === "" ? "which is blank now" : `in place of “${from}”`;
  return `${name} in ${placeInWords(cell)}: “${to}”, ${now}`;
}

/** Watches where the row would go. What is written is worked out again when the owner says so. */
function usePrepared(
  workbook: Workbook,
  values: Block,
  entry: Rebalance | undefined,
  trades: readonly LoggedTrade[],
  look: LookChange | undefined,
  ticks: Ticks | undefined,
): Prepared | undefined {
  const [prepared, setPrepared] = useState<Prepared>();
  const about = JSON.stringify([entry?.date, trades.length, look && [localAddress(look.cell), look.to]]);
  const current = useRef({ values, entry, trades, look, ticks });
  useEffect(() => {
    current.current = { values, entry, trades, look, ticks };
  });
  useEffect(() => {
    let wanted = true;
    const now = current.current;
    prepare(workbook, now.values, now.entry, now.trades, now.look, now.ticks).then(
      (found) => wanted && setPrepared(found),
      // Writing says what is wrong.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [workbook, about]);
  return prepared;
}

type Day = { readonly ok: true; readonly day: number } | { readonly ok: false; readonly trouble: string };

function dayFrom(text: string, today: number): Day {
  const read = readDay("Date", [[text]]);
  if (!read.ok || read.value === undefined) return { ok: false, trouble: "Type a date." };
  if (read.value > today) return { ok: false, trouble: "That day is still to come." };
  return { ok: true, day: read.value };
}
