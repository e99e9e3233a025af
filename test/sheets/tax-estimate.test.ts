import { describe, expect, it } from "@jest/globals";
import { blockAt, claims, taxEstimate, taxEstimatePlace, type Step, type TaxEstimate } from "../../src/sheets";
import { PaperWorkbook } from "../taskpane/paper-workbook";

const INCOME: TaxEstimate["arguments"][number] = {
  ...{ label: "Other income that year", value: 60_000, shows: "money", prompt: "Dollars." },
  allow: { kind: "number", least: 0 },
};
const FILING: TaxEstimate["arguments"][number] = {
  ...{ label: "Filing", value: "single", shows: "plain", prompt: "A way to file." },
  allow: { kind: "list", words: ["single", "joint"], strict: true },
};

/** An answer of three rows and two columns over two cells and a reference, one argument left out. */
const ESTIMATE: TaxEstimate = {
  ...{ title: "Roth conversion", note: "An estimate.", function: "ROTHCONVERSION" },
  arguments: [INCOME, undefined, { reference: "Holdings[#All]" }, FILING, undefined, undefined],
  result: [
    ["What", "How much"],
    ["Federal tax", 2400],
    ["Note: what is long is as wide as it needs to be", ""],
  ],
  formats: [
    { row: 1, column: 1, height: 1, width: 1, kind: "money" },
    { row: 2, column: 1, height: 1, width: 1, kind: "plain" },
  ],
};
const WHERE = { sheet: "Keel conversion", namespace: "KEEL" };

function stepsOf<Kind extends Step["do"]>(estimate: TaxEstimate, kind: Kind): Extract<Step, { do: Kind }>[] {
  return taxEstimate(estimate, WHERE).steps.filter((step): step is Extract<Step, { do: Kind }> => step.do === kind);
}

