import { describe, expect, it } from "@jest/globals";
import {
  callsFunction,
  isKeelFormula,
  isStoredCustomFunction,
  nameBegun,
  spellings,
  storedId,
  typedFromStored,
  typedName,
} from "../../src/sheets";
import { typedCall } from "../../src/sheets/keel-spelling";

describe("a call in a formula", () => {
  it.each([
    ["=KEEL.DRIFT(A1,B1)", true],
    ["=keeldev.drift(A1,B1)", true],
    ["=_xldudf_KEEL_DRIFT(A1,B1)", false],
    ["=_xlfn._xldudf_KEELDEV_DRIFT(A1,B1)", false],
    ["=[1]!KEEL.DRIFT(A1,B1)", false],
    ["='Other.xlsx'!KEEL.DRIFT(A1,B1)", false],
  ])("%s is found, and whether it is spelled as typed", (formula, asTyped) => {
    expect(spellings(formula)).toMatchObject([{ name: "DRIFT", asTyped }]);
    expect(isKeelFormula(formula)).toBe(true);
  });

  it("is not found where none is", () => {
    for (const formula of ["", "=SUM(A1)", "=KEEL", '="KEEL.DRIFT("', "=MYKEEL.DRIFT(A1)", "KEEL.DRIFT"]) {
      expect([formula, isKeelFormula(formula)]).toEqual([formula, false]);
    }
  });

  it("is of one function, be it inside another call", () => {
    const formula = "=IFNA(IF(KEEL.NEXTLOOK(KEEL.POLICY(A1),TODAY())>TODAY(),1),2)";
    expect(callsFunction(formula, "NEXTLOOK")).toBe(true);
    expect(callsFunction(formula, "POLICY")).toBe(true);
    expect(callsFunction(formula, "LOOK")).toBe(false);
    expect(callsFunction("=KEEL.DRIFTTOTAL(A1,B1)", "DRIFT")).toBe(false);
  });

  it("is written as it is read", () => {
    expect(typedName("KEELDEV", "DRIFT")).toBe("KEELDEV.DRIFT");
    expect(typedCall("KEEL", "DRIFT", "A1:A2", "B1:B2")).toBe("KEEL.DRIFT(A1:A2,B1:B2)");
    expect(spellings(`=${typedCall("KEEL", "VERSION")}`)).toMatchObject([{ name: "VERSION", asTyped: true }]);
  });
});

describe("a function's name in a file", () => {
  it("comes from its typed name, and leads back to it", () => {
    expect(storedId("KEEL.DRIFT")).toBe("_xldudf_KEEL_DRIFT");
    expect(storedId("keeldev.drift")).toBe("_xldudf_KEELDEV_DRIFT");
    expect(typedFromStored("_xldudf_KEEL_DRIFT")).toBe("KEEL.DRIFT");
    expect(typedFromStored("_XLDUDF_keeldev_drift")).toBe("KEELDEV.DRIFT");
  });

  it.each(["SUM", "KEEL", "OTHER.DRIFT", "MYKEEL.DRIFT", "KEEL.", "_xldudf_OTHER_DRIFT"])("is not %s", (name) => {
    expect([storedId(name), typedFromStored(name)]).toEqual([undefined, undefined]);
  });

  it("is marked as every add-in's is", () => {
    expect(["_xldudf_KEEL_DRIFT", "_xldudf_OTHER_F", "KEEL.DRIFT", "SUM"].map(isStoredCustomFunction)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

it.each([
  ["=KEEL.dr", "DR"],
  ["keel.", ""],
  [" = KEELDEV.Status(", "STATUS"],
  ["drift", undefined],
  ["what does keel.drift do", undefined],
])("a name that is being typed: %j", (text, begun) => expect(nameBegun(text)).toBe(begun));
