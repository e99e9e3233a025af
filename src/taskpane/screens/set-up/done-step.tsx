import { Button } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import type { Workbook } from "../../../workbook";
import { messageOf } from "../../standing/looks";
import { useLayout } from "../../components/layout";
import { notTakenBack } from "../../components/not-taken-back";
import type { ScreenName } from "../screen";
import type { Inserted } from "./draft";

interface DoneStepProps {
  readonly workbook: Workbook;
  readonly inserted: Inserted;
  readonly changeState: (state: Inserted["state"]) => void;
  readonly goTo: (screen: ScreenName) => void;
  readonly backToPreview: () => void;
  readonly startAgain: () => void;
  readonly say: (sentence: string) => void;
}

/** After Insert: what is there now, where to go next, and the way back. */
export function DoneStep(props: DoneStepProps): ReactElement {
  const { workbook, inserted, changeState, goTo, backToPreview, startAgain, say } = props;
  const layout = useLayout();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();

  const attempt = async (deed: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    try {
      await deed();
    } catch (problem) {
      setFailure(messageOf(problem));
    } finally {
      setBusy(false);
    }
  };
  const undo = async (): Promise<void> => {
    // The pane must not take a plan that goes away now for another workbook.
    changeState("being taken back");
    let undone = false;
    try {
      undone = await workbook.undo(inserted.receipt);
      // The plan’s sheet has gone away: the list is what its owner goes on with.
      if (undone) await workbook.show(inserted.before.block);
    } catch (problem) {
      changeState(undone ? "taken back" : "there");
      throw problem;
    }
    changeState(undone ? "taken back" : "not to be taken back");
    say(undone ? "Taken back." : notTakenBack);
  };

  if (inserted.state === "taken back") {
    return (
      <>
        <p className={layout.text}>Your workbook is as it was before. What you chose here is kept.</p>
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
      <p className={layout.text}>It follows your list as it changes. What is where:</p>
      <ul className={layout.list}>
        {inserted.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {inserted.state === "not to be taken back" && <p className={layout.text}>{notTakenBack}</p>}
      {failure !== undefined && (
        <p className={layout.text} role="alert">
          {failure}
        </p>
      )}
      <div className={layout.buttons}>
        <Button appearance="primary" onClick={() => goTo("home")}>
          See how you stand
        </Button>
        <Button disabledFocusable={busy} onClick={() => void attempt(() => workbook.show(inserted.act))}>
          Go to sheet {inserted.sheet}
        </Button>
        <Button disabledFocusable={busy} onClick={() => void attempt(undo)}>
          Undo
        </Button>
      </div>
      <h3 className={layout.subheading}>What next?</h3>
      {inserted.of === "household" ? (
        <ul className={layout.list}>
          <li>Type your new balances into the list whenever you look. The plan says how far each class has drifted.</li>
          <li>The trades follow by themselves, account by account, each with its reason.</li>
        </ul>
      ) : (
        <ul className={layout.list}>
          <li>Type your new balances into the list whenever you look. The plan says what to do.</li>
          <li>See the trades as your plan’s web page wants them, and log what you did.</li>
          <li>Make a copy that your adviser can read without Keel.</li>
        </ul>
      )}
      <div className={layout.buttons}>
        <Button onClick={() => goTo("plan")}>See the trades</Button>
        {inserted.of === "list" && <Button onClick={() => goTo("share")}>Share a copy</Button>}
        <Button onClick={startAgain}>Set up another list</Button>
      </div>
    </>
  );
}
