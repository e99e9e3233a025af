import { Field, Input } from "@fluentui/react-components";
import { useCallback, useMemo, useState, type ReactElement } from "react";
import { policySentence } from "../../../ranges";
import { dollarPatterns, householdPlaces, type Block } from "../../../sheets";
import type { Workbook } from "../../../workbook";
import { moneyLike, type ClassTargets, type HouseholdList, type HouseholdPlan } from "../../../lists";
import type { Judge } from "../../standing/judge";
import type { Parts } from "../../standing/in-parts";
import type { ListStanding } from "../../standing/list-standing";
import { messageOf } from "../../standing/looks";
import type { OrTrouble } from "../../standing/trouble";
import { useSlices } from "../../standing/use-slices";
import { useLayout } from "../../components/layout";
import { Waiting } from "../../components/waiting";
import { householdStandingNotes, whyNoTrades } from "../../words/household-words";
import { troubleInWords } from "../../words/trouble-sentence";
import { DriftBars } from "../home/drift-bars";
import { verdictOf } from "../home/verdict";
import { policyOf, settingsFor, type Draft, type Inserted } from "./draft";
import { useFreeSheet } from "./free-sheet";
import { householdFigures, householdWriting, type HouseholdWish } from "./household-writing";
import { readFormats, useOwnFormats } from "./own-formats";
import { ReplaceQuestion } from "./replace-question";
import { StepButtons } from "./step-buttons";
import { sheetNameTrouble, usualSheet } from "./writing";

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
  readonly done: (inserted: Omit<Inserted, "of" | "before" | "state">, table: string | undefined) => void;
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
  const { workbook, namespace, list, standing, targets, own, plan, added, tableName, taken } = props;
  const { draft, change, done, back, say } = props;
  const layout = useLayout();
  const [busy, setBusy] = useState(false);
  const [question, setQuestion] = useState<readonly Block[]>();
  const [failure, setFailure] = useState<string>();
  const height = targets.length;
  const proposed = useFreeSheet(
    workbook,
    useCallback((name: string) => householdPlaces(name, height).all, [height]),
  );
  const sheet = draft.sheet ?? proposed ?? usualSheet;
  const sheetTrouble = plan ? undefined : sheetNameTrouble(sheet);
  const figures = useMemo(
    () => householdFigures({ list, own, plan, targets }, dollarPatterns),
    [list, own, plan, targets],
  );
  const formats = useOwnFormats(workbook, figures);
  const wish = useMemo(
    (): HouseholdWish => ({
      ...{ list, tableName, targets, own, plan, added, taken, namespace, formats },
      ...{ sheet: sheet.trim(), settings: settingsFor(draft), host: workbook.host.name },
    }),
    [list, tableName, targets, own, plan, added, taken, namespace, formats, sheet, draft, workbook],
  );
  const writing = useMemo(() => householdWriting(wish), [wish]);
  const verdict = verdictOf(standing, "class");

  const insert = async (replace: boolean): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    try {
      const money = await moneyLike(workbook, valuesOf(list));
      const now = await readFormats(workbook, figures);
      const { description } = householdWriting({ ...wish, money, formats: now });
      const applied = await workbook.apply(description, { replace });
      if (applied.outcome === "blocked") {
        setQuestion(applied.filled);
        say("Some cells are filled. Keel asks before it replaces them.");
      } else {
        const { act } = writing.places;
        say("Your plan is live.");
        done({ receipt: applied.receipt, lines: writing.lines, act, sheet: act.sheet }, list.table ?? tableName);
      }
    } catch (problem) {
      setQuestion(undefined);
      setFailure(messageOf(problem));
    } finally {
      setBusy(false);
    }
  };

  if (question) {
    return (
      <ReplaceQuestion
        filled={question}
        plan={writing.places.act.sheet}
        ours={writing.kind !== "new"}
        newTargets={writing.rewritten}
        busy={busy}
        free={writing.kind === "new" && proposed !== undefined && proposed !== sheet ? proposed : undefined}
        replace={() => void insert(true)}
        takeSheet={(name) => {
          setQuestion(undefined);
          change({ sheet: name });
        }}
        leave={() => setQuestion(undefined)}
      />
    );
  }
  const notes = householdStandingNotes(standing, list);
  return (
    <>
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
      <h3 className={layout.subheading}>What Keel writes</h3>
      {plan ? (
        <p className={layout.text}>
          {writing.kind === "settings"
            ? `You have moved parts of your plan on sheet ${plan.places.policy.sheet}, so Keel changes your rule and targets there and leaves the rest.`
            : `Your plan on sheet ${plan.places.policy.sheet} will be written again. Keel asks first.`}
        </p>
      ) : (
        <Field
          label="Sheet for the plan"
          {...(sheetTrouble === undefined
            ? {}
            : { validationMessage: sheetTrouble, validationState: "error" as const })}
        >
          <Input
            className={layout.field}
            value={sheet}
            onChange={(_, { value }) => change({ sheet: value })}
            autoComplete="off"
            spellCheck={false}
          />
        </Field>
      )}
      <ul className={layout.list} aria-label="What Keel writes">
        {writing.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {failure !== undefined && (
        <p className={layout.text} role="alert">
          {failure}
        </p>
      )}
      <StepButtons
        next={busy ? "Inserting…" : plan ? "Update the plan" : "Insert"}
        onNext={() => void insert(false)}
        ready={!busy && sheetTrouble === undefined}
        onBack={back}
      />
    </>
  );
}

/** The column of values, by which the owner shows money. */
function valuesOf({ block, columns, firstRow, height }: HouseholdList): Block {
  return { ...block, row: block.row + firstRow, column: block.column + (columns.value ?? 0), height, width: 1 };
}
