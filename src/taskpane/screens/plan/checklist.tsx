import { Button, Checkbox, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState, type ReactElement } from "react";
import { ByHand } from "../../components/by-hand";
import { copied } from "../../components/clipboard";
import { useLayout } from "../../components/layout";
import { stepsFor, wayOf, waysFor, type ChecklistStep, type Way } from "./checklist-steps";
import { doneWords, partsOf, stepWords, wayWords, type StepPart } from "./checklist-words";
import type { TradesByAccount } from "./trading";
import type { TypedChecklist } from "./typed-checklist";

const useStyles = makeStyles({
  track: {
    height: "6px",
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralStroke2,
    overflow: "hidden",
    "@media (forced-colors: active)": { border: "1px solid CanvasText" },
  },
  ticked: {
    height: "100%",
    backgroundColor: tokens.colorBrandBackground,
    "@media (forced-colors: active)": { backgroundColor: "Highlight", forcedColorAdjust: "none" },
  },
  parts: {
    margin: 0,
    padding: 0,
    listStyleType: "none",
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalM,
  },
  part: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalM, margin: 0 },
  what: { flexGrow: 1, flexBasis: "9rem", minWidth: 0 },
  figure: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
    overflowWrap: "anywhere",
    userSelect: "all",
  },
});

interface ChecklistProps {
  readonly trading: Pick<TradesByAccount, "accounts">;
  readonly typed: TypedChecklist;
  readonly type: (part: Partial<TypedChecklist>) => void;
  /** Whether some fund's trade is made whole, so that the log has something to keep. */
  readonly loggable: boolean;
  /** What comes once the rebalance is logged, in a sentence. */
  readonly afterLogging: string;
  /** Opens the log's form, and brings the focus there. */
  readonly log: () => void;
  readonly say: (sentence: string) => void;
}

/** The trades one at a time, each with what is to be typed and a tick, and at the end what comes after them. */
export function Checklist({ trading, typed, type, loggable, afterLogging, log, say }: ChecklistProps): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  const ways = waysFor(trading);
  const way = wayOf(trading, typed.way);
  const steps = stepsFor(trading, way);
  const done = new Set(typed.done);
  const count = steps.filter(({ key }) => done.has(key)).length;
  const at = Math.min(typed.at, steps.length);
  const step = steps[at];
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever goes on, or opens the list, is at the new step.
  useEffect(() => heading.current?.focus(), [at, way]);

  const go = (to: number, ticks = typed.done): void => {
    const ticked = steps.filter(({ key }) => ticks.includes(key)).length;
    const next = steps[to];
    type({ at: to, done: ticks });
    say(`${next ? `${to + 1} of ${steps.length}: ${stepWords(next)}.` : "The end of the list."} ${ticked} done.`);
  };
  const tick = (key: string, isDone: boolean): readonly string[] =>
    isDone ? [...typed.done.filter((each) => each !== key), key] : typed.done.filter((each) => each !== key);

  return (
    <section className={layout.card} aria-labelledby="keel-step">
      <h2 className={layout.heading} id="keel-step" tabIndex={-1} ref={heading}>
        {step ? `${at + 1} of ${steps.length}` : endHeadline(count, steps.length)}
      </h2>
      <div aria-hidden="true" className={styles.track}>
        <div className={styles.ticked} style={{ width: `${(100 * count) / Math.max(1, steps.length)}%` }} />
      </div>
      {step && count > 0 && (
        <p className={layout.small}>
          {count} of {steps.length} done
        </p>
      )}
      {step ? (
        <>
          {at === 0 && ways.length > 1 && <WayField way={way} ways={ways} type={type} />}
          <Step key={step.key} step={step} say={say} />
          <Checkbox
            checked={done.has(step.key)}
            label={doneWords(step)}
            onChange={(_, data) => type({ done: tick(step.key, data.checked === true) })}
          />
          <div className={layout.buttons}>
            <Button
              size="large"
              appearance="primary"
              onClick={() => go(at + 1, done.has(step.key) ? typed.done : tick(step.key, true))}
            >
              {done.has(step.key) ? "Next" : "Done, next"}
            </Button>
            {!done.has(step.key) && (
              <Button size="large" onClick={() => go(at + 1)}>
                Skip
              </Button>
            )}
            <Button size="large" disabledFocusable={at === 0} onClick={() => go(at - 1)}>
              Back
            </Button>
          </div>
        </>
      ) : (
        <End steps={steps} done={done} loggable={loggable} afterLogging={afterLogging} go={go} log={log} />
      )}
      <div className={layout.buttons}>
        <Button appearance="subtle" onClick={() => type({ open: false })}>
          Show the whole plan
        </Button>
      </div>
    </section>
  );
}

