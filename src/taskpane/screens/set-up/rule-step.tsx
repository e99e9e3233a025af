import { Field, Input, makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { assess, explainRule, type Decisions } from "../../holdings/assess";
import type { ReadyList } from "../../holdings/list";
import { useLayout } from "../../look/layout";
import { cashOf, offeredBands, policyOf, type Draft } from "./draft";
import { StepButtons } from "./step-buttons";

const useStyles = makeStyles({
  choice: { display: "block" },
  meaning: {
    display: "block",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

interface RuleStepProps {
  readonly list: ReadyList;
  readonly draft: Draft;
  readonly change: (change: Partial<Draft>) => void;
  readonly next: () => void;
  readonly back: () => void;
}

/** Step 2: how far a fund may drift, and money to invest. */
export function RuleStep({ list, draft, change, next, back }: RuleStepProps): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  const policy = policyOf(draft);
  const own = draft.band === "own";
  const cash = cashOf(draft);
  const unfinished = own && policy === "";
  const read = explainRule(policy);
  const ruleTrouble = unfinished
    ? undefined
    : read.ok
      ? cannotFollow(list, { cash: 0, policy })
      : read.trouble.sentence;
  const ready = !unfinished && ruleTrouble === undefined;
  const cashTrouble =
    cash === undefined
      ? "Type an amount such as 1,200, or −500 to take money out."
      : ready
        ? cannotFollow(list, { cash, policy })
        : undefined;

  return (
    <>
      <Field label="When should you act?">
        <RadioGroup value={draft.band} onChange={(_, { value }) => change({ band: value })}>
          {offeredBands.map(({ policy: text, name, meaning }) => (
            <Radio
              key={text}
              value={text}
              label={
                <span className={styles.choice}>
                  {name}
                  <span className={styles.meaning}>{meaning}</span>
                </span>
              }
            />
          ))}
          <Radio value="own" label="In my own words" />
        </RadioGroup>
      </Field>
      {own && (
        <Field
          label="Your rule"
          hint="Such as 4%; to halfway, or annual and 5/25"
          {...(ruleTrouble === undefined ? {} : { validationMessage: ruleTrouble, validationState: "error" as const })}
        >
          <Input
            className={layout.field}
            value={draft.ownPolicy}
            onChange={(_, { value }) => change({ ownPolicy: value })}
            autoComplete="off"
            spellCheck={false}
          />
        </Field>
      )}
      <p className={layout.text} role="status">
        {ready && read.ok && read.rule}
        {!own && ruleTrouble}
      </p>
      <Field
        label="Cash to invest"
        hint="Leave empty if there is none. A minus takes money out."
        {...(cashTrouble === undefined ? {} : { validationMessage: cashTrouble, validationState: "error" as const })}
      >
        <Input
          className={layout.field}
          value={draft.cash}
          onChange={(_, { value }) => change({ cash: value })}
          contentBefore="$"
          inputMode="decimal"
          autoComplete="off"
        />
      </Field>
      <StepButtons next="Next: preview" onNext={next} ready={ready && cashTrouble === undefined} onBack={back} />
    </>
  );
}

/** Why the columns can't follow a rule that was read, or these amounts; undefined if they can. */
function cannotFollow(list: ReadyList, decisions: Decisions): string | undefined {
  const assessed = assess(list, decisions);
  if (!assessed.ok) return assessed.trouble.sentence;
  return assessed.trades.ok ? undefined : assessed.trades.trouble.sentence;
}
