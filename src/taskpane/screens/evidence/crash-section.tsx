import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useCallback, type ReactElement } from "react";
import type { CrashPicture, EvidencePictures, ToldEpisode } from "../../../operations";
import { noteSentence } from "../../../ranges";
import { crashPlace, crashSheet, type CrashChoices } from "../../../sheets";
import { BarChart } from "../../charts";
import { dollarsInShort, percent, percentInColumn } from "../../components/figures";
import { useLayout } from "../../components/layout";
import { eachOnce } from "../../words/note-sentences";
import {
  boughtExplained,
  crashBack,
  crashBeside,
  crashesInWords,
  crashHeadline,
  crashInDollars,
  crashSeries,
  crashTitle,
  fallName,
  lengthHeadings,
  longInColumn,
  measuredInWords,
  noPromiseOfCrashes,
  notBack,
  whichFalls,
} from "./crash-words";
import { sourceInWords } from "./evidence-words";
import { Insert } from "./insert";
import { Told } from "./told";
import type { TopicProps } from "./topic-props";
import { useEvidence } from "./use-evidence";

/** How the owner's mix would have stood the deepest falls of the past, in percent and in the owner's own dollars. */
export function CrashSection(props: TopicProps): ReactElement {
  const { question, otherwise, subject } = props;
  const { worth } = subject;
  const ask = useCallback(({ crashPicture }: EvidencePictures) => crashPicture(question, worth), [question, worth]);
  const asked = useEvidence<CrashPicture>(ask);
  return (
    <Told asked={asked} otherwise={otherwise}>
      {(picture) => <Crashes {...props} picture={picture} />}
    </Told>
  );
}

function Crashes(props: TopicProps & { readonly picture: CrashPicture }): ReactElement {
  const { picture, isOwn, subject, source, namespace } = props;
  const layout = useLayout();
  const { found, past, worth } = picture;
  const episodes = found.is === "falls" ? found.episodes : [];
  const choicesOn = (sheet: string): CrashChoices => ({
    ...{ sheet, namespace, worth, kinds: picture.kinds, falls: episodes.length, most: past.most },
    title: "How the crashes would have been",
  });
  return (
    <section className={layout.card} aria-labelledby="keel-evidence-crashes">
      <h3 className={layout.subheading} id="keel-evidence-crashes">
        {crashHeadline(picture)}
      </h3>
      <p className={layout.text}>
        {[crashInDollars(picture), crashBack(picture), crashBeside(picture)].filter((words) => words !== "").join(" ")}
      </p>
      {episodes.length > 0 && (
        <>
          <BarChart
            title={crashTitle}
            words={crashesInWords(picture)}
            categories={episodes.map((episode) => fallName(picture, episode))}
            series={crashSeries.map((name, index) => ({
              name,
              values: episodes.map((episode) => -([episode.ruleFall, episode.neverFall, episode.fall][index] ?? 0)),
            }))}
            format={percent}
          />
          <p className={layout.small}>
            {whichFalls(picture)} {measuredInWords(isOwn)}
          </p>
          <Depths picture={picture} episodes={episodes} />
          <Lengths picture={picture} episodes={episodes} />
          <p className={layout.small}>{boughtExplained}</p>
        </>
      )}
      {eachOnce(picture.notes, (note) => noteSentence(note)).map((note) => (
        <p className={layout.small} key={note}>
          {note}
        </p>
      ))}
      <p className={layout.small}>
        {sourceInWords({ mix: past }, isOwn)} {noPromiseOfCrashes}
      </p>
      {episodes.length > 0 && (
        <Insert
          {...props}
          topic="crashes"
          list={subject.name}
          sheet="Keel crashes"
          place={(sheet) => crashPlace(source, choicesOn(sheet))}
          describe={(sheet) => crashSheet(source, choicesOn(sheet))}
        />
      )}
    </section>
  );
}

const useStyles = makeStyles({
  // Names and figures are short and Keel's own: in small letters four columns have room for their words whole.
  short: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    "& td": { whiteSpace: "nowrap" },
    "& tbody th": { overflowWrap: "normal" },
  },
});

interface TableProps {
  readonly picture: CrashPicture;
  readonly episodes: readonly ToldEpisode[];
}

/** How deep each fall went, and what would have been gone. */
function Depths({ picture, episodes }: TableProps): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  return (
    <table className={mergeClasses(layout.table, styles.short)} aria-label="How deep each fall went">
      <thead>
        <tr>
          <th scope="col">Fall</th>
          <th scope="col">Your rule</th>
          <th scope="col">Never</th>
          {picture.worth > 0 && <th scope="col">Gone</th>}
        </tr>
      </thead>
      <tbody>
        {episodes.map((episode) => (
          <tr key={episode.from}>
            <th scope="row">{fallName(picture, episode)}</th>
            <td>{percentInColumn(episode.ruleFall)}</td>
            <td>{percentInColumn(episode.neverFall)}</td>
            {picture.worth > 0 && <td>{dollarsInShort(episode.lost.rule)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How long each fall took, and what the rule bought on the way down. */
function Lengths({ picture, episodes }: TableProps): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  const { dates } = picture.past.series;
  const [down, back] = lengthHeadings(dates);
  return (
    <table className={mergeClasses(layout.table, styles.short)} aria-label="How long each fall took">
      <thead>
        <tr>
          <th scope="col">Fall</th>
          <th scope="col">{down}</th>
          <th scope="col">{back}</th>
          <th scope="col">Bought</th>
        </tr>
      </thead>
      <tbody>
        {episodes.map((episode) => (
          <tr key={episode.from}>
            <th scope="row">{fallName(picture, episode)}</th>
            <td>{longInColumn(dates, episode.down)}</td>
            <td>{episode.upAgain === undefined ? notBack : longInColumn(dates, episode.upAgain)}</td>
            <td>{percentInColumn(episode.bought)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
