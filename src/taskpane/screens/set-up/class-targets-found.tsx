import type { ReactElement } from "react";
import type { ClassTargets, OneAccount } from "../../../lists";
import { useLayout } from "../../components/layout";
import { classTargetsInWords, guessedInWords } from "../../words/household-words";
import { Choices } from "./choices";
import type { Draft } from "./draft";

/** Whether targets are for each fund or for each class. */
export type TargetsFor = NonNullable<Draft["targetsFor"]>;

interface ClassTargetsFoundProps {
  readonly targets: ClassTargets;
  /** Given for a single account: it may have targets by class or by fund. */
  readonly account: OneAccount | undefined;
  readonly chosen: TargetsFor;
  /** Whether the list can be planned fund by fund. */
  readonly byFund: boolean;
  readonly choose: (targetsFor: TargetsFor) => void;
}

/** Says which targets by class the workbook has, and asks of a single account whether they or each fund's own shall count. */
export function ClassTargetsFound(props: ClassTargetsFoundProps): ReactElement {
  const { targets, account, chosen, byFund, choose } = props;
  const layout = useLayout();
  const each = account?.fundTargets
    ? "Each class has one fund here, so each gets its class’s target. The plan names the trades."
    : "You type a target for each fund in the next step. The plan names the trades.";
  const ways: readonly TargetsFor[] = account?.fundTargets ? ["fund", "class"] : ["class", "fund"];
  const answers = {
    class: {
      name: "By class, as they are",
      meaning: "The plan names the trades that bring each class to its target.",
    },
    fund: { name: "A target for each fund", meaning: each },
  };
  return (
    <>
      <p className={layout.text}>{classTargetsInWords(targets)}</p>
      {account?.added && chosen === "class" && <p className={layout.small}>{guessedInWords(account.added)}</p>}
      {account && byFund && (
        <Choices
          question="How shall your list be judged?"
          choices={ways.map((way) => answers[way])}
          chosen={ways.indexOf(chosen)}
          choose={(way) => choose(ways[way] ?? "class")}
        />
      )}
    </>
  );
}
