import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { memo, useMemo, type ReactElement } from "react";
import type { FuturePicture } from "../../../operations";
import { noteSentence } from "../../../ranges";
import { futurePlace, futureSheet, type FutureChoices } from "../../../sheets";
import { LineChart } from "../../charts";
import { dollarsInShort } from "../../components/figures";
import { useLayout } from "../../components/layout";
import { eachOnce } from "../../words/note-sentences";
import { fanLines } from "./fan-lines";
import { FutureFields } from "./future-fields";
import { futureFields, moneyOf, usualStart } from "./future-money";
import { FutureTable } from "./future-table";
import {
  drawnInWords,
  fallsOnTheWay,
  fanInWords,
  fanLegend,
  futureHeadline,
  neverComesTo,
  onlyDraws,
  paidInOtherwise,
  seedInWords,
  spreadInWords,
  stoppedWords,
} from "./future-words";
import { Insert } from "./insert";
import { Told } from "./told";
import type { TopicProps } from "./topic-props";
import { useFuture } from "./use-future";

const useStyles = makeStyles({
  progress: { width: "100%", accentColor: tokens.colorBrandBackground },
  former: { opacity: "0.5" },
});

/** What may come of the rule: how drawn futures spread out, and the chance of a loss, against never rebalancing. */
export function FutureSection(props: TopicProps): ReactElement {
  const { question, otherwise, subject, typed, say } = props;
  const layout = useLayout();
  const styles = useStyles();
  const { start, monthly, years, seed } = typed.evidence;
  const usual = usualStart(subject);
  const fields = useMemo(() => futureFields({ start, monthly, years }, usual), [start, monthly, years, usual]);
  const money = useMemo(() => moneyOf(fields, seed), [fields, seed]);
  const { settled, before, progress, isCancelled, cancel, again } = useFuture(question, money);
  const picture = settled?.state === "told" ? settled.picture : before;
  return (
    <>
      <section className={layout.card} aria-label="What comes and goes">
        <FutureFields {...props} fields={fields} />
      </section>
      {progress !== undefined && (
        <div className={layout.card}>
          <label className={layout.stack}>
            <span className={layout.text}>Drawing futures</span>
            <progress className={styles.progress} max={1} value={progress} />
          </label>
          <div className={layout.buttons}>
            <Button
              onClick={() => {
                cancel();
                say(stoppedWords);
              }}
            >
              Cancel
            </Button>
          </div>
        </div>
      )}
      {isCancelled && (
        <div className={layout.card}>
          <p className={layout.text}>{stoppedWords}</p>
          <div className={layout.buttons}>
            <Button appearance="primary" onClick={again}>
              Draw them
            </Button>
          </div>
        </div>
      )}
      {picture && (
        <div className={settled || progress === undefined ? undefined : styles.former} aria-busy={!settled}>
          <Future {...props} picture={picture} />
        </div>
      )}
      {settled && settled.state !== "told" && (
        <Told asked={settled} otherwise={otherwise}>
          {() => <></>}
        </Told>
      )}
    </>
  );
}

type FutureProps = TopicProps & { readonly picture: FuturePicture };

/** Drawn anew only for another picture, because progress is told many times a second. */
const Future = memo(function Future(props: FutureProps): ReactElement {
  const { picture, isOwn, subject, source, namespace, changeTyped } = props;
  const layout = useLayout();
  const lines = useMemo(() => fanLines(picture), [picture]);
  const otherwisePaid = paidInOtherwise(picture);
  const { request, asked } = picture;
  const choicesOn = (sheet: string): FutureChoices => ({
    ...{ sheet, namespace, ...asked, paths: request.paths, periodsPerYear: request.series.periodsPerYear },
  });
  const [lowest = [], low = [], middle = [], high = [], highest = []] = lines.ends;
  return (
    <section className={layout.card} aria-labelledby="keel-evidence-future">
      <h3 className={layout.subheading} id="keel-evidence-future">
        {futureHeadline(picture)}
      </h3>
      <p className={layout.text}>{spreadInWords(picture)}</p>
      <LineChart
        title={
          lines.scale === "logarithmic"
            ? "Your money, year by year: each line up is as many times as much"
            : "Your money, year by year"
        }
        words={fanInWords(picture)}
        x={lines.x}
        xFormat={String}
        scale={lines.scale}
        format={dollarsInShort}
        bands={[
          { name: fanLegend.widest, low: lowest, high: highest },
          { name: fanLegend.middle, low, high },
        ]}
        lines={[
          { name: fanLegend.median, values: middle },
          { name: fanLegend.never, values: lines.never },
          ...(lines.paidIn ? [{ name: fanLegend.paidIn, values: lines.paidIn }] : []),
        ]}
      />
      <p className={layout.text}>{fallsOnTheWay(picture)}</p>
      <p className={layout.text}>{neverComesTo(picture)}</p>
      {otherwisePaid !== undefined && <p className={layout.text}>{otherwisePaid}</p>}
      <FutureTable picture={picture} />
      <p className={layout.small}>{seedInWords(picture)}</p>
      <div className={layout.buttons}>
        <Button onClick={() => changeTyped(({ evidence }) => ({ evidence: { ...evidence, seed: evidence.seed + 1 } }))}>
          Draw others
        </Button>
      </div>
      {eachOnce(picture.notes, (note) => noteSentence(note)).map((note) => (
        <p className={layout.small} key={note}>
          {note}
        </p>
      ))}
      <p className={layout.small}>
        {drawnInWords(picture, isOwn)} {onlyDraws}
      </p>
      <Insert
        {...props}
        topic="future"
        list={subject.name}
        sheet="Keel future"
        place={(sheet) => futurePlace(source, choicesOn(sheet))}
        describe={(sheet) => futureSheet(source, choicesOn(sheet))}
      />
    </section>
  );
});
