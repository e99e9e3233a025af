import type { MovingRule } from "../../../engine";
import { returnsTable } from "../../../lists";
import type { MovingPicture } from "../../../operations";
import type { MovingBy, MovingChoices } from "../../../sheets";
import { movingNotes, movingTitles } from "./moving-words";
import type { Subject } from "./subject";
import { glideStyles } from "./typed-moving";

interface ChosenMoving {
  readonly sheet: string;
  readonly namespace: string;
  readonly subject: Subject;
  readonly picture: MovingPicture;
  readonly rule: MovingRule;
}

/** What the sheet of a chosen rule is written by. */
export function movingChoices({ sheet, namespace, subject, picture: { mix }, rule }: ChosenMoving): MovingChoices {
  const first = subject.own?.targetsAt.row ?? 0;
  const nameOf = (row: number, asset: number): string =>
    subject.assets.find(({ cell }) => cell.row === first + row)?.name ?? mix.names[asset] ?? "";
  return {
    ...{ sheet, namespace, listName: subject.name, table: returnsTable },
    before: mix.series.dates === undefined ? 0 : 1,
    periodsPerYear: mix.series.periodsPerYear,
    funds: mix.targetRows.map((row, asset) => ({ name: nameOf(row, asset), target: mix.targets[asset] ?? 0 })),
    by: movingBy(rule),
    title: movingTitles[rule.kind],
    notes: movingNotes(rule.kind, subject),
  };
}

function movingBy(rule: MovingRule): MovingBy {
  if (rule.kind === "age") {
    const { ageAtEnd, retireAge, style, classes } = rule;
    return { kind: "age", age: ageAtEnd, retireAge, style, styles: glideStyles, classes };
  }
  const { cash, ...rest } = rule;
  return { ...rest, cashRow: cash + 1 };
}
