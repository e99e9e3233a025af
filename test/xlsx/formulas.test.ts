import { describe, expect, test } from "@jest/globals";
import { shifted, storedFormula, typedFormula } from "../../src/xlsx/formulas";
import { Links } from "../../src/xlsx/links";

describe("a typed formula as a file holds it", () => {
  // Each line: what is typed, and what Excel saves for it. The prefixes are those of [MS-XLSX] 2.2.2; the custom functions
  // are as in a workbook that Excel saved with an add-in loaded: <f t="array" ref="A1">_xldudf_CONTOSO_ADD(1,2)</f>.
  test.each([
    ["=KEEL.DRIFT(A2:A9,B2:B9)", "_xldudf_KEEL_DRIFT(A2:A9,B2:B9)"],
    ["=keel.drift(A2:A9,B2:B9)", "_xldudf_KEEL_DRIFT(A2:A9,B2:B9)"],
    ["=KEELDEV.VERSION()", "_xldudf_KEELDEV_VERSION()"],
    ['=IF(A1="KEEL.DRIFT(x)",1,2)', 'IF(A1="KEEL.DRIFT(x)",1,2)'],
    ['=SUM(KEEL.TRADES(A1:A3,B1:B3),1)&""', 'SUM(_xldudf_KEEL_TRADES(A1:A3,B1:B3),1)&""'],
    ["=STDEV.S(A1:A9)", "_xlfn.STDEV.S(A1:A9)"],
    ["=sort(unique(A1:A9))", "_xlfn._xlws.SORT(_xlfn.UNIQUE(A1:A9))"],
    ["=FILTER(A1:A9,B1:B9>0)", "_xlfn._xlws.FILTER(A1:A9,B1:B9>0)"],
    ['=TEXTJOIN(", ",TRUE,A1:A9)', '_xlfn.TEXTJOIN(", ",TRUE,A1:A9)'],
    ["=SUM(A1:A9)*2%", "SUM(A1:A9)*2%"],
    ["=NETWORKDAYS.INTL(A1,B1)", "NETWORKDAYS.INTL(A1,B1)"],
    ["=SUM(A1#)", "SUM(_xlfn.ANCHORARRAY(A1))"],
    ["=SUM('My plan'!$A$1#,2)", "SUM(_xlfn.ANCHORARRAY('My plan'!$A$1),2)"],
    ["=LET(x,A1,y,x*2,x+y)", "_xlfn.LET(_xlpm.x,A1,_xlpm.y,_xlpm.x*2,_xlpm.x+_xlpm.y)"],
    ["=MAP(A1:A3,LAMBDA(v,v*x))", "_xlfn.MAP(A1:A3,_xlfn.LAMBDA(_xlpm.v,_xlpm.v*x))"],
    ["=Holdings[@Value]/2", "Holdings[[#This Row],[Value]]/2"],
    ["=Holdings[@[Market value]]/2", "Holdings[[#This Row],[Market value]]/2"],
    ["=SUM(Holdings[@[A]:[C]])", "SUM(Holdings[[#This Row],[A]:[C]])"],
    ["=ROWS(Holdings[@])", "ROWS(Holdings[#This Row])"],
    ["=Holdings[[#This Row],[Value]]", "Holdings[[#This Row],[Value]]"],
    ["=SUM(Holdings[Value's ''n'' [x]])", "SUM(Holdings[Value's ''n'' [x]])"],
    ["=@A1:A9", "A1:A9"],
    ["=@A1:A9+SUM(B1#)", "_xlfn.SINGLE(A1:A9)+SUM(_xlfn.ANCHORARRAY(B1))"],
    ["={1,2;3,4}", "{1,2;3,4}"],
    ["=-A1^2>=B1", "-A1^2>=B1"],
    ["=IFERROR(#REF!,#N/A)", "IFERROR(#REF!,#N/A)"],
    ["=SUM(A1:A9 A3:B3)", "SUM(A1:A9 A3:B3)"],
    ["=f(,1,)", "f(,1,)"],
    ["=SUM(A1:.A9)", "SUM(_xlfn._TRO_TRAILING(A1:A9))"],
    ["=Plan!$A.:$C", "_xlfn._TRO_LEADING(Plan!$A:$C)"],
    ["=SUM('My plan'!A1.:.A9,1)", "SUM(_xlfn._TRO_ALL('My plan'!A1:A9),1)"],
    ["=A1:.INDEX(A:A,COUNT(B1:.B9))", "_xlfn._TRO_TRAILING(A1:INDEX(A:A,COUNT(_xlfn._TRO_TRAILING(B1:B9))))"],
    ["=LAMBDA(a,[b],a+b)(1)", "_xlfn.LAMBDA(_xlpm.a,[_xlpm.b],_xlpm.a+_xlpm.b)(1)"],
    ["=ENCODEURL(A1)", "_xlfn.ENCODEURL(A1)"],
    ["=#REF!A1+#REF!$B$2", "#REF!A1+#REF!$B$2"],
    ["=योजना!A1+ไทย!B2", "योजना!A1+ไทย!B2"],
    ["=SUM(Jan:Dec!A1#)", "SUM(_xlfn.ANCHORARRAY(Jan:Dec!A1))"],
  ])("%s", (typed, stored) => {
    expect(storedFormula(typed)?.text).toBe(stored);
  });

  test("[@Value] means the row of the table that the cell is in", () => {
    expect(storedFormula("=[@Value]*[@[Target %]]", { table: "Holdings" })?.text).toBe(
      "Holdings[[#This Row],[Value]]*Holdings[[#This Row],[Target %]]",
    );
    expect(storedFormula("=SUM([Value])", { table: "Holdings" })?.text).toBe("SUM(Holdings[Value])");
    expect(storedFormula("=[@Value]*2")).toBeUndefined();
  });

  test.each([
    "=SUM(",
    "=1+",
    "=A1 B1 +",
    '="open',
    "=)",
    "=SUM(A1))",
    "=1.5 2",
    '=A1 "x"',
    "=,",
    "=",
    "=A1:",
    "={1,2",
    "='x'",
  ])("%s is not a formula that Excel could read", (typed) => {
    expect(storedFormula(typed)).toBeUndefined();
  });

  test.each([
    ["=KEEL.VERSION()", true],
    ["=SORT(A1:A9)", true],
    ["=SUM(A1#)", true],
    ["=A1:.A9", true],
    ["=SUM(A1:A9)", false],
    ['=IF(A1="SORT(x)",1,2)', false],
  ])("whether its result may fill several cells: %s", (typed, array) => {
    expect(storedFormula(typed)?.array).toBe(array);
  });

  test("Keel's functions in it are listed once each", () => {
    expect(storedFormula("=KEEL.DRIFT(KEEL.TRADES(A1,B1),B1)+KEEL.DRIFT(A1,B1)")?.functions).toEqual([
      "_xldudf_KEEL_DRIFT",
      "_xldudf_KEEL_TRADES",
    ]);
  });
});

