import { Button, Field, Input, makeStyles, mergeClasses, Select, tokens } from "@fluentui/react-components";
import { useId, useMemo, useState, type ReactElement } from "react";
import type { MixName, TargetProblem } from "../../../lists";
import { assetClasses, type AssetClass, quoted } from "../../../ranges";
import { FEW, useFirstOfMany } from "../../components/first-of-many";
import { useLayout } from "../../components/layout";
import { targetSentence, type MixProblem } from "../../words/target-sentence";
import { Choices, type Answer } from "./choices";
import type { TargetsBy, TargetsDraft } from "./draft";
import { RunningTotal } from "./running-total";
import { StepButtons } from "./step-buttons";
import { ageIn, agesAsked, type TargetField, type TargetsState } from "./target-fields";

const ways: readonly (Answer & { readonly by: TargetsBy })[] = [
  { by: "own", name: "I type my own" },
  { by: "three-fund", name: "Three-fund mix", meaning: "64% US stocks, 16% international stocks, 20% bonds." },
  { by: "60/40", name: "60/40", meaning: "60% stocks, a fifth of them international, and 40% bonds." },
  { by: "110 minus age", name: "By age, 110 minus your age", meaning: "At 50: 60% stocks, 40% bonds." },
  { by: "120 minus age", name: "By age, 120 minus your age", meaning: "At 50: 70% stocks, 30% bonds." },
  {
    by: "target date",
    name: "By the years to retirement",
    meaning: "As target-date funds do: 90% stocks early, 50% at retirement, 30% seven years after.",
  },
];

const useStyles = makeStyles({
  group: { margin: 0, padding: 0, border: "none", minWidth: 0 },
  legend: { padding: 0, marginBottom: tokens.spacingVerticalS },
  funds: { margin: 0, padding: 0, listStyleType: "none" },
  find: { marginBottom: tokens.spacingVerticalS },
  fund: {
    paddingTop: tokens.spacingVerticalS,
    paddingBottom: tokens.spacingVerticalS,
    borderTopWidth: "1px",
    borderTopStyle: "solid",
    borderTopColor: tokens.colorNeutralStroke2,
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    position: "relative",
    // The running total must not stand over the field that is being filled.
    "& input, & select": { scrollMarginBottom: "5rem" },
  },
  name: { flexGrow: 1, flexBasis: "100%", minWidth: 0 },
  assetClass: { flexGrow: 1, flexBasis: "9rem", minWidth: 0 },
  percent: { flexGrow: 0, flexShrink: 0, flexBasis: "5.5rem", minWidth: 0 },
  // Name and field side by side, what is wrong below both.
  alone: {
    flexGrow: 1,
    flexBasis: "100%",
    minWidth: 0,
    gridTemplateColumns: "minmax(0, 1fr) 6.5rem",
    columnGap: tokens.spacingHorizontalM,
    alignItems: "center",
    "& > .fui-Field__validationMessage": { gridColumnStart: 1, gridColumnEnd: -1 },
    "& > .fui-Field__label": { overflowWrap: "anywhere" },
  },
  ages: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalM,
    "& > *": { flexBasis: "7rem", flexGrow: 1 },
  },
  mix: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(min(7.5rem, 100%), 1fr))",
    gap: tokens.spacingHorizontalM,
    alignItems: "end",
  },
});

interface TargetsStepProps {
  /** What gets a target each. */
  readonly thing: "fund" | "class";
  /** What Keel adds for them. */
  readonly adds?: string;
  readonly draft: TargetsDraft;
  readonly state: TargetsState;
  readonly change: (part: Partial<TargetsDraft>) => void;
  /** What else is asked of each of them, and whether that is answered. */
  readonly more?: ReactElement | undefined;
  readonly moreReady?: boolean;
  readonly next: () => void;
  readonly back: () => void;
}

