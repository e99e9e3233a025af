import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { address, isWhole, isWholeTable, keelCalls, spellings, type Block, type Reference } from "../../src/sheets";

const call = (formula: string, sheet = "Plan"): ReturnType<typeof keelCalls>[number] => {
  const [only, ...others] = keelCalls(formula, sheet);
  if (!only || others.length > 0) throw new Error(`${others.length + 1} calls in ${formula}`);
  return only;
};

/** How a single argument is read. */
function argument(text: string, sheet = "Plan"): Reference {
  const [only, ...others] = call(`=KEEL.POLICY(${text})`, sheet).arguments;
  if (!only || others.length > 0) throw new Error(`${others.length + 1} arguments in ${text}`);
  const { text: written, ...reference } = only;
  expect(written).toBe(text.trim());
  return reference;
}

const block = (row: number, column: number, height: number, width: number, sheet = "Plan"): Block => ({
  sheet,
  row,
  column,
  height,
  width,
});

describe("the calls in a formula", () => {
  it.each([
    ["=KEEL.DRIFT(B2:B7,C2:C7)", "DRIFT"],
    ["= keel.drift( B2:B7 , C2:C7 )", "DRIFT"],
    ["=_xldudf_KEEL_DRIFT(B2:B7,C2:C7)", "DRIFT"],
    ["=_xlfn._xldudf_KEEL_DRIFT(B2:B7,C2:C7)", "DRIFT"],
    ["=[1]!KEEL.DRIFT(B2:B7,C2:C7)", "DRIFT"],
    ["='C:\\My files\\[Other.xlsx]x'!KEEL.DRIFT(B2:B7,C2:C7)", "DRIFT"],
    ["=KEELDEV.DRIFT(B2:B7,C2:C7)", "DRIFT"],
    ["=@KEEL.DRIFT(B2:B7,C2:C7)", "DRIFT"],
    ['=IFERROR(INDEX(KEEL.DRIFT(B2:B7,C2:C7),2),"KEEL.STATUS(")', "DRIFT"],
  ])("finds it in %s", (formula, name) => {
    expect(call(formula).name).toBe(name);
    expect(call(formula).arguments).toMatchObject([
      { is: "block", block: block(1, 1, 6, 1) },
      { is: "block", block: block(1, 2, 6, 1) },
    ]);
  });

  it.each([
    '="=KEEL.DRIFT(B2,C2)"',
    "=MYKEEL.DRIFT(B2,C2)",
    "=KEEL.DRIFT",
    "='KEEL.DRIFT('!A1",
    "=T[KEEL.DRIFT(]",
    "=KEEL.DRIFT(B2",
  ])("finds none in %s", (formula) => expect(keelCalls(formula, "Plan")).toEqual([]));

  it.each([
    ["=KEEL.POLICY(Rule)", true],
    ["= @KEEL.POLICY(Rule) ", true],
    ["=KEEL.POLICY(Rule)+1", false],
    ["=INDEX(KEEL.POLICY(Rule),1)", false],
  ])("%s is a call and nothing around it: %s", (formula, whole) => expect(isWhole(call(formula), formula)).toBe(whole));

  it.each([
    ["Rule", true],
    ["RULE", true],
    ["Rule[]", true],
    ["Rule[#Data]", true],
    ["Rule[Value]", false],
    ["Rule[#All]", false],
    ["Rules", false],
    ['"Rule"', false],
  ])("%s is all rows of the table Rule: %s", (text, whole) => {
    const [only] = call(`=KEEL.POLICY(${text})`).arguments;
    expect(only && isWholeTable(only, "Rule")).toBe(whole);
  });

  it("gives each of several calls, and one inside another as its argument", () => {
    const formula = "=KEEL.DRIFTTOTAL(B2:B3,C2:C3)+KEEL.CASHNEEDED(KEEL.BYCLASS(H[#All],T[Class]),C2:C3)";
    const [first, second] = keelCalls(formula, "Plan");
    expect([first?.name, second?.name]).toEqual(["DRIFTTOTAL", "CASHNEEDED"]);
    expect(first?.text).toBe("KEEL.DRIFTTOTAL(B2:B3,C2:C3)");
    expect(second?.arguments[0]).toEqual({
      text: "KEEL.BYCLASS(H[#All],T[Class])",
      is: "call",
      call: {
        name: "BYCLASS",
        text: "KEEL.BYCLASS(H[#All],T[Class])",
        arguments: [
          { text: "H[#All]", is: "table", table: "H", part: "all" },
          { text: "T[Class]", is: "table", table: "T", columns: ["Class", "Class"], part: "body" },
        ],
      },
    });
  });

  it("has no argument in empty parentheses, and keeps the place of those that are left out", () => {
    expect(call("=KEEL.VERSION()").arguments).toEqual([]);
    expect(call('=KEEL.REBALANCE(B2:B3,C2:C3,,"5/25")').arguments.map(({ is }) => is)).toEqual([
      "block",
      "block",
      "omitted",
      "constant",
    ]);
    expect(call("=KEEL.F(,)").arguments.map(({ is }) => is)).toEqual(["omitted", "omitted"]);
  });

  it("reads what LET calls by a name", () => {
    const formula = '=LET(v,B2:B7,rule,"5/25",w,v,KEEL.STATUS(w,C2:C7,rule))';
    expect(call(formula).arguments).toMatchObject([
      { text: "w", is: "block", block: block(1, 1, 6, 1) },
      { is: "block", block: block(1, 2, 6, 1) },
      { text: "rule", is: "constant", value: "5/25" },
    ]);
    expect(call("=KEEL.DRIFT(v,LET(v,B2:B3,v))").arguments.map(({ is }) => is)).toEqual(["name", "other"]);
    expect(call("=LET(x,KEEL.DRIFT(x,C2),KEEL.POLICY(x))".replace("KEEL.DRIFT(x,C2)", "y")).arguments[0]?.is).toBe(
      "name",
    );
  });

  it("ends where a name of LET stands for itself", () => {
    expect(keelCalls("=LET(x,y,y,x,KEEL.POLICY(x))", "Plan")[0]?.arguments[0]?.is).toBe("name");
  });
});

