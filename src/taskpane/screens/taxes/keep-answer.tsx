import { Button } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Answered } from "../../../operations";
import { taxEstimate, taxEstimatePlace, type TaxEstimate } from "../../../sheets";
import { CellLink } from "../../components/cell-link";
import { useLayout } from "../../components/layout";
import { notTakenBack } from "../../components/not-taken-back";
import { Trouble } from "../../components/trouble";
import { useDeeds } from "../../components/use-deeds";
import type { ScreenProps } from "../screen";
import { freeSheet } from "../set-up/writing";
import { formatsOf } from "./result-formats";
import { FOLLOWS_CELLS, FOLLOWS_LISTS, NOT_ADVICE } from "./taxes-words";
import type { KeptAnswer, PutEstimate } from "./typed-taxes";

/** What an answer is kept as. */
export interface Keeping extends Pick<TaxEstimate, "title" | "function" | "arguments"> {
  /** The sheet that is proposed. */
  readonly sheet: string;
}

type KeepAnswerProps = Pick<ScreenProps, "workbook" | "namespace" | "surveyAgain" | "say" | "typed" | "changeTyped"> & {
  readonly question: KeptAnswer;
  readonly keeping: Keeping;
  readonly answered: Answered;
};

/** Writes an answer into the workbook as a live formula over cells that the owner can change, and takes it back. */
export function KeepAnswer(props: KeepAnswerProps): ReactElement {
  const { workbook, namespace, say, typed, changeTyped, question, keeping, answered } = props;
  const layout = useLayout();
  const { busy, trouble, carryOut } = useDeeds(props);
  const put = typed.taxes.put[question];
  const asked = JSON.stringify(keeping.arguments);
  const keep = (kept: PutEstimate | undefined): void =>
    changeTyped(({ taxes }) => ({ taxes: { ...taxes, put: { ...taxes.put, [question]: kept } } }));

  const insert = (): Promise<void> =>
    carryOut(async () => {
      const { cells, holds } = answered;
      const asks = keeping.arguments.some((given) => given !== undefined && "label" in given);
      const estimate: TaxEstimate = {
        ...keeping,
        note: `${NOT_ADVICE} ${asks ? FOLLOWS_CELLS : FOLLOWS_LISTS}`,
        result: cells,
        formats: formatsOf(holds, cells.length, cells[0]?.length ?? 1),
      };
      const sheet = await freeSheet(workbook, (name) => taxEstimatePlace(estimate, name), keeping.sheet);
      const applied = await workbook.apply(taxEstimate(estimate, { sheet, namespace }));
      if (applied.outcome === "blocked") {
        return `Nothing was written: cells of sheet ${sheet} are filled. Make room there, then try again.`;
      }
      keep({ receipt: applied.receipt, cells: taxEstimatePlace(estimate, sheet), asked });
      say("The formula is in.");
      return undefined;
    });
  const undo = (): Promise<void> =>
    carryOut(async () => {
      if (!put || !(await workbook.undo(put.receipt))) return notTakenBack;
      keep(undefined);
      say("Taken back.");
      return undefined;
    });
  return (
    <>
      {put && (
        <p className={layout.text}>
          The answer is in <CellLink workbook={workbook} block={put.cells} say={say} />, as a formula that stays live.
        </p>
      )}
      <div className={layout.buttons}>
        {put?.asked !== asked && (
          <Button disabledFocusable={busy} onClick={() => void insert()}>
            {put ? "Put this answer in my workbook, too" : "Put this answer in my workbook"}
          </Button>
        )}
        {put && (
          <Button disabledFocusable={busy} onClick={() => void undo()}>
            Undo
          </Button>
        )}
      </div>
      <Trouble words={trouble} />
    </>
  );
}
