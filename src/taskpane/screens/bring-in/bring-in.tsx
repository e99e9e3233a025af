import { Button } from "@fluentui/react-components";
import { useCallback, useEffect, useMemo, useRef, useState, type ReactElement } from "react";
import { changesTo, foundIn, openIn, ownTableIn, type Found, type OwnTable, type Source } from "../../../lists";
import type { Table } from "../../../workbook";
import { messageOf } from "../../standing/looks";
import { useLooks } from "../../standing/use-survey";
import { useLayout } from "../../components/layout";
import { Trouble } from "../../components/trouble";
import { Waiting } from "../../components/waiting";
import type { ScreenProps } from "../screen";
import { AccountsList } from "./accounts-list";
import { openSentenceOf, pendingSentence, repeatedSentences, totalSentence } from "./bring-in-words";
import { ChangesList } from "./changes-list";
import { DayField } from "./day-field";
import { FundsList } from "./funds-list";
import { sourceOfList } from "./open-files";
import { SourceCard } from "./source-card";
import { SourcesCard } from "./sources-card";
import { withAccountChoice, withSources, type BringIn as State } from "./state";
import { useWriting } from "./writing";
import { WrittenCard } from "./written-card";

/** Reads what brokers and plans let people download into one table of holdings, or updates that table. */
export function BringIn(props: ScreenProps): ReactElement {
  const { typed, changeTyped, today, workbook, onLook } = props;
  const { bringIn } = typed;
  const layout = useLayout();
  const change = useCallback(
    (next: (old: State) => State): void => changeTyped((old) => ({ bringIn: next(old.bringIn) })),
    [changeTyped],
  );
  const lost = useOffered(workbook, bringIn.offered, change);
  const tables = useTables(workbook, onLook);
  // What was written is not looked through again before something else is brought in.
  const isWritten = bringIn.written !== undefined;
  const own = useMemo(() => (isWritten ? undefined : tables && ownTableIn(tables)), [tables, isWritten]);
  const found = useMemo(
    () =>
      bringIn.sources.length > 0 && !isWritten
        ? foundIn(bringIn.sources, bringIn.choices, today, own?.funds)
        : undefined,
    [bringIn.sources, bringIn.choices, today, own, isWritten],
  );
  return (
    <>
      <h2 className={layout.unseen}>Bring in</h2>
      {bringIn.written && <WrittenCard {...props} written={bringIn.written} change={change} />}
      {!bringIn.written && (
        <>
          <SourcesCard {...props} bringIn={bringIn} own={own} change={change} />
          <Trouble words={lost} />
          {bringIn.offered && <Waiting label="Reading your list" />}
          {found &&
            !bringIn.offered &&
            (tables ? (
              <FoundCards {...props} state={bringIn} found={found} own={own} tables={tables} change={change} />
            ) : (
              <Waiting label="Reading your workbook" />
            ))}
        </>
      )}
    </>
  );
}

/** Reads a list that another screen has sent here. Says why it could not be read, if so. */
function useOffered(
  workbook: ScreenProps["workbook"],
  offered: State["offered"],
  change: (next: (old: State) => State) => void,
): string | undefined {
  const [lost, setLost] = useState<string>();
  useEffect(() => {
    if (!offered) return undefined;
    let current = true;
    const taken = (source: Source | undefined, trouble?: string): void => {
      if (!current) return;
      setLost(trouble);
      change((old) => withSources({ ...old, offered: undefined }, source ? [source] : []));
    };
    sourceOfList(workbook, offered).then(taken, (failure: unknown) => taken(undefined, messageOf(failure)));
    return () => {
      current = false;
    };
  }, [workbook, offered, change]);
  return lost;
}