describe("an answer on a sheet of its own", () => {
  it("has a cell for each thing that was asked, and the call over them, what is left out at the end not written", () => {
    expect(
      stepsOf(ESTIMATE, "write values").map(({ block, values }) => [block.row, block.column, values[0]?.[0]]),
    ).toEqual([
      [0, 0, "Roth conversion"],
      [1, 0, "An estimate."],
      [3, 0, "Other income that year"],
      [3, 1, 60_000],
      [4, 0, "Filing"],
      [4, 1, "single"],
    ]);
    expect(stepsOf(ESTIMATE, "write formula").map(({ block, formula }) => [block, formula])).toEqual([
      [blockAt("'Keel conversion'!A7:B9"), "=KEEL.ROTHCONVERSION($B$4,,Holdings[#All],$B$5)"],
    ]);
  });

  it("takes what the workbook knows from its cells", () => {
    const linked = { ...INCOME, from: "SUM(Holdings[Value])" } as TaxEstimate["arguments"][number];
    const formulas = stepsOf({ ...ESTIMATE, arguments: [linked] }, "write formula");
    expect(formulas.map(({ block, formula }) => [block.row, block.column, formula])).toEqual([
      [3, 1, "=SUM(Holdings[Value])"],
      [5, 0, "=KEEL.ROTHCONVERSION($B$4)"],
    ]);
  });

  it("shows rows that it is about below its cells, those of the workbook as references, and calls over them", () => {
    const lots: TaxEstimate["arguments"][number] = {
      title: "Lots of VTI",
      columns: [
        { heading: "Fund", shows: "plain", cells: ["VTI", "VTI"] },
        { heading: "Cost basis", shows: "money", cells: [{ from: "Accounts!$H$3" }, ""] },
        { heading: "Acquired", shows: "day", cells: ["", { from: "Accounts!$I$4" }] },
      ],
    };
    const estimate = { ...ESTIMATE, arguments: [lots, INCOME] };
    expect(stepsOf(estimate, "write formula").map(({ block, formula }) => [block.row, block.column, formula])).toEqual([
      [7, 1, "=Accounts!$H$3"],
      [8, 2, "=Accounts!$I$4"],
      [10, 0, "=KEEL.ROTHCONVERSION($A$7:$C$9,$B$4)"],
    ]);
    expect(stepsOf(estimate, "write values").map(({ block, values }) => [block.row, block.column, values[0]])).toEqual(
      expect.arrayContaining([
        [5, 0, ["Lots of VTI"]],
        [6, 0, ["Fund", "Cost basis", "Acquired"]],
        [7, 0, ["VTI"]],
      ]),
    );
    // Days are shown as days, and the place has room for the widest.
    expect(stepsOf(estimate, "format numbers")).toContainEqual(
      expect.objectContaining({ block: blockAt("'Keel conversion'!C8:C9"), format: "yyyy-mm-dd" }),
    );
    expect(taxEstimatePlace(estimate, WHERE.sheet)).toEqual(blockAt("'Keel conversion'!A1:C13"));
  });

  it("has its headings over what is below them: right over figures and days, left over words", () => {
    const cells = [{ from: "Accounts!$H$3" }];
    const lots: TaxEstimate["arguments"][number] = {
      title: "Lots of VTI",
      columns: [
        { heading: "Fund", shows: "plain", cells: ["VTI"] },
        { heading: "Shares", shows: "number", cells },
        { heading: "Acquired", shows: "day", cells },
        { heading: "Lock", shows: "plain", cells },
      ],
    };
    const estimate: TaxEstimate = {
      ...ESTIMATE,
      arguments: [lots],
      result: [
        ["What", "Amount", "Rule", "Due"],
        ["Tax", 1200, "IRC 1", ""],
        ["Kept", "", "", ""],
      ],
      formats: [{ row: 1, column: 3, height: 2, width: 1, kind: "day" }],
    };
    const headings = stepsOf(estimate, "style").filter(({ style }) => style.endsWith("heading"));
    expect(headings.map(({ block, style }) => [block.row, block.column, block.width, style])).toEqual([
      ...[[4, 0, 1, "heading"], [4, 1, 2, "figure heading"], [4, 3, 1, "heading"]], // prettier-ignore
      ...[[7, 0, 1, "heading"], [7, 1, 1, "figure heading"], [7, 2, 1, "heading"], [7, 3, 1, "figure heading"]], // prettier-ignore
    ]);
  });

  it("stands right below its note where nothing is typed for it", () => {
    const [written] = stepsOf(
      { ...ESTIMATE, arguments: [{ reference: "Lots" }, { reference: "TODAY()" }] },
      "write formula",
    );
    expect([written?.block.row, written?.formula]).toEqual([3, "=KEEL.ROTHCONVERSION(Lots,TODAY())"]);
  });

  it("shows money as money, and makes its columns as wide as what they show", () => {
    expect(
      stepsOf(ESTIMATE, "format numbers").map(({ block, format }) => [block.row, block.column, /\$/.test(format)]),
    ).toEqual([
      [3, 1, true],
      [7, 1, true],
    ]);
    const widths = stepsOf(ESTIMATE, "set width").map(({ characters }) => characters);
    expect(widths).toEqual([49, 16]);
    const long = { ...ESTIMATE, result: [["x".repeat(500), 1]] };
    expect(stepsOf(long, "set width").map(({ characters }) => characters)).toEqual([70, 16]);
    // One figure alone has no heading, and a place for the label beside a cell.
    const one = { ...ESTIMATE, arguments: [INCOME], result: [[3000]] };
    expect(stepsOf(one, "style").filter(({ style }) => style === "heading")).toEqual([]);
    // Its label is bold: 22 letters need the room of 26, and a letter at each side.
    expect(stepsOf(one, "set width").map(({ characters }) => characters)).toEqual([28, 14]);
  });

  it("lets the owner change each cell within its bounds, and says beside it what it is", () => {
    const validations = stepsOf(ESTIMATE, "validate");
    expect(validations.map(({ allow, prompt }) => [allow.kind, prompt.title])).toEqual([
      ["number", "Other income that year"],
      ["list", "Filing"],
    ]);
    // Excel takes no more.
    expect(validations.every(({ prompt }) => prompt.title.length <= 32 && prompt.text.length <= 255)).toBe(true);
  });

  it("writes nowhere but in its place, and is taken back in one step", async () => {
    const place = taxEstimatePlace(ESTIMATE, WHERE.sheet);
    expect(place).toEqual(blockAt("'Keel conversion'!A1:B9"));
    const description = taxEstimate(ESTIMATE, WHERE);
    for (const block of claims(description)) {
      expect(block.sheet).toBe(place.sheet);
      expect([block.row + block.height <= place.height, block.column + block.width <= place.width]).toEqual([
        true,
        true,
      ]);
    }
    const workbook = new PaperWorkbook();
    const applied = await workbook.apply(description);
    expect(workbook.formulaAt("'Keel conversion'!A7")).toBe("=KEEL.ROTHCONVERSION($B$4,,Holdings[#All],$B$5)");
    expect(applied.outcome === "applied" && (await workbook.undo(applied.receipt))).toBe(true);
    expect(await workbook.keelFormulas()).toEqual([]);
  });

  it("asks before it writes over filled cells", async () => {
    const workbook = new PaperWorkbook();
    workbook.type("'Keel conversion'!B8", [["mine"]]);
    expect((await workbook.apply(taxEstimate(ESTIMATE, WHERE))).outcome).toBe("blocked");
    expect(workbook.valueAt("'Keel conversion'!B8")).toBe("mine");
  });
});