describe("an argument", () => {
  it.each([
    ["B2", block(1, 1, 1, 1)],
    ["$B$2:$C$7", block(1, 1, 6, 2)],
    ["C7:B2", block(1, 1, 6, 2)],
    ["(B2:C7)", block(1, 1, 6, 2)],
    ["Data!B2", block(1, 1, 1, 1, "Data")],
    ["'It''s, (mine)'!B2:B3", block(1, 1, 2, 1, "It's, (mine)")],
    ["Größe!XFD1048576", block(1_048_575, 16_383, 1, 1, "Größe")],
  ])("%s is cells", (text, expected) => {
    expect(argument(text)).toEqual({ is: "block", block: expected });
  });

  it.each([
    ["B:B", { is: "columns", sheet: "Plan", column: 1, width: 1 }],
    ["Data!$D:$B", { is: "columns", sheet: "Data", column: 1, width: 3 }],
    ["D4#", { is: "spill", cell: block(3, 3, 1, 1) }],
    ["TODAY()", { is: "today" }],
    ["today( )", { is: "today" }],
    ["Cash", { is: "name", name: "Cash" }],
    ["Plan!Cash", { is: "name", name: "Cash" }],
    ["XYZ2026", { is: "name", name: "XYZ2026" }],
    [
      "{1,2;3,4}",
      {
        is: "array",
        rows: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
    ['{"a;b",TRUE}', { is: "array", rows: [["a;b", true]] }],
    ["A1*2", { is: "other" }],
    ["-B2", { is: "other" }],
    ["B2:B7/SUM(B2:B7)", { is: "other" }],
    ["SUM(B2:B7)", { is: "other" }],
    ["#N/A", { is: "other" }],
    ["{1,2;3}", { is: "other" }],
    ["(B2,C2)", { is: "other" }],
    ["KEEL.DRIFT(B2,C2)*2", { is: "other" }],
  ])("%s", (text, expected) => {
    expect(argument(text)).toEqual(expected);
  });

  it.each([
    ["5", 5],
    ["-500", -500],
    ["+ 2", 2],
    ["--2", 2],
    ["-0", 0],
    ["5%", 0.05],
    [".5", 0.5],
    ["1E3", 1000],
    ["TRUE", true],
    ["false", false],
    ['"5/25; min ""$100"""', '5/25; min "$100"'],
    ['"a,b)"', "a,b)"],
    ['""', ""],
  ])("%s is a constant", (text, value) => {
    expect(argument(text)).toEqual({ is: "constant", value });
  });

  it.each([
    ["Holdings[Value]", { table: "Holdings", columns: ["Value", "Value"], part: "body" }],
    ["Holdings[[Value]:[Target]]", { table: "Holdings", columns: ["Value", "Target"], part: "body" }],
    ["Holdings[#All]", { table: "Holdings", part: "all" }],
    ["Holdings[]", { table: "Holdings", part: "body" }],
    ["Holdings[[#All],[Value]]", { table: "Holdings", columns: ["Value", "Value"], part: "all" }],
    [
      "Holdings[[#Headers],[#Data],[Value]]",
      { table: "Holdings", columns: ["Value", "Value"], part: "headers and body" },
    ],
    ["Holdings[[#This Row],[Value]]", { table: "Holdings", columns: ["Value", "Value"], part: "this row" }],
    ["Holdings[@Value]", { table: "Holdings", columns: ["Value", "Value"], part: "this row" }],
    ["[@[Market value]]", { columns: ["Market value", "Market value"], part: "this row" }],
    ["[Value]", { columns: ["Value", "Value"], part: "body" }],
    [
      "Holdings[Share '#1 '[a'], (b)]",
      { table: "Holdings", columns: ["Share #1 [a], (b)", "Share #1 [a], (b)"], part: "body" },
    ],
  ])("%s is part of a table", (text, expected) => {
    expect(argument(text)).toEqual({ is: "table", ...expected });
  });
});

describe("two columns side by side", () => {
  it.each([
    ["IF({1,0},E2:E7,H2:H7)", block(1, 4, 6, 1), block(1, 7, 6, 1)],
    ["if( { 1 , 0 } , $E$2:$E$7 , Funds!H2:H7 )", block(1, 4, 6, 1), block(1, 7, 6, 1, "Funds")],
  ])("%s", (text, left, right) => {
    const read = argument(text);
    expect(read.is === "side by side" && read.columns.map((one) => one.is === "block" && one.block)).toEqual([
      left,
      right,
    ]);
  });

  it.each(["IF({1,0},E2:E7)", "IF({0,1},E2:E7,H2:H7)", "IF(A1,E2:E7,H2:H7)", "IF({1,0},E2:E7,H2:H7)+1"])(
    "are none in %s",
    (text) => expect(argument(text).is).toBe("other"),
  );
});

describe("laws", () => {
  const sheet = fc
    .stringMatching(/^[A-Za-z'(),"!{}[\]#; ]{1,12}$/)
    .filter((name) => !/^'|'$/.test(name) && !/[[\]]/.test(name));
  const anyBlock = fc
    .record({
      sheet,
      row: fc.nat(900),
      column: fc.nat(900),
      height: fc.integer({ min: 1, max: 90 }),
      width: fc.integer({ min: 1, max: 90 }),
    })
    .map((one): Block => one);

  it("an address that Keel writes is read back as the cells it names", () => {
    fc.assert(
      fc.property(anyBlock, fc.boolean(), (given, fixed) => {
        expect(argument(address(given, fixed))).toEqual({ is: "block", block: given });
      }),
    );
  });

  it("a text is read back as it is, whatever stands in it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (given) => {
        expect(argument(`"${given.replaceAll('"', '""')}"`)).toEqual({ is: "constant", value: given });
      }),
    );
  });

  it("arguments stay apart, and what stands around the call changes nothing", () => {
    const pieces = ["B2:B7", '"a,b(c"', "Holdings[A'],b]", "{1,2;3,4}", "", "'a,(b'!C3", "5%", "SUM(B2,C2)"];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 2, maxLength: 6 }), (texts) => {
        const written = `KEEL.DRIFT(${texts.join(",")})`;
        const alone = call(`=${written}`);
        expect(alone.arguments.map(({ text }) => text)).toEqual(texts);
        expect(call(`=IF("("="",'x'!A1,INDEX(${written},2))`)).toEqual(alone);
      }),
    );
  });

  it("no text makes it fail or run on, and every spelling it finds is one", () => {
    const signs = fc.constantFrom(
      "KEEL.DRIFT(",
      "(",
      ")",
      '"',
      "'",
      "[",
      "]",
      ",",
      "{",
      "}",
      "#",
      "LET(",
      "x",
      "A1",
      "!",
      "@",
      ":",
    );
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 30 }), (parts) => {
        const formula = parts.join("");
        keelCalls(formula, "Plan");
        for (const { from, to } of spellings(formula)) expect(formula.slice(from, to + 1)).toMatch(/KEEL\.DRIFT\($/);
      }),
    );
  });
});