/** The workbook's tables, read again after each look at it; undefined until then. */
function useTables(workbook: ScreenProps["workbook"], onLook: ScreenProps["onLook"]): readonly Table[] | undefined {
  const [tables, setTables] = useState<readonly Table[]>();
  const looks = useLooks(onLook);
  useEffect(() => {
    let current = true;
    workbook.tables().then(
      (read) => current && setTables(read),
      // What can't be read now is read at the next look.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [workbook, looks]);
  return tables;
}

/** So many holdings take a while to be written. */
const MANY = 1_000;

interface FoundCardsProps extends ScreenProps {
  readonly state: State;
  readonly found: Found;
  readonly own: OwnTable | undefined;
  readonly tables: readonly Table[];
  readonly change: (next: (old: State) => State) => void;
}

/** What was found, each line to be corrected, and the way on. */
function FoundCards(props: FoundCardsProps): ReactElement {
  const { state, found, own, tables, change, say } = props;
  const layout = useLayout();
  const { busy, trouble, writeNew, writeUpdate } = useWriting(props);
  const changes = useMemo(() => own && changesTo(own, found, state.choices), [own, found, state.choices]);
  const known = changes?.accounts.flatMap(({ found: { key }, own: place }) => (place === undefined ? [] : [key]));
  const open = openIn(found, state.choices, new Set(known));
  const unanswered = openSentenceOf(open);
  const heading = useRef<HTMLHeadingElement>(null);
  const remarks = [pendingSentence(found), ...repeatedSentences(found)].filter((each) => each !== undefined);
  const spoken = totalSentence(found);
  const writing = busy && <Waiting label="Writing your holdings" atOnce={found.holdings.length > MANY} />;
  useEffect(() => say(spoken), [say, spoken]);
  const wasComparing = useRef(state.comparing);
  useEffect(() => {
    // Only a step taken by the user moves the focus.
    if (wasComparing.current !== state.comparing) heading.current?.focus();
    wasComparing.current = state.comparing;
  }, [state.comparing]);

  if (state.comparing && own && changes) {
    return (
      <section className={layout.card} aria-labelledby="keel-changes">
        <h3 className={layout.heading} id="keel-changes" tabIndex={-1} ref={heading}>
          What changes in {own.table.name}
        </h3>
        <ChangesList own={own} found={found} changes={changes} />
        <Trouble words={trouble} />
        {writing}
        <div className={layout.buttons}>
          <Button
            appearance="primary"
            disabledFocusable={busy}
            onClick={() => void writeUpdate(own, found, changes, tables)}
          >
            Update {own.table.name}
          </Button>
          <Button onClick={() => change((old) => ({ ...old, comparing: false }))}>Back</Button>
        </div>
      </section>
    );
  }
  return (
    <>
      <section className={layout.card} aria-labelledby="keel-found">
        <h3 className={layout.heading} id="keel-found" tabIndex={-1} ref={heading}>
          What was found
        </h3>
        {found.sources.map((read) => (
          <SourceCard
            key={read.source.key}
            read={read}
            choices={state.choices.sources.get(read.source.key)}
            change={change}
          />
        ))}
        <p className={layout.text}>
          <strong>{totalSentence(found)}</strong>
        </p>
        {remarks.map((remark) => (
          <p key={remark} className={layout.text}>
            {remark}
          </p>
        ))}
        {found.accounts.length > 0 && (
          <DayField found={found} today={props.today} choices={state.choices} change={change} />
        )}
      </section>
      {found.accounts.length > 0 && (
        <>
          <AccountsList
            found={found}
            own={own}
            changes={changes}
            choices={state.choices}
            choose={(key, choice) => change((old) => withAccountChoice(old, key, choice))}
          />
          <FundsList found={found} state={state} own={own} change={change} />
          <section className={layout.card} aria-label="Next">
            {unanswered !== undefined && (
              <p className={layout.text} role="status">
                {unanswered}
              </p>
            )}
            <Trouble words={trouble} />
            {writing}
            <div className={layout.buttons}>
              {own ? (
                <Button
                  appearance="primary"
                  disabledFocusable={unanswered !== undefined}
                  onClick={() => change((old) => ({ ...old, comparing: true }))}
                >
                  See what changes in {own.table.name}
                </Button>
              ) : (
                <Button
                  appearance="primary"
                  disabledFocusable={busy || unanswered !== undefined}
                  onClick={() => void writeNew(found, tables)}
                >
                  Write the table Holdings
                </Button>
              )}
            </div>
            {!own && (
              <p className={layout.small}>
                Keel writes one table on a sheet of its own. The cells and files that you brought stay as they are.
              </p>
            )}
          </section>
        </>
      )}
    </>
  );
}