function endHeadline(count: number, of: number): string {
  return count === of ? `All ${of} done` : `${count} of ${of} done`;
}

interface WayFieldProps {
  readonly way: Way;
  readonly ways: readonly Way[];
  readonly type: (part: Partial<TypedChecklist>) => void;
}

function WayField({ way, ways, type }: WayFieldProps): ReactElement {
  const layout = useLayout();
  return (
    <Field label="Your plan’s page takes">
      <Select
        className={layout.choice}
        value={way}
        onChange={(_, data) => {
          const chosen = ways.find((each) => each === data.value);
          if (chosen) type({ way: chosen, at: 0 });
        }}
      >
        {ways.map((each) => (
          <option key={each} value={each}>
            {wayWords[each]}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function Step({ step, say }: { readonly step: ChecklistStep; readonly say: (sentence: string) => void }): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  return (
    <>
      <h3 className={layout.subheading}>{stepWords(step)}</h3>
      {step.account !== "" && <p className={layout.text}>Account: {step.account}</p>}
      <ul className={styles.parts}>
        {partsOf(step).map((part) => (
          <Part key={part.name} part={part} say={say} />
        ))}
      </ul>
    </>
  );
}

/** A name or a figure, and the button that copies it. */
function Part({ part, say }: { readonly part: StepPart; readonly say: (sentence: string) => void }): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  const { name, shown, pasted } = part;
  const [taken, setTaken] = useState<"copied" | "by hand">();
  const copy = async (): Promise<void> => {
    const isCopied = await copied(pasted);
    setTaken(isCopied ? "copied" : "by hand");
    if (isCopied) say(`Copied ${pasted}.`);
  };
  return (
    <li className={styles.part}>
      <div className={styles.what}>
        <p className={layout.small}>{name}</p>
        <p className={styles.figure}>{shown}</p>
      </div>
      <Button size="large" onClick={() => void copy()}>
        {taken === "copied" ? "Copied" : "Copy"}
        <span className={layout.unseen}> {pasted}</span>
      </Button>
      {taken === "by hand" && <ByHand what={pasted} text={pasted} />}
    </li>
  );
}

interface EndProps extends Pick<ChecklistProps, "loggable" | "afterLogging" | "log"> {
  readonly steps: readonly ChecklistStep[];
  readonly done: ReadonlySet<string>;
  readonly go: (to: number) => void;
}

/** What is left, and what comes after the trades. */
function End({ steps, done, loggable, afterLogging, go, log }: EndProps): ReactElement {
  const layout = useLayout();
  const open = steps.flatMap((step, index) => (done.has(step.key) ? [] : [{ step, index }]));
  return (
    <>
      {open.length > 0 && (
        <>
          <p className={layout.text}>Not ticked:</p>
          <ul className={layout.list}>
            {open.map(({ step }) => (
              <li key={step.key}>{stepWords(step)}</li>
            ))}
          </ul>
        </>
      )}
      <p className={layout.text}>
        {loggable
          ? open.length === 0
            ? `Log the rebalance now. ${afterLogging}`
            : "The log takes the funds whose every step is ticked. You can come back for the others."
          : "No fund’s trade is ticked whole yet, so there is nothing to log."}
      </p>
      <div className={layout.buttons}>
        {loggable && (
          <Button size="large" appearance="primary" onClick={log}>
            Log this rebalance
          </Button>
        )}
        <Button
          size="large"
          appearance={loggable ? "secondary" : "primary"}
          onClick={() => go(open[0]?.index ?? steps.length - 1)}
        >
          {open.length > 0 ? "Go to the first that is open" : "Back"}
        </Button>
      </div>
    </>
  );
}
