import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { ailment, cleaned, repair, type Block } from "../../src/sheets";

const cell: Block = { sheet: "Plan", row: 2, column: 5, height: 1, width: 1 };
const standing = (formula: string, shows: number | string = 0): Parameters<typeof ailment>[0] => ({
  cell,
  formula,
  shows,
});

describe("a formula is spelled as this Keel is called", () => {
  it.each([
    ["=_xldudf_KEEL_DRIFT(B2:B7,C2:C7)", "=KEEL.DRIFT(B2:B7,C2:C7)"],
    ["=_xlfn._xldudf_KEEL_DRIFT(B2:B7,C2:C7)", "=KEEL.DRIFT(B2:B7,C2:C7)"],
    ["=[1]!KEEL.DRIFT(B2:B7,C2:C7)", "=KEEL.DRIFT(B2:B7,C2:C7)"],
    ['=[12]!_xldudf_KEEL_STATUS(B2,C2,"5/25")', '=KEEL.STATUS(B2,C2,"5/25")'],
    ["='C:\\Funds\\[It''s old.xlsx]Sheet1'!KEEL.VERSION()", "=KEEL.VERSION()"],
    [
      '=IF(_xldudf_KEEL_ISDUE(V,T,"5/25",TODAY()),INDEX(_xldudf_KEEL_DRIFT(V,T),2),"_xldudf_KEEL_DRIFT(")',
      '=IF(KEEL.ISDUE(V,T,"5/25",TODAY()),INDEX(KEEL.DRIFT(V,T),2),"_xldudf_KEEL_DRIFT(")',
    ],
    ["=@_xldudf_KEEL_DRIFT(B2,C2)", "=@KEEL.DRIFT(B2,C2)"],
    [
      "=KEEL.CASHNEEDED(_xldudf_KEEL_BYCLASS(H[#All],T[Class]),T[Target])",
      "=KEEL.CASHNEEDED(KEEL.BYCLASS(H[#All],T[Class]),T[Target])",
    ],
  ])("%s", (written, right) => {
    expect(cleaned(written, "KEEL")).toBe(right);
    expect(ailment(standing(written, 0.05))).toBe("stored name");
  });

  it("and as another build is called, in that build", () => {
    expect(cleaned("=KEELDEV.DRIFT(B2:B7,C2:C7)", "KEEL")).toBe("=KEEL.DRIFT(B2:B7,C2:C7)");
    expect(cleaned("=_xldudf_KEEL_DRIFT(B2,C2)", "KEELDEV")).toBe("=KEELDEV.DRIFT(B2,C2)");
  });

  it.each([
    "=keel.drift(B2,C2)",
    "=SUM(B2:B7)",
    "='[1]!KEEL.DRIFT(x'!A1",
    '="[1]!KEEL.DRIFT("',
    "=Table[[1]!KEEL.DRIFT(]",
  ])("%s stays as it is", (formula) => {
    expect(cleaned(formula, "KEEL")).toBe(formula);
    expect(ailment(standing(formula))).toBeUndefined();
  });
});

describe("what ails a formula", () => {
  it("is told from what its cell shows", () => {
    expect(ailment(standing("=KEEL.DRIFT(B2,C2)", "#NAME?"))).toBe("not found");
    expect(ailment(standing("=KEELDEV.DRIFT(B2,C2)", "#NAME?"))).toBe("not found");
    // Another build of Keel may be at work beside this one.
    expect(ailment(standing("=KEELDEV.DRIFT(B2,C2)", 0.05))).toBeUndefined();
    expect(ailment(standing("=KEEL.DRIFT(B2,C2)", "#BUSY!"))).toBe("stuck");
    expect(ailment(standing("=_xldudf_KEEL_DRIFT(B2,C2)", "#NAME?"))).toBe("stored name");
  });

  it("is nothing that entering it again would mend, where Keel answers with an error of its own", () => {
    for (const shows of [0.05, "#VALUE!", "#N/A", "#SPILL!"]) {
      expect(ailment(standing("=KEEL.DRIFT(B2,C2)", shows))).toBeUndefined();
    }
  });
});

it("a repair writes each formula into its own cell, and nothing else", () => {
  const ailing = [standing("=[1]!KEEL.DRIFT(B2,C2)", "#NAME?")];
  expect(repair(ailing, "KEEL").steps).toEqual([{ do: "write formula", block: cell, formula: "=KEEL.DRIFT(B2,C2)" }]);
});

describe("laws", () => {
  const parts = fc.constantFrom(
    "KEEL.DRIFT(",
    "_xldudf_KEEL_DRIFT(",
    "[1]!KEEL.DRIFT(",
    "'a''b'!KEEL.DRIFT(",
    "KEELDEV.STATUS(",
    ")",
    ",",
    '"',
    "'",
    "[",
    "]",
    "B2",
    "+",
    "keel.drift(",
  );
  const formulas = fc.array(parts, { maxLength: 25 }).map((all) => `=${all.join("")}`);

  it("cleaning twice is cleaning once", () => {
    fc.assert(
      fc.property(formulas, (formula) => {
        const once = cleaned(formula, "KEEL");
        expect(cleaned(once, "KEEL")).toBe(once);
      }),
    );
  });

  it("what stands between the calls stays, to the letter", () => {
    const rest = (formula: string): string =>
      formula.replace(/(\[1\]!|'a''b'!)?(_xldudf_)?KEEL(DEV)?[._](DRIFT|STATUS)\(/gi, "(");
    fc.assert(
      fc.property(formulas, (formula) => {
        expect(rest(cleaned(formula, "KEEL"))).toBe(rest(formula));
      }),
    );
  });
});
