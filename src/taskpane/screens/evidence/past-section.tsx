import { useCallback, useMemo, type ReactElement } from "react";
import type { EvidencePictures, PathPicture } from "../../../operations";
import { pastPlace, pastSheet, type PastChoices } from "../../../sheets";
import { LineChart } from "../../charts";
import { dollarsInShort, percent, percentInColumn, whole } from "../../components/figures";
import { useLayout } from "../../components/layout";
import { eachOnce } from "../../words/note-sentences";
import { noteSentence } from "../../../ranges";
import {
  costInWords,
  fallsInWords,
  figuresOf,
  growthInWords,
  growthTitle,
  hasOneAsset,
  neverInWords,
  noPromise,
  oftenInWords,
  pastHeadline,
  sourceInWords,
  stretchInWords,
} from "./evidence-words";
import { pathLines } from "./growth-lines";
import { Insert } from "./insert";
import { Told } from "./told";
import type { TopicProps } from "./topic-props";
import { useEvidence } from "./use-evidence";

/** What the rule would have done in the past: growth, falls, how often, and what it cost, against never. */
export function PastSection(props: TopicProps): ReactElement {
  const { question, otherwise } = props;
  const ask = useCallback(({ pathPicture }: EvidencePictures) => pathPicture(question), [question]);
  const asked = useEvidence<PathPicture>(ask);
  return (
    <Told asked={asked} otherwise={otherwise}>
      {(picture) => <Past {...props} picture={picture} />}
    </Told>
  );
}

function Past(props: TopicProps & { readonly picture: PathPicture }): ReactElement {
  const { picture, isOwn, subject, source, namespace } = props;
  const layout = useLayout();
  const lines = useMemo(() => pathLines(picture), [picture]);
  const isSingle = hasOneAsset(picture);
  const inYears = (x: number): string => String(Math.round(x));
  const choicesOn = (sheet: string): PastChoices => ({
    ...{ sheet, namespace, start: picture.money.start, kinds: picture.kinds },
    periods: picture.rule.path.values.length,
    assets: picture.mix.names.length,
    dated: picture.mix.series.dates?.kind === "days",
    title: "What the rule would have done",
  });
  return (
    <section className={layout.card} aria-labelledby="keel-evidence-past">
      <h3 className={layout.subheading} id="keel-evidence-past">
        {pastHeadline(picture)}
      </h3>
      <p className={layout.text}>
        {oftenInWords(picture)} {!isSingle && costInWords(picture)}
      </p>
      <LineChart
        title={growthTitle(picture)}
        words={growthInWords(picture)}
        x={lines.x}
        xFormat={inYears}
        scale="logarithmic"
        format={dollarsInShort}
        lines={[
          { name: "Your rule", values: lines.values.rule },
          { name: "Never rebalanced", values: lines.values.never },
        ]}
        {...(lines.marks.length > 0 && { marks: { name: "Rebalanced", at: lines.marks } })}
      />
      <LineChart
        title="Below the highest point so far"
        words={fallsInWords(picture)}
        x={lines.x}
        xFormat={inYears}
        scale="linear"
        format={percent}
        lines={[
          { name: "Your rule", values: lines.falls.rule, filled: true },
          { name: "Never rebalanced", values: lines.falls.never },
        ]}
      />
      {!isSingle && <p className={layout.text}>{neverInWords(picture)}</p>}
      <table className={layout.table} aria-label="Your rule and never rebalancing">
        <thead>
          <tr>
            <td />
            <th scope="col">Your rule</th>
            <th scope="col">Never</th>
          </tr>
        </thead>
        <tbody>
          {figuresOf(picture).map(({ label, rule, never }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{rule}</td>
              <td>{never}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Stretches picture={picture} />
      {eachOnce(picture.notes, (note) => noteSentence(note)).map((note) => (
        <p className={layout.small} key={note}>
          {note}
        </p>
      ))}
      <p className={layout.small}>
        {sourceInWords(picture, isOwn)} {noPromise}
      </p>
      <Insert
        {...props}
        topic="past"
        list={subject.name}
        sheet="Keel evidence"
        place={(sheet) => pastPlace(source, choicesOn(sheet))}
        describe={(sheet) => pastSheet(source, choicesOn(sheet))}
      />
    </section>
  );
}

/** The same as the pictures, in figures. */
function Stretches({ picture }: { readonly picture: PathPicture }): ReactElement {
  const layout = useLayout();
  const { dates } = picture.mix.series;
  return (
    <details>
      <summary className={layout.text}>The pictures as a table</summary>
      <table className={layout.table} aria-label="Your rule, stretch by stretch">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Value then</th>
            <th scope="col">Never</th>
            <th scope="col">Lowest</th>
            <th scope="col">Trades</th>
          </tr>
        </thead>
        <tbody>
          {picture.stretches.map(({ from, to, rule, never }) => (
            <tr key={from}>
              <th scope="row">{stretchInWords(dates, from, to)}</th>
              <td>{dollarsInShort(rule.value)}</td>
              <td>{dollarsInShort(never.value)}</td>
              <td>{percentInColumn(rule.lowest)}</td>
              <td>{whole(rule.rebalances)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
