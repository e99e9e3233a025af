import { useCallback, useMemo, type ReactElement } from "react";
import type { DecidedPlan } from "../../../operations";
import { policySentence } from "../../../ranges";
import {
  classTargetHeadings,
  dollarPatterns,
  firstFigureBeside,
  householdPlaces,
  tradesPlaces,
  type Block,
  type ClassColumn,
} from "../../../sheets";
import type { Workbook } from "../../../workbook";
import type { ClassTargets, HouseholdList, HouseholdPlan } from "../../../lists";
import { BeforeAfterBars, type WeightMove } from "../../charts";
import { daySerial } from "../../standing/day";
import { usePlanning } from "../../standing/household-planning";
import type { Judge } from "../../standing/judge";
import type { Parts } from "../../standing/in-parts";
import type { ListStanding } from "../../standing/list-standing";
import type { OrTrouble } from "../../standing/trouble";
import { useSlices } from "../../standing/use-slices";
import { useLayout } from "../../components/layout";
import { Waiting } from "../../components/waiting";
import { householdStandingNotes } from "../../words/household-words";
import { troubleInWords } from "../../words/trouble-sentence";
import { DriftBars } from "../home/drift-bars";
import { verdictOf } from "../home/verdict";
import { policyOf, settingsFor, type Draft, type JustWritten } from "./draft";
import { useFreeSheet } from "./free-sheet";
import { HouseholdOutcome } from "./household-outcome";
import { outcomeInWords, planNotesInWords } from "./household-outcome-words";
import { targetsTable } from "./household-targets-there";
import { householdFigures, householdWriting, type HouseholdWish } from "./household-writing";
import { StepButtons } from "./step-buttons";
import { WhatIsWritten, type WrittenWith } from "./what-is-written";
import { usualTradesSheet } from "./writing";

interface HouseholdPreviewProps {
  readonly workbook: Workbook;
  readonly namespace: string;
  readonly list: HouseholdList;
  /** Undefined while the targets don't add up. */
  readonly judge: Judge | undefined;
  readonly targets: HouseholdWish["targets"];
  readonly own: ClassTargets | undefined;
  readonly plan: HouseholdPlan | undefined;
  readonly added?: HouseholdWish["added"];
  /** What is said of each class beside its target, where targets are written anew. The same as long as it says the same. */
  readonly more: readonly ClassColumn[];
  /** Settings that have a row though they aren't given. */
  readonly asked: NonNullable<HouseholdWish["asked"]>;
  /** The table that plain cells become, if they shall be one. */
  readonly tableName: string | undefined;
  /** Names that a new table can't have. */
  readonly taken: readonly string[];
  readonly draft: Draft;
  readonly change: (change: Partial<Draft>) => void;
  /** Told what was inserted, and the name of the list if it is a table. */
  readonly done: (written: JustWritten, table: string | undefined) => void;
  readonly back: () => void;
  readonly say: (sentence: string) => void;
}

/** Step 4 by class: how each class stands, what would be traded in which account, and what is written where. */
export function HouseholdPreview(props: HouseholdPreviewProps): ReactElement {
  const { judge, draft, back } = props;
  const layout = useLayout();
  const { rule } = draft;
  const begin = useCallback(() => standingInParts(judge, { rule }), [judge, rule]);
  const standing = useSlices(begin, judge === undefined || judge.short);
  if (standing?.ok) return <Preview {...props} standing={standing} />;
  return (
    <>
      <div role="status">
        {standing && <p className={layout.text}>{troubleInWords(standing.trouble)}</p>}
        {!judge && <p className={layout.text}>Your targets don’t add up to 100% anymore.</p>}
        {judge && !standing && <Waiting label="Working it out…" />}
      </div>
      <StepButtons next="Insert" onNext={() => undefined} ready={false} onBack={back} />
    </>
  );
}

function* standingInParts(
  judge: Judge | undefined,
  draft: Pick<Draft, "rule">,
): Parts<OrTrouble<ListStanding> | undefined> {
  return judge && (yield* judge.stands({ cash: 0, policy: policyOf(draft) }));
}

