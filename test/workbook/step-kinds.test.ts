import { expect, test } from "@jest/globals";
import { nothingToCheck, nothingToRemember, nothingToRestore } from "../../src/workbook/excel-kind";
import { kinds as excelKinds, type Kinds as ExcelKinds } from "../../src/workbook/excel-steps";
import type { Kinds as WorkbenchKinds, byUniver } from "../../src/workbench/steps";

type Select = ExcelKinds["select"];

const check = nothingToCheck;
const remember: Select["remember"] = () => nothingToRemember;
const carryOut: Select["do"] = () => undefined;
const restore: Select["restore"] = () => nothingToRestore;

test("Excel has all four parts of every kind of step, or the compiler asks for what is missing", () => {
  const whole: Select = { check, remember, do: carryOut, restore };
  // @ts-expect-error undo would be forgotten
  const withoutRestore: Select = { check, remember, do: carryOut };
  // @ts-expect-error undo would have nothing to give back
  const withoutRemember: Select = { check, do: carryOut, restore };
  // @ts-expect-error Excel would stop halfway
  const withoutCheck: Select = { remember, do: carryOut, restore };
  // @ts-expect-error nothing would be done
  const withoutDo: Select = { check, remember, restore };
  expect([whole, withoutRestore, withoutRemember, withoutCheck, withoutDo].map((entry) => Object.keys(entry).length)) //
    .toEqual([4, 3, 3, 3, 3]);
});

test("Excel has an entry for every kind of step, or the compiler asks for it", () => {
  const { select, ...others } = excelKinds;
  // @ts-expect-error a kind of step that Excel doesn't carry out
  const withoutSelect: ExcelKinds = others;
  expect(Object.keys(withoutSelect)).toHaveLength(Object.keys(excelKinds).length - 1);
  expect(select).toBe(excelKinds.select);
});

test("the workbench says of every kind of step that Univer takes it back, or the compiler asks for it", () => {
  // Univer itself needs a browser's page: only its types are looked at here.
  const univer: typeof byUniver = Symbol("Univer") as unknown as typeof byUniver;
  const whole: WorkbenchKinds["select"] = {
    check: () => undefined,
    remember: univer,
    do: () => undefined,
    restore: univer,
  };
  // @ts-expect-error nobody would take it back
  const withoutRestore: WorkbenchKinds["select"] = { check: () => undefined, remember: univer, do: () => undefined };
  // @ts-expect-error who takes it back is said by name
  const byNobody: WorkbenchKinds["select"] = { ...whole, restore: undefined };
  expect([whole, withoutRestore, byNobody].map((entry) => "restore" in entry)).toEqual([true, false, true]);
});
