import { expect, test } from "@jest/globals";
import { withReferences, type CellReference, type ReferenceSpan } from "../../src/sheets";

const down = ({ from, to }: ReferenceSpan): ReferenceSpan => ({
  from: { ...from, at: from.at + 1 },
  to: { ...to, at: to.at + 1 },
});
const oneDown = (reference: CellReference): CellReference =>
  reference.rows ? { ...reference, rows: down(reference.rows) } : reference;

test.each([
  ["=A1>0", "=A2>0"],
  ['=AND($b2="x",A$3)', '=AND($B3="x",A$4)'],
  ["=SUM($A$5:B7,3:$4,A:C)", "=SUM($A$6:B8,4:$5,A:C)"],
  ["=Plan!A1:Plan!B2+'My plan'!A1+'O''Neil'!A1", "=Plan!A2:Plan!B3+'My plan'!A2+'O''Neil'!A2"],
  ["=SUM(Jan:Dec!A1)", "=SUM('Jan:Dec'!A2)"],
  ["=A1:INDEX(B1:B9,2)", "=A2:INDEX(B2:B10,2)"],
])("changes the references in %s", (before, after) => {
  expect(withReferences(before, oneDown)).toBe(after);
});

test.each([
  '="A1"&"say ""A1"""',
  "=Holdings[A1]+Holdings[[#This Row],[A1]]",
  "=[1]Plan!A1+'[Old.xlsx]Plan'!A1+[1]!A1",
  "=LOG10(2)+XYZ2026+A1048577+Plan!Total+Größe1+tax1.a+1E5+A0",
])("leaves what is no reference to cells of this workbook in %s", (formula) => {
  expect(withReferences(formula, oneDown)).toBe(formula);
});

test("says what it found, and writes #REF! for what is gone", () => {
  const found: CellReference[] = [];
  const gone = withReferences("='My plan'!$B3+C:$D", (reference) => {
    found.push(reference);
    return undefined;
  });
  expect(gone).toBe("=#REF!+#REF!");
  expect(found).toEqual([
    {
      sheet: "My plan",
      rows: { from: { at: 2, fixed: false }, to: { at: 2, fixed: false } },
      columns: { from: { at: 1, fixed: true }, to: { at: 1, fixed: true } },
    },
    { columns: { from: { at: 2, fixed: false }, to: { at: 3, fixed: true } } },
  ]);
});

test("a text of a hundred thousand quotes or letters is read in one go", () => {
  for (const long of [
    "'".repeat(100_001),
    "a".repeat(100_000),
    "[".repeat(100_000),
    "'".repeat(100_000),
    "A:".repeat(50_000),
  ])
    expect(withReferences(`=${long}`, oneDown)).toBe(`=${long}`);
});
