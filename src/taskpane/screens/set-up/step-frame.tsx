import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, type ReactElement, type ReactNode } from "react";
import { useLayout } from "../../components/layout";
import { stepNames, type StepName } from "./draft";

/** What each step is called. The fifth is the insertion, and what is there afterwards. */
export type Titles = Readonly<Record<StepName, string>>;

const useStyles = makeStyles({
  progress: { display: "flex", columnGap: tokens.spacingHorizontalXS, margin: 0, padding: 0, listStyleType: "none" },
  reached: {
    flexGrow: 1,
    borderTopWidth: "4px",
    borderTopStyle: "solid",
    borderTopColor: tokens.colorBrandForeground1,
    "@media (forced-colors: active)": { borderTopColor: "Highlight" },
  },
  ahead: {
    flexGrow: 1,
    borderTopWidth: "4px",
    borderTopStyle: "solid",
    borderTopColor: tokens.colorNeutralStroke1,
    "@media (forced-colors: active)": { borderTopColor: "GrayText", borderTopStyle: "dotted" },
  },
});

interface StepFrameProps {
  readonly titles: Titles;
  /** The step that is shown, and the one that the owner has taken. */
  readonly step: StepName;
  readonly asked: StepName;
  readonly takenBack: boolean;
  readonly children: ReactNode;
}

/** The card around a step of the wizard: how far it is, and its heading, which has the focus once the owner goes on. */
export function StepFrame({ titles, step, asked, takenBack, children }: StepFrameProps): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  const position = stepNames.indexOf(step);
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    // Only a step taken by the user moves the focus, and only while it is in the pane.
    if (shown.current !== step && asked === step) heading.current?.focus();
    shown.current = step;
  }, [step, asked]);
  return (
    <section className={layout.card} aria-labelledby="keel-step">
      {!takenBack && (
        <div>
          <p className={layout.small}>
            Step {position + 1} of {stepNames.length}
          </p>
          <div className={styles.progress} aria-hidden="true">
            {stepNames.map((name, index) => (
              <span key={name} className={index <= position ? styles.reached : styles.ahead} />
            ))}
          </div>
        </div>
      )}
      <h2 className={layout.heading} id="keel-step" tabIndex={-1} ref={heading}>
        {takenBack ? "Taken back" : titles[step]}
      </h2>
      {children}
    </section>
  );
}
