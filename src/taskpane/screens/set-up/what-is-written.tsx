import { Field, Input } from "@fluentui/react-components";
import { useMemo, useState, type ReactElement, type ReactNode } from "react";
import { moneyLike, type OwnFigures } from "../../../lists";
import type { Block, Description, MoneyPatterns } from "../../../sheets";
import type { Workbook } from "../../../workbook";
import { useLayout } from "../../components/layout";
import { messageOf } from "../../standing/looks";
import type { Draft, JustWritten } from "./draft";
import { useFreeSheet } from "./free-sheet";
import { readFormats, useOwnFormats, type OwnFormats } from "./own-formats";
import { ReplaceQuestion } from "./replace-question";
import { StepButtons } from "./step-buttons";
import { sheetNameTrouble, usualSheet } from "./writing";

/** Where a plan is written, and how the workbook shows numbers. */
export interface WrittenWith {
  readonly sheet: string;
  readonly formats: OwnFormats | undefined;
  /** How the list shows money; known once it is written. */
  readonly money?: MoneyPatterns;
}

/** What a press of Insert writes, as one step. */
interface Written {
  readonly description: Description;
  readonly places: { readonly act: Block };
  /** A new plan, an earlier one written anew, or only what its owner decides of one that they have rearranged. */
  readonly kind: "new" | "anew" | "settings";
  /** Whether targets of the owner's own are changed. */
  readonly rewritten: boolean;
  readonly lines: readonly string[];
}

export interface WhatIsWrittenProps {
  readonly workbook: Workbook;
  readonly draft: Pick<Draft, "sheet">;
  readonly change: (change: Pick<Draft, "sheet">) => void;
  readonly say: (sentence: string) => void;
  readonly back: () => void;
  readonly done: (written: JustWritten) => void;
  /** The sheet of the plan that is there already. */
  readonly planSheet: string | undefined;
  /** Further sheets that are the plan's own. */
  readonly sheets?: readonly string[];
  /** All that a plan takes up on a sheet. The same function as long as that is the same. */
  readonly allOn: (sheet: string) => Block;
  /** The owner's own figures, which get a number format where they have none. */
  readonly figures: readonly OwnFigures[];
  /** The cells by which the owner shows money. */
  readonly values: Block;
  /** The same function as long as it writes the same. */
  readonly writing: (written: WrittenWith) => Written;
  /** What changes where the owner has moved parts of the plan. */
  readonly decisions: "rule and cash" | "rule and targets";
  /** What would come of it, above. */
  readonly children: ReactNode;
  /** What is to be said of it, below the lines. */
  readonly remarks?: ReactNode;
}

/** The end of the preview: what is written where, and the button that writes it. Filled cells are asked about first. */
export function WhatIsWritten(props: WhatIsWrittenProps): ReactElement {
  const { workbook, draft, change, say, back, done, planSheet, figures, writing } = props;
  const layout = useLayout();
  const [busy, setBusy] = useState(false);
  const [question, setQuestion] = useState<readonly Block[]>();
  const [failure, setFailure] = useState<string>();
  const proposed = useFreeSheet(workbook, props.allOn);
  const sheet = draft.sheet ?? proposed ?? usualSheet;
  const sheetTrouble = planSheet === undefined ? sheetNameTrouble(sheet) : undefined;
  const formats = useOwnFormats(workbook, figures);
  const name = sheet.trim();
  const { places, kind, rewritten, lines } = useMemo(() => writing({ sheet: name, formats }), [writing, name, formats]);

  const insert = async (replace: boolean): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    try {
      // Asked for only now: nothing in the preview depends on it.
      const money = await moneyLike(workbook, props.values);
      const now = await readFormats(workbook, figures);
      const { description } = writing({ sheet: name, formats: now, money });
      const applied = await workbook.apply(description, { replace });
      if (applied.outcome === "blocked") {
        setQuestion(applied.filled);
        say("Some cells are filled. Keel asks before it replaces them.");
      } else {
        say("Your plan is live.");
        done({ receipt: applied.receipt, lines, act: places.act, sheet: places.act.sheet });
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
        plans={[places.act.sheet, ...(props.sheets ?? [])]}
        ours={kind !== "new"}
        newTargets={rewritten}
        busy={busy}
        free={kind === "new" && proposed !== undefined && proposed !== sheet ? proposed : undefined}
        replace={() => void insert(true)}
        takeSheet={(free) => {
          setQuestion(undefined);
          change({ sheet: free });
        }}
        leave={() => setQuestion(undefined)}
      />
    );
  }
  return (
    <>
      {props.children}
      <h3 className={layout.subheading}>What Keel writes</h3>
      {planSheet === undefined ? (
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
      ) : (
        <p className={layout.text}>
          {kind === "settings"
            ? `You have moved parts of your plan on sheet ${planSheet}, so Keel changes your ${props.decisions} there and leaves the rest.`
            : `Your plan on sheet ${planSheet} will be written again. Keel asks first.`}
        </p>
      )}
      <ul className={layout.list} aria-label="What Keel writes">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {props.remarks}
      {failure !== undefined && (
        <p className={layout.text} role="alert">
          {failure}
        </p>
      )}
      <StepButtons
        next={busy ? "Inserting…" : planSheet === undefined ? "Insert" : "Update the plan"}
        onNext={() => void insert(false)}
        ready={!busy && sheetTrouble === undefined}
        onBack={back}
      />
    </>
  );
}
