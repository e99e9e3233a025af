import { Button } from "@fluentui/react-components";
import { useCallback, useMemo, useState, type ReactElement } from "react";
import type { Policy, Setting } from "../../../engine";
import type { EvidencePictures, RuleOutcome, RulesPicture } from "../../../operations";
import { noteSentence } from "../../../ranges";
import { rulesPlace, rulesSheet, type RulesChoices } from "../../../sheets";
import { DotChart, type Dot } from "../../charts";
import { percent } from "../../components/figures";
import { useLayout } from "../../components/layout";
import { eachOnce } from "../../words/note-sentences";
import { hasOneAsset, periodsName, sourceInWords } from "./evidence-words";
import { Insert } from "./insert";
import { useRuleInSetUp } from "./rule-in-set-up";
import { RulesMatrix } from "./rules-matrix";
import {
  axes,
  bandInWords,
  besideInWords,
  explained,
  leftOutInWords,
  lookHeading,
  noAdvice,
  oftenTicks,
  oneAssetInWords,
  othersInWords,
  outcomeFigures,
  ownRule,
  ruleName,
  rulesHeadline,
  rulesInWords,
  rulesSpanInWords,
  useExplained,
} from "./rules-words";
import { Told } from "./told";
import type { TopicProps } from "./topic-props";
import { useEvidence } from "./use-evidence";

/** How often the usual rules would have rebalanced and how far they would have strayed, with the owner's own among them. */
export function RulesSection(props: TopicProps): ReactElement {
  const { question, otherwise } = props;
  const ask = useCallback(({ rulesPicture }: EvidencePictures) => rulesPicture(question), [question]);
  const asked = useEvidence<RulesPicture>(ask);
  return (
    <Told asked={asked} otherwise={otherwise}>
      {(picture) => <Rules {...props} picture={picture} />}
    </Told>
  );
}

function Rules(props: TopicProps & { readonly picture: RulesPicture }): ReactElement {
  const { picture, isOwn, subject, source, namespace } = props;
  const layout = useLayout();
  const { own, never, grid, beside } = picture;
  const [chosen, choose] = useState<RuleOutcome>();
  const picked = chosen && [never, ...grid.flat()].includes(chosen) ? chosen : beside?.rule;
  const drawn = useMemo(() => drawnOf(picture), [picture]);
  const from = (
    <p className={layout.small}>
      {sourceInWords(picture, isOwn)} {noAdvice}
    </p>
  );
  const choicesOn = (sheet: string): RulesChoices => ({
    ...{ sheet, namespace, kinds: picture.kinds, title: "Which rule would have done what" },
    groups: grid.flatMap((rules) =>
      rules[0] ? [{ name: lookHeading(rules[0].policy), rules: rules.map(({ name }) => name) }] : [],
    ),
    never: never.name,
    targetRows: picture.mix.targetRows,
    periods: periodsName(picture.mix.series.periodsPerYear),
    first: picture.mix.names[0] ?? "",
  });
  if (hasOneAsset(picture)) {
    return (
      <section className={layout.card} aria-label="Rules">
        <p className={layout.text}>{oneAssetInWords(picture, isOwn)}</p>
        {from}
      </section>
    );
  }
  return (
    <section className={layout.card} aria-labelledby="keel-evidence-rules">
      <h3 className={layout.subheading} id="keel-evidence-rules">
        {rulesHeadline(picture)}
      </h3>
      <p className={layout.text}>
        {besideInWords(picture)} {rulesSpanInWords(picture)}
      </p>
      {drawn.length > 0 && (
        <DotChart
          title={axes.title}
          words={rulesInWords(picture)}
          x={{ title: axes.across, ticks: oftenTicks }}
          y={{ title: axes.up, format: percent }}
          groups={grid.flatMap(([rule]) => (rule ? [lookHeading(rule.policy)] : []))}
          dots={drawn.map(({ dot }) => dot)}
          picked={drawn.findIndex(({ rule }) => rule === picked)}
          pick={(index) => {
            const rule = drawn[index]?.rule;
            if (rule && rule !== own) choose(rule);
          }}
        />
      )}
      <p className={layout.small}>{leftOutInWords(picture)}</p>
      <RulesMatrix picture={picture} picked={picked} pick={choose} />
      <p className={layout.small}>{explained}</p>
      {picked && <Picked {...props} picked={picked} />}
      <p className={layout.small}>{othersInWords(picture)}</p>
      {eachOnce(picture.notes, (note) => noteSentence(note)).map((note) => (
        <p className={layout.small} key={note}>
          {note}
        </p>
      ))}
      {from}
      <Insert
        {...props}
        topic="rules"
        list={subject.name}
        sheet="Keel rules"
        place={(sheet) => rulesPlace(source, choicesOn(sheet))}
        describe={(sheet) => rulesSheet(source, choicesOn(sheet))}
      />
    </section>
  );
}

/** The rules that the picture has a place for: those that rebalance. The owner's is the first. */
function drawnOf({ own, grid }: RulesPicture): readonly { readonly rule: RuleOutcome; readonly dot: Dot }[] {
  const dot = (rule: RuleOutcome, group: number | undefined): { readonly rule: RuleOutcome; readonly dot: Dot } => ({
    rule,
    dot: {
      ...{ x: rule.tradesAYear, y: rule.drift, group },
      label: group === undefined ? ownRule : bandInWords(rule.policy),
    },
  });
  return [dot(own, undefined), ...grid.flatMap((rules, group) => rules.map((rule) => dot(rule, group)))].filter(
    ({ rule }) => rule.tradesAYear > 0,
  );
}

/** The figures of a rule beside the owner's. */
function Picked(props: TopicProps & { readonly picture: RulesPicture; readonly picked: RuleOutcome }): ReactElement {
  const { picked, survey } = props;
  const { own, never, same } = props.picture;
  const layout = useLayout();
  const setUp = useRuleInSetUp(props);
  const canUse = survey.state === "seen" && survey.sight.found !== "nothing";
  const name = picked === never ? "Never" : ruleName(picked);
  return (
    <>
      <table className={layout.table} aria-label={`${ownRule} and ${name}`}>
        <thead>
          <tr>
            <td />
            <th scope="col">{ownRule}</th>
            <th scope="col">{name}</th>
          </tr>
        </thead>
        <tbody>
          {outcomeFigures([own, picked]).map(({ label, figures }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {figures.map((figure, index) => (
                <td key={index}>{figure}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {canUse && picked !== never && picked !== same && (
        <>
          <p className={layout.small}>{useExplained}</p>
          <div className={layout.buttons}>
            <Button onClick={() => setUp(withLooksAndBandOf(own.policy, picked.policy))}>Use this rule</Button>
          </div>
        </>
      )}
    </>
  );
}

/** What of a rule says when to trade, and how far back. */
const whenToTrade: ReadonlySet<string> = new Set<Setting>(["look", "volatileLook", "band", "trigger", "destination"]);

/** A rule that trades when and as far as another does; all else is its own. */
function withLooksAndBandOf(own: Policy, other: Policy): Policy {
  const part = (policy: Policy, wanted: boolean): Policy =>
    Object.fromEntries(Object.entries(policy).filter(([setting]) => whenToTrade.has(setting) === wanted));
  return { ...part(own, false), ...part(other, true) };
}
