import { useCallback, useMemo, type ReactElement } from "react";
import { policySentence } from "../../../ranges";
import { dollarPatterns, householdPlaces, type Block } from "../../../sheets";
import type { Workbook } from "../../../workbook";
import type { ClassTargets, HouseholdList, HouseholdPlan } from "../../../lists";
import type { Judge } from "../../standing/judge";
import type { Parts } from "../../standing/in-parts";
import type { ListStanding } from "../../standing/list-standing";
import type { OrTrouble } from "../../standing/trouble";
import { useSlices } from "../../standing/use-slices";
import { useLayout } from "../../components/layout";
import { Waiting } from "../../components/waiting";
import { householdStandingNotes, whyNoTrades } from "../../words/household-words";
import { troubleInWords } from "../../words/trouble-sentence";
import { DriftBars } from "../home/drift-bars";
import { verdictOf } from "../home/verdict";
import { policyOf, settingsFor, type Draft, type JustWritten } from "./draft";
import { householdFigures, householdWriting, type HouseholdWish } from "./household-writing";
import { StepButtons } from "./step-buttons";
import { WhatIsWritten, type WrittenWith } from "./what-is-written";

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

/** Step 4 for several accounts: how each class stands, and what is written where. No trades: accounts share no money. */
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
  const { workbook, namespace, list, standing, targets, own, plan, added, tableName, taken, draft, done } = props;
  const layout = useLayout();
  const height = targets.length;
  const figures = useMemo(
    () => householdFigures({ list, own, plan, targets }, dollarPatterns),
    [list, own, plan, targets],
  );
  const writing = useCallback(
    (written: WrittenWith) =>
      householdWriting({
        ...written,
        ...{ list, tableName, targets, own, plan, added, taken, namespace },
        ...{ settings: settingsFor(draft), host: workbook.host.name },
      }),
    [list, tableName, targets, own, plan, added, taken, namespace, draft, workbook],
  );
  const verdict = verdictOf(standing, "class");
  const notes = householdStandingNotes(standing, list);
  return (
    <WhatIsWritten
      {...props}
      done={(written) => done(written, list.table ?? tableName)}
      planSheet={plan?.places.policy.sheet}
      allOn={useCallback((name: string) => householdPlaces(name, height).all, [height])}
      figures={figures}
      values={valuesOf(list)}
      writing={writing}
      decisions="rule and targets"
    >
      <p className={layout.text}>{policySentence(standing.rule.policy, "class")}</p>
      <h3 className={layout.subheading}>{verdict.headline}</h3>
      <p className={layout.text}>{verdict.because}</p>
      <DriftBars funds={standing.funds} together={standing.portfolioBand !== undefined} thing="class" />
      <p className={layout.small}>{whyNoTrades(list.household)}</p>
      {notes.length > 0 && (
        <>
          <h3 className={layout.subheading}>Worth knowing</h3>
          <ul className={layout.list}>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      )}
    </WhatIsWritten>
  );
}

/** The column of values, by which the owner shows money. */
function valuesOf({ block, columns, firstRow, height }: HouseholdList): Block {
  return { ...block, row: block.row + firstRow, column: block.column + (columns.value ?? 0), height, width: 1 };
}
