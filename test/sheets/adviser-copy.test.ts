import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import {
  adviserChartWidth,
  adviserCopy,
  localAddress,
  textWidth,
  type AdviserFacts,
  type AdviserHolding,
  type BookCell,
  type Sheet,
} from "../../src/sheets";
import { Calculator } from "./calculator";

const holding = (fund: string, value: number, target: number, more: Partial<AdviserHolding> = {}): AdviserHolding => ({
  fund,
  value,
  target,
  lowest: Math.max(0, target - Math.min(0.05, target / 4)),
  highest: target + Math.min(0.05, target / 4),
  status: "In band",
  trade: 0,
  ...more,
});

const untraded: AdviserFacts = {
  title: "My retirement plan",
  owner: "Ann Example",
  list: "Holdings",
  sheet: "401(k)",
  date: "November 23, 2026",
  version: "0.1.0",
  verdict: {
    act: true,
    headline: "Time to rebalance",
    because: "2 of 4 funds are outside the band: US stocks and Bonds.",
  },
  policy: {
    sentence: "Look once a year and rebalance only if a fund is more than 5 points from its target.",
    settings: [
      { setting: "Look", value: "annual" },
      { setting: "Band", value: "the smaller of 5 points and 25% of the target either side" },
    ],
    nextLook: "January 5, 2027",
    costs: false,
  },
  holdings: [
    holding("US stocks", 33_600.1, 0.5, { status: "Over", trade: -3_599.97 }),
    holding("Foreign stocks", 8_000, 0.15, { trade: 1_000.02 }),
    holding("Bonds", 11_000, 0.25, { status: "Under", trade: 4_000.03 }),
    holding("Stable value", 7_400, 0.1, { trade: -1_399.98 }),
  ],
  elections: [],
  notes: ["Targets add up to 99.99%; they were scaled."],
};

const facts: AdviserFacts = {
  ...untraded,
  trades: { cash: 0.1, exchanges: [{ from: "US stocks", to: "Bonds", amount: 3_599.97 }] },
  elections: [
    { fund: "US stocks", percent: 50 },
    { fund: "Bonds", percent: 50 },
  ],
};

const sheetOf = (given: AdviserFacts): Sheet => {
  const [sheet] = adviserCopy(given).sheets;
  if (!sheet) throw new Error("no sheet");
  return sheet;
};
const addressOf = ({ row, column }: BookCell): string => localAddress({ sheet: "", row, column, height: 1, width: 1 });
const filled = (sheet: Sheet): readonly BookCell[] => sheet.cells.filter(({ value }) => value !== "");
const textsOf = (sheet: Sheet): string[] =>
  filled(sheet).flatMap(({ value }) => (typeof value === "string" ? [value] : []));
/** The cell under a heading of the table, `row` rows below it. */
const under = (sheet: Sheet, heading: string, row: number): BookCell | undefined => {
  const head = sheet.cells.find(({ value }) => value === heading);
  return sheet.cells.find((cell) => cell.column === head?.column && cell.row === head.row + row);
};
/** The cell beside a label. */
const beside = (sheet: Sheet, label: string): BookCell | undefined => {
  const at = sheet.cells.find(({ value }) => value === label);
  return filled(sheet).find((cell) => cell.row === at?.row && cell.column > at.column);
};

