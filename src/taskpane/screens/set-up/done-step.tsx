import { Button } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import type { Workbook } from "../../../workbook";
import { messageOf } from "../../holdings/use-look";
import { useLayout } from "../../look/layout";
import type { Inserted } from "./draft";

interface DoneStepProps {
  readonly workbook: Workbook;
  readonly inserted: Inserted;
  readonly changeState: (state: Inserted["state"]) => void;
  readonly goHome: () => void;
  readonly backToPreview: () => void;
  readonly startAgain: () => void;
  readonly say: (sentence: string) => void;
}

/** After Insert: what is there now, and the way back. */
export function DoneStep(props: DoneStepProps): ReactElement {
  const { workbook, inserted, changeState, goHome, backToPreview, startAgain, say } = props;
  const layout = useLayout();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();

  const undo = async (): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    try {
      const undone = await workbook.undo();
      changeState(undone ? "taken back" : "not to be taken back");
      say(undone ? "Taken back." : "This can't be taken back any more.");
    } catch (problem) {
      setFailure(messageOf(problem));
    } finally {
      setBusy(false);
    }
  };

  if (inserted.state === "taken back") {
    return (
      <>
        <p className={layout.text}>Your sheet is as it was before.</p>
        <div className={layout.buttons}>
          <Button appearance="primary" onClick={backToPreview}>
            Back to the preview
          </Button>
          <Button onClick={startAgain}>Start again</Button>
        </div>
      </>
    );
  }
  return (
    <>
      <p className={layout.text}>
        Drift, status and trades are in {inserted.cells}. They follow your list as it changes.
      </p>
      <p className={layout.text}>
        Change the cash in cell {inserted.inputs.cash} or the rule in cell {inserted.inputs.policy} whenever you like.
      </p>
      {inserted.state === "not to be taken back" && (
        <p className={layout.text}>
          The workbook has changed since, so Keel can’t take this back any more. You can delete the cells yourself.
        </p>
      )}
      {failure !== undefined && (
        <p className={layout.text} role="alert">
          {failure}
        </p>
      )}
      <div className={layout.buttons}>
        <Button appearance="primary" onClick={goHome}>
          See how you stand
        </Button>
        {inserted.state === "there" && (
          <Button disabledFocusable={busy} onClick={() => void undo()}>
            Undo
          </Button>
        )}
        <Button onClick={startAgain}>Set up another list</Button>
      </div>
    </>
  );
}
