import { describe, expect, test } from "@jest/globals";
import { mendRowRules, sameAcrossRow } from "../../src/workbench/row-rules";

describe("a condition that answers the same for each cell of a row", () => {
  test.each(["=$E2>900", '=AND($A2<>"A1",$B$1)', "=SUM($A:$A)>$B2", "=MOD(ROW($A2),2)=0", "=TRUE"])("%s", (formula) => {
    expect(sameAcrossRow(formula)).toBe(true);
  });

  test.each([
    "=E2>900",
    "=E$2>900",
    "=SUM($A2:C2)>1",
    "=SUM(C:C)>1",
    "=SUM($A:C)>1",
    "=COLUMN()=3",
    "=OFFSET($A2,0,1)>1",
    "=RAND()>0.5",
    "=Limit>1",
    "=Plan!$A2>1",
    "=Holdings[[#This Row],[Value]]>1",
  ])("%s does not, or it isn't known", (formula) => {
    expect(sameAcrossRow(formula)).toBe(false);
  });
});

/** What Univer keeps of conditions: each is worked out for the cells of its ranges, here as their row and column. */
class Conditions {
  readonly registered = new Map<string, { readonly startColumn: number; readonly endColumn: number }[]>();

  createCFormulaId(rule: string, formula: string): string {
    return `${rule}_${formula}`;
  }
  getSubUnitFormulaMap(): object {
    return { getValue: (id: string) => this.registered.get(id) };
  }
  registerFormulaWithRange(_: string, __: string, rule: string, formula: string, ranges: never[]): void {
    this.registered.set(this.createCFormulaId(rule, formula), ranges);
  }
  getFormulaResultWithCoords(_: string, __: string, ___: string, ____: string, row: number, column: number): object {
    return { result: [row, column] };
  }
  getFormulaMatrix(): object {
    return { result: { getValue: (row: number, column: number) => [row, column] } };
  }
}

test("is worked out in the first column and read from there, another one in each cell", () => {
  mendRowRules(Conditions as never);
  const conditions = new Conditions();
  const range = { startRow: 1, endRow: 9, startColumn: 2, endColumn: 7 };
  const asked = (rule: string, formula: string, ranges: readonly object[]): unknown => {
    conditions.registerFormulaWithRange("book", "sheet", rule, formula, ranges as never[]);
    const matrix = conditions.getFormulaMatrix.call(
      conditions,
      ...(["book", "sheet", rule, formula] as unknown as []),
    ) as {
      readonly result: { getValue(row: number, column: number): unknown };
    };
    return [
      conditions.registered.get(`${rule}_${formula}`),
      conditions.getFormulaResultWithCoords("book", "sheet", rule, formula, 4, 3),
      matrix.result.getValue(4, 3),
    ];
  };
  expect(asked("a", "=$E2>9", [range])).toEqual([[{ ...range, endColumn: 2 }], { result: [4, 0] }, [4, 0]]);
  expect(asked("b", "=E2>9", [range])).toEqual([[range], { result: [4, 3] }, [4, 3]]);
  expect(asked("c", "=$E2>9", [range, range])).toEqual([[range, range], { result: [4, 3] }, [4, 3]]);
});