describe("adviserCopy", () => {
  it("has Excel work out weights, drift, what is there after the trades, totals and checks", () => {
    const sheet = sheetOf(facts);
    expect(under(sheet, "Value", 1)).toMatchObject({ value: 33_600.1 });
    expect(under(sheet, "Value", 1)?.formula).toBeUndefined();
    expect(under(sheet, "Weight", 1)?.formula).toBe("=B10/B$14");
    expect(under(sheet, "Drift", 1)?.formula).toBe("=D10-C10");
    expect(under(sheet, "Value after", 2)?.formula).toBe("=B11+I11");
    expect(under(sheet, "Weight after", 4)?.formula).toBe("=IF(J$14=0,0,J13/J$14)");
    expect(under(sheet, "Value", 5)?.formula).toBe("=SUM(B10:B13)");
    expect(beside(sheet, "Total drift now")?.formula).toBe("=SUMPRODUCT(ABS(E10:E13))/2");
    expect(beside(sheet, "Targets add up to 100%")).toMatchObject({
      value: "OK",
      formula: '=IF(ABS(C$14-1)<0.000001,"OK","Check")',
    });
    expect(beside(sheet, "Trades add up to the cash")).toMatchObject({ value: "OK" });
    expect(sheet.cells.some(({ formula }) => formula?.includes("KEEL"))).toBe(false);
  });

  it("gives every formula the value that it has, worked out by a second calculator", () => {
    const sheet = sheetOf(facts);
    const calculator = new Calculator(sheet);
    const formulas = sheet.cells.filter(({ formula }) => formula !== undefined);
    expect(formulas.length).toBeGreaterThan(25);
    for (const cell of formulas) {
      const expected = calculator.valueOf(cell.formula ?? "");
      if (typeof expected === "number") expect(cell.value).toBeCloseTo(expected, 10);
      else expect(cell.value).toBe(expected);
    }
  });

  const money = fc.integer({ min: 0, max: 5_000_000_00 }).map((cents) => cents / 100);
  const plans = fc
    .array(
      fc.record({
        fund: fc.string({ unit: "grapheme", maxLength: 60 }),
        account: fc.constantFrom("401(k)", "Roth IRA"),
        value: money,
        share: fc.integer({ min: 0, max: 100 }),
        trade: fc.integer({ min: -100_000_00, max: 100_000_00 }).map((cents) => cents / 100),
        out: fc.constantFrom("In band" as const, "Over" as const, "Under" as const),
      }),
      { minLength: 1, maxLength: 30 },
    )
    .filter((rows) => rows.some(({ share }) => share > 0) && rows.some(({ value }) => value > 0))
    .chain((rows) =>
      fc.record({
        named: fc.boolean(),
        banded: fc.boolean(),
        trades: fc.boolean(),
        chart: fc.boolean(),
        kept: fc.constantFrom(0, 0, 12.34),
        rows: fc.constant(rows),
      }),
    )
    .map(({ named, banded, trades, chart, kept, rows }): AdviserFacts => {
      const shares = rows.reduce((sum, { share }) => sum + share, 0);
      const traded = rows.reduce((sum, { trade }) => sum + Math.round(trade * 100), 0) / 100;
      return {
        ...untraded,
        holdings: rows.map(({ fund, account, value, share, trade, out }) => {
          const target = share / shares;
          const band = banded ? {} : { lowest: target, highest: target };
          return holding(fund, value, target, {
            ...band,
            ...(named ? { account } : {}),
            status: out,
            trade: trades ? trade : 0,
          });
        }),
        ...(trades ? { trades: { cash: Math.round((traded + kept) * 100) / 100, exchanges: [] } } : {}),
        elections: [],
        ...(chart
          ? { chart: { png: new Uint8Array([1]), width: 500, height: 400, title: "Weights", words: "Weights" } }
          : {}),
      };
    });

  it("agrees with the second calculator whatever the plan", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const sheet = sheetOf(plan);
        const calculator = new Calculator(sheet);
        for (const cell of sheet.cells) {
          if (cell.formula === undefined) continue;
          const expected = calculator.valueOf(cell.formula);
          if (typeof expected === "number") expect(cell.value).toBeCloseTo(expected, 6);
          else expect([addressOf(cell), cell.value]).toEqual([addressOf(cell), expected]);
        }
        const checks = sheet.cells.filter(({ formula }) => formula?.includes('"OK"'));
        expect(checks.map(({ value }) => value)).toEqual(checks.map(() => "OK"));
      }),
      { numRuns: 60 },
    );
  });

  it("uses each cell once, and puts nothing outside what is printed", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const sheet = sheetOf(plan);
        const places = sheet.cells.map(addressOf);
        expect(new Set(places).size).toBe(places.length);
        const area = sheet.print?.areas[0];
        for (const { row, column } of sheet.cells) {
          expect(row).toBeLessThan(area?.height ?? 0);
          expect(column).toBeLessThan(area?.width ?? 0);
        }
        for (const { at } of sheet.pictures) expect(at.row + at.height).toBeLessThanOrEqual(area?.height ?? 0);
        for (const { points } of sheet.heights) expect(points).toBeLessThanOrEqual(409);
      }),
      { numRuns: 60 },
    );
  });

  it("leaves every text and figure room in its cells", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const sheet = sheetOf(plan);
        const heights = new Map(sheet.heights.map(({ row, points }) => [row, points]));
        const widthOf = (column: number): number => (sheet.widths[column]?.characters ?? 0) * 7 + 5;
        for (const cell of filled(sheet)) {
          const span = sheet.merged.find(({ row, column }) => row === cell.row && column === cell.column);
          const { height, width } = span ?? { height: 1, width: 1 };
          const size = ((cell.style?.size ?? 11) * 4) / 3;
          let pixels = -6;
          for (let column = cell.column; column < cell.column + width; column += 1) pixels += widthOf(column);
          let points = 0;
          for (let row = cell.row; row < cell.row + height; row += 1) points += heights.get(row) ?? 15;
          if (typeof cell.value === "string" && cell.style?.wrap === true) {
            const needed = Math.ceil((textWidth(cell.value) * size * 0.9) / pixels) * (cell.style.size ?? 11) * 1.2;
            expect([cell.value, points >= Math.min(needed, 400)]).toEqual([cell.value, true]);
          } else if (typeof cell.value === "number" && cell.format?.includes("0.00") === true) {
            const shown = `+$${Math.abs(cell.value).toLocaleString("en-US", { minimumFractionDigits: 2 })}`;
            expect([shown, textWidth(shown) * size * 0.85 <= pixels]).toEqual([shown, true]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("masks account numbers in every text", () => {
    const account = "X12-345678";
    const named: AdviserFacts = {
      ...facts,
      title: `Plan ${account}`,
      owner: `Ann ${account}`,
      list: `List ${account}`,
      sheet: `Sheet ${account}`,
      verdict: { ...facts.verdict, because: `1 of 1 fund is out: Fund ${account}.` },
      holdings: [holding(`Fund ${account}`, 100, 1, { account: `IRA ${account}`, ticker: account })],
      trades: { cash: 0, exchanges: [{ from: `From ${account}`, to: `To ${account}`, amount: 1 }] },
      elections: [{ fund: `Fund ${account}`, percent: 100 }],
      notes: [`Note ${account}`],
      chart: { png: new Uint8Array([1]), width: 100, height: 40, title: "Weights", words: `Chart ${account}` },
    };
    const book = adviserCopy(named);
    expect(JSON.stringify(book)).not.toContain("345678");
    expect(textsOf(sheetOf(named)).filter((text) => text.includes("••••5678")).length).toBeGreaterThanOrEqual(10);
    expect(book.title).toBe("Plan ••••5678");
  });

  it("leaves the amounts that a note says were read", () => {
    const notes = [
      'B4: the text "12,345" was read as 12345.',
      "Fund 12345678 stands in more than one row; they were added up.",
    ];
    const texts = textsOf(sheetOf({ ...facts, notes }));
    expect(texts).toContain('B4: the text "12,345" was read as 12345.');
    expect(texts).toContain("Fund ••••5678 stands in more than one row; they were added up.");
  });

  it("says that several accounts are counted as one", () => {
    const account = (name: string): AdviserHolding => holding("World", 100, 0.5, { account: name });
    const said = (names: readonly string[]): boolean =>
      textsOf(sheetOf({ ...facts, holdings: names.map(account) })).some((text) =>
        text.startsWith("All accounts are counted as one."),
      );
    expect(said(["IRA", "401(k)"])).toBe(true);
    expect(said(["IRA", "IRA"])).toBe(false);
  });

  it("keeps texts that look like formulas as texts", () => {
    const sheet = sheetOf({ ...facts, title: "=1+1", holdings: [holding("@cmd", 1, 1), holding("-2+3", 1, 0)] });
    const odd = filled(sheet).filter(({ value }) => typeof value === "string" && /^[=+@-]/.test(value));
    expect(odd.map(({ value }) => value)).toEqual(expect.arrayContaining(["=1+1", "@cmd", "-2+3"]));
    expect(odd.every(({ formula }) => formula === undefined)).toBe(true);
  });

  it("marks statuses and checks by a rule as well as by a word", () => {
    const sheet = sheetOf(facts);
    expect(sheet.flags.map(({ formula }) => formula)).toEqual(
      expect.arrayContaining(['=OR($H10="Over",$H10="Under")', '=$H10="In band"']),
    );
    expect(sheet.flags.filter(({ formula }) => formula.endsWith('="OK"')).length).toBe(2);
  });

  it("leaves out what the owner doesn't show, and bands that the policy doesn't have", () => {
    const bare: AdviserFacts = {
      ...untraded,
      elections: [],
      holdings: [holding("World", 100, 1, { lowest: 1, highest: 1 })],
    };
    const texts = textsOf(sheetOf(bare));
    for (const heading of ["Account", "Ticker", "Lowest", "Highest", "Value after", "Weight after", "Cash to invest"]) {
      expect(texts).not.toContain(heading);
    }
    expect(texts).toContain("The policy has no band: Over and Under say on which side of its target a holding is.");
  });

  it("says how much of the cash is left", () => {
    const sheet = sheetOf({ ...facts, trades: { cash: 500.1, exchanges: [] } });
    expect(beside(sheet, "Cash left after the trades")).toMatchObject({ value: 500 });
    expect(textsOf(sheet)).not.toContain("Trades add up to the cash");
  });

  it("takes money out with a plus in the label", () => {
    const sheet = sheetOf({
      ...facts,
      holdings: [holding("World", 100, 1, { trade: -40 })],
      trades: { cash: -40, exchanges: [] },
    });
    expect(beside(sheet, "Cash to take out")).toMatchObject({ value: 40 });
    expect(beside(sheet, "Trades add up to the cash")?.value).toBe("OK");
    expect(new Calculator(sheet).valueOf(beside(sheet, "Trades add up to the cash")?.formula ?? "")).toBe("OK");
  });

  it("prints on one page across, on its side", () => {
    const { print } = sheetOf(facts);
    expect(print).toMatchObject({ orientation: "landscape" });
    expect(print?.pagesTall).toBeLessThanOrEqual(2);
    expect(print?.repeat).toBeUndefined();
  });

  it("brings forty funds with their exchanges, contributions and chart onto two pages upright", () => {
    const funds = Array.from({ length: 40 }, (_, index) => `International Growth Index Fund ${index}`);
    const width = adviserChartWidth(facts);
    const sheet = sheetOf({
      ...facts,
      holdings: funds.map((fund) => holding(fund, 100, 1 / 40)),
      trades: { cash: 0, exchanges: funds.slice(1).map((to) => ({ from: funds[0] ?? "", to, amount: 12_345.67 })) },
      elections: funds.map((fund) => ({ fund, percent: 2.5 })),
      chart: { png: new Uint8Array([1]), width, height: 460, title: "Weights", words: "Weights" },
    });
    expect(sheet.print).toMatchObject({ orientation: "portrait", pagesTall: 2 });
    expect(sheet.print?.repeat).toBeUndefined();
  });

  it("never repeats the table's headings over what stands below the table", () => {
    let repeated = 0;
    for (let count = 1; count <= 120; count += 7) {
      const many = Array.from({ length: count }, (_, index) => holding(`Fund ${index}`, 100, 1 / count));
      const sheet = sheetOf({ ...facts, holdings: many });
      if (!sheet.print?.repeat) continue;
      repeated += 1;
      expect(sheet.print.repeat).toEqual({ from: 8, to: 8 });
      expect(sheet.print.breaks ?? []).toEqual([]);
      expect(sheet.print.pagesTall).toBeGreaterThan(1);
    }
    expect(repeated).toBeGreaterThan(0);
  });

  it("begins a part on the next page rather than have the end of a page cut it", () => {
    const chart = { png: new Uint8Array([1]), width: 500, height: 320, title: "Weights", words: "Weights" };
    const six = Array.from({ length: 6 }, (_, index) => holding(`Fund ${index}`, 100, 1 / 6));
    const sheet = sheetOf({ ...facts, holdings: six, chart });
    expect(sheet.print?.orientation).toBe("landscape");
    const { breaks = [], pagesTall } = sheet.print ?? { pagesTall: 0 };
    expect(pagesTall).toBe(breaks.length + 1);
    const titles = ["Weights", "Exchanges that carry the trades out", "How to read this"];
    const rows = titles.map((title) => sheet.cells.find(({ value }) => value === title)?.row);
    expect(breaks.length).toBeGreaterThan(0);
    for (const row of breaks) expect(rows).toContain(row);
    const heights = new Map(sheet.heights.map(({ row, points }) => [row, points]));
    const ends = [0, ...breaks, sheet.print?.areas[0]?.height ?? 0];
    ends.slice(1).forEach((end, index) => {
      let points = 0;
      for (let row = ends[index] ?? 0; row < end; row += 1) points += heights.get(row) ?? 15;
      // Seven inches at the scale that makes the sheet one page wide; this one is about 80 %.
      expect(points).toBeLessThan((7.15 * 72) / 0.75);
    });
  });

  it("gives the chart whole rows in its own proportions", () => {
    const width = adviserChartWidth(facts);
    const chart = { png: new Uint8Array([1]), width, height: 340, title: "Weights", words: "Weights" };
    const sheet = sheetOf({ ...facts, chart });
    const [picture] = sheet.pictures;
    const heights = new Map(sheet.heights.map(({ row, points }) => [row, points]));
    let points = 0;
    for (let row = picture?.at.row ?? 0; row < (picture?.at.row ?? 0) + (picture?.at.height ?? 0); row += 1) {
      points += heights.get(row) ?? 0;
    }
    expect((points * 4) / 3).toBeCloseTo(340, 0);
    const pixels = sheet.widths
      .slice(0, picture?.at.width)
      .reduce((sum, { characters }) => sum + Math.round(characters * 7 + 5), 0);
    expect(pixels).toBe(width);
  });
});
