import { useCallback, useMemo, type ReactElement } from "react";
import type { Usd } from "../../../engine";
import type { Acting } from "../../../operations";
import { money, policySentence } from "../../../ranges";
import { dollarPatterns, planPlaces } from "../../../sheets";
import type { Workbook } from "../../../workbook";
import { BeforeAfterBars } from "../../charts";
import { daySerial } from "../../standing/day";
import type { Parts } from "../../standing/in-parts";
import { isShort, standingInParts, type ListStanding } from "../../standing/list-standing";
import type { OrTrouble } from "../../standing/trouble";
import { useSlices } from "../../standing/use-slices";
import { noteSentences } from "../../words/note-sentences";
import { pitfallSentences } from "../../words/pitfall-sentences";
import { rowRulesInWords } from "../../words/row-rules-words";
import { troubleInWords } from "../../words/trouble-sentence";
import { nameOf, sourceOf, type Plan, type Proposal, type ReadyList } from "../../../lists";
import { useLayout } from "../../components/layout";
import { TradeList } from "../../components/trade-list";
import { Waiting } from "../../components/waiting";
import { cashOf, policyOf, settingsFor, type Draft, type Inserted } from "./draft";
import { StepButtons } from "./step-buttons";
import { figuresOf } from "./own-formats";
import { WhatIsWritten, type WrittenWith } from "./what-is-written";
import { writingFor } from "./writing";

interface PreviewStepProps {
  readonly workbook: Workbook;
  readonly namespace: string;
  /** What becomes of the list; undefined while the targets don't add up. */
  readonly proposal: Proposal | undefined;
  readonly plan: Plan | undefined;
  /** Names that a new table can't have. */
  readonly taken: readonly string[];
  readonly draft: Draft;
  readonly change: (change: Partial<Draft>) => void;
  readonly done: (inserted: Omit<Inserted, "before" | "state">) => void;
  readonly back: () => void;
  readonly say: (sentence: string) => void;
}

/** Step 4: what would change, what it costs, what is written where; then the plan is inserted. */
export function PreviewStep(props: PreviewStepProps): ReactElement {
  const { proposal, draft, back } = props;
  const layout = useLayout();
  const list = proposal?.list;
  const { rule, cash } = draft;
  // Not of the whole draft: the name of the sheet is typed on this step, and changes nothing of how the list stands.
  const begin = useCallback(() => previewInParts(list, { rule, cash }), [list, rule, cash]);
  const standing = useSlices(begin, list === undefined || isShort(list));
  if (proposal && standing?.ok && standing.acting.ok) {
    return <Preview {...props} proposal={proposal} standing={standing} acting={standing.acting} />;
  }
  const trouble = standing && (!standing.ok ? standing.trouble : !standing.acting.ok && standing.acting.trouble);
  return (
    <>
      <div role="status">
        {trouble && <p className={layout.text}>{troubleInWords(trouble)}</p>}
        {!proposal && <p className={layout.text}>Your targets don’t add up to 100% anymore.</p>}
        {proposal && !standing && <Waiting label="Working it out…" />}
      </div>
      <StepButtons next="Insert" onNext={() => undefined} ready={false} onBack={back} />
    </>
  );
}

/** Works out in parts all that the preview shows of how a list stands; undefined without a list. */
function* previewInParts(
  list: ReadyList | undefined,
  draft: Pick<Draft, "rule" | "cash">,
): Parts<OrTrouble<ListStanding> | undefined> {
  if (!list) return undefined;
  const decisions = { cash: cashOf(draft) ?? 0, policy: policyOf(draft) };
  const standing = yield* standingInParts(list, decisions, daySerial(new Date()));
  yield;
  if (standing.ok) standing.checkup();
  return standing;
}

interface PreviewProps extends PreviewStepProps {
  readonly proposal: Proposal;
  readonly standing: ListStanding;
  readonly acting: Acting;
}

function Preview(props: PreviewProps): ReactElement {
  const { workbook, namespace, proposal, standing, acting, plan, taken, draft, done } = props;
  const layout = useLayout();
  const { list, targets } = proposal;
  const { height } = list;
  const figures = useMemo(() => figuresOf(list, dollarPatterns), [list]);
  const writing = useCallback(
    (written: WrittenWith) => {
      const decided = { settings: settingsFor(draft), cash: cashOf(draft) ?? 0 };
      const wish = { ...written, ...decided, namespace, host: workbook.host.name, taken };
      return writingFor(proposal, wish, plan?.sheet, plan?.policy ?? []);
    },
    [proposal, plan, draft, namespace, workbook, taken],
  );
  return (
    <WhatIsWritten
      {...props}
      done={(written) => done({ of: "list", ...written })}
      planSheet={plan?.sheet?.places.policy.sheet}
      allOn={useCallback((name: string) => planPlaces(name, height).all, [height])}
      figures={figures}
      values={sourceOf(list).values}
      writing={writing}
      decisions="rule and cash"
      remarks={
        <>
          {plan && !plan.sheet && (
            <p className={layout.small}>
              Keel’s earlier columns beside the list stay. Delete them when you no longer need them.
            </p>
          )}
          <p className={layout.small}>
            These are live formulas: they follow {nameOf(list)} as it changes.
            {targets.fate === "rewritten" && " Your old targets are replaced only after you say so."}
          </p>
        </>
      }
    >
      <Outcomes list={list} standing={standing} acting={acting} />
    </WhatIsWritten>
  );
}

interface OutcomesProps {
  readonly list: ReadyList;
  readonly standing: ListStanding;
  readonly acting: Acting;
}

/** How the weights would move, the trades, what they cost, and what is worth knowing. */
function Outcomes({ list, standing, acting: { effect } }: OutcomesProps): ReactElement {
  const layout = useLayout();
  const checkup = standing.checkup();
  const trades = standing.funds.flatMap(({ row, name }) => {
    const trade = effect.trades[row] ?? 0;
    return trade === 0 ? [] : [{ fund: name, amount: trade / 100 }];
  });
  const moves = standing.funds.map(({ row, name, weight, target, lowest, highest }) => ({
    name,
    before: weight,
    after: effect.weights[row] ?? 0,
    target,
    lowest,
    highest,
  }));
  const warnings = [
    ...rowRulesInWords(standing.funds),
    ...noteSentences(standing.notes, list),
    ...(list.total
      ? [`Row ${list.block.row + list.total.row + 1} is the total of the rows above and is left out.`]
      : []),
    ...(checkup.ok ? pitfallSentences(checkup.value.pitfalls, list) : []),
  ];
  return (
    <>
      <p className={layout.text}>{policySentence(standing.rule.policy)}</p>
      <h3 className={layout.subheading}>The trades as of now</h3>
      <TradeList trades={trades} />
      <p className={layout.small}>Cost of acting: {costWords(checkup.ok ? checkup.value.cost : undefined)}</p>
      <h3 className={layout.subheading}>Before and after</h3>
      <BeforeAfterBars funds={moves} />
      {warnings.length > 0 && (
        <>
          <h3 className={layout.subheading}>Worth knowing</h3>
          <ul className={layout.list}>
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function costWords(cost: Usd | undefined): string {
  return cost === undefined ? "not known. Your rule names no cost or fee." : `${money(cost)}.`;
}
