import { describe, expect, it } from "@jest/globals";
import { glidePath } from "../../src/engine";
import { blankSheet, movedTargetsAt, movingSheet, type MovingChoices, type Sheet, type Step } from "../../src/sheets";
import { Calculator } from "./calculator";

type Kind = "stocks" | "bonds" | "cash";

/** What the sheet of targets by age gives each fund, GLIDEPATH's cells filled by the engine. */
function movedByAge(funds: readonly (readonly [target: number, kind: Kind])[]): readonly unknown[] {
  const choices: MovingChoices = {
    ...{ sheet: "Moved", namespace: "KEEL", listName: "Holdings", table: "Returns", before: 1, periodsPerYear: 12 },
    funds: funds.map(([target], index) => ({ name: `Fund ${index + 1}`, target })),
    by: {
      ...{ kind: "age", age: 57, retireAge: 65, style: "target date", styles: ["target date"] },
      classes: funds.map(([, kind]) => kind),
    },
    title: "Targets by age",
    notes: ["A note."],
  };
  const { steps } = movingSheet(choices);
  const cells = steps.flatMap((step): Sheet["cells"] => {
    if (step.do === "write values") {
      return step.values.flatMap((row, down) =>
        row.map((value, right) => ({ row: step.block.row + down, column: step.block.column + right, value })),
      );
    }
    return [];
  });
  const mix = formulaWith(steps, "GLIDEPATH").block;
  const { stocks, bonds, cash } = glidePath(57, 65, "target date");
  const given = [stocks, bonds, cash].map((value, right) => ({ row: mix.row, column: mix.column + right, value }));
  const calculator = new Calculator({ ...blankSheet, name: "Moved", cells: [...cells, ...given] });
  const { row } = movedTargetsAt(choices);
  return funds.map((_, index) => calculator.valueOf(formulaAt(steps, row + index)));
}

type Written = Extract<Step, { do: "write formula" }>;
const written = (steps: readonly Step[]): readonly Written[] =>
  steps.flatMap((step) => (step.do === "write formula" ? [step] : []));
function formulaWith(steps: readonly Step[], name: string): Written {
  const found = written(steps).find(({ formula }) => formula.includes(name));
  if (!found) throw new Error(`no ${name}`);
  return found;
}
function formulaAt(steps: readonly Step[], row: number): string {
  const found = written(steps).find(({ block }) => block.column === 2 && block.row === row);
  if (!found) throw new Error(`no formula in row ${row}`);
  return found.formula;
}

describe("the sheet of targets by age", () => {
  const { stocks, bonds } = glidePath(57, 65, "target date");

  it("shares each class out by the targets of its funds", () => {
    const moved = movedByAge([
      [0.45, "stocks"],
      [0.15, "stocks"],
      [0.4, "bonds"],
    ]);
    for (const [index, wanted] of [stocks * 0.75, stocks * 0.25, bonds].entries()) {
      expect(moved[index]).toBeCloseTo(wanted, 12);
    }
  });

  it("gives nothing to a fund without a target, alone in its class or not", () => {
    const moved = movedByAge([
      [0.6, "stocks"],
      [0, "stocks"],
      [0.4, "bonds"],
      [0, "cash"],
    ]);
    for (const [index, wanted] of [stocks, 0, bonds, 0].entries()) expect(moved[index]).toBeCloseTo(wanted, 12);
  });
});