/** Step 2: a target for each fund or class, typed or worked out from a mix, with a running total. */
export function TargetsStep(props: TargetsStepProps): ReactElement {
  const { thing, adds, draft, state, change, more, moreReady = true, next, back } = props;
  const layout = useLayout();
  const styles = useStyles();
  const { by } = draft;
  const mixed = by !== "own";
  const [sought, seek] = useState("");
  const many = state.fields.length > FEW;
  const found = useMemo(() => (many ? fundsCalled(state.fields, sought) : state.fields), [many, state.fields, sought]);
  const { shown, list: lines, rest } = useFirstOfMany(found, thing);
  const unseen = state.fields.find(
    (field): field is TargetField & { readonly problem: TargetProblem } =>
      field.problem !== undefined && !shown.includes(field),
  );
  return (
    <>
      <Choices
        question="How do you want to set your targets?"
        choices={ways}
        chosen={ways.findIndex((way) => way.by === by)}
        choose={(way) => change({ by: ways[way]?.by ?? "own" })}
      />
      {mixed && <Ages draft={draft} change={change} />}
      {mixed && state.mix && <MixFields by={by} draft={draft} mix={state.mix} change={change} />}
      <fieldset className={styles.group}>
        <legend className={styles.legend}>
          <span className={layout.subheading}>
            {thing === "class" ? "Your classes" : mixed ? "Your funds, and what each holds" : "Your funds"}
          </span>
        </legend>
        {many && (
          <Field className={styles.find} label={`Find a ${thing}`}>
            <Input
              className={layout.field}
              type="search"
              value={sought}
              onChange={(_, { value }) => seek(value)}
              autoComplete="off"
            />
          </Field>
        )}
        <ul className={styles.funds} ref={lines}>
          {shown.map((field) => (
            <FundFields key={field.key} field={field} choosing={thing === "fund"} draft={draft} change={change} />
          ))}
        </ul>
        {many && found.length === 0 && <p className={layout.text}>No {thing} is called so.</p>}
        {rest}
      </fieldset>
      {unseen && (
        <p className={layout.text} role="status">
          {labelOf({ ...unseen, name: quoted(unseen.name) })}, which isn’t among the{" "}
          {thing === "fund" ? "funds" : "classes"} above: {targetSentence(unseen.problem)}
        </p>
      )}
      {state.mixSum !== 100 && (
        <p className={layout.text} role="status">
          The mix adds up to {state.mixSum}% instead of 100%.
        </p>
      )}
      {state.left.map(({ assetClass, percent }) => (
        <p key={assetClass} className={layout.text} role="status">
          No fund here holds {assetClass.toLowerCase().replace("us ", "US ")}, so {percent}% has no place yet. Choose
          that class for a fund, or change the mix.
        </p>
      ))}
      {mixed && state.mix && unclassed(state) > 0 && (
        <p className={layout.text} role="status">
          {unclassed(state) === 1 ? "One fund has" : `${unclassed(state)} funds have`} no class yet, and so a target of
          0%.
        </p>
      )}
      {state.byHand && (
        <div>
          <p className={layout.small}>You have changed targets that the mix gave.</p>
          <Button onClick={() => change({ typed: { ...draft.typed, [by]: {} } })}>Back to the mix’s targets</Button>
        </div>
      )}
      {mixed && (
        <p className={layout.small}>
          Common starting points, not advice. The three-fund mix, with a fifth of the stocks international, is Taylor
          Larimore’s example (The Bogleheads’ Guide to the Three-Fund Portfolio).
        </p>
      )}
      {adds !== undefined && <p className={layout.small}>{adds}</p>}
      {more}
      <RunningTotal state={state} />
      <StepButtons next="Next: your rule" onNext={next} ready={state.complete && moreReady} onBack={back} />
    </>
  );
}

/** The funds whose name has these words in it. */
function fundsCalled(fields: readonly TargetField[], words: string): readonly TargetField[] {
  const sought = words.trim().toLowerCase();
  return sought === "" ? fields : fields.filter(({ name }) => name.toLowerCase().includes(sought));
}

function unclassed({ fields }: TargetsState): number {
  return fields.filter(({ assetClass }) => assetClass === undefined).length;
}

interface FieldsProps {
  readonly draft: TargetsDraft;
  readonly change: (part: Partial<TargetsDraft>) => void;
}

