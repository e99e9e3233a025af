import { Button, makeStyles, mergeClasses, Spinner, tokens } from "@fluentui/react-components";
import { useEffect, useMemo, useState, type ReactElement } from "react";
import { defaultChoices, localAddress } from "../../../sheets";
import { dayInWords } from "../../holdings/day";
import { assess, type Decisions, type Standing } from "../../holdings/assess";
import { nameOf, type List, type ReadyList } from "../../holdings/list";
import type { Plan } from "../../holdings/plan";
import { count, dollars, percentInColumn } from "../../look/figures";
import { ActIcon, FineIcon } from "../../look/icons";
import { useLayout } from "../../look/layout";
import { NoList } from "../../look/no-list";
import { NotRead } from "../../look/not-read";
import { TradeList } from "../../look/trade-list";
import { TroubleCard } from "../../look/trouble-card";
import type { ScreenProps } from "../screen";
import { draftFor } from "../set-up/draft";
import { DriftBars } from "./drift-bars";
import { verdictOf } from "./verdict";

const useStyles = makeStyles({
  verdict: { borderLeftWidth: "6px" },
  fine: { borderLeftColor: tokens.colorStatusSuccessForeground1 },
  act: { borderLeftColor: tokens.colorStatusWarningForeground3 },
  title: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalS },
  icon: { display: "flex", flexShrink: 0 },
  fineText: { color: tokens.colorStatusSuccessForeground1 },
  actText: { color: tokens.colorStatusWarningForeground3 },
  total: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalM,
    fontVariantNumeric: "tabular-nums",
  },
  figure: { fontWeight: tokens.fontWeightSemibold, marginLeft: "auto" },
});

/** Answers "am I fine?" for the list of funds in sight. */
export function Home(props: ScreenProps): ReactElement {
  const { looking, lookAgain, goTo } = props;
  if (looking.state === "looking") return <Spinner label="Reading your workbook" size="small" />;
  if (looking.state === "failed") {
    return <NotRead message={looking.message} lookAgain={lookAgain} />;
  }
  const { sight } = looking;
  if (sight.found === "list") {
    const { unfinished } = looking;
    return (
      <>
        {unfinished && (
          <Unclear
            list={unfinished}
            setUp={() => {
              props.changeDraft(() => draftFor(unfinished, undefined));
              goTo("set up");
            }}
          />
        )}
        <Answer {...props} list={sight.list} plan={sight.plan} />
      </>
    );
  }
  if (sight.found === "cells") return <Unclear list={sight.list} setUp={() => goTo("set up")} />;
  return <NoList lookAgain={lookAgain} />;
}

interface UnclearProps {
  readonly list: List;
  readonly setUp: () => void;
}

/** Says which column is missing from what looks like a list. */
function Unclear({ list, setUp }: UnclearProps): ReactElement {
  const layout = useLayout();
  const { title, remedy } = missing(list);
  return (
    <TroubleCard title={title}>
      <p className={layout.text}>
        {nameOf(list)} on sheet {list.block.sheet} looks like a list. {remedy}
      </p>
      <div className={layout.buttons}>
        <Button appearance="primary" onClick={setUp}>
          Choose the columns
        </Button>
      </div>
    </TroubleCard>
  );
}

function missing({ columns, priced }: List): { readonly title: string; readonly remedy: string } {
  const { value, target } = columns;
  if (value === undefined && priced) {
    return {
      title: "Add a column of values",
      remedy: "It has shares and prices. Add a column called Value with shares × price.",
    };
  }
  if (value === undefined && target === undefined) {
    return {
      title: "Which column is which?",
      remedy: "Call the column of dollars Value and the column of percents Target, or choose them.",
    };
  }
  if (value === undefined) {
    return { title: "Which column holds the values?", remedy: "Call the column of dollars Value, or choose it." };
  }
  if (target === undefined) {
    return {
      title: "Add your targets",
      remedy: "It has no column of targets. Add one called Target with a percent for each fund, or choose it.",
    };
  }
  return { title: "Add your funds", remedy: "It has no row with a fund yet." };
}

interface AnswerProps extends ScreenProps {
  readonly list: ReadyList;
  readonly plan: Plan | undefined;
}

