import { Button } from "@fluentui/react-components";
import { useEffect, useRef, type ReactElement } from "react";
import { count, dollars } from "../../components/figures";
import { useLayout } from "../../components/layout";
import { notTakenBack } from "../../components/not-taken-back";
import { Trouble } from "../../components/trouble";
import { useDeeds } from "../../components/use-deeds";
import type { ScreenProps } from "../screen";
import { nothingBroughtIn, type BringIn, type Written } from "./state";

interface WrittenCardProps extends ScreenProps {
  readonly written: Written;
  readonly change: (next: (old: BringIn) => BringIn) => void;
}

/** After the table was written: what is there now, what comes next, and the way back. */
export function WrittenCard(props: WrittenCardProps): ReactElement {
  const { workbook, written, change, goTo, say } = props;
  const layout = useLayout();
  const { busy, trouble, carryOut } = useDeeds(props);
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that was pressed is gone; what came of it takes the focus.
  useEffect(() => heading.current?.focus(), [written.state]);
  const { table, accounts, holdings, total, kind, state } = written;
  const become = (next: Written["state"]): void => change((old) => ({ ...old, written: { ...written, state: next } }));
  const undo = (): Promise<void> =>
    carryOut(async () => {
      const undone = await workbook.undo(written.receipt);
      become(undone ? "taken back" : "not to be taken back");
      say(undone ? "Taken back." : notTakenBack);
      return undefined;
    });
  if (state === "taken back") {
    return (
      <section className={layout.card} aria-labelledby="keel-written">
        <h3 className={layout.heading} id="keel-written" tabIndex={-1} ref={heading}>
          Taken back
        </h3>
        <p className={layout.text}>Your workbook is as it was before. What you answered here is kept.</p>
        <div className={layout.buttons}>
          <Button
            appearance="primary"
            onClick={() => change((old) => ({ ...old, written: undefined, comparing: false }))}
          >
            Back to what was found
          </Button>
          <Button onClick={() => change(() => nothingBroughtIn)}>Start again</Button>
        </div>
      </section>
    );
  }
  return (
    <section className={layout.card} aria-labelledby="keel-written">
      <h3 className={layout.heading} id="keel-written" tabIndex={-1} ref={heading}>
        {kind === "new" ? "Your holdings are in" : "Your holdings are up to date"}
      </h3>
      <p className={layout.text}>
        Table {table} on sheet {written.place.sheet}: {count(accounts, "account")}, {count(holdings, "holding")},{" "}
        {dollars(total / 100)}.
      </p>
      {kind === "new" && (
        <p className={layout.small}>
          It is yours to change: classes, names, further columns. Next month bring the same files in again, and Keel
          updates the figures.
        </p>
      )}
      {state === "not to be taken back" && <p className={layout.text}>{notTakenBack}</p>}
      <Trouble words={trouble} />
      <div className={layout.buttons}>
        <Button appearance="primary" onClick={() => goTo(kind === "new" ? "set up" : "home")}>
          {kind === "new" ? "Next: your targets" : "See how you stand"}
        </Button>
        <Button
          disabledFocusable={busy}
          onClick={() => void carryOut(async () => (await workbook.show(written.place), undefined))}
        >
          Go to {table}
        </Button>
        <Button disabledFocusable={busy} onClick={() => void undo()}>
          Undo
        </Button>
        <Button onClick={() => change(() => nothingBroughtIn)}>Bring in more</Button>
      </div>
    </section>
  );
}
