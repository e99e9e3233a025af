import { Button } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import type { DecidedPlan } from "../../../operations";
import { useLayout } from "../../components/layout";
import { dayInWords } from "../../standing/day";
import { Figures } from "./figures-list";
import type { HouseholdPlanProps } from "./household-props";
import type { HouseholdTrading } from "./household-trading";
import {
  becauseOf,
  figuresOf,
  headlineOf,
  offGoalWords,
  outcomeOf,
  remarksOf,
  whyNone,
  whyNotPossible,
} from "./household-words";
import { calendarOf } from "./last-look";

interface HouseholdAnswerProps extends HouseholdPlanProps {
  readonly decided: DecidedPlan;
  readonly trading: HouseholdTrading;
  /** Whether some steps are ticked already. */
  readonly begun: boolean;
  /** Opens the checklist. */
  readonly begin: () => void;
  /** What else can be done with the trades. */
  readonly children: ReactNode;
}

/** The card that answers first: what to do, where it takes the household, why now, and what it costs. */
export function HouseholdAnswer(props: HouseholdAnswerProps): ReactElement {
  const { decided, trading, begun, begin, goTo, sight, children } = props;
  const { plan, policy } = decided;
  const layout = useLayout();
  const nextLook = decided.nextLook();
  const isQuiet = plan.trades.length === 0;
  const isStuck = isQuiet && plan.offGoal.length > 0;
  return (
    <section className={layout.card} aria-labelledby="keel-plan">
      <h2 className={layout.heading} id="keel-plan" tabIndex={-1}>
        {headlineOf(decided)}
      </h2>
      {!isQuiet && (
        <p className={layout.text}>
          <strong>{outcomeOf(decided)}</strong>
        </p>
      )}
      <p className={layout.text}>{isStuck ? whyNotPossible : isQuiet ? whyNone(decided) : becauseOf(decided)}</p>
      {isQuiet && nextLook !== undefined && <p className={layout.text}>Next look: {dayInWords(nextLook)}.</p>}
      {isQuiet && !isStuck && nextLook === undefined && calendarOf(policy) === undefined && (
        <p className={layout.text}>Your rule has no dates: look whenever you like.</p>
      )}
      <OffGoal decided={decided} />
      {remarksOf(decided).map((remark) => (
        <p key={remark} className={layout.small}>
          {remark}
        </p>
      ))}
      <Figures figures={figuresOf(decided)} />
      {!sight.plan && (
        <>
          <p className={layout.small}>
            This is Keel’s usual rule, on your list. Set up a plan to choose your own and to keep it in your workbook.
          </p>
          <div className={layout.buttons}>
            <Button onClick={() => goTo("set up")}>Set up a plan</Button>
          </div>
        </>
      )}
      {trading.any && (
        <div className={layout.buttons}>
          <Button appearance="primary" onClick={begin}>
            {begun ? "Go on with the checklist" : "Make them one at a time"}
          </Button>
        </div>
      )}
      {children}
    </section>
  );
}

/** The classes that stay off their goals, each with what keeps it there. */
function OffGoal({ decided }: { readonly decided: DecidedPlan }): ReactElement | null {
  const layout = useLayout();
  const lines = decided.offGoal();
  if (lines.length === 0) return null;
  return (
    <ul className={layout.list} aria-label="Classes that stay off their goals">
      {lines.map((line) => (
        <li key={line.name}>
          {offGoalWords(line)} {line.why}
        </li>
      ))}
    </ul>
  );
}
