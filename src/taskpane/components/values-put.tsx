import { Button } from "@fluentui/react-components";
import { useEffect, useRef, useState, type ReactElement } from "react";
import type { Description } from "../../sheets";
import type { ScreenProps } from "../screens/screen";
import { placeInWords } from "./cell-link";
import { useLayout } from "./layout";
import { notTakenBack } from "./not-taken-back";
import { Trouble } from "./trouble";
import { useDeeds } from "./use-deeds";

/** Carries out what puts values in. */
type Write = (description: Description) => Promise<void>;

interface ValuesPutProps extends Pick<ScreenProps, "workbook" | "surveyAgain" | "typed" | "changeTyped" | "say"> {
  /** The list's name. */
  readonly list: string;
  /** What is said and offered as long as values are from before the trades; undefined once none is. */
  readonly children: ((busy: boolean, write: Write) => ReactElement) | undefined;
}

/** The card about values from before the last trades: what is offered, and, once they are put in, a way back. */
export function ValuesPut(props: ValuesPutProps): ReactElement | null {
  const { workbook, typed, changeTyped, list, children } = props;
  const layout = useLayout();
  const { busy, trouble, carryOut } = useDeeds(props);
  const [fresh, setFresh] = useState(false);
  const put = typed.valuesPut?.list === list ? typed.valuesPut : undefined;

  const write: Write = (description) =>
    carryOut(async () => {
      const applied = await workbook.apply(description, { replace: true });
      if (applied.outcome === "blocked") return `Nothing was written: ${applied.filled.map(placeInWords).join(", ")}.`;
      setFresh(true);
      changeTyped(() => ({ valuesPut: { list, receipt: applied.receipt } }));
      return undefined;
    });
  const undo = (): Promise<void> =>
    carryOut(async () => {
      if (!put || !(await workbook.undo(put.receipt))) return notTakenBack;
      changeTyped(() => ({ valuesPut: undefined }));
      return undefined;
    });

  if (!children && !put) return null;
  return (
    <section className={layout.card} aria-label="Values from before your trades">
      {children ? children(busy, write) : <Done fresh={fresh} busy={busy} undo={() => void undo()} />}
      <Trouble words={trouble} />
    </section>
  );
}

interface DoneProps {
  /** Whether they were put in just now, and not before another screen was shown. */
  readonly fresh: boolean;
  readonly busy: boolean;
  readonly undo: () => void;
}

function Done({ fresh, busy, undo }: DoneProps): ReactElement {
  const layout = useLayout();
  const place = useRef<HTMLParagraphElement>(null);
  // The button that was pressed is gone; what came of it takes the focus.
  useEffect(() => {
    if (fresh) place.current?.focus();
  }, [fresh]);
  return (
    <>
      <p className={layout.text} tabIndex={-1} ref={place}>
        The values after trading are in.
      </p>
      <div className={layout.buttons}>
        <Button disabledFocusable={busy} onClick={undo}>
          Undo
        </Button>
      </div>
    </>
  );
}
