import { Button } from "@fluentui/react-components";
import { useEffect, useRef, type ReactElement } from "react";
import type { Block } from "../../../sheets";
import { useLayout } from "../../components/layout";
import { cellsInWords } from "./in-the-way";

interface ReplaceQuestionProps {
  readonly filled: readonly Block[];
  /** The plan's sheets, and whether what stands there is Keel's own. */
  readonly plans: readonly string[];
  readonly ours: boolean;
  /** Whether targets of the owner's are among the cells. */
  readonly newTargets: boolean;
  readonly busy: boolean;
  /** Another sheet, whose cells are free. */
  readonly free: string | undefined;
  readonly replace: () => void;
  readonly takeSheet: (name: string) => void;
  readonly leave: () => void;
}

/** Asks before filled cells are replaced. It takes the focus because it answers a press of Insert. */
export function ReplaceQuestion(props: ReplaceQuestionProps): ReactElement {
  const { filled, plans, ours, newTargets, busy, free, replace, takeSheet, leave } = props;
  const layout = useLayout();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const onPlan = filled.filter((block) => plans.includes(block.sheet));
  const onList = filled.filter((block) => !plans.includes(block.sheet));
  return (
    <div role="group" aria-labelledby="keel-replace" className={layout.stack}>
      <h3 className={layout.subheading} id="keel-replace" tabIndex={-1} ref={heading}>
        {ours ? "Update your plan?" : "Replace what is in these cells?"}
      </h3>
      <ul className={layout.list}>
        {cellsInWords(onList).map((words) => (
          <li key={words}>
            {words}
            {newTargets && ": your targets, with the new ones"}
          </li>
        ))}
        {cellsInWords(onPlan).map((words) => (
          <li key={words}>
            {words}
            {ours && ": Keel’s own cells"}
          </li>
        ))}
      </ul>
      <p className={layout.small}>Nothing has been written yet.</p>
      <div className={layout.buttons}>
        {free !== undefined && (
          <Button appearance="primary" onClick={() => takeSheet(free)}>
            Use sheet {free} instead
          </Button>
        )}
        <Button appearance={free === undefined ? "primary" : "secondary"} disabledFocusable={busy} onClick={replace}>
          {ours ? "Update" : "Replace"}
        </Button>
        <Button onClick={leave}>Cancel</Button>
      </div>
    </div>
  );
}