describe("what a file holds as it is typed", () => {
  test.each([
    ["_xldudf_KEEL_DRIFT(A2:A9,B2:B9)", "=KEEL.DRIFT(A2:A9,B2:B9)"],
    ["[1]!_xldudf_KEEL_DRIFT(A2:A9)", "=KEEL.DRIFT(A2:A9)"],
    ["[2]!KEEL.DRIFT(A2:A9)", "=KEEL.DRIFT(A2:A9)"],
    // Other add-ins' functions keep their stored name, so that they are saved again as they were.
    ["_xldudf_CONTOSO_ADD(1,2)", "=_xldudf_CONTOSO_ADD(1,2)"],
    ["_xlfn._xlws.SORT(_xlfn.UNIQUE(A1:A9))", "=SORT(UNIQUE(A1:A9))"],
    ["SUM(_xlfn.ANCHORARRAY('My plan'!$A$1),2)", "=SUM('My plan'!$A$1#,2)"],
    ["_xlfn.SINGLE(A1:A9)+1", "=@A1:A9+1"],
    ["_xlfn.LET(_xlpm.x,A1,_xlpm.x*2)", "=LET(x,A1,x*2)"],
    ["Holdings[[#This Row],[Value]]", "=Holdings[[#This Row],[Value]]"],
    ['"_xlfn.SORT(" & A1', '="_xlfn.SORT(" & A1'],
    ["SUM(_xlfn._TRO_TRAILING(Plan!A1:A9))", "=SUM(Plan!A1:.A9)"],
    ["_xlfn._TRO_ALL($A:$C)", "=$A.:.$C"],
    ["_xlfn._TRO_LEADING(1:9)", "=1.:9"],
    ["[0]!Rate*2", "=Rate*2"],
    ["_xlfn.LAMBDA(_xlpm.a,[_xlpm.b],_xlpm.a)", "=LAMBDA(a,[b],a)"],
    ["_xlfn.SORT(A1:A9)", "=SORT(A1:A9)"],
  ])("%s", (stored, typed) => {
    expect(typedFormula(stored)).toBe(typed);
  });

  // A name that Keel doesn't know as newer than Excel 2007 keeps its prefix: it would be saved without it.
  test.each([
    "_xlfn.NOTYETMADE(A1)",
    "_xlfn.BYROW(A1:B2,_xleta.SUM)",
    "_xlfn.ANCHORARRAY(A1:A9)",
    "_xlfn._TRO_TRAILING(OFFSET(A1,1,1))",
    "_xlfn._TRO_ALL((A1:A9))",
    "_xlpm.x+1",
    "_xlfn.SINGLE((_xlfn.SINGLE(A1:A9)+B1:B9))*_xlfn.ANCHORARRAY(A1)",
  ])("%s comes back to the file as it was", (stored) => {
    expect(storedFormula(typedFormula(stored) ?? "")?.text).toBe(stored);
  });

  test.each([
    ["SUBTOTAL(109,[Numbers])", "=SUBTOTAL(109,Holdings[Numbers])"],
    ["[@Value]*[[#This Row],[Target]]", "=Holdings[[#This Row],[Value]]*Holdings[[#This Row],[Target]]"],
    ["SUM([2024])", "=SUM(Holdings[2024])"],
  ])("%s in a table names the table", (stored, typed) => {
    expect(typedFormula(stored, { table: "Holdings" })).toBe(typed);
    expect(typedFormula(stored)).toBeUndefined();
  });

  test("several areas are what a name may stand for, and no cell's formula", () => {
    const areas = "Plan!$A$1:$A$2,'O''Neil'!$C$1";
    expect(typedFormula(areas, { ofName: true })).toBe(`=${areas}`);
    expect(storedFormula(areas, { ofName: true })?.text).toBe(areas);
    expect(typedFormula(areas)).toBeUndefined();
    expect(typedFormula("!$A$1", { ofName: true })).toBe("=!$A$1");
    expect(typedFormula("!$A$1")).toBeUndefined();
  });

  test("what Excel could not read again is not kept: thousands of parentheses, more letters than it takes", () => {
    const nested = (depth: number): string => `${"(".repeat(depth)}A1${")".repeat(depth)}`;
    expect(typedFormula(nested(64))).toBe(`=${nested(64)}`);
    expect(typedFormula(nested(4000))).toBeUndefined();
    expect(storedFormula(nested(4000))).toBeUndefined();
    expect(typedFormula(`1${"+1".repeat(5000)}`)).toBeUndefined();
    // Excel counts what it shows: [@[Value]] and no prefixes.
    const rows = `0${"+Holdings[[#This Row],[Market value]]".repeat(230)}`;
    expect(rows.length).toBeGreaterThan(8192);
    expect(storedFormula(typedFormula(rows) ?? "")?.text).toBe(rows);
  });

  test.each([
    "[1]Sheet1!A1*2",
    "[Old.xlsx]Plan!A1",
    "'C:\\Mine\\Old.xlsx'!Rate",
    "'[Old plan.xlsx]Sheet 1'!$A$1",
    "SUM([3]!Values)",
  ])("%s refers to another workbook, and is not kept", (stored) => {
    expect(typedFormula(stored)).toBeUndefined();
  });
});

