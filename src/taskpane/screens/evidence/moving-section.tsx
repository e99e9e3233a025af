import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useCallback, useMemo, type ReactElement } from "react";
import type { EvidencePictures, MovingPicture } from "../../../operations";
import { noteSentence } from "../../../ranges";
import { LineChart } from "../../charts";
import { dollarsInShort, percent } from "../../components/figures";
import { useLayout } from "../../components/layout";
import { TroubleCard } from "../../components/trouble-card";
import { eachOnce } from "../../words/note-sentences";
import { problemSentence } from "../../words/trouble-sentence";
import { ChooseMoving } from "./choose-moving";
import { noPromise, stretchInWords } from "./evidence-words";
import { FiguresByLine } from "./figures-by-line";
import { alongPeriods, followedLines } from "./growth-lines";
import { MovingInputs } from "./moving-inputs";
import {
  fixedName,
  howToMakeReturns,
  movedByInWords,
  movingFallsInWords,
  movingFigures,
  movingGrowthInWords,
  movingHeadline,
  movingHeads,
  movingNames,
  movingSource,
  needsDates,
  neverFollows,
  noLookAhead,
  roundtripWarning,
  toldRules,
  untilKnown,
  whyOwn,
} from "./moving-words";
import { askedMoving, type AskedMoving } from "./moving-question";
import { Told } from "./told";
import type { TopicProps } from "./topic-props";
import type { TypedMoving } from "./typed-moving";
import { useEvidence } from "./use-evidence";

/** What the mix would have done with targets that move, by age, volatility and trend, against targets that stay. */
export function MovingSection(props: TopicProps): ReactElement {
  return props.isOwn ? <OfOwn {...props} /> : <NeedsReturns {...props} />;
}

