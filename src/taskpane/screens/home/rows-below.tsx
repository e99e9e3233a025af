import { Button } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { nameOf, type ReadyList } from "../../../lists";
import { address, type Block } from "../../../sheets";
import { useLayout } from "../../components/layout";
import { notTakenBack } from "../../components/not-taken-back";
import { Trouble } from "../../components/trouble";
import { TroubleCard } from "../../components/trouble-card";
import { useDeeds } from "../../components/use-deeds";
import type { ScreenProps } from "../screen";

interface RowsBelowProps extends Pick<ScreenProps, "workbook" | "surveyAgain" | "typed" | "changeTyped" | "say"> {
  readonly list: ReadyList;
  readonly below: Block | undefined;
}

/** Asks whether funds that were typed right below a table belong to it: without an answer they would be left out in silence. */
export function RowsBelow(props: RowsBelowProps): ReactElement | null {
  const { workbook, typed, changeTyped, say, list, below } = props;
  const layout = useLayout();
  const { busy, trouble, carryOut } = useDeeds(props);
  const asked = typed.below;

  const include = (rows: Block): Promise<void> =>
    carryOut(async () => {
      const { table, block } = list;
      if (table === undefined) return undefined;
      const grown: Block = { ...block, height: block.height + rows.height };
      const title = `Include ${rowsInWords(rows)}`;
      const applied = await workbook.apply({ title, steps: [{ do: "resize table", name: table, block: grown }] });
      if (applied.outcome === "blocked") return "Nothing was changed.";
      changeTyped(() => ({ below: { list: nameOf(list), rows: address(rows), included: applied.receipt } }));
      say(`Included in ${nameOf(list)}: ${rowsInWords(rows)}.`);
      return undefined;
    });
  const undo = (): Promise<void> =>
    carryOut(async () => {
      if (!asked?.included || !(await workbook.undo(asked.included))) return notTakenBack;
      changeTyped(() => ({ below: undefined }));
      return undefined;
    });

  const left = below && asked?.rows === address(below) && !asked.included;
  if (below && !left) {
    const one = below.height === 1;
    return (
      <TroubleCard title={`Include ${rowsInWords(below)}?`}>
        <p className={layout.text}>
          {one ? `Row ${below.row + 1} is` : `Rows ${below.row + 1} to ${below.row + below.height} are`} just below{" "}
          {nameOf(list)} and {one ? "looks like a fund" : "look like funds"}. What you read here leaves{" "}
          {one ? "it" : "them"} out.
        </p>
        <Trouble words={trouble} />
        <div className={layout.buttons}>
          <Button appearance="primary" disabledFocusable={busy} onClick={() => void include(below)}>
            {one ? "Include it" : "Include them"}
          </Button>
          <Button
            onClick={() =>
              changeTyped(() => ({ below: { list: nameOf(list), rows: address(below), included: undefined } }))
            }
          >
            Leave {one ? "it" : "them"} out
          </Button>
        </div>
      </TroubleCard>
    );
  }
  if (left) {
    return (
      <p className={layout.small}>
        Left out: {rowsInWords(below)}, just below {nameOf(list)}.
      </p>
    );
  }
  // Once another list is in sight, the rows of the one before are no matter here.
  if (!asked?.included || asked.list !== nameOf(list)) return null;
  return (
    <>
      <Trouble words={trouble} />
      <div className={layout.buttons}>
        <Button disabledFocusable={busy} onClick={() => void undo()}>
          Undo including rows in {nameOf(list)}
        </Button>
      </div>
    </>
  );
}

function rowsInWords({ row, height }: Block): string {
  return height === 1 ? `row ${row + 1}` : `rows ${row + 1} to ${row + height}`;
}
