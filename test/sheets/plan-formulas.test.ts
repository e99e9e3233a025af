import { describe, expect, it } from "@jest/globals";
import {
  claims,
  columnReference,
  defaultChoices,
  localAddress,
  overlap,
  placesFor,
  planFormulas,
  type Block,
  type Choices,
  type Source,
} from "../../src/sheets";

const block = (sheet: string, row: number, column: number, height: number, width: number): Block => ({
  sheet,
  row,
  column,
  height,
  width,
});

/** A1:C7 on a sheet: a header row, six funds, values in B and targets in C. */
const sixFunds = (sheet = "Plan"): Source => ({
  list: block(sheet, 0, 0, 7, 3),
  values: block(sheet, 1, 1, 6, 1),
  targets: block(sheet, 1, 2, 6, 1),
});

function formulas(source: Source, choices: Partial<Choices> = {}): string[] {
  return planFormulas(source, { ...defaultChoices, ...choices }).steps.flatMap((step) =>
    step.do === "write formula" ? [`${localAddress(step.block)} ${step.formula}`] : [],
  );
}

describe("planFormulas", () => {
  it("writes drift, status and trades beside the list, with absolute addresses", () => {
    expect(formulas(sixFunds())).toEqual([
      "E2:E7 =KEEL.DRIFT(Plan!$B$2:$B$7,Plan!$C$2:$C$7)",
      "F2:F7 =KEEL.STATUS(Plan!$B$2:$B$7,Plan!$C$2:$C$7,$J$3)",
      "G2:G7 =KEEL.REBALANCE(Plan!$B$2:$B$7,Plan!$C$2:$C$7,$J$2,$J$3,TODAY())",
    ]);
  });

  it("quotes the names of sheets that need it", () => {
    expect(formulas(sixFunds("401(k)"))[0]).toBe("E2:E7 =KEEL.DRIFT('401(k)'!$B$2:$B$7,'401(k)'!$C$2:$C$7)");
    expect(formulas(sixFunds("Ann's plan"))[0]).toContain("'Ann''s plan'!$B$2:$B$7");
    expect(formulas(sixFunds("R"))[0]).toContain("'R'!$B$2");
    expect(formulas(sixFunds("Q1"))[0]).toContain("'Q1'!$B$2");
  });

  it("calls the columns of a table by name", () => {
    const table = { name: "Holdings", value: "Value", target: "Target %" };
    expect(formulas({ ...sixFunds(), table })[0]).toBe("E2:E7 =KEEL.DRIFT(Holdings[Value],Holdings[[Target %]])");
  });

  it("calls both columns by address if one has no safe name, so that they stay equally high", () => {
    const table = { name: "Holdings", value: "Value\n(USD)", target: "Target" };
    expect(formulas({ ...sixFunds(), table })[0]).toBe("E2:E7 =KEEL.DRIFT(Plan!$B$2:$B$7,Plan!$C$2:$C$7)");
  });

  it("uses the namespace it is given", () => {
    expect(formulas(sixFunds(), { namespace: "KEELDEV" })[2]).toMatch(/^G2:G7 =KEELDEV\.REBALANCE\(/);
  });

  it("writes where it is told to", () => {
    expect(formulas(sixFunds(), { firstColumn: 30 })[1]).toBe(
      "AF2:AF7 =KEEL.STATUS(Plan!$B$2:$B$7,Plan!$C$2:$C$7,$AJ$3)",
    );
  });

  it("makes the policy a text before it is filled, so that 5/25 is no date", () => {
    const { steps } = planFormulas(sixFunds());
    const text = steps.findIndex((step) => step.do === "format numbers" && step.format === "@");
    const filled = steps.findIndex((step) => step.do === "write values" && step.values[0]?.[0] === "5/25");
    expect(text).toBeGreaterThanOrEqual(0);
    expect(filled).toBeGreaterThan(text);
  });

  it("claims just the cells that it fills, and none of the list", () => {
    const source = sixFunds();
    const claimed = claims(planFormulas(source)).map((claim) => localAddress(claim));
    expect(claimed.sort()).toEqual(["E1:G1", "E2:E7", "F2:F7", "G2:G7", "I2:I3", "J2", "J3"]);
    const { all } = placesFor(source);
    expect(localAddress(all)).toBe("E1:J7");
    for (const claim of claims(planFormulas(source))) {
      expect(overlap(claim, source.list)).toBe(false);
      expect(overlap(claim, all)).toBe(true);
    }
  });

  it("leaves the headings out where there is no row for them", () => {
    const source: Source = {
      list: block("Plan", 0, 0, 2, 2),
      values: block("Plan", 0, 0, 2, 1),
      targets: block("Plan", 0, 1, 2, 1),
    };
    expect(placesFor(source).headings).toBeUndefined();
    expect(claims(planFormulas(source)).map((claim) => localAddress(claim))).not.toContain("D1:F1");
  });

  it("gives one fund room for both inputs", () => {
    const source: Source = {
      list: block("Plan", 0, 0, 2, 3),
      values: block("Plan", 1, 1, 1, 1),
      targets: block("Plan", 1, 2, 1, 1),
    };
    expect(localAddress(placesFor(source).all)).toBe("E1:J3");
  });

  it("flags the status by a formula of Excel's own", () => {
    const flags = planFormulas(sixFunds()).steps.filter((step) => step.do === "flag");
    expect(flags.map(({ formula }) => formula)).toEqual(['=OR($F2="Over",$F2="Under")', '=$F2="In band"']);
    expect(flags.every(({ formula }) => !formula.includes("KEEL"))).toBe(true);
  });
});

describe("columnReference", () => {
  it.each([
    ["Value", "Holdings[Value]"],
    ["Market Value", "Holdings[Market Value]"],
    ["Wert in Fränkli", "Holdings[Wert in Fränkli]"],
    ["Target %", "Holdings[[Target %]]"],
    ["Value ($)", "Holdings[[Value ($)]]"],
    ["# owned", "Holdings[['# owned]]"],
    ["Value [USD]", "Holdings[[Value '[USD']]]"],
    ["Ann's", "Holdings[[Ann''s]]"],
    ["me@home", "Holdings[[me'@home]]"],
  ])("writes %s as %s", (column, reference) => {
    expect(columnReference("Holdings", column)).toBe(reference);
  });

  it.each(["", " Value", "Value ", "Value\nnow", "Value\tnow"])(
    "refuses %j, which does not survive typing",
    (column) => {
      expect(columnReference("Holdings", column)).toBeUndefined();
    },
  );

  it("leaves names with signs to the address where the host reads plain names only", () => {
    expect(columnReference("Holdings", "Target %", "plain")).toBe("Holdings[[Target %]]");
    expect(columnReference("Holdings", "Value ($)", "plain")).toBeUndefined();
    expect(columnReference("Holdings", "# owned", "plain")).toBeUndefined();
  });
});
