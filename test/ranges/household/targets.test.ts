import { describe, expect, it } from "@jest/globals";
import { Decimal } from "../../../src/engine";
import { readPlaces, sentence, type Cells, type ClassTargets } from "../../../src/ranges";
import { readClassTargets } from "../../../src/ranges/household/targets";

function targets(cells: Cells): ClassTargets {
  const read = readClassTargets(cells);
  if (!read.ok) throw new Error(sentence(read.problem));
  return read.value;
}

const weights = (cells: Cells): unknown => {
  const { classes, targets: mix } = targets(cells);
  return classes.classes.map((name, index) => [name, (mix.parts[index] ?? 0) / mix.whole]);
};

function refused(cells: Cells): string {
  const read = readClassTargets(cells);
  if (read.ok) throw new Error("no problem");
  return sentence(read.problem);
}

const STOCKS_BONDS = [
  ["Stocks", 0.6],
  ["Bonds", 0.4],
];

describe("targets", () => {
  it.each<[string, Cells]>([
    [
      "by headings",
      [
        ["Class", "Weight"],
        ["Stocks", 60],
        ["Bonds", 40],
      ],
    ],
    [
      "in any order, beside other columns",
      [
        ["Today", "Target %", "Asset class"],
        [70, "60%", "Stocks"],
        [30, "40%", "Bonds"],
      ],
    ],
    [
      "without a header",
      [
        ["Stocks", 0.6],
        ["Bonds", 0.4],
      ],
    ],
    [
      "below a title",
      [
        ["My targets", null],
        ["Class", "Target"],
        ["Stocks", 60],
        ["Bonds", 40],
      ],
    ],
    [
      "with a total row",
      [
        ["Class", "Target"],
        ["Stocks", 60],
        ["Bonds", 40],
        ["Total", 100],
      ],
    ],
    [
      "with a blank row",
      [
        ["Class", "Target"],
        ["Stocks", 60],
        [null, null],
        ["Bonds", 40],
      ],
    ],
    [
      "on their side",
      [
        ["Class", "Stocks", "Bonds"],
        ["Target", 60, 40],
      ],
    ],
    [
      "where a weight today stands beside the target",
      [
        ["Class", "Weight", "Target"],
        ["Stocks", 70, 60],
        ["Bonds", 30, 40],
      ],
    ],
  ])("are read %s", (_, cells) => {
    expect(weights(cells)).toEqual(STOCKS_BONDS);
  });

  it("have bands of single classes, without a header too", () => {
    for (const header of [[], [["Class", "Weight", "Band"]]]) {
      const { rules } = targets([...header, ["Stocks", 60, ""], ["Bonds", 40, "3%"]]);
      expect([...(rules?.bands ?? [])]).toEqual([[1, { kind: "points", width: new Decimal(0.03) }]]);
    }
    expect(
      targets([
        ["Stocks", 60, ""],
        ["Bonds", 40, ""],
      ]).rules,
    ).toBeUndefined();
  });

  it.each<[Cells, string]>([
    [
      [
        ["Class", "Weight"],
        ["Stocks", 60],
        ["Bonds", 30],
      ],
      "Targets add up to 90%, 10 points below 100%. Change them so that they add up to 100%.",
    ],
    [
      [
        ["Class", "Weight"],
        ["Stocks", 60],
        ["", 40],
      ],
      "Targets, row 3, Weight: the row has a weight but no class. Type its class, or leave the row out of the range.",
    ],
    [
      [
        ["Class", "Weight"],
        ["Stocks", "most"],
        ["Bonds", 100],
      ],
      'Targets, row 2: "most" is not a number. Type a percent such as 25%.',
    ],
    [
      [
        ["Class", "Weight"],
        ["Stocks", 60],
        ["stocks", 40],
      ],
      "Targets, row 3: Stocks stands in row 2 already. Keep it once.",
    ],
    [
      [
        ["Class", "Weight"],
        ["Stocks", 160],
        ["Bonds", -60],
      ],
      "Targets, row 3: -60 is below 0. Keel doesn't plan short positions. Type a percent from 0% to 100%.",
    ],
    [
      [
        ["Class", "Weight", "Band"],
        ["Stocks", 60, "hold"],
        ["Bonds", 40, ""],
      ],
      'Targets, row 2, Band: "hold" would lock a whole class. Type a band such as 3% or 5/25 here, and locks in the Lock column of the holdings.',
    ],
    [
      [
        ["Class", "Weight", "Band"],
        ["Stocks", 60, "wide"],
        ["Bonds", 40, ""],
      ],
      'Targets, row 2, Band: "wide" is no rule of a row. Type hold, no buy, no sell, a band such as 3%, 20% relative or 5/25, or both, such as no buy; 3%.',
    ],
    [
      [
        ["Class", "Weight", "Roth"],
        ["Stocks", 60, "good"],
        ["Bonds", 40, ""],
      ],
      'Targets, row 2, Roth: "good" is not a number. Type points such as 2; a better place has more.',
    ],
    [
      [
        ["Class", "Amount"],
        ["Stocks", 60],
      ],
      "Targets: no column is named Weight. Give the range with its header row; it needs the columns Class and Weight.",
    ],
  ])("%j are an error", (cells, said) => {
    expect(refused(cells)).toBe(said);
  });

  it("left out are an error", () => {
    const read = readClassTargets(null);
    expect(read.ok ? "" : sentence(read.problem)).toBe(
      "Targets is missing. Give the range of a table, its header row included.",
    );
  });
});

describe("places", () => {
  const points = (cells: Cells): unknown => {
    const read = readPlaces(cells);
    if (!read.ok) throw new Error(sentence(read.problem));
    return read.value.places.map(({ readAs, points: { deferred, Roth, HSA, taxable } }) => [
      readAs,
      deferred,
      Roth,
      HSA,
      taxable,
    ]);
  };

  it("are the usual ones of classes by their names, without weights too", () => {
    expect(points([["Class"], ["Stocks"], ["Bonds"]])).toEqual([
      ["stocks", 1, 2, 2, 2],
      ["bonds", 3, 0, 0, 0],
    ]);
    expect(points([["Stocks"], ["Cash"]])).toEqual([
      ["stocks", 1, 2, 2, 2],
      ["other", 1, 1, 1, 1],
    ]);
  });

  it("are the table's own in rows that say any; the rest is usual", () => {
    expect(
      points([
        ["Class", "Weight", "Deferred", "Taxable"],
        ["US stocks", 50, "", 2],
        ["Bonds", 50, "", ""],
      ]),
    ).toEqual([
      [undefined, 0, 2, 2, 2],
      ["bonds", 3, 0, 0, 0],
    ]);
  });
});
