import { useEffect, useState } from "react";
import { localAddress, type Description, type MoneyPatterns } from "../../../sheets";
import type { Workbook } from "../../../workbook";
import {
  areInPercents,
  blockOf,
  columnOf,
  formatsOf,
  formatsWhereNone,
  type HouseholdList,
  type OwnFigures,
  type ReadyList,
} from "../../../lists";

/** The number formats that columns of the owner's have now, row by row, in the order of the figures. */
export type OwnFormats = readonly (readonly string[])[];

/** A list's values, and its targets where they are fractions, as they will be: 40 for 40 % would show as 4000%. */
export function figuresOf(list: ReadyList | HouseholdList, money: MoneyPatterns): readonly OwnFigures[] {
  const { value, target } = list.columns;
  const column = (at: number | undefined, formatOf: (cells: OwnFigures["cells"]) => string): readonly OwnFigures[] => {
    if (at === undefined) return [];
    const cells = columnOf(list, at).map(([cell = ""]) => cell);
    return [{ block: blockOf(list, at), cells, format: formatOf(cells) }];
  };
  const inPercents = target === undefined || areInPercents(columnOf(list, target).map(([cell = ""]) => cell));
  return [...column(value, () => money.value), ...column(inPercents ? undefined : target, percentFormatOf)];
}

/** Whole percents, or percents with the decimals that they have, two at most. */
export function percentFormatOf(fractions: OwnFigures["cells"]): string {
  const isWhole = (cell: number): boolean => Number.isInteger(Number((cell * 100).toPrecision(12)));
  return fractions.every((cell) => typeof cell !== "number" || isWhole(cell)) ? "0%" : "0.0#%";
}

/** Reads how the owner's columns show numbers. */
export function readFormats(workbook: Workbook, figures: readonly OwnFigures[]): Promise<OwnFormats> {
  return Promise.all(figures.map(({ block }) => formatsOf(workbook, block)));
}

/** The same for these figures while a screen is shown; undefined until it is known. */
export function useOwnFormats(workbook: Workbook, figures: readonly OwnFigures[]): OwnFormats | undefined {
  const [formats, setFormats] = useState<OwnFormats>();
  useEffect(() => {
    let current = true;
    readFormats(workbook, figures).then(
      (found) => {
        if (current) setFormats(found);
      },
      // If they can't be read now, they are once more before anything is written.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [workbook, figures]);
  return formats;
}

/** Describes number formats for those of the owner's figures that have none. Unknown formats stay as they are. */
export function formatSteps(figures: readonly OwnFigures[], formats: OwnFormats = []): Description["steps"] {
  return figures.flatMap((each, index) => formatsWhereNone(each, formats[index] ?? []));
}

/** What happens to the owner's figures, a line each. */
export function formatLines(figures: readonly OwnFigures[], formats: OwnFormats = []): readonly string[] {
  return figures.flatMap((each, index) => {
    if (formatsWhereNone(each, formats[index] ?? []).length === 0) return [];
    const { block, format } = each;
    const words = format.endsWith("%") ? "percents" : "money";
    return [`${localAddress(block)} on sheet ${block.sheet}: shown as ${words} where cells have no number format yet`];
  });
}
