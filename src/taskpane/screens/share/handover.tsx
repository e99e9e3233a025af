import { Button, Spinner } from "@fluentui/react-components";
import { useEffect, useRef, useState, type ReactElement } from "react";
import { dollarPatterns, type Block, type MoneyPatterns } from "../../../sheets";
import { WorkbookFailure, type Workbook } from "../../../workbook";
import { moneyLike } from "../../../lists";
import { useLayout } from "../../components/layout";
import type { Copy } from "./make-copy";

type Making =
  | { readonly state: "not yet" }
  | { readonly state: "making" }
  | { readonly state: "done"; readonly how: "opened" | "downloaded"; readonly copy: Copy }
  /** The host would not take the copy: the owner can save it by a link. */
  | { readonly state: "refused"; readonly why: string; readonly copy: Copy }
  | { readonly state: "failed"; readonly why: string };

interface HandoverProps {
  readonly workbook: Workbook;
  /** Makes the copy, which shows money so. */
  readonly make: (money: MoneyPatterns) => Promise<Copy>;
  /** The owner's column of values: the copy shows money as it does; in dollars where there is none. */
  readonly values: Block | undefined;
  readonly say: (sentence: string) => void;
}

/** The button that makes the copy, and what became of it. The button stays, so that the focus does. */
export function Handover({ workbook, make, values, say }: HandoverProps): ReactElement {
  const layout = useLayout();
  const [making, setMaking] = useState<Making>({ state: "not yet" });
  const busy = making.state === "making";
  const { savesFiles } = workbook.host;

  const handOver = async (): Promise<void> => {
    setMaking({ state: "making" });
    say("Making the adviser copy.");
    const made = await copyFor(workbook, make, values);
    setMaking(made);
    say(outcomeOf(made, savesFiles));
  };

  return (
    <>
      <div className={layout.buttons}>
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void handOver()}>
          {making.state === "done" ? "Make another copy" : "Make the adviser copy"}
        </Button>
        {busy && <Spinner label="Making the copy" size="tiny" />}
      </div>
      {(making.state === "done" || making.state === "refused" || making.state === "failed") && (
        <p className={layout.text}>{outcomeOf(making, savesFiles)}</p>
      )}
      {making.state === "refused" && savesFiles && <SaveLink copy={making.copy} />}
      <p className={layout.small}>Nothing is sent anywhere: the copy is made here, and you decide who gets it.</p>
    </>
  );
}

async function copyFor(
  workbook: Workbook,
  make: HandoverProps["make"],
  values: HandoverProps["values"],
): Promise<Making> {
  let copy: Copy;
  try {
    // In a workbook that can't be asked just now, dollars are shown as usual: the copy needs nothing else of it.
    const money = values ? await moneyLike(workbook, values).catch(() => dollarPatterns) : dollarPatterns;
    copy = await make(money);
  } catch (failure) {
    return { state: "failed", why: whyOf(failure) };
  }
  try {
    return { state: "done", how: await workbook.openCopy({ name: copy.name, bytes: copy.bytes }), copy };
  } catch (failure) {
    const why = failure instanceof WorkbookFailure ? failure.message : "Your workbook could not open the copy.";
    return { state: "refused", why, copy };
  }
}

/** The part that writes workbooks is loaded when it is first needed; without a connection it doesn't come. */
function whyOf(failure: unknown): string {
  const unwritable = failure instanceof Error && failure.name === "UnwritableWorkbook";
  return unwritable
    ? failure.message
    : "Keel could not load the part that writes workbooks. Check your connection, then try again.";
}

function outcomeOf(making: Making, savesFiles: boolean): string {
  switch (making.state) {
    case "not yet":
    case "making":
      return "";
    case "failed":
      return making.why;
    case "refused":
      return savesFiles
        ? `The copy is ready, but could not be opened here. ${making.why} Save it with the link instead.`
        : `The copy could not be opened here, and Excel on a Mac saves no files from a pane. ${making.why} Open your workbook in Excel on the web and make the copy there.`;
    case "done": {
      const { how, copy } = making;
      const chart = copy.chartless ? " The chart could not be drawn here; the copy has none." : "";
      return how === "opened"
        ? `The adviser copy is open as a new workbook. Look through it, then save it or print it.${chart}`
        : `The adviser copy is in your downloads: ${copy.name}.${chart}`;
    }
  }
}

/** A link that saves the copy. */
function SaveLink({ copy }: { readonly copy: Copy }): ReactElement {
  const layout = useLayout();
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    const address = URL.createObjectURL(new Blob([new Uint8Array(copy.bytes)], { type }));
    if (link.current) link.current.href = address;
    return () => URL.revokeObjectURL(address);
  }, [copy]);
  return (
    <p className={layout.text}>
      <a className={layout.link} ref={link} href="#save" download={copy.name}>
        Save {copy.name}
      </a>
    </p>
  );
}
