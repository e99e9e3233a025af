import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, type ReactElement } from "react";
import { dayInWords } from "../../standing/day";
import type { ListStanding } from "../../standing/list-standing";
import { nameOf, type List, type ReadyList } from "../../../lists";
import { topLeft } from "../../../sheets";
import { BringInOffer } from "../../components/bring-in-offer";
import { CellLink } from "../../components/cell-link";
import { percentInColumn } from "../../components/figures";
import { ActIcon, FineIcon } from "../../components/icons";
import { useLayout } from "../../components/layout";
import { TroubleCard } from "../../components/trouble-card";
import { TroubleWords } from "../../components/trouble-words";
import { UnclearList } from "../../components/unclear-list";
import { WhereRead } from "../../components/where-read";
import { WithList, type InSight } from "../../components/with-list";
import { noteSentences } from "../../words/note-sentences";
import { outdatedHeadline, outdatedSentence } from "../../words/outdated-words";
import { troubleSentence } from "../../words/trouble-sentence";
import type { ScreenProps } from "../screen";
import { draftFor } from "../set-up/draft";
import { DriftBars } from "./drift-bars";
import { HouseholdHome } from "./household-home";
import { SeldomCards } from "./seldom-cards";
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
  const { survey, changeDraft, goTo, workbook, say } = props;
  if (survey.state !== "seen" || survey.sight.found !== "list" || !survey.unfinished) {
    return (
      <WithList props={props} household={(list) => <HouseholdHome {...props} list={list} />}>
        {(inSight) => <Answer {...props} {...inSight} />}
      </WithList>
    );
  }
  // One page has one answer: the verdict on another list beside what this one lacks would be taken for this one's.
  const { unfinished, sight } = survey;
  return (
    <Lacking
      list={unfinished}
      other={sight.list}
      workbook={workbook}
      goTo={goTo}
      say={say}
      setUp={() => {
        changeDraft(() => draftFor(unfinished, undefined));
        goTo("set up");
      }}
    />
  );
}

interface LackingProps extends Pick<ScreenProps, "workbook" | "goTo" | "say"> {
  readonly list: List;
  /** The list that was shown before, and is again once a cell of it is selected. */
  readonly other: ReadyList;
  readonly setUp: () => void;
}

/** Says what the list under the selection lacks, and leads back to the one that is complete. */
function Lacking({ list, other, workbook, goTo, say, setUp }: LackingProps): ReactElement {
  const layout = useLayout();
  return (
    <>
      <UnclearList list={list} goTo={goTo} setUp={setUp} />
      <p className={layout.small}>
        <CellLink workbook={workbook} block={topLeft(other.block)} words={`Back to ${nameOf(other)}`} say={say} />, on
        sheet {other.block.sheet}.
      </p>
    </>
  );
}

type AnswerProps = ScreenProps & InSight;

function Answer(props: AnswerProps): ReactElement {
  const { workbook, list, plan, standing, outdated, say, goTo } = props;
  const layout = useLayout();
  const spoken = spokenAnswer(props);
  useEffect(() => say(spoken), [say, spoken]);

  if (!standing.ok) {
    return (
      <>
        <TroubleCard title="No answer yet">
          <TroubleWords trouble={standing.trouble} workbook={workbook} say={say} />
          {standing.trouble.problem.code === "not a number" && standing.trouble.fund !== undefined && (
            <BringInOffer goTo={goTo} />
          )}
        </TroubleCard>
        <p className={layout.small}>
          Read from {nameOf(list)} on sheet {list.block.sheet}.
        </p>
      </>
    );
  }
  return (
    <>
      {/* A verdict on values from before the trades would call for them a second time. */}
      <SeldomCards {...props} />
      {!outdated && <Card standing={standing} planned={plan !== undefined} workbook={workbook} goTo={goTo} say={say} />}
      <Notes
        notes={noteSentences(standing.notes, list)}
        totalRow={list.total ? list.block.row + list.total.row + 1 : undefined}
      />
      <section className={layout.card} aria-label="Drift of each fund">
        <h3 className={layout.subheading}>{outdated ? "Your funds before those trades" : "Your funds"}</h3>
        <DriftBars funds={standing.funds} together={standing.portfolioBand !== undefined} />
      </section>
      <WhereRead list={list} plan={plan} standing={standing} workbook={workbook} say={say} />
    </>
  );
}

interface CardProps extends Pick<ScreenProps, "workbook" | "goTo" | "say"> {
  readonly standing: ListStanding;
  readonly planned: boolean;
}

/** The one card: the verdict in words, colour and sign, the total drift, the next look, and what to do next. */
function Card({ standing, planned, workbook, goTo, say }: CardProps): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  const verdict = verdictOf(standing);
  const { acting, nextLook } = standing;
  const anyTrades = acting.ok && acting.effect.made > 0;
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
      {!acting.ok && <TroubleWords trouble={acting.trouble} workbook={workbook} say={say} />}
      <div className={mergeClasses(layout.text, styles.total)}>
        <span>Total drift</span>
        <span className={styles.figure}>{percentInColumn(standing.totalDrift)}</span>
        <span className={layout.small}>The share of your money that has to move to be back on target.</span>
      </div>
      {nextLook !== undefined && (
        <div className={mergeClasses(layout.text, styles.total)}>
          <span>Next look</span>
          <span className={styles.figure}>{dayInWords(nextLook)}</span>
        </div>
      )}
      <div className={layout.buttons}>
        {anyTrades && (
          <Button appearance="primary" onClick={() => goTo("plan")}>
            See the trades
          </Button>
        )}
        {!planned && (
          <Button appearance={anyTrades ? "secondary" : "primary"} onClick={() => goTo("set up")}>
            Set up a plan
          </Button>
        )}
      </div>
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

function spokenAnswer({ list, standing, outdated }: AnswerProps): string {
  if (!standing.ok) return troubleSentence(standing.trouble);
  if (outdated) return `${outdatedHeadline}. ${outdatedSentence(list, outdated)}`;
  const { headline, because } = verdictOf(standing);
  return `${headline}. ${because}`;
}