function Preview(props: HouseholdPreviewProps & { readonly standing: ListStanding }): ReactElement {
  const { workbook, namespace, list, standing, targets, own, plan, added, tableName, taken, draft, more, asked } =
    props;
  const layout = useLayout();
  const height = targets.length;
  const { rule } = draft;
  const today = useMemo(() => daySerial(new Date()), []);
  const decisions = useMemo(
    () => ({
      ...{ policy: policyOf({ rule }), table: targetsTable({ own, plan, targets }, more) },
      targets: columnsOf(targets),
    }),
    [rule, own, plan, targets, more],
  );
  const planning = usePlanning(list, decisions, today);
  const decided = planning?.state === "planned" && planning.planning.ok ? planning.planning.decided : undefined;
  const hasUnlisted = decided !== undefined && !isNothing(decided.plan.unlisted);
  const figures = useMemo(
    () => householdFigures({ list, own, plan, targets }, dollarPatterns),
    [list, own, plan, targets],
  );
  const tradesOn = useCallback(
    (name: string) => tradesPlaces(name, { holdings: list.block.height, classes: height, beside: 2 }).all,
    [list, height],
  );
  const tradesSheet = useFreeSheet(workbook, tradesOn, usualTradesSheet) ?? usualTradesSheet;
  const writing = useCallback(
    (written: WrittenWith) =>
      householdWriting({
        ...written,
        ...{ list, tableName, targets, own, plan, added, taken, namespace, more, asked, tradesSheet, hasUnlisted },
        ...{ settings: settingsFor(draft), host: workbook.host.name },
      }),
    [
      list,
      tableName,
      targets,
      own,
      plan,
      added,
      taken,
      namespace,
      more,
      asked,
      tradesSheet,
      hasUnlisted,
      draft,
      workbook,
    ],
  );
  const firstFigure = firstFigureBeside(classTargetHeadings.length + more.length);
  const verdict = verdictOf(standing, "class");
  const notes = [...householdStandingNotes(standing, list), ...(decided ? planNotesInWords(decided, list) : [])];
  return (
    <WhatIsWritten
      {...props}
      done={(written) => props.done(written, list.table ?? tableName)}
      planSheet={plan?.places.policy.sheet}
      sheets={[plan?.trades?.plan.cell.sheet ?? tradesSheet]}
      allOn={useCallback(
        (name: string) => householdPlaces(name, height, undefined, firstFigure).all,
        [height, firstFigure],
      )}
      figures={figures}
      values={valuesOf(list)}
      writing={writing}
      decisions="rule and targets"
    >
      <p className={layout.text}>{policySentence(standing.rule.policy, "class")}</p>
      <h3 className={layout.subheading}>{verdict.headline}</h3>
      <p className={layout.text}>{verdict.because}</p>
      {!decided && <DriftBars funds={standing.funds} together={standing.portfolioBand !== undefined} thing="class" />}
      <h3 className={layout.subheading}>The trades as of now</h3>
      <div role="status">
        {planning?.state === "planning" && <Waiting label="Planning the trades…" />}
        {decided && <p className={layout.text}>{outcomeInWords(decided)}</p>}
        {planning?.state === "failed" && <p className={layout.text}>{planning.message}</p>}
        {planning?.state === "planned" && !planning.planning.ok && (
          <>
            <p className={layout.text}>{troubleInWords(planning.planning.trouble)}</p>
            <p className={layout.small}>
              You can insert the plan all the same: its trades appear as soon as this is put right.
            </p>
          </>
        )}
      </div>
      {decided && (
        <>
          <HouseholdOutcome decided={decided} />
          <h3 className={layout.subheading}>Before and after</h3>
          <BeforeAfterBars funds={movesOf(decided, standing)} thing="class" />
        </>
      )}
      {notes.length > 0 && (
        <>
          <h3 className={layout.subheading}>Worth knowing</h3>
          <ul className={layout.list}>
            {[...new Set(notes)].map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      )}
    </WhatIsWritten>
  );
}

/** Classes and targets as two columns of cells. */
function columnsOf(targets: HouseholdWish["targets"]): ClassTargets["cells"] {
  return {
    classes: targets.map(([name]) => [name]),
    weights: targets.map(([, percent]) => [Number(`${percent}e-2`)]),
  };
}

type Unlisted = DecidedPlan["plan"]["unlisted"];

/** Whether no money is in none of the classes, before and after: PLANCHECK has no row for it then. */
function isNothing({ before, after }: Unlisted): boolean {
  return before.isZero() && after.isZero();
}

/** How the weights of the classes move, of all counted money. */
function movesOf({ plan }: DecidedPlan, { funds }: ListStanding): readonly WeightMove[] {
  const total = (of: keyof Unlisted): number =>
    plan.classes.reduce((sum, each) => sum + each[of].toNumber(), plan.unlisted[of].toNumber());
  const totals = { before: total("before"), after: total("after") };
  const share = (amount: number, of: keyof Unlisted): number => (totals[of] > 0 ? amount / totals[of] : 0);
  return plan.classes.flatMap(({ before, after }, index): readonly WeightMove[] => {
    const found = funds.find(({ row }) => row === index);
    if (!found) return [];
    const { name, target, lowest, highest } = found;
    const weights = { before: share(before.toNumber(), "before"), after: share(after.toNumber(), "after") };
    return [{ name, ...weights, target, lowest, highest }];
  });
}

/** The column of values, by which the owner shows money. */
function valuesOf({ block, columns, firstRow, height }: HouseholdList): Block {
  return { ...block, row: block.row + firstRow, column: block.column + (columns.value ?? 0), height, width: 1 };
}