function Ages({ draft, change }: FieldsProps): ReactElement | null {
  const layout = useLayout();
  const styles = useStyles();
  const asked = agesAsked(draft.by);
  const trouble = (text: string): object =>
    text.trim() === "" || ageIn(text) !== undefined
      ? {}
      : { validationMessage: "Type an age in years, such as 50.", validationState: "error" as const };
  if (!asked.age) return null;
  return (
    <div className={styles.ages}>
      <Field label="Your age" required {...trouble(draft.age)}>
        <Input
          className={layout.field}
          value={draft.age}
          onChange={(_, { value }) => change({ age: value })}
          inputMode="numeric"
          autoComplete="off"
        />
      </Field>
      {asked.retireAge && (
        <Field label="Age when you retire" required {...trouble(draft.retireAge)}>
          <Input
            className={layout.field}
            value={draft.retireAge}
            onChange={(_, { value }) => change({ retireAge: value })}
            inputMode="numeric"
            autoComplete="off"
          />
        </Field>
      )}
    </div>
  );
}

interface MixFieldsProps extends FieldsProps {
  readonly by: MixName;
  readonly mix: NonNullable<TargetsState["mix"]>;
}

function MixFields({ by, draft, mix, change }: MixFieldsProps): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  const own = draft.mixes[by] ?? {};
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>
        <span className={layout.subheading}>The mix, to change as you like</span>
      </legend>
      <div className={styles.mix}>
        {mix.map(({ assetClass, text, problem }) => (
          <Field key={assetClass} label={assetClass} {...wrongIf(problem)}>
            <Input
              className={layout.field}
              value={text}
              onChange={(_, { value }) => change({ mixes: { ...draft.mixes, [by]: { ...own, [assetClass]: value } } })}
              contentAfter="%"
              inputMode="numeric"
              autoComplete="off"
            />
          </Field>
        ))}
      </div>
    </fieldset>
  );
}

/** What a fund is called among others; one of several of the same name is told apart by its row. */
function labelOf({ name, sheetRow }: TargetField): string {
  return sheetRow === undefined ? name : `${name} (row ${sheetRow})`;
}

/** What a field says of itself if it can't be read. */
function wrongIf(problem: TargetProblem | MixProblem | undefined): object {
  if (problem === undefined) return {};
  return { validationMessage: targetSentence(problem), validationState: "error" as const };
}

interface FundFieldsProps extends FieldsProps {
  readonly field: TargetField;
  /** Whether a class is chosen for it where a mix is laid over the funds. */
  readonly choosing: boolean;
}

function FundFields({ field, choosing, draft, change }: FundFieldsProps): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  const id = useId();
  const { by } = draft;
  const { key, text, problem, assetClass } = field;
  const name = labelOf(field);
  const mixed = choosing && by !== "own";
  const wrong = wrongIf(problem);
  const input = (
    <Input
      {...(mixed ? { id: `${id}-target` } : {})}
      className={layout.field}
      value={text}
      onChange={(_, { value }) => change({ typed: { ...draft.typed, [by]: { ...draft.typed[by], [key]: value } } })}
      contentAfter="%"
      inputMode="decimal"
      autoComplete="off"
    />
  );
  if (!mixed) {
    return (
      <li className={styles.fund}>
        <Field className={styles.alone} label={name} {...wrong}>
          {input}
        </Field>
      </li>
    );
  }
  return (
    <li className={styles.fund}>
      <div className={mergeClasses(layout.text, styles.name)}>{name}</div>
      <label className={layout.unseen} htmlFor={`${id}-class`}>
        Class of {name}
      </label>
      <Select
        id={`${id}-class`}
        className={mergeClasses(layout.choice, styles.assetClass)}
        value={assetClass ?? ""}
        onChange={(_, { value }) => change({ classes: { ...draft.classes, [key]: classNamed(value) } })}
      >
        <option value="">Choose a class</option>
        {assetClasses.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </Select>
      <label className={layout.unseen} htmlFor={`${id}-target`}>
        Target of {name}
      </label>
      <Field className={styles.percent} {...wrong}>
        {input}
      </Field>
    </li>
  );
}

function classNamed(value: string): AssetClass | "" {
  return assetClasses.find((one) => one === value) ?? "";
}
