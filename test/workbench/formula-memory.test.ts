import { expect, test } from "@jest/globals";
import { isOfCellsAlone } from "../../src/workbench/formula-memory";

test.each([
  "=A1*2",
  "=$C2/SUM(C:C)",
  '=SUMIF($C:$C,">"&B2,D:D)+1.5E+3',
  '=IF(AND(A1>=0,TRUE),"Holdings[Value] of Plan!A1",-5%)',
  "=KEEL.DRIFT(B2:B9,C2:C9)",
  "=SUM( A1 : B2 )",
])("%s is known before its workbook is there", (formula) => {
  expect(isOfCellsAlone(formula)).toBe(true);
});

test.each([
  "=Tax*2",
  "=A1*Floor",
  "=SUM(Plan!A1:A9)",
  "=SUM('My plan'!A:A)",
  "=SUM(Holdings[Value])",
  "=[1]Data!A1",
  "=LET(x,1,x+1)",
  "=\u00c9t\u00e9+1",
  "={1,2}",
  "=A1#",
  "=@A1",
  "text",
])("%s is left until its workbook is there", (formula) => {
  expect(isOfCellsAlone(formula)).toBe(false);
});