/** Why the built-in returns don't serve, and how to have returns of one's own. */
function NeedsReturns({ subject, changeTyped }: TopicProps): ReactElement {
  const layout = useLayout();
  const askOwn = (): void => changeTyped(({ evidence }) => ({ evidence: { ...evidence, own: true } }));
  return (
    <TroubleCard title="Returns of your own come first">
      <p className={layout.text}>{whyOwn}</p>
      {subject.own ? (
        <div className={layout.buttons}>
          <Button appearance="primary" onClick={askOwn}>
            Ask my own table Returns
          </Button>
        </div>
      ) : (
        <ol className={layout.list}>
          {howToMakeReturns(subject).map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
    </TroubleCard>
  );
}

function OfOwn(props: TopicProps): ReactElement {
  const { subject, question, typed, changeTyped, otherwise } = props;
  const layout = useLayout();
  const { moving, series: said, own } = typed.evidence;
  const series = said[subject.name];
  const chosen = useMemo(() => ({ series, own }), [series, own]);
  const { age, retireAge, style, volatility, volatilityRows, trendRows, cash } = moving;
  const asking = useMemo(
    () =>
      askedMoving(subject, question, { age, retireAge, style, volatility, volatilityRows, trendRows, cash }, chosen),
    [subject, question, age, retireAge, style, volatility, volatilityRows, trendRows, cash, chosen],
  );
  const ask = useCallback(({ movingPicture }: EvidencePictures) => movingPicture(asking.question), [asking]);
  const asked = useEvidence<MovingPicture>(ask);
  const change = (fields: Partial<TypedMoving>): void =>
    changeTyped(({ evidence }) => ({ evidence: { ...evidence, moving: { ...evidence.moving, ...fields } } }));
  return (
    <>
      <details className={layout.card} open>
        <summary className={layout.text}>How the targets would have moved</summary>
        <div className={layout.stack}>
          <MovingInputs
            changeTyped={changeTyped}
            subject={subject}
            moving={moving}
            chosen={chosen}
            asked={asking}
            change={change}
          />
        </div>
      </details>
      <Told asked={asked} otherwise={otherwise}>
        {(picture) => <Moving {...props} picture={picture} asked={asking} />}
      </Told>
    </>
  );
}

function Moving(props: TopicProps & { readonly picture: MovingPicture; readonly asked: AskedMoving }): ReactElement {
  const { picture } = props;
  const layout = useLayout();
  const told = useMemo(() => toldRules(picture), [picture]);
  const lines = useMemo(
    () => followedLines(picture.mix, picture.money.start, [picture.fixed, ...told.map(({ rule }) => rule)]),
    [picture, told],
  );
  const names = [fixedName, ...told.map(({ kind }) => movingNames[kind])];
  const shortNames = [fixedName, ...told.map(({ kind }) => movingHeads[kind])];
  const inYears = (x: number): string => String(Math.round(x));
  if (picture.mix.series.dates === undefined) {
    return (
      <TroubleCard title="Dates come first">
        <p className={layout.text}>{needsDates}</p>
      </TroubleCard>
    );
  }
  const quiet = neverFollows(picture);
  const refused = picture.moved.flatMap(({ kind, read }) => (read.ok ? [] : [{ kind, problem: read.problem }]));
  return (
    <section className={layout.card} aria-labelledby="keel-evidence-moving">
      <h3 className={layout.subheading} id="keel-evidence-moving">
        {movingHeadline(picture)}
      </h3>
      <p className={layout.text}>{noLookAhead}</p>
      {quiet !== undefined && <p className={layout.text}>{quiet}</p>}
      {refused.map(({ kind, problem }) => (
        <p className={layout.text} key={kind}>
          {movingNames[kind]}: {problemSentence(problem)}
        </p>
      ))}
      {untilKnown(picture).map((words) => (
        <p className={layout.text} key={words}>
          {words}
        </p>
      ))}
      <LineChart
        title="Growth"
        words={movingGrowthInWords(picture)}
        x={lines.x}
        xFormat={inYears}
        scale="logarithmic"
        format={dollarsInShort}
        lines={names.map((name, index) => ({ name, values: lines.values[index] ?? [] }))}
      />
      <LineChart
        title="Below the highest point so far"
        words={movingFallsInWords(picture)}
        x={lines.x}
        xFormat={inYears}
        scale="linear"
        format={percent}
        lines={names.map((name, index) => ({ name, values: lines.falls[index] ?? [] }))}
      />
      {told.length > 0 && (
        <LineChart
          title="How much the targets had elsewhere than the fixed ones"
          words={movedByInWords(picture)}
          x={lines.x}
          xFormat={inYears}
          scale="linear"
          format={percent}
          // With the fixed ones among them, so that each keeps its stroke from picture to picture.
          lines={[
            { name: fixedName, values: lines.x.map(() => 0) },
            ...told.map(({ kind, rule }) => ({ name: movingNames[kind], values: alongPeriods(rule.movedBy) })),
          ]}
        />
      )}
      <FiguresByLine label="Fixed targets and targets that move" heads={shortNames} rows={movingFigures(picture)} />
      <Stretches picture={picture} names={shortNames} />
      <p className={layout.text}>
        <strong>Before you choose one: </strong>
        {roundtripWarning(picture)}
      </p>
      {eachOnce(picture.notes, (note) => noteSentence(note)).map((note) => (
        <p className={layout.small} key={note}>
          {note}
        </p>
      ))}
      <p className={layout.small}>
        {movingSource(picture)} {noPromise}
      </p>
      <ChooseMoving {...props} told={told} />
    </section>
  );
}

interface TableProps {
  readonly picture: MovingPicture;
  /** What stands above each column. */
  readonly names: readonly string[];
}

const useStyles = makeStyles({
  // Five columns in a pane of 320 pixels.
  narrow: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

/** What the picture of growth shows, in figures. */
function Stretches({ picture, names }: TableProps): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  return (
    <details>
      <summary className={layout.text}>The pictures as a table</summary>
      <table className={mergeClasses(layout.table, styles.narrow)} aria-label="Values, stretch by stretch">
        <thead>
          <tr>
            <th scope="col">When</th>
            {names.map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {picture.stretches.map(({ from, to, outcomes }) => (
            <tr key={from}>
              <th scope="row">{stretchInWords(picture.mix.series.dates, from, to)}</th>
              {outcomes.map(({ value }, index) => (
                <td key={names[index]}>{dollarsInShort(value)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