describe("a typed formula that refers to other workbooks", () => {
  test.each([
    ["=[Old.xlsx]Plan!A1*2", "'[1]Plan'!A1*2"],
    ["=SUM('C:\\My plans\\[Old plan.xlsx]O''Neil'!$A$1:$B$2)", "SUM('[1]O''Neil'!$A$1:$B$2)"],
    ["=[Old.xlsx]Plan!A1+[new.xlsx]Plan!A1+[OLD.XLSX]Data!B2", "'[1]Plan'!A1+'[2]Plan'!A1+'[1]Data'!B2"],
    ["=[Old.xlsx]!Rate+'C:\\Mine\\Old.xlsx'!Rate", "[1]!Rate+[2]!Rate"],
    ["=SUM('[Old.xlsx]Jan:Dec'!A1)", "SUM('[1]Jan:Dec'!A1)"],
    ["=Holdings[Value]+[Old.xlsx]Plan!A1", "Holdings[Value]+'[1]Plan'!A1"],
  ])("%s says their numbers", (typed, stored) => {
    expect(storedFormula(typed, { links: new Links() })?.text).toBe(stored);
    // Where no other workbook can be held, as in a conditional format, there is no formula.
    expect(storedFormula(typed)).toBeUndefined();
  });

  test.each(["=[1]Plan!A1", "='[2]Plan'!A1", "=[Old.xlsx]Jan:Dec!A1"])("%s is none that a file holds", (typed) => {
    expect(storedFormula(typed, { links: new Links() })).toBeUndefined();
  });

  test("a part for each says where it is and what of it is meant", () => {
    const links = new Links();
    storedFormula("=[Old plan.xlsx]Plan!A1+'C:\\Mine\\[Older.xlsx]Jan:Dec'!A1+[Old plan.xlsx]!Rate", { links });
    expect(links.parts.map(({ target }) => target)).toEqual(["Old%20plan.xlsx", "file:///C:\\Mine\\Older.xlsx"]);
    expect(
      links.parts.map(({ part }) => [...part.matchAll(/(?:val|name)="([^"]*)"/g)].map(([, said]) => said)),
    ).toEqual([
      ["Plan", "Rate"],
      ["Jan", "Dec"],
    ]);
  });
});

test("a copied formula's relative references move, and nothing else does", () => {
  expect(shifted("A1*$B$1+$A1+A$1", 2, 1)).toBe("B3*$B$1+$A3+B$1");
  expect(shifted("SUM(A:A,$C:D,1:1,Sheet1!A1)", 1, 1)).toBe("SUM(B:B,$C:E,2:2,Sheet1!B2)");
  expect(shifted('LOG10(A1)&"A1"&Holdings[A1]', 1, 0)).toBe('LOG10(A2)&"A1"&Holdings[A1]');
  expect(shifted("A1+XFD1048576", 1, 0)).toBe("A2+#REF!");
  expect(shifted("A1", 0, -1)).toBe("#REF!");
  expect(shifted("SUM(Jan:Dec!A1,Q1:Q4!B2)+Plan!A1:Plan!B2", 1, 1)).toBe("SUM(Jan:Dec!B2,Q1:Q4!C3)+Plan!B2:Plan!C3");
  expect(shifted("XYZ2026+SUM(A1:.A9,B.:C)", 1, 1)).toBe("XYZ2026+SUM(B2:.B10,C.:D)");
});
