import { Button } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Block, Description } from "../../../sheets";
import { CellLink } from "../../components/cell-link";
import { useLayout } from "../../components/layout";
import { notTakenBack } from "../../components/not-taken-back";
import { Trouble } from "../../components/trouble";
import { useDeeds } from "../../components/use-deeds";
import type { ScreenProps } from "../screen";
import { freeSheet } from "../set-up/writing";
import { followedBy } from "./evidence-words";
import type { EvidenceTopic } from "./typed-evidence";

interface InsertProps extends Pick<ScreenProps, "workbook" | "surveyAgain" | "typed" | "changeTyped" | "say"> {
  readonly topic: EvidenceTopic;
  /** Whose evidence it is. */
  readonly list: string;
  /** What a new sheet for it is called, if that name is free. */
  readonly sheet: string;
  readonly place: (sheet: string) => Block;
  readonly describe: (sheet: string) => Description;
}

/** Writes what a picture shows as live formulas with a chart of the workbook's own, on a new sheet; and takes it back. */
export function Insert(props: InsertProps): ReactElement {
  const { workbook, typed, changeTyped, say, topic, list, sheet, place, describe } = props;
  const layout = useLayout();
  const { busy, trouble, carryOut } = useDeeds(props);
  const written = typed.evidence.put[topic];
  const put = written?.list === list ? written : undefined;
  const remember = (now: typeof written): void =>
    changeTyped(({ evidence }) => ({ evidence: { ...evidence, put: { ...evidence.put, [topic]: now } } }));

  const insert = (): Promise<void> =>
    carryOut(async () => {
      const name = await freeSheet(workbook, place, sheet);
      const applied = await workbook.apply(describe(name));
      if (applied.outcome === "blocked") return `Nothing was written: cells of sheet ${name} are filled.`;
      remember({ list, receipt: applied.receipt, cells: { ...place(name), height: 1, width: 1 } });
      say(`The formulas and the chart are on sheet ${name}.`);
      return undefined;
    });
  const undo = (): Promise<void> =>
    carryOut(async () => {
      if (!put || !(await workbook.undo(put.receipt))) return notTakenBack;
      remember(undefined);
      say("Taken back.");
      return undefined;
    });
  return (
    <>
      {put ? (
        <p className={layout.text}>
          It is on sheet <CellLink workbook={workbook} block={put.cells} words={put.cells.sheet} say={say} />, as live
          formulas with a chart.
        </p>
      ) : (
        <p className={layout.small}>
          As live formulas with a chart, on a sheet of its own: it follows {followedBy(topic)}.
        </p>
      )}
      <div className={layout.buttons}>
        {put ? (
          <Button disabledFocusable={busy} onClick={() => void undo()}>
            Undo
          </Button>
        ) : (
          <Button disabledFocusable={busy} onClick={() => void insert()}>
            Put it in my workbook
          </Button>
        )}
      </div>
      <Trouble words={trouble} />
    </>
  );
}
