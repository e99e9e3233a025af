import { useCallback, useMemo, type ReactElement } from "react";
import type { EvidencePictures, FrontierPicture, FrontierQuestion } from "../../../operations";
import { noteSentence } from "../../../ranges";
import { frontierPlace, frontierSheet, type FrontierChoices } from "../../../sheets";
import { ScatterChart } from "../../charts";
import { percent } from "../../components/figures";
import { useLayout } from "../../components/layout";
import { eachOnce } from "../../words/note-sentences";
import { noPromise } from "./evidence-words";
import { FiguresByLine } from "./figures-by-line";
import {
  frontierHeadline,
  frontierInWords,
  frontierSource,
  frontierTable,
  howLittle,
  lineInWords,
  lineName,
  markedMixes,
  meanInWords,
  meanTitle,
  nothingToChoose,
  ridgeInWords,
  riskTitle,
} from "./frontier-words";
import { Insert } from "./insert";
import { mappedMix } from "./subject";
import { Told } from "./told";
import type { TopicProps } from "./topic-props";
import { useEvidence } from "./use-evidence";

/** Where the mix and its targets lie beside the efficient line of the past, and how little that says. */
export function FrontierSection(props: TopicProps): ReactElement {
  const { question, subject, isOwn, typed, otherwise } = props;
  const { series: said, own } = typed.evidence;
  const series = said[subject.name];
  const asking = useMemo((): FrontierQuestion => {
    if (isOwn) return { ...question, held: subject.held };
    const heldOf = (row: number): number => subject.held.get(row - subject.firstTarget) ?? 0;
    const { parts } = mappedMix(subject, { series, own });
    const held = parts.map(({ assets }) => assets.reduce((sum, { cell }) => sum + heldOf(cell.row), 0));
    return { ...question, held: new Map(held.entries()) };
  }, [question, subject, isOwn, series, own]);
  const ask = useCallback(({ frontierPicture }: EvidencePictures) => frontierPicture(asking), [asking]);
  const asked = useEvidence<FrontierPicture>(ask);
  return (
    <Told asked={asked} otherwise={otherwise}>
      {(picture) => <Frontier {...props} picture={picture} />}
    </Told>
  );
}

function Frontier(props: TopicProps & { readonly picture: FrontierPicture }): ReactElement {
  const { picture, subject, source, namespace, isOwn } = props;
  const layout = useLayout();
  const isSingle = picture.mix.names.length < 2;
  const choicesOn = (sheet: string): FrontierChoices => ({
    ...{ sheet, namespace, names: picture.mix.names, targetRows: picture.mix.targetRows },
    periodsPerYear: picture.mix.series.periodsPerYear,
    title: "What the past says of the mix",
  });
  return (
    <section className={layout.card} aria-labelledby="keel-evidence-frontier">
      <h3 className={layout.subheading} id="keel-evidence-frontier">
        {frontierHeadline(picture)}
      </h3>
      <p className={layout.text}>{isSingle ? nothingToChoose(picture, subject) : howLittle(picture)}</p>
      <ScatterChart
        words={frontierInWords(picture)}
        x={{ title: riskTitle, format: percent }}
        y={{ title: meanTitle, format: percent }}
        series={[
          ...markedMixes(picture).map(({ name, point: { volatility, returns, error } }) => ({
            name,
            points: [{ x: volatility, y: returns, error }],
          })),
          ...(isSingle
            ? []
            : [
                {
                  name: lineName,
                  points: picture.line.map(({ volatility, returns }) => ({ x: volatility, y: returns })),
                  joined: true,
                },
              ]),
        ]}
      />
      <p className={layout.small}>
        {lineInWords} {meanInWords}
      </p>
      <details>
        <summary className={layout.text}>The picture as a table, with weights</summary>
        <FiguresByLine label="Mixes, their figures and weights" {...frontierTable(picture)} />
        <p className={layout.small}>{ridgeInWords}</p>
      </details>
      {eachOnce(picture.notes, (note) => noteSentence(note)).map((note) => (
        <p className={layout.small} key={note}>
          {note}
        </p>
      ))}
      <p className={layout.small}>
        {frontierSource(picture, isOwn)} {noPromise}
      </p>
      <Insert
        {...props}
        topic="frontier"
        list={subject.name}
        sheet="Keel frontier"
        place={(sheet) => frontierPlace(source, choicesOn(sheet))}
        describe={(sheet) => frontierSheet(source, choicesOn(sheet))}
      />
    </section>
  );
}
