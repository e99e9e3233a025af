import { Button, Field, Select } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import type { MovedRule, MovingKind, MovingPicture } from "../../../operations";
import { followMoved, movedTargetsAt, movingPlace, movingSheet, type Block } from "../../../sheets";
import { CellLink, placeInWords } from "../../components/cell-link";
import { useLayout } from "../../components/layout";
import { notTakenBack } from "../../components/not-taken-back";
import { Trouble } from "../../components/trouble";
import { useDeeds } from "../../components/use-deeds";
import { freeSheet } from "../set-up/writing";
import { movingChoices } from "./moving-choices";
import { movingNames, noMoreTargets, notYetCalculated, targetsQuestion } from "./moving-words";
import type { TopicProps } from "./topic-props";
import type { TypedMoving } from "./typed-moving";

type ChooseMovingProps = TopicProps & {
  readonly picture: MovingPicture;
  readonly told: readonly { readonly kind: MovingKind; readonly rule: MovedRule }[];
};

/**
 * Puts a rule that was compared into the workbook: its targets as live formulas on a sheet of their own, and, after a yes,
 * into the list's own targets as well.
 */
export function ChooseMoving(props: ChooseMovingProps): ReactElement | null {
  const { told, picture, subject, typed, changeTyped, workbook, say, namespace } = props;
  const layout = useLayout();
  const { busy, trouble, carryOut } = useDeeds(props);
  const [asks, setAsks] = useState(false);
  const { moving } = typed.evidence;
  const ofThis = (put: TypedMoving["sheet"]): typeof put => (put?.list === subject.name ? put : undefined);
  const [sheetPut, targetsPut] = [ofThis(moving.sheet), ofThis(moving.targets)];
  const change = (fields: Partial<TypedMoving>): void =>
    changeTyped(({ evidence }) => ({ evidence: { ...evidence, moving: { ...evidence.moving, ...fields } } }));
  const chosen = told.find(({ kind }) => kind === moving.chosen) ?? told[0];
  if (!chosen && !sheetPut) return null;

  const writeSheet = (): Promise<void> =>
    carryOut(async () => {
      if (!chosen) return undefined;
      const choicesOn = (sheet: string): ReturnType<typeof movingChoices> =>
        movingChoices({ sheet, namespace, subject, picture, rule: chosen.rule.rule });
      const name = await freeSheet(workbook, (sheet) => movingPlace(choicesOn(sheet)), "Keel moving targets");
      const applied = await workbook.apply(movingSheet(choicesOn(name)));
      if (applied.outcome === "blocked") return `Nothing was written: cells of sheet ${name} are filled.`;
      const cells = movedTargetsAt(choicesOn(name));
      change({ sheet: { list: subject.name, receipt: applied.receipt, cells, kind: chosen.kind } });
      say(`The targets are on sheet ${name}, as live formulas.`);
      return undefined;
    });
  const takeBack = (what: "sheet" | "targets"): Promise<void> =>
    carryOut(async () => {
      const put = what === "sheet" ? sheetPut : targetsPut;
      if (!put || !(await workbook.undo(put.receipt))) return notTakenBack;
      change({ [what]: undefined });
      say("Taken back.");
      return undefined;
    });
  const writeTargets = (): Promise<void> =>
    carryOut(async () => {
      setAsks(false);
      if (!sheetPut) return undefined;
      const { values } = await workbook.read(sheetPut.cells);
      if (!areTargets(values.flat())) return notYetCalculated;
      const cells = targetCells(subject.own?.targetsAt, picture);
      const found = await Promise.all(cells.map((cell) => workbook.read(cell)));
      const formula = found.find(({ formulas }) => formulas.flat().some((each) => each !== ""));
      if (formula) return noMoreTargets(placeInWords(formula.block));
      const applied = await workbook.apply(
        followMoved(cells, sheetPut.cells, wholeOf(found.flatMap((each) => each.values.flat()))),
        { replace: true },
      );
      if (applied.outcome === "blocked") return `Nothing was written: ${applied.filled.map(placeInWords).join(", ")}.`;
      change({ targets: { ...sheetPut, receipt: applied.receipt } });
      say("Your targets follow the rule now.");
      return undefined;
    });

  return (
    <>
      {sheetPut ? (
        <p className={layout.text}>
          Your targets {movingNames[sheetPut.kind].toLowerCase()} are on sheet{" "}
          <CellLink
            workbook={workbook}
            block={{ ...sheetPut.cells, height: 1 }}
            words={sheetPut.cells.sheet}
            say={say}
          />
          , as live formulas with a chart.
        </p>
      ) : (
        <Field label="A rule for my workbook" hint="Its targets as live formulas with a chart, on a sheet of its own.">
          <Select
            className={layout.choice}
            value={chosen?.kind ?? ""}
            onChange={(_, { value }) => {
              const kind = told.find((each) => each.kind === value)?.kind;
              if (kind) change({ chosen: kind });
            }}
          >
            {told.map(({ kind }) => (
              <option key={kind} value={kind}>
                {movingNames[kind]}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {targetsPut && <p className={layout.text}>The targets of your list follow them: they are formulas now.</p>}
      {asks && <p className={layout.text}>{targetsQuestion(subject)}</p>}
      <div className={layout.buttons}>
        {!sheetPut && (
          <Button disabledFocusable={busy} onClick={() => void writeSheet()}>
            Put its targets in my workbook
          </Button>
        )}
        {sheetPut && !targetsPut && !asks && (
          <>
            <Button disabledFocusable={busy} onClick={() => setAsks(true)}>
              Use them as my targets
            </Button>
            <Button disabledFocusable={busy} onClick={() => void takeBack("sheet")}>
              Undo
            </Button>
          </>
        )}
        {asks && !targetsPut && (
          <>
            <Button appearance="primary" disabledFocusable={busy} onClick={() => void writeTargets()}>
              Yes, replace my targets
            </Button>
            <Button disabledFocusable={busy} onClick={() => setAsks(false)}>
              No
            </Button>
          </>
        )}
        {targetsPut && (
          <Button disabledFocusable={busy} onClick={() => void takeBack("targets")}>
            Undo
          </Button>
        )}
      </div>
      <Trouble words={trouble} />
    </>
  );
}

/** Whether cells hold targets: until they are calculated, or where a formula fails, a list that took them would have none. */
function areTargets(values: readonly unknown[]): boolean {
  const numbers = values.filter((value) => typeof value === "number");
  return numbers.length === values.length && Math.abs(numbers.reduce((sum, each) => sum + each, 0) - 1) < NEARLY;
}

const NEARLY = 1e-6;

/** What typed targets add up to: 1 where they are fractions or percents, 100 where they are whole numbers. */
function wholeOf(values: readonly unknown[]): 1 | 100 {
  return values.some((value) => typeof value === "number" && value > 1) ? 100 : 1;
}

/** The cells of the list's targets that the sheet has a row each for, in its order. */
function targetCells(targets: Block | undefined, { mix }: MovingPicture): readonly Block[] {
  return targets ? mix.targetRows.map((row) => ({ ...targets, row: targets.row + row, height: 1 })) : [];
}