function Answer({ list, plan, say, goTo }: AnswerProps): ReactElement {
  const layout = useLayout();
  const assessed = useMemo(() => assess(list, plan ? decisionsOf(plan) : defaultChoices), [list, plan]);
  const spoken = assessed.ok ? spokenVerdict(assessed) : assessed.trouble.sentence;
  useEffect(() => say(spoken), [say, spoken]);

  const source = `${nameOf(list)} on sheet ${list.block.sheet}`;
  if (!assessed.ok) {
    const { cell, sentence } = assessed.trouble;
    return (
      <>
        <TroubleCard title="Not yet an answer">
          {cell !== undefined && (
            <p className={layout.text}>
              Look at cell <strong>{cell}</strong>.
            </p>
          )}
          <p className={layout.text}>{sentence}</p>
          <p className={layout.small}>Correct it in the sheet; Keel reads it again by itself.</p>
        </TroubleCard>
        <p className={layout.small}>Read from {source}.</p>
      </>
    );
  }
  return (
    <>
      <Card standing={assessed} live={plan !== undefined} setUp={() => goTo("set up")} />
      <Notes notes={assessed.notes} totalRow={list.total ? list.block.row + list.total.row + 1 : undefined} />
      <section className={layout.card} aria-label="Drift of each fund">
        <h3 className={layout.subheading}>Your funds</h3>
        <DriftBars funds={assessed.funds} />
      </section>
      <p className={layout.small}>
        Read from {source}, {count(assessed.funds.length, "fund")}.{" "}
        {plan ? `Rule in cell ${localAddress(plan.places.policy)}: ` : "Keel’s usual rule: "}
        {assessed.rule}
        {plan && cashSentence(plan)}
        {assessed.nextLook !== undefined && ` Next look: ${dayInWords(assessed.nextLook)}.`}
      </p>
    </>
  );
}

/** The trades depend on it, and its cell may be out of sight. */
function cashSentence({ cash, places }: Plan): string {
  const cell = localAddress(places.cash);
  if (typeof cash !== "number" || cash === 0) return "";
  return cash > 0
    ? ` Cash to invest in cell ${cell}: ${dollars(cash)}.`
    : ` Cash to take out in cell ${cell}: ${dollars(-cash)}.`;
}

function decisionsOf({ cash, policy, places }: Plan): Decisions {
  return { cash, policy, cells: { cash: localAddress(places.cash), policy: localAddress(places.policy) } };
}

interface CardProps {
  readonly standing: Standing;
  readonly live: boolean;
  readonly setUp: () => void;
}

/** The one card: the verdict in words, colour and sign, the total drift, and what to do next. */
function Card({ standing, live, setUp }: CardProps): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  const [tradesShown, showTrades] = useState(false);
  const verdict = verdictOf(standing);
  const { trades } = standing;
  const anyTrades = !trades.ok || trades.list.length > 0;
  return (
    <section
      className={mergeClasses(layout.card, styles.verdict, verdict.act ? styles.act : styles.fine)}
      aria-label="Am I fine?"
    >
      <div className={styles.title}>
        <span className={mergeClasses(styles.icon, verdict.act ? styles.actText : styles.fineText)}>
          {verdict.act ? <ActIcon /> : <FineIcon />}
        </span>
        <h2 className={layout.heading}>{verdict.headline}</h2>
      </div>
      <p className={layout.text}>{verdict.because}</p>
      <div className={mergeClasses(layout.text, styles.total)}>
        <span>Total drift</span>
        <span className={styles.figure}>{percentInColumn(standing.totalDrift)}</span>
        <span className={layout.small}>The share of your money to move to be back on target.</span>
      </div>
      <div className={layout.buttons}>
        {anyTrades && (
          <Button appearance="primary" aria-expanded={tradesShown} onClick={() => showTrades(!tradesShown)}>
            {tradesShown ? "Hide the trades" : "Show the trades"}
          </Button>
        )}
        {!live && (
          <Button appearance={anyTrades ? "secondary" : "primary"} onClick={setUp}>
            Insert live formulas
          </Button>
        )}
      </div>
      {tradesShown &&
        anyTrades &&
        (trades.ok ? <TradeList trades={trades.list} /> : <p className={layout.text}>{trades.trouble.sentence}</p>)}
    </section>
  );
}

interface NotesProps {
  readonly notes: readonly string[];
  readonly totalRow: number | undefined;
}

function Notes({ notes, totalRow }: NotesProps): ReactElement | null {
  const layout = useLayout();
  const all = [
    ...notes,
    ...(totalRow === undefined ? [] : [`Row ${totalRow} is the total of the rows above and is left out.`]),
  ];
  if (all.length === 0) return null;
  return (
    <section className={layout.card} aria-label="Worth knowing">
      <h3 className={layout.subheading}>Worth knowing</h3>
      <ul className={layout.list}>
        {all.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  );
}

function spokenVerdict(standing: Standing): string {
  const { headline, because } = verdictOf(standing);
  return `${headline}. ${because}`;
}
